"""Japanese words of times, distances and sentences."""

from collections.abc import Mapping
from typing import Final

WORDS: Final[Mapping[str, str]] = {
    # times of day
    "today": "今日, きょう, 本日",
    "this morning": "今朝, けさ, 今日の朝, 今日の午前",
    "today noon": "今日の昼, 今日のお昼",
    "this afternoon": "今日の午後",
    "this evening": "今日の夕方",
    "tonight": "今夜, 今晩, 今日の夜, 今日の晩",
    "yesterday": "昨日, きのう",
    "last night": "昨夜, 昨晩, ゆうべ, 昨日の夜, 昨日の晩, 昨日夜, 夕べ",
    "yesterday morning": "昨朝",
    "day before yesterday": "一昨日, おととい, おとつい",
    "tomorrow": "明日, あした, あす",
    "tomorrow morning": "明朝",
    "tomorrow night": "明晩",
    "day after tomorrow": "明後日, あさって",
    "now": (
        "さっき, ついさっき, 先ほど, さきほど, 今から, いまから, これから, 今, たった今, いま, "
        "今すぐ"
    ),
    "early morning": "早朝, 朝早く, 朝イチ, 朝一",
    "morning": "朝, 午前, 午前中",
    "late morning": "昼前, お昼前",
    "noon": "昼, お昼, 正午",
    "early afternoon": "昼過ぎ, お昼過ぎ",
    "afternoon": "午後, 昼間",
    "evening": "夕方, 夕",
    "night": "夜, 晩, 夜中",
    "late night": "深夜, 夜遅く",
    "midnight": "真夜中",
    # days of the week, months
    "daily": "毎日",
    "weekdays": "平日",
    "weekends": "週末, 土日",
    "every": "毎週",
    "to": "から, ~",
    "until": "まで",
    "next week": "来週, 次の週",
    "last week": "先週",
    "this week": "今週",
    "2 weeks ago": "先々週",
    "in 2 weeks": "再来週",
    "next": "次の, 次, 今度の, 今度",
    "last": "この前の, こないだの, 前の",
    # lengths and distances
    "hours": "時間",
    "min": "分, 分間",
    "days": "日間",
    "weeks": "週間, 週",
    "months": "ヶ月, か月, カ月, ケ月, ヵ月",
    "12 hours": "半日",
    "km": "キロ, キロメートル, きろ",
    "m": "メートル, メーター",
    "half marathon": "ハーフマラソン, ハーフ",
    "marathon": "フルマラソン, マラソン, フル",
    "miles": "マイル",
    "down": "下り",
    "a few": "数",
    "a few days": "数日",
    # running and walking
    "run": "ラン, ランニング, 走り",
    "jog": "ジョグ, ジョギング",
    "walk": "散歩, ウォーキング",
    "easy": (
        "ゆるジョグ, ゆるラン, イージー, ゆっくり, ゆるく, のんびり, 軽く, 軽め, スロージョグ, ゆる"
    ),
    "steady": "普通ペースのラン, 普通ペース",
    "long": "ロング走, ロングラン, ロング, 長めに, 長め",
    "tempo": "テンポ走, テンポラン, テンポ, ペース走",
    "intervals": "インターバル, インターバル走",
    "sprints": "スプリント, ダッシュ",
    "hills": "坂道, 坂ダッシュ, 坂道ダッシュ, ヒルトレ, 坂",
    "race": "レース, 大会, 本番",
    # training
    "legs": "脚, 足, あし, 下半身",
    "leg day": "脚トレ, 足トレ, 脚の日, 足の日, 下半身トレ, レッグデー, 脚トレーニング",
    "it was hard": "きつかった, キツかった, しんどかった, ハードだった",
    "hard": "ハード, きつめ, キツめ, きつい, 高強度",
    "light": "ライト, 軽い",
    "ordinary": "普通, ふつう",
    "hamstrings": "ハムストリング, もも裏, ハム",
    "quads": "前もも",
    "glutes": "お尻, 尻",
    "calves": "ふくらはぎ",
    # asking
    "help": "ヘルプ, 助けて, へるぷ, たすけて, 使い方, 使い方教えて, 使い方を教えて",
    "how does this work": "どう使うの, どうやって使うの, どう使えばいい, これどう使うの",
    "check in": "チェックイン",
    "what can you do": "何ができる",
    # telling
    "soreness": "筋肉痛, 筋痛",
    "sleep": "睡眠, 睡眠時間",
    "effort": "きつさ, キツさ, 強度, しんどさ",
    # greeting
    "hello": "こんにちは, こんちは, やあ, おっす, ども, こんにちわ",
    "hi": "おつ, お疲れ, お疲れ様, おつかれ, おつかれさま",
    "good morning": "おはよう, おはようございます, おはよ, おはー",
    "good evening": "こんばんは",
    "thanks": (
        "ありがとう, ありがとうございます, ありがと, サンキュー, あざす, あざっす, 感謝, どうも"
    ),
    "please": "お願いします, お願い, おねがいします, ください, たのむ",
    # answering reminders, plans
    "done": (
        "終わった, 終わりました, 終わり, おわった, おわり, できた, できました, やった, やりました, "
        "やったよ, 完了, 終了, 済み, 済, やっといた, 終えた, した, しました, してきた, やってきた"
    ),
    "later": "後で, あとで, また後で, またあとで, 後ほど, あとにして, 後にして",
    "snooze": "スヌーズ",
    "remind me": (
        "リマインド, リマインドして, 教えて, もう一回教えて, また教えて, 思い出させて, 通知して"
    ),
    "stop": (
        "止めて, やめて, ストップ, 停止, 中止して, とめて, もういい, 通知止めて, 通知を止めて, "
        "通知しないで, リマインダー止めて, リマインダーを止めて, リマインドしないで"
    ),
    # small words
    "and": "そして, それから, あと",
    "cough": "咳, 空咳, 乾いた咳",
    # said for nothing
    "": (
        "に, へ, よ, ね, です, でした, ます, だけど, けど, ちょうど, くらい, ぐらい, ほど, だけ, "
        "のみ, 約, だいたい, 頃, ごろ, ので, んで, なんか, とりあえず, って"
    ),
}
