"""What each kind of run is called."""

from bot.domain.training import RunKind
from bot.texts.i18n import N_

RUNS = {
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
}
