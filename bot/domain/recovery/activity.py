"""Other sports as runs: what a planned ride, hike, ski day, match or class asks of the legs."""

from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.answer import Offer
from bot.domain.recovery.parameters import DESCENT
from bot.domain.recovery.question import PlannedRun

AS_RUNS = {
    Activity.SKI: RunKind.DOWNHILL,
    Activity.MATCH: RunKind.SPRINTS,
    Activity.CLASS: RunKind.INTERVALS,
}
# No landing: a ride asks a class less of the legs than a run of its kind.
RIDES = {RunKind.WALK: RunKind.WALK, RunKind.EASY: RunKind.WALK, RunKind.STEADY: RunKind.EASY}
RIDDEN = {RunKind.WALK: RunKind.EASY, RunKind.EASY: RunKind.STEADY, RunKind.STEADY: RunKind.TEMPO}


def as_run(plan: PlannedRun | None) -> PlannedRun | None:
    """Return the run that asks as much of the legs; hours in a saddle or on foot are no run's."""
    if plan is None or plan.activity is Activity.RUN:
        return plan
    if plan.activity is Activity.RIDE:
        kind = RIDES.get(plan.kind or RunKind.EASY, RunKind.STEADY)
        return plan._replace(kind=kind, minutes=None)
    if plan.activity is Activity.HIKE:
        steep = (plan.descent or 0.0) >= DESCENT
        return plan._replace(kind=RunKind.EASY if steep else RunKind.WALK, minutes=None)
    return plan._replace(kind=AS_RUNS[plan.activity])


def offered(plan: PlannedRun | None, offer: Offer | None, *, fits: bool) -> Offer | None:
    """Return an offer in the sport that was asked about; what is not open becomes an easy ride."""
    if plan is None or offer is None or plan.activity is Activity.RUN:
        return offer
    if fits:
        minutes = None if plan.minutes is None else int(plan.minutes)
        kind = plan.kind or offer.kind
        return offer._replace(kind=kind, max_minutes=minutes, activity=plan.activity)
    if plan.activity is Activity.RIDE:
        kind = RIDDEN.get(offer.kind, offer.kind)
        return offer._replace(kind=kind, max_minutes=None, activity=Activity.RIDE)
    return offer
