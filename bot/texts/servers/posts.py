"""The words of ``/config post``: what was understood, when it comes, what keeps it away."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.decisions.servers import PlannedPost, is_gone
from bot.domain.facts.plain_text import escape, formatted, one_line
from bot.domain.facts.settings import MAX_POSTS, GuildSettings, Post
from bot.domain.timing.spreading import (
    SPREAD_MINUTES,
    WORTH_SPREADING,
    WORTH_TELLING,
    expected_delay,
)
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.fates import why
from bot.texts.i18n import N_, _, ngettext
from bot.texts.kinds import KINDS
from bot.texts.times import comes_next, days, wall
from bot.texts.wording import grouped, labelled

NEW, RESUMED, PAUSED = N_("Post planned"), N_("Post resumed"), N_("Post paused")


def planned(
    result: PlannedPost,
    settings: GuildSettings,
    together: int = 0,
    *,
    title: str = N_("Post changed"),
) -> Card:
    """Say what was understood, when it comes next, and how late it may be.

    ``together`` counts the messages that are due in that same minute, of all servers; ``title``
    says what was done.
    """
    post = result.post
    body = [_rule(post)]
    if post.text:
        body.append(f">>> {formatted(post.text)}")
    body.append(_state(post) or comes_next(result.ahead))
    if rushed := _rush(post, together):
        body.append(rushed)
    if not settings.posts_on:
        body.append(_("Group posts are **off** on this server: `/config setup` turns them on."))
    return Card(
        title=_(PAUSED) if post.paused else _(title),
        body=tuple(body),
        small=_("It pings nobody.")
        if post.role_id is None
        else _("It pings the role, and nobody else."),
        tone=Tone.CAUTION if post.paused else Tone.GOOD,
        rows=(_controls(post, together),),
    )


def removed(post: Post) -> Card:
    """Confirm that a post is gone."""
    return Card(
        title=_("Post removed"),
        body=(_("{post} will not come any more.").format(post=headline(post)),),
    )


def listed(posts: Sequence[Post]) -> Card:
    """Show a server's posts by time of day."""
    if not posts:
        return Card(
            title=_("No group posts yet"),
            body=(_("Plan the first one with `/config post add`."),),
        )
    return Card(
        title=_("Group posts: {n} of {limit}").format(n=len(posts), limit=MAX_POSTS),
        body=(fit([f"- {_line(post)}" for post in posts], 3_500),),
        small=_("`/config post edit`, `pause` and `remove` change one."),
    )


def headline(post: Post) -> str:
    """Return a post's kind, time, days and channel, in a line."""
    return _("**{kind}** at {at}, {days}, in <#{channel}>").format(
        kind=_(KINDS[post.kind]), at=wall(post.at), days=days(post.days), channel=post.channel_id
    )


def fit(lines: Sequence[str], limit: int = 2_000) -> str:
    """Return as many lines as go into ``limit`` characters, and how many are left out."""
    kept: list[str] = []
    for line in lines:
        if sum(map(len, kept)) + len(kept) + len(line) > limit:
            more = len(lines) - len(kept)
            kept.append(ngettext("- and {n} more", "- and {n} more", more).format(n=more))
            break
        kept.append(line)
    return "\n".join(kept)


def label(post: Post) -> str:
    """Return the line by which a post is chosen from a list; at most 100 characters."""
    parts = [_rhythm(post)]
    if post.paused:
        parts.insert(0, _("paused"))
    if post.broken:
        parts.insert(0, _("stopped"))
    return one_line(" · ".join(parts), limit=100)


def stopped(posts: Sequence[Post], limit: int = 2_000) -> str:
    """Return why posts were stopped, and once for all of them how one runs again."""
    if not posts:
        return ""
    how = _("`/config post edit` gives a post another channel.")
    if not all(map(is_gone, posts)):
        how = _(
            "Mend that, then `/config post resume` starts a post again; `/config post edit` gives "
            "it another channel."
        )
    lines = [f"- {labelled(headline(post), _stopped(post))}" for post in posts]
    return "\n".join((fit(lines, limit), how))


def restart(post: Post) -> Button:
    """Return the button that lets a stopped post run again."""
    label = one_line(_("Start again: {post}").format(post=_rhythm(post)), limit=80)
    return Button(label=label, action=f"post.resume:{post.post_id}")


def _rhythm(post: Post) -> str:
    parts = [wall(post.at), days(post.days), _(KINDS[post.kind])]
    return " · ".join((*parts, post.text) if post.text else parts)


def _rule(post: Post) -> str:
    lines = [
        f"**{_(KINDS[post.kind])}**",
        _("At **{at}**, {days}, in the time zone {zone}").format(
            at=wall(post.at), days=days(post.days), zone=post.zone.replace("_", " ")
        ),
        _("In <#{channel}>").format(channel=post.channel_id),
    ]
    if post.role_id is not None:
        lines.append(_("Pings <@&{role}>").format(role=post.role_id))
    return "\n".join(lines)


def _state(post: Post) -> str:
    if post.broken:
        return stopped((post,))
    return _("It waits until you resume it.") if post.paused else ""


def _rush(post: Post, together: int) -> str:
    """Say what many messages of one minute do to a post."""
    if post.spread:
        return _(
            "Many groups chose this minute, so it comes within {n} minutes after its time."
        ).format(n=SPREAD_MINUTES)
    if together <= WORTH_TELLING:
        return ""
    minutes = -(-expected_delay(together) // timedelta(minutes=1))
    return ngettext(
        "{many} messages are due in that minute, and Discord limits me to 50 a second: it may come "
        "up to {n} minute late. Another minute of the day, or **Make room**, is quicker.",
        "{many} messages are due in that minute, and Discord limits me to 50 a second: it may come "
        "up to {n} minutes late. Another minute of the day, or **Make room**, is quicker.",
        minutes,
    ).format(many=grouped(together), n=minutes)


def _line(post: Post) -> str:
    parts = [headline(post)]
    if post.role_id is not None:
        parts.append(f"<@&{post.role_id}>")
    if post.text:
        parts.append(f"“{escape(one_line(post.text, limit=60))}”")
    if post.paused:
        parts.append(_("paused"))
    if post.broken:
        parts.append(_stopped(post))
    return " · ".join(parts)


def _stopped(post: Post) -> str:
    return _("stopped, because {reason}").format(reason=why(post.broken))


def _controls(post: Post, together: int) -> Row:
    runs = not post.paused and post.broken is None
    pause = Button(
        label=_("Pause") if runs else _("Resume"),
        action=f"post.{'pause' if runs else 'resume'}:{post.post_id}",
    )
    remove = Button(label=_("Remove"), action=f"post.remove:{post.post_id}", style=Style.DANGER)
    between = []
    if post.role_id is not None:
        between.append(Button(label=_("No ping"), action=f"post.unping:{post.post_id}"))
    if post.spread:
        between.append(Button(label=_("On the minute"), action=f"post.spread:{post.post_id}:off"))
    elif together > WORTH_SPREADING:
        between.append(Button(label=_("Make room"), action=f"post.spread:{post.post_id}:on"))
    return (*between, remove) if is_gone(post) else (pause, *between, remove)
