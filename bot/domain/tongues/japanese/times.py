"""Japanese rules for numbers, times and days."""

import re
from re import Match
from typing import Final

from bot.domain.tongues.japanese.parts import ABOUT
from bot.domain.tongues.notation import MONTHS
from bot.domain.tongues.tongue import Rules

# The first letter of a day of the week.
_DAY_LETTER: Final = r"[月火水木金土日]"
_NUMERAL: Final = r"[一二三四五六七八九]"
_UNIT: Final = r"(?:時間|分間?|日間?|週間?|[ヶかカケヵ箇]月間?|年間?|秒間?)"
# How long something lasts or is ago; it is kept.
_LENGTH: Final = (
    rf"(\d{{1,4}}(?:\.\d{{1,4}})?(?:[-~、,]\d{{1,4}})?{_UNIT}(?:\d{{1,4}}{_UNIT}){{0,2}})"
)
# A part of the day before a clock time; it is kept.
_PART: Final = r"(?:(?<![今昨明毎])(午前|午後|am|pm|早朝|朝|夕方|お昼|昼|夜中|深夜|夜|晩)の?\s?)?"

_DAYS: Final = {
    "月": "monday", "火": "tuesday", "水": "wednesday", "木": "thursday", "金": "friday",
    "土": "saturday", "日": "sunday", "毎": "daily", "平": "weekdays", "週": "weekends",
}  # fmt: skip
_NUMERALS: Final = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip


def _numeral(found: Match[str]) -> str:
    """Return "二十五" in digits."""
    tens, ten, ones = found[0].rpartition("十")
    return str((10 * _NUMERALS.get(tens, 1) if ten else 0) + _NUMERALS.get(ones, 0))


def _in_english(days: str) -> str:
    """Return days of the week in English, "から" as "to"."""
    said = re.sub("から|~", " to ", re.sub("まで|毎週", " ", days))
    one_day = "[毎平]日|週末|[月火水木金土日](?:曜日?)?"
    return re.sub(one_day, lambda day: f" {_DAYS[day[0][0]]} ", said)


def _listed(found: Match[str]) -> str:
    """Return days in a row in English."""
    return _in_english(found[0])


def _days(found: Match[str]) -> str:
    """Return days in English, "以外" and the like as "except"."""
    said = re.sub(r"(?:[\s、,・/&()とにはがのを祝]|だけ|のみ|ただし)+", " ", found[0])
    base = "毎日|平日|週末|.曜?日?(?:~|から).曜?日?(?:まで)?|"
    but = re.fullmatch(rf" ?({base}) ?(.+?) ?(?:以外|除[くいて]+|抜き) ?(.*?) ?", said)
    if but is None:
        return _in_english(said)
    return f"{_in_english(but[1] or but[3] or '毎日')} except {_in_english(but[2])}"


def _date(found: Match[str]) -> str:
    """Return "2026年2月3日" as "3 feb 2026"."""
    return f" {found[3]} {MONTHS[int(found[2]) - 1]} {found[1] or ''} "


def _clock(found: Match[str]) -> str:
    """Return a clock time with the part of the day before it: "午後3時半" as "at 3:30pm"."""
    part, hour = found[1] or "", int(found[2])
    minute = 30 if found[4] else int(found[5] or found[6] or 0)
    at = f"{hour or 12}:{minute:02}" if minute else f"{hour or 12}"
    if found[3]:
        return f" {found[3].replace('15', 'quarter')} to {hour} "
    if part in {"夜", "晩", "夜中", "深夜"}:
        return " midnight " if hour in {0, 12} and not minute else f" night at {at} "
    if part in {"早朝", "朝"} or (part in {"昼", "お昼"} and 9 < hour < 12):
        return f" morning at {at} "
    if part and hour <= 12:
        return f" at {at}{'am' if part in {'午前', 'am'} else 'pm'} "
    return f" at {at} " if 0 < hour <= 12 else f" at {hour}:{minute:02} "


