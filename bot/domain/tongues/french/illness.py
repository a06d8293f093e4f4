"""French rules for illness that is told as over, and for coughs that bring something up."""

from typing import Final

from bot.domain.tongues.notation import over, whole_words
from bot.domain.tongues.tongue import Rules

_ILLNESS: Final = (
    r"(?:(?:(?:la|le|une?|ma|mon|de|cette|ce|avoir (?:eu|fait|attrape)|grosse|petite|forte) )"
    r"|l['’]| (?=\w))*"
    r"(?:grippe|fievre|covid(?:[- ]19)?|corona(?:virus)?|bronchite|pneumonie"
    r"|gastro(?:[- ]enterite)?|maladie|rhume|infection|angine|virus)"
)
_SOME: Final = r"(?:une|deux|trois|quatre|cinq|six|quelques|plusieurs|\d+)"
_DAYS: Final = r"(?:trois|quatre|cinq|six|sept|huit|dix|quelques|[3-9]|[1-9]\d) jours"
_COUGHS: Final = r"(?:touss\w+|crach\w+|toux)"
_OF: Final = r"(?: (?:de|du|des|un peu|beaucoup|avec|et|gros|petits))*"

RULES: Final[Rules] = {
    **over(
        illness=_ILLNESS,
        after="apres",
        had=r"(?:j['’ ]?ai (?:eu|fait|attrape)|j['’ ]?avais)",
        was=r"(?:j['’ ]?(?:etais|ai ete)|je suis tombee?)",
        ill=r"(?:(?:tres|assez|bien|un peu) )?malade",
        long_ago=(
            r"(?:(?:la semaine|l['’]annee) derniere|(?:le mois|l['’]an|l['’]hiver) dernier"
            rf"|il y a (?:{_SOME} (?:semaines?|mois)|{_DAYS}))"
        ),
        recent=(
            r"(?:(?:de|depuis|a|est|d['’]) ?)*(?:hier|cette (?:nuit|semaine)|ce matin"
            r"|la nuit derniere|maintenant|commence\w*|arrive\w*)"
        ),
        asks=(
            r"(?:(?:et|mais|donc|maintenant) )*(?:je (?:peux|dois|devrais)|est-?ce|puis-?je|c'est"
            r"|quand|comment|courir)"
        ),
        still=r"(?:encore|toujours|pas (?:encore|fini|gueri\w*)|depuis|revenue?)",
    ),
    **whole_words(
        {
            rf"{_COUGHS}{_OF} sang|hemoptysie": "coughing blood",
            rf"toux (?:grasse|productive|de poitrine)|touss\w+ gras|{_COUGHS}{_OF}"
            r" (?:glaires?|crachats?|mucus)": "chesty cough",
        }
    ),
}
