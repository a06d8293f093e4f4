"""``python -m bot read``: what the bot reads of words, one at a time or as a list."""

import io
import json

import pytest

from bot.__main__ import EXIT_OK, EXIT_SETTINGS, main


def told(capsys, *arguments):
    assert main(["read", *arguments]) == EXIT_OK
    return capsys.readouterr().out.strip()


@pytest.mark.parametrize(
    ("arguments", "reading"),
    [
        (["exercises", "squat 5x5 100kg @8"], "squat 5x5 100kg @8"),
        (["sentence", "can I run tomorrow 7am? legs 4/10"], "ask soreness=4; when=tomorrow 7am"),
        (["exercises", "squat", "5x5", "225", "--unit", "lb"], "squat 5x5 102.06kg"),
        (["exercises_lb", "squat 5x5 225"], "squat 5x5 102.06kg"),
        (["exercises", "squat 100x5\n100x5"], "squat 2x5 100kg"),
        (["exercises", "squat 8x100kg"], "unread squat 8x100kg"),
        (["when", "yesterday 18:30", "--now", "2026-11-28T14:40"], "Fri 27 Nov 2026 18:30"),
        (
            ["plan", "in 2h", "--now", "2026-11-28T14:40Z", "--zone", "Asia/Tokyo"],
            "Sun 29 Nov 2026 01:40",
        ),
        (["until", "3 days", "--now", "2026-11-28T14:40"], "Tue 01 Dec 2026 14:40"),
        (["when", "after work"], "refused: when_not_understood"),
        (["zone", "Zürich"], "Europe/Zurich"),
        (["zone", "Newcastle"], "offers Europe/London, Australia/Sydney"),
        (["km", "5k"], "5.0 km"),
        (["mi", "13.1"], "21.082 km"),
        (["minutes", "1h15"], "75 min"),
        (["score", "8/10"], "8"),
        (["days", "mon-fri"], "mon,tue,wed,thu,fri"),
        (["clock", "6pm"], "18:00"),
        (["duration", "2d 4h"], "52 h"),
        (["sleep", "7:30"], "7.5 h"),
    ],
)
def test_words_are_read_as_a_member_s_would_be(capsys, arguments, reading):
    assert told(capsys, *arguments) == reading


def test_a_list_is_read_in_its_order_each_by_its_own_zone_and_moment(capsys, monkeypatch):
    listed = [
        {"reader": "when", "input": "yesterday 9am"},
        {"reader": "when", "input": "2h ago", "zone": "UTC", "now": "2026-07-11T18:00:00+00:00"},
        {"reader": "exercises", "input": "squat 5x5 100kg", "expected": "is passed over"},
    ]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(listed).encode())))

    assert json.loads(told(capsys)) == [
        "Fri 27 Nov 2026 09:00",
        "Sat 11 Jul 2026 16:00",
        "squat 5x5 100kg",
    ]


@pytest.mark.parametrize(
    "arguments",
    [["tea", "5x5"], ["when", "now", "--zone", "Mars"], ["when", "now", "--now", "soon"]],
)
def test_what_cannot_be_read_at_all_is_told_in_one_line(capsys, arguments):
    assert main(["read", *arguments]) == EXIT_SETTINGS
    assert capsys.readouterr().err.count("\n") == 1
