"""A question in a member's own words: its token, and the leg day or run that was told with it.

What is told counts for the answer, as what an answer asks back does; it is kept by a press alone.
"""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.decisions.answer_token import LEGS_EFFORT, LONG_AGO, RUN_MINUTES, AnswerToken
from bot.domain.decisions.asked_ahead import Ahead, with_ahead
from bot.domain.decisions.codes import Feel, Ran
from bot.domain.decisions.known_of_member import EFFORTS, PACE
from bot.domain.decisions.repeats import SAME_SESSION
from bot.domain.decisions.start import MIDDLE
from bot.domain.facts.member import Member
from bot.domain.facts.training import RunKind
from bot.domain.reading.distances import read_timed
from bot.domain.reading.moments import read_when
from bot.domain.reading.zones import zone_of
from bot.domain.talk.sentence import Intent, Sentence

HEAVY: Final = 2  # how legs feel, 1-5, from where on they feel worse than an answer takes them
HARD_EFFORT: Final = 6  # of a run, from where on it is a hard one
LONG_RUN: Final = 60  # minutes, from where on it is a long one
RAN_COUNTS: Final = timedelta(days=3)
HOUR: Final = timedelta(hours=1)


def asked_in_words(said: Sentence, member: Member, now: datetime) -> AnswerToken:
    """Return the token of a question that was asked in a sentence; a distance counts by its time.

    Raises:
        NeedsZone, BadInput: as ``with_ahead``.
    """
    race = said.run is RunKind.RACE and said.when is not None
    minutes = said.minutes
    if minutes is None and not race:
        minutes = _minutes(said, member)
    told = AnswerToken(
        run=said.run,
        minutes=minutes,
        soreness=said.soreness,
        sleep=said.sleep,
        ill=said.ill,
        alcohol=said.alcohol,
        hot=said.hot,
        feel=Feel.WORSE if said.felt is not None and said.felt <= HEAVY else None,
        about=said.about,
        activity=said.activity,
    ).checked()
    ahead = Ahead(when=said.when, legs=said.legs, distance=said.distance if race else None)
    return _after(with_ahead(told, ahead, member, now), said.told, member, now)


def unlogged(said: Sentence | None, member: Member, now: datetime) -> bool:
    """Tell whether something was told that is not in the log: of the same day it is the same.

    Raises:
        NeedsZone, BadInput: as ``with_ahead``.
    """
    if said is None:
        return False
    at = read_when(said.when, now=now, zone=zone_of(member))
    if said.intent is Intent.LEGS:
        logged = [each.ended_at for each in member.sessions]
    else:
        logged = [each.ended_at for each in member.runs]
    return not any(_is_same(at, each, member) for each in logged)


def but_logged(told: AnswerToken, member: Member, now: datetime) -> AnswerToken:
    """Return a token without the leg day that was told with it if that is in the log by now."""
    if told.legs_hours is None or told.legs_hours >= LONG_AGO:
        return told
    at = now - told.legs_hours * HOUR
    if any(_is_same(at, each.ended_at, member) for each in member.sessions):
        return told._replace(legs_hours=None, legs_effort=None)
    return told


def _is_same(told: datetime, logged: datetime, member: Member) -> bool:
    zone = zone_of(member)
    same_day = zone is not None and told.astimezone(zone).date() == logged.astimezone(zone).date()
    return same_day or abs(told - logged) < SAME_SESSION


def _after(told: AnswerToken, said: Sentence | None, member: Member, now: datetime) -> AnswerToken:
    """Return the token with what was done before, where the log does not have it."""
    if said is None or not unlogged(said, member, now):
        return told
    ago = now - read_when(said.when, now=now, zone=zone_of(member))
    if said.intent is Intent.LEGS:
        least, most = LEGS_EFFORT
        told_effort = None if said.effort is None else max(least, min(said.effort, most))
        hours = round(ago / HOUR)
        hours -= hours in MIDDLE  # such a number says in which span of a menu it was
        return told._replace(legs_hours=hours, legs_effort=told_effort)
    if said.run is RunKind.WALK or ago > RAN_COUNTS:
        return told
    effort: float = said.effort or EFFORTS[said.run or RunKind.EASY]
    minutes = said.minutes or _minutes(said, member) or 0
    hard = effort >= HARD_EFFORT or minutes >= LONG_RUN
    return told._replace(ran=Ran.HARD if hard else Ran.EASY)


def _minutes(said: Sentence, member: Member) -> int | None:
    if said.distance is None:
        return None
    timed = read_timed(said.distance, member.profile.distance_unit)
    return None if timed is None else min(round(timed.km * PACE), RUN_MINUTES[1])
