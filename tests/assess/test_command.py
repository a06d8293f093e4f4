"""``python -m bot assess`` as a process: files, pipes, lists, errors and exit codes."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.assess.command import answer, run

ROOT = Path(__file__).parents[2]
Said = tuple[int, str, str]  # exit code, output, errors
Tell = Callable[[bytes], Said]
LEGS = {"leg_sessions": [{"hours_ago": 30, "effort": "ordinary"}]}


def process(*arguments: str | Path, given: str = "") -> Said:
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", "bot", "assess", *map(str, arguments)],
        cwd=ROOT, input=given.encode(), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def as_json(value: object) -> object:
    decoded: object = json.loads(json.dumps(value))
    return decoded


def test_a_question_on_standard_input_is_answered() -> None:
    code, out, err = process(given=json.dumps(LEGS))

    assert (code, json.loads(out), err) == (0, as_json(answer(LEGS)), "")


def test_a_list_in_a_file_is_answered_in_its_order(tmp_path: Path) -> None:
    wrong = {"leg_sessions": [{"hours_ago": 3, "srpe": 11}]}
    file = tmp_path / "questions.json"
    file.write_text(json.dumps([LEGS, wrong, {}, 7]))

    code, out, err = process(file)

    assert (code, err) == (2, "")
    assert json.loads(out) == [
        as_json(answer(LEGS)),
        {"error": "leg_sessions[0].srpe: 0 to 10"},
        as_json(answer({})),
        {"error": "the question: an object"},
    ]


def test_a_wrong_question_is_one_line_and_exit_two() -> None:
    found = process(given='{"leg_sessions": [{"hours_ago": 3, "srpe": 11}]}')

    assert found == (2, "", "leg_sessions[0].srpe: 0 to 10\n")


def test_a_file_that_is_not_there_is_said() -> None:
    code, out, err = process("nowhere.json")

    assert (code, out, err) == (2, "", "nowhere.json: No such file or directory\n")


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """``told(text) -> (code, out, err)`` without a process."""

    def tell(text: bytes) -> Said:
        file = tmp_path / "question.json"
        file.write_bytes(text)
        code = run(file)
        return code, *capsys.readouterr()

    return tell


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "not JSON: Expecting value, line 1 column 1\n"),
        (b'{"a": }', "not JSON: Expecting value, line 1 column 7\n"),
        (b'{"sleep": {"last_night_h": NaN}}', "not JSON: NaN is no number\n"),
        (b'{"question": "\xff"}', "not JSON: not UTF-8\n"),
        (b"[" * 100_000, "not JSON: nested too deeply\n"),
        (b'"run?"', "the question: an object\n"),
        (b"null", "the question: an object\n"),
    ],
)
def test_what_is_no_question_is_refused_in_one_line(told: Tell, text: bytes, said: str) -> None:
    assert told(text) == (2, "", said)


def test_a_number_without_end_is_out_of_range(told: Tell) -> None:
    assert told(b'{"sleep": {"last_night_h": 1e999}}') == (2, "", "sleep.last_night_h: 0 to 24\n")


def test_an_empty_list_has_no_answers(told: Tell) -> None:
    assert told(b"[]") == (0, "[]\n", "")


def test_a_list_of_good_questions_ends_well(told: Tell) -> None:
    code, out, _ = told(json.dumps([LEGS, LEGS]).encode())

    assert (code, json.loads(out)) == (0, [as_json(answer(LEGS))] * 2)


def test_words_are_written_as_they_are(told: Tell) -> None:
    _, out, _ = told(json.dumps({**LEGS, "environment": {"heat_c": 33}}).encode())

    assert "33 °C" in out
