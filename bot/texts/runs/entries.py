"""The words of ``/run``: what was kept, how the legs felt, the form and the pages."""

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from bot.domain.decisions.known_of_member import PACE
from bot.domain.decisions.runs import LoggedRun
from bot.domain.facts.history import HistoryPage
from bot.domain.facts.plain_text import one_line
from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import Activity, Run, RunKind
from bot.domain.reading.distances import KM_PER_MILE
from bot.domain.reading.heights import METRES_PER_FOOT
from bot.texts import paging
from bot.texts.card import Button, Card, Form, Option, Row, Select, Style, Tone
from bot.texts.choices import choice, line, options
from bot.texts.i18n import N_, _, ngettext
from bot.texts.kinds import LOGGED, RUNS, SPORTS
from bot.texts.repeats import changed_meanwhile
from bot.texts.times import moment, typed
from bot.texts.wording import begun, number, short_moment, within

PAGE = 8  # runs on a page of the history

FELT = {
    1: N_("Dead legs"),
    2: N_("Heavy"),
    3: N_("So-so"),
    4: N_("Good"),
    5: N_("Fresh"),
}


def logged(result: LoggedRun, *, edited: bool = False) -> Card:
    """Confirm a run that is kept, and ask how the legs felt where that was not said."""
    run = result.run
    body = [_entry(run, result.member.profile.distance_unit)]
    rows: list[Row] = []
    if result.meanwhile:
        body.append(changed_meanwhile())
    if run.felt is None:
        body.append(_("How did your legs feel? The answer teaches me how fast *you* recover."))
        rows.append((felt_select(f"runs.felt:{run.run_id}"),))
    if run.minutes is None and run.activity is not Activity.RUN:
        body.append(_("Without minutes I count a usual length. **Edit** adds them."))
    elif run.minutes is None and run.distance_km is None:
        body.append(_("Without minutes or distance I count it as a usual run. **Edit** adds them."))
    elif run.minutes is None:
        body.append(
            _("Without minutes I count {pace} min a kilometre. **Edit** adds them.").format(
                pace=number(PACE)
            )
        )
    body.append(_("`/canirun` and your reminders count it from now on."))
    rows.append(
        (
            Button(label=_("Edit"), action=f"runs.edit:{run.run_id}", style=Style.MAIN),
            Button(label=_("Undo"), action=f"runs.undo:{run.run_id}", style=Style.DANGER),
        )
    )
    return Card(
        title=_title(run, edited=edited),
        body=tuple(body),
        small=_("Only you see this."),
        tone=Tone.GOOD,
        rows=tuple(rows),
    )


def read_back(result: LoggedRun) -> str:
    """Return what would be kept of a run that was told in a sentence."""
    return _entry(result.run, result.member.profile.distance_unit)


def undone(gone: Run) -> Card:
    """Confirm that a run is gone."""
    return Card(
        title=_("Run removed"),
        body=(_("The run of {when} is gone.").format(when=moment(gone.ended_at)),),
    )


def history(shown: HistoryPage[Run]) -> Card:
    """Show a page of the member's own runs."""
    if not shown.total:
        return Card(
            title=_("No runs yet"),
            body=(_("Log the first one with `/run log`: it tells me what your legs are used to."),),
        )
    unit = shown.distance_unit
    title = ngettext("{n} run in all", "{n} runs in all", shown.total).format(n=shown.total)
    runs = tuple(
        Option(
            label=label(run, unit, run.ended_at.astimezone(shown.zone)),
            value=str(run.run_id),
        )
        for run in shown.entries
    )
    return Card(
        title=paging.numbered(title, shown.page, shown.pages),
        body=("\n".join(_entry(run, unit) for run in shown.entries) or _("No older ones."),),
        small=_("Only you see this. `/run undo` removes an entry."),
        rows=(
            *paging.turn("runs.at", shown.page, shown.pages),
            *paging.pick("runs.pick", runs),
        ),
    )


