"""The English words for danger signs, and for illness that is over."""

import re
from typing import Final

from bot.domain.recovery.question import Symptom

_GAP: Final = r"(?: [a-z']+){0,3}"  # "urine has been a bit dark"
_IS: Final = r"(?: (?:is|are|was|were|feels?|got|has|have|been|really|very|still|both|just|a bit))*"
_MY: Final = r"(?: (?:my|the|a|one|both|left|right))*"
_PEE: Final = r"(?:urine|pee|peeing|piss|wee)"
_DARK: Final = r"(?:darke?r?|brown|black|red|coca|cola|coke|coffee|tea|rust\w*|bloody)"
_CALF: Final = r"(?:calf|lower leg)"
_SWELLS: Final = r"(?:swollen|swelling|swelled|swells)"
_SWOLLEN: Final = rf"(?:{_SWELLS}|hot|warm(?! ?-?up)|red)"
_CANT: Final = (
    r"(?:can'?t|cannot|can not|couldn'?t|unable to|struggl\w+ to|hard to|trouble|difficulty)"
)
_HURTS: Final = r"(?:pains?|painful|hurts?|hurting|aches|aching)"
_TWINGES: Final = r"(?:twing(?:es?|ed|ing)|niggles?|tweak(?:s|ed|ing)?)"
_JOINT: Final = r"(?:knees?|knee ?caps?|hips?|ankles?|joints?)"
_MUSCLE: Final = (
    r"(?:hamstrings?|hammy|calf|calves|groin|quads?|thighs?|glutes?|adductors?|muscles?)"
)
_NUMB_PLACE: Final = (
    r"(?:legs?|foot|feet|groin|saddle|crotch|genitals?|thighs?|calf|calves|butt|bum)"
)
_TENDON: Final = r"(?:achilles|tendons?)"
_BRINGS_UP: Final = (
    r"(?: (?:up|out|with|some|thick|green|yellow|brown|white|clear|a lot of|lots of|and))*"
)
_ILLNESS: Final = (
    r"(?:(?:bad|nasty|high|mild|slight|little|short|recent) )*(?:fevers?|flu|influenza"
    r"|covid(?:[ -]?19)?|corona(?:virus)?|bronchitis|pneumonia|illness|sickness|being (?:sick|ill)"
    r"|(?:head )?cold|virus|(?:(?:chest|stomach) )?infection|stomach (?:bug|virus|flu)"
    r"|food poisoning)"
    r"(?! (?:shots?|jabs?|vaccin\w+|boosters?|tests?|seasons?|showers?|plunges?|baths?|water))"
)
# Within the day for which a fever counts, or an illness that begins.
_NOT_OVER: Final = (
    r"(?!,? (?:(?:i had|from|of|since|was|is|has) )*(?:yesterday|today|tonight|now|last night"
    r"|this (?:morning|afternoon|evening|week)|(?:an?|a few|\d+) ?h(?:ours?)?"
    r"|started|came|began|hit|got|back|still|not)\b)"
)
_SOME: Final = r"(?:an?|one|two|three|four|five|six|some|few|a few|a couple of|\d+)"
_DAYS: Final = r"(?:three|four|five|six|seven|eight|nine|ten|a few|[3-9]|[1-9]\d) days"
_LONG: Final = rf"(?:{_SOME} (?:weeks?|months?)|{_DAYS})"
_LONG_AGO: Final = rf"(?:last (?:week|month|year|winter|spring|summer|autumn|fall)|{_LONG} ago)"
_VERY: Final = r"(?: (?:really|very|so|still|a bit|pretty))*"
_UNWELL: Final = r"(?:sick|ill|unwell)"
_HAD: Final = (
    rf"i? ?(?:(?:had|got over|was (?:down|ill|sick) with)(?: (?:an?|the|my))* {_ILLNESS}"
    rf"|was{_VERY} {_UNWELL})"
)
_A_DAY_AGO: Final = r"(?:yesterday|today|last night|this (?:morning|afternoon|evening))"
# How a message goes on behind it that says no more of it.
_THEN: Final = (
    r"(?=\s*(?:[.,;:!?]|$|(?:(?:and|so|but|now) )*(?:can|may|should|could|am|is it|ok|okay|how"
    r"|when)\b))(?!.*\b(?:still|since then|(?:is|it's|came|comes) back)\b)"
)
_DEGREES: Final = r"(?:3[89]|4[01]|10[0-5])(?:[.,]\d)?"  # of a body with a fever, in °C or °F

