"""What better and worse mean: every part of an answer as a number, the higher the better."""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Offer, Reply
from bot.domain.recovery.assess import assess
from bot.domain.recovery.eta import condition_for, opens_in
from bot.domain.recovery.fatigue import legs_of
from bot.domain.recovery.plan import offer_for, reply_to, standing_of
from bot.domain.recovery.question import PlannedRun, Question

REPLIES = {Reply.ASK: -1, Reply.CARE: 0, Reply.NO: 1, Reply.CHANGED: 2, Reply.YES: 3, None: 0}
CLASSES = (Clearance.EASY, Clearance.MODERATE, Clearance.HARD)
PLANS = tuple(PlannedRun(kind=kind, minutes=30.0) for kind in RunKind)
NEAR = 0.01  # hours by which the search for an hour may miss; ten times its precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The parts that may not get better: class, answers, minutes, and R and hours negated."""

    clearance: int
    reply: int
    replies: tuple[int, ...]
    minutes: float
    fatigue: float
    etas: tuple[float, ...]


NOTHING = Outcome(
    clearance=-1, reply=-1, replies=(-1,) * len(PLANS), minutes=0, fatigue=-inf, etas=(-inf,) * 3
)
CARE = replace(NOTHING, clearance=0, reply=0, replies=(0,) * len(PLANS))


@lru_cache(maxsize=512)
def outcome(question: Question) -> Outcome:
    """What the answer comes to, with R and the hours before they are rounded for showing."""
    found = assess(question, changes=False)  # not compared, and a quarter of the work
    if found.clearance is None:
        return NOTHING
    if found.care is not None:
        return CARE
    legs = legs_of(question)
    hours = 0.0 if question.plan is None else question.plan.in_hours
    standing = standing_of(legs, hours)
    etas = (
        inf if condition_for(each, standing.holds) else opens_in(legs, standing.holds, each)
        for each in CLASSES
    )
    return Outcome(
        clearance=int(found.clearance),
        reply=REPLIES[found.reply],
        replies=tuple(REPLIES[reply_to(each, standing)] for each in PLANS),
        minutes=run_minutes(offer_for(None, standing)),
        fatigue=-standing.fatigue,
        etas=tuple(-each for each in etas),
    )


def run_minutes(offer: Offer | None) -> float:
    """Run minutes offered; resting and walking are none, no limit is infinite."""
    if offer is None or offer.kind is RunKind.WALK:
        return 0
    return inf if offer.max_minutes is None else offer.max_minutes


def better_parts(one: Outcome, other: Outcome) -> list[str]:
    """The parts in which ``one`` is better than ``other``."""
    parts = {
        "clearance": one.clearance > other.clearance,
        "reply": one.reply > other.reply,
        "replies": any(a > b for a, b in zip(one.replies, other.replies, strict=True)),
        "minutes": one.minutes > other.minutes,
        "fatigue": one.fatigue > other.fatigue + 1e-9,
        "etas": any(a > b + NEAR for a, b in zip(one.etas, other.etas, strict=True)),
    }
    return [name for name, found in parts.items() if found]


def never_better(worse: Question, better: Question) -> None:
    """Hold the answer to one question against that to a milder one."""
    low, high = outcome(worse), outcome(better)
    assert better_parts(low, high) == [], (low, high)
