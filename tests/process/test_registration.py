"""Registering the commands: when it happens, and what goes on while Discord does not take them."""

import asyncio
import logging
from dataclasses import replace
from datetime import time, timedelta
from itertools import product

import pytest

from bot.client.app import LegdayBot
from bot.client.registering import COMMANDS_KEY
from bot.config import ConfigError
from bot.domain.facts.member import Change
from bot.domain.facts.reminders import PlannedReminder
from bot.domain.facts.settings import Consent, Kind, Profile, QuietHours, ReminderSettings
from bot.domain.facts.training import LegSession
from bot.runtime import connection
from bot.runtime.connection import sync
from tests import stored

PATIENCE = 20.0  # seconds; a start that ends does so in one
SYNC = ("PUT", "/applications/{application_id}/commands")
APPLICATION = ("GET", "/oauth2/applications/@me")

ONE_COMMAND = """
from discord import app_commands

@app_commands.command(description="{description}")
async def ping(interaction):
    await interaction.response.send_message("pong")

async def setup(bot):
    bot.tree.add_command(ping)
"""


@pytest.fixture
def releases(extension):
    """Two releases whose commands differ."""
    return [
        (extension(f"release_{word}", ONE_COMMAND.format(description=word)),)
        for word in ("older", "newer")
    ]


@pytest.fixture(autouse=True)
def quick_connection(monkeypatch):
    """Wait less for commands that are not registered."""
    monkeypatch.setattr(connection, "REGISTERED_WITHIN", 0.2)


@pytest.fixture
def in_time(quick_connection, monkeypatch):
    """Wait for commands that are registered, however slow the machine; call it to wait less."""
    monkeypatch.setattr(connection, "REGISTERED_WITHIN", PATIENCE)
    return lambda: monkeypatch.setattr(connection, "REGISTERED_WITHIN", 0.2)


async def remind(store, clock, person):
    """Plan a reminder that is due in ten minutes."""
    now = clock.now()
    due = now + timedelta(minutes=10)
    change = Change(
        consent=Consent(version=1, given_at=now),
        profile=Profile(zone="UTC", quiet=QuietHours(start=time(), end=time())),
        reminders=ReminderSettings(on=True),
        session=LegSession(session_id=person.id, ended_at=now),
        plan=(
            PlannedReminder(
                session_id=person.id,
                kind=Kind.HYDRATE,
                ordinal=1,
                due_at=due,
                stale_at=due + timedelta(hours=20),
            ),
        ),
    )
    await stored.save_member(store, person.id, change, now=now - timedelta(seconds=1))


async def test_commands_are_registered_once_and_not_at_a_restart(sandbox, online, in_time):
    async with online():
        pass
    async with online():
        pass

    assert len(sandbox.sent(*SYNC)) == 1


async def test_changed_commands_are_registered_again(sandbox, online, releases, in_time):
    older, newer = releases

    for release in (older, older, newer):
        async with online(release):
            pass

    assert len(sandbox.sent(*SYNC)) == 2


@pytest.mark.parametrize("refusal", [(500, 0), (503, 0), (400, 50035), (403, 20012)])
async def test_reminders_and_older_commands_go_on_while_registration_is_refused(
    sandbox, online, store, releases, pass_until, *, in_time, refusal
):
    status, code = refusal
    older, newer = releases
    ann = sandbox.person("ann")
    async with online(older):
        pass
    await remind(store, sandbox.clock, ann)
    in_time()
    sandbox.faults.fail(*SYNC, status=status, code=code, times=None)

    async with online(newer):
        await pass_until(lambda: bool(ann.inbox), step=5)
        shown = await ann.slash("ping")

    assert shown.text == "pong"
    assert len(ann.inbox) == 1


@pytest.mark.parametrize("fault", ["fail", "hang", "reset"])
async def test_reminders_need_nothing_of_a_start_but_an_accepted_token(
    sandbox, config, store, clock, pass_until, fault
):
    ann = sandbox.person("ann")
    await remind(store, clock, ann)
    for route in (APPLICATION, ("GET", "/gateway/bot")):
        getattr(sandbox.faults, fault)(*route, times=None)

    bot = LegdayBot(config, store, clock)
    async with connection.connected(bot):
        await bot.token_accepted.wait()
        await pass_until(lambda: bool(ann.inbox), step=5)
        sandbox.faults.clear()

    assert len(ann.inbox) == 1


ASKED = ("/oauth2/applications/@me", "/gateway/bot")
STATUSES = (200, 400, 403, 404, 410, 429, 451)  # 200: an answer without what is asked for


