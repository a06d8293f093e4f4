"""A server's settings and posts: pure decisions of its admins, each all or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import islice

from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput, NotFound
from bot.domain.facts.kinds import POST_KINDS
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import (
    EVERY_DAY,
    LEFT_SERVER,
    MAX_POSTS,
    POST_TEXT_LENGTH,
    GuildSettings,
    Kind,
    Post,
    QuietHours,
)
from bot.domain.facts.training import check_choice
from bot.domain.reading import zones
from bot.domain.reading.weekdays import read_days
from bot.domain.timing.day_halves import read_time_for
from bot.domain.timing.posts import following, upcoming
from bot.domain.timing.recurring import AHEAD

CHANNEL_GONE = "channel_gone"  # reason codes of ``Post.broken``
ZONE_UNKNOWN = "zone_unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server's settings and posts."""

    settings: GuildSettings
    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDraft:
    """A post as typed; ``None`` means not said, or unchanged."""

    kind: str | None = None
    at: str | None = None
    days: str | None = None
    channel_id: int | None = None
    role_id: int | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPost:
    """A post with its next occurrences, as if it were neither paused nor broken."""

    post: Post
    ahead: tuple[NewOccurrence, ...]


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


def add(
    server: Server, post_id: int, draft: PostDraft, now: datetime
) -> tuple[ServerChange, PlannedPost]:
    """Decide a new post: the server's zone, every day and the server's channel unless said.

    Raises:
        BadInput: something is missing, not understood, inside quiet hours, or beyond the quota.
    """
    if sum(post.post_id != post_id for post in server.posts) >= MAX_POSTS:
        raise BadInput("posts_full", limit=MAX_POSTS)
    if server.settings.zone is None:
        raise BadInput("server_zone_missing")
    channel_id = draft.channel_id or server.settings.channel_id
    if channel_id is None:
        raise BadInput("post_needs_channel")
    kind = _kind(draft.kind or "")
    post = Post(
        post_id=post_id,
        guild_id=server.settings.guild_id,
        channel_id=channel_id,
        follows=draft.channel_id is None,
        kind=kind,
        at=_time(kind, draft.at or "", server.settings.quiet),
        zone=server.settings.zone,
        days=EVERY_DAY if draft.days is None else read_days(draft.days),
        text=_text(kind, draft.text, ""),
        role_id=draft.role_id,
    )
    _refuse_twin(server, post)
    planned = _coming(_plan(post, server.settings.quiet, now))
    return ServerChange(added=(planned,)), planned


def edit(
    server: Server, post_id: int, draft: PostDraft, now: datetime
) -> tuple[ServerChange, PlannedPost]:
    """Decide a changed post; what troubled it counts as mended, but for a deleted channel.

    Raises:
        NotFound: the server has no such post.
        BadInput: as ``add``, or nothing is to be changed.
    """
    if draft == PostDraft():
        raise BadInput("nothing_to_change")
    post, quiet = find(server, post_id), server.settings.quiet
    kind = post.kind if draft.kind is None else _kind(draft.kind)
    changed = replace(
        post,
        kind=kind,
        channel_id=draft.channel_id or post.channel_id,
        follows=post.follows and draft.channel_id is None,
        at=post.at if draft.at is None else _time(kind, draft.at, quiet),
        days=post.days if draft.days is None else read_days(draft.days),
        zone=server.settings.zone or post.zone,
        text=_text(kind, draft.text, post.text),
        role_id=draft.role_id or post.role_id,
        broken=CHANNEL_GONE if is_gone(post) and draft.channel_id is None else None,
        unpinged=False,
    )
    _refuse_twin(server, changed)
    planned = _coming(_plan(changed, quiet, now))
    return ServerChange(changed=(planned,)), planned


def unping(server: Server, post_id: int, now: datetime) -> tuple[ServerChange, PlannedPost]:
    """Decide a post that pings nobody any more.

    Raises:
        NotFound: the server has no such post.
    """
    post = find(server, post_id)
    return _changed(replace(post, role_id=None, unpinged=False), server.settings.quiet, now)


def pause(
    server: Server, post_id: int, now: datetime, *, paused: bool
) -> tuple[ServerChange, PlannedPost]:
    """Decide that a post is paused, or runs (again): resuming mends what broke it.

    Args:
        server: the server and its posts.
        post_id: which of its posts.
        now: the present moment.
        paused: what it shall be.

    Raises:
        NotFound: the server has no such post.
        BadInput: it shall run again in a channel that was deleted.
    """
    post = find(server, post_id)
    if is_gone(post) and not paused:
        raise BadInput("post_channel_gone")
    broken = post.broken if paused else None
    return _changed(replace(post, paused=paused, broken=broken), server.settings.quiet, now)


