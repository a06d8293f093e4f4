"""The English words for danger signs."""

from typing import Final

from bot.domain.recovery.question import Symptom

_GAP: Final = r"(?: [a-z']+){0,3}"  # "urine has been a bit dark"
_PEE: Final = r"(?:urine|pee|peeing|piss|wee)"
_DARK: Final = r"(?:dark|brown|black|red|cola|coke|tea|rust\w*|bloody)"
_CALF: Final = r"(?:calf|lower leg)"
_SWOLLEN: Final = r"(?:swollen|swelling|swelled|swells|hot|warm|red)"
_CANT: Final = (
    r"(?:can'?t|cannot|can not|couldn'?t|unable to|struggl\w+ to|hard to|trouble|difficulty)"
)

SIGNS: Final = (
    (
        Symptom.CHEST_PAIN,
        rf"chest{_GAP} (?:pains?|hurts?|hurting|aches?|tight\w*|pressure|burns?)"
        rf"|(?:pains?|hurts?|tight\w*|pressure|ache)(?: (?:in|on|across|around|of))?(?: my"
        rf"| the)? chest"
        r"|chest pains?|heart (?:attack|hurts?|pains?)",
    ),
    (
        Symptom.FAINTING,
        r"faint(?:ed|ing|s)?|pass(?:ed|ing) out|black(?:ed|ing) out|collaps(?:ed|ing)"
        r"|lost consciousness",
    ),
    (
        Symptom.BREATHLESS,
        rf"{_CANT}(?: to)? (?:really |even |properly )?(?:breathe?|breathing|catch my breath)"
        r"|short(?:ness)? of breath|breathless\w*|gasping|(?:can )?(?:barely|hardly) breathe"
        rf"|{_CANT} get (?:enough )?air",
    ),
    (
        Symptom.DARK_URINE,
        rf"{_PEE}{_GAP} {_DARK}|{_DARK}(?:[ -](?:colou?red|like))*[ -]{_PEE}",
    ),
    (Symptom.BLADDER_BOWEL_TROUBLE, rf"{_CANT} (?:pee|urinate)|(?:bladder|bowel) (?:trouble"
    rf"|problems?)"),
    (
        Symptom.NUMB_SADDLE_OR_LEG,
        r"numb (?:legs?|foot|feet|groin|saddle)|(?:tingling|lost (?:the )?feeling) in (?:my )?"
        r"(?:legs?|foot|feet|groin|saddle)",
    ),
    (
        Symptom.NUMB_SADDLE_OR_LEG,
        r"(?:legs?|foot|feet|groin|saddle)(?: [a-z']+){0,2} (?:numb|tingl\w+)"
        r"|numb(?:ness)?(?: (?:between|in|down|around))(?: my)? (?:legs?|groin|foot|feet)",
    ),
    (
        Symptom.ONE_CALF_SWOLLEN_WARM,
        rf"{_CALF}{_GAP} {_SWOLLEN}|{_SWOLLEN}(?: (?:and|red|hot|warm|swollen))*(?: in)?(?: my"
        rf"| one| the)?"
        rf"(?: left| right)? {_CALF}",
    ),
    (
        Symptom.SEVERE_SWELLING,
        r"(?:severe|severely|badly|massive\w*|huge|very|really|extremely) (?:swollen|swelling)"
        rf"|(?:legs?|thighs?|quads?|hamstrings?){_GAP} (?:swollen|swelling)"
        r"|swollen (?:legs?|thighs?|quads?)",
    ),
    (
        Symptom.MARKED_WEAKNESS,
        rf"{_CANT} (?:lift|move|bend|straighten|feel) my (?:legs?|knees?|foot|feet)"
        rf"|{_CANT} stand (?:up|on)|legs? (?:gave|giving) (?:out|way)",
    ),
    (Symptom.FEVER, r"fevers?|feverish|(?:high|have a|got a) temperature"),
    (Symptom.BELOW_NECK_ILLNESS, r"flu|influenza|covid|chest infection|bronchitis|pneumonia"),
    (
        Symptom.VOMITING_DIARRHOEA,
        r"vomit(?:ed|ing|s)?|threw up|throw(?:ing)? up|diarrho?ea|food poisoning",
    ),
    (Symptom.SHARP_PAIN, r"(?:sharp|stabbing|shooting) pains?"),
)  # fmt: skip
