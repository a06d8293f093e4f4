"""The other commands of the command line, called as ``python -m bot`` calls them."""

import asyncio
import ctypes
import logging
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.clock import SystemClock
from bot.domain.facts.settings import GuildSettings
from bot.sandbox import RealClock, Sandbox
from bot.store.store import open_store
from tests import stored
from tests.forked import Forked

ROOT = Path(__file__).parents[2]
NAMES = ("DISCORD_TOKEN", "DISCORD_API_BASE", "DATABASE_URL", "BACKUP_DIR", "BACKUP_EVERY_HOURS")


@pytest.fixture
def operator(tmp_path, monkeypatch, capsys):
    """Run commands in an empty folder: ``operator("backup", "copy.db") -> (code, out, err)``."""
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    root = logging.getLogger()
    before = (root.handlers[:], root.level)

    def run(*arguments, **variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        code = main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    yield run
    root.handlers[:], root.level = before
    logging.captureWarnings(capture=False)


async def kept(path, *ids):
    """Keep these servers in the database at ``path`` and return those it holds then."""
    async with open_store(f"sqlite:///{path}", clock=SystemClock()) as store:
        for guild_id in ids:
            await stored.save_server(store, GuildSettings(guild_id=guild_id), now=datetime.now(UTC))
        return await store.guilds.ids()


def test_migrate_makes_the_database(operator, tmp_path):
    code, out, _ = operator("migrate")

    assert (code, out) == (0, "The database is up to date.\n")
    assert (tmp_path / "data" / "legday.db").exists()


def test_backup_and_restore_bring_back_what_was_there(operator, tmp_path):
    database = tmp_path / "data" / "legday.db"
    asyncio.run(kept(database, 1))

    made = operator("backup", "copy.db")
    asyncio.run(kept(database, 2))
    restored = operator("restore", "copy.db")

    assert made[0] == 0
    assert made[1].startswith("Copied to copy.db.\n")
    assert made[2].endswith("backup made: copy.db\n")
    assert restored[0] == 0
    assert asyncio.run(kept(database)) == {1}


def test_backup_without_a_path_joins_the_automatic_ones(operator, tmp_path):
    operator("migrate")

    code, out, _ = operator("backup")

    [copy] = (tmp_path / "data" / "backups").glob("*.db")
    assert (code, out) == (0, f"Copied to {copy.relative_to(tmp_path)}.\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("backup",), "does not exist yet"),
        (("restore", "nothing.db"), "nothing.db"),
        (("sync",), "DISCORD_TOKEN is not set"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(operator, arguments, says):
    code, out, err = operator(*arguments)

    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err


def test_backup_overwrites_nothing(operator, tmp_path):
    operator("migrate")
    (tmp_path / "mine.db").write_text("precious")

    code, _, err = operator("backup", "mine.db")

    assert (code, "exists already" in err) == (2, True)
    assert (tmp_path / "mine.db").read_text() == "precious"


def findings(text):
    """Return level by subject of what doctor printed."""
    lines = re.findall(r"^(\w+) +(\w+(?: \w+)?) {2,}", text, re.MULTILINE)
    return {about: level for level, about in lines}


def test_doctor_without_anything_names_the_token(operator):
    code, out, _ = operator("doctor")

    assert code == 1
    assert findings(out) == {
        "settings": "fail",
        "private": "ok",
        "folder": "ok",
        "database": "ok",
        "backups": "warn",
        "time zones": "ok",
        "languages": "ok",
        "papers": "warn",
    }


@pytest.fixture
def discord():
    """Do some work while a local Discord runs: ``await discord(work)``."""

    async def during(work):
        async with Sandbox(clock=RealClock()) as running:
            done = await work(running)
            assert running.violations == []
            return done

    return during


async def diagnose(running, *, token=None):
    """Run doctor as a process against a running sandbox and return code and findings."""
    variables = {"DISCORD_TOKEN": token or running.token, "DISCORD_API_BASE": running.url}
    code, out, _ = await doctor(**variables).ended()
    return code, findings(out)


def doctor(**variables):
    return Forked(main, ("doctor",), folder=Path.cwd(), environ=variables)


def test_doctor_accepts_a_working_setup(operator, discord):
    operator("migrate")
    operator("backup")

    code, found = asyncio.run(discord(diagnose))

    assert code == 0
    assert found == {
        "settings": "ok",
        "private": "ok",
        "folder": "ok",
        "database": "ok",
        "owner": "ok",
        "reminders": "ok",
        "rolls": "ok",
        "commands": "warn",
        "backups": "ok",
        "time zones": "ok",
        "languages": "ok",
        "papers": "warn",
        "discord": "ok",
        "intents": "ok",
        "installs": "warn",
        "plain words": "ok",
    }


def test_doctor_accepts_an_application_that_members_can_add_to_their_account(operator, discord):
    async def set_up(running):
        running.world.integration_types = {"0": {}, "1": {}}
        return await diagnose(running)

    _, found = asyncio.run(discord(set_up))

    assert found["installs"] == "ok"


def test_doctor_finds_a_refused_token(operator, discord):
    code, found = asyncio.run(discord(lambda running: diagnose(running, token="nonsense")))

    assert (code, found["discord"]) == (1, "fail")


def test_doctor_finds_a_damaged_database(operator, tmp_path):
    operator("migrate")
    (tmp_path / "data" / "legday.db").write_bytes(b"not a database at all" * 500)

    code, out, _ = operator("doctor")

    assert (code, findings(out)["database"]) == (1, "fail")


def without_rights_of_root():
    """Let rights on files hold for root as well, in a process about to begin."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; others have none


def test_doctor_calls_a_sound_database_of_another_user_no_damage(operator, tmp_path):
    operator("migrate")
    data = tmp_path / "data"
    (data / "legday.db").chmod(0o400)
    data.chmod(0o500)

    done = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        preexec_fn=without_rights_of_root,
        capture_output=True,
        text=True,
    )

    data.chmod(0o700)
    said = next(line for line in done.stdout.splitlines() if "database  " in line)
    assert (done.returncode, findings(done.stdout)["folder"]) == (1, "fail")
    assert "damaged" not in said
    assert "restore" not in said


def test_doctor_finds_a_database_gone_though_there_are_copies(operator, tmp_path):
    operator("migrate")
    operator("backup")
    (tmp_path / "data" / "legday.db").unlink()

    code, out, _ = operator("doctor")

    [copy] = (tmp_path / "data" / "backups").iterdir()
    assert (code, findings(out)["database"]) == (1, "fail")
    assert copy.name in out


def test_doctor_finds_old_backups(operator, tmp_path):
    operator("migrate")
    old = datetime.now(UTC) - timedelta(days=3)
    (tmp_path / "data" / "backups").mkdir()
    (tmp_path / "data" / "backups" / f"legday-{old:%Y%m%dT%H%M%SZ}.db").touch()

    _, out, _ = operator("doctor")

    assert findings(out)["backups"] == "warn"
    assert "3 days old" in out


def test_doctor_finds_a_folder_that_cannot_be(operator, tmp_path):
    (tmp_path / "data").write_text("a file")

    code, out, _ = operator("doctor")

    assert (code, findings(out)["folder"]) == (1, "fail")


def test_doctor_finds_that_no_copy_can_be_made(operator, tmp_path):
    operator("migrate")
    (tmp_path / "copies").write_text("a file")

    _, out, _ = operator("doctor", BACKUP_DIR="copies/of-legday")

    assert "none can be made" in next(line for line in out.splitlines() if "backups" in line)


def test_doctor_looks_at_the_reminders_and_commands_of_a_running_bot(operator, tmp_path):
    operator("migrate")

    async def while_open():
        async with open_store(f"sqlite:///{tmp_path}/data/legday.db", clock=SystemClock()):
            return await doctor().ended()

    _, out, _ = asyncio.run(while_open())

    found = findings(out)
    assert (found["database"], found["owner"]) == ("ok", "ok")
    assert (found["reminders"], found["commands"]) == ("ok", "warn")
    assert "the bot runs" in out


def test_restore_of_a_copy_that_is_not_there_says_so(operator):
    operator("migrate")

    code, _, err = operator("restore", "nothing.db")

    assert (code, "is not there" in err, "damaged" in err) == (2, True, False)


def test_restore_of_a_folder_says_that_it_is_one(operator, tmp_path):
    operator("migrate")
    (tmp_path / "copies").mkdir()

    code, _, err = operator("restore", "copies")

    assert (code, "copies is a folder" in err, "is not there" in err) == (2, True, False)


def test_sandbox_runs_a_script_to_its_end(operator, tmp_path):
    (tmp_path / "script.txt").write_text("who\n/legday log effort:8 minutes:60\n")

    code, out, err = operator("sandbox", "--script", "script.txt")

    assert (code, err) == (0, "")
    assert "ann in #gym> /legday log effort:8 minutes:60" in out
    assert list(tmp_path.glob("**/*.db")) == []


def test_sandbox_exits_1_when_a_line_fails(operator, tmp_path):
    (tmp_path / "script.txt").write_text("/no such command\n")

    code, _, _ = operator("sandbox", "--script", "script.txt")

    assert code == 1


def test_sandbox_names_a_script_that_is_not_there(operator):
    code, _, err = operator("sandbox", "--script", "nowhere.txt")

    assert (code, err) == (2, "nowhere.txt: No such file or directory\n")


def test_sandbox_keeps_its_data_where_told(operator, tmp_path):
    (tmp_path / "script.txt").write_text("who\n")

    operator("sandbox", "--script", "script.txt", "--db", str(tmp_path / "kept.db"))

    assert (tmp_path / "kept.db").exists()