@pytest.mark.parametrize("refusal", list(product(ASKED, STATUSES)))
async def test_what_else_discord_refuses_at_a_start_is_waited_out(
    sandbox, config, store, clock, pass_until, refusal
):
    path, status = refusal
    ann = sandbox.person("ann")
    await remind(store, clock, ann)
    sandbox.faults.fail("GET", path, status=status, times=None)

    bot = LegdayBot(config, store, clock)
    async with connection.connected(bot) as connecting:
        await bot.token_accepted.wait()
        await pass_until(lambda: bool(ann.inbox) and len(sandbox.sent("GET", path)) > 1, step=5)
        tries = len(sandbox.sent("GET", path))
        sandbox.faults.clear()
        await pass_until(lambda: bool(sandbox.gateway.connected), step=5)

        assert not connecting.done()
    assert tries <= 600 / 45 + 8
    assert len(ann.inbox) == 1


@pytest.mark.parametrize("status", [200, 400, 404])
async def test_gateway_that_is_refused_to_an_old_session_is_waited_out(
    sandbox, listen, pass_until, status
):
    async with listen() as (bot, task):
        await bot.until("ready")
        sandbox.faults.fail("GET", "/gateway/bot", status=status, times=3)
        sandbox.gateway.invalidate()
        await pass_until(lambda: bool(sandbox.gateway.connected) or task.done())

        assert not task.done()


@pytest.mark.parametrize("path", ASKED)
async def test_token_that_is_refused_later_ends_the_start(sandbox, config, store, clock, path):
    sandbox.faults.fail("GET", path, status=401, times=None)

    async with connection.connected(LegdayBot(config, store, clock)) as connecting:
        with pytest.raises(ConfigError):
            async with asyncio.timeout(PATIENCE):
                await connecting


async def test_nothing_is_sent_with_a_token_that_is_not_accepted(sandbox, config, store, clock):
    ann = sandbox.person("ann")
    await remind(store, clock, ann)
    await clock.advance(timedelta(minutes=20))

    bot = LegdayBot(replace(config, discord_token="wrong"), store, clock)
    async with connection.connected(bot) as connecting:
        with pytest.raises(ConfigError):
            async with asyncio.timeout(PATIENCE):
                await connecting
        await clock.advance(timedelta(minutes=20))

    assert {one.path for one in sandbox.requests} == {"/users/@me"}


async def test_refused_registration_is_told_once_and_tried_again(
    sandbox, online, releases, pass_until, caplog, in_time
):
    older, newer = releases
    async with online(older):
        pass
    in_time()
    sandbox.faults.fail(*SYNC, status=400, code=50035, times=4)

    async with online(newer):
        took = await pass_until(lambda: len(sandbox.sent(*SYNC)) == 6)

    own = [one for one in caplog.records if one.name == "bot.client.registering"]
    told = [one.getMessage() for one in own if one.levelno >= logging.WARNING]
    assert [("HTTP 400, code 50035" in line) for line in told] == [True]
    assert took >= 5 + 10 + 20 + 40


async def test_command_that_a_release_took_away_is_answered_without_a_fault(
    sandbox, online, releases, extension, caplog, in_time
):
    older, _ = releases
    other = ONE_COMMAND.replace("ping", "other").format(description="Other")
    async with online(older):
        pass
    in_time()
    sandbox.faults.fail(*SYNC, status=400, code=50035, times=None)

    async with online((extension("release_without", other),)):
        shown = await sandbox.person("ann").slash("ping")

    assert shown.ephemeral
    assert [
        one for one in caplog.records if one.name == "bot.client.interactions" and one.exc_info
    ] == []


async def test_sync_command_registers_even_unchanged_ones(
    sandbox, online, config, store, clock, in_time
):
    async with online():
        pass

    await sync(config, store, clock)

    assert len(sandbox.sent(*SYNC)) == 2


async def test_sync_command_says_that_discord_refused(sandbox, online, config, store, clock):
    sandbox.faults.fail(*SYNC, status=400, code=50035)

    with pytest.raises(ConfigError, match=r"did not register the commands \(HTTP 400, code 50035"):
        await sync(config, store, clock)


async def test_commands_are_named_plainly_until_discord_tells_their_ids(
    sandbox, online, pass_until, in_time
):
    async with online():
        pass
    in_time()
    sandbox.faults.fail("GET", SYNC[1], status=500, times=None)

    async with online() as bot:
        plain = await sandbox.person("ann").slash("help")
        sandbox.faults.clear()
        await pass_until(lambda: bool(bot.command_ids.open), step=10)
        later = await sandbox.person("ann").slash("help")

    assert "</canirun:" not in str(plain.raw)
    assert "</canirun:" in str(later.raw)


async def test_older_commands_are_clickable_while_registration_is_refused(
    sandbox, online, store, pass_until, in_time
):
    async with online():
        pass
    in_time()
    await store.meta.set(COMMANDS_KEY, "another release")
    sandbox.faults.fail(*SYNC, status=503, times=None)

    async with online() as bot:
        await pass_until(lambda: bool(bot.command_ids.open), step=10)
        shown = await sandbox.person("ann").slash("help")

    assert "</canirun:" in str(shown.raw)
