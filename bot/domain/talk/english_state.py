"""The English words for legs, and for how they, the night and a member are."""

import re
from typing import Final

from bot.domain.facts.training import Alcohol

PLACE: Final = r"(?:legs|quads|hamstrings|hams|hammies|glutes|calves|thighs)"
LEGS: Final = (
    r"(?:legs|legs?[ -]?days?|leg (?:session|workout|training)|lower body|squat(?:s|ting)?"
    r"|deadlifts?|lunges|leg press)"
)

# Where an ache is from, which says nothing more.
SINCE: Final = (
    r"(?: (?:from|since|after) (?:(?:my|the|last) )?"
    rf"(?:leg day|legs|squats|lunges|deadlifts|training|running|(?:the )?gym|yesterday|\w+day)\b"
    rf"(?! {LEGS}))"
)
NOT_BAD: Final = (
    r"(?:nothing (?:bad|serious|major|crazy|terrible|dramatic)|not (?:too|that|so) bad)"
)
_FEELS: Final = (
    rf"(?:(?:and|but|with|my|the|{PLACE}|i'?m|i|have|got|am|are|is|feel|feels|feeling"
    r"|felt|still|like|now|currently|just|it|also|though|stairs) )*"
)
_SORE: Final = r"(?:sore|stiff|tight|achy|aching|soreness|doms)"
_FROM: Final = (
    rf"(?: (?:in|on) (?:my |the )?{PLACE}| all over|{SINCE}"
    rf"| {PLACE})?(?: this morning)?"
)
_NOT: Final = (
    r"(?<!not )(?<!not very )(?<!not too )(?<!not that )(?<!n't )(?<!no )(?<!zero )(?<!only )"
)
# How sore legs are in words, by the scale of the answers (0-10); the strongest first.
SORE: Final = tuple(
    (
        score,
        re.compile(rf"(?<![\w'/]){_FEELS}{_NOT}(?:{words}){_FROM}(?![\w'])(?![ :]*\d| yet)"),
    )
    for score, words in (
        (
            8,
            r"(?:can'?t|cannot) (?:even |really )?walk(?: properly| normally| straight| right)?"
            r"|(?:can|could) (?:barely|hardly) (?:walk|sit|move|bend|climb|manage|do|get|go)"
            r"(?: (?:up|down|out of bed))*(?: (?:the )?stairs)?(?: (?:on|off) the toilet)?",
        ),
        (
            6,
            r"(?:pretty|quite|really|very|so|super|rather|extremely|insanely|mega|hella|damn"
            rf"|fucking|crazy|too)(?: (?:fucking|damn))? {_SORE}|{_SORE} (?:as hell|af)"
            rf"|(?:{_SORE} )?(?:is |are )?killing me|(?:bad|heavy|brutal) (?:doms|soreness)"
            r"|(?:doms|soreness) (?:is|are) (?:(?:so|really|very) )?(?:bad|brutal|insane|awful)",
        ),
        (
            2,
            r"(?:a (?:little|tiny )?bit|a little|a touch|bit|slightly|kinda|kind of|little|mildly"
            rf"|somewhat|tiny bit)(?: of)? {_SORE}|{_SORE} (?:a (?:little )?bit|a little)"
            r"|(?:still )?hurts? a (?:little )?bit",
        ),
        (
            4,
            r"(?:doms|soreness) is (?:so |very )?real|(?:my )?(?:hamstring|quad|glute)"
            r"(?: feels| is)?(?: a bit| a little)? (?:tight|stiff)|tight (?:hamstring|quad|glute)"
            rf"|(?:some )?{_SORE}",
        ),
    )
)
# How hard a leg day was in words, as an effort; how heavy the weights were says nothing of it.
HARDNESS: Final = tuple(
    (
        effort,
        re.compile(
            rf"(?<![\w'])(?:(?:and|but|it|that|was|felt) )*{_NOT}(?:{words})(?![\w'])"
            r"(?! (?:to|time|day|enough)\b)"
        ),
    )
    for effort, words in (
        (
            9,
            r"(?:(?:really|very|so|super|extremely|insanely|absolutely|fucking) )+(?:hard|tough)"
            r"|(?:(?:pretty|really|so|absolutely) )?(?:brutal|killer)",
        ),
        (8, r"(?:(?:pretty|quite|rather) )?(?:hard|tough)"),
        (4, r"(?:(?:pretty|very|really|quite) )?(?:light|easy)"),
    )
)
# A night in words, in hours: the careful end of the spans that are asked about.
SLEPT: Final = tuple(
    (
        hours,
        re.compile(rf"(?<![\w'])(?:(?:and|but|i) )*(?:{words})(?: last night)?(?![\w'])(?! ?\d)"),
    )
    for hours, words in (
        (
            3,
            r"(?:barely|hardly|didn'?t|did not) (?:slept|sleep)(?: at all)?|(?:almost )?no sleep"
            r"(?: at all)?|zero sleep",
        ),
        (
            5,
            r"slept (?:really |very |so )?(?:bad|badly|poorly|terribly|awful|like (?:shit|crap))"
            r"|(?:an? )?(?:bad|poor|terrible|awful|rough|short) (?:night'?s? )?(?:sleep|night)",
        ),
    )
)
# How somebody is, as legs that feel so (1-5).
TIRED: Final = (
    (
        2,
        re.compile(
            r"(?<![\w'])(?:(?:and|but|i'?m|i|am|feel|feeling|felt) )*"
            r"(?:(?:so|very|really|pretty|a bit|super|kinda|still) )*"
            r"(?:tired|exhausted|drained|wiped|knackered)(?![\w'])"
        ),
    ),
)
_DRINKS: Final = (
    r"(?:drinks?(?! of)|beers?|pints?|glass(?:es)? of (?:wine|champagne)|wines|cocktails?"
    r"|shots? of (?:tequila|vodka|rum|gin|whiske?y)|whiske?ys?)"
)
_DRANK: Final = r"(?<![\w'])(?:(?:and|but|i|i've|we|had|drank|after|having|about|like|just|only) )*"
_LATELY: Final = (
    r"(?: (?:last night|yesterday(?: evening)?|tonight|earlier|today|at dinner))?(?![\w'])"
)
# Drinks of the last day, the most first; a hangover is of no fewer than three.
DRUNK: Final = tuple(
    (dose, re.compile(rf"{_DRANK}(?:{words}){_LATELY}(?! (?:ago|for)\b)"))
    for dose, words in (
        (
            Alcohol.SIX_PLUS,
            rf"(?:six|seven|eight|nine|ten|a lot of|lots of|too many|[6-9]|\d\d) {_DRINKS}"
            r"|(?:i'?m |i am |got |was )?(?:(?:so|very|really|pretty|still) )*"
            r"(?:drunk|wasted|hammered)",
        ),
        (
            Alcohol.THREE_FIVE,
            rf"(?:three|four|five|a few|some|several|[3-5]) {_DRINKS}"
            r"|(?:i'?m |i am )?(?:(?:so|very|really|pretty|a bit|still) )*(?:hungover|hung over)"
            r"|(?:have |got )?(?:a )?(?:(?:bad|slight|huge|massive) )?hangover",
        ),
        (Alcohol.ONE_TWO, rf"(?:an?|one|two|a couple(?: of)?|[12]) {_DRINKS}"),
    )
)
# From 28 °C or 82 °F on. Fewer degrees without a scale may be of either; those that may be a fever
# count with "outside" only.
_WARM: Final = (
    r"(?:2[89]|3[0-5]|4[3-5]) ?(?:degrees )?c|(?:8[2-9]|9[0-6]|10[6-9]|11\d) ?(?:degrees|f)"
)
_WARM_OUTSIDE: Final = (
    r"(?:(?:2[89]|3\d|4[0-5]) ?(?:degrees )?c|(?:8[2-9]|9\d|1[01]\d) ?(?:degrees|f))"
    r" (?:out|outside)"
)
HOT: Final = re.compile(
    r"(?<![\w'])(?:(?:(?:and|but|if) )?(?:it'?s|it is|its)"
    rf"(?: (?:so|too|very|really|pretty|quite|super))* (?:hot|boiling|{_WARM_OUTSIDE}|{_WARM})"
    r"(?: (?:out|outside|out there|here|today|now|tonight))*"
    r"|(?:(?:and|but) )?in (?:the|this|such|that) heat(?! up)"
    rf"|{_WARM_OUTSIDE})(?![\w'])"
)
# Well-being that changes no answer.
WELL: Final = re.compile(
    r"(?<![\w'])(?:(?:and|but|i'?m|i|am) )*(?:feel|feels|feeling|felt) "
    r"(?:(?:really|pretty|quite|so|very|super) )?(?:good|great|fine|ok|okay|strong|better|amazing"
    r"|fresh|awesome|well)(?! enough)(?![\w'])"
    rf"|\b{NOT_BAD}\b|(?:but )?otherwise (?:fine|ok|okay|good|great)\b"
    r"|\bit'?s (?:raining|cold|snowing|windy|dark|wet|freezing)(?: (?:out|outside|today|now))*\b"
    r"|\bin the (?:rain|snow|cold|dark|wind)\b"
    r"|\b(?:no|without(?: an?)?) cough\b"
)
