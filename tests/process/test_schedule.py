"""``python -m bot schedule`` as somebody who doubts would use it."""

import pytest

from bot.__main__ import main


def shown(capsys, *arguments):
    assert main(["schedule", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        pytest.param(
            ("America/New_York", "02:30", "--from", "2026-03-08", "--to", "2026-03-08"),
            "Sun 2026-03-08  2026-03-08T07:00:00Z  Sun 2026-03-08 03:00 EDT (-0400)  gap",
            id="gap",
        ),
        pytest.param(
            ("America/New_York", "01:30", "--from", "2026-11-01", "--to", "2026-11-01"),
            "Sun 2026-11-01  2026-11-01T05:30:00Z  Sun 2026-11-01 01:30 EDT (-0400)  fold",
            id="fold",
        ),
        pytest.param(
            ("Africa/Cairo", "00:30", "fri", "--from", "2026-04-20", "--to", "2026-04-26"),
            "Fri 2026-04-24  2026-04-23T22:00:00Z  Fri 2026-04-24 01:00 EEST (+0300)  gap",
            id="gap-at-midnight",
        ),
        pytest.param(
            ("Pacific/Apia", "9am", "--from", "2011-12-30", "--to", "2011-12-30"),
            "Fri 2011-12-30  -                     -                                none",
            id="date-that-never-was",
        ),
        pytest.param(
            ("UTC", "7", "mon", "wed", "--from", "2026-11-24", "--to", "2026-11-29"),
            "Wed 2026-11-25  2026-11-25T07:00:00Z  Wed 2026-11-25 07:00 UTC (+0000)  plain",
            id="plain",
        ),
    ],
)
def test_schedule_says_when_and_why(capsys, arguments, expected):
    (line,) = shown(capsys, *arguments)

    assert line.split(":  ")[0].startswith(expected)


def test_schedule_has_a_line_for_each_day(capsys):
    lines = shown(capsys, "Europe/Berlin", "08:00", "--from", "2026-12-30", "--to", "2027-01-02")

    assert [line[4:14] for line in lines] == [
        *("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"),
    ]


def test_schedule_says_that_it_is_empty(capsys):
    lines = shown(capsys, "UTC", "8", "tue", "--from", "2026-11-23", "--to", "2026-11-23")

    assert lines == ["none of these days lies between the two dates"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("Mars/Base", "8", "--from", "2026-01-01", "--to", "2026-01-02"), "Mars/Base: no such"),
        (("UTC", "25:61", "--from", "2026-01-01", "--to", "2026-01-02"), "25:61: no such time"),
        (
            ("UTC", "8", "30", "feb", "--from", "2026-01-01", "--to", "2026-01-02"),
            "30 feb: no such",
        ),
        (("UTC", "8", "--from", "2026-02-30", "--to", "2026-03-02"), "2026-02-30: no such date"),
        (("UTC", "8", "--from", "2026-03-02", "--to", "2026-03-01"), "2026-03-01 is before"),
        (("UTC", "8", "--from", "0001-01-01", "--to", "2026-03-01"), "0001-01-01: from 1900"),
        (("UTC", "8", "--from", "2026-03-01", "--to", "9999-12-31"), "9999-12-31: from 1900"),
    ],
)
def test_schedule_refuses_nonsense_in_one_line(capsys, arguments, problem):
    code = main(["schedule", *arguments])

    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err.startswith(problem)
    assert told.err.count("\n") == 1
