"""The English words by which sentences are told apart."""

import re
from typing import Final

from bot.domain.facts.training import RunKind
from bot.domain.talk.cues import Cues
from bot.domain.talk.english_signs import SIGNS

_NOT: Final = (
    r"(?:not?|never|without|cannot|can'?t|(?:do|did|does|is|are|was|were|have|has|had"
    r"|wo|would|should)n'?t)"
)
_SCORE: Final = r"(?P<value>\d{1,2}(?:[.,]5)?)"
_OF_TEN: Final = r" ?(?:/|out of|of) ?10"
_PLACE: Final = r"(?:legs|quads|hamstrings|hams|glutes|calves|thighs)"
_HOURS: Final = (
    r"(?P<{}>\d{{1,3}}(?:-\d{{1,2}})?(?:[.,]\d{{1,2}}|:[0-5]\d)?"
    r"(?: ?(?:h|hrs?|hours?)(?: ?[0-5]?\d ?m(?:in)?)?)?)"
)
_RUN: Final = r"(?:run|jog|walk)"
_AGO: Final = r"(?! ?(?:ago|earlier|back|later)\b)(?! ?\d+ ?m)(?!\w)"
_UNIT: Final = r"(?:km|k|kilomet(?:er|re)s?|mi|miles?|met(?:er|re)s|m)"


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


