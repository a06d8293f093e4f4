"""Who is next: lanes in order of rank, and in each lane every guild in turn."""

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from enum import IntEnum


class Priority(IntEnum):
    """The rank of a request."""

    ADMIN = 0  # somebody waits for it: it passes without standing in line
    CHANNEL = 1
    DM = 2


@dataclass(slots=True, eq=False)
class QueuedRequest:
    """A request that waits for its turn; ``whose`` it is decides with whom it takes turns."""

    lane: Priority
    whose: int
    woken: asyncio.Event = field(default_factory=asyncio.Event)


class RequestQueue:
    """Those who wait. One guild's hundred requests delay another guild's one by a single turn."""

    def __init__(self) -> None:
        self._lanes: dict[Priority, OrderedDict[int, deque[QueuedRequest]]] = {
            lane: OrderedDict() for lane in Priority
        }

    def join(self, waiting: QueuedRequest) -> None:
        """Stand behind all of one's own; a newcomer's turn comes after those already there."""
        self._lanes[waiting.lane].setdefault(waiting.whose, deque()).append(waiting)

    def first(self) -> QueuedRequest | None:
        """Return whose turn it is."""
        for lane in self._lanes.values():
            if lane:
                return next(iter(lane.values()))[0]
        return None

    def leave(self, waiting: QueuedRequest) -> None:
        """Go, with or without a turn; the next of the same guild then waits for all others."""
        lane = self._lanes[waiting.lane]
        own = lane[waiting.whose]
        was_first = own[0] is waiting
        own.remove(waiting)
        if not own:
            del lane[waiting.whose]
        elif was_first:
            lane.move_to_end(waiting.whose)
