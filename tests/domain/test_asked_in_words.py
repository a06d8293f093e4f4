"""Questions in a member's own words as tokens: what is told beside them counts, once."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.asked_in_words import asked_in_words, but_logged, unlogged
from bot.domain.decisions.codes import Feel, Ran
from bot.domain.decisions.start import MIDDLE, keep_told
from bot.domain.facts.errors import NeedsZone
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Profile
from bot.domain.facts.training import Activity, Alcohol, Illness, LegSession, Run, RunKind
from bot.domain.recovery.circumstances import About, EventKind
from bot.domain.recovery.question import PastSession
from bot.domain.talk.understanding import understand

NOW = datetime(2026, 3, 4, 12, 0, 30, tzinfo=UTC)  # a Wednesday, 13:00 in Berlin
BERLINER = Member(member_id=1, profile=Profile(zone="Europe/Berlin"))


def with_legs(ended_at):
    session = LegSession(session_id=1, ended_at=ended_at)
    return BERLINER._replace(sessions=(session,), session_count=1)


def asked(said, member=BERLINER):
    return asked_in_words(understand(said, now=NOW), member, NOW)


def test_a_cold_and_a_race_that_are_told_in_words_are_asked_about():
    told = asked("I have a cold, can I run a half marathon tomorrow 9am?")

    assert (told.ill, told.event) == (Illness.HEAD_COLD, EventKind.HALF_MARATHON)


def test_drinks_and_heat_that_are_told_in_words_count():
    told = asked("3 beers last night and it's hot, can I run?")

    assert (told.alcohol, told.hot) == (Alcohol.THREE_FIVE, True)
    assert AnswerToken.unpacked(told.packed()).alcohol is Alcohol.THREE_FIVE


def test_a_leg_day_told_with_a_question_counts_with_its_effort():
    told = asked("did legs yesterday 8pm, 10/10. can I run today?")

    assert (told.legs_hours, told.legs_effort) == (17, 9)
    assert told.question(NOW).leg_sessions == (PastSession(hours_ago=17, srpe=9),)


@pytest.mark.parametrize(("said", "effort"), [("0/10", 1), ("1/10", 1), ("10/10", 9)])
def test_the_effort_of_a_leg_day_that_is_told_fits_into_the_answers_buttons(said, effort):
    told = asked(f"did legs yesterday 8pm, {said}. can I run today?")

    assert AnswerToken.unpacked(told.packed()).legs_effort == effort


@pytest.mark.parametrize("hours", [0, 5, *MIDDLE, 100])
def test_a_leg_day_told_in_words_is_kept_at_its_hour_and_not_as_one_of_a_menu(hours):
    token = asked(f"did legs {hours}h ago, can I run today?")
    change, _ = keep_told(BERLINER, 1, AnswerToken.unpacked(token.packed()), NOW, NOW)

    assert change.session is not None
    assert abs(NOW - timedelta(hours=hours) - change.session.ended_at) <= timedelta(hours=1)


@pytest.mark.parametrize(
    ("ended_ago", "counts"),
    [(16, False), (25, False), (12.5, True), (37.5, True), (72, True)],
)
def test_a_leg_day_of_the_same_day_is_the_one_in_the_log(ended_ago, counts):
    """Said is 19:00 of yesterday, 18 hours ago."""
    member = with_legs(NOW - timedelta(hours=ended_ago))
    said = understand("did legs yesterday evening, can I run today?", now=NOW)
    told = asked_in_words(said, member, NOW)

    assert unlogged(said.told, member, NOW) is counts
    assert (told.legs_hours is not None) is counts


def test_a_leg_day_that_was_told_counts_once_when_it_is_logged_meanwhile():
    told = asked("did legs yesterday evening 8/10, can I run today?")
    later = NOW + timedelta(minutes=10)

    assert but_logged(told, BERLINER, later) == told
    logged = but_logged(told, with_legs(NOW - timedelta(hours=18)), later)
    assert (logged.legs_hours, logged.legs_effort) == (None, None)
    long_ago = AnswerToken(legs_hours=9_999)
    assert but_logged(long_ago, with_legs(NOW), later) == long_ago


@pytest.mark.parametrize(
    ("said", "ran"),
    [
        ("ran 5k yesterday, can I run today?", Ran.EASY),
        ("ran 12k yesterday, can I run today?", Ran.HARD),
        ("ran 8 km tempo yesterday, can I run today?", Ran.HARD),
        ("ran 5k yesterday, 8/10, can I run today?", Ran.HARD),
        ("walked 60 min yesterday, can I run today?", None),
        ("ran 12k 5 days ago, can I run today?", None),
    ],
)
def test_a_run_told_with_a_question_counts_as_easy_or_hard(said, ran):
    assert asked(said).ran is ran


def test_a_run_that_is_logged_counts_by_the_log():
    run = Run(run_id=1, ended_at=NOW - timedelta(hours=18), minutes=30)

    assert asked("ran 5k yesterday evening, can I run?", BERLINER._replace(runs=(run,))).ran is None


def test_legs_that_feel_heavy_make_the_answer_careful_and_fresh_ones_not_bold():
    assert asked("my legs are heavy, can I run?").feel is Feel.WORSE
    assert asked("my legs are fresh, can I run?").feel is None


def test_training_legs_and_other_sports_are_asked_about():
    assert asked("can I train legs today?").about is About.LEGS
    match = asked("can I play football tonight?")
    assert (match.activity, match.event) == (Activity.MATCH, EventKind.MATCH)


def test_a_leg_day_before_a_race_goes_with_the_question():
    told = asked("race on sunday, can I do legs on friday?")

    assert told.run is RunKind.RACE
    assert told.at is not None
    assert told.legs_at is not None
    assert told.legs_at.astimezone(UTC).date() == datetime(2026, 3, 6, tzinfo=UTC).date()


def test_a_time_of_day_that_is_told_needs_a_zone():
    with pytest.raises(NeedsZone):
        asked("did legs yesterday 8pm, can I run?", Member(member_id=1))
