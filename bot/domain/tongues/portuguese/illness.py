"""Portuguese rules for illness that is told as over, and for coughs that bring something up."""

from typing import Final

from bot.domain.tongues.notation import over, whole_words
from bot.domain.tongues.tongue import Rules

_ILLNESS: Final = (
    r"(?:(?:a|o|uma?|minha|meu|essa|esse|de|ter|tido|pego|pegar|forte) )*"
    r"(?:gripe|febre|influenza|covid(?:[- ]19)?|corona(?:virus)?|virose|dengue|bronquite"
    r"|pneumonia|resfriado|infeccao|doenca|virus)"
)
_SOME: Final = r"(?:uma?|duas|dois|tres|quatro|cinco|seis|algumas|alguns|umas|uns|\d+)"
_DAYS: Final = r"(?:tres|quatro|cinco|seis|sete|oito|dez|alguns|uns|[3-9]|[1-9]\d) dias"
_LONG: Final = rf"(?:{_SOME} (?:semanas?|mes(?:es)?)|{_DAYS})"
_COUGHS: Final = r"(?:tosse|toss(?:o|i|iu|indo|ir)|cuspindo|escarr\w+)"
_WITH: Final = r"(?: (?:com|de|e|muito|muita|um pouco))*"

RULES: Final[Rules] = {
    **over(
        illness=_ILLNESS,
        after=r"(?:depois d[aeo]|apos)",
        had=r"(?:eu )?(?:tive|peguei|fiquei com)",
        was=r"(?:eu )?(?:fiquei|estive|estava)",
        ill=r"(?:(?:muito|bem|meio) )?doente",
        long_ago=(
            r"(?:(?:na )?semana passada|(?:no )?(?:mes|ano|inverno) passado"
            rf"|(?:ha|faz|tem) {_LONG}(?: atras)?|{_LONG} atras)"
        ),
        recent=(
            r"(?:(?:de|desde|foi) )*(?:ontem|anteontem|essa noite|esta noite|hoje de manha|agora"
            r"|comecou|veio)"
        ),
        asks=(
            r"(?:(?:e|mas|entao|agora) )*(?:posso|poderia|devo|deveria|sera|da pra|tudo bem"
            r"|quando|como)"
        ),
        still=r"(?:ainda|continu\w+|desde entao|voltou|de volta)",
    ),
    **whole_words(
        {
            rf"{_COUGHS}{_WITH} sangue|catarro com sangue|hemoptise": "coughing blood",
            r"tosse (?:produtiva|carregada|cheia|catarrenta|de peito|no peito)"
            rf"|{_COUGHS}{_WITH} (?:catarro|secrecao|muco|escarro)"
            r"|(?:catarro|secrecao) no peito|peito (?:cheio|carregado) de (?:catarro|secrecao)"
            "": "chesty cough",
        }
    ),
}
