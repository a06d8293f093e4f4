"""What keeps a server's posts away, or their pings: how each is told, and how to mend it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.facts.occurrences import PostOccurrence
from bot.domain.facts.permissions import Right, Trouble
from bot.domain.facts.plain_text import escape
from bot.domain.facts.schedule import instant
from bot.domain.facts.settings import Post
from bot.domain.timing.recurring import known_zone
from bot.domain.timing.spreading import (
    SPREAD_MINUTES,
)
from bot.texts.fates import why
from bot.texts.i18n import N_, _, ngettext
from bot.texts.kinds import KINDS
from bot.texts.servers.posts import headline
from bot.texts.times import day_and_time, relative, wall
from bot.texts.wording import labelled, listed

RIGHTS = {
    Right.VIEW: N_("View Channel"),
    Right.SEND: N_("Send Messages"),
    Right.SEND_IN_THREAD: N_("Send Messages in Threads"),
    Right.PING: N_("Mention @everyone, @here, and All Roles"),
}


def due(one: PostOccurrence, found: Trouble | None) -> str:
    """Return the line of a post that is due, with what moves it and what would break it."""
    post = one.post
    line = _("- {at} ({relative}): {kind} in <#{channel}>").format(
        at=day_and_time(one.due_at),
        relative=relative(one.due_at),
        kind=_(KINDS[post.kind]),
        channel=post.channel_id,
    )
    notes = [note for note in (_quiet_moves(one), _tried(one)) if note]
    warnings = [f"⚠️ {each}" for each in troubles(post, found)]
    return "\n".join((line, *(f"  - {each}" for each in (*notes, *warnings))))


def threatened(post: Post, found: Trouble | None) -> str:
    """Return the line of a post that would break though it is not due soon; nothing for others."""
    warnings = [f"  - ⚠️ {each}" for each in troubles(post, found)]
    return "\n".join((f"- {headline(post)}", *warnings)) if warnings else ""


def unpinged(post: Post) -> str:
    """Return which post does not ping its role, and how it does again."""
    return f"- {labelled(headline(post), _lost_ping(post))}"


def troubles(post: Post, found: Trouble | None) -> list[str]:
    """Return what would keep a post from arriving, each with how to mend it."""
    lines = []
    if known_zone(post.zone) is None:
        lines.append(
            _(
                "There is no time zone “{zone}” any more, so it would be stopped: `/config setup` "
                "sets another."
            ).format(zone=escape(post.zone))
        )
    role_is_named = found is not None and (found.role_gone or Right.PING in found.rights)
    if post.unpinged and not role_is_named:
        lines.append(_lost_ping(post))
    if found is None:
        return lines
    if found.channel_gone:
        lines.append(_("The channel is deleted: `/config post edit` gives it another."))
    if found.role_gone:
        lines.append(_("The role it pings is deleted, so it would ping nobody."))
    if found.rights:
        lines.append(
            _("I lack **{rights}** there. {how}").format(
                rights=rights(found.rights), how=how_to_grant(post.channel_id)
            )
        )
    return lines


def rights(missing: Sequence[Right]) -> str:
    """Return the names of rights as Discord's settings show them."""
    return listed(_(RIGHTS[right]) for right in missing)


def how_to_grant(channel_id: int) -> str:
    """Say where in Discord a right is granted to the bot."""
    return _(
        "Right-click <#{channel}>, **Edit Channel**, **Permissions**, add my role and allow it."
    ).format(channel=channel_id)


def _lost_ping(post: Post) -> str:
    return _(
        "The last one came but did not ping <@&{role}>: it was deleted, or I may not mention it. "
        "Let everyone mention that role, or give the post another with `/config post edit`."
    ).format(role=post.role_id)


def _quiet_moves(one: PostOccurrence) -> str:
    zone = known_zone(one.post.zone)
    wished = zone and instant(one.nominal_date, one.nominal_time, zone)
    room = timedelta(minutes=SPREAD_MINUTES if one.post.spread else 0)
    if not wished or wished.at <= one.due_at <= wished.at + room:
        return ""
    return _("Quiet hours move it there from {at}.").format(at=wall(one.nominal_time))


def _tried(one: PostOccurrence) -> str:
    if one.reason is None or one.failures == 0:
        return ""
    return ngettext(
        "⚠️ Tried {n} time so far: {reason}.", "⚠️ Tried {n} times so far: {reason}.", one.failures
    ).format(n=one.failures, reason=why(one.reason))
