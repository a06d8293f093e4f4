"""Spanish rules for what denies a danger sign, once it is named in English."""

from typing import Final

from bot.domain.tongues.tongue import Rules

_SIGN: Final = (
    r"(?:chest pain|sharp pain|fainted|short of breath|dark urine|bladder problems|numb legs"
    r"|(?:very )?swollen (?:calf|legs)|severe swelling|legs gave way|can't feel my legs|fever|flu"
    r"|vomiting|diarrhoea|(?:knee|achilles|shin) pain|sprained my ankle|tendonitis|shin splints"
    r"|stress fracture|broken bone|pulled muscle|pop in my knee|limping|pain at night|rhabdo"
    r"|blood clot|feeling ill|chesty cough|coughing blood)"
)
_FILL: Final = (
    r"(?: (?:me|he|ha|han|tengo|tenido|tuve|tenia|tener|hay|hubo|siento|sentido|senti|noto|veo|es"
    r"|son|esta|estan|estoy|da|dio|el|la|los|las|un|una|mi|mis|ningun|ninguna|ni|siquiera|nada|de"
    r"|del|en|con|sintomas?|signos?|que|tampoco|mas(?! que)))*?"
)

RULES: Final[Rules] = {
    r"\b(?:pero|aunque) (?:casi|por poco)\b": "but nearly",
    rf"\b(?:no|sin|nunca|jamas|tampoco|ni|nada de|cero|ningun|ninguna){_FILL} (?={_SIGN})": "no ",
    rf"(^|[,.;] ?)(?:y )?({_SIGN}) no(?: (?:tengo|tuve|hay|he tenido|me ha dado))?"
    r"(?=[,.;]|$| pero)": r"\1no \2",
    rf"\b(no {_SIGN})(?:,? [ye]) (?=no {_SIGN})": r"\1, ",
    rf"\b(no {_SIGN}),? (?:[ou]|or) (?={_SIGN})": r"\1, no ",
    rf"\b(no {_SIGN}),? (?:y|ni) nada\b(?: de eso)?": r"\1",
}
