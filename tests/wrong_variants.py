"""Try wrong variants of the bot: the tests must turn red for each of them.

``python -m tests.wrong_variants [NAME-PART]`` copies the tree, changes one piece of text at a time
as a data file says, and runs the tests that watch over it until one is red. It prints which test
it was, and exits 1 if a variant survives or no longer applies, or if the unchanged copy is red.
``NAME-PART`` may also be part of a suite's name or a group's: ``model``, ``torture``, ``G1``.
"""

import ast
import compileall
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
from py_compile import PycInvalidationMode

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
COPIED = ("bot", "cogs", "contrib", "tests")
TIMEOUT = 180  # seconds for one run; one that hangs counts as red
ENVIRONMENT = {"HYPOTHESIS_PROFILE": "quick", "PYTHONDONTWRITEBYTECODE": "1"}
RED = re.compile(r"^(?:FAILED|ERROR) \S*?([^/\s]+?\.py)(?:::(.+?))?(?: - .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A data file of variants, below which folder their files are, and the tests they must fail.

    ``tests`` are paths, separated by spaces; a variant may name others after its three texts.

    ``by_group``: only the checks of the goal that a variant's group is named for. ``by_file``: only
    the file of tests that it is named for.
    """

    name: str
    variants: Path
    folder: Path
    tests: str
    by_group: bool = False
    by_file: bool = False

    def tests_of(self, group: str) -> tuple[str, ...]:
        """Return pytest's arguments for the variants of a group."""
        if self.by_file:
            return (f"{self.tests}/test_{group}.py",)
        if self.by_group:
            return self.tests, "-k", f"[{group}:"
        return tuple(self.tests.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wrong change: in ``file``, ``old`` becomes ``new``; ``tests`` are pytest's arguments."""

    name: str
    group: str
    file: Path
    old: str
    new: str
    tests: tuple[str, ...]


SUITES = (
    Suite(
        name="model",
        variants=TESTS / "wrong_variants.toml",
        folder=Path("bot/domain/recovery"),
        tests="tests/domain/recovery",
    ),
    Suite(
        name="reading",
        variants=TESTS / "domain/reading/variants.toml",
        folder=Path("bot/domain"),
        tests="tests/domain/reading",
    ),
    Suite(
        name="week",
        variants=TESTS / "domain/week/variants.toml",
        folder=Path("bot/domain/week"),
        tests="tests/domain/week",
        by_file=True,
    ),
    Suite(
        name="delivery",
        variants=TESTS / "delivery/variants.toml",
        folder=Path("bot"),
        tests="tests/delivery",
        by_file=True,
    ),
    Suite(
        name="process",
        variants=TESTS / "process/variants.toml",
        folder=Path("bot"),
        tests="tests/process/test_registration.py tests/process/test_unreadable.py "
        "tests/process/test_retry.py tests/process/test_gateway.py",
    ),
    Suite(
        name="store",
        variants=TESTS / "store/variants.toml",
        folder=Path(),
        tests="tests/store",
        by_file=True,
    ),
    Suite(
        name="sqlite",
        variants=TESTS / "store/sqlite/variants.toml",
        folder=Path(),
        tests="tests/store/sqlite",
        by_file=True,
    ),
    Suite(
        name="importing",
        variants=TESTS / "importing/variants.toml",
        folder=Path(),
        tests="tests/importing",
        by_file=True,
    ),
    Suite(
        name="servers",
        variants=TESTS / "cogs/variants.toml",
        folder=Path(),
        tests="tests/cogs",
        by_file=True,
    ),
    Suite(
        name="languages",
        variants=TESTS / "languages/variants.toml",
        folder=Path("bot"),
        tests="tests/languages/test_i18n.py tests/languages/test_examples.py "
        "tests/domain/tongues/test_typed.py tests/texts/test_errors.py",
    ),
    Suite(
        name="released",
        variants=TESTS / "released_variants.toml",
        folder=Path("bot"),
        tests="tests/domain/test_codes.py tests/domain/test_kinds.py tests/texts/test_approved.py "
        "tests/texts/test_numbers.py",
    ),
    Suite(
        name="words",
        variants=TESTS / "texts/variants.toml",
        folder=Path("bot/texts/canirun"),
        tests="tests/texts",
        by_file=True,
    ),
    Suite(
        name="answers",
        variants=TESTS / "cogs/answer_variants.toml",
        folder=Path(),
        tests="tests/cogs/test_answering.py",
    ),
    Suite(
        name="torture",
        variants=TESTS / "torture/variants.toml",
        folder=Path("bot"),
        tests="tests/torture",
        by_group=True,
    ),
)


def main(only: str = "") -> int:
    """Try each variant whose names have ``only`` in them; return the process's exit code."""
    variants = [
        each
        for suite in SUITES
        for each in read_variants(suite)
        if only in f"{suite.name} {each.group} {each.name}"
    ]
    killed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = copy_of_the_tree(Path(folder))
        if gone := [each.name for each in variants if stale(copy, each)]:
            _say("no longer apply: " + ", ".join(gone))
            return 1
        for tests in dict.fromkeys(each.tests for each in variants):
            if (red := red_test(copy, tests)) is not None:
                _say(f"the unchanged copy is red: {red}")
                return 1
        for variant in variants:
            started = time.perf_counter()
            by = killer(copy, variant)
            seconds = time.perf_counter() - started
            killed += by is not None
            _say(f"{variant.name:<52} {by or 'SURVIVED':<75} {seconds:5.1f} s")
    _say(f"{killed} of {len(variants)} wrong variants killed")
    return 0 if variants and killed == len(variants) else 1


def read_variants(suite: Suite) -> list[Variant]:
    """Every variant of a suite's data file, in its order."""
    groups = tomllib.loads(suite.variants.read_text("utf-8"))
    return [
        Variant(
            name=name,
            group=group,
            file=suite.folder / file,
            old=old,
            new=new,
            tests=tuple(" ".join(tests).split()) or suite.tests_of(group),
        )
        for group, variants in groups.items()
        for name, (file, old, new, *tests) in variants.items()
    ]


def copy_of_the_tree(folder: Path) -> Path:
    """Copy what the tests need, compiled: each run then compiles the one file that it changed."""
    for name in COPIED:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", folder)
    # Known by its content: a change within a second may be as long as what it replaces.
    compileall.compile_dir(folder, quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    return folder


def killer(copy: Path, variant: Variant) -> str | None:
    """The test that is red with a variant, ``None`` if it survives; the copy is put back."""
    path = copy / variant.file
    original = path.read_text("utf-8")
    try:
        path.write_text(original.replace(variant.old, variant.new), "utf-8")
        return red_test(copy, variant.tests)
    finally:
        path.write_text(original, "utf-8")


def stale(copy: Path, variant: Variant) -> bool:
    """Whether a variant is none any more: not exactly once in its file, or no program."""
    text = (copy / variant.file).read_text("utf-8")
    if text.count(variant.old) != 1:
        return True
    try:
        ast.parse(text.replace(variant.old, variant.new))
    except SyntaxError:
        return True
    return False


def red_test(copy: Path, tests: tuple[str, ...]) -> str | None:
    """The first red test of these in a copy of the tree, ``None`` if all are green."""
    options = ("-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider")
    try:
        run = subprocess.run(  # noqa: S603 - this very Python, with arguments of our own
            (sys.executable, "-m", "pytest", *options, *tests),
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
