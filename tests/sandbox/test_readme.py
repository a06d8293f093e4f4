"""The sandbox's README: a bot of a few lines, tried in the sandbox by the lines it gives."""

import os
import re
import subprocess
import sys
from pathlib import Path

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
