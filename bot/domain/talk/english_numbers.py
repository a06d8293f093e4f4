"""The English words for numbers and times, with what says of what they are."""

import re
from typing import Final

from bot.domain.talk.english_state import LEGS, PLACE

_SCORE: Final = r"(?P<value>\d{1,2}(?:[.,]5)?)"
_OF_TEN: Final = r" ?(?:/|out of|of) ?10"
_HOURS: Final = (
    r"(?P<{}>\d{{1,3}}(?: and a half|-\d{{1,2}})?(?:[.,]\d{{1,2}}|:[0-5]\d)?"
    r"(?: ?(?:h|hrs?|hours?)(?: ?[0-5]?\d ?m(?:in)?)?)?)"
)
_AGO: Final = (
    r"(?! ?(?:ago|earlier|back|later)\b)(?! ?\d+ ?m)(?!\w)"
    rf"(?! (?:after|before) (?:(?:an?|my|the) )?(?:{LEGS}|lifting|training|gym|workout|that)\b)"
)
# A pace behind a distance, or a time that is hours where minutes would be too fast for it.
_TIMED: Final = (
    r"(?:(?: done| finished)? in [1-9]:[0-5]\d(?![\d:])"
    r"|(?: run| ran)?,? (?:(?:at|an?|to|of|with|in) |@ ?)?\d{1,2}:[0-5]\d ?(?:min)? ?(?:/|per) ?"
    r"(?:km|mi|mile)(?!\w))?"
)
_UNIT: Final = r"(?:kms?|k|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s|m)"


def whole(*patterns: str) -> re.Pattern[str]:
    """Return the pattern of what any of some patterns fits."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


# How long a run lasted that is over: "in 2 hours".
TOOK: Final = re.compile(
    r"\b(?:in|(?:it )?took(?: me)?) (?:about |around |just )?(?P<hours>half an hour"
    r"|an? hour(?: and a half)?"
    r"|\d(?:[.,]\d{1,2})? ?h(?:ours?)?(?: ?(?:and )?\d\d ?(?:m|min)?)?)(?!\w)"
)
SLEEP: Final = whole(
    r"(?:i )?(?:only |just )?(?:slept|sleep(?: was)?):?"
    rf"(?: only| for| just| about| like| maybe)* {_HOURS.format('after')}"
    r"(?: of sleep)?(?: last night)?(?![\w/])",
    rf"(?:(?:i|only|just|got|had|like|about) )*{_HOURS.format('before')} (?:of )?sleep"
    r"(?: last night)?\b",
)
SORENESS: Final = whole(
    rf"(?:with )?(?:my )?(?:(?:still )?(?:soreness|sore)(?: is| of| at| now| like| about|:)*"
    rf"|{PLACE}(?: is| are| feel| at| now| still| like| about| sore,?|:)*)"
    rf" {_SCORE.replace('value', 'named')}(?:{_OF_TEN})(?: sore)?(?!\w)",
    rf"(?:with )?(?:my )?soreness(?: is| of| at"
    rf"|:)? {_SCORE.replace('value', 'alone')}(?![\w/.])",
    rf"(?:with )?{_SCORE.replace('value', 'before')}{_OF_TEN} (?:sore\b|soreness)",
)
SCORE: Final = re.compile(rf"(?<![\w.,/-]){_SCORE}{_OF_TEN}(?: effort)?(?![\w/])")
EFFORT: Final = re.compile(
    rf"(?:\b(?:rpe|effort)(?: of| was|:)? ?|@ ?|\bfelt like an? ){_SCORE}(?:{_OF_TEN})?"
    r"(?: effort)?(?![\w/])"
)
MINUTES: Final = whole(
    rf"(?<!\bin )(?<!-)(?:\bfor )?(?P<length>\b\d{{1,3}} ?(?:min(?:ute)?s?))"
    rf"(?: (?:in )?total| altogether)?{_AGO}",
    r"\bin (?P<watch>(?:\d{1,2}:)?\d{1,3}:[0-5]\d)(?![\w:])",
    r"(?:\bfor (?:about |around )?|\babout |\baround |(?<=\brun )|(?<=\bran )|(?<=\bjog )"
    r"|(?<=\bhiked )|(?<=\bskied )|(?<=\bcycled )|(?<=\bbiked ))"
    rf"(?P<hours>(?:(?:half )?an hour"
    rf"|\d(?:[.,]\d{{1,2}})? ?h(?:ours?)?(?: ?\d\d(?: ?min)?)?)){_AGO}",
    r"(?P<before>\b\d(?:[.,]\d{1,2})? ?h(?:ours?)?)(?= (?:bike ride|hike|ride|match|game)\b)",
    r"(?:(?<=\blegs )|(?<=\blegs, )|(?<=\bday )|(?<=\bday, ))"
    rf"(?P<alone>\d(?:[.,]\d)? ?h(?:ours?)?(?: ?\d\d)?){_AGO}",
    rf"\b(?:in|(?:it )?took(?: me)?) (?P<ran>\d{{1,3}} ?(?:min(?:ute)?s?)){_AGO}",
    # no clock's
    r"(?<![\d:])(?P<watched>\d:[0-5]\d:[0-5]\d|(?:2[4-9]|[3-9]\d):[0-5]\d)(?![\d:])",
)
DISTANCE: Final = whole(
    r"(?<![\w.,-])(?<!couch to )(?:\d{1,2} ?x ?)?\d{1,4}(?:[.,]\d{1,2})?"
    rf" ?{_UNIT}(?![\w/]){_TIMED}",
    rf"\b(?:half marathon|marathon|parkrun)\b{_TIMED}",
    rf"(?:(?<=\ba )|(?<=\bmy )|^)half{_TIMED}"
    r"(?= +\||$| (?:on|in|next|this|tomorrow|yesterday)\b)",
)
# What some word of a time is.
TIME: Final = re.compile(
    r"\b(?:today|tonight|tomm?or+ow|tmrw|yesterday|ago|earlier|(?:mon|tues?|wed(?:nes)?"
    r"|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|morning|afternoon|evening|night|noon|midnight"
    r"|weekend|after work|at lunch"
    r"|in (?:\d|an?\b|two|three|four|five|six|seven)|\d{1,2} ?[ap]m|at \d|\d{1,2}:\d\d)"
)
# Words at the edge of a time that are none of it: "today I ran".
BESIDE_TIME: Final = re.compile(r"i|was|is|am|my|we|the|done|finished")
# Times that say no more than now.
TODAY: Final = re.compile(r"(?:right )?now|(?:for |earlier |later )?today")
