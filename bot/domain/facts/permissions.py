"""The permissions the bot needs to post, to ping a role or to DM, and which are missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.facts.settings import Post

# Discord's codes for a DM that it refuses.
DM_CLOSED = 50007
NO_SHARED_SERVER = 50278  # nothing the member set: they or the bot left the last one


class Right(StrEnum):
    """A permission the bot needs in a channel, by Discord's name."""

    VIEW = "view_channel"
    SEND = "send_messages"
    SEND_IN_THREAD = "send_messages_in_threads"  # takes the place of ``SEND`` in a thread
    PING = "mention_everyone"  # only for a role that not everyone may mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The bot's permissions in a server's channels, and which roles it may ping.

    ``lacking`` has every channel there is with the rights missing there, ``roles`` every role with
    whether everyone may mention it.
    """

    lacking: Mapping[int, frozenset[Right]] = field(default_factory=dict)
    roles: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What would keep a post from its channel, or its ping from its role."""

    channel_gone: bool = False
    role_gone: bool = False
    rights: tuple[Right, ...] = ()


def trouble(post: Post, reach: Reach) -> Trouble:
    """Return what would keep a post from arriving."""
    lacking = reach.lacking.get(post.channel_id)
    if lacking is None:
        return Trouble(channel_gone=True)
    role_gone = post.role_id is not None and post.role_id not in reach.roles
    pings = post.role_id is not None and not reach.roles.get(post.role_id, True)
    return Trouble(role_gone=role_gone, rights=needed(lacking, pings=pings))


def needed(lacking: frozenset[Right], *, pings: bool) -> tuple[Right, ...]:
    """Return which of the missing permissions a post needs.

    ``pings`` says whether it pings a role that not everyone may mention.
    """
    return tuple(right for right in Right if right in lacking and (pings or right != Right.PING))
