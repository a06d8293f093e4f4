"""An answer as it is shown, with the token that it was made for."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.known_of_member import question
from bot.domain.facts.member import Member
from bot.domain.recovery.answer import Answer
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An answer with its token."""

    answer: Answer
    told: AnswerToken
    now: datetime
    kept: bool  # a report was saved for it
    shared: bool = False
    dms_closed: bool = False  # the member's reminders do not arrive, and it is the moment to say so
    dms_unshared: bool = False  # because no server is shared
    held: bool = False  # what the member told holds reminders that they would get
    question: Question | None = None  # what was answered, where the answer is to be kept
    zone: str | None = None  # for the hours on a picture: words have Discord's own timestamps
    counts_plan: bool = False  # leg days the member has planned are counted as done by then


def answered(member: Member, told: AnswerToken, now: datetime, *, kept: bool) -> Shown:
    """Return the answer to what was told, on top of a member's log."""
    asked = question(member, now, told.question(now))
    answer = assess(asked)
    return Shown(answer=answer, question=asked, told=told, now=now, kept=kept, zone=member.zone)
