"""A fair queue: strict priorities, and round robin among the servers of one priority."""

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from enum import IntEnum


class Priority(IntEnum):
    """The priority of a request; lower is sent first."""

    ADMIN = 0  # somebody waits for the answer: it does not queue
    CHANNEL = 1
    DM = 2
    EDIT = 3  # of what stands already


@dataclass(slots=True, eq=False)
class QueuedRequest:
    """A queued request; ``flow`` is its server's id, 0 for direct messages."""

    priority: Priority
    flow: int
    woken: asyncio.Event = field(default_factory=asyncio.Event)


class RequestQueue:
    """A priority queue, round robin per flow: a server's burst delays another by one request."""

    def __init__(self) -> None:
        self._by_priority: dict[Priority, OrderedDict[int, deque[QueuedRequest]]] = {
            priority: OrderedDict() for priority in Priority
        }
        self._length = 0

    def __len__(self) -> int:
        """Return how many requests are queued."""
        return self._length

    def add(self, request: QueuedRequest) -> None:
        """Append a request to its flow; a new flow comes after those already waiting."""
        self._by_priority[request.priority].setdefault(request.flow, deque()).append(request)
        self._length += 1

    def first(self) -> QueuedRequest | None:
        """Return the request to be sent next."""
        for flows in self._by_priority.values():
            if flows:
                return next(iter(flows.values()))[0]
        return None

    def remove(self, request: QueuedRequest) -> None:
        """Remove a request, sent or given up; if it was its flow's first, the flow goes last."""
        flows = self._by_priority[request.priority]
        own = flows[request.flow]
        was_first = own[0] is request
        own.remove(request)
        self._length -= 1
        if not own:
            del flows[request.flow]
        elif was_first:
            flows.move_to_end(request.flow)