ENGLISH: Final = Cues(
    signs=tuple(
        (sign, re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])"))
        for pattern, sign in SIGNS.items()
    ),
    denial=re.compile(
        rf"(?<![\w'])(?:i )?{_NOT}(?: (?:any|an?|the|my|more|had|have|has|got|feel|felt|having|ever"
        r"|been|is|of|signs?))*$"
    ),
    negation=re.compile(rf"(?<![\w']){_NOT}(?![\w'])"),
    mended=("chest", "breath", "breathe", "breathing", "swollen", "urine", "intervals", "soreness"),
    around=(
        re.compile(
            r"\A(?:(?:hey|hi|hello|yo|so|good (?:morning|evening|afternoon)|morning|thanks"
            r"|thank you"
            r"|thx)(?: (?:there|legday|bot|coach))?[,.! ]+)+(?=\S)"
        ),
        re.compile(r"[, ]+(?:please|pls|plz|thanks|thank you|thx|coach)(?=[.!?]*$)"),
    ),
    ask=_whole(
        r"(?:so )?(?:(?:when )?(?:can|may|should|could|shall) i"
        r"|(?:do you think|how long (?:until|till|before)) i (?:can|could|may)"
        r"|(?:am i |is it |would it be |is )?(?:ok|okay|good|a good idea|fine|fit|ready|safe"
        r"|recovered)"
        r"(?: enough)?"
        r"(?: for me)?"
        r"(?: to| for)?"
        r"|is (?:running|jogging|a run) (?:ok|okay|safe))"
        r"(?: (?:still|already|just|only|rest|or|go|run|running|jog|jogging|walk|do|have|for|on"
        r"|a|an|the|of"
        r"|some|my|again|with|and|session|please|should i))*"
    ),
    ask_alone=re.compile(r"(?:(?:an?|my) )?(?:run|running|jog|jogging)?"),
    runs=re.compile(r"\b(?:run|running|jog|jogging)\b"),
    legs=_whole(
        r"(?:i |i've )?(?:have |just |already )*(?:did|trained|finished|completed|had|hit"
        r"|done with|done"
        r"|log|logged)(?: my| some)? (?:legs|leg day|legday|leg session)(?: done)?",
        r"(?:my )?(?:legs|leg day|legday)(?: is| are)? (?:done|finished|completed)",
        r"(?:i )?(?:just |already )*squatted",
    ),
    legs_alone=re.compile(
        r"(?:(?:i )?(?:just )?(?:did|done|finished)|(?:my )?"
        r"(?:(?:hard|heavy|easy|light|big) )?(?:legs|leg day|legday)(?: done)?)?"
    ),
    did=re.compile(r"(?:(?:i )?(?:just |already )*(?:did|done|finished|log|logged) )?"),
    ran=_whole(
        r"(?:i |i've )?(?:just |already )*(?:ran|jogged|walked)(?: an?| my)?(?: run)?(?: of"
        r"| for| about| around| roughly)*",
        rf"(?:i |i've )?(?:just |already )*(?:did|finished|completed|had|went (?:for|on)|log"
        rf"|logged)"
        rf"(?: an?| my)?(?: {_RUN})?(?: of| for| about)*(?: {_RUN})?",
        rf"(?:an? |my )?(?:{_RUN} )?(?:done|finished)",
    ),
    walked=re.compile(r"\bwalked\b"),
    checkin=re.compile(
        rf"(?:(?:check-?in|check in|i|my|{_PLACE}|are|is|feel|sore|and|only|just|now|today|very"
        rf"|really)"
        r"(?: |$))*"
    ),
    asks_checkin=re.compile(r"(?:i want to )?check[ -]?in"),
    help=re.compile(
        r"(?:help|hi|hello|hey|yo|good (?:morning|evening|afternoon)|thanks|thank you|thx|\?+"
        r"|what can you do|how does (?:this|it) work|how do you work)?(?: (?:legday|there"
        r"|please|bot))?"
    ),
    done=re.compile(r"(?:i )?(?:just )?(?:did it|done it|done|finished|did that|all done"
    r"|yes,? done)"),
    snooze=re.compile(r"(?:(?:snooze|later|remind me(?: again)?(?: later)?)(?: it)?)"
    r"(?: (?P<length>.+))?"),
    stop=re.compile(
        r"(?:please )?stop(?: it| this| that| all| them| reminders| reminding me)?"
    ),
    kinds=tuple(
        (kind, re.compile(rf"\b(?:{words})\b"))
        for kind, words in (
            (RunKind.EASY, "easy|slow(?:ly)?|recovery(?= run| jog)"),
            (RunKind.STEADY, "steady"),
            (RunKind.TEMPO, "tempo|threshold"),
            (RunKind.INTERVALS, "intervals?|fartlek"),
            (RunKind.SPRINTS, "(?<!hill )sprints?"),
            (RunKind.HILLS, "hills?(?: (?:sprints?|repeats|reps))?"),
            (RunKind.LONG, "(?<!how )long"),
            (RunKind.RACE, "race"),
            (RunKind.WALK, "walk(?:ing)?"),
        )
    ),
    run_or_walk=re.compile(rf"\b(?:{_RUN} or (?:go (?:for )?)?(?:a )?{_RUN})\b"),
    gentle=re.compile(r"\b(?:jog|walk)"),
    named=(
        (RunKind.RACE, re.compile(r"marathon|parkrun")),
        (RunKind.INTERVALS, re.compile(r"\d ?x ?\d")),
    ),
    cold=_whole(
        r"\b(?:i have |i've got |i've |i got |with |having |got )?(?:an? )?(?:bit of an? )?"
        r"(?:head cold|(?<=\ba )cold|(?<=\bslight )cold|runny nose|stuffy nose|blocked nose"
        r"|sniffles|sore throat)\b"
        r"(?! (?:shower|plunge|bath|water|pack|brew|drink|beer|run|day))"
    ),
    unsore=_whole(
        r"\b(?:(?:i'?m |i am |my |legs are |are |legs )*not(?: at all)? sore"
        r"|(?:my )?legs aren'?t sore|(?:no|zero) soreness|soreness(?: is)? (?:zero|none))"
        r"(?: at all| any ?more)?(?! yet)(?!\w)"
    ),
    felt=tuple(
        (felt, re.compile(rf"\b(?:{words}) legs\b|\blegs (?:feel|felt|feeling|are) (?:{words})\b"))
        for felt, words in (
            (1, "dead"),
            (2, "heavy"),
            (3, "so-so|meh"),
            (4, "good|fine"),
            (5, "fresh"),
        )
    ),
    sleep=_whole(
        rf"(?:i )?(?:only |just )?(?:slept|sleep(?: was)?):?(?: only| for| just| about)* "
        rf"{_HOURS.format('after')}(?: of sleep)?(?: last night)?(?![\w/])",
        rf"{_HOURS.format('before')} (?:of )?sleep(?: last night)?\b",
    ),
    soreness=_whole(
        rf"(?:with )?(?:my )?(?:(?:soreness|sore)(?: is| of| at| now|:)?"
        rf"|{_PLACE}(?: is| are| feel| at| now| sore,?|:)*)"
        rf" {_SCORE.replace('value', 'named')}(?:{_OF_TEN})(?: sore)?(?!\w)",
        rf"(?:with )?(?:my )?soreness(?: is| of| at"
        rf"|:)? {_SCORE.replace('value', 'alone')}(?![\w/.])",
        rf"(?:with )?{_SCORE.replace('value', 'before')}{_OF_TEN} (?:sore\b|soreness)",
    ),
    score=re.compile(rf"(?<![\w.,/-]){_SCORE}{_OF_TEN}(?![\w/])"),
    effort=re.compile(rf"(?:\b(?:rpe|effort)(?: of| was|:)? ?|@ ?){_SCORE}(?:{_OF_TEN})?(?![\w/])"),
    minutes=_whole(
        rf"(?<!\bin )(?<!-)(?:\bfor )?(?P<length>\b\d{{1,3}} ?(?:min(?:ute)?s?)){_AGO}",
        r"\bin (?P<watch>(?:\d{1,2}:)?\d{1,3}:[0-5]\d)(?![\w:])",
        rf"(?:\bfor |(?<=\brun )|(?<=\bran )|(?<=\bjog ))(?P<hours>(?:(?:half )?an hour"
        rf"|\d(?:[.,]\d{{1,2}})? ?h(?:ours?)?(?: ?\d\d(?: ?min)?)?)){_AGO}",
        rf"\bin (?P<ran>\d{{1,3}} ?(?:min(?:ute)?s?)){_AGO}",
    ),
    distance=_whole(
        rf"(?<![\w.,-])(?:\d{{1,2}} ?x ?)?\d{{1,4}}(?:[.,]\d{{1,2}})? ?{_UNIT}(?![\w/])",
        r"\b(?:half marathon|marathon|parkrun)\b",
    ),
    time=re.compile(
        r"\b(?:today|tonight|tomm?or+ow|tmrw|yesterday|ago|earlier|(?:mon|tues?|wed(?:nes)?"
        r"|thu(?:rs)?"
        r"|fri|sat(?:ur)?|sun)(?:day)?|morning|afternoon|evening|night|noon|midnight"
        r"|in (?:\d|an?\b|two|three|four|five|six|seven)|\d{1,2} ?[ap]m|at \d|\d{1,2}:\d\d)"
    ),
    beside_time=re.compile(r"i|was|is|am|my|we|the"),
    today=re.compile(r"(?:right )?now|today"),
    topics={
        "ask": re.compile(r"\b(?:can|may|should|could|ok|okay|ready)\b|\brun\w*\b.*\?"),
        "legs": re.compile(r"\b(?:leg|legs|legday|squat\w*|deadlift\w*|lunges?|trained|gym)\b"),
        "run": re.compile(r"\b(?:ran|run|running|jog\w*|km|miles?|\d+k)\b"),
        "checkin": re.compile(r"\b(?:sore\w*|slept|sleep|feel|hurts?|pain|tired)\b"),
    },
)  # fmt: skip
