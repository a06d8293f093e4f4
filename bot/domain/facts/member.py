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
    """Everything stored about a member that decides an answer; entries newest first.

    ``sessions`` are the latest 64, ``session_count`` is all of them; ``runs`` are the latest 64;
    ``reports`` reach back 30 days, and beyond for an illness, pain or stop sign that was never
    taken back. ``rules`` are their own recurring reminders by time of day, ``week`` is their
    training plan, ``kept_weeks`` are its closed weeks, in order, ``tips`` what leg days' plans sent
    them in the last days. ``guild`` is the server the command came from, ``None`` in a DM.
    ``dm_closed_at`` is when Discord last refused a DM, until the member sets reminders on again.
    ``knows_answers``: three answers or more are kept of theirs, so that what every answer says
    alike can be said in short.
    ``revision`` counts changes: a change decided on an older revision is decided again.
    """

    member_id: int
    revision: int = 0
    consent: Consent | None = None
    profile: Profile = Profile()
    health: ToldHealth = ToldHealth()
    reminders: ReminderSettings = ReminderSettings()
    sessions: tuple[LegSession, ...] = ()
    session_count: int = 0
    runs: tuple[Run, ...] = ()
    learning: Learning = Learning()
    reports: tuple[Report, ...] = ()
    rules: tuple[Rule, ...] = ()
    week: TrainingPlan = NO_PLAN
    kept_weeks: tuple[KeptWeek, ...] = ()
    tips: tuple[TipOut, ...] = ()
    guild: GuildSettings | None = None
    dm_closed_at: datetime | None = None
    dm_unshared: bool = False  # closed only because no server was shared
    knows_answers: bool = False

    @property
    def zone(self) -> str | None:
        """The member's own zone, else the server's."""
        return self.profile.zone or (self.guild.zone if self.guild else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """A stored answer, to be given again by the rules of its model's version.

    ``answer_id`` is the id of the interaction that asked; ``question`` a JSON text.
    """

    answer_id: int
    asked_at: datetime
    model: str
    question: str
    clearance: str | None
    reply: str


class Change(NamedTuple):
    """What a command changes, saved in one transaction; ``None`` leaves a thing as it is.

    ``plan`` replaces every open plan reminder of the member; those already sent stay sent, and of
    those due already the ones it holds go on waiting to be sent.
    ``rules`` are written, each with what it sends next in place of what it would have sent (R15).
    ``dms_open`` notes that DMs are to be tried (again), or that Discord just refused one;
    ``dms_unshared`` that it did because no server is shared.
    ``week`` replaces the training plan.
    ``health`` without an agreement deletes what was told of it.
    ``imported`` is kept as a whole, entries that are there already aside; ``removed_import`` goes
    with the entries that are still as they came.
    ``answer`` is what was asked and answered. ``done_reminder`` is a reminder that the change
    answers: if it is not the member's own, nothing is kept.
    """

    session: LegSession | None = None
    removed_session: int | None = None
    run: Run | None = None
    removed_run: int | None = None
    imported: NewImport | None = None
    removed_import: int | None = None
    learning: Learning | None = None
    report: Report | None = None
    consent: Consent | None = None
    profile: Profile | None = None
    health: ToldHealth | None = None
    week: TrainingPlan | None = None
    reminders: ReminderSettings | None = None
    plan: tuple[PlannedReminder, ...] | None = None
    rules: tuple[PlannedRule, ...] = ()
    removed_rules: tuple[int, ...] = ()
    dms_open: bool | None = None
    dms_unshared: bool = False
    answer: KeptAnswer | None = None
    done_reminder: int | None = None


NO_CHANGE: Final = Change()
