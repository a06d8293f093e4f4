"""Japanese rules for what is asked and told."""

import re
from re import Match
from typing import Final

from bot.domain.tongues.japanese.parts import ABOUT
from bot.domain.tongues.tongue import Rules

_DAY_IN_ENGLISH: Final = r"\s[a-z]{3,6}day\s"
_DAYS_IN_ENGLISH: Final = rf"{_DAY_IN_ENGLISH}(?:\s*(?:[,と&]|から|~)?\s*{_DAY_IN_ENGLISH}){{0,6}}"
# Fine, allowed.
_OK: Final = (
    r"(?:いい|良い|よい|よき|ok|おk|おけ|お?っけー?|オッケー|オーケー|大丈夫|だいじょう?ぶ|平気"
    r"|可能|可|問題な[いし]|かまわない|構わない|[あア][りリ])"
)
# What makes it a question.
_ASKED: Final = (
    r"(?:ん|です|でしょう|だろう|かな|かね|かしら|か|の|よね|ね|と思い?ます|と思う|っけ"
    r"|教えて(?:ください)?)*\s?\??(?:教えて(?:ください)?)?"
)
_DID: Final = (
    r"を?(?:し(?:た|ました|てき(?:た|ました))|や(?:った|りました|ってき(?:た|ました))"
    r"|[終お]わ(?:った|り(?:ました)?|らせた|た)|終[了え]た?|完了|済み?|こなした|done)[よねー!]*"
)
# "Legs are", up to how they feel.
_LEGS_ARE: Final = (
    r"(?:脚|足|あし)(?:の調子)?[がはも]?"
    r"(?:すごく|めっちゃ|かなり|まだ|もう|ちょっと|完全に|マジで)?"
)
_NIGHT: Final = r"(昨夜|昨晩|ゆうべ|昨日の?夜?|今朝|今日)?[はも、,]*\s?"
# Hours and minutes; they are kept.
_HOURS: Final = rf"(\d{{1,4}}(?:\.\d{{1,4}})?時間(?:\d{{1,4}}分)?){ABOUT}"
_SLEPT: Final = (
    r"(?:寝|ね(?=[たて])|眠|睡眠)(?:ら?れ)?(?:て(?:い|る)?)?(?:ました|ます|った|た|です|でした)?"
    r"(?!な|ま?せん)"
)
# What is planned for a day.
_PLANNED: Final = (
    r"脚トレ|足トレ|脚の日|ゆるジョグ|イージー|ロング(?:走|ラン)?"
    r"|テンポ(?:走|ラン)?|ペース走|インターバル走?|スプリント"
    r"|坂(?:道|ダッシュ)?|レース|ジョグ|ランニング|ラン|散歩|脚|足"
)
# Asks whether it is fine to do.
_MAY: Final = rf"て(?:きて)?も?\s?{_OK}{_ASKED}"
# Asks whether it can be done.
_CAN: Final = (
    rf"(?:は|って|も|なら|で)?\s?(?:{_OK}|できる|できます|[行い]ける|やれる){_ASKED}(?<=[?かな])"
)


def _slept(found: Match[str]) -> str:
    """Return hours of sleep, of last night where it is named."""
    return f" {found[2]} sleep {'last night' if found[1] else ''} "


def _only(found: Match[str]) -> str:
    """Return hours of sleep that were few."""
    return f" only {found[2]} sleep {'last night' if found[1] else ''} "


def _minutes(found: Match[str]) -> str:
    """Return a text about a run with its hours in minutes."""
    hours = r"(?<!in )(\d+(?:\.\d+)?)時間(?:(\d+)分)?(?!\d| ?(?:[前後]|ago|sleep))"
    return re.sub(hours, lambda h: f" {round(60 * float(h[1])) + int(h[2] or 0)} min ", found[0])


