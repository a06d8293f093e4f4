"""The words of ``/start``: its form, the first answer with what it offers, and what was saved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.decisions.start import Hardness, Running, Started
from bot.domain.reading.zones import zone_of
from bot.domain.recovery.question import Ask
from bot.texts import dms
from bot.texts.canirun import answers
from bot.texts.canirun.questions import QUESTIONS, soreness_scale
from bot.texts.card import Button, Card, Form, Row, Select, Style
from bot.texts.choices import choice, options, zone_select
from bot.texts.i18n import N_, _
from bot.texts.kinds import KINDS
from bot.texts.profile import consent
from bot.texts.times import near
from bot.texts.wording import DAYS

HARDNESS = {
    Hardness.LIGHT: N_("Light"),
    Hardness.ORDINARY: N_("Ordinary"),
    Hardness.HARD: N_("Hard"),
    Hardness.UNKNOWN: N_("I don't know"),
}
RUNNING = {
    Running.NONE: N_("Not at the moment"),
    Running.SOME: N_("Once or twice a week"),
    Running.OFTEN: N_("Three times a week or more"),
}


def form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form of five fields (Discord's limit), filled with what is known."""
    asked = partial(choice, value=value, required=True)
    return Form(
        title=_("Your first answer"),
        action=action,
        fields=(
            consent.zone_field(value),
            asked("legs", _("Your last leg day"), dict(QUESTIONS[Ask.HOURS_SINCE_LEGS][2])),
            asked("hardness", _("How hard it was"), HARDNESS),
            asked("soreness", _("How sore your legs are now, 0-10"), soreness_scale()),
            asked("running", _("How often you run"), RUNNING),
        ),
    )


def offer(token: int, started: Started) -> Card:
    """Show the first answer, with what saving it means; nothing is kept yet."""
    answer = answers.card(started.shown)
    save = Button(label=_("Save only"), action=f"keep.only:{token}")
    buttons: Row = (save, Button(label=_("Don't save"), action=f"keep.no:{token}"))
    if started.shown.answer.care is None:
        remind = _("Save and DM me reminders")
        buttons = (Button(label=remind, action=f"keep.dm:{token}", style=Style.MAIN), *buttons)
    return replace(answer, small="\n".join((consent.kept(), consent.waits())), rows=(buttons,))


def asks(token: int, started: Started, *, zones: Sequence[str], again: str) -> Card:
    """Show the answer so far with the one question that is open: danger signs, or the zone."""
    answer = answers.card(started.shown)
    if zones:
        which, select = _("Which one is yours?"), zone_select(f"start.zone:{token}", zones)
        none = Button(label=_("None of these"), action=again)
        return replace(answer, body=(which, *answer.body), rows=((select,), (none,)))
    _letter, question, said = QUESTIONS[Ask.DANGER_SIGNS]
    action = f"start.danger:{token}"
    danger = Select(placeholder=_(question), action=action, options=options(dict(said)))
    # The answer's own buttons under the question would lead away from what was begun.
    return replace(answer, first=None, rows=((danger,),))


def saved(started: Started) -> Card:
    """Confirm what was saved with the answer: the first reminder, or how to have one."""
    answer = answers.card(started.shown)
    lines, rows = _next(started)
    return replace(
        answer,
        body=(*answer.body, "\n".join((_("**Saved.**"), *lines))),
        small=_("Only you see this. General training information, not medical advice."),
        rows=(*rows, *answer.rows),
    )


def _next(started: Started) -> tuple[list[str], tuple[Row, ...]]:
    """Return the lines on what comes next, and their controls."""
    member = started.member
    if started.shown.answer.care is not None:
        return [], ()
    if not member.reminders.on:
        return [_("Reminders are off.")], ((dms.resume(),),)
    if member.dm_closed_at is not None:
        return [dms.closed(unshared=member.dm_unshared)], ()
    if started.plan:
        first = started.plan[0]
        when = near(first.due_at, now=started.shown.now, zone=zone_of(member))
        line = _("First reminder: **{kind}**, {when}.").format(kind=_(KINDS[first.kind]), when=when)
        return [line], ()
    days = Select(
        placeholder=_("Remind me of leg day on …"),
        action="start.days",
        options=options({str(day): name for day, name in enumerate(DAYS)}),
        most=len(DAYS),
    )
    return [_("No reminder is due now: the next leg day you log brings them.")], ((days,),)
