"""The permissions the bot needs to post, to ping a role or to DM, and which are missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.facts.settings import Post

# Discord's codes for a DM that it refuses.
DM_CLOSED = 50007
NO_SHARED_SERVER = 50278  # nothing the member set: they or the bot left the last one


# Why a member is not named in a server's channel: reason codes.
NOT_A_MEMBER = "not_a_member"
CHANNEL_HIDDEN = "channel_hidden"

# Why direct messages do not arrive: reason codes.
DMS_CLOSED = "dm_closed"
DMS_UNSHARED = "no_shared_server"

# Discord's bits.
ADMINISTRATOR = 1 << 3
VIEW_CHANNEL = 1 << 10


class Right(StrEnum):
    """A permission the bot needs in a channel, by Discord's name."""

    VIEW = "view_channel"
    SEND = "send_messages"
    SEND_IN_THREAD = "send_messages_in_threads"  # takes the place of ``SEND`` in a thread
    PING = "mention_everyone"  # only for a role that not everyone may mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The bot's permissions in a server's channels, and which roles it may ping."""

    # Every channel there is, with the rights missing there.
    lacking: Mapping[int, frozenset[Right]] = field(default_factory=dict)
    # Every role, with whether everyone may mention it.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Overwrite:
    """What a channel allows and denies a role or member, in Discord's bits."""

    allow: int = 0
    deny: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What decides who may see a channel: its server's roles, and its overwrites, by id.

    The role with the server's own id is everyone's.
    """

    guild_id: int
    owner_id: int
    roles: Mapping[int, int]
    overwrites: Mapping[int, Overwrite] = field(default_factory=dict)


def may_view(view: View, member_id: int, role_ids: frozenset[int]) -> bool:
    """Tell whether a member with these roles may see the channel.

    Each layer outranks the one before: the server's roles, then the channel's overwrites for
    everyone, for the member's roles at once, and for the member.
    (https://docs.discord.com/developers/topics/permissions#permission-overwrites)
    """
    bits = 0
    for role_id in (view.guild_id, *role_ids):
        bits |= view.roles.get(role_id, 0)
    if member_id == view.owner_id or bits & ADMINISTRATOR:
        return True
    for layer in ((view.guild_id,), role_ids, (member_id,)):
        found = [view.overwrites[one] for one in layer if one in view.overwrites]
        for overwrite in found:
            bits &= ~overwrite.deny
        for overwrite in found:
            bits |= overwrite.allow
    return bool(bits & VIEW_CHANNEL)