RULES: Final[Rules] = {
    # numbers
    r"(?<![一二三四五六七八九十])(?!十分(?![前後間]|走|くらい|ぐらい)|一時[停的]|一日中)"
    rf"(?:{_NUMERAL}?十{_NUMERAL}?|{_NUMERAL})"
    r"(?=時|分|日(?!曜)|週|[ヶかカケヵ箇]?月|キロ|km|回|セット|度|秒|本)": _numeral,
    r"(?<=\d)じかん": "時間",
    r"(?<=\d)じ(?![ぁ-ん])": "時",
    r"(?<=\d)[ふぷ]ん": "分",
    # days and dates
    rf"\A((?:[先今]週の?)?{_DAY_LETTER}曜日?|一?昨日|おととい|\d{{1,2}}(?:日|週間)前)から\Z": (
        r"since \1"
    ),
    r"\A(?=.{1,80}\Z)\s*"
    rf"(?:(?:{_DAY_LETTER}(?:曜日?)?|平日|週末|毎日|全部|毎週)"
    r"(?:[、,・/&\s~()と\-に祝はがのを]|から|まで|だけ|のみ|以外|除[くいて]+|抜き"
    r"|ただし)*)+\s*\Z": _days,
    rf"({_DAY_LETTER})(?:曜日?)?[・と](?={_DAY_LETTER})": r"\1曜&",
    r"(?<!\d)(\d)、(\d)(?=(?:日|時間|週間)[前後])": r"\1-\2",
    r"[、・]": " , ",
    r"。": " . ",
    rf"(?<=[先今来]週)の?(?={_DAY_LETTER})": "  ",
    rf"(?:次|今度|こんど|つぎ)の?(?={_DAY_LETTER}曜)": " next ",
    rf"(?:この前|こないだ|前回?)の?(?={_DAY_LETTER}曜)": " last ",
    rf"\(({_DAY_LETTER})(?:曜日?)?\)": r"\1曜",
    rf"{_DAY_LETTER}曜日?|(?<![^\s,&]){_DAY_LETTER}{{2,7}}(?![^\s,])"
    rf"|(?<![^\s,&]){_DAY_LETTER}(?=[\s,にの]|$|\d|午[前後]|[朝夜夕])": _listed,
    # lengths, clock times
    r"(?:(\d{4})[年/])?(?<![\d/.])(1[0-2]|0?[1-9])(?:月(?=\d)|/"
    r"(?=\d{1,2}\s?(?:の|に|朝|午[前後]|夜|昼|夕|まで|から|\d{1,2}[時:]|\s[a-z]{3,6}day\s)"
    r"|(?!10\s*\Z)\d{1,2}\s*\Z))(3[01]|[12]\d|0?[1-9])(?!\d)日?": _date,
    r"(\d{1,4})(時間|日|週間|キロ(?:メートル)?|km)半": r"\1.5\2",
    r"(\d{1,4})\s?(?:m|メートル)\s?[×x]?\s?(\d{1,4})本": r" \2x\1m ",
    r"(\d)キロ(?=[でをの]?\s?[×x]?\s?\d{1,4}\s?(?:回|レップ|[x×]|セット))": r" \1kg ",
    r"[何な]に?が?でき(?:る|ます)(?:の|ん(?:です)?)?か?": " what can you do ",
    r"\A(\d{1,4})分([0-5]\d)秒\Z": r"\1:\2",
    r"(\d{1,4})時間([0-5]\d)分([0-5]\d)秒": r" in \1:\2:\3 ",
    r"(\d{1,4})分([0-5]\d)秒": r" in \1:\2 ",
    rf"{_PART}(\d{{1,2}})"
    r"(?:時(?!間)の?(?:(5|10|15|20)分前(?!後)|(半)|(\d{1,2})分?(?!前))?"
    r"|(?(1):([0-5]\d)(?![:\d])|(?!)))"
    r"(?:頃|ごろ|過ぎ|すぎ|くらい|ぐらい|ちょうど|ジャスト|きっかり)*": _clock,
    # ago, in
    rf"{_LENGTH}{ABOUT}(?:前|まえ)": r" \1 ago ",
    rf"{_LENGTH}{ABOUT}(?:後|あと|ご)": r" in \1 ",
    r"半日前": " 12 hours ago ",
    r"(数(?:日|時間|週間|分|[ヶかカケヵ]月))前": r" \1 ago ",
    # from when to when
    r"\sat\s([\d:apm]+)\s(?:から|~|-)(?:\sat\s([\d:apm]+)\s|(\d{1,4})時)(?:まで)?": r" \1-\2\3 ",
    r"(?<=\sat\s)([\d:apm]+\s)から": r"\1",
}
