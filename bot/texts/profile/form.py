"""The words of ``/profile``: one panel with what a member told, and the forms behind it."""

from collections.abc import Mapping
from datetime import datetime, time
from enum import StrEnum
from functools import partial
from typing import TypeVar

from bot.domain.decisions.profile import (
    UNSAID,
    Lesson,
    ProfileEntry,
    ProfilePart,
    Units,
    quiet_shown,
    units,
)
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Member
from bot.domain.facts.plain_text import escape
from bot.domain.facts.settings import AgeBand, Experience, Leaning, Profile
from bot.domain.recovery.learning import percent_slower
from bot.domain.timing.recurring import known_zone
from bot.texts import language_menus
from bot.texts.card import Button, Card, Form, Option, Row, Select, Style, Tone
from bot.texts.choices import line, options
from bot.texts.i18n import N_, _, ngettext
from bot.texts.languages import ENGLISH, Language
from bot.texts.profile.recovery_picture import paces, recovery, told
from bot.texts.reminders.overview import planned
from bot.texts.repeats import changed_meanwhile
from bot.texts.times import only_beside, wall
from bot.texts.wording import sentences

Choice = TypeVar("Choice", bound=StrEnum)

UNITS = {
    Units.KG_KM: N_("Kilograms and kilometres"),
    Units.LB_MI: N_("Pounds and miles"),
    Units.KG_MI: N_("Kilograms and miles"),
    Units.LB_KM: N_("Pounds and kilometres"),
}
EXPERIENCE = {
    Experience.NEW: N_("Lifting for less than 3 months"),
    Experience.SOME: N_("Lifting for 3 months to 2 years"),
    Experience.LONG: N_("Lifting for more than 2 years"),
}
AGES = {
    AgeBand.UNDER_18: N_("Under 18"),
    AgeBand.ADULT: N_("18 to 39"),
    AgeBand.MIDDLE: N_("40 to 59"),
    AgeBand.OLDER: N_("60 or older"),
}
LEANINGS = {
    Leaning.LIFTER: N_("Mostly a lifter"),
    Leaning.RUNNER: N_("Mostly a runner"),
    Leaning.BOTH: N_("Lifting and running alike"),
}


def panel(
    member: Member,
    now: datetime,
    told: Language = ENGLISH,
    *,
    picture: bool = False,
    meanwhile: bool = False,
    notice: str = "",
) -> Card:
    """Show the profile, with a control for every value; ``picture`` of what was learnt too.

    ``told`` is the language of the member's Discord, ``notice`` says what the last press did.
    ``meanwhile``: it had changed since the form that was sent was opened.
    """
    profile = member.profile
    return Card(
        title=_("Your profile"),
        body=(
            notice,
            changed_meanwhile() if meanwhile else "",
            "\n".join((_zone(member, now), *_times(profile), *_runs(profile))),
            learnt(member),
        ),
        small=_(
            "Only you see this. It decides when reminders come and how careful answers are; "
            "leave out what you like."
        ),
        rows=(
            *_selects(profile),
            _language(profile, told),
            _buttons(),
            _learning_buttons(member.learning),
        ),
        picture=partial(recovery, member) if picture else None,
    )


def learnt(member: Member) -> str:
    """Say how fast this member's legs recover, as far as answers use it."""
    learning = member.learning
    if not learning.on:
        return _("**Your recovery**: learning is off, so answers use the default.")
    if not learning.count:
        return _(
            "**Your recovery**: nothing learnt yet. Check-ins and how your legs felt on runs "
            "teach me."
        )
    logs = ngettext("{n} log", "{n} logs", learning.count).format(n=learning.count)
    percent = percent_slower(learning)
    if percent > 0:
        words = _(
            "**Your recovery**: your legs recover about {n} % slower than the default ({logs})."
        )
    elif percent < 0:
        words = _(
            "**Your recovery**: your legs recover about {n} % faster than the default ({logs})."
        )
    else:
        words = _("**Your recovery**: as the default so far ({logs}).")
    said = words.format(n=abs(percent), logs=logs)
    found = paces(member)
    return said if found is None else sentences(said, told(found))


def zone_kept(told: ProfileEntry, now: datetime) -> Card:
    """Confirm a zone with the time there, and what it moved."""
    return Card(
        title=_("Time zone set"),
        body=(_zone(told.member, now), planned(told.plan)),
        small=_("Only you see this. `/profile` changes it and the rest."),
        tone=Tone.GOOD,
    )


def times(profile: Profile) -> dict[str, str]:
    """Return a member's times as they would be typed into their form."""
    start, end = quiet_shown(profile.quiet)
    usual = {"wake": profile.wake, "bed": profile.bed}
    told = {key: "" if at is None else wall(at) for key, at in usual.items()}
    if profile.bed_by_plan:
        told["bed"] = _("by my plan")
    return {**told, "quiet_from": start, "quiet_to": end}


