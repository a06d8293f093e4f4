"""The English words of questions.

A question is what it begins with and then words of a list, each of which says nothing else: so a
long message is looked at once.
"""

import re
from typing import Final

from bot.domain.facts.training import Activity
from bot.domain.talk.english_state import LEGS

_I: Final = r"(?:i|we)"
_MODAL: Final = r"(?:can|may|should|could|shall)"


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


# What stands before a question and says nothing.
OPENING: Final = re.compile(
    r"\A(?:(?:so|ok|okay|well|and|but|now|also|(?:a |one )?(?:quick )?question|(?:just )?wondering"
    r"(?: if)?|not sure if|what do you think|tell me(?: if)?)\b[ :,]*)+"
    r"(?=(?:can|may|should|could|shall|is|am|are|when|how|what|would|do|i|we|any|thinking)\b)"
)
_FIT: Final = (
    r"(?:ok|okay|good|fine|fit|ready|safe|recovered|rested|allowed|cleared|alright|bad|dumb|stupid"
    r"|wise|smart|(?:too|to) (?:soon|early|much))"
)
# What a question begins with.
BEGINS: Final = re.compile(
    rf"(?:when|how (?:soon|far|long|hard|much|fast|many (?:km|k|miles|minutes|min|hours|days)))"
    rf" (?:{_MODAL}|until|till|before|do|must|will) {_I}\b"
    rf"|what(?: (?:kind of )?run| pace| distance)? {_MODAL} {_I}\b|{_MODAL} {_I}\b"
    rf"|when(?:'s| is)? (?:it|my next|the next)\b"
    r"|(?:(?:what|when)(?:'s|s| is) )?the (?:earliest|soonest)\b|what about\b|how about\b"
    r"|thoughts on\b"
    rf"|any chance\b|(?:do you|i) (?:think|reckon)\b|reckon\b|would you\b"
    rf"|{_FIT}(?= (?:enough )?(?:to|for|if)\b)|a(?:m|re) {_I}\b"
    r"|are(?= intervals\b| hills\b| sprints\b|\Z)"
    rf"|(?:is|would|will)\b(?= (?:it|i|that|this|an?|my|the|be|running|jogging|{LEGS}|{_FIT})\b|\Z)"
    rf"|do {_I} (?:have|need) to(?= rest\b)"
)
# Running hard: "run hard", "a fast 5k", not "how hard can I run".
HARD: Final = re.compile(
    r"(?:(?<=\b(?:run|ran|and) )|(?<=\brunning )|(?<=\b(?:go|or) )|(?<=\blong )|(?<=[|,] )"
    r"|(?<=\|  )|(?:^|(?<=\b(?:to|my) )|(?<=\ba ))(?=[a-z ]+ \|)"
    r"|(?<!\b(?:how|too|not) )(?<!\b(?:it|so) )\b(?=(?:\w+ )?\w+ run))"
    r"(?:(?:really|very|pretty|super) )?"
    r"(?:hard(?:er)?|fast(?:er)?|all[ -]out|flat[ -]out)"
    r"(?! (?:enough|to|as|than|legs?|lifting|workout|session|day|training)\b)(?!\w)"
)
# The words of a question besides what it begins with, the time, the run and how the legs are.
ASK_WORDS: Final = _words(
    "5k a able about advice again all allowed already alright an and any bad be c25k can chance "
    "cleared clever couch could day do doable doing dumb early enough fast few fine fit for "
    "friends go going good great handle hard harder have home how i idea if is it jog jogging just "
    "later light long manage may maybe me more much my need next now of off ok okay on only or "
    "out planned play please possible problem ready recovered rest rested risky run running runs "
    "safe safely session should smart some soon still stupid sure take that the then there think "
    "this though thoughts to too training wait walk we what wise with work workout would yet"
)
# What may end a question, whatever it begins with.
TAG: Final = re.compile(
    r"(?:^| )(?:(?:is |would )?(?:it|that|this)?(?: be)?(?: |^)?"
    r"(?:ok|okay|alright|fine|good|doable|wise|smart|possible|safe|too much|too soon"
    r"|an? (?:good|bad) idea|(?:good|bad) idea)(?: or not| for me)?"
    r"|(?:is )?(?:that|this|it) a problem|any problem|(?:any )?thoughts|what do you think"
    r"|yes or no|yay or nay|or (?:not|nah|no|nay)|advice|instead|or too much"
    r"|or (?:should i )?rest)$"
)
# What is meant to be run, which asks by itself; and what asks with a question mark or a tag only.
WANT: Final = re.compile(
    r"(?:(?:i|we) )?(?:really |just )?(?:want|wanna|fancy|would (?:like|love)|plan|hope"
    r"|i'd (?:like|love))\b|(?:i )?was (?:going|gonna)\b"
    r"|(?:i'?m |i am |i was )?(?:thinking|planning|hoping|considering)\b"
)
# What asks only with a question mark or a tag.
GOING: Final = re.compile(
    rf"{_FIT}\b|{_I} can\b|(?:if )?{_I} (?:do|did|train|hit|squat|deadlift|lift|have(?! to)|got)\b"
    r"|(?:(?:i|we)'?ve )?(?:got|have)(?= an?\b|\Z)"
    r"|(?:i'?m |i am )?(?:gonna|going|about to|trying to)\b|let'?s(?: go)?\b"
)
# What is left of a question that its question mark alone makes one.
ALONE: Final = re.compile(
    r"(?:(?:my )?(?:coach|trainer|pt|plan|program(?:me)?|schedule|watch) (?:says|said|wants|has)"
    r"(?: me)?(?: to)?(?: do| run)? ?)?"
    r"(?:(?:and|but|still|an?|my|hard|fast|treadmill|trail)(?: |$))*(?:run|running|jog|jogging)?"
    r"(?: anyway| or rest)?"
)
# Words of rest, one of which a question may have in the place of a run.
RESTS: Final = re.compile(
    r"\b(?:rest(?: day)?|day off|recovered|rested|go hard|go fast|work ?out)\b"
)
# The question whether to leave a run out.
SKIPS: Final = re.compile(
    r"(?:\A(?=skip\b)|\bshould i )(?:skip|bin|cancel|drop|postpone|move)"
    r" (?:my|the|a|this|that|today's)?\b ?"
)
# A word at its end that says nothing.
INSTEAD: Final = re.compile(
    r" instead$|(?:^| )instead of (?:(?:a|my|the) )?(?:run|running|jog|jogging)\b"
)
_UPPER: Final = r"(?:upper(?: body)?|arms|chest|back|push|pull)(?: day)?"
# The question of before once more: at another time, or what of its answer is wanted.
_THEN: Final = r"(?:(?:and|but|or|so|ok|okay|then|now|maybe|no|nah|sorry) )*"
# The question of before at another time: "what ``about`` tomorrow", "and on Friday?".
AGAIN: Final = re.compile(
    rf"{_THEN}(?:(?P<about>what|how|i mean|(?:i )?meant)(?: about)?)?"
    r"(?: ?(?:and|or|then|instead|the|at|over))?"
)
# What of its answer is wanted: "so when?", "how long?".
AGAIN_HOW: Final = re.compile(
    rf"{_THEN}(?:when|how (?:long|far|fast|hard|soon))(?: then)?"
    r"|(?:when (?:will|are|do)|are) my legs (?:be )?(?:ready|recovered|fresh|rested|ok|okay|fine)"
    r"(?: (?:again|yet))?|how are my legs(?: (?:doing|looking|now|today))*"
    r"|why(?: (?:can'?t i run|not|did you say (?:no|that|so)|is that))?"
    r"|are you sure(?: about that)?|how sure are you"
    r"|(?:what(?:'?s| is)|how(?:'?s| is)|is) my (?:leg )?(?:fatigue|recovery|readiness|status"
    r"|score)(?: (?:like|looking|good|ok|okay|now|today))*"
)
# What a question may say besides: "after leg day", "before work".
AFTER: Final = re.compile(
    rf" (?:after|before|since|following) (?:(?:a|my|the|that|hard|heavy) )*(?:{LEGS}|lifting"
    r"|training"
    r"|the gym|gym|work|school|uni|dinner|lunch|breakfast|that|this)\b"
    r"|(?:^| )(?:(?:(?:what )?if|since|because|as) i(?: only| just)?|i (?:only|just))"
    rf" (?:do|did|train|trained|hit)(?: an?)? {_UPPER}\b"
)