SIGNS: Final = {
    rf"chest{_GAP} (?:pains?|hurts?|hurting|aches?|tight\w*|pressure|burns?)"
    rf"|(?:pains?|hurts?|tight\w*|pressure|ache)(?: (?:in|on|across|around|of))?(?: my| the)? chest"
    r"|chest (?:pains?|discomfort)|heart (?:attack|hurts?|pains?)"
    rf"|{_HURTS} (?:to|when|while|if)(?: i(?:'m)?)? breath(?:e|ing)": Symptom.CHEST_PAIN,
    r"faint(?:ed|ing|s)?|pass(?:ed|ing)? out|black(?:ed|ing)? out|collaps(?:e[ds]?|ing)"
    r"|lost consciousness|dizz(?:y|iness)|light-?headed(?:ness)?"
    r"|(?:head|room|everything)(?: is| was|'s)? spinning": Symptom.FAINTING,
    rf"{_CANT}(?: to)? (?:really |even |properly )?(?:breathe?|breathing|catch my breath)"
    r"|short(?:ness)? of breath|breathless\w*|gasping|(?:can )?(?:barely|hardly) breathe"
    rf"|{_CANT} get (?:enough )?air": Symptom.BREATHLESS,
    # a danger sign, whichever
    r"rhabdo|rhabdomyolysis|dvt|(?:deep vein )?thrombosis|blood clots?"
    rf"|cough(?:ing|ed|s)?{_BRINGS_UP} blood": Symptom.STOP_SIGN,
    rf"{_PEE}{_GAP}(?:, (?:but|it'?s|it is)(?: [a-z]+)?)? {_DARK}"
    rf"|{_DARK}(?:[ -](?:colou?red|like))*[ -]{_PEE}"
    rf"|{_PEE}(?: [a-z']+)? (?:the )?colou?r of {_DARK}"
    rf"|blood in (?:my |the )?{_PEE}": Symptom.DARK_URINE,
    r"(?:(?:have|has|had)n'?t|not|barely|hardly|stopped)(?: really)?"
    r" (?:peed|peeing|urinat\w+)(?! my)"
    rf"|(?:barely|hardly|almost no|very little)(?: any)? {_PEE}": Symptom.LITTLE_URINE,
    rf"{_CANT} (?:pee|urinate)|(?:bladder|bowel) (?:trouble|problems?)"
    r"|(?:lost|no|losing) control (?:of|over) (?:my |the )?(?:bladder|bowels?)"
    rf"|{_CANT} (?:hold|control) (?:my )?(?:{_PEE}|bladder|bowels?)"
    r"|(?:wet|soiled) myself(?! laughing)|incontinent": Symptom.BLADDER_BOWEL_TROUBLE,
    rf"numb {_NUMB_PLACE}|(?:tingling|pins (?:and|&|n) needles|lost (?:the )?feeling)"
    rf" in{_MY} {_NUMB_PLACE}": Symptom.NUMB_SADDLE_OR_LEG,
    rf"{_NUMB_PLACE}(?: [a-z']+){{0,2}} (?:numb|tingl\w+)"
    rf"|numb(?:ness)?(?: (?:between|in|down|around)){_MY}"
    rf" {_NUMB_PLACE}": Symptom.NUMB_SADDLE_OR_LEG,
    rf"{_CALF}(?:,? [a-z']+){{0,3}},? {_SWOLLEN}"
    rf"|{_SWOLLEN}(?: (?:and|red|hot|warm|swollen))*(?: in)?(?: my| one| the)?"
    r"(?: left| right)?"
    rf" {_CALF}(?! (?:raises?|sleeves?|stretch\w*|press))": Symptom.ONE_CALF_SWOLLEN_WARM,
    r"(?:severe|severely|badly|massive\w*|huge|very|really|extremely) (?:swollen|swelling)"
    rf"|(?:legs?|thighs?|quads?|hamstrings?|calves){_GAP} {_SWELLS}"
    r"|swollen (?:legs?|thighs?|quads?|calves)": Symptom.SEVERE_SWELLING,
    rf"{_CANT} (?:lift|move|bend|straighten|feel) my (?:legs?|knees?|foot|feet)"
    rf"|{_CANT} stand (?:up|on)|legs? (?:gave|giving) (?:out|way)": Symptom.MARKED_WEAKNESS,
    r"fevers?|feverish|(?:high|have a|'ve a|'ve got a|got a|running a) temp(?:erature)?"
    rf"|temp(?:erature)? of {_DEGREES}(?! outside)"
    rf"|(?:my|body) temp(?:erature)? (?:is|was) {_DEGREES}"
    rf"|{_DEGREES} (?:temp(?:erature)?|fever)": Symptom.FEVER,
    r"(?<!negative for )(?:flu|influenza|covid)"
    r"(?! (?:shots?|jabs?|vaccin\w+|boosters?|season)| (?:tests? )?(?:is |was )?negative)"
    r"|chest infection|bronchitis|pneumonia|(?:chesty?|productive|wet|phlegmy|slimy) cough"
    rf"|cough(?:ing|ed|s)?{_BRINGS_UP} (?:phlegm|mucus|sputum|slime|gunk)"
    rf"|(?:i'?m|i am|i feel|feel|feeling|been){_VERY} {_UNWELL}(?! of| and tired| prepared)"
    rf"|(?:was|felt|got){_VERY} {_UNWELL} {_A_DAY_AGO}"
    rf"|{_A_DAY_AGO},? i (?:was|felt|got){_VERY} {_UNWELL}"
    r"(?! of| and tired)": Symptom.BELOW_NECK_ILLNESS,
    r"vomit(?:ed|ing|s)?|threw up|throw(?:ing)? up|puk(?:ed|ing)|diarrho?ea"
    r"|food poisoning|stomach (?:bug|virus)": Symptom.VOMITING_DIARRHOEA,
    r"(?:sharp|stabbing|shooting)(?: [a-z]+){0,2} pains?"
    rf"|pains?{_IS} (?:sharp|stabbing|shooting)"
    rf"|(?:pulled|torn?|tore|strained|ruptured|tweaked){_MY} {_MUSCLE}"
    rf"|(?:tore|ripped|pulled|strained) something|{_MUSCLE}(?:{_IS} pulling| (?:strain|tear))"
    rf"|{_TWINGES}(?: in| of)?{_MY} {_MUSCLE}"
    rf"|{_MUSCLE}(?: [a-z]+)? {_TWINGES}": Symptom.SHARP_PAIN,
    rf"{_JOINT}(?: (?:or|and) {_JOINT})?(?:'s)?{_IS} (?:{_HURTS}|{_SWELLS}|{_TWINGES})"
    rf"|(?:pains?|aching|swollen|{_TWINGES})(?: (?:in|behind|under|around))?{_MY} {_JOINT}"
    rf"|{_JOINT}(?: just)? (?:gave (?:out|way)|buckled|lock(?:s|ed)(?! out\b))"
    rf"|(?:twisted|rolled|sprained){_MY} (?:ankles?|knees?)": Symptom.JOINT_PAIN,
    rf"{_TENDON}{_IS} (?:{_HURTS}|{_TWINGES})|(?:pains?|{_TWINGES})(?: in)?{_MY} {_TENDON}"
    r"|tend[io]nitis|tendinopathy": Symptom.TENDON_PAIN,
    rf"(?:bones?|shins?){_IS} {_HURTS}|pains?(?: in)?{_MY} (?:bones?|shins?)"
    r"|shin splints?|stress fractures?|broken (?:bone|leg|foot|toe|ankle)": Symptom.BONE_POINT_PAIN,
    r"pains? (?:that wakes me )?at night": Symptom.NIGHT_PAIN,
    r"(?:felt|heard) (?:a|something)(?: (?:loud|sudden))? (?:pop|snap)(?:ped)?"
    r"|something (?:popped|snapped)"
    rf"|(?:a )?(?:pop|snap) in{_MY} (?:{_JOINT}|{_MUSCLE}|{_TENDON})"
    rf"|(?:{_MUSCLE}|{_TENDON}|knee)(?: (?:suddenly|just))* (?:popped|snapped)": Symptom.POP_FELT,
    r"limping|(?:with|have|got|walk with) a (?:slight |bad )?limp": Symptom.LIMPING,
}
# An illness that is told as over: no sign of today.
OVER: Final = re.compile(
    r"(?<![\w'])(?:after(?: (?:a|an|the|my|having|had|have|getting over|recovering from|i had"
    rf"|bout of|case of))* {_ILLNESS}{_NOT_OVER}"
    r"|(?:i'?m|i am|i have|i've|am|finally|just|now|got)(?: got| fully)?"
    r" (?:over|recovered from|rid of)"
    rf"(?: (?:an?|the|my))* {_ILLNESS}{_NOT_OVER}"
    rf"|^recovered from (?:(?:an?|the|my) )*{_ILLNESS}{_NOT_OVER}"
    rf"|(?:{_HAD} {_LONG_AGO}|{_LONG_AGO},? {_HAD}"
    rf"|{_ILLNESS}(?: (?:is|has been|was|all))* (?:gone|over) (?:for|since) (?:{_LONG}|last week)"
    r"|no (?:more )?fever (?:for|since) [^.,;:!?]{3,20}?|since [^.,;:!?]{3,20}? no (?:more )?fever"
    rf"){_THEN})(?![\w'])"
)
