"""What keeps a deployed bot sound: its image, its limits, the floors of its dependencies."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements/base.txt", "requirements/dev.txt")
FIXED = {"aiohttp": (3, 14, 3), "python-dotenv": (1, 2, 2)}  # below them are faults that are known


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split("."))


@pytest.mark.parametrize(("package", "fixed"), FIXED.items())
def test_no_release_with_a_known_fault_is_installed(package, fixed):
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    (declared,) = (one for one in project["dependencies"] if re.match(rf"{package}\b", one))
    locked = [
        each
        for lock in LOCKS
        for each in re.findall(rf"^{package}==([\d.]+) ", text_of(lock), re.MULTILINE)
    ]

    floor = re.search(r">=([\d.]+)", declared)
    assert floor is not None
    assert version(floor[1]) >= fixed
    assert len(locked) == len(LOCKS)
    assert all(version(each) >= fixed for each in locked)


def test_advisories_are_looked_up_for_all_that_is_locked():
    workflow = text_of(".github/workflows/advisories.yml")
    (audit,) = re.findall(r"run: (pip-audit .*)", workflow)

    assert all(f"-r {lock}" in audit for lock in LOCKS)
    assert "schedule:" in workflow
    assert "pull_request:" in workflow


def test_image_installs_by_hash_runs_as_nobody_special_and_tells_its_health():
    image = text_of("Dockerfile")

    assert "--require-hashes" in image
    assert re.search(r"^USER (?!root)\w+$", image, re.MULTILINE)
    assert re.search(
        r'^HEALTHCHECK .*CMD \["python", "-m", "bot", "health"\]$', image, re.MULTILINE
    )


@pytest.mark.parametrize(
    "line",
    [
        'test: ["CMD", "python", "-m", "bot", "health"]',
        "read_only: true",
        "cap_drop: [ALL]",
        'security_opt: ["no-new-privileges:true"]',
        "mem_limit:",
        "cpus:",
        "pids_limit:",
        "max-size:",
    ],
)
def test_composed_container_has_its_limits(line):
    assert line in text_of("compose.yaml")
