"""Spanish rules for what is asked and told."""

from re import Match
from typing import Final

from bot.domain.tongues.tongue import Rules

# Leg day, with what stands before it.
_LEGS: Final = (
    r"(?:(?:mis?|las?|el|una?|con) )*(?:(?:dia|entreno|entrenamiento|sesion|rutina) de )?"
    r"(?:las? )?(?:piernas?|leg ?day|legs)\b(?: hoy\b)?"
)


def _legs_done(found: Match[str]) -> str:
    """Return "piernas hechas" in English, "día de piernas hecho" as a leg day."""
    return "leg day done" if found[1] else "legs done"


def _legs_feel(found: Match[str]) -> str:
    """Return how legs feel: "pesadas", "muertas", "frescas"; tired ones are heavy."""
    feel = {"muert": "dead legs", "fresc": "fresh legs", "descansad": "fresh legs"}
    return feel.get(found[1], "heavy legs")


RULES: Final[Rules] = {
    r"\ba (?=\d{1,2} ?/ ?10\b)": "",
    # what was done, how legs feel
    r"\b(?:he (?:hecho|entrenado|terminado|acabado)|hice|entrene|termine|acabe|complete"
    rf"|me toco|toco|hize|acabo de (?:hacer|entrenar|terminar)) {_LEGS}": "did legs",
    r"\b(?:(?:el|la|las|mis?) )*(?:((?:dia|entreno|entrenamiento|sesion) de )|)"
    r"(?:las? )?piernas? (?:ya )?(?:hech|list|terminad|completad|acabad)[oa]s?": _legs_done,
    r"\b(?:(?:la|las|mis?|tengo|siento|me siento|noto|con|estan) )*piernas?"
    r"(?: (?:muy|super|estan|se sienten|las siento|las tengo|me))*"
    r" (pesad|muert|fresc|cargad|cansad|pesan|descansad)\w*"
    r"|\bme (pesan) (?:mucho )?las piernas\b": _legs_feel,
    r"\b(?:agujetas|dolor(?: muscular)?|molestias|me duel\w+)"
    r"(?: (?:en|de|las|los|mis|mucho))*(?: (?:piernas?|cuadriceps|gluteos|gemelos))?(?: de)?"
    r" (?=\d)": "soreness ",
    r"(?<=\d) (?:de|sobre) (?=10\b)": "/",
    r"\b(?:esfuerzo|intensidad)(?: de)? (?=\d)": "effort ",
    # sleep
    r"\b(?:anoche|esta noche|hoy),? (?=(?:he |solo )*dormi)": "",
    r"\b(?:he dormido|dormi)\b(?: unas| como| casi)? (?=\d)": "slept ",
    # asking
    r"\b(?:es (?:una )?(?:buena idea|segur[oa]|bueno|ok)|esta bien)(?: que| si)?"
    r"(?: salgo a| salir a| ir a)? (?:corr(?:er|o|a)|trotar)\b": "is it ok to run",
    r"\bcorro\b(?=[^.!]*\?)": "should I run",
    r"\b(?:estoy (?:ya )?)?(?:list[oa]|recuperad[oa]|estoy bien) (?:para|de)"
    r" (?:salir a |ir a )?(?:correr|trotar)\b": "am I ready to run",
    r"\b(?:salir|ir) a (?:correr|trotar|rodar)\b": "run",
    # whole answers, small words
    r"^(?:por favor,? )?(?:para|parar|para ya|ya para|basta|detente)[.!]*$": "stop",
    r"^(?:ya )?(?:(?:esta |he )?(?:hecho|list[oa]|terminado|acabado|termine|acabe)|esta"
    r"|(?:lo )?(?:hice|he hecho))[.!]*$": "done",
    r"(?<=\d) ?m(?:etros|ts)? (?:de |en )?"
    r"(?:desnivel negativo|bajada|descenso|bajando|cuesta abajo|negativ\w+|hacia abajo"
    r"|abajo)\b": " m down",
    r"^(?:la |una )?media$": "half marathon",
    r"\b(piernas?|legs?(?: day)?)\b([^,;\n]*?) (?:suaves?|ligeras?|ligero)\b": r"\1\2 light",
    r"(?<!\d )(?<!\d)\bmi\b": "my",
    r"\bhe (?=\w+(?:ado|ido|cho|sto|rto)\b)": "",
    r"\bya (?=puedo|hice)": "",
}
