"""Merging: which reminders to one channel are sent as one message (R16).

Discord takes about five messages in five seconds for a channel, so twenty reminders there would
need a quarter of a minute one by one, and bury what people write.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.facts import plain_text
from bot.domain.facts.arrivals import OF_MEMBERS, OF_POSTS, named_whole

LATE = timedelta(minutes=5)  # from here on a message says that it is late
LATE_EVERY = timedelta(minutes=5)  # at most one late message to a channel in so long (R10)
SAME_MOMENT = timedelta(minutes=1)  # reminders by DM go together if they are due so close
MOST_PINGS = 100  # Discord's limit of `allowed_mentions`
MOST_WORDS = 3_500  # characters, of the 4,000 Discord takes in Components V2
MENTION = 24  # characters, `<@…>` with the longest id and a space
APART = "apart"  # the reason of those whose merged message was refused: each goes alone
FRAME = 200  # characters: the title, and the line that says what this is
TIP = 500  # characters: the longest wording of a kind, with its small print
DUE = 60  # characters: when it was due


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A due reminder, with what decides about merging."""

    reminder_id: int
    kind: str
    due_at: datetime
    is_post: bool = False
    is_rule: bool = False
    text: str = ""  # a post's own, as its role
    role_id: int | None = None


def together(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, from the first on, that are merged into one message.

    One kind's words are said once; a post's own text is its own. The controls name every one of
    them, so that each is known again in the channel's history.
    """
    counts = range(1, _said(candidates) + 1)
    # Where some have no room, they have none with one more.
    most = bisect_left(counts, True, key=lambda count: not _named(candidates[:count]))
    return tuple(candidates[:most])


def is_late(due_at: datetime, now: datetime) -> bool:
    """Tell whether what was due then is late now."""
    return now - due_at > LATE


def _said(candidates: Sequence[Candidate]) -> int:
    """Return how many, from the first on, one message has room to say and to ping."""
    size, pings = FRAME, 0
    said: set[object] = set()
    for taken, one in enumerate(candidates):
        size += _length(one, said)
        pings += not one.is_post or one.role_id is not None
        if taken and (size > MOST_WORDS or pings > MOST_PINGS):
            return taken
    return len(candidates)


def _named(candidates: Sequence[Candidate]) -> bool:
    """Tell whether the controls have room for all ids.

    What is called off before it is sent is left out, and posts that are left alone have one control
    between them: they must fit there.
    """
    ids = [one.reminder_id for one in candidates]
    posts = [one.reminder_id for one in candidates if one.is_post]
    return named_whole(OF_MEMBERS, ids) and named_whole(OF_POSTS, posts)


def _length(one: Candidate, said: set[object]) -> int:
    """Return the most characters it adds to a message, and note its words among those ``said``."""
    if one.text:
        return MENTION + DUE + len(plain_text.escape(one.text))
    key = (one.is_post, one.is_rule, one.kind, one.due_at)
    new = key not in said
    said.add(key)
    return MENTION + (TIP + DUE if new else 0)
