"""Letters of danger signs and intents for the actions of buttons; each keeps its meaning for ever.

An action under a message in a server tells no words, and what it tells goes with the message.
"""

from typing import Final

from bot.domain.facts.errors import Expired
from bot.domain.recovery.question import Symptom
from bot.domain.talk.sentence import Intent

_SIGNS: Final = {
    "a": Symptom.CHEST_PAIN,
    "b": Symptom.FAINTING,
    "c": Symptom.BREATHLESS,
    "d": Symptom.DARK_URINE,
    "e": Symptom.BLADDER_BOWEL_TROUBLE,
    "f": Symptom.NUMB_SADDLE_OR_LEG,
    "g": Symptom.ONE_CALF_SWOLLEN_WARM,
    "h": Symptom.SEVERE_SWELLING,
    "i": Symptom.MARKED_WEAKNESS,
    "j": Symptom.FEVER,
    "k": Symptom.BELOW_NECK_ILLNESS,
    "l": Symptom.VOMITING_DIARRHOEA,
    "m": Symptom.SHARP_PAIN,
    "n": Symptom.STOP_SIGN,
    "o": Symptom.LITTLE_URINE,
    "p": Symptom.JOINT_PAIN,
    "q": Symptom.TENDON_PAIN,
    "r": Symptom.BONE_POINT_PAIN,
    "s": Symptom.NIGHT_PAIN,
    "t": Symptom.POP_FELT,
    "u": Symptom.LIMPING,
}
_INTENTS: Final = {
    "a": Intent.ASK,
    "l": Intent.LEGS,
    "r": Intent.RUN,
    "c": Intent.CHECKIN,
    "s": Intent.STOP,
}


def packed_signs(signs: frozenset[Symptom]) -> str:
    """Return danger signs as letters."""
    return "".join(letter for letter, sign in _SIGNS.items() if sign in signs)


def read_signs(letters: str) -> frozenset[Symptom]:
    """Return the danger signs of letters.

    Raises:
        Expired: the letters are none of ours.
    """
    if not letters or set(letters) - _SIGNS.keys():
        raise Expired("control_unknown")
    return frozenset(_SIGNS[letter] for letter in letters)


def packed_intents(intents: tuple[Intent, ...]) -> str:
    """Return intents as letters, in their order."""
    letters = {intent: letter for letter, intent in _INTENTS.items()}
    return "".join(letters[intent] for intent in intents)


def read_intents(letters: str) -> tuple[Intent, ...]:
    """Return the intents of letters.

    Raises:
        Expired: the letters are none of ours.
    """
    if set(letters) - _INTENTS.keys():
        raise Expired("control_unknown")
    return tuple(_INTENTS[letter] for letter in letters)
