"""The names of exercises in the reader's language, and what was done as members write it."""

from bot.domain.facts.training import ExerciseSet
from bot.domain.reading.exercise_names import display_name
from bot.domain.reading.exercises import notation
from bot.texts.i18n import _, ngettext


def exercise(stored: str) -> str:
    """Return how a stored name is shown: translated, or as the member typed it."""
    name = display_name(stored)
    return name if name == stored else _(name)


def done(sets: tuple[ExerciseSet, ...], unit: str) -> str:
    """Return what was done in one line, ``Squat 5x5 100kg``, its words in the reader's language."""
    return notation(sets, unit, named=exercise, counted=_counted)


def _counted(sets: int, reps: int | None) -> str:
    if reps is None:
        return ngettext("{n} set", "{n} sets", sets).format(n=sets)
    return ngettext("{n} set of {reps}", "{n} sets of {reps}", sets).format(n=sets, reps=reps)
