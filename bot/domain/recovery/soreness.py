"""The soreness that counts: of the legs, before a painkiller, and never low right after leg day."""

from collections.abc import Sequence

from bot.domain.facts.training import Region
from bot.domain.recovery.load import Bout
from bot.domain.recovery.parameters import (
    DANGER_SORENESS,
    EARLY_SORENESS,
    NEUTRAL_SORENESS,
    PAINKILLER_HOURS,
    STATIN_SORENESS,
)
from bot.domain.recovery.question import Painkiller, Question

NOT_LEGS = frozenset({Region.LOWER_BACK, Region.ARMS, Region.SHOULDERS, Region.CHEST})
ODD_PLACES = frozenset({Region.SHIN, Region.KNEE, Region.ANKLE, Region.FOOT, Region.ACHILLES})
LEGS_IN_GENERAL = NOT_LEGS | {None, Region.WHOLE_BODY, Region.HAMSTRINGS}


def leg_soreness(question: Question, bouts: Sequence[Bout]) -> float:
    """The leg soreness that counts, 3 when nobody said.

    A painkiller hides what it hides: the score before it counts if higher, and 3 if not told.
    In the first day after leg day soreness is still to come, so a low score is not believed.
    """
    return believed(_unmasked(question, told_score(question)), bouts)


def place_soreness(question: Question) -> float | None:
    """The score of a worst place that leg day does not make sore, ``None`` where there is none."""
    sore = question.soreness
    if sore is None or sore.region not in ODD_PLACES:
        return None
    return _unmasked(question, sore.score)


def believed(score: float, bouts: Sequence[Bout]) -> float:
    """Return a score with the floor that holds right after leg day."""
    return max(score, NEUTRAL_SORENESS) if is_early(bouts) else score


def is_early(bouts: Sequence[Bout]) -> bool:
    """Tell whether leg day was so recent that soreness is still to come."""
    return any(bout.hours_ago < EARLY_SORENESS and not bout.very_light for bout in bouts)


def told_score(question: Question) -> float | None:
    """The leg soreness somebody gave, ``None`` if none was given for the legs."""
    sore = question.soreness
    if sore is None:
        return None
    if sore.region in NOT_LEGS:
        return sore.legs_score
    return _higher(sore.score, sore.legs_score)


def worst_score(question: Question) -> float | None:
    """Return the highest score given anywhere, also before a painkiller."""
    sore, masked = question.soreness, active_painkiller(question)
    told = None if sore is None else _higher(sore.score, sore.legs_score)
    return told if masked is None else _higher(told, masked.soreness_before)


def sore_elsewhere(question: Question) -> float:
    """The score of a worst place that is not the legs, 0 where there is none.

    One from before a painkiller counts there as well as in the legs: nobody said where it was.
    """
    sore = question.soreness
    if sore is None or sore.score is None or sore.region not in NOT_LEGS:
        return 0.0
    masked = active_painkiller(question)
    return sore.score if masked is None else max(sore.score, masked.soreness_before or 0.0)


def danger_unasked(question: Question, soreness: float) -> bool:
    """Tell whether a score, of the legs or elsewhere, wants the danger questions answered first."""
    if question.danger_denied:
        return False
    limit = STATIN_SORENESS if question.about_me.statin else DANGER_SORENESS
    return soreness >= limit or (worst_score(question) or 0.0) >= limit


def reported_score(question: Question) -> float | None:
    """The leg soreness somebody gave, the one before a painkiller if higher."""
    told, masked = told_score(question), active_painkiller(question)
    return told if masked is None else _higher(told, masked.soreness_before)


def soreness_known(question: Question) -> bool:
    """Whether it was said how sore the legs are, not counting what a painkiller hides."""
    painkiller = active_painkiller(question)
    if painkiller is not None:
        return painkiller.soreness_before is not None
    return told_score(question) is not None


def active_painkiller(question: Question) -> Painkiller | None:
    """The painkiller that still hides soreness."""
    taken = question.painkiller
    return taken if taken is not None and taken.hours_ago < PAINKILLER_HOURS else None


def hamstrings_unsaid(question: Question) -> bool:
    """Whether the leg soreness has to be taken for the hamstrings' too."""
    return question.soreness is None or question.soreness.region in LEGS_IN_GENERAL


def _higher(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def _unmasked(question: Question, told: float | None) -> float:
    """A score as it was before a painkiller that still works, 3 when nobody said."""
    score = NEUTRAL_SORENESS if told is None else told
    if (painkiller := active_painkiller(question)) is not None:
        before = painkiller.soreness_before
        score = max(score, NEUTRAL_SORENESS if before is None else before)
    return score
