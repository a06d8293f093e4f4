"""What a leg day's entry means beside its numbers: for whom it is new, and who is very sore."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.decisions import journal
from bot.domain.facts.errors import BadInput
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Consent, Experience, Kind, Profile, ReminderSettings
from bot.domain.facts.training import Focus, LegSession, Newness

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def ann(*days_ago, experience=None):
    """A member with reminders and leg days so many days ago."""
    return Member(
        member_id=7,
        consent=Consent(version=1, given_at=NOW),
        profile=Profile(zone="Europe/Berlin", experience=experience),
        reminders=ReminderSettings(on=True),
        sessions=tuple(
            LegSession(session_id=days, ended_at=NOW - timedelta(days=days)) for days in days_ago
        ),
        session_count=len(days_ago),
    )


@pytest.mark.parametrize(
    ("member", "entry", "newness", "comes"),
    [
        (ann(7), {}, None, False),
        (ann(21), {}, None, False),
        (ann(22), {}, None, True),
        (ann(7), {"new_exercise": True}, None, True),
        (ann(), {}, None, False),
        (ann(experience=Experience.SOME), {}, None, False),
        (ann(experience=Experience.NEW), {}, None, True),
        (ann(7, experience=Experience.NEW), {}, None, False),
        (ann(), {}, Newness.FIRST_EVER, True),
        (ann(), {}, Newness.BACK_WEEKS, True),
        (ann(experience=Experience.NEW), {}, Newness.REGULAR, False),
        (ann(), {"new_exercise": True}, Newness.REGULAR, True),
    ],
)
def test_what_to_expect_comes_after_a_first_new_or_comeback_leg_day(member, entry, newness, comes):
    _change, logged = journal.log(member, 99, journal.LegEntry(**entry), NOW)
    if newness is not None:
        _change, logged = journal.say_newness(logged.member, 99, newness, NOW)

    assert (Kind.FIRST_TIMER in {one.kind for one in logged.plan}) is comes


@pytest.mark.parametrize(
    "exercises", ["bench press 5x5 80kg", "pull-ups, bench 3x8", "lat machine 3x10"]
)
def test_a_day_of_the_upper_body_is_no_leg_day_unless_it_was_of_the_full_body(exercises):
    entry = journal.LegEntry(effort=7, exercises=exercises)
    with pytest.raises(BadInput, match="no_leg_work"):
        journal.log(ann(7), 99, entry, NOW)
    _change, logged = journal.log(ann(), 99, journal.LegEntry(effort=7), NOW)
    with pytest.raises(BadInput, match="no_leg_work"):
        journal.edit(logged.member, 99, entry, NOW)

    _change, full = journal.log(ann(7), 99, replace(entry, focus=Focus.FULL_BODY), NOW)

    assert [line.name for line in full.session.exercises]


@pytest.mark.parametrize(
    "exercises", ["bench 5x5, squat 5x5", "wobbles 3x10", "bench 5x5, 5x5x5x5"]
)
def test_what_may_be_leg_work_is_kept(exercises):
    _change, logged = journal.log(ann(7), 99, journal.LegEntry(exercises=exercises), NOW)

    assert logged.session.session_id == 99


@pytest.mark.parametrize(("soreness", "asked"), [(None, False), (6, False), (7, True), (10, True)])
def test_very_sore_at_a_leg_day_is_told_what_to_look_for(soreness, asked):
    _change, logged = journal.log(ann(7), 99, journal.LegEntry(soreness=soreness), NOW)

    assert logged.very_sore is asked


@pytest.mark.parametrize(
    ("days_ago", "imported", "asked"),
    [
        ((), False, True),
        ((40,), False, False),  # typed: a gap in the log is a gap
        ((20, 40), True, False),
        ((22, 40), True, True),  # an import says nothing of the days after its last leg day
    ],
)
def test_how_used_to_it_is_asked_where_the_log_cannot_tell(days_ago, imported, asked):
    member = ann(*days_ago)
    if imported:
        sessions = tuple(each._replace(import_id=1) for each in member.sessions)
        member = member._replace(sessions=sessions)

    assert journal.log(member, 99, journal.LegEntry(), NOW)[1].first is asked
