"""The table of reminder kinds: who sends each, when it may come, which gives way to which.

Two kinds of windows. Elapsed ones count from the end of a leg session and know no time zone; clock
ones lie on local dates. The words of each kind are in ``bot.texts``, in tables that are checked
against this one when they are imported.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta

from bot.domain.facts.settings import Kind
from bot.domain.facts.tables import Incomplete, complete


@dataclass(frozen=True, slots=True, kw_only=True)
class ElapsedWindow:
    """A window in elapsed time after the session's end: when it opens, is used, and closes."""

    opens: timedelta
    usual: timedelta
    closes: timedelta
    life: timedelta  # how long a reminder keeps
    # Heeds a wished time that fits, and comes at its usual one where none does.
    flexible: bool = False
    must_come: bool = False  # comes on any day


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockWindow:
    """The local hours in which a kind may come, both ends included; may cross midnight.

    ``usual`` is the earliest without a wish; ``None`` where bedtime or quiet hours tell it.
    """

    start: time
    end: time
    usual: time | None = None

    def has(self, at: time) -> bool:
        """Tell whether a time of day lies in it."""
        if self.start <= self.end:
            return self.start <= at <= self.end
        return at >= self.start or at <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """How a kind is planned after a leg day."""

    rank: int | None  # the lowest stays where a cap bites; ``None``: a question, which none counts
    window: ClockWindow | tuple[ElapsedWindow, ...]  # one elapsed window for each reminder
    unasked: int = 1  # how many of a leg day come to members who never set the kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """A row: whether leg days earn the kind, servers post it, members may ask for it."""

    planned: Planned | None
    post: bool
    own: bool
    tip: bool = True  # it advises something, so the caps of a day count it
    alone: bool = False  # a question or a warning, which shares its message by DM with no other
    roll: bool = False  # its post is answered by name, and shares its message with no other


def check(traits: Mapping[Kind, Traits]) -> Mapping[Kind, Traits]:
    """Return the table if it is complete; raise otherwise.

    Raises:
        Incomplete: a kind is missing, is sent by nobody, or is a planned tip without a rank of its
            own.
    """
    complete("the table of kinds", traits, Kind)
    for kind, each in traits.items():
        if each.planned is None and not each.post and not each.own:
            raise Incomplete(f"nobody sends {kind}: it is neither planned, nor a post, nor own")
        if each.planned is not None and each.tip is (each.planned.rank is None):
            raise Incomplete(f"{kind} is planned: a tip needs a rank, and nothing else has one")
    ranks = [each.planned.rank for each in traits.values() if each.planned and each.tip]
    if len(set(ranks)) < len(ranks):
        raise Incomplete("two planned kinds share a rank")
    return traits


def hours(count: float) -> timedelta:
    """Return a duration of so many hours."""
    return timedelta(hours=count)


# In the order in which they are listed and offered. Rank 0 warns of danger: no cap reaches it.
TRAITS = check(
    {
        Kind.HYDRATE: Traits(
            planned=Planned(
                rank=2,
                window=(
                    ElapsedWindow(opens=hours(0), usual=hours(1), closes=hours(3), life=hours(1)),
                ),
                unasked=0,  # but where there is no wind-down any more on the evening of leg day
            ),
            post=True,
            own=True,
        ),
        Kind.SLEEP: Traits(
            planned=Planned(rank=1, window=ClockWindow(start=time(18), end=time(3))),
            post=True,
            own=True,
        ),
        Kind.FOAM_ROLL: Traits(
            planned=Planned(
                rank=4,
                window=ClockWindow(start=time(17), end=time(21), usual=time(19)),
                unasked=0,
            ),
            post=True,
            own=True,
        ),
        Kind.FIRST_TIMER: Traits(
            planned=Planned(
                rank=0,
                window=(
                    ElapsedWindow(
                        opens=hours(3),
                        usual=hours(3),
                        closes=hours(6),
                        life=hours(3),
                        flexible=True,
                        must_come=True,
                    ),
                ),
            ),
            post=False,
            own=False,
            alone=True,
        ),
        Kind.NEXT_SESSION: Traits(
            planned=Planned(rank=3, window=ClockWindow(start=time(8), end=time(20), usual=time(8))),
            post=False,
            own=False,
        ),
        Kind.CHECKIN: Traits(
            planned=Planned(
                rank=None,
                window=tuple(
                    ElapsedWindow(
                        opens=hours(after),
                        usual=hours(after),
                        closes=hours(after + 12),
                        life=hours(12),
                        flexible=True,
                    )
                    for after in (24, 48)
                ),
            ),
            post=False,
            own=False,
            tip=False,
            alone=True,
        ),
        Kind.WALK: Traits(planned=None, post=False, own=True),
        Kind.STRETCH: Traits(planned=None, post=False, own=True),
        Kind.WARM_UP: Traits(planned=None, post=True, own=True),
        Kind.LEG_DAY: Traits(planned=None, post=False, own=True, tip=False),
        Kind.TEXT: Traits(planned=None, post=True, own=False, tip=False),
        Kind.ROLL_CALL: Traits(planned=None, post=True, own=False, tip=False, roll=True),
        Kind.DIGEST: Traits(planned=None, post=True, own=False, tip=False, roll=True),
    }
)

PLANNED = {kind: each.planned for kind, each in TRAITS.items() if each.planned is not None}
PLAN_KINDS = tuple(PLANNED)
POST_KINDS = tuple(kind for kind, each in TRAITS.items() if each.post)
OWN_KINDS = tuple(kind for kind, each in TRAITS.items() if each.own)
TIP_KINDS = frozenset(kind for kind, each in TRAITS.items() if each.tip)
ALONE = frozenset(kind for kind, each in TRAITS.items() if each.alone)
ROLLS = frozenset(kind for kind, each in TRAITS.items() if each.roll)
SPANS = {kind: one.window for kind, one in PLANNED.items() if isinstance(one.window, tuple)}
CLOCKS = {kind: one.window for kind, one in PLANNED.items() if isinstance(one.window, ClockWindow)}
RANKS = {kind: one.rank for kind, one in PLANNED.items() if one.rank is not None}
