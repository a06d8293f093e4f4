"""Planned leg days in the answer to "can I run then?": those before the run count as done."""

from datetime import datetime
from typing import Final

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.facts.member import Member
from bot.domain.reading.zones import zone_of
from bot.domain.recovery.circumstances import About
from bot.domain.recovery.question import Question
from bot.domain.week.done_by_then import as_session
from bot.domain.week.items import DAY, things_of

FURTHEST: Final = 14  # days ahead that a plan counts for


def with_plan(asked: Question, told: AnswerToken, member: Member, now: datetime) -> Question:
    """Return the question with the member's planned leg days up to the run that is asked about.

    Not where the next leg day was told with it: one that is over leaves the plan out.
    """
    zone = zone_of(member)
    left_out = told.legs_at is not None or told.about is About.LEGS
    if told.at is None or told.at <= now or zone is None or left_out:
        return asked
    today = now.astimezone(zone).date()
    days = min(FURTHEST, (told.at.astimezone(zone).date() - today).days + 1)
    legs = (
        each
        for each in things_of(member.week.items, zone, today - DAY, days + 1)
        if each.item.is_legs and now < each.end <= told.at
    )
    prior = asked.sessions_8wk or 0
    planned = tuple(as_session(each, now, prior + number) for number, each in enumerate(legs))
    return asked._replace(planned_legs=planned) if planned else asked
