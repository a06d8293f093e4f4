"""What stands in buttons already sent is read as it was meant when they were sent, for ever.

The texts here are written out, never made: they are what people's messages hold. None of these
lines may change; a new choice or letter gets a line of its own.
"""

from datetime import UTC, datetime
from enum import StrEnum

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import CODES, Feel, Ran, check, choice, code
from bot.domain.facts.errors import Expired
from bot.domain.facts.tables import Incomplete
from bot.domain.facts.training import Activity, Alcohol, Illness, PainType, Region, RunKind
from bot.domain.recovery.circumstances import About, EventKind, Matters

SENT = {
    "r0": AnswerToken(run=RunKind.WALK),
    "r1": AnswerToken(run=RunKind.EASY),
    "r2": AnswerToken(run=RunKind.STEADY),
    "r3": AnswerToken(run=RunKind.TEMPO),
    "r4": AnswerToken(run=RunKind.INTERVALS),
    "r5": AnswerToken(run=RunKind.SPRINTS),
    "r6": AnswerToken(run=RunKind.HILLS),
    "r7": AnswerToken(run=RunKind.DOWNHILL),
    "r8": AnswerToken(run=RunKind.LONG),
    "r9": AnswerToken(run=RunKind.RACE),
    "p0": AnswerToken(pain=PainType.NONE),
    "p1": AnswerToken(pain=PainType.MUSCLE_ACHE),
    "p2": AnswerToken(pain=PainType.SHARP),
    "p3": AnswerToken(pain=PainType.JOINT),
    "p4": AnswerToken(pain=PainType.TENDON),
    "p5": AnswerToken(pain=PainType.BONE),
    "i0": AnswerToken(ill=Illness.NONE),
    "i1": AnswerToken(ill=Illness.HEAD_COLD),
    "i2": AnswerToken(ill=Illness.FEVER_OR_CHEST),
    "a0": AnswerToken(alcohol=Alcohol.NONE),
    "a1": AnswerToken(alcohol=Alcohol.ONE_TWO),
    "a2": AnswerToken(alcohol=Alcohol.THREE_FIVE),
    "a3": AnswerToken(alcohol=Alcohol.SIX_PLUS),
    "f0": AnswerToken(feel=Feel.WORSE),
    "f1": AnswerToken(feel=Feel.BETTER),
    "g0": AnswerToken(region=Region.QUADS),
    "g1": AnswerToken(region=Region.HAMSTRINGS),
    "g2": AnswerToken(region=Region.CALVES),
    "g3": AnswerToken(region=Region.GLUTES),
    "g4": AnswerToken(region=Region.ADDUCTORS),
    "g5": AnswerToken(region=Region.HIPS),
    "g6": AnswerToken(region=Region.KNEE),
    "g7": AnswerToken(region=Region.SHIN),
    "g8": AnswerToken(region=Region.ANKLE),
    "g9": AnswerToken(region=Region.FOOT),
    "g10": AnswerToken(region=Region.ACHILLES),
    "g11": AnswerToken(region=Region.GROIN),
    "g12": AnswerToken(region=Region.LOWER_BACK),
    "g13": AnswerToken(region=Region.ARMS),
    "g14": AnswerToken(region=Region.SHOULDERS),
    "g15": AnswerToken(region=Region.CHEST),
    "g16": AnswerToken(region=Region.WHOLE_BODY),
    "n0": AnswerToken(ran=Ran.NONE),
    "n1": AnswerToken(ran=Ran.EASY),
    "n2": AnswerToken(ran=Ran.HARD),
    "m45": AnswerToken(minutes=45),
    "w1772452800": AnswerToken(at=datetime(2026, 3, 2, 12, tzinfo=UTC)),
    "s0": AnswerToken(soreness=0),
    "s10": AnswerToken(soreness=10),
    "z4.5": AnswerToken(sleep=4.5),
    "z8": AnswerToken(sleep=8.0),
    "h0": AnswerToken(hot=False),
    "h1": AnswerToken(hot=True),
    "b7": AnswerToken(before=7),
    "l120": AnswerToken(legs_hours=120),
    "l9999": AnswerToken(legs_hours=9_999),
    "d0": AnswerToken(denied=False),
    "d1": AnswerToken(denied=True),
    "v0": AnswerToken(picture=False),
    "v1": AnswerToken(picture=True),
    "t29540880": AnswerToken(legs_at=datetime(2026, 3, 2, 12, tzinfo=UTC)),
    "o0": AnswerToken(about=About.RUN),
    "o1": AnswerToken(about=About.LEGS),
    "c0": AnswerToken(event=EventKind.RACE),
    "c1": AnswerToken(event=EventKind.FIVE_K),
    "c2": AnswerToken(event=EventKind.TEN_K),
    "c3": AnswerToken(event=EventKind.HALF_MARATHON),
    "c4": AnswerToken(event=EventKind.MARATHON),
    "c5": AnswerToken(event=EventKind.ULTRA),
    "c6": AnswerToken(event=EventKind.TRIATHLON),
    "c7": AnswerToken(event=EventKind.MATCH),
    "x0": AnswerToken(activity=Activity.RUN),
    "x1": AnswerToken(activity=Activity.RIDE),
    "x2": AnswerToken(activity=Activity.HIKE),
    "x3": AnswerToken(activity=Activity.SKI),
    "x4": AnswerToken(activity=Activity.MATCH),
    "x5": AnswerToken(activity=Activity.CLASS),
    "u1": AnswerToken(legs_effort=1),
    "u9": AnswerToken(legs_effort=9),
    "q0": AnswerToken(matters=Matters.A),
    "q1": AnswerToken(matters=Matters.B),
    "q2": AnswerToken(matters=Matters.C),
    "": AnswerToken(),
    "r3m45w1772452800s4p1z6.5i1a2h1b7l36d1f0g10n2v1": AnswerToken(
        run=RunKind.TEMPO,
        minutes=45,
        at=datetime(2026, 3, 2, 12, tzinfo=UTC),
        soreness=4,
        pain=PainType.MUSCLE_ACHE,
        sleep=6.5,
        ill=Illness.HEAD_COLD,
        alcohol=Alcohol.THREE_FIVE,
        hot=True,
        before=7,
        legs_hours=36,
        denied=True,
        feel=Feel.WORSE,
        region=Region.ACHILLES,
        ran=Ran.HARD,
        picture=True,
    ),
}


