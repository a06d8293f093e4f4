"""The messages that delivery sends, members' reminders and servers' posts, and their buttons."""

from dataclasses import replace
from datetime import datetime

from bot.domain.facts import plain_text
from bot.domain.facts.digest import packed
from bot.domain.facts.kinds import ROLLS
from bot.domain.facts.occurrences import Claim, ReminderRow
from bot.domain.facts.reminders import Snooze
from bot.domain.facts.settings import Kind, Post, Where
from bot.domain.group.rolls import SAYS, Roll, RollKind, RollSheet, closes_at
from bot.domain.timing.early_nights import is_early_night
from bot.domain.timing.recurring import known_zone
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.group import cards
from bot.texts.i18n import N_, _
from bot.texts.kinds import KINDS
from bot.texts.reminders import checkin, tips
from bot.texts.reminders.own_tips import OWN_TIPS
from bot.texts.reminders.tips import TIPS, Tip, wording
from bot.texts.times import clock, day_and_time, late

PUBLIC_TITLE = N_("A reminder you asked for")


def title(kind: Kind) -> str:
    """Return the headline of a message: its kind's name."""
    return _("Reminder") if kind is Kind.TEXT else _(KINDS[kind])


def message(claim: Claim, now: datetime) -> Card:
    """Return the message that delivers a claim."""
    if claim.post is not None and claim.kind in ROLLS:
        return cards.card(_sheet(claim, claim.post, now))
    if claim.post is not None:
        return _post(claim, claim.post, now)
    if claim.recipient is not None and claim.where is Where.CHANNEL:
        return _public(claim, claim.recipient.member_id, now)
    if _asks(claim):
        asked = checkin.asking(claim.reminder_id, claim.variant)
        return replace(asked, small=_lines(late(claim.due_at, now), asked.small or ""))
    return _private(claim, now)


def mark(claim: Claim) -> str:
    """Return the action that identifies the message in a history: its first control's."""
    if _asks(claim):
        return checkin.mark(claim.reminder_id)
    if claim.kind in ROLLS:
        first = SAYS[RollKind(claim.kind)][0]
        return f"roll.{first}:{claim.reminder_id}"
    return f"{'rem' if claim.post is None else 'post'}.done:{claim.reminder_id}"


def tip_of(claim: Claim) -> Tip:
    """Return the tip of a claim; a rule's tips do not speak of a leg day, nor an early run's."""
    if claim.rule is None and is_early_night(claim.kind, claim.ordinal):
        bed = clock(claim.stale_at)
        return replace(tips.SLEEP, private=(_(tips.EARLY_NIGHT).format(bed=bed),))
    return TIPS[claim.kind] if claim.rule is None else OWN_TIPS[claim.kind]


def last_of_rule(claim: Claim) -> str:
    """Say that a rule ends with this, for it says so only once; where, only to the member."""
    if claim.rule is None or known_zone(claim.rule.zone) is not None:
        return ""
    if claim.where is Where.CHANNEL:
        return _("This was the last one for now: `/reminders show` tells you why, privately.")
    return _(
        "**This was the last one for now**: there is no time zone “{zone}” any more, so I cannot "
        "tell your time. Set another with `/profile`, and it goes on."
    ).format(zone=plain_text.escape(claim.rule.zone))


def done(row: ReminderRow, member_id: int) -> Card:
    """Return what a reminder becomes once its member pressed Done; the stop stays within reach."""
    public = row.where is Where.CHANNEL
    return Card(
        lead=f"<@{member_id}>" if public else None,
        title=_(PUBLIC_TITLE) if public else title(row.kind),
        body=(_("Done. Nothing more to do here."),),
        tone=Tone.GOOD,
        rows=((_stop(row.reminder_id),),),
    )


