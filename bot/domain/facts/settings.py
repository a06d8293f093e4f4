"""Settings of members and servers, with defaults and limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

CONSENT_VERSION = 2  # of the text a member agrees to; a new one where what is kept grows
PLANS_AND_IMPORTS = 2  # the first version that names training plans and what is brought in
EVERY_DAY = frozenset(range(7))  # 0 = Monday
MONTHS_KEPT = 24  # after a member's last command
KEPT_FOR = timedelta(days=365) * MONTHS_KEPT / 12
CLOSED_KEPT = timedelta(days=90)  # reminders that were sent, skipped, cancelled or given up
# The most that one member keeps of each: years of two a day, and more than anything reads.
MOST_LEG_DAYS = 3_000
MOST_RUNS = 3_000
MOST_IMPORTS = 200
MOST_REPORTS = 3_000
MOST_ANSWERS = 100
MOST_REMINDERS = 4_000  # all own rules' of 90 days, each snoozed once
DIGEST_KEPT = timedelta(days=400)  # of a deleted id: long after the last copy that may hold it
HOLD = timedelta(minutes=15)  # what waits for consent: as long as an interaction can be answered
MAX_POSTS = 20  # scheduled posts a server
LEFT_SERVER = "left_server"  # the reason of what stopped because the bot is not there
POST_TEXT_LENGTH = 1_000  # characters
ROLL_TEXT_LENGTH = 200
GOALS = (10, 20, 30, 50, 75, 100, 150)  # planned things a week that a server may want together
MAX_RULES = 20  # own recurring reminders a member


class MassUnit(StrEnum):
    """The mass unit of a bare number in an exercise line."""

    KG = "kg"
    LB = "lb"


class DistanceUnit(StrEnum):
    """The unit of distances, read and shown."""

    KM = "km"
    MI = "mi"


class Experience(StrEnum):
    """Months of lifting, in the recovery model's steps."""

    NEW = "new"  # under 3 months
    SOME = "some"  # 3-24 months
    LONG = "long"  # over 24 months


class AgeBand(StrEnum):
    """Age, in the steps of the recovery model and of the advice for minors."""

    UNDER_18 = "under_18"
    ADULT = "18_39"
    MIDDLE = "40_59"
    OLDER = "60_plus"


class Leaning(StrEnum):
    """A member's main sport; sets the priority where lifting and running clash."""

    LIFTER = "lifter"
    RUNNER = "runner"
    BOTH = "both"


class Where(StrEnum):
    """A reminder's destination."""

    DM = "dm"
    CHANNEL = "channel"  # the server's channel, without a word about the body
    OFF = "off"


class Kind(StrEnum):
    """The kinds of reminder: earned by a leg session, posted by a server, asked for by a member."""

    HYDRATE = "hydrate"
    SLEEP = "sleep"
    FOAM_ROLL = "foam_roll"
    FIRST_TIMER = "first_timer"
    NEXT_SESSION = "next_session"
    CHECKIN = "checkin"
    WARM_UP = "warm_up"
    TEXT = "text"
    WALK = "walk"
    STRETCH = "stretch"
    LEG_DAY = "leg_day"
    ROLL_CALL = "roll_call"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local hours without reminders; they may cross midnight. Equal ends mean none."""

    start: time = time(22)
    end: time = time(8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A member's consent to storing their entries: which text, and when."""

    version: int
    given_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a member told about themselves; ``None`` means not said."""

    zone: str | None = None  # IANA name as typed, never an offset
    mass_unit: MassUnit = MassUnit.KG
    distance_unit: DistanceUnit = DistanceUnit.KM
    experience: Experience | None = None
    runs_per_week: int | None = None
    longest_run: int | None = None  # minutes, last month
    age_band: AgeBand | None = None
    wake: time | None = None
    bed: time | None = None
    quiet: QuietHours = QuietHours()
    quiet_said: bool = False  # until then quiet hours follow bed and wake
    leaning: Leaning | None = None
    bed_by_plan: bool = False  # bed follows from what they get up for next morning
    language: str | None = None  # chosen, by Discord's name for it; None: as Discord says


IN_POUNDS, IN_MILES = frozenset({"en-US"}), frozenset({"en-US", "en-GB"})


def first_profile(locale: str | None) -> Profile:
    """Return what is assumed of somebody new: the units of where their Discord's language is."""
    return Profile(
        mass_unit=MassUnit.LB if locale in IN_POUNDS else MassUnit.KG,
        distance_unit=DistanceUnit.MI if locale in IN_MILES else DistanceUnit.KM,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """How one kind of reminder comes to a member; ``at`` and ``days`` narrow its window."""

    where: Where = Where.DM
    at: time | None = None
    days: frozenset[int] = EVERY_DAY
    guild_id: int | None = None  # the server whose channel is meant, with ``Where.CHANNEL``


ANY_TIME = Preference()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSettings:
    """All reminder settings of a member: off until they opt in; a pause ends by itself."""

    on: bool = False
    paused_until: datetime | None = None
    preferences: Mapping[Kind, Preference] = field(default_factory=dict)

    def is_paused(self, now: datetime) -> bool:
        """Tell whether a pause is active; one whose end has passed is not."""
        return self.paused_until is not None and self.paused_until > now

    def preference(self, kind: Kind) -> Preference:
        """Return how ``kind`` comes: the member's setting, else a DM at any time."""
        return self.preferences.get(kind, ANY_TIME)

    def asked(self, kind: Kind) -> bool:
        """Tell whether the member has set ``kind``, so that all of it comes as they set it."""
        return kind in self.preferences


@dataclass(frozen=True, slots=True, kw_only=True)
class GuildSettings:
    """A server's settings, made by its admins."""

    guild_id: int
    channel_id: int | None = None
    zone: str | None = None
    quiet: QuietHours = QuietHours()
    posts_on: bool = True
    channel_reminders_on: bool = True  # members may have their reminders in the server's channel
    channel_broken: str | None = None  # why none can come there, a reason code; None while it works
    group_on: bool = True  # group life: roll calls and what grows out of them
    member_rolls_on: bool = True  # members may ask, too
    together_goal: int | None = None  # of the week, all together; None for none
    locale: str | None = None  # the language chosen for it; None: as Discord says


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A scheduled group post: wall time and days in a zone, never an offset."""

    post_id: int  # the id of the interaction that made it
    guild_id: int
    channel_id: int
    kind: Kind
    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY
    text: str = ""
    role_id: int | None = None
    paused: bool = False
    broken: str | None = None  # why it was disabled, a reason code; None while it works
    follows: bool = False  # was given no channel: it moves along with the server's
    unpinged: bool = False  # its last message did not ping its role
    spread: bool = False  # comes within a few minutes after its time, where many are due at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A member's own recurring reminder: wall time and days in a zone, never an offset.

    It is its own opt-in: it comes whether or not leg days earn reminders.
    """

    member_id: int
    rule_id: int  # the id of the interaction that made it
    kind: Kind
    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY
    until: date | None = None  # the last nominal date
    where: Where = Where.DM
    guild_id: int | None = None  # the server whose channel is meant, with ``Where.CHANNEL``
    paused: bool = False  # ended with all the others by Stop, until resumed
    broken: str | None = None  # why it was disabled, a reason code; None while it works
