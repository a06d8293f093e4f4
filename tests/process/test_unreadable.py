"""Gateway events that discord.py's parsers cannot read: passed over, and the bot goes on."""

import json
import logging
from itertools import product

import pytest

from bot.client.kept_events import KEPT_EVENTS
from bot.sandbox import gateway as sandbox_gateway

CALLBACK = ("POST", "/interactions/{interaction_id}/{interaction_token}/callback")
VOICE = {"id": "5", "type": 2, "name": "Voice", "position": 0, "permission_overwrites": []}
COMMAND = {
    "id": "7",
    "application_id": "8",
    "type": 2,
    "token": "a-token",
    "version": 1,
    "attachment_size_limit": 10_485_760,
    "user": {"id": "9", "username": "ann", "discriminator": "0", "avatar": None},
    "data": {"id": "1", "name": "ping", "type": 1},
}
MALFORMED = [{"id": None}, {"id": []}, {"id": "no number"}, {"id": "1", "roles": 5}]
ODD = [
    {**COMMAND, "guild_id": "6", "channel": VOICE},
    {**COMMAND, "entitlements": [{"id": "1"}]},
    {**COMMAND, "entitlements": 5},
    {**COMMAND, "application_id": None},
    {**COMMAND, "version": 1, "user": {"id": "x"}},
    {key: value for key, value in COMMAND.items() if key != "attachment_size_limit"},
]
UNREADABLE = [
    (event, data) for event in sorted(KEPT_EVENTS - {"READY", "RESUMED"}) for data in MALFORMED
] + [("INTERACTION_CREATE", data) for data in ODD]
ODD_DATA: list[object] = [None, True, 7, "text", [], [None], {}]
KINDS = [*sorted(KEPT_EVENTS - {"READY"}), "MESSAGE_UPDATE", "PRESENCE_UPDATE", "NO_SUCH_EVENT", ""]
ODD_FRAMES = [
    "null",
    "[]",
    "7",
    '"text"',
    "no JSON",
    "{}",
    '{"op": 0, "s": null, "t": {}, "d": {}}',
    '{"op": 0, "s": null, "t": [], "d": {}}',
    '{"op": 0, "s": null, "t": null, "d": null}',
    '{"op": 10, "d": null}',
    '{"op": 99, "d": null}',
    '{"op": null, "d": null}',
]


@pytest.mark.parametrize(("event", "data"), [*product(KINDS, ODD_DATA), *UNREADABLE])
async def test_event_that_cannot_be_read_is_passed_over(sandbox, listen, event, data):
    async with listen() as (bot, connection):
        await bot.until("ready")
        [session] = sandbox.gateway.connected
        session.dispatch(event, json.dumps(data))
        other = sandbox.world.add_guild("Other")
        [joined] = await bot.until("guild_join")

        assert (joined.id, connection.done()) == (other.id, False)
        assert sandbox.gateway.connected == [session]


@pytest.mark.parametrize("frame", ODD_FRAMES)
async def test_frame_of_an_odd_shape_is_passed_over(sandbox, listen, frame):
    async with listen() as (bot, connection):
        await bot.until("ready")
        [session] = sandbox.gateway.connected
        session.send(frame)
        other = sandbox.world.add_guild("Other")
        [joined] = await bot.until("guild_join")

        assert (joined.id, connection.done()) == (other.id, False)
        assert sandbox.gateway.connected == [session]


async def test_resumed_without_data_is_logged_once_and_passed_over(sandbox, listen, caplog):
    async with listen() as (bot, connection):
        await bot.until("ready")
        [session] = sandbox.gateway.connected
        for count in range(3):
            session.dispatch("RESUMED", "null")
            await bot.until("unreadable_frame", count + 1)
            if count == 1:
                sandbox.gateway.drop(4000)
                await bot.until("resumed")
        sandbox.world.add_guild("Other")
        await bot.until("guild_join")

        assert not connection.done()

    assert len([one for one in caplog.records if one.levelno >= logging.ERROR]) == 1


@pytest.mark.parametrize("left_out", ["session_id", "resume_gateway_url", "user", "guilds", None])
async def test_ready_that_cannot_be_read_is_asked_for_again(
    sandbox, listen, monkeypatch, pass_until, left_out
):
    encode, odd = sandbox_gateway._encoded, [True, True]

    def without(data):
        if "session_id" not in data or not odd:
            return encode(data)
        odd.pop()
        return encode({key: one for key, one in data.items() if key != left_out and left_out})

    monkeypatch.setattr(sandbox_gateway, "_encoded", without)
    async with listen() as (bot, connection):
        await pass_until(lambda: len(sandbox.gateway.starts) >= 3)
        await bot.until("guilds_known")

        assert not connection.done()
        assert len(sandbox.gateway.starts) == 3


@pytest.mark.parametrize("event", ["INTERACTION_CREATE", "GUILD_CREATE", "GUILD_DELETE"])
async def test_what_cannot_be_read_is_logged_once_with_its_kind(sandbox, listen, caplog, event):
    async with listen() as (bot, _):
        await bot.until("ready")
        [session] = sandbox.gateway.connected
        for _ in range(3):
            session.dispatch(event, json.dumps({**COMMAND, "id": "x", "entitlements": 5}))
        await bot.until("unreadable", 3)

    [told] = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert event in told.getMessage()
    assert "a-token" not in caplog.text


async def test_ready_without_its_shard_is_that_of_the_only_one(listen, monkeypatch, sandbox):
    encode = sandbox_gateway._encoded

    def without_shard(data):
        return encode({key: value for key, value in data.items() if key != "shard"})

    monkeypatch.setattr(sandbox_gateway, "_encoded", without_shard)
    async with listen() as (bot, connection):
        [shard_id] = await bot.until("guilds_known")

        assert (shard_id, connection.done()) == (0, False)


async def test_who_sent_what_cannot_be_read_is_answered_privately(sandbox, online):
    async with online() as bot:
        await bot.wait_until_ready()
        [session] = sandbox.gateway.connected
        session.dispatch("INTERACTION_CREATE", json.dumps({**COMMAND, "entitlements": 5}))
        await sandbox.until_requested(*CALLBACK)
        [answered] = sandbox.sent(*CALLBACK)

    assert answered.body["data"]["flags"] & 64
