"""A server's settings, and what they change of its posts: pure decisions, each all or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import islice
from typing import TypedDict, Unpack

from bot.domain.facts.errors import BadInput, NotFound
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import LEFT_SERVER, GuildSettings, Post, QuietHours
from bot.domain.reading import zones
from bot.domain.timing.own_rules import ZONE_UNKNOWN
from bot.domain.timing.posts import following, upcoming
from bot.domain.timing.recurring import AHEAD

CHANNEL_GONE = "channel_gone"  # reason codes of ``Post.broken``


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server's settings and posts."""

    settings: GuildSettings
    posts: tuple[Post, ...] = ()
    taking_part: int = 0  # members in its group life


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPost:
    """A post with its next occurrences, as if it were neither paused nor broken."""

    post: Post
    ahead: tuple[NewOccurrence, ...]


class PlainSettings(TypedDict, total=False):
    """The settings of a server that can be changed by themselves."""

    posts_on: bool
    channel_reminders_on: bool
    group_on: bool  # off closes all roll calls that are open
    member_rolls_on: bool
    together_goal: int | None
    locale: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerChange:
    """What is saved, in one transaction."""

    settings: GuildSettings | None = None
    added: tuple[PlannedPost, ...] = ()
    changed: tuple[PlannedPost, ...] = ()
    removed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The server after a change, and the posts that it moves."""

    server: Server
    posts: tuple[PlannedPost, ...] = ()
    meanwhile: bool = False  # it had changed since the form showed it


def mend(server: Server, now: datetime) -> tuple[ServerChange, int]:
    """Decide that all that can be tried again runs again; the result is how much that is."""
    posts = tuple(
        plan(replace(post, broken=None), server.settings.quiet, now)
        for post in broken_posts(server)
        if not is_gone(post)
    )
    tried = server.settings.channel_broken not in {None, CHANNEL_GONE}
    settings = server.settings if tried else None
    change = ServerChange(
        settings=settings and replace(settings, channel_broken=None), changed=posts
    )
    return change, len(posts) + (settings is not None)


def set_channel(server: Server, channel_id: int, now: datetime) -> tuple[ServerChange, Moved]:
    """Decide the server's channel; posts keep the channel they were given, others come along."""
    settings = replace(server.settings, channel_id=channel_id, channel_broken=None)
    following = tuple(post for post in server.posts if post.follows)
    return _moved_to(replace(server, settings=settings), following, now)


def gather(server: Server, now: datetime) -> tuple[ServerChange, Moved]:
    """Decide that all posts come in the server's channel, and move along with it from now on."""
    return _moved_to(server, elsewhere(server), now)


def elsewhere(server: Server) -> tuple[Post, ...]:
    """Return the posts that come in another channel than the server's, if that is chosen."""
    channel_id = server.settings.channel_id
    return tuple(post for post in server.posts if channel_id not in {None, post.channel_id})


def set_plain(server: Server, **said: Unpack[PlainSettings]) -> tuple[ServerChange, Moved]:
    """Decide settings that change no post."""
    settings = replace(server.settings, **said)
    return ServerChange(settings=settings), Moved(server=replace(server, settings=settings))


def set_zone(server: Server, name: str, now: datetime) -> tuple[ServerChange, Moved]:
    """Decide the server's time zone: every post keeps its clock time, in the new zone (R15).

    Raises:
        BadInput: ``zone_unknown``.
    """
    zones.zone(name)
    settings = replace(server.settings, zone=name)
    moved = tuple(_move(post, name, settings.quiet, now) for post in server.posts)
    return _changed_all(settings, moved, moved)


def set_quiet(server: Server, quiet: QuietHours, now: datetime) -> tuple[ServerChange, Moved]:
    """Decide the quiet hours: posts inside them come when they end, others at their own time.

    The result names the posts that now wait.
    """
    settings = replace(server.settings, quiet=quiet)
    planned = tuple(plan(post, quiet, now) for post in server.posts)
    waiting = tuple(each for each in planned if is_quiet(each.post.at, quiet))
    return _changed_all(settings, planned, waiting)


