"""Which entries are asked about: equal ones sent twice, and leg days too near to be two."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decisions import journal, runs
from bot.domain.facts.errors import SameAgain
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Profile
from bot.domain.facts.training import Newness

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANN = Member(member_id=7, profile=Profile(zone="Europe/Berlin"))
LEGS = journal.LegEntry(
    effort=8, minutes=60, when="1h ago", exercises="squat 5x5 100kg", note="good"
)
RUN = runs.RunEntry(minutes=40, distance="8k", when="2h ago")


def sent_at(moment):
    """The id of an interaction that Discord made at a moment."""
    return int(moment.timestamp() * 1000) - 1_420_070_400_000 << 22


def log(room, member, entry, at, *, number=0, again=False):
    return room.log(member, sent_at(at) + number, entry, at, again=again)[1].member


def asked(room, entry, other, after):
    """What is asked of an entry sent some time after another, if anything is."""
    member = log(room, ANN, entry, NOW)
    try:
        log(room, member, other, NOW + after, number=1)
    except SameAgain as error:
        return error.key
    return None


MINUTES_LATER = timedelta(minutes=5)


@pytest.mark.parametrize(
    ("room", "entry", "other", "after", "key"),
    [
        (journal, LEGS, LEGS, MINUTES_LATER, "leg_day_again"),
        (journal, LEGS, replace(LEGS, effort=7), MINUTES_LATER, "leg_day_near"),
        (journal, LEGS, replace(LEGS, note="bad"), MINUTES_LATER, "leg_day_near"),
        (journal, LEGS, LEGS, timedelta(minutes=10), "leg_day_near"),
        (journal, LEGS, LEGS, timedelta(hours=2, minutes=59), "leg_day_near"),
        (journal, LEGS, LEGS, timedelta(hours=3), None),
        (journal, LEGS, replace(LEGS, when="3h ago"), timedelta(), "leg_day_near"),
        (journal, LEGS, replace(LEGS, when="4h ago"), timedelta(), None),
        (runs, RUN, RUN, MINUTES_LATER, "run_again"),
        (runs, RUN, replace(RUN, felt=4), MINUTES_LATER, "run_again"),
        (runs, RUN, RUN, timedelta(minutes=10), None),
        (runs, RUN, replace(RUN, minutes=41), MINUTES_LATER, None),
        (runs, RUN, replace(RUN, minutes=41), timedelta(), "run_near"),
        (runs, RUN, replace(RUN, minutes=41), timedelta(seconds=59), "run_near"),
        (runs, RUN, replace(RUN, minutes=41), timedelta(minutes=1), None),
        (runs, RUN, replace(RUN, when="3h ago"), MINUTES_LATER, None),
    ],
)
def test_entry_that_may_be_one_sent_twice_is_asked_about(room, entry, other, after, key):
    assert asked(room, entry, other, after) == key


def test_leg_day_whose_newness_was_told_meanwhile_is_still_the_same():
    member = log(journal, ANN, LEGS, NOW)
    told = journal.say_newness(member, sent_at(NOW), Newness.REGULAR, NOW)[1].member

    with pytest.raises(SameAgain) as error:
        log(journal, told, LEGS, NOW, number=1)

    assert error.value.key == "leg_day_again"
    assert error.value.values["entry"] == sent_at(NOW)


@given(st.sampled_from([(journal, LEGS), (runs, RUN)]), st.integers(0, 30))
def test_same_interaction_come_again_is_never_asked_about(case, minutes):
    room, entry = case
    member = log(room, ANN, entry, NOW)

    room.log(member, sent_at(NOW), entry, NOW + timedelta(minutes=minutes))


@pytest.mark.parametrize(("room", "entry"), [(journal, LEGS), (runs, RUN)])
def test_member_who_says_it_is_another_has_both(room, entry):
    member = log(room, ANN, entry, NOW)

    both = log(room, member, entry, NOW, number=1, again=True)

    assert len(both.sessions + both.runs) == 2
