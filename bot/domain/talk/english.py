"""The English words by which sentences are told apart."""

import re
from typing import Final

from bot.domain.facts.training import Activity, RunKind
from bot.domain.talk.english_done import DID, LEG_DAY, RUN, SUCH, THERE
from bot.domain.talk.english_numbers import whole
from bot.domain.talk.english_signs import SIGNS
from bot.domain.talk.english_state import NOT_BAD, PLACE, SINCE

_NOT: Final = (
    r"(?:not?|never|without|cannot|can'?t|(?:do|did|does|is|are|was|were|have|has|had"
    r"|wo|would|should)n'?t)"
)

# What names each danger sign; a gap in it is filled with at most a few words.
SIGN_PATTERNS: Final = tuple(
    (sign, re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])")) for pattern, sign in SIGNS.items()
)
# What stands right before a sign that somebody does not have.
DENIAL: Final = re.compile(
    rf"(?<![\w'])(?:i )?{_NOT}(?: (?:any|an?|the|my|more|had|have|has|got|feel|felt|having|ever"
    r"|been|is|of|signs?|coughs?|colds?|or|nor))*$"
)
# What denies a sign from within: "urine is not dark".
NEGATION: Final = re.compile(rf"(?<![\w']){_NOT}(?![\w'])")
# Long words whose typing slips are mended.
MENDED: Final = (
    "chest", "breath", "breathe", "breathing", "swollen", "urine", "intervals", "soreness",
    "running",
)  # fmt: skip
# Greetings and thanks before a sentence and behind it.
AROUND: Final = (
    re.compile(
        r"\A(?:(?:hey|hi|hello|yo|good (?:morning|evening|afternoon)|morning|thanks"
        r"|thank you"
        r"|thx)(?: (?:there|legday|bot|coach))?[,.! ]+)+(?=\S)"
    ),
    re.compile(
        r"[, ]+(?:please|pls|plz|thanks|thank you|thx|coach|bro|bruh|dude|man|mate|legday|bot"
        r"|buddy|guys)(?=[.!?]*$)"
    ),
)
# Where a message falls into what is told and what is asked.
CLAUSE: Final = re.compile(
    r"[,.;!?|]+ ?|\s+(?:and|but|so|then|now)\b|\s+(?P<after>after)\b"
    r"|\s+(?=(?:when |how (?:soon|long|far) )?"
    r"(?:can|may|should|could) i\b|(?:is|would) (?:it|an?)\b|am i\b|ok to\b|from\b|if i\b)"
)
# What stands before a part of a message and says nothing.
JOINING: Final = re.compile(
    r"\A[\s|,.;]*(?:(?:and|but|so|then|also|because|cause|since)\b[ ,]*)*"
    r"(?:(?:i )?(?:just )?(?:got|came)(?: back| home)? from the gym[ ,.]*(?:and )?)?"
)
# What may stand beside exercises and says nothing: "great".
HOW_HARD: Final = re.compile(
    r"(?:(?:log|logged|workout|i|i'?m|am|dead|it|that|was|were|felt|and|but|pretty|very"
    r"|really|quite|so|super|absolutely|hard|heavy|brutal|tough|easy|light|good|great"
    r"|killer)(?: |$))+"
)
# What shows that exercises without a number were done.
BARE: Final = re.compile(r"\b(?:did|done|gym|workout|trained)\b")
# What is run, one of which a question needs where it names no kind of run.
RUNS: Final = re.compile(r"\b(?:run|running|jog|jogging|couch to 5k|c25k)\b")
# A whole report of a leg day.
LEGS_DONE: Final = whole(
    rf"{DID}(?: of)?(?: {SUCH})* (?:{LEG_DAY}|leg){THERE}",
    rf"(?:(?:my|{SUCH}) )?{LEG_DAY}(?: is| are| was)? (?:done|finished|completed)"
    r"(?: for (?:today|the day|now))?",
)
# A report of a leg day that counts only with something said of it.
LEGS_ALONE: Final = re.compile(
    r"(?:(?:i )?(?:just )?(?:did|done|finished|had|trained|hit)"
    r"|(?:at the )?(?:gym|workout|done)|(?:i )?(?:just )?(?:went to|hit|back from) the gym"
    rf"|(?:from |was |of )?(?:(?:my|the|{SUCH}) )*(?:{LEG_DAY}|squats|lunges|deadlifts)"
    rf"(?: was)?{THERE}(?: (?:done|was))?)?"
)
# What may stand before the exercises of a leg day.
DID_LEGS: Final = re.compile(
    rf"(?P<done>{DID} )?"
    r"(?:(?:with|w/|some|a few|a couple of|a bit of|my|the|only|heavy|light) )*"
    rf"(?:{LEG_DAY}:? (?=[a-z]))?"
)
# A whole report of a run, its distance and length read.
RAN: Final = whole(
    r"(?:i |i've |ive )?(?:just |already |only )*(?:ran|jogged|walked(?: the dog)?)"
    rf"(?: an?| my)?(?: {SUCH})*(?: run)?(?: of| for| about| around| roughly| at)*{THERE}",
    rf"(?:i |i've |ive |i'm |im )?(?:just |already |only )*(?:did|finished|completed|had|got"
    rf"|went (?:for|on)|went|smashed|crushed|knocked out|back from|log|logged)"
    rf"(?: an?| my| the)?(?: {SUCH})*(?: {RUN})?(?: of| for| about)*(?: {RUN})?"
    rf"(?: done| in)?{THERE}",
    rf"(?:(?:an?|my) )?(?:{SUCH} )?(?:{RUN} )?(?:done|finished|completed)",
    r"(?:on the )?treadmill(?: run)?",
)
# Words one of which a race that is over has.
PAST: Final = re.compile(
    r"\b(?:ran|raced|did|done|finished|completed|had|went|was|just|after(?! work)|jogged|walked"
    r"|cycled|biked|rode|hiked|skied|played|trained|hit|squatted|deadlifted|lifted|worked|back"
    r"|smashed|crushed|killed|destroyed|nailed|log)"
)
# Makes a run a walk.
WALKED: Final = re.compile(r"\bwalked\b")
# Other sports that were done: "cycled".
DID_SPORTS: Final = (
    (
        Activity.RIDE,
        re.compile(r"\b(?:cycled|biked|rode(?: (?:my|the|a))? (?:bike|bicycle|mtb))\b"),
    ),
    (Activity.HIKE, re.compile(r"\bhiked\b")),
    (Activity.SKI, re.compile(r"\b(?:skied|snowboarded)\b")),
)
# What a report of such a sport consists of besides its name and numbers.
DID_SPORT: Final = re.compile(
    rf"(?:(?:i|i've|ive|we|just|only|already|played|did|done|had|went|was|finished|completed|been|out"
    rf"|on|for|of|in|about|around|my|the|with|friends|from|to|work|back|home|{SUCH}|session"
    r"|stationary|indoor|ride|game|match|training)(?: |$))*"
)
# What a report of the legs consists of besides its numbers.
CHECKIN: Final = re.compile(
    rf"(?:(?:check-?in|check in|i|my|{PLACE}|are|is|feel|sore|and|only|just|now|today|very"
    rf"|really|but|{NOT_BAD})"
    r"(?: |$))*"
)
# The wish to be asked how the legs are.
ASKS_CHECKIN: Final = re.compile(r"(?:i want to )?check[ -]?in")
# A whole greeting or cry for help.
HELP: Final = re.compile(
    r"(?:help|hi|hello|hey|yo|good (?:morning|evening|afternoon)|\?+"
    r"|what can you do|how does (?:this|it) work|how do you work)?(?: (?:legday|there"
    r"|please|bot))?"
)
# Whole replies to a reminder; a snooze may end with a length of time.
DONE: Final = re.compile(
    r"(?:i )?(?:just )?(?:did it|done it|done|finished|did that|all done"
    r"|yes,? done)"
)
SNOOZE: Final = re.compile(
    r"(?:(?:snooze|later|remind me(?: again)?(?: later)?)(?: it)?)"
    r"(?: (?P<length>.+))?"
)
STOP: Final = re.compile(
    r"(?:please )?(?:stop(?: it| this| that| all| them| reminders| reminding me)?"
    r"|stop (?:messaging|texting|dming|writing|pinging|sending|bothering)(?: to)?(?: me)?"
    r"(?: (?:messages|reminders|this|these|stuff))?|no more (?:reminders|messages|dms)"
    r"|(?:turn|switch) (?:off )?(?:all |my |the )*(?:reminders|notifications|messages)(?: off)?"
    r"|(?:don't|do not) (?:remind|message|dm|text|write|send)(?: to)? me"
    r"(?: (?:any ?more|messages|reminders|again|anything))*|unsubscribe"
    r"|(?:cancel|end|disable) (?:all |my |the )*(?:reminders|notifications)"
    r"|(?:i )?(?:(?:don't|do not) (?:want|need)|want no)(?: any| more| the| these| your)*"
    r" (?:reminders|messages|notifications|dms)(?: any ?more)?)"
)
# The words of each kind of run.
RUN_KINDS: Final = tuple(
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
)
# A question that leaves open which of two.
RUN_OR_WALK: Final = re.compile(
    rf"\b(?:{RUN} or (?:go )?(?:for )?(?:(?:a|to) )?{RUN}"
    r"|(?:easy|slow|short)(?: run)? or (?:an? )?(?:hard|fast|tempo|long)(?: (?:run|one))?)\b"
)
# Words of what is no race, however far.
GENTLE: Final = re.compile(r"\b(?:jog|walk)")
# Distances that tell the kind of run by themselves.
NAMED_DISTANCES: Final = (
    (RunKind.RACE, re.compile(r"marathon|parkrun|half")),
    (RunKind.INTERVALS, re.compile(r"\d ?x ?\d")),
)
# Distances that are races where they lie ahead of a leg day.
RACES: Final = re.compile(r"(?:5|10|42|21) ?k(?:m|ilomet(?:er|re)s?)?|.*marathon|parkrun|a? ?half")
# A head cold.
COLD: Final = whole(
    r"\b(?:i have |have |i've got |i've |i got |woke up with |with |having |got )?(?:an? )?"
    r"(?:(?:bit of an?|slight|mild|little) )?(?:head cold|(?<=\ba )cold|(?<=\bslight )cold"
    r"|(?<=\bmild )cold|runny nose|stuffy nose|blocked nose|sniffles|sore throat)\b"
    r"(?! (?:shower|plunge|bath|water|pack|brew|drink|beer|run|day))"
)
# Legs that are not sore at all.
UNSORE: Final = whole(
    r"\b(?:(?:i'?m |i am |my |legs are |are |legs )*not(?: at all)? sore"
    r"|(?:my )?legs aren'?t sore|(?:no|zero) soreness|soreness(?: is)? (?:zero|none))"
    r"(?: at all| any ?more)?(?! yet)(?!\w)"
)
# How legs feel, 1-5.
FELT: Final = tuple(
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
)
# How legs felt on a run, 1-5.
RAN_FELT: Final = tuple(
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
)
# What a sentence may be about, where it is not understood.
TOPICS: Final = {
    "ask": re.compile(r"\b(?:can|may|should|could|ok|okay|ready)\b|\brun\w*\b.*\?"),
    "legs": re.compile(r"\b(?:leg|legs|legday|squat\w*|deadlift\w*|lunges?|trained|gym)\b"),
    "run": re.compile(r"\b(?:ran|run|running|jog\w*|treadmill|km|miles?|\d+k)\b"),
    "checkin": re.compile(r"\b(?:sore\w*|slept|sleep|feel|hurts?|pain|tired)\b"),
}