def channels(server: Server) -> frozenset[int]:
    """Return where anything of the server goes."""
    used = {server.settings.channel_id, *(post.channel_id for post in server.posts)}
    return frozenset(channel_id for channel_id in used if channel_id is not None)


def broken_posts(server: Server) -> tuple[Post, ...]:
    """Return the posts that were stopped because they cannot arrive."""
    return tuple(post for post in server.posts if post.broken is not None)


def unpinged_posts(server: Server) -> tuple[Post, ...]:
    """Return the posts that come, but did not ping their role the last time."""
    return tuple(post for post in server.posts if post.unpinged and post.broken is None)


def needs_admin(server: Server) -> bool:
    """Tell whether anything here waits for an admin: it was stopped, or its ping is lost."""
    return is_stopped(server) or bool(unpinged_posts(server))


def is_stopped(server: Server) -> bool:
    """Tell whether anything was stopped here."""
    return bool(broken_posts(server)) or server.settings.channel_broken is not None


def may_run_again(server: Server) -> bool:
    """Tell whether anything that was stopped may work when it is tried once more."""
    reasons = {server.settings.channel_broken, *(post.broken for post in server.posts)}
    return bool(reasons - {None, CHANNEL_GONE})


def is_back(server: Server) -> bool:
    """Tell whether the bot had left the server, and what stopped by that has not run again."""
    reasons = {server.settings.channel_broken, *(post.broken for post in server.posts)}
    return LEFT_SERVER in reasons


def is_gone(post: Post) -> bool:
    """Tell whether a post was stopped for good in its channel, because that was deleted."""
    return post.broken == CHANNEL_GONE


def find(server: Server, post_id: int) -> Post:
    """Return one of the server's own posts.

    Raises:
        NotFound: gone, or another server's; the two look the same.
    """
    for post in server.posts:
        if post.post_id == post_id:
            return post
    raise NotFound("post_gone")


def is_quiet(at: time, quiet: QuietHours) -> bool:
    """Tell whether a wall time lies in quiet hours, their end excluded."""
    if quiet.start <= quiet.end:
        return quiet.start <= at < quiet.end
    return at >= quiet.start or at < quiet.end


def plan(post: Post, quiet: QuietHours, now: datetime) -> PlannedPost:
    """Return a post with its next occurrences."""
    ahead = islice(upcoming(post, quiet, after=now, now=now), AHEAD)
    return PlannedPost(post=post, ahead=tuple(ahead))


def _changed_all(
    settings: GuildSettings, planned: tuple[PlannedPost, ...], named: tuple[PlannedPost, ...]
) -> tuple[ServerChange, Moved]:
    server = Server(settings=settings, posts=tuple(each.post for each in planned))
    return ServerChange(settings=settings, changed=planned), Moved(server=server, posts=named)


def _moved_to(server: Server, posts: tuple[Post, ...], now: datetime) -> tuple[ServerChange, Moved]:
    """Move posts to the server's channel: what kept them from their old one is no matter there."""
    channel_id = server.settings.channel_id
    if channel_id is None:
        raise BadInput("post_needs_channel")
    moved = {}
    for post in posts:
        broken = post.broken if post.broken == ZONE_UNKNOWN else None
        there = replace(post, channel_id=channel_id, follows=True, broken=broken)
        moved[post.post_id] = plan(there, server.settings.quiet, now)
    after = tuple(
        moved[post.post_id].post if post.post_id in moved else post for post in server.posts
    )
    planned = tuple(moved.values())
    return (
        ServerChange(settings=server.settings, changed=planned),
        Moved(server=replace(server, posts=after), posts=planned),
    )


def _move(post: Post, zone: str, quiet: QuietHours, now: datetime) -> PlannedPost:
    """Plan a post in another zone, from the first date on that was still to come in the old one."""
    moved = replace(post, zone=zone, broken=None if post.broken == ZONE_UNKNOWN else post.broken)
    planned = plan(moved, quiet, now)
    first = following(post, quiet, after=now, now=now)
    if first is None:
        return planned
    left = tuple(each for each in planned.ahead if each.nominal_date >= first.nominal_date)
    return replace(planned, ahead=left)
