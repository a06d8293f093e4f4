"""A server's first posts: the usual ones, added together, and one sent at once."""

from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Final

from bot.domain.decisions import posts
from bot.domain.decisions.posts import PostDraft
from bot.domain.decisions.servers import PlannedPost, Server, ServerChange, is_quiet
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.occurrences import NewOccurrence
from bot.domain.facts.settings import Kind, Post
from bot.domain.reading import zones
from bot.domain.timing.posts import following
from bot.domain.timing.recurring import GRACE


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """A post that most gyms want; it pings nobody. Its days are as an admin would type them."""

    kind: Kind
    at: time
    days: str


USUAL: Final = (
    Usual(kind=Kind.WARM_UP, at=time(17, 30), days="mon, wed, fri"),
    Usual(kind=Kind.HYDRATE, at=time(19, 30), days="mon, wed, fri"),
    Usual(kind=Kind.FOAM_ROLL, at=time(19), days="tue, thu"),
)


def usual(server: Server) -> tuple[Usual, ...]:
    """Return the usual posts that a server's quiet hours leave room for."""
    return tuple(one for one in USUAL if not is_quiet(one.at, server.settings.quiet))


def add_usual(
    server: Server, interaction_id: int, now: datetime
) -> tuple[ServerChange, tuple[PlannedPost, ...]]:
    """Decide the usual posts of a server without any.

    Each has an id of its own, as if it had been asked for a millisecond before the last.

    Raises:
        NotAllowed: ``posts_there_already``, where another admin was first; ``no_usual_posts``,
            where quiet hours leave no room for any.
        BadInput: as ``posts.add``.
    """
    if server.posts:
        raise NotAllowed("posts_there_already")
    if not usual(server):
        raise NotAllowed("no_usual_posts")
    added: list[PlannedPost] = []
    for number, one in enumerate(usual(server)):
        draft = PostDraft(kind=one.kind, at=f"{one.at:%H:%M}", days=one.days)
        _, planned = posts.add(server, interaction_id - (number << 22), draft, now)
        added.append(planned)
        server = replace(server, posts=(*server.posts, planned.post))
    return ServerChange(added=tuple(added)), tuple(added)


def send_one(server: Server, now: datetime) -> tuple[Post, NewOccurrence]:
    """Decide that the post which comes next is sent now as well, as it will look then.

    Raises:
        NotAllowed: ``no_post_runs``, ``posts_are_off``, ``posts_quiet_now``.
    """
    quiet = server.settings.quiet
    nexts = {
        post: coming
        for post in server.posts
        if not post.paused
        and post.broken is None
        and (coming := following(post, quiet, after=now, now=now)) is not None
    }
    if not nexts:
        raise NotAllowed("no_post_runs")
    if not server.settings.posts_on:
        raise NotAllowed("posts_are_off")
    post = min(nexts, key=lambda one: (nexts[one].due_at, one.post_id))
    local = now.astimezone(zones.zone(post.zone))
    if is_quiet(local.time(), quiet):
        raise NotAllowed("posts_quiet_now", start=quiet.start, end=quiet.end)
    return post, NewOccurrence(
        of=post.post_id,
        nominal_date=local.date(),
        nominal_time=local.time().replace(second=0, microsecond=0, tzinfo=None),
        due_at=now,
        stale_at=now + GRACE,
    )
