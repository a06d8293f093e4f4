"""Polish rules for illness that is told as over, and for coughs that bring something up."""

from typing import Final

from bot.domain.tongues.notation import over, whole_words
from bot.domain.tongues.tongue import Rules

_ILLNESS: Final = (
    r"(?:(?:moj\w+|t(?:ej|ym|e)|przebyt\w+|ciezk\w+|siln\w+|przechorowaniu) )*"
    r"(?:goracz(?:ce|ke)|gryp(?:ie|e)|[ck]ovid(?:a|em|zie|owi)?|koron(?:ie|e)"
    r"|koronawirus(?:ie|a)|infekcj[ie]|chorob(?:ie|e)|przeziebieni[ue]|angin(?:ie|e)"
    r"|zapaleni[ue] (?:pluc|oskrzeli)|jelitowc?(?:e|ke))"
)
_SOME: Final = r"(?:dwa|trzy|cztery|piec|szesc|kilka|pare|\d+)"
_DAYS: Final = r"(?:trzy|cztery|piec|szesc|siedem|osiem|dziesiec|kilka|pare|[3-9]|[1-9]\d) dni"
_COUGHS: Final = r"(?:(?:od)?kaszl\w+|kaszel\w*|odkrztusza\w*|wykrztusza\w*)"
_WITH: Final = r"(?: (?:z|ze|sie|troche|duzo|gest\w+|zielon\w+|zolt\w+))*"

RULES: Final[Rules] = {
    **over(
        illness=_ILLNESS,
        after="po",
        had=r"(?:mial[ea]m|przechodzil[ea]m|przeszl[ea]m|przeszedlem|chorowal[ea]m na)",
        was=r"byl[ea]m",
        ill=r"(?:(?:bardzo|mocno|troche) )?chor[ay]",
        long_ago=(
            r"(?:(?:w )?(?:zeszlym|ubieglym|poprzednim) (?:tygodniu|miesiacu|roku)"
            rf"|(?:tydzien|miesiac|{_SOME} (?:tygodni\w*|miesi\w+)|{_DAYS}) temu)"
        ),
        recent=(
            r"(?:(?:z|od) )*(?:wczoraj\w*|przedwczoraj|dzis(?:iaj)? (?:rano|w nocy)|teraz"
            r"|w nocy|ostatniej nocy)"
        ),
        asks=(r"(?:(?:i|a|ale|wiec|teraz) )*(?:czy|moge|mozna|powin\w+|kiedy|jak|da sie)"),
        still=r"(?:wciaz|nadal|dalej|jeszcze|od tego czasu|od tamtej pory|wrocil\w*|znowu mam)",
    ),
    **whole_words(
        {
            rf"{_COUGHS}{_WITH} (?:krwi\w*|krew)|krwioplucie|pluj\w+ krwi\w": "coughing blood",
            rf"(?:mokr|produktywn|wilgotn)\w+ {_COUGHS}|{_COUGHS} (?:mokr|produktywn|wilgotn)\w+"
            rf"|{_COUGHS}{_WITH} (?:flegm\w*|wydzielin\w*|sluz\w*|plwocin\w*|odkrztusza\w*)"
            r"|(?:odkaszl|odkrztusz|wykrztusz)\w+"
            rf"|{_COUGHS} (?:w|z) (?:klat\w+|klatce piersiowej|piersi\w*|oskrzel\w+)"
            "": "chesty cough",
        }
    ),
}
