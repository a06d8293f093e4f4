"""French rules for what denies a danger sign, once it is named in English."""

from typing import Final

from bot.domain.tongues.tongue import Rules

_SIGN: Final = (
    r"(?:(?:sharp|chest) pain|heart attack|fainted|breathless|dark urine|bladder trouble"
    r"|can't (?:breathe|pee|move my leg|feel my legs|stand up)|numb leg|(?:very )?swollen"
    r"|severe swelling|legs gave way|fever|flu|covid|bronchitis|pneumonia|chest infection"
    r"|vomiting|diarrhoea|food poisoning|(?:knee|achilles|shin) pain|sprained my ankle|tendonitis"
    r"|shin splints|stress fracture|broken bone|pulled muscle|pop in my knee|limping"
    r"|pain at night|rhabdo|blood clot|feeling ill|chesty cough|coughing blood)\b"
)
_FILL: Final = (
    r"(?:(?: |(?<='))(?:de tout|encore|non plus|vraiment|eu|fait|ressenti|senti|ete|suis|me|m'|de"
    r"|une?(?: seule?)?|aucune?|moindre|traces?|signes?|symptomes?|avoir|sensations?|problemes?"
    r"|envie|en))* ?"
)
# "I have", "it is" before a denial.
_HAVE: Final = (
    r"(?:\b(?:moi )?(?:je |j'|on |il |ca |c')?(?:n'|ne )?(?:me |m'|y )?"
    r"(?:ai|avais|ressens|sens|fais|suis|etais|a|avait|est|sont|eprouve|ont)"
    r" (?:absolument |toujours |quand meme )?)"
)

RULES: Final[Rules] = {
    r"\bmais (?:presque|de peu|pas loin)\b": "but nearly",
    rf"{_HAVE}?\b(?:aucune?s?|sans|ni|zero|0|absence|(?:pas|sans) moindre)\b{_FILL}"
    rf"(?={_SIGN})": "no ",
    rf"(?:{_HAVE}|^|(?<=[,.;:!?\x28])\s*|\b(?:et|mais|ou|donc|toujours|non) )"
    rf"(?:pas|jamais)\b{_FILL}(?={_SIGN})": " no ",
    rf"\b(?:pas|jamais) (?:eu )?(?:de (?:avoir )?|en ){_FILL}(?={_SIGN})": "no ",
    r"\b(?:je |on )?(?:n'|ne )(?:me |m'|y )?(?:ai|avais|a|ressens|sens|fais|suis|est|sont)"
    rf" plus\b{_FILL}(?={_SIGN})": "no ",
    r"(?:^|(?<=[,.;!])\s*)(?:il )?(?:y a )?plus de"
    r" (?=(?:fever|flu|covid|vomiting|diarrhoea)\b(?!.* qu))"
    r"|\bj'ai plus (?:de )?(?=(?:fever|flu|covid)\b(?! qu))": "no ",
    rf"\b(?:je |j')?(?:n'|ne )(?:me |m'|ai |suis )*({_SIGN}) (?:pas|plus)\b": r"no \1",
    rf"\b({_SIGN}),? (?:je |j')?(?:n'|ne )?en ai (?:pas|plus)\b": r"no \1",
    r"\b(?:je )?vomiting pas\b(?! d| que)": "no vomiting",
    rf"(no {_SIGN}),? (?:ou|et sans|ni|et)(?: de| en| avoir)+ ?(?={_SIGN})"
    rf"|(no {_SIGN}) (?:ou|ni) (?={_SIGN})": r"\1\2 no ",
    r"\bno sharp pain in chest": "no chest pain",
    rf"\b(?:de|une?|aux?|a) (?={_SIGN})": "",
    rf"'(?={_SIGN})": " ",
}
