"""The names of the kinds of run and of reminder, in lists, choices and messages."""

from enum import StrEnum

from bot.domain.facts.settings import Kind
from bot.domain.facts.tables import complete
from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.circumstances import About, Matters
from bot.texts.i18n import N_, _

RUNS = complete(
    "the names of kinds of run",
    {
        RunKind.WALK: N_("walk"),
        RunKind.EASY: N_("easy run"),
        RunKind.STEADY: N_("steady run"),
        RunKind.TEMPO: N_("tempo run"),
        RunKind.INTERVALS: N_("intervals"),
        RunKind.SPRINTS: N_("sprints"),
        RunKind.HILLS: N_("hill run"),
        RunKind.DOWNHILL: N_("downhill run"),
        RunKind.LONG: N_("long run"),
        RunKind.RACE: N_("race"),
    },
    RunKind,
)
SPORTS = complete(
    "the names of sports",
    {
        Activity.RUN: N_("run"),
        Activity.RIDE: N_("bike ride"),
        Activity.HIKE: N_("hike"),
        Activity.SKI: N_("ski day"),
        Activity.MATCH: N_("match"),
        Activity.CLASS: N_("class"),
    },
    Activity,
)
LOGGED: dict[StrEnum, str] = {
    key: name for names in (RUNS, SPORTS) for key, name in names.items() if key is not Activity.RUN
}
"""What is logged among the runs, as one choice."""
ABOUTS = complete(
    "the names of what can be asked about",
    {About.RUN: N_("may I run?"), About.LEGS: N_("may I lift legs?")},
    About,
)
MATTERS = complete(
    "the names of how much a race matters",
    {
        Matters.A: N_("the goal of the season"),
        Matters.B: N_("a real race"),
        Matters.C: N_("for fun"),
    },
    Matters,
)
KINDS = complete(
    "the names of kinds of reminder",
    {
        Kind.HYDRATE: N_("Water"),
        Kind.SLEEP: N_("Sleep"),
        Kind.FOAM_ROLL: N_("Foam roll"),
        Kind.FIRST_TIMER: N_("What to expect"),
        Kind.NEXT_SESSION: N_("Legs ready"),
        Kind.CHECKIN: N_("Check-in"),
        Kind.WARM_UP: N_("Warm-up"),
        Kind.WALK: N_("Walk"),
        Kind.STRETCH: N_("Stretching"),
        Kind.LEG_DAY: N_("Leg day"),
        Kind.TEXT: N_("Your own text"),
        Kind.ROLL_CALL: N_("Roll call"),
        Kind.DIGEST: N_("Weekly digest"),
    },
    Kind,
)


def kind(run: RunKind | None) -> str:
    """Return the name of what is planned: a run, or a leg day."""
    return _("leg day") if run is None else _(RUNS[run])
