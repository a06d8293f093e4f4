"""How each kind of reminder comes to a member: where, when, or only by default."""

from datetime import time, timedelta

from bot.domain.facts.kinds import PLAN_KINDS, SPANS
from bot.domain.facts.member import Member
from bot.domain.facts.settings import EVERY_DAY, Kind, Preference, QuietHours, Where
from bot.domain.facts.tables import complete
from bot.domain.timing.wished_times import comes_at, holds
from bot.texts.i18n import N_, _
from bot.texts.kinds import KINDS
from bot.texts.times import days, wall
from bot.texts.wording import labelled, listed

BY_DEFAULT = complete(
    "how kinds come by default",
    {
        Kind.HYDRATE: N_("only when the time for Sleep has passed"),
        Kind.SLEEP: N_("by DM, on the evening of leg day"),
        Kind.FOAM_ROLL: N_("only when you ask for it"),
        Kind.FIRST_TIMER: N_("by DM, after leg days that are new to you"),
        Kind.NEXT_SESSION: N_("by DM"),
        Kind.CHECKIN: N_("by DM, once"),
    },
    PLAN_KINDS,
)


def by_default(member: Member) -> str:
    """Say which kinds come by default and how the rest is asked for, if the member set not all."""
    if all(map(member.reminders.asked, PLAN_KINDS)):
        return ""
    return _(
        "By default a leg day brings three messages, four when it was new to you: one of Sleep or "
        "Water, one Check-in, Legs ready, What to expect. Whatever you name in `/reminders set` "
        "comes in full."
    )


def line(member: Member, kind: Kind) -> str:
    """Say where and when a kind comes to a member, or how it comes by default."""
    if not member.reminders.asked(kind):
        return labelled(_(KINDS[kind]), _(BY_DEFAULT[kind]))
    preference = member.reminders.preference(kind)
    parts = [_place(member, preference)]
    if preference.where is not Where.OFF:
        if preference.at is not None:
            parts.append(_at(kind, preference, member))
        if preference.days != EVERY_DAY:
            parts.append(_("only {days}").format(days=days(preference.days)))
    return labelled(_(KINDS[kind]), listed(parts))


def _place(member: Member, preference: Preference) -> str:
    if preference.where is Where.OFF:
        return _("off")
    if preference.where is Where.DM:
        return _("by DM")
    guild = member.guild
    if guild and guild.guild_id == preference.guild_id and guild.channel_id is not None:
        return _("in <#{channel}>").format(channel=guild.channel_id)
    return _("in your other server's channel")


def _at(kind: Kind, preference: Preference, member: Member) -> str:
    at = wall(preference.at) if preference.at else ""
    if not holds(kind, member):
        return _moved(at, comes_at(kind, member), member.profile.quiet)
    if kind in {Kind.HYDRATE, Kind.FIRST_TIMER}:
        (span,) = SPANS[kind]
        opens, closes = span.opens // timedelta(hours=1), span.closes // timedelta(hours=1)
        if not opens:
            return _("at {at} if that is within {closes} hours of leg day").format(
                at=at, closes=closes
            )
        return _("at {at} if that is {opens} to {closes} hours after leg day").format(
            at=at, opens=opens, closes=closes
        )
    return _("at {at}").format(at=at)


def _moved(at: str, comes: time | None, quiet: QuietHours) -> str:
    """Say what quiet hours make of a wished time."""
    between = {"start": wall(quiet.start), "end": wall(quiet.end)}
    if comes is None:
        return _(
            "but never at {at}: that is in your quiet hours ({start} to {end}), which leave no "
            "room for it"
        ).format(at=at, **between)
    return _("at {comes}: {at} is in your quiet hours ({start} to {end})").format(
        comes=wall(comes), at=at, **between
    )
