"""The English words by which sentences are told apart."""

import re
from typing import Final

from bot.domain.facts.training import Activity, RunKind
from bot.domain.talk.cues import Cues
from bot.domain.talk.english_about import ABOUT, LEARN, WONDERS
from bot.domain.talk.english_asking import ASKING, HARD
from bot.domain.talk.english_done import DID, LEG_DAY, RUN, SUCH, THERE
from bot.domain.talk.english_signs import OVER, SIGNS
from bot.domain.talk.english_slang import SAID_DONE, SAID_THANKS, SLANG
from bot.domain.talk.english_state import HARDNESS, LEGS, NOT_BAD, PLACE, SINCE

_NOT: Final = (
    r"(?:not?|never|without|cannot|can'?t|(?:do|did|does|is|are|was|were|have|has|had"
    r"|wo|would|should)n'?t)"
)
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


def _whole(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


ENGLISH: Final = Cues(
    signs=tuple(
        (sign, re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])"))
        for pattern, sign in SIGNS.items()
    ),
    denial=re.compile(
        rf"(?<![\w'])(?:i )?{_NOT}(?: (?:any|an?|the|my|more|had|have|has|got|feel|felt|having|ever"
        r"|been|is|of|signs?|coughs?|colds?|or|nor))*$"
    ),
    negation=re.compile(rf"(?<![\w']){_NOT}(?![\w'])"),
    over=OVER,
    mended=("chest", "breath", "breathe", "breathing", "swollen", "urine", "intervals", "soreness",
            "running"),
    around=(
        re.compile(
            r"\A(?:(?:hey|hi|hello|yo|good (?:morning|evening|afternoon)|morning|thanks"
            r"|thank you"
            r"|thx)(?: (?:there|legday|bot|coach))?[,.! ]+)+(?=\S)"
        ),
        re.compile(
            r"[, ]+(?:please|pls|plz|thanks|thank you|thx|coach|bro|bruh|dude|man|mate|legday|bot"
            r"|buddy|guys)(?=[.!?]*$)"
        ),
    ),
    slang=SLANG,
    asking=ASKING,
    clause=re.compile(
        r"[,.;!?|]+ ?|\s+(?:and|but|so|then|now)\b|\s+(?P<after>after)\b"
        r"|\s+(?=(?:when |how (?:soon|long|far) )?"
        r"(?:can|may|should|could) i\b|(?:is|would) (?:it|an?)\b|am i\b|ok to\b|from\b|if i\b)"
    ),
    joining=re.compile(
        r"\A[\s|,.;]*(?:(?:and|but|so|then|also|because|cause|since)\b[ ,]*)*"
        r"(?:(?:i )?(?:just )?(?:got|came)(?: back| home)? from the gym[ ,.]*(?:and )?)?"
    ),
    how_hard=re.compile(
        r"(?:(?:log|logged|workout|i|i'?m|am|dead|it|that|was|were|felt|and|but|pretty|very|really|quite|so|super|absolutely"
        r"|hard|heavy|brutal|tough|easy|light|good|great|killer)(?: |$))+"
    ),
    hardness=HARDNESS,
    bare=re.compile(r"\b(?:did|done|gym|workout|trained)\b"),
    runs=re.compile(r"\b(?:run|running|jog|jogging|couch to 5k|c25k)\b"),
    legs=_whole(
        rf"{DID}(?: of)?(?: {SUCH})* {LEG_DAY}{THERE}",
        rf"(?:(?:my|{SUCH}) )?{LEG_DAY}(?: is| are| was)? (?:done|finished|completed)"
        r"(?: for (?:today|the day|now))?",
        r"(?:i )?(?:just |already )*(?:squatted|deadlifted)(?: (?:heavy|hard|light|again))*",
    ),
    legs_alone=re.compile(
        r"(?:(?:i )?(?:just )?(?:did|done|finished|had|trained|hit)"
        r"|(?:at the )?(?:gym|workout|done)|(?:i )?(?:just )?(?:went to|hit|back from) the gym"
        rf"|(?:from |was |of )?(?:(?:my|the|{SUCH}) )*(?:{LEG_DAY}|squats|lunges|deadlifts)"
        rf"(?: was)?{THERE}(?: (?:done|was))?)?"
    ),
    did=re.compile(
        rf"(?P<done>{DID} )?"
        r"(?:(?:with|w/|some|a few|a couple of|a bit of|my|the|only|heavy|light) )*"
        rf"(?:{LEG_DAY}:? (?=[a-z]))?"
    ),
    ran=_whole(
        r"(?:i |i've |ive )?(?:just |already |only )*(?:ran|jogged|walked(?: the dog)?)"
        rf"(?: an?| my)?(?: {SUCH})*(?: run)?(?: of| for| about| around| roughly| at)*{THERE}",
        rf"(?:i |i've |ive |i'm |im )?(?:just |already |only )*(?:did|finished|completed|had|got"
        rf"|went (?:for|on)|went|smashed|crushed|knocked out|back from|log|logged)"
        rf"(?: an?| my| the)?(?: {SUCH})*(?: {RUN})?(?: of| for| about)*(?: {RUN})?"
        rf"(?: done| in)?{THERE}",
        rf"(?:(?:an?|my) )?(?:{SUCH} )?(?:{RUN} )?(?:done|finished|completed)",
        r"(?:on the )?treadmill(?: run)?",
    ),
    took=re.compile(
        r"\b(?:in|(?:it )?took(?: me)?) (?:about |around |just )?(?P<hours>half an hour"
        r"|an? hour(?: and a half)?"
        r"|\d(?:[.,]\d{1,2})? ?h(?:ours?)?(?: ?(?:and )?\d\d ?(?:m|min)?)?)(?!\w)"
    ),
    past=re.compile(
        r"\b(?:ran|raced|did|done|finished|completed|had|went|was|just|after(?! work)|jogged|walked"
        r"|cycled|biked|rode|hiked|skied|played|trained|hit|squatted|deadlifted|lifted|worked|back"
        r"|smashed|crushed|killed|destroyed|nailed|log)"
    ),
    walked=re.compile(r"\bwalked\b"),
    did_sports=(
        (
            Activity.RIDE,
            re.compile(r"\b(?:cycled|biked|rode(?: (?:my|the|a))? (?:bike|bicycle|mtb))\b"),
        ),
        (Activity.HIKE, re.compile(r"\bhiked\b")),
        (Activity.SKI, re.compile(r"\b(?:skied|snowboarded)\b")),
    ),
    did_sport=re.compile(
        rf"(?:(?:i|i've|ive|we|just|only|already|played|did|done|had|went|was|finished|completed|been|out"
        rf"|on|for|of|in|about|around|my|the|with|friends|from|to|work|back|home|{SUCH}|session"
        r"|stationary|indoor|ride|game|match|training)(?: |$))*"
    ),
    checkin=re.compile(
        rf"(?:(?:check-?in|check in|i|my|{PLACE}|are|is|feel|sore|and|only|just|now|today|very"
        rf"|really|but|{NOT_BAD})"
        r"(?: |$))*"
    ),
    asks_checkin=re.compile(r"(?:i want to )?check[ -]?in"),
    help=re.compile(
        r"(?:help|hi|hello|hey|yo|good (?:morning|evening|afternoon)|\?+"
        r"|what can you do|how does (?:this|it) work|how do you work)?(?: (?:legday|there"
        r"|please|bot))?"
    ),
    done=re.compile(r"(?:i )?(?:just )?(?:did it|done it|done|finished|did that|all done"
    r"|yes,? done)"),
    snooze=re.compile(r"(?:(?:snooze|later|remind me(?: again)?(?: later)?)(?: it)?)"
    r"(?: (?P<length>.+))?"),
    stop=re.compile(
        r"(?:please )?(?:stop(?: it| this| that| all| them| reminders| reminding me)?"
        r"|stop (?:messaging|texting|dming|writing|pinging|sending|bothering)(?: to)?(?: me)?"
        r"(?: (?:messages|reminders|this|these|stuff))?|no more (?:reminders|messages|dms)"
        r"|(?:turn|switch) (?:off )?(?:all |my |the )*(?:reminders|notifications|messages)(?: off)?"
        r"|(?:don't|do not) (?:remind|message|dm|text|write|send)(?: to)? me"
        r"(?: (?:any ?more|messages|reminders|again|anything))*|unsubscribe"
        r"|(?:cancel|end|disable) (?:all |my |the )*(?:reminders|notifications)"
        r"|(?:i )?(?:(?:don't|do not) (?:want|need)|want no)(?: any| more| the| these| your)*"
        r" (?:reminders|messages|notifications|dms)(?: any ?more)?)"
    ),
    kinds=tuple(
        (kind, re.compile(rf"\b(?:{words})\b"))
        for kind, words in (
            (RunKind.EASY, "easy|zone ?2|gentle|gently|slow(?:ly)?|recovery(?= run| jog)"),
            (RunKind.STEADY, "steady"),
            (RunKind.TEMPO, "tempo|threshold"),
            (RunKind.INTERVALS, "intervals?|fartlek|speed ?work|speed session|track(?: session)?"),
            (RunKind.SPRINTS, "(?<!hill )sprints?"),
            (RunKind.HILLS, "hills?(?: (?:sprints?|repeats|reps))?"),
            (RunKind.LONG, "(?<!how )long"),
            (RunKind.RACE, "race"),
            (RunKind.WALK, "walk(?:ing)?"),
        )
    ),
    hard=HARD,
    run_or_walk=re.compile(
        rf"\b(?:{RUN} or (?:go )?(?:for )?(?:(?:a|to) )?{RUN}"
        r"|(?:easy|slow|short)(?: run)? or (?:an? )?(?:hard|fast|tempo|long)(?: (?:run|one))?)\b"
    ),
    gentle=re.compile(r"\b(?:jog|walk)"),
    named=(
        (RunKind.RACE, re.compile(r"marathon|parkrun|half")),
        (RunKind.INTERVALS, re.compile(r"\d ?x ?\d")),
    ),
    races=re.compile(r"(?:5|10|42|21) ?k(?:m|ilomet(?:er|re)s?)?|.*marathon|parkrun|a? ?half"),
    cold=_whole(
        r"\b(?:i have |have |i've got |i've |i got |woke up with |with |having |got )?(?:an? )?"
        r"(?:(?:bit of an?|slight|mild|little) )?(?:head cold|(?<=\ba )cold|(?<=\bslight )cold"
        r"|(?<=\bmild )cold|runny nose|stuffy nose|blocked nose|sniffles|sore throat)\b"
        r"(?! (?:shower|plunge|bath|water|pack|brew|drink|beer|run|day))"
    ),
    unsore=_whole(
        r"\b(?:(?:i'?m |i am |my |legs are |are |legs )*not(?: at all)? sore"
        r"|(?:my )?legs aren'?t sore|(?:no|zero) soreness|soreness(?: is)? (?:zero|none))"
        r"(?: at all| any ?more)?(?! yet)(?!\w)"
    ),
    felt=tuple(
        (
            felt,
            re.compile(
                rf"\b(?:{words}) legs\b{SINCE}?"
                rf"|\b(?<!\bare )(?<!\bare my )(?:(?:and|but|with|my|the) )*{PLACE}"
                r"(?: (?:feel|felt|feeling|are|is))?"
                r"(?: (?:like|made of|so|pretty|really|very|still|a bit|kinda|totally"
                r"|absolutely|completely))*"
                rf" (?:{words})\b"
                rf"{SINCE}?"
            ),
        )
        for felt, words in (
            (1, "dead|toast|fried|wrecked|cooked|destroyed|jelly|shot|smoked|trashed|noodles"),
            (2, "heavy|tired|weak|exhausted|concrete|lead|bricks|wood|stone"),
            (3, "so-so|meh"),
            (4, "good|fine|great|ok|okay|alright"),
            (5, "fresh|rested|recovered"),
        )
    ),
    sleep=_whole(
        r"(?:i )?(?:only |just )?(?:slept|sleep(?: was)?):?"
        rf"(?: only| for| just| about| like| maybe)* {_HOURS.format('after')}"
        r"(?: of sleep)?(?: last night)?(?![\w/])",
        rf"(?:(?:i|only|just|got|had|like|about) )*{_HOURS.format('before')} (?:of )?sleep"
        r"(?: last night)?\b",
    ),
    soreness=_whole(
        rf"(?:with )?(?:my )?(?:(?:still )?(?:soreness|sore)(?: is| of| at| now| like| about|:)*"
        rf"|{PLACE}(?: is| are| feel| at| now| still| like| about| sore,?|:)*)"
        rf" {_SCORE.replace('value', 'named')}(?:{_OF_TEN})(?: sore)?(?!\w)",
        rf"(?:with )?(?:my )?soreness(?: is| of| at"
        rf"|:)? {_SCORE.replace('value', 'alone')}(?![\w/.])",
        rf"(?:with )?{_SCORE.replace('value', 'before')}{_OF_TEN} (?:sore\b|soreness)",
    ),
    score=re.compile(rf"(?<![\w.,/-]){_SCORE}{_OF_TEN}(?: effort)?(?![\w/])"),
    effort=re.compile(
        rf"(?:\b(?:rpe|effort)(?: of| was|:)? ?|@ ?|\bfelt like an? ){_SCORE}(?:{_OF_TEN})?"
        r"(?: effort)?(?![\w/])"
    ),
    minutes=_whole(
        rf"(?<!\bin )(?<!-)(?:\bfor )?(?P<length>\b\d{{1,3}} ?(?:min(?:ute)?s?))"
        rf"(?: (?:in )?total| altogether)?{_AGO}",
        r"\bin (?P<watch>(?:\d{1,2}:)?\d{1,3}:[0-5]\d)(?![\w:])",
        r"(?:\bfor (?:about |around )?|\babout |\baround |(?<=\brun )|(?<=\bran )|(?<=\bjog )"
        r"|(?<=\bhiked )|(?<=\bskied )|(?<=\bcycled )|(?<=\bbiked ))"
        rf"(?P<hours>(?:(?:half )?an hour"
        rf"|\d(?:[.,]\d{{1,2}})? ?h(?:ours?)?(?: ?\d\d(?: ?min)?)?)){_AGO}",
        r"(?P<before>\b\d(?:[.,]\d{1,2})? ?h(?:ours?)?)(?= (?:bike ride|hike|ride|match|game)\b)",
        r"(?:(?<=\blegs )|(?<=\bday )|(?<=, )(?=[^,.|]{2,8}(?:[,.|]|$)))"
        rf"(?P<alone>\d(?:[.,]\d)? ?h(?:ours?)?(?: ?\d\d)?){_AGO}",
        rf"\b(?:in|(?:it )?took(?: me)?) (?P<ran>\d{{1,3}} ?(?:min(?:ute)?s?)){_AGO}",
        # no clock's
        r"(?<![\d:])(?P<watched>\d:[0-5]\d:[0-5]\d|(?:2[4-9]|[3-9]\d):[0-5]\d)(?![\d:])",
    ),
    distance=_whole(
        r"(?<![\w.,-])(?<!couch to )(?:\d{1,2} ?x ?)?\d{1,4}(?:[.,]\d{1,2})?"
        rf" ?{_UNIT}(?![\w/]){_TIMED}",
        rf"\b(?:half marathon|marathon|parkrun)\b{_TIMED}",
        rf"(?:(?<=\ba )|(?<=\bmy )|^)half{_TIMED}"
        r"(?= +\||$| (?:on|in|next|this|tomorrow|yesterday)\b)",
    ),
    time=re.compile(
        r"\b(?:today|tonight|tomm?or+ow|tmrw|yesterday|ago|earlier|(?:mon|tues?|wed(?:nes)?"
        r"|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|morning|afternoon|evening|night|noon|midnight"
        r"|weekend|after work|at lunch"
        r"|in (?:\d|an?\b|two|three|four|five|six|seven)|\d{1,2} ?[ap]m|at \d|\d{1,2}:\d\d)"
    ),
    beside_time=re.compile(r"i|was|is|am|my|we|the|done|finished"),
    today=re.compile(r"(?:right )?now|(?:for |earlier |later )?today"),
    ran_felt=tuple(
        (
            felt,
            re.compile(
                r"\b(?:(?:and|but|it|legs) )*(?:felt|feeling|was) (?:really |so |pretty )?"
                rf"(?:{words})\b"
            ),
        )
        for felt, words in (
            (1, "dead|(?:like )?(?:shit|crap)"),
            (2, "heavy|tired|awful|terrible|bad|rough|hard|tough|slow"),
            (3, "ok|okay|so-so|meh|alright"),
            (4, "good|great|fine|strong|amazing|easy|awesome|nice"),
            (5, "fresh"),
        )
    ),
    said_done=SAID_DONE,
    said_thanks=SAID_THANKS,
    about=ABOUT,
    wonders=WONDERS,
    learn=LEARN,
    topics={
        "ask": re.compile(r"\b(?:can|may|should|could|ok|okay|ready)\b|\brun\w*\b.*\?"),
        "legs": re.compile(r"\b(?:leg|legs|legday|squat\w*|deadlift\w*|lunges?|trained|gym)\b"),
        "run": re.compile(r"\b(?:ran|run|running|jog\w*|treadmill|km|miles?|\d+k)\b"),
        "checkin": re.compile(r"\b(?:sore\w*|slept|sleep|feel|hurts?|pain|tired)\b"),
    },
)  # fmt: skip