# Names of training legs.
LEGS_ASKED: Final = re.compile(rf"\b{LEGS}\b")
# One of which a question about legs has: "when is leg day" is about a plan.
LIFTS: Final = re.compile(
    r"\b(?:do|doing|train|hit|hitting|lift|squat|squatting|deadlift|have|go|idea|again|another"
    rf"|{_FIT})\b"
)
# The words it goes on with.
ASK_LEGS_WORDS: Final = _words(
    "a able again allowed already alright an another back bad be before body can could day days "
    "deadlift deadlifts do doing early enough every fine for go good gym have heavy hit hitting "
    "how i idea if in is it just leg legs lift lifting light long lower lunges many much my "
    "next now ok okay or please possible press ready recovered rest rested row safe session "
    "should soon squat squats squatting still straight the then there three to today tomorrow "
    "too train trained training twice two until wait we work workout yet"
)
# What is left of one that its question mark and a time make.
ASK_LEGS_ALONE: Final = re.compile(
    rf"(?:(?:an?|my|heavy|hard|light) )*(?:next )?{LEGS}(?: again)?"
    r"(?: (?:(?:is|are) )?(?:planned|scheduled|set)(?: for)?)?"
)

# What is done in the place of a run.
SPORTS: Final = tuple(
    (sport, re.compile(rf"\b(?:{words})\b"))
    for sport, words in (
        (
            Activity.CLASS,
            r"(?:spin|spinning|fitness|hiit|dance|aerobics?|step|bootcamp|boxing) class|crossfit"
            r"|hiit|zumba|bootcamp",
        ),
        (
            Activity.RIDE,
            r"cycling|cycle|spin|bike ride|bicycle|biking|bike|spinning|(?:go for a )ride|mtb",
        ),
        (Activity.HIKE, r"hiking|hike"),
        (Activity.SKI, r"ski(?:ing)?(?: day)?|snowboard(?:ing)?"),
        (
            Activity.MATCH,
            r"(?:football|soccer|basketball|tennis|rugby|hockey|volleyball|handball|padel|netball"
            r"|squash|badminton|cricket|(?:5|five)[ -]a[ -]side)(?: (?:match|game|training))?"
            r"|(?:an? |the |my )match",
        ),
    )
)
