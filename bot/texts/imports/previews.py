"""The words of a file before anything of it is kept: what is in it, and what is asked of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.facts.plain_text import escape, one_line
from bot.domain.facts.settings import MONTHS_KEPT, DistanceUnit, MassUnit
from bot.domain.facts.training import Activity, LegSession, Run
from bot.domain.importing.deciding import BroughtIn
from bot.domain.importing.entries import UNTIMED
from bot.domain.importing.found import Found
from bot.domain.importing.rows import FileRemark, Unread, Why
from bot.domain.reading import zones
from bot.domain.reading.distances import KM_PER_MILE
from bot.texts.card import Button, Card, Option, Row, Select, Style
from bot.texts.exercises import done
from bot.texts.i18n import N_, NN_, _, ngettext
from bot.texts.imports.kept import APPS, counted, waits
from bot.texts.kinds import LOGGED
from bot.texts.times import date, moment, wall
from bot.texts.wording import listed, number, short_date

SHOWN = 5  # entries, and lines not understood, of a preview
MOST_ASKED = 25  # unknown names: as many as a menu has
LINE = 160  # characters of an entry
FILE = "not-understood.txt"

WHY = {
    Why.DATE: N_("the date “{what}”"),
    Why.WEIGHT: N_("the weight “{what}”"),
    Why.REPS: N_("the repetitions “{what}”"),
    Why.DISTANCE: N_("the distance “{what}”"),
    Why.DURATION: N_("how long or how far it was: “{what}”"),
    Why.NO_EXERCISE: N_("no exercise is named (“{what}”)"),
    Why.FEW_COLUMNS: N_("it is too short: “{what}”"),
    Why.FUTURE: N_("it is still to come: “{what}”"),
    Why.TOO_SHORT: N_("under a minute or 100 m: “{what}”"),
    Why.TOO_LONG: N_("longer than a day: “{what}”"),
    Why.TOO_FAST: N_("faster than anybody ever ran: “{what}”"),
    Why.NO_ENTRY: N_("“{what}” is no entry as I write them"),
    Why.DAMAGED: N_("from here on it is damaged"),
    Why.NO_EXPORT: N_("“{what}” is no export that I know"),
}
LEFT_OUT = {
    "ride": NN_("{n} ride", "{n} rides"),
    "walk": NN_("{n} walk or hike", "{n} walks and hikes"),
    "strength": NN_(
        "{n} strength activity without its exercises",
        "{n} strength activities without their exercises",
    ),
    "other": NN_("{n} other activity", "{n} other activities"),
    "old": NN_("{n} from over {months} months ago", "{n} from over {months} months ago"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownImport:
    """A preview: what waits under ``token``, and what it comes to for the member."""

    token: int
    found: Found
    brought: BroughtIn
    legs: frozenset[str]
    zone: str
    # ``None`` while nobody said how dates that fit both orders are read.
    month_first: bool | None = None

    @property
    def undecided(self) -> bool:
        """Whether the order of its dates has to be said first."""
        return FileRemark.TWO_ORDERS in self.found.remarks and self.month_first is None

    @property
    def unread(self) -> list[Unread]:
        """The lines that are not understood, in the order of the file."""
        lines = (*self.found.unread, *self.brought.entries.unread)
        return sorted(lines, key=lambda each: each.line)


def preview(shown: ShownImport) -> Card:
    """Show what is in a file before anything of it is kept."""
    return Card(
        title=_("What is in this file"),
        body=(
            _about(shown),
            _new(shown),
            _there(shown.brought),
            _left_out(shown),
            _not_understood(shown.unread),
            _untimed(shown.brought),
        ),
        small=waits(shown.found.source, anything=bool(_newest_first(shown.brought))),
        rows=tuple(_rows(shown)),
    )


def unread_text(lines: Iterable[Unread]) -> str:
    """Return every line that was not understood, for a text file."""
    return "\n".join(_line(each) for each in lines) + "\n"


def unread_card() -> Card:
    """Introduce the file of lines that were not understood."""
    return Card(title=_("Lines I did not understand"), body=(_("They are left as they were."),))


def _about(shown: ShownImport) -> str:
    entries = _newest_first(shown.brought)
    parts = [
        _("**{app}**, {lines}").format(
            app=_(APPS[shown.found.source]),
            lines=ngettext("{n} line", "{n} lines", shown.found.lines).format(n=shown.found.lines),
        )
    ]
    if entries:
        parts[0] = listed((parts[0], _between(entries[-1], entries[0], shown.zone)))
    if shown.found.open_loads:
        unit = shown.brought.unit
        parts.append(_("in pounds") if unit is MassUnit.LB else _("in kilograms"))
    if shown.found.open_distances:
        miles = shown.brought.distance_unit is DistanceUnit.MI
        parts.append(_("in miles") if miles else _("in kilometres"))
    parts.append(_("your time zone, {zone}").format(zone=escape(shown.zone)))
    if FileRemark.WRONG_CHECKSUM in shown.found.remarks:
        parts.append(_("it may be damaged, so look whether it is right"))
    return " · ".join(parts)


def _between(first: LegSession | Run, last: LegSession | Run, zone: str) -> str:
    one, other = (each.ended_at.astimezone(zones.zone(zone)) for each in (first, last))
    return date(one) if one.date() == other.date() else f"{date(one)} – {date(other)}"


def _newest_first(brought: BroughtIn) -> list[LegSession | Run]:
    entries: list[LegSession | Run] = [*brought.entries.sessions, *brought.entries.runs]
    return sorted(entries, key=lambda each: each.ended_at, reverse=True)


def _new(shown: ShownImport) -> str:
    entries = shown.brought.entries
    count = len(entries.sessions) + len(entries.runs)
    if not count:
        if entries.there:
            return _("Everything in it is there already.")
        if entries.without_legs:
            return ngettext(
                "{n} workout, without leg work: nothing to add.",
                "{n} workouts, none of them with leg work: nothing to add.",
                entries.without_legs,
            ).format(n=entries.without_legs)
        return _("Nothing to add.")
    lines = [_("**New**: {what}").format(what=counted(len(entries.sessions), len(entries.runs)))]
    lines += [f"- {_entry(each, shown.brought)}" for each in _newest_first(shown.brought)[:SHOWN]]
    if count > SHOWN:
        lines.append("- " + _("and {n} more").format(n=count - SHOWN))
    return "\n".join(lines)


def _entry(entry: LegSession | Run, brought: BroughtIn) -> str:
    parts = [moment(entry.ended_at)]
    if isinstance(entry, Run):
        parts.append(_(LOGGED[entry.kind if entry.activity is Activity.RUN else entry.activity]))
    if entry.minutes is not None:
        parts.append(_("{n} min").format(n=entry.minutes))
    if isinstance(entry, LegSession):
        parts.append(escape(one_line(done(entry.exercises, brought.unit), limit=LINE)))
    elif entry.distance_km is not None:
        parts.append(_distance(entry.distance_km, brought.member.profile.distance_unit))
    return " · ".join(filter(None, parts))


def _distance(km: float, unit: DistanceUnit) -> str:
    if unit is DistanceUnit.MI:
        return _("{n} mi").format(n=f"{km / KM_PER_MILE:.3g}")
    return _("{n} km").format(n=number(km))


def _there(brought: BroughtIn) -> str:
    entries = brought.entries
    there = entries.there if entries.sessions or entries.runs else 0  # else it is said already
    return _("**Already there**: {n}").format(n=there) if there else ""


def _left_out(shown: ShownImport) -> str:
    without = shown.brought.entries.without_legs
    parts = []
    if without:
        parts.append(
            ngettext(
                "{n} workout without leg work", "{n} workouts without leg work", without
            ).format(n=without)
        )
    if shown.found.warm_ups:
        parts.append(
            ngettext("{n} warm-up set", "{n} warm-up sets", shown.found.warm_ups).format(
                n=shown.found.warm_ups
            )
        )
    for key, count in shown.found.left_out.items():
        one, many = LEFT_OUT[key]
        parts.append(ngettext(one, many, count).format(n=count, months=MONTHS_KEPT))
    return _("**Left out**: {what}").format(what=" · ".join(parts)) if parts else ""


def _not_understood(lines: Sequence[Unread]) -> str:
    if not lines:
        return ""
    told = list(dict.fromkeys(escape(_line(each)) for each in lines[:SHOWN]))
    if len(lines) > SHOWN:
        told.append(_("and {n} more").format(n=len(lines) - SHOWN))
    return _("**Not understood**: {lines}").format(lines=" · ".join(told))


def _line(each: Unread) -> str:
    why = _(WHY[each.why]).format(what=each.what)
    return _("line {n}, {why}").format(n=each.line, why=why) if each.line else why


def _untimed(brought: BroughtIn) -> str:
    if not brought.entries.untimed:
        return ""
    return _(
        "Of some the file tells only the date: I take {time}, and `/legday edit` changes it."
    ).format(time=wall(UNTIMED))


def _rows(shown: ShownImport) -> Iterator[Row]:
    if shown.undecided:
        yield _orders(shown)
    elif shown.found.unknown:
        yield (_legs(shown),)
    entries = shown.brought.entries
    count = len(entries.sessions) + len(entries.runs)
    buttons = []
    if count and not shown.undecided:
        label = _("Add {what}").format(what=counted(len(entries.sessions), len(entries.runs)))
        buttons.append(Button(label=label, action=f"imports.add:{shown.token}", style=Style.MAIN))
    if shown.found.open_loads:
        other = MassUnit.KG if shown.brought.unit is MassUnit.LB else MassUnit.LB
        label = _("Pounds, not kilograms") if other is MassUnit.LB else _("Kilograms, not pounds")
        buttons.append(Button(label=label, action=f"imports.unit:{shown.token}:{other}"))
    if shown.found.open_distances:
        miles = shown.brought.distance_unit is not DistanceUnit.MI
        label = _("Miles, not kilometres") if miles else _("Kilometres, not miles")
        its = DistanceUnit.MI if miles else DistanceUnit.KM
        buttons.append(Button(label=label, action=f"imports.unit:{shown.token}:{its}"))
    if len(shown.unread) > SHOWN:
        label = _("All lines not understood")
        buttons.append(Button(label=label, action=f"imports.unread:{shown.token}"))
    if count or shown.undecided:
        buttons.append(Button(label=_("Don't add"), action=f"imports.no:{shown.token}"))
    if buttons:
        yield tuple(buttons)


def _orders(shown: ShownImport) -> Row:
    first = min(
        [each.start for each in shown.found.workouts] + [each.start for each in shown.found.runs],
        key=lambda at: (at.year, at.month, at.day),
    )
    day, month = first, first.replace(month=first.day, day=first.month)
    return (
        Button(label=short_date(day), action=f"imports.order:{shown.token}:day", style=Style.MAIN),
        Button(
            label=short_date(month), action=f"imports.order:{shown.token}:month", style=Style.MAIN
        ),
    )


def _legs(shown: ShownImport) -> Select:
    asked = shown.found.unknown[:MOST_ASKED]
    options = tuple(
        Option(
            label=one_line(
                ngettext(
                    "{name} ({n} set)", "{name} ({n} sets)", shown.found.names[name].sets
                ).format(name=name, n=shown.found.names[name].sets),
                limit=100,
            ),
            value=str(number),
            chosen=name in shown.legs,
        )
        for number, name in enumerate(asked)
    )
    return Select(
        placeholder=_("Which of these work your legs?"),
        action=f"imports.legs:{shown.token}",
        options=options,
        least=0,
        most=len(options),
    )
