"""The words of ``/config setup``: the panel, what is set, and the forms behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.decisions.servers import CHANNEL_GONE, Server, broken_posts, elsewhere
from bot.domain.facts.permissions import Reach, needed
from bot.domain.facts.plain_text import escape
from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.domain.timing.recurring import known_zone
from bot.texts import language_menus
from bot.texts.card import Button, Card, Field, Form, Pick, Row, Select, Style, Tone
from bot.texts.choices import line, zone_select
from bot.texts.i18n import _, ngettext
from bot.texts.languages import ENGLISH, Language, of_locale
from bot.texts.servers import notices, post_troubles, starting
from bot.texts.servers import posts as posts_texts
from bot.texts.times import only_beside, wall


def panel(
    server: Server,
    now: datetime,
    notice: str = "",
    *,
    reach: Reach | None,
    told: Language = ENGLISH,
) -> Card:
    """Show what is set, with a control for each; ``notice`` says what the last press did.

    ``told`` is the server's language as Discord has it; ``reach`` is ``None`` where that did not
    tell.
    """
    settings = server.settings
    trouble, gone = channel_trouble(settings, reach), _is_gone(settings, reach)
    chosen = settings.channel_id is not None and not gone and _zone(settings) is not None
    ready = chosen and not trouble
    small = _("Choose a channel and a time zone; then `/config post add` plans a post.")
    if chosen:
        small = _("Ready. `/config post add` plans any post, `/config show` tells what is due.")
    return Card(
        title=_("Legday on this server"),
        body=(
            notice,
            facts(server, now),
            "" if post_troubles.how_to_grant(settings.channel_id or 0) in notice else trouble,
            "" if gone else _elsewhere(server),
            starting.offer(server) if chosen else "",
        ),
        small="" if trouble and chosen else small,
        tone=Tone.GOOD if ready else Tone.PLAIN,
        rows=(
            *_controls(settings),
            _language(settings, told),
            *(() if gone else notices.try_again(server)),
            *(() if gone else _gathering(server)),
            *(starting.controls(server) if chosen else ()),
        ),
    )


def zone_form(action: str, value: Mapping[str, str]) -> Form:
    """Ask where the server is, in any way its admin likes to say it."""
    where = line(
        "zone",
        _("A city, or the time there now"),
        value,
        _("Berlin · New York · EST · it is 18:40 here"),
        description=_("Posts come at this clock time, summer and winter."),
    )
    return _required(_("This server's time zone"), action, where)


def zone_choice(candidates: Sequence[str]) -> Card:
    """Offer the zones that fit what was said."""
    return Card(
        title=_("Which one is it?"),
        body=(_("These fit what you said. Pick the city that shares this server's clock."),),
        rows=(
            (zone_select("config.zone_picked", candidates),),
            (Button(label=_("Back"), action="config.panel"),),
        ),
    )


def quiet_hours(quiet: QuietHours) -> dict[str, str]:
    """Return quiet hours as they would be typed into their form."""
    return {"start": wall(quiet.start), "end": wall(quiet.end)}


def quiet_form(action: str, value: Mapping[str, str]) -> Form:
    """Ask for the hours in which nothing is posted."""
    start = line(
        "start",
        _("Nothing is posted from"),
        value,
        description=_("The same time twice means no quiet hours."),
        longest=20,
    )
    end = line("end", _("until"), value, longest=20)
    return _required(_("Quiet hours"), action, start, end)


def _required(title: str, action: str, *fields: Field) -> Form:
    """Return a form of which every field has to be filled in."""
    filled = tuple(replace(field, required=True) for field in fields)
    return Form(title=title, action=action, fields=filled)


def channel_trouble(settings: GuildSettings, reach: Reach | None) -> str:
    """Say what keeps posts and reminders from the server's channel, and how to mend it."""
    if _is_gone(settings, reach):
        return _("⚠️ The server's channel is deleted: `/config setup` sets another.")
    if settings.channel_id is None or reach is None:
        return ""
    missing = needed(reach.lacking[settings.channel_id], pings=False)
    if missing:
        return _("⚠️ I lack **{rights}** in <#{channel}>. {how}").format(
            rights=post_troubles.rights(missing),
            channel=settings.channel_id,
            how=post_troubles.how_to_grant(settings.channel_id),
        )
    if settings.channel_broken is not None:
        return _("⚠️ Members' reminders were stopped: **Try again** starts them.")
    return ""


def _is_gone(settings: GuildSettings, reach: Reach | None) -> bool:
    if settings.channel_id is None or reach is None:
        return settings.channel_broken == CHANNEL_GONE
    return settings.channel_id not in reach.lacking


def facts(server: Server, now: datetime) -> str:
    """Say what is set."""
    settings, zone = server.settings, _zone(server.settings)
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
    elif server.posts and len(broken_posts(server)) == len(server.posts):
        posts = _("**Group posts**: stopped")
    reminders = _("**Reminders in this channel**: off, members get theirs as a DM")
    if settings.channel_reminders_on:
        reminders = _("**Reminders in this channel**: on, for members who ask for theirs there")
    spoken = ""
    if settings.locale is not None:
        spoken = _("**Language**: {language}").format(language=of_locale(settings.locale).name)
    lines = (channel, where, spoken, quiet(settings.quiet), posts, reminders)
    return "\n".join(filter(None, lines))


def _zone(settings: GuildSettings) -> ZoneInfo | None:
    return None if settings.zone is None else known_zone(settings.zone)


def quiet(hours: QuietHours) -> str:
    """Say when no post comes."""
    if hours.start == hours.end:
        return _("**Quiet hours**: none, posts may come at night")
    said = _("**Quiet hours**: {start} to {end}, no group post comes in them").format(
        start=wall(hours.start), end=wall(hours.end)
    )
    return "\n".join(filter(None, (said, only_beside(hours))))


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
