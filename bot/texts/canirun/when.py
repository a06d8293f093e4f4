"""When a run that is not open yet will be: for the kind that was asked about."""

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Gate
from bot.domain.recovery.eta import Window
from bot.texts.canirun import reasons
from bot.texts.canirun.sports import asked
from bot.texts.canirun.times import between, likely
from bot.texts.canirun.verdict import is_refused
from bot.texts.i18n import N_, _

NAMES = complete(
    "kinds of run that open",
    {
        RunKind.WALK: N_("Walking"),
        RunKind.EASY: N_("Easy runs"),
        RunKind.STEADY: N_("Steady runs"),
        RunKind.TEMPO: N_("Tempo"),
        RunKind.INTERVALS: N_("Intervals"),
        RunKind.SPRINTS: N_("Sprints"),
        RunKind.HILLS: N_("Hills"),
        RunKind.DOWNHILL: N_("Downhill"),
        RunKind.LONG: N_("Long run"),
        RunKind.RACE: N_("Race"),
    },
    RunKind,
)
EASY, HARD = N_("Easy runs"), N_("Hard runs")
LATER = N_("ask again tomorrow")  # a class that is open, for a kind that wants a little more


def when(shown: Shown) -> str:
    """Return when the refused kind opens, or with none in mind the next that is shut."""
    answer, run, sport = shown.answer, shown.told.run, asked(shown)
    if sport is not None:
        asks = answer.planned_condition is Gate.DANGER_QUESTIONS
        if asks or not is_refused(shown):
            return ""
        return _line(_(sport.opens), answer.planned_eta, answer.planned_condition, shown)
    if run is not None and answer.reply is not None:
        # The danger questions stand first already.
        if not is_refused(shown) or answer.planned_condition is Gate.DANGER_QUESTIONS:
            return ""
        name = _(NAMES[RunKind.EASY if run is RunKind.WALK else run])
        return _line(name, *window_of(run, shown), shown) or _("**{kind}:** {when}.").format(
            kind=name, when=_(LATER)
        )
    if (answer.clearance or Clearance.REST) < Clearance.EASY:
        return _line(_(EASY), answer.eta.easy, answer.eta_condition.easy, shown)
    return _line(_(HARD), answer.eta.hard, answer.eta_condition.hard, shown)


def window_of(run: RunKind, shown: Shown) -> tuple[Window, Gate | None]:
    """Return when a kind of run opens, or what has to change before."""
    if shown.answer.planned_eta is not None or shown.answer.planned_condition is not None:
        return shown.answer.planned_eta, shown.answer.planned_condition
    eta, conditions = shown.answer.eta, shown.answer.eta_condition
    if run in {RunKind.WALK, RunKind.EASY}:
        return eta.easy, conditions.easy
    if run is RunKind.STEADY:
        return eta.moderate, conditions.moderate
    return eta.hard, conditions.hard


def windows(shown: Shown) -> list[str]:
    """Return a line for each class: open, between two moments, or on what condition."""
    eta, conditions = shown.answer.eta, shown.answer.eta_condition
    lines = []
    for name, window, gate in (
        (N_("Easy running"), eta.easy, conditions.easy),
        (N_("Steady running"), eta.moderate, conditions.moderate),
        (N_("Hard running"), eta.hard, conditions.hard),
    ):
        opens = opening(window, gate, shown)
        lines.append(_("{what}: {opens}.").format(what=_(name), opens=opens))
    return lines


def opening(window: Window, gate: Gate | None, shown: Shown) -> str:
    """Return when a class opens, in words."""
    if window is None:
        return reasons.condition(gate or Gate.UNCLEAR)
    return _("open now") if window[1] <= 0 else between(window, shown)


def _line(name: str, window: Window, gate: Gate | None, shown: Shown) -> str:
    if window is None and gate is None:
        return ""
    if window is not None and window[1] <= 0:
        return ""
    opens = reasons.once(gate or Gate.UNCLEAR) if window is None else likely(window, shown)
    return _("**{kind}:** {when}.").format(kind=name, when=opens)
