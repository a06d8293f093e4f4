"""What became of a change to a server's settings, and the question before all of them go."""

from collections.abc import Sequence

from bot.domain.decisions.servers import Moved, PlannedPost, Server
from bot.domain.facts.permissions import Right
from bot.texts.card import Button, Card, Style, Tone
from bot.texts.i18n import _, ngettext
from bot.texts.repeats import changed_meanwhile
from bot.texts.servers import post_troubles, posts
from bot.texts.servers.settings import quiet
from bot.texts.times import relative
from bot.texts.wording import labelled, sentences


def channel_set(moved: Moved) -> str:
    """Say that the channel will do, and which posts come along."""
    said = _("<#{channel}> is set. I can see it and write in it.").format(
        channel=moved.server.settings.channel_id
    )
    return "\n".join((said, gathered(moved))) if moved.posts else said


def gathered(moved: Moved) -> str:
    """Say which posts come in the server's channel now."""
    return ngettext(
        "{n} post comes there now:\n{posts}",
        "{n} posts come there now:\n{posts}",
        len(moved.posts),
    ).format(n=len(moved.posts), posts=_next_of_each(moved.posts))


def channel_refused(channel_id: int, missing: Sequence[Right]) -> str:
    """Say what is missing in a channel, how to grant it, and that it was not set."""
    return _(
        "⚠️ <#{channel}> is **not set**: I lack **{rights}** there. {how} Then choose it again."
    ).format(
        channel=channel_id,
        rights=post_troubles.rights(missing),
        how=post_troubles.how_to_grant(channel_id),
    )


def zone_moved(moved: Moved) -> str:
    """Say what a new time zone means for the posts."""
    zone = (moved.server.settings.zone or "").replace("_", " ")
    if not moved.posts:
        return _("The time zone is {zone}.").format(zone=zone)
    return ngettext(
        "The time zone is {zone}. {n} post keeps its clock time and now comes by it:\n{posts}",
        "The time zone is {zone}. {n} posts keep their clock time and now come by it:\n{posts}",
        len(moved.posts),
    ).format(zone=zone, n=len(moved.posts), posts=_next_of_each(moved.posts))


def quiet_moved(moved: Moved) -> str:
    """Say that quiet hours are changed, and what that means for the posts."""
    said = _("The quiet hours are changed.")
    meanwhile = changed_meanwhile() if moved.meanwhile else ""
    return "\n".join(filter(None, (said, meanwhile, _waiting(moved))))


def quiet_set(moved: Moved) -> Card:
    """Confirm the quiet hours."""
    return Card(
        title=_("Quiet hours changed"),
        body=(quiet(moved.server.settings.quiet), _waiting(moved)),
        tone=Tone.GOOD,
    )


def reset_asked(server: Server) -> Card:
    """Ask before everything the admins set goes."""
    what = _("The channel, time zone and quiet hours go for good.")
    if server.posts:
        what = ngettext(
            "The channel, time zone, quiet hours and {n} group post go for good.",
            "The channel, time zone, quiet hours and {n} group posts go for good.",
            len(server.posts),
        ).format(n=len(server.posts))
    said = [what]
    if server.settings.locale is not None:
        said.append(_("Its language is as in Discord again."))
    return Card(
        title=_("Start over on this server?"),
        body=(sentences(*said, _("Members keep all that is theirs.")),),
        tone=Tone.CAUTION,
        rows=(
            (
                Button(label=_("Delete all of it"), action="config.reset", style=Style.DANGER),
                Button(label=_("Keep it"), action="config.keep"),
            ),
        ),
    )


def was_reset() -> Card:
    """Confirm that the server is as it was at first."""
    return Card(
        title=_("All settings and posts of this server are gone"),
        body=(_("`/config setup` starts anew. Members' own entries are untouched."),),
    )


def kept() -> Card:
    """Confirm that nothing was deleted."""
    return Card(title=_("Nothing was deleted"), body=(_("`/config show` has it all."),))


def _waiting(moved: Moved) -> str:
    if not moved.posts:
        return ""
    return ngettext(
        "{n} post lies inside them and comes when they end:\n{posts}",
        "{n} posts lie inside them and come when they end:\n{posts}",
        len(moved.posts),
    ).format(n=len(moved.posts), posts=_next_of_each(moved.posts))


def _next_of_each(planned: Sequence[PlannedPost]) -> str:
    return posts.fit(
        [
            f"- {labelled(posts.headline(each.post), _coming(each))}"
            for each in planned
            if each.ahead
        ]
    )


def _coming(planned: PlannedPost) -> str:
    """Say when a post comes next, or that it does not."""
    if planned.post.broken:
        return _("stopped")
    return _("paused") if planned.post.paused else relative(planned.ahead[0].due_at)
