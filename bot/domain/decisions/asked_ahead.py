"""What was typed with a question of the time ahead: the run's time, the next leg day, a race."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.decisions.answer_token import RUN_MINUTES, AnswerToken
from bot.domain.decisions.known_of_member import PACE
from bot.domain.decisions.runs import record_minutes
from bot.domain.facts.errors import BadInput, renamed
from bot.domain.facts.member import Member
from bot.domain.facts.training import RUN_REACHED, Activity, RunKind, check_range
from bot.domain.reading.distances import Distance, read_timed
from bot.domain.reading.moments import EVENT_AHEAD, PLAN_AHEAD, read_plan_time
from bot.domain.reading.zones import zone_of
from bot.domain.recovery.circumstances import EventKind

SLOWEST: Final = 30.0  # minutes a kilometre
# Kilometres from and below which a race is of a kind: courses are measured short and long.
LENGTHS: Final = (
    (4.9, 5.2, EventKind.FIVE_K),
    (9.8, 10.3, EventKind.TEN_K),
    (20.9, 21.7, EventKind.HALF_MARATHON),
    (41.5, 43.0, EventKind.MARATHON),
    (43.0, RUN_REACHED[1] + 1.0, EventKind.ULTRA),
)
# The words for a planned time, made to name the option that they are about.
LEGS: Final = {
    "already_past": "legs_already_past",
    "plan_needs_zone": "legs_needs_zone",
    "plan_not_understood": "legs_not_understood",
    "too_far_ahead": "legs_too_far_ahead",
}
RACE: Final = {"already_past": "race_already_past", "too_far_ahead": "race_too_far_ahead"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What somebody typed of what lies ahead: texts unparsed; ``None`` means not said."""

    when: str | None = None
    legs: str | None = None
    distance: str | None = None


def with_ahead(told: AnswerToken, typed: Ahead, member: Member, now: datetime) -> AnswerToken:
    """Return the token with what was typed, read in the member's zone and unit.

    Raises:
        NeedsZone: a clock time from somebody whose zone is unknown.
        BadInput: not understood, over, too far ahead, or at odds with the rest; it names the
            option.
    """
    match = told.activity is Activity.MATCH and typed.when is not None
    race = told.run is RunKind.RACE and typed.when is not None
    if typed.when is not None:
        told = told._replace(at=_read(typed.when, member, now, race=race or match))
    if typed.legs is not None:
        told = told._replace(legs_at=_legs(typed.legs, told.at, member, now))
    if race:
        return _race(told, read_timed(typed.distance, member.profile.distance_unit))
    for field, said in (("distance", typed.distance), ("matters", told.matters)):
        if said is not None and not (match and field == "matters"):
            raise BadInput("race_needed", field=field)
    return told._replace(event=EventKind.MATCH) if match else told


def _read(text: str, member: Member, now: datetime, *, race: bool) -> datetime:
    furthest, keys = (EVENT_AHEAD, RACE) if race else (PLAN_AHEAD, {})
    with renamed(keys):
        return read_plan_time(text, now=now, zone=zone_of(member), furthest=furthest)


def _legs(text: str, run_at: datetime | None, member: Member, now: datetime) -> datetime:
    """Read the next leg day, to the minute; it is asked about for a run after it."""
    with renamed(LEGS):
        at = read_plan_time(text, now=now, zone=zone_of(member))
    if at <= now:
        raise BadInput("legs_already_past", at=at)
    if run_at is None or run_at <= at:
        raise BadInput("legs_needs_run", at=at)
    return at - timedelta(seconds=at.second, microseconds=at.microsecond)


def _race(told: AnswerToken, distance: Distance | None) -> AnswerToken:
    """Return the token with the kind of race by its length, and minutes where none were told.

    A race longer than a token's minutes reach is left without: nobody knows its pace.
    """
    if distance is None:
        return told._replace(event=EventKind.RACE)
    km, minutes = distance.km, told.minutes
    check_range("distance", km, RUN_REACHED)
    said = distance.minutes if minutes is None else minutes
    if said is not None and said < record_minutes(km):
        raise BadInput("faster_than_the_record", km=km, minutes=round(said, 1))
    if said is not None and said > SLOWEST * km:
        raise BadInput("race_too_slow", km=km, minutes=round(said, 1))
    expected = max(RUN_MINUTES[0], round(PACE * km if said is None else said))
    if minutes is None and expected <= RUN_MINUTES[1]:
        minutes = expected
    kinds = (kind for low, high, kind in LENGTHS if low <= km < high)
    return told._replace(minutes=minutes, event=next(kinds, EventKind.RACE))