def mend(server: Server, now: datetime) -> tuple[ServerChange, int]:
    """Decide that all that can be tried again runs again; the result is how much that is."""
    posts = tuple(
        _plan(replace(post, broken=None), server.settings.quiet, now)
        for post in broken_posts(server)
        if not is_gone(post)
    )
    tried = server.settings.channel_broken not in {None, CHANNEL_GONE}
    settings = server.settings if tried else None
    change = ServerChange(
        settings=settings and replace(settings, channel_broken=None), changed=posts
    )
    return change, len(posts) + (settings is not None)


def spread(
    server: Server, post_id: int, now: datetime, *, on: bool
) -> tuple[ServerChange, PlannedPost]:
    """Decide whether a post comes a few minutes after its time, to make room for others.

    Raises:
        NotFound: the server has no such post.
    """
    return _changed(replace(find(server, post_id), spread=on), server.settings.quiet, now)


def remove(server: Server, post_id: int) -> tuple[ServerChange, Post]:
    """Decide that a post goes.

    Raises:
        NotFound: the server has no such post.
    """
    return ServerChange(removed=post_id), find(server, post_id)


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


def set_posts_on(server: Server, *, on: bool) -> tuple[ServerChange, Moved]:
    """Decide whether any group post is sent."""
    return _switched(server, replace(server.settings, posts_on=on))


def set_reminders_on(server: Server, *, on: bool) -> tuple[ServerChange, Moved]:
    """Decide whether members may have their reminders in the server's channel."""
    return _switched(server, replace(server.settings, channel_reminders_on=on))


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
    planned = tuple(_plan(post, quiet, now) for post in server.posts)
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


def _changed(post: Post, quiet: QuietHours, now: datetime) -> tuple[ServerChange, PlannedPost]:
    planned = _plan(post, quiet, now)
    return ServerChange(changed=(planned,)), planned


def _switched(server: Server, settings: GuildSettings) -> tuple[ServerChange, Moved]:
    moved = Moved(server=replace(server, settings=settings))
    return ServerChange(settings=settings), moved


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
        moved[post.post_id] = _plan(there, server.settings.quiet, now)
    after = tuple(
        moved[post.post_id].post if post.post_id in moved else post for post in server.posts
    )
    planned = tuple(moved.values())
    return (
        ServerChange(settings=server.settings, changed=planned),
        Moved(server=replace(server, posts=after), posts=planned),
    )


def _plan(post: Post, quiet: QuietHours, now: datetime) -> PlannedPost:
    ahead = islice(upcoming(post, quiet, after=now, now=now), AHEAD)
    return PlannedPost(post=post, ahead=tuple(ahead))


def _refuse_twin(server: Server, post: Post) -> None:
    if any(_same(post, other) for other in server.posts if other.post_id != post.post_id):
        raise BadInput("post_is_there")


def _same(post: Post, other: Post) -> bool:
    """Tell whether two posts would say the same at the same time in the same channel."""
    return (
        replace(
            other,
            post_id=post.post_id,
            follows=post.follows,
            paused=post.paused,
            broken=post.broken,
            spread=post.spread,
            unpinged=post.unpinged,
        )
        == post
    )


def _coming(planned: PlannedPost) -> PlannedPost:
    if not planned.ahead:
        raise BadInput("never_occurs", zone=planned.post.zone)
    return planned


def _move(post: Post, zone: str, quiet: QuietHours, now: datetime) -> PlannedPost:
    """Plan a post in another zone, from the first date on that was still to come in the old one."""
    moved = replace(post, zone=zone, broken=None if post.broken == ZONE_UNKNOWN else post.broken)
    planned = _plan(moved, quiet, now)
    first = following(post, quiet, after=now, now=now)
    if first is None:
        return planned
    left = tuple(each for each in planned.ahead if each.nominal_date >= first.nominal_date)
    return replace(planned, ahead=left)


def _kind(typed: str) -> Kind:
    kind = check_choice("kind", typed, Kind)
    if kind not in POST_KINDS:
        raise BadInput("not_a_choice", field="kind", value=typed)
    return kind


def _time(kind: Kind, typed: str, quiet: QuietHours) -> time:
    at = read_time_for((kind,), typed)
    if is_quiet(at, quiet):
        raise BadInput("post_in_quiet_hours", at=at, start=quiet.start, end=quiet.end)
    return at


def _text(kind: Kind, typed: str | None, kept: str) -> str:
    if kind is not Kind.TEXT:
        if typed is not None:
            raise BadInput("text_not_used")
        return ""
    text = kept if typed is None else plain_text.clean(typed, limit=max(len(typed), 1))
    if not text:
        raise BadInput("text_missing")
    if len(text) > POST_TEXT_LENGTH:
        raise BadInput("text_too_long", length=len(text), limit=POST_TEXT_LENGTH)
    return text
