"""What if: what is typed, what it makes of a plan, and its letters in buttons."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.errors import BadInput, Expired
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import LegEffort
from bot.domain.reading.plan_words import TriedPiece, read_what_if
from bot.domain.week.items import MOST_LEGS, MOST_PLANNED_RUNS, checked
from bot.domain.week.trying import fitting, packed, tried, unpacked
from tests.domain.week.weeks import FEW, legs, run

PLAN = (legs([1, 4], "18:30"), run(RunKind.INTERVALS, 3, "18:00", 45))
TUE, THU, FRI, SUN = (frozenset({day}) for day in (1, 3, 4, 6))


def piece(what, days, **said):
    return TriedPiece(run=what, days=days, **said)


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("legs tue 18:00", [piece(None, TUE, at=time(18))]),
        ("Leg Day on Tuesday at 7pm, hard", None),
        ("leg day tuesday 7pm hard", [piece(None, TUE, at=time(19), effort=LegEffort.HARD)]),
        ("no legs fri", [piece(None, FRI, gone=True)]),
        ("without the easy run tue", [piece(RunKind.EASY, TUE, gone=True)]),
        ("intervals thu", [piece(RunKind.INTERVALS, THU)]),
        ("intervls thurs 45 min", [piece(RunKind.INTERVALS, THU, minutes=45)]),
        ("long run sun 9:00 90 min", [piece(RunKind.LONG, SUN, at=time(9), minutes=90)]),
        ("legs tue and fri 18:00", [piece(None, TUE | FRI, at=time(18))]),
        ("light legs tue", None),
        ("legs light tue", [piece(None, TUE, effort=LegEffort.LIGHT)]),
        (
            "legs tue 18:00, no legs fri, intervals thu",
            [
                piece(None, TUE, at=time(18)),
                piece(None, FRI, gone=True),
                piece(RunKind.INTERVALS, THU),
            ],
        ),
    ],
)
def test_what_is_understood(typed, pieces):
    if pieces is None:
        with pytest.raises(BadInput, match="what_if_not_understood"):
            read_what_if(typed)
    else:
        assert list(read_what_if(typed)) == pieces


LONGEST = 300  # characters that Discord lets through
NONSENSE = ("x", ",", "legs ", "legs tue,", "🦵", "9:", "no ", "\u202e", "٣", "tue " * 5 + "hard ")
PIECES = st.lists(st.sampled_from(NONSENSE) | st.characters(), min_size=1, max_size=LONGEST)


@given(PIECES)
@FEW
def test_nonsense_is_refused_by_name_or_understood_whatever_it_is(pieces):
    typed = ("".join(pieces) * LONGEST)[:LONGEST]

    try:
        found = fitting(read_what_if(typed))
        tried(PLAN, found, 1)
    except BadInput as refused:
        assert refused.key  # noqa: PT017 (most are refused, some mean something)
    else:
        assert found


def test_fullest_week_is_taken_and_one_more_thing_refused():
    lifts = [legs([day], "18:00", number=day * 100) for day in range(MOST_LEGS)]
    runs = [run(RunKind.EASY, number % 7, f"{6 + number // 7}:00") for number in range(10)]
    assert len(runs) == MOST_PLANNED_RUNS

    assert len(checked([*lifts, *runs])) == 16
    for more in (legs([6], "18:00", number=900), run(RunKind.EASY, 6, "20:00")):
        with pytest.raises(BadInput, match="plan_full"):
            checked([*lifts, *runs, more])


@pytest.mark.parametrize("wrong", ["foo tue", "legs 25:00 tue", "legs", "no legs fri 18:00", ""])
def test_one_piece_not_understood_refuses_all_by_name(wrong):
    with pytest.raises(BadInput) as refused:
        read_what_if(f"legs tue 18:00,{wrong or ' '},intervals thu" if wrong else " , ")

    assert refused.value.key == "what_if_not_understood"
    assert wrong in str(refused.value.values["text"])


def test_a_thing_on_another_day_is_added_and_one_that_is_there_is_changed():
    pieces = read_what_if("legs sun, legs tue hard, no legs fri, intervals thu 19:00")

    found = {(each.run, min(each.days)): each for each in tried(PLAN, pieces, 1)}

    assert set(found) == {(None, 6), (None, 1), (RunKind.INTERVALS, 3)}
    assert found[None, 6].at == time(18, 30)
    assert found[None, 1].effort is LegEffort.HARD
    assert (found[RunKind.INTERVALS, 3].at, found[RunKind.INTERVALS, 3].minutes) == (time(19), 45)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("no long run sun", "what_if_not_planned"),
        ("legs mon tue wed thu fri sat sun", "plan_full"),
        ("legs tue 18:00 2 min", "out_of_range"),
    ],
)
def test_what_cannot_be_tried(typed, key):
    with pytest.raises(BadInput, match=key):
        tried(PLAN, read_what_if(typed))


def test_a_try_that_no_button_can_carry_is_refused():
    six = ", ".join(f"intervals {day} 18:30 120 min" for day in ("mon", "tue", "wed", "thu", "fri"))
    with pytest.raises(BadInput, match="what_if_too_many"):
        fitting(read_what_if(six))
    with pytest.raises(BadInput, match="what_if_too_many"):
        read_what_if(", ".join(["legs tue"] * 7))


pieces_ = st.builds(
    TriedPiece,
    run=st.sampled_from((None, *RunKind)),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    gone=st.booleans(),
    at=st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    minutes=st.none() | st.integers(5, 300),
    effort=st.none() | st.sampled_from(LegEffort),
)


@FEW
@given(st.lists(pieces_, max_size=4))
def test_letters_bring_back_what_was_tried(pieces):
    assert unpacked(packed(pieces)) == tuple(pieces)


def test_letters_that_were_sent_are_still_read():
    assert unpacked("l1t1080c.nl4.i3m45") == (
        piece(None, TUE, at=time(18), effort=LegEffort.HARD),
        piece(None, FRI, gone=True),
        piece(RunKind.INTERVALS, THU, minutes=45),
    )


@pytest.mark.parametrize("forged", ["x", "l", "l9", "l1t9999", "q1", "l1m99999", "l1 "])
def test_forged_letters_are_refused(forged):
    with pytest.raises(Expired):
        unpacked(forged)
