"""An answer to "can I run?" for a member: of what is known, and what a message was told."""

from datetime import datetime, timedelta

from bot.client.interactions import Interaction
from bot.client.sharing import Shares
from bot.clock import Clock
from bot.domain.decisions import asked_in_words, known_of_member, replanning
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import Feel
from bot.domain.decisions.shown_answer import Shown
from bot.domain.decisions.well_again import in_passing
from bot.domain.facts.member import KeptAnswer, Member
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.training import Report
from bot.domain.recovery.assess import assess, better, worse
from bot.domain.recovery.circumstances import AboutMe
from bot.domain.recovery.record import written
from bot.domain.timing.own_rules import is_reminded
from bot.domain.timing.plan import held_back
from bot.domain.week.counted import with_plan

ANSWERS = {None: assess, Feel.WORSE: worse, Feel.BETTER: better}


class AnswerMaker:
    """Makes answers, and knows which messages of them were shared."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.shares = Shares("run.share")

    def shown(self, interaction: Interaction | None, member: Member, told: AnswerToken) -> Shown:
        """Return the answer for a member, to what is told with the question.

        Without an ``interaction`` it is a new message, which nobody has shared yet.
        """
        now = self._clock.now()
        told = asked_in_words.but_logged(told, member, now)
        known = known_of_member.question(member, now, told.question(now))
        question = with_plan(known, told, member, now)
        return Shown(
            answer=ANSWERS[told.feel](question, changes=told.is_unfolded),
            question=question,
            told=told,
            now=now,
            kept=member.consent is not None,
            shared=interaction is not None and self.shares.was_shared(interaction),
            dms_closed=member.dm_closed_at is not None,
            dms_unshared=member.dm_unshared,
            held=is_reminded(member) and held_back(member) is not None,
            zone=member.zone,
            counts_plan=question is not known,
        )


def told_earlier(interaction: Interaction, packed: str, now: datetime) -> Report | None:
    """Return what the pressed message was told, as a report of the message's age.

    So it wears off like any report, and outranks nothing that was reported since.
    """
    message = interaction.message
    if message is None:
        return None
    age = interaction.created_at - message.created_at
    return AnswerToken.unpacked(packed).report(now - max(timedelta(), age))


def taken_in_passing(news: Report, member: Member) -> Report | None:
    """Return a report as ``in_passing``, ``None`` where nothing is left of it."""
    report = in_passing(news, member.reports)
    return None if report == Report(reported_at=news.reported_at) else report


def plan_after(
    member: Member, shown: Shown, now: datetime, *, well: bool
) -> tuple[PlannedReminder, ...] | None:
    """Return the plan to save: none after a danger sign; a new one when signs are revoked."""
    if well:
        return replanning.replan(member, now)
    return () if shown.answer.care is not None else None


def kept_answer(interaction: Interaction, shown: Shown) -> KeptAnswer | None:
    """Return the answer to store, ``None`` for care: no symptom is stored.

    Nor is one of somebody who told of their health: that stands in one place, to be cleared there.
    """
    answer_ = shown.answer
    if shown.question is not None and shown.question.about_me != AboutMe():
        return None
    if answer_.care is not None or answer_.clearance is None or shown.question is None:
        return None
    return KeptAnswer(
        answer_id=interaction.id,
        asked_at=shown.now,
        model=answer_.model,
        question=written(shown.question),
        clearance=answer_.clearance.word,
        reply=answer_.reply.value if answer_.reply is not None else "",
    )
