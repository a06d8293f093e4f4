"""The transcripts of the README and of a week are what happens, and a command writes them."""

import pytest

from tests.transcript import (
    README,
    WEEK,
    WEEK_APPROVED,
    Step,
    TranscriptError,
    played,
    shortened,
    steps,
    written,
)

FAILING = """\
```
ann in #gym> press Something that is not there
```
"""


def test_readme_shows_what_happens():
    """`make approve` writes it anew."""
    readme = README.read_text(encoding="utf-8")

    assert written(readme) == readme


def test_week_of_eight_people_is_what_happens():
    """Roll calls, a plan mended, a digest, somebody leaving, weeks kept around a pause."""
    assert played(WEEK) == WEEK_APPROVED.read_text(encoding="utf-8")


def test_readme_types_every_line_from_a_first_log_to_a_verdict():
    shown = README.read_text(encoding="utf-8")

    typed = [step.line.partition("> ")[2].split()[0] for step in steps(shown)]
    assert typed[0] == "/legday"
    assert "wait" in typed
    assert typed[-1] == "/canirun"


def test_what_is_wrong_in_a_transcript_is_set_right():
    wrong = "Words\n```\nann in #gym> zone\n      lies\nann in #gym> in #legday-log\n```\nmore\n"

    right = "      ann's clock is in Europe/Berlin. It is Mon 2 Mar 13:00."
    assert written(wrong) == wrong.replace("      lies", right)


@pytest.mark.parametrize(
    "readme", [FAILING.join(["Words\n", "more\n"]), "", "```\nmake run\n```\n"]
)
def test_transcript_that_fails_or_is_none_is_told(readme):
    with pytest.raises(TranscriptError):
        written(readme)


def test_steps_begin_at_typed_lines():
    transcript = "ann in #gym> dm\n      (nothing here)\nann in DM> wait 8h\n   1  a\n      b"

    assert steps(transcript) == [
        Step("ann in #gym> dm", ["      (nothing here)"]),
        Step("ann in DM> wait 8h", ["   1  a", "      b"]),
    ]


@pytest.mark.parametrize(
    ("shown", "real", "kept"),
    [
        (["a"], ["b", "c"], ["b", "c"]),
        (
            ["a", "… (9 lines more)", "z"],
            ["1", "2", "3", "4"],
            ["1", "      … (2 lines more)", "4"],
        ),
        (["a", "… (1 line more)"], ["1", "2"], ["1", "      … (1 line more)"]),
        (["a", "… (1 line more)", "z"], ["1", "2"], ["1", "2"]),
        (["a", "… (3 lines more)", "z"], [], []),
        (["… (3 lines more)"], ["1", "2"], ["      … (2 lines more)"]),
        (["a ... b"], ["1", "2"], ["1", "2"]),
    ],
)
def test_mark_leaves_out_the_middle_and_says_how_much(shown, real, kept):
    assert shortened(shown, real) == kept