@pytest.mark.parametrize(("packed", "said"), SENT.items(), ids=lambda value: str(value)[:60])
def test_sent_button_reads_as_it_was_meant_and_is_written_the_same(packed, said):
    assert AnswerToken.unpacked(packed) == said
    assert said.packed() == packed


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def test_every_choice_that_travels_stands_in_the_list_of_what_was_sent(kind):
    fields = (getattr(said, name) for said in SENT.values() for name in said._fields)

    assert {value for value in fields if isinstance(value, kind)} == set(kind)
    assert [choice(kind, code(each)) for each in kind] == list(kind)


@pytest.mark.parametrize(
    "packed",
    [
        "r10", "p6", "i3", "a4", "f2", "g17", "n3", "h2", "d7", "v9", "r1.5", "l10000", "j1", "r",
        "r-1", "r٣", "s٣", "w99999999999", "w253402300800", "w9223372036854775808",
        "l9223372036854775808", "s9223372036854775808", "z1e5", "r1 ", "o2", "c8", "q3",
        "t9999999999", "t-1", "t1.5",
    ],
)  # fmt: skip
def test_what_no_button_ever_held_is_refused(packed):
    with pytest.raises(Expired):
        AnswerToken.unpacked(packed)


class Grown(StrEnum):
    """Choices of which one came between the others."""

    FIRST = "first"
    BETWEEN = "between"
    LAST = "last"


@pytest.mark.parametrize(
    ("codes", "sentence"),
    [
        ({Grown.FIRST: 0, Grown.LAST: 1}, "the table of Grown codes lacks between"),
        ({Grown.FIRST: 0, Grown.LAST: 1, Grown.BETWEEN: 1}, "two choices of Grown share a code"),
    ],
)
def test_choice_without_a_code_of_its_own_stops_the_import(codes, sentence):
    with pytest.raises(Incomplete, match=sentence):
        check(Grown, codes)
