"""Two bots on one token, each with its own database: an operator's mistake, told in the log."""

import asyncio
import contextlib
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.client.app import LegdayBot
from bot.client.callbacks import ANOTHER_BOT
from bot.runtime.connection import connected
from bot.store.store import open_store

CALLBACK = ("POST", "/interactions/*/*/callback")
TOLD = ANOTHER_BOT.partition("%d")[0]


@pytest.fixture
def bot(config, clock, empty_database, tmp_path):
    """Run a bot with a database of its own for a block."""

    @contextlib.asynccontextmanager
    async def run(name):
        url = f"sqlite:///{shutil.copy(empty_database, tmp_path / name)}"
        async with (
            open_store(url, clock=clock) as store,
            connected(LegdayBot(replace(config, database_url=url), store, clock)),
        ):
            yield

    return run


@pytest.fixture
def told(caplog):
    """How often the log says that another bot runs."""
    return lambda: sum(one.getMessage().startswith(TOLD) for one in caplog.records)


async def ask(sandbox, clock, *, times, every):
    """Use a command so many times, answered by two bots; return how often the answer was good."""
    ann, answers = sandbox.person("ann"), []
    for _ in range(times):
        tried = len(answered(sandbox))
        answers.append((await ann.dm_slash("legday history")).text)
        await until_answered(sandbox, tried + 2)
        await clock.advance(every)
    return sum("No leg days yet" in one for one in answers)


async def test_two_bots_on_one_token_say_so_once_an_hour_and_members_nothing_wrong(
    sandbox, bot, clock, told, caplog
):
    ann = sandbox.person("ann")
    async with bot("one"), bot("other"):
        await sandbox.until_connected(2)
        well = await ask(sandbox, clock, times=7, every=timedelta(seconds=5))
        once = told()
        await ask(sandbox, clock, times=20, every=timedelta(seconds=5))
        await ann.complete("legday edit", option="entry", text="s")
        await clock.advance(timedelta(seconds=5))

        assert well == 7
        assert 1 <= once <= told() <= 2  # one of the two was late at four of the seven, at least
        assert [one.name for one in caplog.records if one.levelname == "ERROR"] == [
            "bot.client.callbacks"
        ] * told()

        hours_later = told()
        await clock.advance(timedelta(hours=2))
        await ask(sandbox, clock, times=7, every=timedelta(seconds=5))
        assert told() > hours_later


async def test_answers_of_a_successor_in_one_moment_are_no_other_bot(sandbox, bot, clock, told):
    async with bot("one"), bot("other"):
        await sandbox.until_connected(2)

        assert await ask(sandbox, clock, times=9, every=timedelta(seconds=1)) == 9

    assert told() == 0


@pytest.mark.parametrize("trouble", ["cut_off", "sent_again"])
async def test_answers_that_discord_has_of_an_earlier_attempt_are_no_other_bot(
    sandbox, bot, clock, told, trouble
):
    ann = sandbox.person("ann")
    async with bot("one"):
        await sandbox.until_connected()
        for number in range(1, 4):
            if trouble == "cut_off":
                sandbox.faults.reset(*CALLBACK, after_effect=True)
            else:
                sandbox.faults.fail(*CALLBACK, status=502, after_effect=True)
            await ann.dm_slash("legday history")
            await until_answered(sandbox, 2 * number)
            await clock.advance(timedelta(seconds=20))

        assert len(answered(sandbox)) == 6
    assert told() == 0


def answered(sandbox):
    """The first answers that Discord was sent."""
    return [one for one in sandbox.requests if one.path.endswith("/callback")]


async def until_answered(sandbox, times):
    """Wait until Discord was sent so many first answers, those it refused among them."""
    async with asyncio.timeout(10):
        while len(answered(sandbox)) < times:
            sandbox.rest.changed.clear()
            await sandbox.rest.changed.wait()
