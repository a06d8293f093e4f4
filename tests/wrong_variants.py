"""Try wrong variants of the recovery model: the suite must turn red for each of them.

``python -m tests.wrong_variants [NAME-PART]`` copies the tree, changes one piece of text at a time
as ``wrong_variants.toml`` says, and runs the model's tests with few examples until one is red. It
prints which test it was, and exits 1 if a variant survives or no longer applies, or if the
unchanged copy is red.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
VARIANTS = Path(__file__).with_suffix(".toml")
COPIED = ("bot", "tests")
MODEL = Path("bot/domain/recovery")
TESTS = "tests/domain/recovery"
TIMEOUT = 120  # seconds for one run; one that hangs counts as red
ENVIRONMENT = {"HYPOTHESIS_PROFILE": "quick", "PYTHONDONTWRITEBYTECODE": "1"}
RED = re.compile(r"^(?:FAILED|ERROR) \S*?([^/\s]+?\.py)(?:::(.+?))?(?: - .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wrong change: in ``file`` of the model, ``old`` becomes ``new``."""

    name: str
    file: str
    old: str
    new: str


def main(only: str = "") -> int:
    """Try each variant whose name has ``only`` in it; return the process's exit code."""
    variants = [each for each in read_variants() if only in each.name]
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of_the_tree(Path(folder))
        if (red := red_test(copy)) is not None:
            _say(f"the unchanged copy is red: {red}")
            return 1
        if gone := [each.name for each in variants if stale(copy, each)]:
            _say("no longer apply: " + ", ".join(gone))
            return 1
        for variant in variants:
            started = time.perf_counter()
            by = killer(copy, variant)
            seconds = time.perf_counter() - started
            killed += by is not None
            _say(f"{variant.name:<52} {by or 'SURVIVED':<75} {seconds:5.1f} s")
    _say(f"{killed} of {len(variants)} wrong variants killed")
    return 0 if variants and killed == len(variants) else 1


def read_variants() -> list[Variant]:
    """Every variant of the data file, in its order."""
    groups = tomllib.loads(VARIANTS.read_text("utf-8"))
    return [
        Variant(name=name, file=file, old=old, new=new)
        for group in groups.values()
        for name, (file, old, new) in group.items()
    ]


def copy_of_the_tree(folder: Path) -> Path:
    """Copy what the tests need."""
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def killer(copy: Path, variant: Variant) -> str | None:
    """The test that is red with a variant, ``None`` if it survives; the copy is put back."""
    path = copy / MODEL / variant.file
    original = path.read_text("utf-8")
    try:
        path.write_text(original.replace(variant.old, variant.new), "utf-8")
        return red_test(copy)
    finally:
        path.write_text(original, "utf-8")


def stale(copy: Path, variant: Variant) -> bool:
    """Whether a variant's text does not stand exactly once in its file any more."""
    return (copy / MODEL / variant.file).read_text("utf-8").count(variant.old) != 1


def red_test(copy: Path) -> str | None:
    """The first red test of the model in a copy of the tree, ``None`` if all are green."""
    options = ("-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider")
    try:
        run = subprocess.run(  # noqa: S603 - this very Python, with arguments of our own
            (sys.executable, "-m", "pytest", *options, TESTS),
            cwd=copy,
            env=os.environ | ENVIRONMENT,
            capture_output=True,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    if run.returncode == 0:
        return None
    found = RED.search(run.stdout)
    return (found[2] or found[1])[:75] if found else f"exit {run.returncode}"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
