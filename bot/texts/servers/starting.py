"""The words of a server's first posts: which ones are usual, and one sent at once."""

from bot.domain.decisions.first_posts import Usual, usual
from bot.domain.decisions.servers import PlannedPost, Server
from bot.domain.facts.permissions import Right
from bot.domain.facts.settings import Post
from bot.domain.reading.weekdays import read_days
from bot.texts.card import Button, Row, Style
from bot.texts.i18n import _, ngettext
from bot.texts.kinds import KINDS
from bot.texts.servers import post_troubles, posts
from bot.texts.times import days, wall


def offer(server: Server) -> str:
    """Say which posts are usual, on a server that has none."""
    lines = [f"- {_line(one)}" for one in usual(server)]
    if server.posts or not lines:
        return ""
    return "\n".join((_("**The usual posts**, which ping nobody:"), *lines))


def controls(server: Server) -> tuple[Row, ...]:
    """Return the buttons to something to see: a welcome, and the usual posts or one there is."""
    welcome = Button(label=_("Post a welcome"), action="config.welcome")
    if server.posts:
        return ((Button(label=_("Send one now"), action="config.send"), welcome),)
    if not usual(server):
        return ((welcome,),)
    label = _("Add the usual posts")
    return ((Button(label=label, action="config.usual", style=Style.GOOD), welcome),)


def added(planned: tuple[PlannedPost, ...]) -> str:
    """Say which posts were added."""
    lines = [f"- {posts.headline(each.post)}" for each in planned]
    said = ngettext("{n} post is planned:", "{n} posts are planned:", len(planned))
    return "\n".join((said.format(n=len(planned)), *lines))


def sent(post: Post, *, new: bool) -> str:
    """Say that a post is on its way, or that it was already."""
    if new:
        said = _("{post} is on its way to <#{channel}>; it also comes at its time.")
    else:
        said = _(
            "{post} was sent to <#{channel}> a moment ago, so it is not sent again. Wait five "
            "minutes for another."
        )
    return said.format(
        post=_("**{kind}**").format(kind=_(KINDS[post.kind])), channel=post.channel_id
    )


def lacking(post: Post, missing: tuple[Right, ...]) -> str:
    """Say that nothing was sent, and which right is missing."""
    return _("⚠️ **Nothing was sent**: I lack **{rights}** in <#{channel}>. {how}").format(
        rights=post_troubles.rights(missing),
        channel=post.channel_id,
        how=post_troubles.how_to_grant(post.channel_id),
    )


def _line(one: Usual) -> str:
    return _("{kind} at {at}, {days}").format(
        kind=_(KINDS[one.kind]), at=wall(one.at), days=days(read_days(one.days))
    )