RULES: Final[Rules] = {
    # sleep, how long
    rf"{_NIGHT}(?:睡眠(?:時間)?[はがも]?\s?たった)?{_HOURS}しか(?:寝|眠|睡眠|と)(?:ら?れ)?"
    r"(?:れ|て(?:い)?)?(?:な(?:い|かった)|ません(?:でした)?)": _only,
    rf"{_NIGHT}(?:睡眠(?:時間)?[はがも]?\s?)?{_HOURS}(?:だけ|の|は)?"
    rf"(?:{_SLEPT}|[と取][れっ]た)": _slept,
    rf"睡眠(?:時間)?[はがも]?\s?{_HOURS}(?:だけ)?": r" \1 sleep ",
    r"\A(?=[\s\S]*(?:走|歩|ジョグ|ジョギング|ラン|トレ|ウォーキング|散歩|インターバル"
    r"|バイク))[\s\S]*\Z": _minutes,
    # days, dates, distances
    r"\A([1-7])日\Z": r" \1 days ",
    r"\A(\d{1,2})日\Z": r" the \1th ",
    r"(?<!\d)(\d{1,2})日(?=(?:の|に|まで|朝|午[前後]|夜|昼|夕|\sat|\snight"
    r"|\smorning))": r" the \1th ",
    r"(?<=\d)日間?": " days ",
    r"下り(\d{1,4})(?:m|メートル)|(\d{1,4})(?:m|メートル)の?下り": r" \1\2 m down ",
    # asking
    r"(?:私|俺|僕|自分|わたし|おれ|ぼく)(?:は|って|も)?(?=走|今日|明日|昨日|\s|\d|脚)": "",
    rf"(?:走っ|(?:ラン|ランニング)を?(?:し|やっ)|走りに?[行い出]っ?){_MAY}": " can I run ? ",
    rf"(?:ジョグ|ジョギング)を?(?:し|やっ){_MAY}": " can I jog ? ",
    rf"(?:歩い|(?:散歩|ウォーキング)を?し){_MAY}": " can I walk ? ",
    rf"を?(?:やっ|し|[行い]っ){_MAY}": " can I do ? ",
    r"(?:走れ|走りに?[行い]け|(?:ラン|ランニング|ジョグ)でき|ラン[行い]け)(?:る|ます|そう)"
    rf"(?:状態)?{_ASKED}\s*(?=[,.?]|\Z|\sno)|走るの?[はも]?\s?{_OK}{_ASKED}": " can I run ? ",
    r"走(?:るべき|った(?:ほう|方)が(?:いい|良い))(?:です)?[かの]?な?\??": " should I run ? ",
    r"走る\?": " run ? ",
    rf"(?:ラン|ランニング|ジョグ|ジョギング){_CAN}": " can I run ? ",
    _CAN: " can I do ? ",
    # what was done
    r"(?<!ゆる)(?<!スロー)(?<!イージー)(?:ジョグ|ジョギング)"
    r"(?=(?:で|を)?[^。.!?\n]*(?:走|\scan\sI\srun))": " easy ",
    r"走(?:った|りました|ってき(?:た|ました)|り(?:終わ|終え|切|きっ)っ?た|ってた|っちゃった"
    rf"|れた|れました)[よねー!]*|(?:ラン|ランニング){_DID}": " ran ",
    rf"(?:ジョグ|ジョギング){_DID}": " jogged ",
    r"(?:歩い(?:た|てき(?:た|ました))|歩きました)[よねー]*"
    rf"|(?:散歩|ウォーキング){_DID}": " walked ",
    # plans for days
    rf"({_PLANNED})(?:は|を|の)?\s?(?:なし|無し|休み|お休み|やめ|中止|スキップ|抜き|しない)"
    r"(?:て|にする|る|で|です)?": r" no \1 ",
    rf"({_DAYS_IN_ENGLISH})[はにの]*\s*(\sat\s[\d:apm]+\s)?[にからは]*\s*(\sno\s)?"
    rf"({_PLANNED})(?!が|し|や|終|を|トレ|の日)": r" \3\4 \1 \2 ",
    # leg day, effort, soreness
    r"(?:脚|足|あし|下半身|レッグ)(?:トレ(?:ーニング)?|の日|デー|デイ)?[はがも]?\s?"
    rf"(?:{_DID}|頑張った|追い込んだ)": " leg day done ",
    r"(?:主観的?)?(?:きつさ|キツさ|強度|しんどさ|rpe)[はが:]?\s?(\d{1,4})": r" effort \1 ",
    r"(?:10段階(?:中|で)|10点?(?:満点)?中)の?\s?(\d{1,4}(?:\.5)?)": r" \1/10 ",
    r"筋肉痛(?:は|が|も)?(?:全然|もう|特に)?(?:なし|無し|ない|ありません|ゼロ)(?:です)?"
    r"(?:けど|し|ので|から|が|で)?": " soreness 0/10 , ",
    r"筋肉?痛(?:レベル|度|の強さ)?[はが:]?\s?(\d{1,4}(?:\.5)?(?:/10)?)(?:点"
    r"|くらい|ぐらい)?": r" soreness \1 ",
    # how legs feel
    rf"{_LEGS_ARE}(?:重[いく]|だる[いく]|重たい|重め)て?|重い(?:脚|足)": " heavy legs ",
    rf"{_LEGS_ARE}(?:死ん(?:で[いる]*|だ)|死亡|終わってる|棒(?:です|だ|になって[いる]*)?)"
    r"|死んだ(?:脚|足)": " dead legs ",
    rf"{_LEGS_ARE}(?:軽[いく]|フレッシュ|元気|回復した|絶好調)"
    r"|フレッシュな(?:脚|足)|軽い(?:脚|足)": " fresh legs ",
    # what was done, reminders
    rf"スクワット{_DID}": " squatted ",
    rf"(?<=[回gロト\d])\s?{_DID}": " , done ",
    r"\sin\s([\d.]+(?:時間|分間?|\sdays))\s[にで,]*\s?(?:もう一[度回])?"
    r"(?:リマインド|教え|言っ|思い出させ|通知|声[かを]け)\S*": r" remind me in \1 ",
    r"(\d{1,4}(?:分|時間))間?スヌーズ": r" snooze \1 ",
    r"(\d{1,4}(?:\.\d{1,4})?)(?:キロ|km)(?=\d|[^\w]|[ぁ-んァ-ヶ一-龥]|\Z)": r" \1 km ",
}
