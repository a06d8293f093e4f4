"""What a member tells of their health: nothing is kept before they agreed to that on its own."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.decisions.profile import UNSAID
from bot.domain.decisions.replanning import replan
from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.errors import BadInput
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import Region, check_choice

CHOSEN: Final = "yes"
WEEK: Final = timedelta(weeks=1)
# Of a span of weeks since a birth, the careful end; beyond the last it changes no answer.
BIRTHS: Final = ("0", "4", "8", "12", "18")
JUST_BORN: Final = 4.0  # weeks after a birth in which nobody is pregnant


def agree(member: Member, now: datetime) -> tuple[Change, ToldHealth]:
    """Decide that the words of consent were agreed to; a second time changes nothing."""
    if member.health.agreed_at is not None:
        return Change(), member.health
    return _changed(member, replace(member.health, agreed_at=now), now)


def condition_fields(chosen: Collection[str]) -> dict[str, str]:
    """Return each condition with whether it is chosen, as a form's fields.

    Raises:
        BadInput: the list has no such value.
    """
    said = {check_choice("about me", each, Condition) for each in chosen}
    return {each.value: CHOSEN if each in said else "" for each in Condition}


def say_conditions(
    member: Member, fields: Mapping[str, str], now: datetime
) -> tuple[Change, ToldHealth]:
    """Decide all conditions of ``condition_fields``; those not chosen are not so.

    Raises:
        BadInput: pregnant within weeks of a birth.
    """
    said = frozenset(each for each in Condition if fields[each.value] == CHOSEN)
    return _changed(member, replace(member.health, conditions=said), now)


def say_birth(member: Member, weeks: str, now: datetime) -> tuple[Change, ToldHealth]:
    """Decide how long ago a child was born; ``UNSAID`` clears it.

    Raises:
        BadInput: no such span, or pregnant within weeks of a birth.
    """
    if weeks != UNSAID and weeks not in BIRTHS:
        raise BadInput("not_a_choice", field="weeks since birth", value=weeks)
    born = None if weeks == UNSAID else now - int(weeks) * WEEK
    return _changed(member, replace(member.health, born_at=born), now)


def say_healing(member: Member, place: str, now: datetime) -> tuple[Change, ToldHealth]:
    """Decide the place that heals; ``UNSAID`` clears it.

    Raises:
        BadInput: the list has no such value.
    """
    healing = None if place == UNSAID else check_choice("healing place", place, Region)
    return _changed(member, replace(member.health, healing_place=healing), now)


def clear(member: Member, now: datetime) -> tuple[Change, ToldHealth]:
    """Decide that all of it goes, the agreement too."""
    if member.health == ToldHealth():
        return Change(), member.health
    return _changed(member, ToldHealth(), now)


def _changed(member: Member, health: ToldHealth, now: datetime) -> tuple[Change, ToldHealth]:
    if health.agreed_at is None and member.health.agreed_at is None:
        return Change(), member.health  # not agreed to: what it says of consent is shown instead
    weeks = health.weeks_since_birth(now)
    if Condition.PREGNANT in health.conditions and weeks is not None and weeks < JUST_BORN:
        raise BadInput("pregnant_after_birth", weeks=f"{JUST_BORN:g}")
    after = member._replace(health=health)
    plan = None if after.zone is None else replan(after, now)
    return Change(health=health, plan=plan), health
