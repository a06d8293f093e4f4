"""Gateway events that discord.py's parsers cannot read: passed over, and the bot goes on."""

import json
import logging

import pytest

from bot.client.gateway import KEPT_EVENTS

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
MALFORMED = [{}, {"id": None}, {"id": []}, {"id": "no number"}, {"id": "1", "roles": 5}, [], 7]
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


@pytest.mark.parametrize(("event", "data"), UNREADABLE)
async def test_event_that_cannot_be_read_is_passed_over(sandbox, listen, event, data):
    async with listen() as (bot, connection):
        await bot.until("ready")
        [session] = sandbox.gateway.connected
        session.dispatch(event, json.dumps(data))
        other = sandbox.world.add_guild("Other")
        [joined] = await bot.until("guild_join")

        assert (joined.id, connection.done()) == (other.id, False)


async def test_what_cannot_be_read_is_logged_once_with_its_kind(sandbox, listen, caplog):
    async with listen() as (bot, _):
        await bot.until("ready")
        [session] = sandbox.gateway.connected
        for _ in range(3):
            session.dispatch("INTERACTION_CREATE", json.dumps({**COMMAND, "entitlements": 5}))
        await bot.until("unreadable", 3)

    [told] = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert "INTERACTION_CREATE" in told.getMessage()
    assert "a-token" not in caplog.text


async def test_ready_without_its_shard_is_that_of_the_only_one(listen, monkeypatch, sandbox):
    from bot.sandbox import gateway  # noqa: PLC0415 (patched)

    encode = gateway._encoded

    def without_shard(data):
        return encode({key: value for key, value in data.items() if key != "shard"})

    monkeypatch.setattr(gateway, "_encoded", without_shard)
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
