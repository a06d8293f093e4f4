"""Polish rules for what denies a danger sign, once it is named in English."""

from typing import Final

from bot.domain.tongues.polish.parts import FILL
from bot.domain.tongues.tongue import Rules

_SIGN: Final = (
    r"(?:blacked out|bladder problems|bowel problems|bronchitis|can't breathe|can't feel my legs"
    r"|can't move my leg|can't pee|can't stand up|chest infection|chest pain|covid|dark urine"
    r"|diarrhoea|faint|fainted|fainting|fever|flu|food poisoning|heart attack|legs gave way"
    r"|lost consciousness|numb groin|numb leg|pneumonia|red urine|severe swelling|sharp pain"
    r"|shooting pain|short of breath|stabbing pain|swollen calf|swollen legs|very|very swollen"
    r"|vomited|vomiting|achilles pain|blood clot|broken bone|feeling ill|knee pain|limping"
    r"|pain at night|pulled muscle|rhabdo|shin pain|shin splints|something popped in my knee"
    r"|sprained my ankle|stress fracture|tendonitis|chesty cough|coughing blood)"
)

RULES: Final[Rules] = {
    r"\bale (?:prawie|malo brakowalo)\b": "but nearly",
    rf"\b(?:juz )?(?:nie|bez|brak\w*|zero|zadn\w*|nic|nigdy|ani)(?: {FILL})* (?={_SIGN}\b)": "no ",
    rf"\b({_SIGN})(?: tez| juz| na szczescie)?"
    r" (?:nie (?:mam|ma|bylo|mial[ea]m|czuje|odczuwam)|brak)"
    r"(?= *(?:$|[,.!?]|i\b|ani\b|ale\b|wiec\b|czy\b|moge\b))": r"no \1",
    rf"(no {_SIGN}) (?:i|oraz) (?=no {_SIGN})": r"\1, ",
}
