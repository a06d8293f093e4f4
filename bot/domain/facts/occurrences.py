"""Occurrences: one sending of one reminder, from its claim to its outcome.

An occurrence has an identity that is never sent twice: (session, kind, ordinal) for a plan,
(post or rule, nominal date, nominal time) for a server's post and a member's own rule, and its own
for each snooze.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.facts.digest import DigestFacts
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import GuildSettings, Kind, Post, QuietHours, Rule, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """The member a reminder is for: whether, when and how they may be reached."""

    member_id: int
    dm_channel_id: int | None = None  # known from an earlier delivery: saves a request
    dm_closed: bool = False  # Discord refused a DM and the member has not tried again
    unshared: bool = False  # it did because no server is shared, and none was seen since
    zone: str | None = None
    quiet: QuietHours = QuietHours()
    reminders_on: bool = False
    paused_until: datetime | None = None
    locale: str | None = None  # the language of their DMs, by Discord's name for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An occurrence claimed for sending, until its lease ends.

    Claims of one ``delivery_id`` leave as one message, whoever it is that asks again (R6). A
    member's reminder has a ``recipient``, one of their own making its ``rule`` as well, a server's
    post a ``post``.
    """

    reminder_id: int
    kind: Kind
    where: Where
    due_at: datetime
    stale_at: datetime
    attempt: int  # the fencing token: an outcome counts only while it is still the latest attempt
    first_attempt_at: datetime  # when a request may first have gone out (R7)
    variant: int  # counts up from one sending to the next of a kind; the same for every attempt
    # In a row, of Discord's: the back-off goes by it; attempts also count what a crash cut short.
    failures: int = 0
    ordinal: int | None = None  # None for a snooze and for a post
    recipient: Recipient | None = None
    post: Post | None = None
    rule: Rule | None = None
    # By the member's latest word a danger sign stands, or illness or pain came since its leg day:
    # then neither rule nor snooze comes (a plan is cancelled anyway).
    care_first: bool = False
    nominal_date: date | None = None  # of what comes again and again only; a snooze has none
    guild: GuildSettings | None = None
    delivery_id: int | None = None
    in_doubt: bool = False  # an earlier attempt may have brought the message already
    closes_at: datetime | None = None  # until when a roll call takes answers
    digest: DigestFacts | None = None  # what a weekly digest tells


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOccurrence:
    """One sending of a post or a rule: nominal local date and time, and the moments in UTC."""

    of: int  # the post's or rule's id
    nominal_date: date
    nominal_time: time
    due_at: datetime
    stale_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadChannel:
    """A server's channel that takes no message of the bot's, and the reason code."""

    guild_id: int
    channel_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePing:
    """The role that a sent post asked to ping, and whether Discord's answer says it was."""

    role_id: int
    arrived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Why a member gets no reminders in a server's channel: the reason code."""

    guild_id: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """The outcome of a claim.

    Without a ``state`` it stays open: with ``postponed_to`` it becomes due then, else it is tried
    again at ``retry_at``.
    """

    reminder_id: int
    attempt: int
    state: State | None = None
    reason: str | None = None
    retry_at: datetime | None = None
    postponed_to: datetime | None = None
    tried: bool = True  # a request went out
    failed: bool = False  # its request did not succeed: the next one waits longer
    message_id: int | None = None
    channel_id: int | None = None
    dm_channel_id: int | None = None
    next: NewOccurrence | None = None  # of the post or rule, kept in the same transaction (R4)
    missed: tuple[NewOccurrence, ...] = ()  # those before it, too late: kept as skipped (R10)
    dm_closed: bool = False  # stops this member's DMs until they try again
    unshared: bool = False  # skips them until the member is met in a server again
    broken: str | None = None  # a reason code: stops this post or rule until it is enabled again
    dead: DeadChannel | None = None  # stops all that goes there
    absence: Absence | None = None  # stops all that goes there for this member
    ping: RolePing | None = None  # what became of a sent post's, where that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderRow:
    """A reminder in its owner's list."""

    reminder_id: int
    kind: Kind
    where: Where
    state: State
    due_at: datetime
    sent_at: datetime | None = None
    done_at: datetime | None = None
    reason: str | None = None  # why it was skipped, cancelled or given up: a code
    session_id: int | None = None
    snoozed: bool = False
    rule_id: int | None = None
    failures: int = 0  # running, of Discord's: what a crash cut short is none
    first_attempt_at: datetime | None = None
    wake_at: datetime | None = None  # while it is open: when it is looked at next


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """What a stop ended."""

    cancelled: int  # reminders
    was_on: bool  # those after leg days came before it
    ran: bool  # any did


@dataclass(frozen=True, slots=True, kw_only=True)
class TipOut:
    """A tip of a leg day's plan that was sent; its snoozes do not count."""

    session_id: int
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRule:
    """A rule with its next occurrences in order; empty where it never comes."""

    rule: Rule
    ahead: tuple[NewOccurrence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A count of a server's posts with one outcome; reason code, ``None`` for sent."""

    state: State
    reason: str | None
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOccurrence:
    """A server's due post, in its admins' list."""

    post: Post
    due_at: datetime
    nominal_date: date
    nominal_time: time
    failures: int = 0  # in a row
    reason: str | None = None  # why it was not sent yet, a code, where it was tried in vain


def concerns_admins(outcome: Settlement) -> bool:
    """Tell whether an outcome is a trouble that a server's admins are to hear of."""
    unpinged = outcome.ping is not None and not outcome.ping.arrived
    return unpinged or outcome.dead is not None or outcome.broken is not None


def place(claim: Claim) -> int | None:
    """Return a claim's destination: the member's id for a DM, else the channel's id, if any."""
    if claim.post is not None:
        return claim.post.channel_id
    if claim.where is Where.DM:
        return claim.recipient.member_id if claim.recipient else None
    return claim.guild.channel_id if claim.guild else None


def guild_of(claim: Claim) -> int | None:
    """Return the server of a claim's channel; ``None`` for a DM."""
    if claim.post is not None:
        return claim.post.guild_id
    return claim.guild.guild_id if claim.guild and claim.where is Where.CHANNEL else None
