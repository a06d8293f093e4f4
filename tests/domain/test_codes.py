"""What stands in buttons already sent is read as it was meant when they were sent, for ever.

The texts here are written out, never made: they are what people's messages hold. None of these
lines may change; a new choice or letter gets a line of its own.
"""

from datetime import UTC, datetime
from enum import StrEnum

import pytest

from bot.domain.decisions.answer_token import Told
from bot.domain.decisions.codes import CODES, Feel, Ran, check, choice, code
from bot.domain.facts.errors import Expired
from bot.domain.facts.tables import Incomplete
from bot.domain.facts.training import Alcohol, Illness, PainType, Region, RunKind

SENT = {
    "r0": Told(run=RunKind.WALK),
    "r1": Told(run=RunKind.EASY),
    "r2": Told(run=RunKind.STEADY),
    "r3": Told(run=RunKind.TEMPO),
    "r4": Told(run=RunKind.INTERVALS),
    "r5": Told(run=RunKind.SPRINTS),
    "r6": Told(run=RunKind.HILLS),
    "r7": Told(run=RunKind.DOWNHILL),
    "r8": Told(run=RunKind.LONG),
    "r9": Told(run=RunKind.RACE),
    "p0": Told(pain=PainType.NONE),
    "p1": Told(pain=PainType.MUSCLE_ACHE),
    "p2": Told(pain=PainType.SHARP),
    "p3": Told(pain=PainType.JOINT),
    "p4": Told(pain=PainType.TENDON),
    "p5": Told(pain=PainType.BONE),
    "i0": Told(ill=Illness.NONE),
    "i1": Told(ill=Illness.HEAD_COLD),
    "i2": Told(ill=Illness.FEVER_OR_CHEST),
    "a0": Told(alcohol=Alcohol.NONE),
    "a1": Told(alcohol=Alcohol.ONE_TWO),
    "a2": Told(alcohol=Alcohol.THREE_FIVE),
    "a3": Told(alcohol=Alcohol.SIX_PLUS),
    "f0": Told(feel=Feel.WORSE),
    "f1": Told(feel=Feel.BETTER),
    "g0": Told(region=Region.QUADS),
    "g1": Told(region=Region.HAMSTRINGS),
    "g2": Told(region=Region.CALVES),
    "g3": Told(region=Region.GLUTES),
    "g4": Told(region=Region.ADDUCTORS),
    "g5": Told(region=Region.HIPS),
    "g6": Told(region=Region.KNEE),
    "g7": Told(region=Region.SHIN),
    "g8": Told(region=Region.ANKLE),
    "g9": Told(region=Region.FOOT),
    "g10": Told(region=Region.ACHILLES),
    "g11": Told(region=Region.GROIN),
    "g12": Told(region=Region.LOWER_BACK),
    "g13": Told(region=Region.ARMS),
    "g14": Told(region=Region.SHOULDERS),
    "g15": Told(region=Region.CHEST),
    "g16": Told(region=Region.WHOLE_BODY),
    "n0": Told(ran=Ran.NONE),
    "n1": Told(ran=Ran.EASY),
    "n2": Told(ran=Ran.HARD),
    "m45": Told(minutes=45),
    "w1772452800": Told(at=datetime(2026, 3, 2, 12, tzinfo=UTC)),
    "s0": Told(soreness=0),
    "s10": Told(soreness=10),
    "z4.5": Told(sleep=4.5),
    "z8": Told(sleep=8.0),
    "h0": Told(hot=False),
    "h1": Told(hot=True),
    "b7": Told(before=7),
    "l120": Told(legs_hours=120),
    "l9999": Told(legs_hours=9_999),
    "d0": Told(denied=False),
    "d1": Told(denied=True),
    "v0": Told(picture=False),
    "v1": Told(picture=True),
    "": Told(),
    "r3m45w1772452800s4p1z6.5i1a2h1b7l36d1f0g10n2v1": Told(
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
    assert Told().also(packed) == said
    assert said.packed() == packed


@pytest.mark.parametrize("kind", CODES, ids=lambda kind: kind.__name__)
def test_every_choice_that_travels_stands_in_the_list_of_what_was_sent(kind):
    fields = (getattr(said, name) for said in SENT.values() for name in said.__slots__)

    assert {value for value in fields if isinstance(value, kind)} == set(kind)
    assert [choice(kind, code(each)) for each in kind] == list(kind)


@pytest.mark.parametrize(
    "packed",
    [
        "r10", "p6", "i3", "a4", "f2", "g17", "n3", "h2", "d7", "v9", "r1.5", "l10000", "x1", "r",
        "r-1", "r٣", "s٣", "w99999999999", "w253402300800", "w9223372036854775808",
        "l9223372036854775808", "s9223372036854775808", "z1e5", "r1 ",
    ],
)  # fmt: skip
def test_what_no_button_ever_held_is_refused(packed):
    with pytest.raises(Expired):
        Told().also(packed)


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
