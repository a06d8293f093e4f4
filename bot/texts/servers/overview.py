"""The words of ``/config show``: settings, what is due, what would break it, what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.decisions.servers import Server, broken_posts, is_gone
from bot.domain.facts.occurrences import Ended, PostOccurrence
from bot.domain.facts.permissions import Reach, Trouble, needed, trouble
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Post
from bot.texts.card import Button, Card, Row
from bot.texts.fates import why
from bot.texts.i18n import _
from bot.texts.servers import group, notices, post_troubles, posts
from bot.texts.servers import settings as settings_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsOverview:
    """What ``/config show`` shows; ``reach`` is ``None`` where Discord did not tell."""

    server: Server
    coming: Sequence[PostOccurrence]
    ended: Sequence[Ended]
    reach: Reach | None
    now: datetime


def shown(outlook: PostsOverview) -> Card:
    """Show the settings, what is due in the next 24 hours, and what would break it."""
    server, coming, reach = outlook.server, outlook.coming, outlook.reach
    parts = (
        settings_texts.facts(server, outlook.now),
        group.state(server),
        settings_texts.channel_trouble(server.settings, reach),
        _due(server, coming, reach),
        _threatened(server, coming, reach),
        _broken(broken_posts(server)),
        _ended(outlook.ended),
    )
    checked = _("Permissions were checked just now.")
    if reach is None:
        checked = _("Discord did not answer, so permissions were not checked. Try again soon.")
    return Card(
        title=_("Legday on this server"),
        body=parts,
        small=checked,
        rows=(
            *_restarts(server),
            (Button(label=_("Change settings"), action="config.panel"),),
        ),
    )


def _due(server: Server, coming: Sequence[PostOccurrence], reach: Reach | None) -> str:
    if not coming:
        return _("**Due in the next 24 hours**: nothing")
    lines = [_("**Due in the next 24 hours**")]
    if not server.settings.posts_on:
        lines.append(_("None of these comes: group posts are off."))
    due = [post_troubles.due(each, _trouble(server, each.post, reach)) for each in coming]
    return "\n".join((*lines, posts.fit(due, 1_500)))


def _ended(ended: Sequence[Ended]) -> str:
    """Count what became of the posts of the last days; every skip is among them."""
    if not ended:
        return ""
    words = {State.SENT: _("{n} sent"), State.SKIPPED: _("{n} skipped: {reason}")}
    given_up = _("{n} given up: {reason}")
    lines = [
        "- " + words.get(one.state, given_up).format(n=one.times, reason=why(one.reason))
        for one in ended
    ]
    return "\n".join((_("**The last seven days**"), posts.fit(lines, 400)))


def _trouble(server: Server, post: Post, reach: Reach | None) -> Trouble | None:
    """Return what would keep a post away, but what is told of the server's channel already."""
    if reach is None:
        return None
    found = trouble(post, reach)
    if post.channel_id != server.settings.channel_id:
        return found
    told = needed(reach.lacking.get(post.channel_id, frozenset()), pings=False)
    return replace(found, rights=tuple(right for right in found.rights if right not in told))


def _threatened(server: Server, coming: Sequence[PostOccurrence], reach: Reach | None) -> str:
    """Name what would break the posts that are not due in the next 24 hours."""
    soon = {each.post.post_id for each in coming}
    later = [post for post in server.posts if post.post_id not in soon and post.broken is None]
    lines = [post_troubles.threatened(post, _trouble(server, post, reach)) for post in later]
    found = [*filter(None, lines)]
    return "\n".join((_("**Later posts**"), posts.fit(found, 900))) if found else ""


def _restarts(server: Server) -> tuple[Row, ...]:
    """Return the button for the one post that was stopped, or one for all that was."""
    stopped = [post for post in broken_posts(server) if not is_gone(post)]
    if len(stopped) == 1 and server.settings.channel_broken is None:
        return ((posts.restart(stopped[0]),),)
    return notices.try_again(server)


def _broken(stopped: Sequence[Post]) -> str:
    return "\n".join((_("**Stopped posts**"), posts.stopped(stopped, 900))) if stopped else ""
