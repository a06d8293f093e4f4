"""The words of ``/mydata calendar``: how the events are named, and what the file is.

Calendars are shared at work: a title says nothing of how somebody's legs feel.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.facts.settings import Kind
from bot.domain.facts.tables import complete
from bot.domain.facts.week import PlanItem
from bot.domain.timing.plan import HeldBack
from bot.domain.week.calendar_events import CalendarEvent, RunningOpens
from bot.texts import dms
from bot.texts.card import Card, Tone
from bot.texts.i18n import N_, NN_, _, ngettext
from bot.texts.kinds import KINDS, kind
from bot.texts.wording import begun

FILE = "legday.ics"
OPENINGS = complete(
    "the names of what opens",
    {RunningOpens.EASY: N_("Easy running opens"), RunningOpens.HARD: N_("Hard running opens")},
    RunningOpens,
)
COUNTED = {
    "reminders": NN_("{n} reminder", "{n} reminders"),
    "repeated": NN_(
        "{n} reminder of your own that repeats", "{n} reminders of your own that repeat"
    ),
    "openings": NN_("{n} time at which running opens", "{n} times at which running opens"),
    "planned": NN_("{n} entry of your week", "{n} entries of your week"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEvent:
    """An event with its words."""

    event: CalendarEvent
    title: str
    description: str = ""
    tentative: bool = False


def named(event: CalendarEvent) -> NamedEvent:
    """Return an event with its words."""
    if isinstance(event.of, PlanItem):
        return NamedEvent(event=event, title=begun(kind(event.of.run)))
    if isinstance(event.of, RunningOpens):
        return NamedEvent(
            event=event, title=_(OPENINGS[event.of]), description=_opening(), tentative=True
        )
    return NamedEvent(event=event, title=_(KINDS[event.of]))


def offered(events: Sequence[CalendarEvent]) -> Card:
    """Introduce the file."""
    return Card(
        title=_("Your calendar file"),
        body=(
            _counted(events),
            _("Open it on your phone or computer, or import it in your calendar."),
            _(
                "**It does not follow by itself**: take it again after your next leg day. What is "
                "in your calendar already is moved then, not doubled."
            ),
        ),
        small=_(
            "Every event is private and leaves you free. No title tells how you feel; whoever may "
            "see your calendar may read the titles. Only you see this."
        ),
        tone=Tone.GOOD,
    )


def nothing(held: HeldBack | None) -> Card:
    """Say that there is nothing to put into a calendar, and how there would be."""
    if held is not None:
        return Card(title=_("No calendar file now"), body=(dms.held(held),), tone=Tone.CAUTION)
    return Card(
        title=_("Nothing for your calendar yet"),
        body=(
            _(
                "`/legday log` brings reminders and when running opens, `/reminders add` one that "
                "repeats, `/plan add` your week."
            ),
        ),
    )


def _opening() -> str:
    return _(
        "Somewhere in this time, by what you have logged. Ask /canirun on the day: how you feel "
        "then counts for more."
    )


def _counted(events: Sequence[CalendarEvent]) -> str:
    counts = Counter(_sort(event) for event in events)
    lines = (
        f"- {ngettext(one, many, counts[sort]).format(n=counts[sort])}"
        for sort, (one, many) in COUNTED.items()
        if counts[sort]
    )
    return "\n".join(lines)


def _sort(event: CalendarEvent) -> str:
    if isinstance(event.of, Kind):
        return "reminders" if event.weekly is None else "repeated"
    return "openings" if isinstance(event.of, RunningOpens) else "planned"
