"""Japanese rules for what is asked about the bot and training, and for how legs are in words."""

from typing import Final

from bot.domain.tongues.tongue import Rules

_SOME: Final = r"[^。、,.!?]{0,12}?"  # up to so many letters between two words
_REMINDER: Final = r"(?:リマインダー|リマインド|通知)"
_DELETE: Final = r"(?:削除(?:して|する|したい)?|消して|消す|取り消(?:して|す))"
_LEG_DAY: Final = r"(?:脚トレ|足トレ|脚の日|レッグデー|leg ?day)"

_STOP: Final = (
    r"(?:止めたい|止める|(?:止め|とめ|やめ|切っ)て|やめたい|オフ(?:に(?:して|したい))?|停止(?:して|したい)?"
    r"|解除(?:して|したい)?|(?:いらない|要らない|不要|必要ない)(?:です)?|(?:送ら|し)ないで)"
)

RULES: Final[Rules] = {
    # no more reminders, said alone
    rf"^(?:もう)?(?:{_REMINDER}|メッセージ|お知らせ|dm)[をはが]?(?:もう|全部|すべて)?{_STOP}"
    r"(?:ください|下さい|ほしい)?[。.!]*$"
    r"|^もう(?:送ら|連絡し|リマインドし)ないで(?:ください|下さい|ほしい)?[。.!]*$": (
        " stop reminders "
    ),
    # reminders
    rf"{_REMINDER}[をは]?{_SOME}(?:止めておいて|休み|休止|一時停止|ミュート)": " mute reminders ",
    r"(?:を|と|ように|って)(?:リマインド|思い出させ)(?:して|てくれる|てほしい)"
    r"|ように(?:知らせ|教え)て": " remind to ",
    rf"(?:次の|いつ|どの|私の){_SOME}{_REMINDER}|{_REMINDER}(?:は|を)?(?:いつ|見せて|確認|変え)": (
        " my reminders "
    ),
    # what is kept
    rf"(?:データ|アカウント|情報|全部|すべて)を?{_SOME}{_DELETE}": " delete my data ",
    rf"(?:(?:私|僕|俺|自分)(?:について|のこと|の何)|(?:どんな|どの|何の)(?:データ|情報))(?:を|は)?{_SOME}"
    r"(?:知って|保存|持って)": " privacy ",
    rf"データを?{_SOME}(?:エクスポート|書き出|ダウンロード)": " export my data ",
    r"インポート|取り込": " import data ",
    # settings
    r"タイムゾーン": " time zone ",
    r"おやすみ時間|就寝時間": " quiet hours ",
    r"言語|日本語で|英語で": " language ",
    r"単位": " my units ",
    r"^設定$": "settings",
    # entries, the week, the group
    rf"{_LEG_DAY}(?:の記録)?を?{_SOME}{_DELETE}": " delete leg day ",
    rf"(?:ラン|記録)を?{_SOME}(?:{_DELETE}|直し|修正)"
    r"|(?:間違えた|打ち間違\w*)(?:[、,。]?取り消して)?|^取り消して": " delete entry ",
    r"連続記録|統計|連続週": " streak ",
    rf"最後(?:の|に){_SOME}いつ": " when was my last ",
    r"(?:走った|脚トレした|トレした)っけ": " streak ",
    r"今週の(?:予定|プラン)|予定は|プランを見せて": " what planned ",
    r"(?:誰|だれ)が?(?:トレーニング|来る|やる|参加)": " who training ",
    # small talk
    r"^(?:はい|いいえ|うん|ううん|保存|キャンセル)$": "yes",
    r"^(?:(?:どうも|ありがとう?|ございます|ございました|サンキュー|了解|りょうかい|オッケー|ok"
    r"|いいね|いい|ボット|すごい|最高|だね|です|おやすみ|またね|わかった|なるほど"
    r")[ 、,!。]*)+$": "thanks",
    r"(?:あなた|君|きみ)は?(?:誰|だれ|何者|何)": " who are you ",
    r"^(?:今日|昨日|さっき)?(?:走って|ランニングして|ジョギングして)きた$": "went running",
    # what is known of training
    r"筋肉痛(?:には|に)?(?:何|なに)が?(?:効く|いい)": " what helps soreness ",
    r"(?:効く|効果(?:は)?ある|意味ある)": " does help ",
    r"走る前に(?:ストレッチ)(?:した方が|すべき|する).*$": " stretching ?",
    r"ストレッチ": " stretching ",
    r"アイスバス|水風呂|アイシング|冷たいシャワー": " ice bath ",
    r"ウォームアップ|準備運動": " warm up ",
    r"コーヒー": " coffee ",
    r"(?:ビール|お酒)を?(\d+)(?:杯|本|缶)(?:飲んだ|飲みました|飲んで)(?:けど|が)?": r" \1 beers , ",
    r"お酒|アルコール|ビール": " alcohol ",
    r"痛み止め|イブプロフェン|鎮痛剤": " painkillers ",
    r"タンパク質|たんぱく質|プロテイン": " protein ",
    r"(?:なんで|なぜ|どうして)筋肉痛": " why soreness ",
    # what was done besides running
    r"(?:サッカー|フットサル|テニス|バスケ)を?(?=\s*\d+\s*(?:分|時間|min))": " played football ",
    r"(?:サッカー|フットサル|テニス|バスケ)(?:を)?(?:した|しました|やった)": " played football ",
    r"(?:自転車|ロードバイク)(?:に|で)?(?:乗った|乗りました|走った|走りました)": " cycled ",
    # how a question is put
    r"(?:少し|ちょっと)?(?:風邪|かぜ)(?:気味|ぎみ)?(?:です|だ|ひいてる|を?引いて(?:い)?る)(?:けど|が)"
    r"|(?:少し|ちょっと)?(?:風邪|かぜ)(?:気味|ぎみ)(?=[、,])": " with head cold , ",
    r"咳(?:は|が|も)?(?:ない|なし|なく|出ない|ありません)|咳も(?=[^、。]{0,12}(?:ない|なし|no ))": (
        " no cough , "
    ),
    r"(?:今週末|この週末|週末)(?:に|は)?(?=.*(?:[?？]|走れ|いい))": " this weekend ",
    r"(?:仕事|会社)(?:の)?(?:後|あと|終わり|帰り)(?:に)?": " after work ",
    r"(?<!らい)(?<!だけ)(?:全力で|全速力で|速く|ハードに)(?=走)": " , hard , ",
    r"走る(?:か|べき)?(?:それとも|か)休む(?:か|べき)?": " run or rest ",
    # the question of before once more
    r"^(?:じゃあ|では|それなら)?いつ(?:なら(?:いい|大丈夫))?(?:ですか)?(?=[？?]*$)": " when then ",
    r"^(?:どのくらい|どれくらい|何分)(?:ですか(?=[？?]*$)|(?=[？?]*$|走| can I))": " how long ",
    r"妊娠": " pregnant ",
    # how legs are, other training
    r"二日酔い(?:です|だ)?(?:けど|ですが|だけど|が|で)?": " hungover , ",
    r"(?:この)?暑さで": " in the heat ",
    r"(?:外は?)?暑い(?:です)?(?:けど|ですが|が)": " it's hot , ",
    r"筋肉痛が?(?:ひどい|すごい|やばい|きつい)|(?:ひどい|すごい)筋肉痛": " very sore ",
    r"(?:少し|ちょっと|軽い|軽く)(?:の)?筋肉痛": " bit sore ",
    r"(?:よく|あまり|全然)(?:眠れなかった|寝れなかった|寝られなかった|眠れていない)": (
        " slept badly "
    ),
    r"^(?:脚|足|legs)が(?:すごく|とても)?痛い(?:です)?[。！!]*$": " my legs hurt ",
    rf"{_LEG_DAY}を?(?:して|やって)も?(?:いい|大丈夫|平気|ok)(?:ですか|かな|の)?": (
        " can I train legs "
    ),
    r"自転車に?(?:乗って|乗る|乗れる)|サイクリングして": " bike ",
    r"サッカー(?:を)?して|テニス(?:を)?して": " play football ",
    r"水泳|泳い|泳ぐ": " swim ",
}