def times_form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form for wake, bed and quiet hours, filled with what is known."""
    clock = _("22:30 or 10pm")
    return Form(
        title=_("Your times"),
        action=action,
        fields=(
            line("wake", _("You usually get up at"), value, clock, longest=40),
            line(
                "bed",
                _("You usually go to bed at"),
                value,
                clock,
                description=_("Or `by my plan`: 8 hours before you get up for what is first"),
                longest=40,
            ),
            line("quiet_from", _("No reminders from"), value, clock, longest=40),
            line("quiet_to", _("… to (both empty: none)"), value, clock, longest=40),
        ),
    )


def runs(profile: Profile) -> dict[str, str]:
    """Return how much somebody runs as it would be typed into its form."""
    held = {"runs": profile.runs_per_week, "longest": profile.longest_run}
    return {key: "" if number is None else str(number) for key, number in held.items()}


def runs_form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form for how much somebody runs, filled with what is known."""
    return Form(
        title=_("Your running"),
        action=action,
        fields=(
            line("runs", _("Runs a week, 0-14"), value, longest=20),
            line("longest", _("Longest run, last month (min)"), value, longest=20),
        ),
    )


def _zone(member: Member, now: datetime) -> str:
    if member.zone is None:
        return _("**Time zone**: not known, so no reminder can be planned")
    zone = known_zone(member.zone)
    if zone is None:
        return _("⚠️ **Time zone**: there is no “{zone}” any more; set another").format(
            zone=escape(member.zone)
        )
    there = f"{now.astimezone(zone):%H:%M}"
    words = _("**Time zone**: {zone}, where it is {time} now")
    if member.profile.zone is None:
        words = _("**Time zone**: {zone} (this server's), where it is {time} now")
    return words.format(zone=member.zone.replace("_", " "), time=there)


def _times(profile: Profile) -> tuple[str, str]:
    wake, bed = _said(profile.wake), _said(profile.bed)
    if profile.bed_by_plan:
        bed = _("by your plan, 8 h before you get up")
    return (
        _("**Get up**: {wake} · **Bed**: {bed}").format(wake=wake, bed=bed),
        _("**Quiet hours**: {hours}").format(hours=_quiet(profile)),
    )


def _said(at: time | None) -> str:
    return _("not said") if at is None else wall(at)


def _quiet(profile: Profile) -> str:
    quiet = profile.quiet
    if quiet.start == quiet.end:
        return _("none; reminders may come at night")
    span = "\n".join(filter(None, (_("{start} to {end}, no reminders then"), only_beside(quiet))))
    if not profile.quiet_said:
        span = _("{start} to {end}, no reminders then (by bed and get-up time until you set them)")
    return span.format(start=wall(quiet.start), end=wall(quiet.end))


def _runs(profile: Profile) -> tuple[str]:
    runs, longest = _("not said"), _("not said")
    if profile.runs_per_week is not None:
        runs = _("{n} a week").format(n=profile.runs_per_week)
    if profile.longest_run is not None:
        longest = _("{n} min").format(n=profile.longest_run)
    words = _("**Runs**: {runs} · **Longest of the last month**: {longest}")
    return (words.format(runs=runs, longest=longest),)


def _selects(profile: Profile) -> tuple[Row, ...]:
    return (
        (_select(ProfilePart.UNITS, _("Units"), UNITS, units(profile)),),
        (
            _select(
                ProfilePart.EXPERIENCE,
                _("How long you have lifted"),
                EXPERIENCE,
                profile.experience,
            ),
        ),
        (_select(ProfilePart.AGE, _("Age"), AGES, profile.age_band),),
        (_select(ProfilePart.LEANING, _("Lifter or runner?"), LEANINGS, profile.leaning),),
    )


def _language(profile: Profile, told: Language) -> Row:
    return (
        Select(
            placeholder=_("Language"),
            action="profile.language",
            options=language_menus.of_member(told, profile.language),
        ),
    )


def _select(
    part: ProfilePart, placeholder: str, names: Mapping[Choice, str], chosen: Choice | None
) -> Select:
    offered = options(names, {chosen})
    if part is not ProfilePart.UNITS and chosen is not None:
        offered += (Option(label=_("Rather not say"), value=UNSAID),)
    return Select(placeholder=placeholder, action=f"profile.choose:{part}", options=offered)


def _buttons() -> Row:
    return (
        Button(label=_("Time zone"), action="profile.zone", style=Style.MAIN),
        Button(label=_("Bedtime & quiet hours"), action="profile.times"),
        Button(label=_("Running"), action="profile.runs"),
        Button(label=_("About me"), action="profile.about"),
    )


def _learning_buttons(learning: Learning) -> Row:
    switch = Lesson.OFF if learning.on else Lesson.ON
    label = _("Turn learning off") if learning.on else _("Turn learning on")
    show = Button(label=_("Picture of it"), action="profile.picture")
    return (
        *((show,) if learning.on and learning.count else ()),
        Button(label=label, action=f"profile.learn:{switch}"),
        Button(
            label=_("Forget what was learnt"),
            action=f"profile.learn:{Lesson.RESET}",
            disabled=not learning.count,
        ),
    )
