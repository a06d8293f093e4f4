"""The sandbox's README: a bot of a few lines, tried in the sandbox by the lines it gives."""

import os
import re
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

from bot.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
README = ROOT / "bot/sandbox/README.md"
BLOCK = re.compile(r"^```python\n# (\S+\.py)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_readmes_bot_is_tried_by_the_readmes_lines(tmp_path):
    files = dict(BLOCK.findall(README.read_text(encoding="utf-8")))
    for name, lines in files.items():
        (tmp_path / name).write_text(lines, encoding="utf-8")

    done = subprocess.run(  # noqa: S603 (our own lines, by our own interpreter)
        [sys.executable, tmp_path / "try_hello.py"],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{tmp_path}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert set(files) == {"hello.py", "try_hello.py"}
    assert (done.returncode, done.stdout) == (0, "Hello world!\n"), done.stderr


async def test_whatever_the_readme_says_can_be_done_is_there():
    rows = re.findall(r"^\| (`.*?) \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    async with Sandbox() as sandbox:
        people = {name: sandbox.person(name) for name in ("ann", "bob")}
        missing = [
            f"{who}.{path}"
            for row in rows
            for who, path in named(row)
            if not has({"sandbox": sandbox, **people}[who], path)
        ]

    assert len(rows) > 10
    assert missing == []


def named(row):
    """Yield who and what of theirs a row names; "`.up()`" is of what the one before it is of."""
    who = of = ""
    for found, path, short in re.findall(r"\b(sandbox|ann|bob)\.([\w.]+)|`\.(\w+)", row):
        who, of = (found, path.rpartition(".")[0]) if found else (who, of)
        yield who, path or f"{of}.{short}".lstrip(".")


def has(whose, path):
    try:
        attrgetter(path)(whose)
    except AttributeError:
        return False
    return True
