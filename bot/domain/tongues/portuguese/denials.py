"""Portuguese rules for what denies a danger sign, once it is named in English."""

from typing import Final

from bot.domain.tongues.tongue import Rules

RULES: Final[Rules] = {
    r"\b(?:mas|porem) (?:quase|por pouco)\b": "but nearly",
    r"\b(?:(?:eu|me|estou|to|tou|tava) )*(?:nao|nem|nunca|sem|nenhuma?|zero|nada de)"
    r"(?!.* (?:assim|antes|tao)\b)(?:"
    r" (?:eu|me|estou|to|tou|estava|tava|estive|tenho|tive|tinha|ter|tido|tendo|sinto|sent\w+"
    r"|com|de|mais|muit[oa]s?|nenhuma?|qualquer|fiquei|ha|havia|houve|tem|teve|apresento|e|eh"
    r"|foi|era|peguei|[oa]s?|uma?|meus?|minhas?|sina(?:l|is)|ando|nada|sintomas?))*(?: no)?"
    r" (?=chest|dizz|stab|heart|lost|black|faint|coll|short|dark|bladder|numb|calf|swollen"
    r"|severe|legs gave|fever|flu\b|covid|bronch|pneumonia|influenza|vomit|diarrh|food p"
    r"|knee p|achilles p|shin |sprained|tendonitis|stress f|broken|pulled|pop in|limping"
    r"|pain at|rhabdo|blood c|feeling ill|coughing)\b": "no ",
    r"\b(fever|flu|covid|vomiting|diarrhoea|chest pain|shortness of breath|dark urine)"
    r"(?: eu)? nao (?:tenho|tive|sinto|tem|teve|ha)(?=\s*(?:[.,;!?]|$))": r"no \1",
}
