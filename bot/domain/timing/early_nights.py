"""Wind-downs before early planned runs, for members whose bedtime follows the next morning."""

from collections.abc import Iterator
from datetime import date, time

from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.schedule import DAY
from bot.domain.facts.settings import Kind, Where
from bot.domain.timing.windows import (
    EVENINGS,
    GETTING_READY,
    NIGHT,
    Ground,
    bed_of,
    planned_starts,
    wind_down,
)

EARLY_RUN = time(8)  # a planned run that starts before is worth an early night
NIGHTS_AHEAD = 14  # evenings from leg day's on: by then another one has renewed the plan


def early_nights(ground: Ground) -> Iterator[PlannedReminder]:
    """Yield a wind-down for each evening before an early run, after leg day's own; till bedtime.

    The ordinal counts evenings from leg day's. None where the evening has no room for a full night.
    """
    preference = ground.preference(Kind.SLEEP)
    if not ground.member.profile.bed_by_plan or preference.where is Where.OFF:
        return
    for ordinal in range(EVENINGS + 1, NIGHTS_AHEAD + 1):
        nominal = ground.ended_on + (ordinal - 1) * DAY
        if nominal.weekday() not in preference.days or not _runs_early(ground, nominal + DAY):
            continue
        bed = bed_of(ground, nominal)
        due = wind_down(ground, nominal, bed)
        if bed is None or due is None or due >= bed:
            continue
        first = min(planned_starts(ground, nominal + DAY), default=bed)
        if first - GETTING_READY - bed >= NIGHT:
            yield ground.reminder(Kind.SLEEP, ordinal, due, bed)


def is_early_night(kind: Kind, ordinal: int | None) -> bool:
    """Tell whether an occurrence of a plan is a wind-down for an early run, not for leg day."""
    return kind is Kind.SLEEP and ordinal is not None and ordinal > EVENINGS


def _runs_early(ground: Ground, day: date) -> bool:
    """Tell whether an early run is planned for a date; in a pause nothing is."""
    week = ground.member.week
    if week.is_paused(day):
        return False
    return any(one.is_on(day) and not one.is_legs and one.at < EARLY_RUN for one in week.items)
