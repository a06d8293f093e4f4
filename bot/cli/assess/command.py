"""The command: one question or a list in, answers and errors out."""

import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from bot.cli.assess.asking import question_of
from bot.cli.assess.fields import Wrong
from bot.cli.assess.telling import answer_as_json
from bot.domain.recovery.assess import assess

EXIT_OK, EXIT_WRONG = 0, 2


def run(path: Path | None) -> int:
    """Answer the questions of a file or of standard input; return the exit code."""
    try:
        asked = _decoded(sys.stdin.buffer.read() if path is None else path.read_bytes())
        answers = _each(asked) if isinstance(asked, list) else answer(asked)
    except OSError as error:
        return _refuse(f"{path}: {error.strerror}")
    except Wrong as wrong:
        return _refuse(str(wrong))
    # One answer is for somebody to read, a list for a program.
    indent = None if isinstance(answers, list) else 2
    sys.stdout.write(json.dumps(answers, ensure_ascii=False, indent=indent) + "\n")
    failed = isinstance(answers, list) and any("error" in each for each in answers)
    return EXIT_WRONG if failed else EXIT_OK


def answer(asked: object) -> dict[str, Any]:
    """Answer one question as decoded from JSON.

    Raises:
        Wrong: the question has a field it may not have.
    """
    question = question_of(asked)
    return answer_as_json(question, assess(question))


def _each(asked: list[object]) -> list[dict[str, Any]]:
    """Return the answers in order, with an error in the place of a wrong question."""
    answers = []
    for each in asked:
        try:
            answers.append(answer(each))
        except Wrong as wrong:
            answers.append({"error": str(wrong)})
    return answers


def _decoded(text: bytes) -> object:
    """Decode JSON as the standard has it, in UTF-8.

    Raises:
        Wrong: it is none.
    """
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Wrong(f"not JSON: {error.msg}, line {error.lineno} column {error.colno}") from None
    except UnicodeDecodeError:
        raise Wrong("not JSON: not UTF-8") from None
    except RecursionError:
        raise Wrong("not JSON: nested too deeply") from None


def _no_number(name: str) -> NoReturn:
    raise Wrong(f"not JSON: {name} is no number")


def _refuse(line: str) -> int:
    sys.stderr.write(f"{line}\n")
    return EXIT_WRONG
