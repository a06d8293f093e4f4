"""The names of exercises in the reader's language, and what was done as members write it."""

from bot.domain.facts.training import ExerciseSet
from bot.domain.reading.exercise_names import display_name
from bot.domain.reading.exercises import notation
from bot.texts.i18n import _


def exercise(stored: str) -> str:
    """Return how a stored name is shown: translated, or as the member typed it."""
    name = display_name(stored)
    return name if name == stored else _(name)


def done(sets: tuple[ExerciseSet, ...], unit: str) -> str:
    """Return what was done in one line, ``Squat 5x5 100 kg``, names in the reader's language."""
    return notation(sets, unit, named=exercise)
