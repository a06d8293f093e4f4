"""Before the first personal entry: what is kept, for whose eyes, and how to have it gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain.facts.settings import HOLD, MONTHS_KEPT
from bot.texts.card import Button, Card, Field, Form, Row, Style
from bot.texts.choices import line, zone_select
from bot.texts.i18n import _
from bot.texts.wording import with_english


def panel(token: int, *, zone: str | None, known_zone: str | None) -> Card:
    """Ask for consent; its first two buttons also complete the entry that waits."""
    buttons = (
        Button(label=_("Save and DM me reminders"), action=f"keep.dm:{token}", style=Style.MAIN),
        Button(label=_("Save only"), action=f"keep.only:{token}"),
        Button(label=_("Don't save"), action=f"keep.no:{token}"),
    )
    rows: list[Row] = [buttons]
    if zone is not None or known_zone is not None:
        rows.append((Button(label=_("Change time zone"), action=f"keep.zone:{token}"),))
    return Card(
        title=_("Keep your first entry?"),
        body=(
            kept(),
            _("Reminders after leg day: 3-4 DMs (when to wind down …), with Stop."),
            _zone_line(zone, known_zone),
        ),
        small=with_english(waits()),
        rows=tuple(rows),
    )


def renewal(token: int) -> Card:
    """Ask somebody who agreed before more was kept; its first button completes the entry."""
    return Card(
        title=_("May I keep this, too?"),
        body=(
            _(
                "Since you agreed, more can be kept: **your training plan** and **what you bring "
                "in from other apps**. It is for the same: to answer and remind you."
            ),
            kept(),
            _("What you told me before stays, whatever you press."),
        ),
        small=with_english(waits()),
        rows=(
            (
                Button(label=_("Save"), action=f"keep.only:{token}", style=Style.MAIN),
                Button(label=_("Don't save"), action=f"keep.no:{token}"),
            ),
        ),
    )


def kept() -> str:
    """Say what is kept, for whose eyes, and for how long."""
    return _(
        "I keep what you tell or bring me (training, plans, soreness, pain, sleep, illness, "
        "drinks) to answer and remind you. **Only you see it.** It goes with `/mydata delete` or "
        "{n} months after your last command; a mark from your id keeps it gone."
    ).format(n=MONTHS_KEPT)


def waits() -> str:
    """Say that nothing is kept yet, and how long it waits."""
    return _("Press Save within {n} minutes to keep it.").format(n=HOLD // timedelta(minutes=1))


def hello() -> Card:
    """Return the first DM: it proves that reminders can arrive, and says how to stop them."""
    return Card(
        title=_("Your reminders will come here"),
        body=(_("Every one has a Stop button, and `/reminders show` tells what is planned."),),
        small=_("General training information, not medical advice."),
    )


def let_go() -> Card:
    """Confirm that nothing was kept."""
    return Card(title=_("Nothing was kept"), body=(_("You can log again whenever you like."),))


def zone_form(action: str, value: Mapping[str, str]) -> Form:
    """Ask where the member is, in any way they like to say it."""
    return Form(title=_("Your time zone"), action=action, fields=(zone_field(value),))


def zone_field(value: Mapping[str, str]) -> Field:
    """Return the field that asks for a member's zone."""
    field = line(
        "zone",
        _("A city near you, or your time"),
        value,
        _("Berlin · New York · EST · it is 18:40 for me"),
        description=_("Only used for your own times, never shown to anyone else."),
    )
    return replace(field, required=True)


def zone_choice(about: str, candidates: Sequence[str], action: str, *, again: str) -> Card:
    """Offer the zones that fit what was said, and the form again where none is right."""
    return Card(
        title=_("Which one is yours?"),
        body=(_("These fit what you said. Pick the city that shares your clock."),),
        rows=(
            (zone_select(f"{action}:{about}", candidates),),
            (Button(label=_("None of these"), action=again),),
        ),
    )


def in_told_zone(card: Card, zone: str, action: str) -> Card:
    """Say on a card which zone it took, which is not kept, and offer another."""
    change = Button(label=_("Change time zone"), action=action)
    small = "\n".join(filter(None, (card.small, _told(zone))))
    return replace(card, small=small, rows=(*card.rows, (change,)))


def _told(zone: str) -> str:
    return _("Times in **{zone}**, as you said.").format(zone=zone.replace("_", " "))


def _zone_line(zone: str | None, known_zone: str | None) -> str:
    if zone is not None:
        return _told(zone)
    if known_zone is not None:
        return _("Times in **{zone}**, this server's zone.").format(
            zone=known_zone.replace("_", " ")
        )
    return _("For reminders I ask for a city next.")