def snooze_choices(target: str) -> Card:
    """Ask how long to put off what ``target``, the beginning of an action, names."""
    labels = {
        Snooze.HOUR: _("1 hour"),
        Snooze.TONIGHT: _("Tonight"),
        Snooze.TOMORROW: _("Tomorrow"),
    }
    buttons = tuple(
        Button(label=label, action=f"{target}:{choice}") for choice, label in labels.items()
    )
    return Card(title=_("Snooze until when?"), rows=(buttons,))


def snoozed(until: datetime) -> Card:
    """Confirm when a reminder comes again."""
    said = _("It comes again {at}.").format(at=day_and_time(until))
    return Card(title=_("Snoozed"), body=(said,), tone=Tone.GOOD)


def post_done() -> Card:
    """Answer somebody who pressed Done under a server's post that is not counted any more."""
    return Card(
        title=_("Nice"), body=(_("This post is too old for me to count you in."),), tone=Tone.GOOD
    )


def done_count(count: int) -> str:
    """Return the label of a post's Done once somebody pressed it."""
    return _("Done · {n}").format(n=count)


def _asks(claim: Claim) -> bool:
    """Tell whether the message asks about the body: only the member may see that."""
    return claim.kind is Kind.CHECKIN and claim.where is not Where.CHANNEL


def _private(claim: Claim, now: datetime) -> Card:
    tip = tip_of(claim)
    caution = _(tip.caution) if tip.caution else ""
    return Card(
        title=title(claim.kind),
        body=(_(wording(tip.private, claim.variant)),),
        small=_lines(late(claim.due_at, now), last_of_rule(claim), caution),
        tone=Tone.CAUTION if claim.kind is Kind.FIRST_TIMER else Tone.PLAIN,
        rows=(_controls(claim),),
    )


def _public(claim: Claim, member_id: int, now: datetime) -> Card:
    """Return the text for a channel: the member's name, nothing about their body."""
    return Card(
        lead=f"<@{member_id}>",
        title=_(PUBLIC_TITLE),
        body=(_(wording(tip_of(claim).open, claim.variant)),),
        small=_lines(late(claim.due_at, now), last_of_rule(claim)),
        rows=(_controls(claim),),
    )


def _sheet(claim: Claim, post: Post, now: datetime) -> RollSheet:
    """Return what a roll call shows before anybody has answered."""
    roll = Roll(
        roll_id=claim.reminder_id,
        guild_id=post.guild_id,
        channel_id=post.channel_id,
        kind=RollKind(claim.kind),
        text=post.text if claim.digest is None else packed(claim.digest),
        opened_at=now,
        closes_at=claim.closes_at or closes_at(now, known_zone(post.zone)),
    )
    new = () if claim.digest is None else claim.digest.new_on_board
    return RollSheet(roll=roll, role_id=post.role_id, due_at=claim.due_at, new_on_board=new)


def _post(claim: Claim, post: Post, now: datetime) -> Card:
    if post.kind is Kind.TEXT:
        text, small = plain_text.formatted(post.text), _lines(late(claim.due_at, now))
    else:
        tip = TIPS[post.kind]
        text = _(wording(tip.group, claim.variant))
        caution = _(tip.caution) if tip.caution else ""
        small = _lines(late(claim.due_at, now), caution)
    return Card(
        lead=None if post.role_id is None else f"<@&{post.role_id}>",
        title=title(post.kind),
        body=(text,),
        small=small,
        rows=((_done(claim),),),
    )


def _controls(claim: Claim) -> Row:
    return (
        _done(claim),
        Button(label=_("Snooze"), action=f"rem.snooze:{claim.reminder_id}"),
        _stop(claim.reminder_id),
    )


def _stop(reminder_id: int) -> Button:
    return Button(label=_("Stop"), action=f"rem.stop:{reminder_id}")


def _done(claim: Claim) -> Button:
    return Button(label=_("Done"), action=mark(claim), style=Style.GOOD)


def _lines(*parts: str) -> str | None:
    return "\n".join(filter(None, parts)) or None
