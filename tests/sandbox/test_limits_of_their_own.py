"""What Discord limits beside requests: edits of old messages, and opening DMs."""

from datetime import timedelta

import aiohttp
import pytest

from bot.sandbox.ratelimits import DM_OPENINGS, OLD_EDITS, RateLimits


class Seconds:
    """The real time that the limits count by, moved by hand."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def seconds(sandbox):
    """The sandbox's limits, but for those of requests."""
    clock = Seconds()
    sandbox.rest.limits = RateLimits(clock, per_second=None, channel=(1000, 1.0))
    sandbox.rest.limits.set("POST", "/users/@me/channels", (1000, 1.0))
    return clock


@pytest.fixture
async def ask(sandbox):
    """Make one request as a bot; return status and answer."""
    async with aiohttp.ClientSession(headers={"Authorization": f"Bot {sandbox.token}"}) as session:

        async def ask(method, path, body):
            async with session.request(method, sandbox.url + path, json=body) as answer:
                return answer.status, await answer.json()

        yield ask


async def test_few_edits_of_messages_older_than_an_hour_pass(sandbox, seconds, ask):
    messages = f"/channels/{sandbox.general['id']}/messages"
    sent = [(await ask("POST", messages, {"content": "hi"}))[1] for _ in range(OLD_EDITS[0] + 2)]

    async def edit():
        changed = {"content": "changed"}
        return [await ask("PATCH", f"{messages}/{one['id']}", changed) for one in sent]

    young = {status for status, _ in await edit()}
    await sandbox.clock.advance(timedelta(hours=1, seconds=1))
    old = await edit()
    seconds.now += OLD_EDITS[1]
    later = await edit()

    assert young == {200}
    for answers in (old, later):
        assert [status for status, _ in answers] == [200] * OLD_EDITS[0] + [429] * 2
        assert [answer["code"] for _, answer in answers[OLD_EDITS[0] :]] == [30046] * 2


async def test_dms_opened_too_fast_are_refused_but_known_ones_are_not(sandbox, seconds, ask):
    people = [sandbox.person(f"p{number}") for number in range(DM_OPENINGS[0] + 1)]

    async def open_dm(person):
        return await ask("POST", "/users/@me/channels", {"recipient_id": str(person.id)})

    opened = [(await open_dm(person))[0] for person in people[:-1]]
    refused = await open_dm(people[-1])
    known = await open_dm(people[0])
    seconds.now += DM_OPENINGS[1]
    later = await open_dm(people[-1])

    assert set(opened) == {200}
    assert (refused[0], refused[1]["code"]) == (403, 40003)
    assert (known[0], later[0]) == (200, 200)
