"""A member as commands see them: everything that decides an answer, from one read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from bot.domain.facts.about_me import ToldHealth
from bot.domain.facts.imports import NewImport
from bot.domain.facts.learned import Learning
from bot.domain.facts.occurrences import PlannedRule, TipOut
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, GuildSettings, Profile, ReminderSettings, Rule
from bot.domain.facts.training import LegSession, Report, Run
from bot.domain.facts.week import NO_PLAN, KeptWeek, TrainingPlan


class Member(NamedTuple):
    """Everything stored about a member that decides an answer; entries newest first."""

    member_id: int
    revision: int = 0  # counts changes: one decided on an older revision is decided again
    consent: Consent | None = None
    profile: Profile = Profile()
    health: ToldHealth = ToldHealth()
    reminders: ReminderSettings = ReminderSettings()
    sessions: tuple[LegSession, ...] = ()  # the latest 64
    session_count: int = 0  # of all
    runs: tuple[Run, ...] = ()  # the latest 64
    learning: Learning = Learning()
    # Of 30 days, and beyond for an illness, pain or stop sign that was never taken back.
    reports: tuple[Report, ...] = ()
    rules: tuple[Rule, ...] = ()  # their own recurring reminders, by time of day
    week: TrainingPlan = NO_PLAN
    kept_weeks: tuple[KeptWeek, ...] = ()  # the plan's closed weeks, in order
    tips: tuple[TipOut, ...] = ()  # that plans sent them in the last days; read to make a plan
    guild: GuildSettings | None = None  # the server the command came from; ``None`` in a DM
    # When Discord last refused a DM, until the member sets reminders on again.
    dm_closed_at: datetime | None = None
    dm_unshared: bool = False  # closed only because no server was shared
    # Three answers or more are kept of theirs: what every answer says alike can be said in short.
    knows_answers: bool = False
    # No leg day is logged, and what was told with the latest answer: none in ten days.
    told_no_legs: bool = False

    @property
    def zone(self) -> str | None:
        """The member's own zone, else the server's."""
        return self.profile.zone or (self.guild.zone if self.guild else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """A stored answer, to be given again by the rules of its model's version."""

    answer_id: int  # of the interaction that asked
    asked_at: datetime
    model: str
    question: str  # a JSON text
    clearance: str | None
    reply: str


class Change(NamedTuple):
    """What a command changes, saved in one transaction; ``None`` leaves a thing as it is."""

    session: LegSession | None = None
    removed_session: int | None = None
    run: Run | None = None
    removed_run: int | None = None
    imported: NewImport | None = None  # kept as a whole, entries that are there already aside
    removed_import: int | None = None  # goes with the entries that are still as they came
    learning: Learning | None = None
    report: Report | None = None
    consent: Consent | None = None
    profile: Profile | None = None
    health: ToldHealth | None = None  # without an agreement, what was told of it is deleted
    week: TrainingPlan | None = None
    reminders: ReminderSettings | None = None
    # Replaces every open plan reminder: those already sent stay sent, and of those due already the
    # ones it holds go on waiting to be sent.
    plan: tuple[PlannedReminder, ...] | None = None
    # Written, each with what it sends next in place of what it would have sent (R15).
    rules: tuple[PlannedRule, ...] = ()
    removed_rules: tuple[int, ...] = ()
    dms_open: bool | None = None  # DMs are to be tried (again), or Discord just refused one
    dms_unshared: bool = False  # it did because no server is shared
    answer: KeptAnswer | None = None  # what was asked and answered
    # The reminder that the change answers: if it is not the member's own, nothing is kept.
    done_reminder: int | None = None


NO_CHANGE: Final = Change()
