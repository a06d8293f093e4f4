"""Members' profiles: each decision is a change to save, with the plan that follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.domain.decisions.replanning import replan
from bot.domain.decisions.rule_plans import replanned
from bot.domain.facts.errors import BadInput
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import (
    AgeBand,
    DistanceUnit,
    Experience,
    Leaning,
    MassUnit,
    Profile,
    QuietHours,
)
from bot.domain.facts.training import check_choice, check_range
from bot.domain.facts.upcoming import ListsReminders
from bot.domain.reading.numbers import read_minutes, read_score
from bot.domain.timing.day_halves import quiet_between, read_bedtime, read_quiet, read_waking
from bot.domain.timing.eligibility import NEVER
from bot.domain.timing.plan import ahead

RUNS_A_WEEK: Final = (0, 14)
LONGEST_RUN: Final = (0, 600)  # minutes
UNSAID: Final = "unsaid"


class ProfilePart(StrEnum):
    """The parts of a profile that are chosen from a list."""

    UNITS = "units"
    EXPERIENCE = "experience"
    AGE = "age"
    LEANING = "leaning"


class Units(StrEnum):
    """Weight and distance units as one choice."""

    KG_KM = "kg_km"
    LB_MI = "lb_mi"
    KG_MI = "kg_mi"
    LB_KM = "lb_km"


class Lesson(StrEnum):
    """What a member may do with what was learnt about them."""

    ON = "on"
    OFF = "off"
    RESET = "reset"


# The field of each part but the units, what errors call it, and its choices.
CHOICES: Final[Mapping[ProfilePart, tuple[str, str, type[StrEnum]]]] = {
    ProfilePart.EXPERIENCE: ("experience", "lifting", Experience),
    ProfilePart.AGE: ("age_band", "age", AgeBand),
    ProfilePart.LEANING: ("leaning", "lifter or runner", Leaning),
}
BY_PLAN: Final = frozenset({"plan", "by plan", "my plan", "by my plan"})  # typed as a bedtime


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileEntry(ListsReminders):
    """The result: the member after the change, and their planned reminders."""

    member: Member
    meanwhile: bool = False  # the profile had changed since its form showed it


def units(profile: Profile) -> Units:
    """Return both units as one choice."""
    return Units(f"{profile.mass_unit}_{profile.distance_unit}")


def choose(member: Member, part: str, value: str, now: datetime) -> tuple[Change, ProfileEntry]:
    """Decide a value chosen from a list; ``UNSAID`` clears it.

    Raises:
        BadInput: the list has no such value.
    """
    chosen = check_choice("part", part, ProfilePart)
    said: dict[str, StrEnum | None]
    if chosen is ProfilePart.UNITS:
        mass, distance = check_choice("units", value, Units).split("_")
        said = {"mass_unit": MassUnit(mass), "distance_unit": DistanceUnit(distance)}
    else:
        field, name, kind = CHOICES[chosen]
        said = {field: None if value == UNSAID else check_choice(name, value, kind)}
    return _changed(member, replace(member.profile, **said), now)  # type: ignore[arg-type]  # by name


def say_times(
    member: Member, typed: Mapping[str, str], now: datetime
) -> tuple[Change, ProfileEntry]:
    """Decide wake, bed and quiet hours from a form; an empty field clears one.

    Quiet hours that come back as the form showed them are not set by that: as long as the member
    never set them, they follow bed and wake.

    Raises:
        BadInput: a time was not understood or may mean two, or quiet hours have one end only.
    """
    start, end, wake, bed = (
        typed.get(field, "").strip() for field in ("quiet_from", "quiet_to", "wake", "bed")
    )
    if bool(start) != bool(end):
        raise BadInput("quiet_needs_both_ends")
    by_plan = bed.casefold() in BY_PLAN
    said = replace(
        member.profile,
        quiet=read_quiet(start, end) if start else NEVER,
        quiet_said=member.profile.quiet_said or (start, end) != quiet_shown(member.profile.quiet),
        wake=read_waking(wake) if wake else None,
        bed=read_bedtime(bed) if bed and not by_plan else None,
        bed_by_plan=by_plan,
    )
    if not said.quiet_said:
        said = replace(said, quiet=quiet_between(said.bed, said.wake))
    return _changed(member, said, now)


def quiet_shown(quiet: QuietHours) -> tuple[str, str]:
    """Return quiet hours as the form shows them: two empty fields for none."""
    if quiet.start == quiet.end:
        return "", ""
    return f"{quiet.start:%H:%M}", f"{quiet.end:%H:%M}"


def say_runs(
    member: Member, typed: Mapping[str, str], now: datetime
) -> tuple[Change, ProfileEntry]:
    """Decide runs a week and the longest run (min) from a form; an empty field clears one.

    Raises:
        BadInput: no whole number, or out of its limits.
    """
    runs = _whole("runs a week", typed.get("runs"), RUNS_A_WEEK)
    longest = read_minutes("longest run", typed.get("longest"))
    check_range("longest run", longest, LONGEST_RUN)
    return _changed(member, replace(member.profile, runs_per_week=runs, longest_run=longest), now)


def learn(member: Member, what: str, now: datetime) -> tuple[Change, ProfileEntry]:
    """Decide whether answers use what was learnt, or delete it.

    Raises:
        BadInput: none of the three.
    """
    chosen = check_choice("learning", what, Lesson)
    if chosen is Lesson.RESET:
        learning = Learning(on=member.learning.on)
    else:
        learning = replace(member.learning, on=chosen is Lesson.ON)
    after = member._replace(learning=learning)
    plan = replan(after, now)
    told = ProfileEntry(member=after, plan=ahead(plan, now))
    return Change(learning=learning, plan=None if after.zone is None else plan), told


def say_language(
    member: Member, language: str | None, now: datetime
) -> tuple[Change, ProfileEntry]:
    """Decide the language a member is written to; ``None``: as Discord says."""
    return _changed(member, replace(member.profile, language=language), now)


def settle(member: Member, now: datetime) -> tuple[Change, ProfileEntry]:
    """Save the profile, with the zone that was just told, and replan by it."""
    return _changed(member, member.profile, now)


def _changed(member: Member, profile: Profile, now: datetime) -> tuple[Change, ProfileEntry]:
    after = member._replace(profile=profile)
    plan = replan(after, now)
    # Where no zone is known nothing can be planned: what is planned stays.
    change = Change(
        profile=profile, plan=None if after.zone is None else plan, rules=replanned(after, now)
    )
    return change, ProfileEntry(member=after, plan=ahead(plan, now))


def _whole(field: str, typed: str | None, limits: tuple[int, int]) -> int | None:
    said = read_score(field, typed, lower=True)  # more of it would allow more
    if said is not None and said < 0:
        raise BadInput("not_a_number", field=field, value=said)
    check_range(field, said, limits)
    return said