def label(run: Run, unit: DistanceUnit, local: datetime) -> str:
    """Return the line by which a run is chosen from a list; at most 100 characters."""
    return one_line(" · ".join((short_moment(local), *_facts(run, unit))), limit=100)


def felt_select(action: str) -> Select:
    """Ask how the legs felt, from fresh to dead."""
    return Select(
        placeholder=_("How your legs felt"),
        action=action,
        options=options({str(felt): name for felt, name in reversed(FELT.items())}),
    )


def filled(run: Run, unit: DistanceUnit, zone: tzinfo | None) -> dict[str, str]:
    """Return a run as it would be typed into the form; its time only where a zone is known."""
    return {
        "kind": (run.kind if run.activity is Activity.RUN else run.activity).value,
        "minutes": "" if run.minutes is None else str(run.minutes),
        "distance": ", ".join(_lengths(run, unit)),
        "effort": "" if run.effort is None else str(run.effort),
        "when": typed(run.ended_at, zone),
    }


def form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form of a run, filled with what was typed before."""
    new = action.endswith(":new")
    when = _("now · 2h ago · yesterday 18:30") if new else _("Leave empty to keep its time")
    return Form(
        title=_("Log a run") if new else _("Edit a run"),
        action=action,
        fields=(
            choice("kind", _("What it was"), LOGGED, {"kind": RunKind.EASY, **value}),
            line("minutes", _("Minutes, 1-1440"), value, _("40 · 1h15")),
            line("distance", _("Distance"), value, _("5k · 3.1 mi · 12 km, 900 m down")),
            line("effort", _("Effort of the whole run, 1-10"), value, _("3 = could chat")),
            line("when", _("When it ended"), value, when),
        ),
    )


def _lengths(run: Run, unit: DistanceUnit) -> Iterator[str]:
    """Yield how far a run went, and down, as the field of both is typed."""
    if run.distance_km is not None:
        yield distance(run.distance_km, unit)
    if run.descent is not None:
        yield f"{descent(run.descent, unit)} down"


def distance(km: float, unit: DistanceUnit) -> str:
    """Return a distance in the member's unit, as it could be typed."""
    number = km / KM_PER_MILE if unit is DistanceUnit.MI else km
    return f"{round(number, 2):g} {unit.value}"


def descent(metres: int, unit: DistanceUnit) -> str:
    """Return metres down; in feet, to the nearest ten, for who runs in miles."""
    if unit is DistanceUnit.MI:
        return _("{feet} ft").format(feet=10 * round(metres / METRES_PER_FOOT / 10))
    return _("{metres} m").format(metres=metres)


def _title(run: Run, *, edited: bool) -> str:
    if run.activity is Activity.RUN:
        return _("Run changed") if edited else _("Run logged")
    said = _("Changed: {sport}") if edited else _("Logged: {sport}")
    return said.format(sport=_(SPORTS[run.activity]))


def _entry(run: Run, unit: DistanceUnit) -> str:
    kind, *facts = _facts(run, unit)
    return " · ".join((f"**{begun(kind)}**", *facts, moment(run.ended_at)))


def _facts(run: Run, unit: DistanceUnit) -> tuple[str, ...]:
    facts = [_(RUNS[run.kind] if run.activity is Activity.RUN else SPORTS[run.activity])]
    if run.minutes is not None:
        facts.append(_("{minutes} min").format(minutes=run.minutes))
    if run.distance_km is not None:
        facts.append(distance(run.distance_km, unit))
    if run.descent is not None:
        facts.append(_("{height} down").format(height=descent(run.descent, unit)))
    if run.effort is not None:
        facts.append(_("effort {effort} of 10").format(effort=run.effort))
    if run.felt is not None:
        facts.append(_("legs: {felt}").format(felt=within(_(FELT[run.felt]))))
    return tuple(facts)
