"""How a planned thing is named: in lines, in choices, in what was tried."""

from bot.domain.facts.tables import complete
from bot.domain.facts.week import LegEffort, PlanItem
from bot.domain.reading.plan_words import TriedPiece
from bot.domain.week.items import PlannedThing
from bot.texts.i18n import N_, _
from bot.texts.kinds import kind
from bot.texts.times import days, wall
from bot.texts.wording import DAYS, labelled, listed, short_date

EFFORTS = complete(
    "the names of a planned leg day's efforts",
    {
        LegEffort.LIGHT: N_("light"),
        LegEffort.ORDINARY: N_("ordinary"),
        LegEffort.HARD: N_("hard"),
    },
    LegEffort,
)


def at(thing: PlannedThing) -> str:
    """Return when a thing is, as ``Tue 18:00``."""
    return f"{_(DAYS[thing.date.weekday()])} {wall(thing.item.at)}"


def named(thing: PlannedThing) -> str:
    """Return a thing with its time, as ``Tue 07:00 easy run, 35 min``."""
    return f"{at(thing)} {_with_length(thing.item)}"


def item(planned: PlanItem) -> str:
    """Return an item of the plan, as ``leg day, 60 min, hard: Tue, Fri 18:00``."""
    if planned.once_on is not None:
        when = _("once, {day} {date}").format(
            day=_(DAYS[planned.once_on.weekday()]), date=short_date(planned.once_on)
        )
    else:
        when = days(planned.days)
    return labelled(_with_length(planned), f"{when} {wall(planned.at)}")


def piece(tried: TriedPiece) -> str:
    """Return one change that is tried, as ``no leg day Fri``."""
    name = kind(tried.run)
    if tried.gone:
        return _("no {name} {days}").format(name=name, days=days(tried.days))
    said = [days(tried.days)]
    if tried.at is not None:
        said.append(wall(tried.at))
    if tried.effort is not None:
        said.append(_(EFFORTS[tried.effort]))
    if tried.minutes is not None:
        said.append(_("{n} min").format(n=tried.minutes))
    return f"{name} {' '.join(said)}"


def _with_length(planned: PlanItem) -> str:
    said = _("{kind}, {n} min").format(kind=kind(planned.run), n=planned.lasts)
    if planned.is_legs and planned.effort is not LegEffort.ORDINARY:
        said = listed((said, _(EFFORTS[planned.effort])))
    return said
