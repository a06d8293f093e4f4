"""The README's way in: the real bot in the local Discord, from a script and from a pipe."""

import os
import re
from pathlib import Path

import pytest

from bot.__main__ import main
from tests.forked import Forked
from tests.forked_workers import drawing_by

ROOT = Path(__file__).parents[2]
TOUR = ROOT / "tests" / "tour.txt"
STORM = ROOT / "tests" / "storm.txt"


def sandbox(*arguments: str, typed: str = "", zone: str = "Europe/Berlin") -> tuple[int, str, str]:
    environ = {**os.environ, "TZ": zone}
    return Forked(main, ("sandbox", *arguments), environ=environ, typed=typed).wait()


def test_tour_of_all_commands_runs_through(drawing_at_once):
    told = drawing_at_once, main, ("sandbox", "--script", str(TOUR))
    code, said, complaints = Forked(drawing_by, *told).wait()

    assert (code, complaints) == (0, "")
    for words in (
        "Leg day logged",
        "No tempo run today; an easy 30 minutes is fine",
        "legday · DM to ann · Mon 2 Mar 21:45",
        "Get medical care today",
        "Leg day removed",
        "slower than the default (2 logs)",
        "You feel worse: I count two points more soreness.",
        "Foam rolling",
        "Reminder added",
        "Your answer stands there.",
        "There is one open in this channel",
        "You have left",
        "Only days of the week",
        "effort: Must be 10 or less",
        "For your eyes only",
        "Log this run?",
        "Everything is gone",
    ):
        assert words in said


def test_roll_call_shows_two_presses_within_a_second_of_the_clock():
    presses = ("I'm in", "Join and say: I'm in", "Resting")
    typed = ("/group rollcall", *(f"press {button}" for button in presses), "wait 1s")

    _, said, _ = sandbox(typed="\n".join(typed))

    assert "Resting (1): @ann" in said


def test_storm_is_lived_through():
    """Closed DMs, a deleted channel, an outage, a restart and nights without 02:30."""
    code, said, complaints = sandbox("--script", str(STORM))

    assert (code, complaints) == (0, "")
    for words in (
        "Your DMs are closed to me",
        "stopped, because its channel was deleted",
        "Late: this was due 4 March 2026 18:00.",
        "1 resting: 1 answer.",
        "legday · #gym · Sun 8 Mar 02:30",
        "legday · DM to bob · Sun 8 Mar 03:00 in New York",  # whose clock skips 02:30
        "legday · DM to bob · Sun 15 Mar 02:30 in New York",
        "legday · #gym · Sun 29 Mar 03:00",
        "legday · DM to bob · Sun 29 Mar 02:30 in New York",
    ):
        assert said.count(words) == 1, words


def test_pipe_with_a_failing_line_ends_with_exit_code_1():
    code, said, _ = sandbox(typed="/canirun\npress No such button\n")

    assert code == 1
    assert "when was your last leg day" in said
    assert "sees no button" in said


def test_pipe_gets_a_page_only_at_a_port_and_its_transcript_stays_as_it_is():
    _, plain, nothing = sandbox(typed="who\n")
    code, said, told = sandbox("--port", "0", typed="who\n")

    assert (code, said) == (0, plain)
    assert nothing == ""
    assert re.fullmatch(r"In your browser: http://127\.0\.0\.1:\d+/\n", told)


def test_line_waits_for_its_picture_which_comes_with_its_answer(drawing_at_once):
    lines = ("/legday log effort:8 minutes:60", "press Save only", "/canirun", "press Why?")
    typed = "\n".join((*lines, "press Picture"))
    code, said, _ = Forked(
        drawing_by, drawing_at_once, main, ("sandbox",), environ={**os.environ}, typed=typed
    ).wait()
    *_, answer = said.split("> press Picture\n")

    assert code == 0
    assert answer.count("legday · ") == answer.count("(picture: ") == 1


def at_keyboard(*arguments: str, typed: str, zone: str = "Europe/Berlin") -> str:
    """Type lines at a terminal; return what was printed."""
    keyboard, terminal = os.openpty()
    try:
        os.write(keyboard, typed.encode())
        code, said, _ = Forked(
            main, ("sandbox", *arguments), environ={**os.environ, "TZ": zone}, typed=terminal
        ).wait()
    finally:
        os.close(keyboard)
        os.close(terminal)
    assert code == 0
    return said


@pytest.mark.parametrize(("arguments", "served"), [((), True), (("--no-web",), False)])
def test_keyboard_gets_a_page_unless_it_is_left_out(arguments, served):
    said = at_keyboard(*arguments, typed="quit\n")

    assert ("In your browser: http://127.0.0.1:" in said) is served


@pytest.mark.parametrize(
    ("zone", "shown"), [("Asia/Tokyo", "Asia/Tokyo"), ("UTC", "Europe/Berlin")]
)
def test_keyboard_finds_one_oclock_on_the_machines_clock(zone, shown):
    said = at_keyboard("--no-web", typed="zone\nquit\n", zone=zone)

    assert f"ann's clock is in {shown}. It is Mon 2 Mar 13:00." in said


def test_script_is_the_same_on_every_machine():
    lines = "/canirun\nwait until 18:00\nzone\n"
    berlin, tokyo = [sandbox(typed=lines, zone=zone) for zone in ("Europe/Berlin", "Asia/Tokyo")]

    assert berlin == tokyo
    assert "ann's clock is in Europe/Berlin. It is Mon 2 Mar 18:00." in berlin[1]


def test_moments_are_shown_in_the_zone_that_was_told_to_the_bot_until_it_is_deleted():
    lines = """\
/profile
press Time zone
fill zone:"los angeles"
press Save only
zone
/mydata delete
press Delete everything
zone
"""
    code, said, _ = sandbox(typed=lines)

    assert code == 0
    assert re.findall("clock is in (.*)[.] It", said) == ["America/Los_Angeles", "Europe/Berlin"]
