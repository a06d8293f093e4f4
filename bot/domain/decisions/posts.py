"""A server's posts: pure decisions of its admins, each all or nothing."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from operator import attrgetter

from bot.domain.decisions.servers import (
    CHANNEL_GONE,
    PlannedPost,
    Server,
    ServerChange,
    find,
    is_gone,
    is_quiet,
    plan,
)
from bot.domain.facts import plain_text
from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import POST_KINDS
from bot.domain.facts.settings import (
    EVERY_DAY,
    MAX_POSTS,
    POST_TEXT_LENGTH,
    ROLL_TEXT_LENGTH,
    Kind,
    Post,
    QuietHours,
)
from bot.domain.facts.training import check_choice
from bot.domain.reading.weekdays import read_days
from bot.domain.timing.day_halves import read_time_for

SUNDAY = frozenset({6})
SAYS = attrgetter("channel_id", "kind", "at", "zone", "text", "role_id")  # two a day would be one


@dataclass(frozen=True, slots=True, kw_only=True)
class PostDraft:
    """A post as typed; ``None`` means not said, or unchanged."""

    kind: str | None = None
    at: str | None = None
    days: str | None = None
    channel_id: int | None = None
    role_id: int | None = None
    text: str | None = None


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
        days=_days(kind, draft.days, SUNDAY if kind is Kind.DIGEST else EVERY_DAY),
        text=_text(kind, draft.text, ""),
        role_id=_role(kind, draft.role_id),
    )
    _refuse_twin(server, post)
    planned = _coming(plan(post, server.settings.quiet, now))
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
        days=_days(kind, draft.days, post.days),
        zone=server.settings.zone or post.zone,
        text=_text(kind, draft.text, post.text),
        role_id=_role(kind, draft.role_id or post.role_id),
        broken=CHANNEL_GONE if is_gone(post) and draft.channel_id is None else None,
        unpinged=False,
    )
    _refuse_twin(server, changed)
    planned = _coming(plan(changed, quiet, now))
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

    Raises:
        NotFound: the server has no such post.
        BadInput: it shall run again in a channel that was deleted.
    """
    post = find(server, post_id)
    if is_gone(post) and not paused:
        raise BadInput("post_channel_gone")
    broken = post.broken if paused else None
    return _changed(replace(post, paused=paused, broken=broken), server.settings.quiet, now)


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


def _changed(post: Post, quiet: QuietHours, now: datetime) -> tuple[ServerChange, PlannedPost]:
    planned = plan(post, quiet, now)
    return ServerChange(changed=(planned,)), planned


def _refuse_twin(server: Server, post: Post) -> None:
    others = (other for other in server.posts if other.post_id != post.post_id)
    if any(SAYS(post) == SAYS(other) and post.days & other.days for other in others):
        raise BadInput("post_is_there")


def _coming(planned: PlannedPost) -> PlannedPost:
    if not planned.ahead:
        raise BadInput("never_occurs", zone=planned.post.zone)
    return planned


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


def _days(kind: Kind, typed: str | None, kept: frozenset[int]) -> frozenset[int]:
    days = kept if typed is None else read_days(typed)
    if kind is Kind.DIGEST and len(days) > 1:
        raise BadInput("digest_weekly")
    return days


def _role(kind: Kind, role_id: int | None) -> int | None:
    if kind is Kind.DIGEST and role_id is not None:
        raise BadInput("digest_pings_nobody")
    return role_id


def _text(kind: Kind, typed: str | None, kept: str) -> str:
    if kind not in {Kind.TEXT, Kind.ROLL_CALL}:
        if typed is not None:
            raise BadInput("text_not_used")
        return ""
    text = kept if typed is None else plain_text.clean(typed, limit=max(len(typed), 1))
    if not text and kind is Kind.TEXT:
        raise BadInput("text_missing")
    limit = POST_TEXT_LENGTH if kind is Kind.TEXT else ROLL_TEXT_LENGTH
    if len(text) > limit:
        raise BadInput("text_too_long", length=len(text), limit=limit)
    return text
