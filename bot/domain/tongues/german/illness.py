"""German rules for illness that is told as over, and for coughs that bring something up."""

from typing import Final

from bot.domain.tongues.german.parts import ENDING
from bot.domain.tongues.notation import over, whole_words
from bot.domain.tongues.tongue import Rules

_ILLNESS: Final = (
    rf"(?:(?:der|dem|die|das|ein{ENDING}|mein{ENDING}|leicht{ENDING}|stark{ENDING}|hoh{ENDING}) )*"
    r"(?:fieber(?:infekt)?|grippe|grippal\w+ infekt\w*|influenza|corona(?:infektion)?|covid"
    r"|infekt(?:ion)?|erkae?ltung|krankheit|kranksein|magen-?darm(?:-?(?:grippe|infekt|virus))?"
    r"|bronchitis|lungenentzue?ndung|virus)"
    r"(?! (?:an|aus)\b)"  # "fühlt sich nach Grippe an"
)
_SOME: Final = (
    r"(?:ein(?:er|em|igen|paar)?|ein paar|zwei|drei|vier|fue?nf|sechs|mehreren|\d+)"
    r" (?:wochen?|monat(?:en)?)"
)
_DAYS: Final = r"(?:drei|vier|fue?nf|sechs|sieben|zehn|ein paar|einigen|[3-9]|[1-9]\d) tagen"
_LONG: Final = rf"(?:{_SOME}|{_DAYS})"
_COUGHS: Final = r"(?:(?:ab|aus)?(?:ge)?hust\w*)"

RULES: Final[Rules] = {
    **over(
        illness=_ILLNESS,
        after="nach",
        had=r"(?:ich )?hatte(?: ich)?",
        was=r"(?:ich )?war(?: ich)?",
        ill=r"(?:(?:sehr|richtig|ziemlich|etwas) )?krank",
        long_ago=rf"(?:(?:letzte|vorige|vergangene)[nrs]? (?:woche|monat|jahr|winter)|vor {_LONG})",
        recent=(
            r"(?:(?:von|seit|war|ist|der) )*(?:(?:vor)?gestern|heute (?:nacht|morgen|frue?h)"
            r"|letzte[nr]? nacht|jetzt|kam|begann|anfing)"
        ),
        asks=(
            r"(?:(?:und|aber|also|jetzt) )*(?:gehabt|kann|darf|soll\w*|koe?nnte|ist|geht|wann|wie"
            r"|ab wann)"
        ),
        still=r"(?:immer noch|noch immer|noch nicht|seitdem|zurue?ck|wieder (?:da|fieber))",
    ),
    **whole_words(
        {
            rf"{_COUGHS}(?: \w+){{0,3}}? blut|blut(?: \w+){{0,2}}? {_COUGHS}|bluthusten"
            r"|blutige[rn]? auswurf": "coughing blood",
            rf"{_COUGHS} (?:(?:mit|und|viel|etwas|gelb\w*|grue?n\w*|zae?h\w*) )*(?:auswurf|schleim)"
            rf"|(?:schleim|auswurf)(?: \w+){{0,2}}? {_COUGHS}|auswurf"
            rf"|(?:schleimig|verschleimt|produktiv|feucht|nass|rasselnd){ENDING} husten"
            r"|husten (?:(?:sitzt|tief) )*(?:auf|in) de[rn] (?:brust|bronchien|lunge)|brusthusten"
            r"|verschleimte bronchien|bronchien(?: \w+)? verschleimt": "chesty cough",
        }
    ),
}
