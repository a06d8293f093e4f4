"""The words of keeping the plan: weeks kept, a pause, and what is shared of it."""

from typing import Final

from bot.domain.week.items import DAY, WEEK_DAYS
from bot.domain.week.keeping import Keeping
from bot.domain.week.pausing import PausedPlan
from bot.texts.card import Button, Card, Style, Tone
from bot.texts.i18n import _, ngettext
from bot.texts.wording import DAYS, sentences, short_date

SHARED_AT: Final = (1, 4, 12, 26, 52)  # weeks
OPEN: Final = "open"  # in a button, a pause without a last day
SETTLED: Final = WEEK_DAYS + 2  # days after its Monday: when a week that is over is still open


def told(keeping: Keeping) -> str:
    """Say how many weeks were kept, and what is still open."""
    said = []
    if keeping.longest:
        said.append(
            ngettext(
                "Kept: {n} week, longest {longest}.",
                "Kept: {n} weeks, longest {longest}.",
                keeping.current,
            ).format(n=keeping.current, longest=keeping.longest)
        )
    if keeping.rested:
        said.append(
            ngettext(
                "Rest taken as advised: once.",
                "Rest taken as advised: {n} times.",
                keeping.rested,
            ).format(n=keeping.rested)
        )
    if keeping.open:
        day = _(DAYS[(keeping.open[-1] + SETTLED * DAY).weekday()])
        said.append(_("Last week is open for late entries until {day}.").format(day=day))
    return sentences(*said)


def share(keeping: Keeping, *, shared: bool) -> Button | None:
    """Return the button that shares a streak, at the weeks that are worth a word."""
    if keeping.current not in SHARED_AT:
        return None
    return Button(
        label=_("Shared") if shared else _("Share"),
        action=f"plan.share:{keeping.current}",
        disabled=shared,
        server_only=True,
    )


def public(member_id: int, weeks: int) -> Card:
    """Tell the channel how many weeks somebody kept their plan; nothing else of it."""
    said = ngettext(
        "<@{member}>: {n} week of keeping the plan, rest included.",
        "<@{member}>: {n} weeks of keeping the plan, rest included.",
        weeks,
    ).format(member=member_id, n=weeks)
    return Card(title=_("Keeping the plan"), body=(said,), tone=Tone.GOOD)


def paused(result: PausedPlan) -> Card:
    """Confirm a pause, and offer to have no reminders in it either."""
    if result.last is None:
        until = _("until `/plan resume`")
    else:
        until = _("up to and including {day}").format(day=_named(result))
    about = OPEN if result.last is None else result.last.isoformat()
    return Card(
        title=_("Your plan is paused"),
        body=(
            _(
                "It rests {until}. No reason is kept, and nothing is lost: a week that a pause "
                "touches is never counted as missed."
            ).format(until=until),
        ),
        tone=Tone.GOOD,
        rows=((Button(label=_("Pause reminders too"), action=f"plan.quiet:{about}"),),),
    )


def resumed(_result: PausedPlan) -> Card:
    """Confirm that the plan goes on."""
    week = Button(label=_("Your week"), action="plan.look::", style=Style.MAIN)
    return Card(
        title=_("Your plan goes on"),
        body=(_("Your streak waited for you."),),
        tone=Tone.GOOD,
        rows=((week,),),
    )


def pausing(result: PausedPlan) -> str:
    """Say in a week that it is paused."""
    if result.last is None:
        return _("Paused until `/plan resume`.")
    return _("Paused up to and including {day}.").format(day=_named(result))


def _named(result: PausedPlan) -> str:
    last = result.last
    return "" if last is None else f"{_(DAYS[last.weekday()])} {short_date(last)}"
