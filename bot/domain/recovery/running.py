"""What is known of somebody's running: whether they run at all, how long, and what a run costs."""

from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.parameters import (
    ACTIVITY_SHARES,
    AU_REFERENCE,
    DESCENT,
    LONG_RUN_EFFORT,
    LONG_RUN_FACTOR,
    LONG_RUN_MINUTES,
    MANY_RUNS,
    RUN_EFFORT,
    RUN_MINUTES,
    SORE_RUN,
    USUAL_EFFORT,
    WALKING_EFFORT,
)
from bot.domain.recovery.question import PastRun, Question

ROUNDING = 1e-9  # minutes


def no_running(question: Question) -> bool:
    """Whether it is known that nothing was run in 30 days."""
    profile = question.profile
    told = profile.longest_run == 0 or (profile.longest_run is None and profile.runs_per_week == 0)
    return told and not any(is_run(run) for run in question.recent_runs or ())


def longest_run(question: Question) -> float | None:
    """The longest run of 30 days in minutes, ``None`` where no length is known."""
    if question.profile.longest_run:
        return question.profile.longest_run
    return _longest(question.recent_runs or ())


def usual_kind(question: Question) -> RunKind:
    """What is offered at most to who planned nothing: easy if all known runs were, else steady."""
    efforts = [run.srpe for run in question.recent_runs or () if is_run(run)]
    told = [effort for effort in efforts if effort is not None]
    return RunKind.EASY if told and max(told) <= USUAL_EFFORT else RunKind.STEADY


def is_run(run: PastRun) -> bool:
    """Whether it was running: no walk and no other sport."""
    return not run.walk and run.activity is Activity.RUN


def sport_of(run: PastRun) -> Activity | RunKind:
    """Return what an entry among the runs was: another sport, a race, a walk or a run."""
    if run.activity is not Activity.RUN:
        return run.activity
    if run.race:
        return RunKind.RACE
    return RunKind.WALK if run.walk else Activity.RUN


def run_load(run: PastRun) -> float:
    """Effort times minutes of a run, 1 = an hour and a bit at a moderate effort."""
    effort = RUN_EFFORT if run.srpe is None else run.srpe
    minutes = RUN_MINUTES if run.minutes is None else run.minutes
    return effort * minutes / AU_REFERENCE * ACTIVITY_SHARES[run.activity]


def makes_sore(run: PastRun) -> bool:
    """Whether a run was long or hard enough to make the legs sore for days."""
    if run.activity is Activity.HIKE:
        return (run.descent or 0.0) >= DESCENT
    gentle = run.walk or run.activity in {Activity.RIDE, Activity.CLASS}
    return not gentle and run_load(run) >= SORE_RUN


def is_walked(minutes: float | None, effort: float | None) -> bool:
    """Whether hours on the feet of which only the effort is known were a walk."""
    long = minutes is not None and minutes >= LONG_RUN_MINUTES
    return long and effort is not None and effort <= WALKING_EFFORT


def is_long(run: PastRun) -> bool:
    """Whether a run was so long that it is felt for days; a walk of hours is none."""
    return is_run(run) and run.minutes is not None and run.minutes >= LONG_RUN_MINUTES


def is_unusual(run: PastRun, question: Question) -> bool:
    """Whether a long run was a race, as hard as one, or longer than what its runner is used to."""
    if run.race or (run.srpe is not None and run.srpe >= LONG_RUN_EFFORT):
        return True
    before, weekly = _longest_before(run, question), question.profile.runs_per_week
    if before is None:
        return weekly is None or weekly < MANY_RUNS
    return (run.minutes or 0.0) > LONG_RUN_FACTOR * before + ROUNDING


def _longest_before(run: PastRun, question: Question) -> float | None:
    """The longest run of the month before this one.

    A longest run that was only told may be this very one: who says so is taken to be used to it.
    """
    if run.longest_before is not None:
        return run.longest_before
    older = _longest(
        tuple(each for each in question.recent_runs or () if each.hours_ago > run.hours_ago)
    )
    told = question.profile.longest_run or None
    return max((each for each in (older, told) if each is not None), default=None)


def _longest(runs: tuple[PastRun, ...]) -> float | None:
    return max((run.minutes for run in runs if is_run(run) and run.minutes), default=None)
