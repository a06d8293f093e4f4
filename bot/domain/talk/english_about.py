"""The English words of what is asked about the bot, and about training.

Nothing is kept or changed by any of it: a name leads to where it is done, or to a topic of
``/learn``. Of what is found the first counts.
"""

import re
from collections.abc import Mapping
from typing import Final

_SOME: Final = r".{0,40}?"  # whatever stands between two words
_DAY: Final = r"(?: (?:today|yesterday|this morning|last night|on \w+day))*"
_ENTRY: Final = r"(?:leg ?days?|legs|runs?|logs?|entry|entries|workouts?|sessions?|that|it|last)"
_LANGUAGE: Final = (
    r"(?:english|german|deutsch|spanish|espanol|portuguese|portugues|french|francais|italian"
    r"|italiano|polish|polski|japanese)"
)
_UNIT: Final = r"(?:miles?|kilomet\w+|km|pounds|lbs?|kilos?|kg|metric|imperial)"
_APP: Final = (
    r"(?:strava|garmin|hevy|strong|fitnotes|jefit|stronglifts|apple|watch|app|history|data|files?"
    r"|csv|workouts?)"
)
_FRIEND: Final = r"(?:bro|bruh|man|mate|dude|buddy|legday|bot|coach|guys|all|everyone|there)"
# Thanks and the like, in words that begin differently: a message is looked at once.
_POLITE: Final = (
    r"(?:thanks?|thank you|thx|ty|tysm|ta|cheers|ok|okay|okey|k|kk|cool|nice|great|awesome|perfect"
    r"|amazing|sweet|wow|got it|alright|right|fine|good|lol|haha|hahaha|lmao|bye|goodbye|night|gn"
    r"|cya|see (?:you|ya)(?: later)?|love (?:it|you|this)|well done"
    r"|you(?: rock| too|(?:'re| are) (?:the best|great|awesome|cool))"
    r"|understood|will do|makes sense|sounds good|no problem|np|never ?mind|sorry|bad|job|one"
    r"|i'?ll (?:rest|wait|skip it|do that)|then"
    rf"|for (?:now|that|this|the help)|so much|very much|a lot|again|u|too|{_FRIEND})"
)
_STRANGE: Final = (
    r"(?:swim\w*|upper body|arms|chest day|back day|bench|push ups|pull ups|row(?:ing)?"
    r"|elliptical|golf|climb\w*|gym)"
)

_ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    # reminders
    "remind": (
        rf"\b(?:remind|ping|notify|alert|nudge) me{_SOME}\b(?:to|about|of|for|every|daily|that)\b",
        r"\Aremind me(?: (?:tomorrow|tonight|today|at|in|on|\d\S*|[ap]m|hours?|min\w*|\w+day))+\Z",
        r"\b(?:an?|daily|weekly) (?:\w+ ){1,2}reminders?\b",
        r"\bremind to\b|\breminders?: ?\w|(?<!no )\breminder (?:at|every) ",
        r"\b(?:set|add|create|make|new|need|want|get)\b(?: up)?(?: me)?(?: (?:an?|another|some))?"
        r"(?: new| daily| weekly)? reminders?\b",
    ),
    "pause": (
        rf"\b(?:pause|mute|silence)\b{_SOME}\b(?:reminders?|messages?|notifications?|dms?|you|bot"
        r"|everything|for|until|till)\b",
        r"\A(?:pause|mute)(?: please)?\Z|\b(?:resume|unpause|restart)\b",
        r"\b(?:turn|switch|get|want)\b.{0,30}\breminders?\b.{0,20}\b(?:on|again)\b",
        r"\A(?:i'?m|i am) (?:on|going on) (?:vacation|holidays?)\b",
    ),
    "reminders": (
        rf"\b(?:when|what|which|show|list|see|change|edit|move|my|all)\b{_SOME}\breminders?\b",
        r"\b(?:turn off|switch off|disable|stop)\b.{0,25}\breminders?\b",
        r"\b(?:no|where|more|fewer|less)\b.{0,20}\breminders?\b",
        r"\Areminders?\Z|\b(?:change|move|set)\b.{0,20}\bcheck-?in\b",
    ),
    # what is kept
    "delete": (
        rf"\b(?:delete|erase|remove|wipe|clear)\b(?={_SOME}\b(?:my|me|mine)\b){_SOME}"
        r"\b(?:data|account|everything|profile|history|info\w*)\b",
        r"\bforget (?:about )?(?:me|everything)\b",
        r"\A(?:delete|remove) (?:account|data|everything)\Z",
    ),
    "kept": (
        rf"\bwhat{_SOME}\byou{_SOME}\b(?:know|store|save|keep|kept|saved|stored|hold|have|remember)"
        rf"\b{_SOME}\b(?:about|on|of) me\b",
        r"\bwhat(?:'s| is) (?:stored|saved|kept|known) (?:about|on|of) me\b",
        r"\b(?:show|see|view|what is|what's) (?:me )?my data\b|\Amy data\Z|\bprivacy\b",
        r"\b(?:who|can (?:others|anyone|people))\b.{0,20} see (?:my|what i)\b",
    ),
    "export": (
        rf"\b(?:export|download|back ?up|copy of|get|take)\b{_SOME}"
        r"\bmy (?:data|history|logs?)\b|\A(?:export|download|back ?up)\Z",
    ),
    "import": (
        rf"\b(?:import|sync|connect|link|upload|transfer|bring)\b{_SOME}\b{_APP}\b",
        r"\A(?:import|strava|garmin|hevy|fitnotes)\Z",
    ),
    # entries
    "fix": (
        r"\A(?:undo|oops|edit)\b",
        r"\b(?:undo|delete|remove|take back|edit|change|correct|fix)\b"
        rf"(?: (?:my|the|this|that|a|an|another|last|latest))* {_ENTRY}(?: {_ENTRY})?\Z",
        rf"\bmistake\b{_SOME}\b(?:log|entry)\b|\blogged (?:it |the )?wrong\b",
        r"\b(?:that|it|log|entry|(?:last|that) one) (?:was|is) (?:wrong|a mistake)(?:\Z| it\b)",
        r"\bwrong\b.{0,30}\b(?:leg ?day|run|log|entry|workout|session)\b",
        r"\A(?:(?:no|nah|sorry|oh|wait|actually) )*"
        r"(?:(?:i )?(?:meant|mean) (?:yesterday|last night|this morning|\d.{0,15})"
        r"|(?:make|change) (?:that|it)(?: to)? \d.{0,15}"
        r"|(?:(?:that|it|leg ?day|the run) was .{1,20}|\d.{0,15})"
        r" not (?:\d|today|yesterday).{0,15})\Z",
    ),
    # settings
    "zone": (
        r"\btime ?zones?\b|\bwrong time\b|\b(?:times?|clock) (?:is|are) (?:wrong|off)\b",
        r"\Ai(?:'?ve| have)? (?:just |recently )?(?:moved|flew|travell?ed) to [a-z ]+\Z",
        r"\Ai (?:live|am based) in [a-z ]+\Z",
        r"\A(?:i'?m|i am) (?:now )?in [a-z ]+ now\Z|\A(?:i'?m|i am) now in [a-z ]+\Z",
    ),
    "quiet": (
        r"\bquiet (?:hours|times?)\b|\b(?:my )?bed ?time\b|\bdo not disturb\b|\bdnd\b",
        r"\b(?:don't|do not|not|never) (?:text|message|write|dm|remind|wake)\b"
        rf"{_SOME}\bnight\b",
    ),
    "language": (
        r"\blanguages?\b",
        r"\b(?:speak|talk|switch to|change to|answer in|write in|use|set to) (?:to me )?(?:in )?"
        rf"{_LANGUAGE}\b",
        rf"\A(?:in )?{_LANGUAGE}(?: please)?\Z",
    ),
    "units": (
        rf"\b(?:use|switch to|change to|set to|want|prefer)\b (?:the )?{_UNIT}\b",
        rf"\b(?:change|set|my|which) (?:the |my )?units?\b|\A(?:in )?{_UNIT}(?: please)?\Z",
    ),
    "settings": (
        r"\A(?:(?:my|the|change|open|show) )*(?:settings?|preferences|options|profile|config"
        r"|configuration|setup)\Z",
        r"\A(?:i'?m|i am) (?:\d\d(?: years old)?|(?:an? )?(?:beginner|new|experienced)(?: \w+)?)\Z",
        r"\bmy longest run (?:is|was)\b",
    ),
    # what was logged
    "logged": (
        r"\bstreaks?\b|\A(?:stats|statistics|history|log|progress)\Z",
        r"\b(?:my|show|see) (?:\w+ )?(?:stats|statistics|progress|numbers|logs?|history|runs"
        r"|workouts|leg ?days|sessions|entries)\Z",
        r"\bhow (?:many|much|often|far)\b(?: \w+){0,3} (?:did|have|do) i\b"
        r"(?! (?:need|have to|eat|drink))",
        r"\bhow(?:'s| is| am i| was) (?:my |doing )?(?:(?:this|last) )?(?:week|month|training)\b"
        r"(?! plan)",
        r"\bdid i (?:log|train|do|run|skip|miss)\b|\bwhat did i (?:do|log|train|run|lift)\b",
        rf"\bwhen (?:was|did)\b{_SOME}\blast\b",
        r"\bmy last (?:leg ?day|run|workout|session)\b(?! be\b)",
    ),
    # the week, the group
    "week": (
        r"\bplan (?:my|a|the|this|next|for|legs|leg ?days?|runs?)\b(?: \w+){0,5}\Z",
        r"\A(?:week|plan|schedule)\Z",
        r"\A(?:skip|move) (?:my |the )?(?:leg ?day|legs|run)(?: (?:today|tonight|tomorrow))?\Z",
        r"\bmy (?:training )?(?:plan|schedule|week)\Z",
        r"\bwhat(?:'s| is)? (?:next|planned|up next|coming up|on my plan|on this week)\b",
        r"\b(?:i want to|i'd like to|i) (?:do|train|have) (?:legs|leg day) (?:on|every)\b",
        r"\bwhen should i (?:do|train|run)\b.{0,20}\bweek\b|\bbest day for\b",
        r"\bwhen(?:'s| is) (?:my |the )?(?:next )?leg day\b|\b(?:next|my) leg ?day is\b",
        r"\bis leg day (?:today|tomorrow)\b",
    ),
    "group": (
        r"\b(?:who(?:'s| is| else is| else)?|any(?:one|body)(?: else)?)"
        r" (?:training|running|coming|lifting|in|going|doing|wants|(?:up|down)(?: for)?|free"
        r"|joining)\b",
        r"\bwho(?: else)? (?:trained|lifted|did legs|ran(?= (?:today|yesterday|this week)\b))",
        r"\broll ?call\b|\bleader ?board\b|\b(?:add|invite|join)\b.{0,20}\b(?:group|board)\b",
        r"\b(?:gym|training|workout|running) (?:buddy|buddies|partner)\b",
    ),
    "race_spacing": (
        rf"\brace\b{_SOME}\bmy last (?:leg ?day|legs|squats?|heavy)\b",
        rf"\bmy last (?:leg ?day|legs|squats?)\b{_SOME}\bbefore\b",
    ),
    # small talk
    "press": (
        r"\A(?:yes|yep|yeah|yup|sure|save|save it|save that|no|nope|nah|cancel|correct|confirm"
        r"|(?:cancel|scrap|scratch) (?:that|it|this))"
        rf"(?: please)?(?: {_FRIEND})?\Z",
    ),
    "chat": (rf"\A(?:{_POLITE}(?: |\Z)){{1,10}}\Z",),
    "help": (
        r"\A(?:who|what)(?: are| is|'s)? ?(?:you|this|legday|this bot)\Z",
        r"\bare you (?:an?|real|human|there)\b",
        r"\A(?:commands?|menu|start|begin|info|about|test|what now|get started|i need help|help me"
        r"|(?:list|show) commands)\Z",
        r"\Awhat (?:can i (?:do|ask|say|write)|(?:do|can) you do|are (?:your|the) commands)\b",
        r"\bhow can you help\b",
        r"\Ahow (?:(?:do|can|should) i (?:use|start|begin|work with|talk to|log|add|record)\b"
        r"|does .{0,20} work)",
    ),
    # what is asked about a cough or a cold, beside which a run may be open or not
    "illness": (
        r"\A(?!.*\b(?:not?|without|never|isn't|haven't|don't|n?or) (?:\w+ ){0,3}cough)"
        rf"{_SOME}\bcough(?:ing)?\b(?! (?:drops?|syrup|medicine|sweets?))",
        r"\A(?:(?:i|i'?ve|have|got|an?|bit of an?|slight|bad|head|getting|with|caught) )*cold\Z",
    ),
    "back_pain": (
        r"(?:\b(?:my|the|lower|upper) |\A)back(?: (?:is|feels|really|still|so|very)){0,2}"
        r" (?:hurts?|sore|stiff|aches?|aching|pain\w*)\b",
        r"\b(?:sore|stiff|aching|pain in my) (?:lower )?back\b",
    ),
    # what outranks every score
    "ask_first": (
        r"\bpregnan(?:t|cy)\b|\b(?:gave birth|post ?partum|had (?:a|my|our) baby)\b",
        r"\bstatins?\b|\bblood thinners?\b",
        r"\b(?:heart|kidney) (?:condition|disease|problems?|failure)\b|\bafter (?:my )?surgery\b",
    ),
    "painkiller": (
        r"\b(?:took|taken|taking|popped|on)\b.{0,20}\b(?:ibuprofen|advil|paracetamol|tylenol"
        r"|aspirin|naproxen|aleve|pain ?killers?|pain ?meds)\b",
    ),
    # what lacks a number
    "checkin": (
        r"\A(?:i |i'?m |i am )?(?:slept|feel|feeling|felt)"
        r"(?: (?:so|very|really|pretty|a bit|like))* (?:good|great|fine|ok|okay|bad|badly|well"
        r"|poorly|tired|exhausted|awful|terrible|shit"
        r"|rough|weak|rested|fresh|better|worse|amazing)(?: (?:today|last night|now))*\Z",
        r"\A(?:(?:my|the|both) )*(?:legs?|quads?|hamstrings?|glutes?|calves|thighs?|everything)"
        r"(?: (?:still|really|both|just))* (?:hurts?|aches?|aching)"
        r"(?: (?:so|a lot|bad|much|today|like hell))*\Z",
    ),
    "run_length": (
        r"\A(?:(?:i|just|i've|i'?m) )*(?:went (?:for|on) a (?:\w+ )?(?:run|jog)"
        r"|went (?:running|jogging)"
        r"|(?:did|done with|finished|back from|log) (?:a|my) (?:\w+ )?(?:run|jog)"
        rf"|ran(?: (?:intervals|tempo|hills|easy|anyway|\d+))?){_DAY}(?<!ran)\Z",
        r"\A(?:(?:i|just|i've) )*(?:did |done )?(?:some |my )?"
        r"(?:hill (?:sprints?|repeats|reps)|intervals"
        rf"|sprints|a tempo(?: run)?){_DAY}(?: \d{{1,2}} of them)?\Z",
    ),
    "sport": (
        rf"\b(?:can|may|should|would|could|is|ok|okay)\b.{{0,25}}\b{_STRANGE}\b",
        r"\A(?:i )?(?:just )?(?:swam|rowed|climbed|boxed)\b",
        rf"\A{_STRANGE} (?:ok|okay|fine|today|tomorrow|tonight)\b(?!.*\b(?:run|jog|legs)\b)",
    ),
}
_LEARN: Final[Mapping[str, tuple[str, ...]]] = {
    "run_after_legs": (
        r"\brun\w*\b.{0,30}\b(?:sore|doms)\b",
        r"\b(?:bad|ok|safe|good|harmful)\b.{0,30}\brun\w* (?:after|on) (?:legs?|leg ?day|squats)",
    ),
    "plan_order": (
        r"\b(?:run\w*|cardio|legs|leg ?day|lift\w*)\b.{0,30}\b(?:before or after|same day|first)\b",
    ),
    "race_spacing": (
        r"\b(?:legs|leg ?day|squats|lift\w*)\b.{0,30}\bbefore (?:(?:a|my|the) )?"
        r"(?:race|marathon|half|parkrun|competition)\b",
        r"\btaper",
    ),
    "foam_roll": (r"\bfoam ?roll\w*|\bmassage gun|\broll(?:er|ing)? out\b",),
    "stretch": (r"\bstretch\w*|\bmobility\b|\byoga\b",),
    "massage": (r"\bmassages?\b",),
    "cold": (
        r"\bice ?baths?\b|\bcold (?:shower|plunge|bath|water)s?\b|\bcryo\w*",
        r"\b(?:ice|icing)\b",
    ),
    "compression": (r"\bcompression\b",),
    "warm_up": (r"\bwarm(?:ing)?[ -]?ups?\b|\bcool(?:ing)?[ -]?downs?\b",),
    "caffeine": (r"\bcoffee\b|\bcaffeine\b|\bpre-?workout\b|\benergy drinks?\b",),
    "alcohol": (r"\balcohol\b|\bbeers?\b|\bwine\b|\bhangover\b|\bhungover\b",),
    "painkiller": (r"\bibuprofen\b|\bpain ?killers?\b|\bparacetamol\b|\baspirin\b|\badvil\b",),
    "eat": (
        r"\bprotein\b|\bnutrition\b|\bcarbs\b|\beat (?:before|after)\b",
        r"\b(?:should i|what to|can i|do i need to) eat\b",
    ),
    "hydrate": (
        r"\b(?:how much|should i|enough|drink) (?:water|drink)\b|\bhydrat\w+|\bwater should\b",
    ),
    "sleep": (
        r"\b(?:how (?:much|long)|does|is|should|enough|more|less)\b.{0,25}\bsleep(?:ing)?\b",
        r"\bnaps?\b",
    ),
    "next_session": (
        r"\bhow (?:long|often|many (?:days|hours))\b.{0,40}\b(?:recover\w*|rest between leg"
        r"|between (?:legs|leg ?days)|train legs|do legs|legs need|leg ?days?)\b",
        r"\brecovery time\b|\brest days?\b",
    ),
    "breaks": (r"\bbetween sets\b",),
    "recovery": (
        r"\brecover(?:y|ing)?\b",
        r"\b(?:get rid of|helps?|good|best|remedy|tips)\b.{0,20}\b(?:doms|sore\w*)\b",
    ),
    "soreness": (
        r"\bwhat (?:is|are|'s) doms\b|\bwhy\b.{0,30}\b(?:sore|soreness|doms|hurt|ache)\b",
        r"\b(?:how long|normal)\b.{0,25}\b(?:sore|soreness|doms)\b",
    ),
    "easy_run": (
        r"\bwhat(?:'s| is| counts as)\b.{0,15}\beasy (?:run|pace)\b|\btalk test\b|\bzone 2\b",
        r"\bhow (?:slow|fast) (?:is|should)\b",
    ),
    "leg_day": (r"\bwhy\b.{0,20}\b(?:leg ?day|train legs|do legs)\b",),
    "first_timer": (r"\bfirst (?:leg ?day|time)\b|\bbeginner\b",),
    "heat": (r"\b(?:in|the|this) heat\b|\btoo hot\b|\bhot (?:outside|today|weather)\b",),
}


def _compiled(
    table: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile("|".join(patterns))) for name, patterns in table.items())


ABOUT: Final = _compiled(_ABOUT)
LEARN: Final = _compiled(_LEARN)
# What begins a question about training in general, which no answer of today's is.
WONDERS: Final = re.compile(
    r"\A(?:(?:should i|do i|does|do|is|are|how|what|why|which|what's|tips|best|will|any|good"
    r"|can i(?= (?:do|take|use|eat|drink|have)))\b|\S+(?: \S+)?\Z)"
)
