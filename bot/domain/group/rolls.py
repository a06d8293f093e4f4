"""Rolls: messages that name who answered them, until they close and only numbers stay."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.facts.errors import BadInput, NotAllowed
from bot.domain.facts.schedule import occurrences
from bot.domain.facts.settings import EVERY_DAY, GuildSettings
from bot.domain.timing.recurring import known_zone

GROUP_CONSENT_VERSION = 1
CLOSING = time(3)  # by then a day of training is over for everybody
LEAST_OPEN = timedelta(hours=6)
OPEN_WITHOUT_ZONE = timedelta(hours=12)
MOST_A_DAY = 3  # roll calls that members ask for, in one server
EASY_RUN_CLOSES = timedelta(hours=1)  # after the run was to be
A_DAY = timedelta(hours=24)
# Ids from here on are interactions' snowflakes, below it posts' reminders, also those that are
# given away after a restore: thousands of the clock's seconds.
FROM_MEMBERS = 1 << 55
ROLLS_KEPT = timedelta(days=35)  # the numbers, once it is closed
JUST_LOGGED = timedelta(hours=6)  # a leg day of so long ago is the one that is done
UNSEEN_KEPT = timedelta(days=365)  # a membership, after the last press


class RollKind(StrEnum):
    """The kinds of message that name who answered."""

    ROLL_CALL = "roll_call"
    DIGEST = "digest"
    CARD = "card"
    EASY_RUN = "easy_run"


class Said(StrEnum):
    """What somebody can answer."""

    IN = "in"
    DONE = "done"
    REST = "rest"
    CHEER = "cheer"
    UP = "up"


SAYS = {
    RollKind.ROLL_CALL: (Said.IN, Said.DONE, Said.REST),
    RollKind.DIGEST: (Said.CHEER,),
    RollKind.CARD: (Said.CHEER,),
    RollKind.EASY_RUN: (Said.UP,),
}
"""What each kind can be answered; numbers of closed ones are in this order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """A message that people answer under their name."""

    roll_id: int
    guild_id: int
    channel_id: int
    opened_at: datetime
    closes_at: datetime
    kind: RollKind = RollKind.ROLL_CALL
    text: str = ""
    message_id: int | None = None  # ``None`` until it is known to be there
    asked_by: int | None = None
    closed_at: datetime | None = None
    revision: int = 0  # counts its changes
    stale: bool = False
    # The answers of a closed one; an open one's are kept by name.
    counts: tuple[int, int, int] = (0, 0, 0)

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is a shared card whose owner is gone: its message goes, too."""
        return self.kind is RollKind.CARD and self.asked_by is None

    @property
    def by_member(self) -> bool:
        """Whether a member asked for it, not a post."""
        return self.roll_id >= FROM_MEMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class RollAnswer:
    """One person's answer to a roll."""

    member_id: int
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class RollSheet:
    """All that a roll's message shows."""

    roll: Roll
    answers: tuple[RollAnswer, ...] = ()  # newest first
    role_id: int | None = None  # the role that its post pinged
    due_at: datetime | None = None  # when that post was due
    # Of a digest's week, each with the weeks of their band.
    new_on_board: tuple[tuple[int, int], ...] = ()

    def who(self, said: Said) -> tuple[int, ...]:
        """Return those who gave one answer, newest first."""
        return tuple(each.member_id for each in self.answers if each.said is said)


@dataclass(frozen=True, slots=True, kw_only=True)
class RollPress:
    """A press under a roll's message: whose, where, and what it says; ``None`` takes it back."""

    roll_id: int
    guild_id: int
    channel_id: int
    member_id: int
    said: Said | None
    message_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PressedRoll:
    """What becomes of a press; nothing where the presser has not ``joined``."""

    joined: bool
    closes_at: datetime
    unlogged: bool = False  # it is done, they say, and log leg days, but none of the last hours
    plans: bool = False  # they are in, they say, and have a training plan


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRoll:
    """A roll call, or company for a run, that a member asks for: who, where, in what words."""

    roll_id: int
    guild_id: int
    channel_id: int
    member_id: int
    text: str = ""
    kind: RollKind = RollKind.ROLL_CALL
    until: datetime | None = None  # when it closes, where a roll call's own rule does not say


def closes_at(opened_at: datetime, zone: ZoneInfo | None) -> datetime:
    """Return when a roll call closes: the first 03:00 of its zone, 6 h after it opened or later."""
    if zone is None:
        return opened_at + OPEN_WITHOUT_ZONE
    earliest = opened_at + LEAST_OPEN - timedelta(microseconds=1)
    _, resolved = next(occurrences(CLOSING, EVERY_DAY, zone, after=earliest))
    return resolved.at


def is_open(roll: Roll, now: datetime) -> bool:
    """Tell whether answers are taken: the clock decides, however late a roll is closed."""
    return roll.closed_at is None and now < roll.closes_at


def asked(
    wish: AskedRoll,
    settings: GuildSettings,
    recent: Iterable[Roll],
    now: datetime,
) -> Roll:
    """Decide a roll call that a member asks for; ``recent`` are the server's of the last day.

    Raises:
        NotAllowed: group life is off here, or only admins ask.
        BadInput: one is open in the channel, or the server has had enough of them today.
    """
    check_asking(settings)
    calls = (roll for roll in recent if roll.kind is wish.kind)
    rolls = [roll for roll in calls if roll.roll_id != wish.roll_id]
    for roll in rolls:
        if roll.channel_id == wish.channel_id and is_open(roll, now):
            raise BadInput("roll_open_already", link=link(roll))
    since = now - A_DAY
    if sum(roll.by_member and roll.opened_at > since for roll in rolls) >= MOST_A_DAY:
        raise BadInput("rolls_full", limit=MOST_A_DAY)
    zone = None if settings.zone is None else known_zone(settings.zone)
    return Roll(
        kind=wish.kind,
        roll_id=wish.roll_id,
        guild_id=wish.guild_id,
        channel_id=wish.channel_id,
        asked_by=wish.member_id,
        text=wish.text,
        opened_at=now,
        closes_at=wish.until or closes_at(now, zone),
    )


def check_asking(settings: GuildSettings) -> None:
    """Refuse a server where no member asks for anything.

    Raises:
        NotAllowed: group life is off here, or only admins ask.
    """
    if not settings.group_on:
        raise NotAllowed("group_off")
    if not settings.member_rolls_on:
        raise NotAllowed("rolls_by_admins")


def link(roll: Roll) -> str:
    """Return where a roll's message is: its address, or its channel while that is not known."""
    if roll.message_id is None:
        return f"<#{roll.channel_id}>"
    return f"https://discord.com/channels/{roll.guild_id}/{roll.channel_id}/{roll.message_id}"
