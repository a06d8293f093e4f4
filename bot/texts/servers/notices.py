"""What admins are told once: which posts and reminders were stopped, and how they go on."""

from collections.abc import Sequence

from bot.domain.decisions.servers import (
    Server,
    broken_posts,
    is_stopped,
    may_run_again,
    unpinged_posts,
)
from bot.domain.facts.settings import Post
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.fates import why
from bot.texts.i18n import _, ngettext
from bot.texts.servers import post_troubles, posts


def stopped(server: Server) -> Card:
    """Tell an admin what was stopped on their server, and which posts do not ping their role."""
    unpinged = [post_troubles.unpinged(post) for post in unpinged_posts(server)]
    members = "" if server.settings.channel_broken is None else _members(server)
    lines = (members, posts.stopped(broken_posts(server)), posts.fit(unpinged, 900))
    return Card(
        title=_("Something was stopped here") if is_stopped(server) else _("A post pings nobody"),
        body=("\n".join(filter(None, lines)),),
        small=_("Only you see this, and it is said once; `/config show` tells it any time."),
        tone=Tone.CAUTION,
        rows=try_again(server),
    )


def try_again(server: Server) -> tuple[Row, ...]:
    """Return the button that starts all again that was stopped, if any of it may work."""
    again = Button(label=_("Try again"), action="notice.again", style=Style.MAIN)
    return ((again,),) if may_run_again(server) else ()


def planned_by_you(troubled: Sequence[Post]) -> Card:
    """Tell somebody, wherever they are, which of the posts they planned are in trouble."""
    broken = [post for post in troubled if post.broken is not None]
    unpinged = [post_troubles.unpinged(post) for post in troubled if post.broken is None]
    return Card(
        title=_("Group posts that you planned"),
        body=(posts.stopped(broken), posts.fit(unpinged, 900)),
        small=_(
            "Only you see this, and it is said once. The commands work in the post's server, for "
            "those who manage it."
        ),
        tone=Tone.CAUTION,
    )


def back(server: Server) -> Card:
    """Offer an admin of a server the bot had left, perhaps by mistake, what was kept of it."""
    count = len(server.posts)
    kept = ngettext(
        "When I was removed I stopped here, and kept your settings and {n} group post.",
        "When I was removed I stopped here, and kept your settings and {n} group posts.",
        count,
    ).format(n=count)
    return Card(
        title=_("I am back on this server"),
        body=(kept, _("Nothing comes until you choose.")),
        small=_("Only you see this, and it is said once; `/config show` tells it any time."),
        rows=(
            (
                Button(label=_("As before"), action="notice.again", style=Style.MAIN),
                Button(label=_("Start anew"), action="config.reset", style=Style.DANGER),
            ),
        ),
    )


def mended(count: int) -> Card:
    """Confirm that what was stopped runs again."""
    text = ngettext(
        "{n} stopped thing runs again. If Discord refuses it once more, you are told.",
        "{n} stopped things run again. If Discord refuses them once more, you are told.",
        count,
    )
    return Card(title=_("Running again"), body=(text.format(n=count),), tone=Tone.GOOD)


def nothing_stopped() -> Card:
    """Answer who wants to start again what runs already."""
    return Card(title=_("Nothing is stopped"), body=(_("Everything here is running."),))


def _members(server: Server) -> str:
    return _("- Members' reminders in <#{channel}>: stopped, because {reason}.").format(
        channel=server.settings.channel_id, reason=why(server.settings.channel_broken)
    )
