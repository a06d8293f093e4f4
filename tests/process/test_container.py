"""What keeps a deployed bot sound: its image, its limits, the floors of its dependencies."""

import configparser
import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from bot.config import Config

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements/base.txt", "requirements/scale.txt", "requirements/dev.txt")
COMPOSED, UNIT = "compose.postgres.yaml", "contrib/legday@.service"
SEVERAL = (COMPOSED, "contrib/kubernetes.yaml", UNIT)
OTHERS = {"POSTGRES_USER", "POSTGRES_DB", "POSTGRES_PASSWORD", "REQUIREMENTS"}
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
@pytest.mark.parametrize("file", ["compose.yaml", COMPOSED])
def test_composed_container_has_its_limits(file, line):
    if file == COMPOSED and line.startswith("test:"):
        line = "/ready"  # the heartbeat's file is one for all processes
    assert line in text_of(file)


def test_image_for_several_processes_installs_their_lock():
    image = text_of("Dockerfile")

    assert "ARG REQUIREMENTS=base\n" in image
    assert "--require-hashes -r requirements/${REQUIREMENTS}.txt" in image
    assert "args: {REQUIREMENTS: scale}" in text_of(COMPOSED)
    for lock in ("base", "scale"):
        assert f"!requirements/{lock}.txt" in text_of(".dockerignore").splitlines()


def variables_of(name):
    """Return the environment that a file gives the bot, with what it leaves to the operator."""
    text = text_of(name)
    if name == UNIT:
        unit = configparser.ConfigParser(interpolation=None, strict=False)
        unit.optionxform = str  # type: ignore[method-assign,assignment]  # as its manual says
        unit.read_string(text)
        given = (one.split("=", 1) for one in unit["Service"]["Environment"].split())
        found = {key: value.replace("%i", "1") for key, value in given}
        assert "-m bot run" in unit["Service"]["ExecStart"]
    else:
        assert "\t" not in text
        found = dict(re.findall(r'^ +([A-Z][A-Z_]+): "?([^"\n]*)"?$', text, re.MULTILINE))
    return {"DISCORD_TOKEN": "a.b.c", "DATABASE_URL": "postgresql://legday@db/legday"} | found


@pytest.mark.parametrize("name", SEVERAL)
def test_files_for_several_processes_set_what_the_bot_reads(name):
    given = variables_of(name)
    read = {field.name.upper() for field in fields(Config)}

    assert {one for one in given if not one.startswith("PYTHON")} - OTHERS <= read
    config = Config.from_env(given)
    assert config.health_address
    if name != UNIT:
        [replicas] = re.findall(r"replicas: (\d+)", text_of(name))
        assert int(replicas) == config.shard_slots + 1
        assert config.shard_count >= config.shard_slots
        port = config.health_address.rpartition(":")[2]
        assert len(re.findall(rf"\b{port}\b", text_of(name))) >= 2  # asked where it listens
    for mentioned in re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", text_of(name)):
        assert mentioned in read | OTHERS | {"AF_INET", "AF_UNIX"} or "PYTHON" in mentioned
