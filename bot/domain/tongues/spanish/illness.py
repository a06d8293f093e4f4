"""Spanish rules for illness that is told as over, and for coughs that bring something up."""

from typing import Final

from bot.domain.tongues.notation import over, whole_words
from bot.domain.tongues.tongue import Rules

_ILLNESS: Final = (
    r"(?:(?:el|la|una?|mi|esta|este|fuerte|pasar|superar|tener|haber (?:tenido|pasado)) )*"
    r"(?:gripe|gripa|fiebre|calentura|influenza|covid(?:[- ]19)?|corona(?:virus)?|bronquitis"
    r"|neumonia|infeccion|enfermedad|resfriado|resfrio|catarro|virus)"
)
_SOME: Final = r"(?:una?|dos|tres|cuatro|cinco|seis|unas?|unos|varias|varios|algunas|\d+)"
_DAYS: Final = r"(?:tres|cuatro|cinco|seis|siete|ocho|diez|unos|varios|algunos|[3-9]|[1-9]\d) dias"
_COUGHS: Final = r"(?:tos|tos(?:o|e|i|io|iendo|er)|expector\w+)"
_WITH: Final = r"(?: (?:con|y|de|mucha|mucho|algo|un poco))*"

RULES: Final[Rules] = {
    **over(
        illness=_ILLNESS,
        after=r"(?:(?:despues|luego) de|tras)",
        had=r"(?:yo )?(?:tuve|pase|me dio|estuve con)",
        was=r"(?:yo )?(?:estuve|estaba|me puse)",
        ill=r"(?:(?:muy|bastante|un poco) )?enferm[oa]",
        long_ago=(
            r"(?:(?:la semana|el mes|el ano|el invierno) pasad[oa]"
            rf"|hace (?:{_SOME} (?:semanas?|mes(?:es)?)|{_DAYS}))"
        ),
        recent=(
            r"(?:(?:de|desde|fue) )*(?:ayer|anoche|anteayer|esta (?:noche|manana|semana)|ahora"
            r"|empezo|llego)"
        ),
        asks=(
            r"(?:(?:y|pero|asi que|ahora) )*(?:puedo|podria|debo|deberia|es|esta bien|cuando|como)"
        ),
        still=r"(?:todavia|aun|sigo|sigue|desde entonces|ha vuelto|volvio)",
    ),
    **whole_words(
        {
            rf"{_COUGHS}{_WITH} sangre|hemoptisis": "coughing blood",
            r"tos (?:de pecho|productiva|humeda|cargada|en el pecho)"
            rf"|{_COUGHS}{_WITH} (?:flemas?|mocos?|mucosidad(?:es)?|esputos?)"
            r"|(?:flemas?|mucosidad) en (?:el )?pecho": "chesty cough",
        }
    ),
}
