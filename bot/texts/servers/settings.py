"""The words of ``/config``: the set-up panel, its forms, what is due and what would break it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.decisions.servers import Moved, PlannedPost, Server, elsewhere
from bot.domain.facts.permissions import Right
from bot.domain.facts.plain_text import escape
from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.texts import language_menus
from bot.texts.card import Button, Card, Field, Form, Option, Pick, Row, Select, Style, Tone
from bot.texts.i18n import _, ngettext
from bot.texts.languages import ENGLISH, Language, of_locale
from bot.texts.repeats import changed_meanwhile
from bot.texts.servers import post_troubles, starting
from bot.texts.servers import posts as posts_texts
from bot.texts.times import relative, wall
from bot.texts.wording import labelled, sentences


def panel(
    server: Server,
    zone: ZoneInfo | None,
    now: datetime,
    notice: str = "",
    *,
    told: Language = ENGLISH,
) -> Card:
    """Show what is set, with a control for each; ``notice`` says what the last press did.

    ``told`` is the server's language as Discord has it.
    """
    settings = server.settings
    ready = settings.channel_id is not None and zone is not None
    if ready:
        small = _("Ready. `/config post add` plans any post, `/config show` tells what is due.")
    else:
        small = _("Choose a channel and a time zone; then `/config post add` plans a post.")
    return Card(
        title=_("Legday on this server"),
        body=tuple(
            part
            for part in (
                notice,
                facts(server, zone, now),
                _elsewhere(server),
                starting.offer(server) if ready else "",
            )
            if part
        ),
        small=small,
        tone=Tone.GOOD if ready else Tone.PLAIN,
        rows=(
            *_controls(settings),
            _language(settings, told),
            *_gathering(server),
            *(starting.controls(server) if ready else ()),
        ),
    )


def zone_form(action: str, value: Mapping[str, str]) -> Form:
    """Ask where the server is, in any way its admin likes to say it."""
    return Form(
        title=_("This server's time zone"),
        action=action,
        fields=(
            Field(
                key="zone",
                value=value.get("zone") or None,
                label=_("A city, or the time there now"),
                description=_("Posts come at this clock time, summer and winter."),
                placeholder=_("Berlin · New York · EST · it is 18:40 here"),
                required=True,
                longest=60,
            ),
        ),
    )


def zone_choice(candidates: Sequence[str]) -> Card:
    """Offer the zones that fit what was said."""
    options = tuple(Option(label=name.replace("_", " "), value=name) for name in candidates[:25])
    return Card(
        title=_("Which one is it?"),
        body=(_("These fit what you said. Pick the city that shares this server's clock."),),
        rows=(
            (Select(placeholder=_("Time zone"), action="config.zone_picked", options=options),),
            (Button(label=_("Back"), action="config.panel"),),
        ),
    )


def quiet_hours(quiet: QuietHours) -> dict[str, str]:
    """Return quiet hours as they would be typed into their form."""
    return {"start": wall(quiet.start), "end": wall(quiet.end)}


def quiet_form(action: str, value: Mapping[str, str]) -> Form:
    """Ask for the hours in which nothing is posted."""
    start, end = value.get("start") or None, value.get("end") or None
    return Form(
        title=_("Quiet hours"),
        action=action,
        fields=(
            Field(
                key="start",
                label=_("Nothing is posted from"),
                description=_("The same time twice means no quiet hours."),
                value=start,
                required=True,
                longest=20,
            ),
            Field(key="end", label=_("until"), value=end, required=True, longest=20),
        ),
    )


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
    return "\n".join(part for part in (said, meanwhile, _waiting(moved)) if part)


def quiet_set(moved: Moved) -> Card:
    """Confirm the quiet hours."""
    body = (_quiet(moved.server.settings.quiet), _waiting(moved))
    return Card(
        title=_("Quiet hours changed"),
        body=tuple(part for part in body if part),
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


def facts(server: Server, zone: ZoneInfo | None, now: datetime) -> str:
    """Say what is set."""
    settings = server.settings
    if settings.channel_id is None:
        channel = _("**Channel**: not chosen yet")
    else:
        channel = _("**Channel**: <#{channel}>").format(channel=settings.channel_id)
    if zone is None and settings.zone is not None:
        where = _("⚠️ **Time zone**: there is no “{zone}” any more; set another").format(
            zone=escape(settings.zone)
        )
    elif zone is None:
        where = _("**Time zone**: not set yet, and posts need it")
    else:
        where = _("**Time zone**: {zone}, where it is {time} now").format(
            zone=zone.key.replace("_", " "), time=wall(now.astimezone(zone).time())
        )
    posts = _("**Group posts**: on") if settings.posts_on else _("**Group posts**: off")
    if not server.posts and settings.posts_on:
        posts = _("**Group posts**: none yet")
    reminders = _("**Reminders in this channel**: off, members get theirs as a DM")
    if settings.channel_reminders_on:
        reminders = _("**Reminders in this channel**: on, for members who ask for theirs there")
    spoken = ""
    if settings.locale is not None:
        spoken = _("**Language**: {language}").format(language=of_locale(settings.locale).name)
    lines = (channel, where, spoken, _quiet(settings.quiet), posts, reminders)
    return "\n".join(line for line in lines if line)


def _waiting(moved: Moved) -> str:
    if not moved.posts:
        return ""
    return ngettext(
        "{n} post lies inside them and comes when they end:\n{posts}",
        "{n} posts lie inside them and come when they end:\n{posts}",
        len(moved.posts),
    ).format(n=len(moved.posts), posts=_next_of_each(moved.posts))


def _quiet(quiet: QuietHours) -> str:
    if quiet.start == quiet.end:
        return _("**Quiet hours**: none, posts may come at night")
    return _("**Quiet hours**: {start} to {end}, no group post comes in them").format(
        start=wall(quiet.start), end=wall(quiet.end)
    )


def _controls(settings: GuildSettings) -> tuple[Row, ...]:
    posts, reminders = settings.posts_on, settings.channel_reminders_on
    return (
        (
            Select(
                placeholder=_("The channel for posts and reminders"),
                action="config.channel",
                pick=Pick.CHANNELS,
            ),
        ),
        (
            Button(label=_("Time zone"), action="config.zone", style=Style.MAIN),
            Button(label=_("Quiet hours"), action="config.quiet"),
        ),
        (
            Button(
                label=_("Turn group posts off") if posts else _("Turn group posts on"),
                action=f"config.posts:{'off' if posts else 'on'}",
            ),
            Button(
                label=_("Turn channel reminders off")
                if reminders
                else _("Turn channel reminders on"),
                action=f"config.reminders:{'off' if reminders else 'on'}",
            ),
        ),
    )


def _language(settings: GuildSettings, told: Language) -> Row:
    return (
        Select(
            placeholder=_("Language of what all see"),
            action="config.language",
            options=language_menus.of_server(told, settings.locale),
        ),
    )


def _elsewhere(server: Server) -> str:
    posts = elsewhere(server)
    if not posts:
        return ""
    lines = [f"- {posts_texts.headline(post)}" for post in posts]
    return "\n".join((_("**Posts in other channels**"), posts_texts.fit(lines, 900)))


def _gathering(server: Server) -> tuple[Row, ...]:
    count = len(elsewhere(server))
    if not count:
        return ()
    label = ngettext("Move {n} post to this channel", "Move {n} posts to this channel", count)
    return ((Button(label=label.format(n=count), action="config.gather"),),)


def _next_of_each(posts: Sequence[PlannedPost]) -> str:
    return posts_texts.fit(
        [
            f"- {labelled(posts_texts.headline(each.post), relative(each.ahead[0].due_at))}"
            for each in posts
            if each.ahead
        ]
    )
