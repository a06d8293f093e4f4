"""What is held on a member: shown, exported, deleted; theirs alone, and wholly."""

import asyncio
import csv
import io
import json
import random
import zipfile

import aiohttp
import pytest

from bot.sandbox import compose
from bot.sandbox.messages import Upload
from bot.texts.profile import my_data
from tests.cogs.test_import import action
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}
CANARY = "canary-7f3a"
DEFERRALS = (5, 6)  # of a command; of a press
ADD_SESSION = """
INSERT INTO leg_sessions (member_id, ended_at, session_id, focus, exercises, new_exercise, note)
VALUES ($1, $2, $3, 'legs', '[]', 0, $4)
"""


async def held(gym, person):
    return {t: len(rows) for t, rows in (await gym.store.members.export(person.id)).items()}


async def exported(shown):
    attached, *_ = shown.attachments
    return json.loads(await fetched(attached))


async def fetched(attached):
    async with aiohttp.ClientSession() as session, session.get(attached["url"]) as answer:
        return await answer.read()


def bytes_of(gym):
    folder = gym.store.backups.path.parent
    return b"".join(path.read_bytes() for path in folder.glob("legday.db*"))


async def full(gym, person):
    """Give a person something in every table."""
    await gym.join(person, every_kind=False)
    await person.slash("legday log", **LEGS, soreness=4, note=CANARY, exercises="squat 5x5 100kg")
    await person.slash("run log", minutes=30, when="3 days ago")
    await person.slash("reminders set", kind="sleep", time="21:00")


async def test_show_counts_every_table_in_words(gym, ann, snapshot):
    await full(gym, ann)

    shown = await ann.slash("mydata show")

    assert shown.ephemeral
    assert shown.text == snapshot
    assert f"{(await held(gym, ann))['reminders']} reminders" in shown.text


async def test_export_holds_everything_logged_and_nothing_of_others(gym, ann, bob):
    await full(gym, ann)
    await full(gym, bob)
    await bob.slash("legday log", effort=3, note="only-of-bob")

    shown = await ann.slash("mydata export")

    content = await exported(shown)
    tables = content["tables"]
    assert shown.ephemeral
    assert {table: len(rows) for table, rows in tables.items()} == await held(gym, ann)
    empty = {table for table, rows in tables.items() if not rows}
    assert empty == {
        "learning", "about_me", "answers", "rules", "member_notices", "post_planners",
        "group_members", "roll_answers", "rolls",
        "plans", "plan_items", "plan_weeks", "imports",
    }  # fmt: skip
    (session,) = tables["leg_sessions"]
    assert (session["effort"], session["note"]) == (8, CANARY)
    assert session["exercises"][0]["name"] == "squat"
    assert {row["member_id"] for rows in tables.values() for row in rows} == {ann.id}
    assert "only-of-bob" not in json.dumps(content)


async def test_export_is_possible_three_times_an_hour(gym, ann, bob, snapshot):
    await gym.join(ann, every_kind=False)
    await ann.slash("mydata show")
    shown = [await ann.click("data.export") for _ in range(4)]

    others = await bob.slash("mydata export")
    await gym.wait(minutes=61)
    later = await ann.slash("mydata export")

    assert [len(each.attachments) for each in shown] == [1, 1, 1, 0]
    assert refusal(shown[-1]) == "export_quota"
    assert others.text == snapshot
    assert len(later.attachments) == 1


@pytest.fixture
def fill(gym):
    """Return a function that gives a person leg days with so many random characters each."""

    def rows(person, characters):
        chance = random.Random(7)  # noqa: S311 (no secret)
        for number in range(3_000):
            note = f"{chance.getrandbits(4 * characters):x}"
            yield ADD_SESSION, (person.id, 1_000_000 + number, number, note)

    async def insert(person, characters):
        await gym.store.database.transact(lambda: rows(person, characters))

    return insert


@pytest.mark.usefixtures("read_at_once")
async def test_table_brings_everything_back_after_deletion(gym, ann, snapshot):
    await full(gym, ann)
    await ann.slash("legday log", effort=6, when="5 days ago", note='=1+1, on\u00a0a "good" day')
    await ann.slash(
        "legday log", when="8 days ago", exercises="squat 3x5 225lb, my odd lift 2x8 20kg"
    )
    await ann.slash("run log", kind="hike", when="6 days ago", distance="12k", descent="900 m")
    before = await entries_of(gym, ann)
    _, table = (await ann.slash("mydata export")).attachments
    content = await fetched(table)
    await ann.slash("mydata delete")
    await ann.click("data.delete")

    shown = await ann.slash("mydata import", file=Upload("export.csv", "text/csv", content))
    await ann.click("imports.zone", on=shown)
    shown = await ann.fill(zone="Berlin")
    await ann.click(action(shown, "imports.add"), on=shown)
    await ann.click("keep.only")
    again = await ann.slash("mydata import", file=Upload("export.csv", "text/csv", content))

    assert shown.text == snapshot
    assert len(before) == 5
    assert await entries_of(gym, ann) == before
    assert "Everything in it is there already" in again.text
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        assert not [cell for cell in row if cell[:1] in set("=+-@\t\r\uff1d")]


async def entries_of(gym, person):
    """All that is kept of leg days and runs, but for whose they are and where they came from."""
    tables = await gym.store.members.export(person.id)
    ids = {"member_id", "session_id", "run_id", "import_id"}
    return [
        {column: value for column, value in row.items() if column not in ids}
        for table in ("leg_sessions", "runs")
        for row in tables[table]
    ]


async def test_large_export_comes_packed_and_is_as_complete(gym, ann, fill, monkeypatch):
    monkeypatch.setattr(compose, "ATTACHMENT_LIMIT", 500_000)
    await gym.join(ann, every_kind=False)
    await fill(ann, 100)

    shown = await ann.slash("mydata export")

    (attached,) = shown.attachments
    assert attached["filename"].endswith(".zip")
    with zipfile.ZipFile(io.BytesIO(await fetched(attached))) as archive:
        name, table = archive.namelist()
        assert archive.read(table).count(b"\r\n") == 3_001
        content = json.loads(archive.read(name))
    assert {table: len(rows) for table, rows in content["tables"].items()} == await held(gym, ann)


async def test_export_too_large_for_discord_is_told_as_that(gym, ann, fill, caplog, monkeypatch):
    monkeypatch.setattr(compose, "ATTACHMENT_LIMIT", 50_000)
    await gym.join(ann, every_kind=False)
    await fill(ann, 100)

    shown = await ann.slash("mydata export")

    assert shown.attachments == []
    assert shown.ephemeral
    assert my_data.too_large(1, 1).title in shown.text
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize("presses", [False, True])
async def test_export_is_deferred_before_anything_is_read(gym, ann, presses):
    await full(gym, ann)
    panel = await ann.slash("mydata show")
    before = len(gym.sandbox.requests)

    shown = await (ann.click("data.export", on=panel) if presses else ann.slash("mydata export"))

    first = next(one for one in gym.sandbox.requests[before:] if one.path.endswith("/callback"))
    assert first.body["type"] in DEFERRALS
    assert len(shown.attachments) == 2
    assert shown.ephemeral


async def test_counting_reads_no_entry(gym, ann, fill):
    await gym.join(ann, every_kind=False)
    await fill(ann, 40)
    unreadable = "UPDATE leg_sessions SET exercises = 'no JSON' WHERE session_id = 0"
    await gym.store.database.execute(unreadable)  # the oldest

    for panel in (await ann.slash("mydata show"), await ann.slash("mydata delete")):
        assert "3000" in panel.text


async def test_delete_leaves_no_row_no_byte_and_no_reminder(gym, ann, bob, snapshot):
    await full(gym, ann)
    await gym.join(bob, every_kind=False)
    before = bytes_of(gym)
    inbox = len(ann.inbox)
    asked = await ann.slash("mydata delete")

    shown = await ann.click("data.delete")
    again = await ann.press_custom_id("data.delete", on=shown)
    await gym.wait(hours=2)
    await gym.store.look_after_files()  # the process's loop does

    assert asked.text == snapshot
    assert shown.text == snapshot
    assert again.text == snapshot
    assert not any((await held(gym, ann)).values())
    assert any((await held(gym, bob)).values())
    assert CANARY.encode() in before
    assert CANARY.encode() not in bytes_of(gym)
    assert ann.inbox[inbox:] == []


@pytest.mark.parametrize("engine", ["postgresql"])
async def test_delete_on_a_server_promises_no_more_than_is_kept(gym, ann, engine, snapshot):
    await full(gym, ann)
    await ann.slash("mydata delete")

    shown = await ann.click("data.delete")

    assert shown.text == snapshot
    assert not any((await held(gym, ann)).values())


async def test_delete_can_be_thought_better_of(gym, ann, snapshot):
    await full(gym, ann)
    before = await held(gym, ann)
    await ann.slash("mydata show")
    await ann.click("data.ask")

    shown = await ann.click("data.keep")

    assert shown.text == snapshot
    assert await held(gym, ann) == before


@pytest.mark.parametrize("restarts", [False, True])
async def test_delete_pressed_twice_at_once_or_after_a_restart(gym, ann, restarts):
    await full(gym, ann)
    asked = await ann.slash("mydata delete")
    if restarts:
        await gym.restart()

    await asyncio.gather(ann.click("data.delete", on=asked), ann.click("data.delete", on=asked))

    assert not any((await held(gym, ann)).values())


async def test_delete_lets_go_of_an_entry_that_waits_for_consent(gym, bob):
    asked = await bob.slash("legday log", **LEGS, note=CANARY)
    panel = await bob.slash("mydata delete")
    await bob.press_custom_id("data.delete", on=panel)

    shown = await bob.click("keep.only", on=asked)

    assert refusal(shown) == "entry_expired"
    assert not any((await held(gym, bob)).values())


async def test_delete_pressed_by_somebody_else_is_about_them(gym, ann, bob, snapshot):
    await full(gym, ann)
    before = await held(gym, ann)
    his = await bob.slash("mydata show")

    shown = await bob.press_custom_id("data.delete", on=his)

    assert shown.text == snapshot
    assert await held(gym, ann) == before


async def test_all_of_it_works_in_a_dm(gym, ann, snapshot):
    await full(gym, ann)

    shown = await ann.dm_slash("mydata show")
    sent = await ann.dm_slash("mydata export")
    await ann.dm_slash("mydata delete")
    gone = await ann.click("data.delete")

    assert shown.text == snapshot
    assert len(sent.attachments) == 2
    assert gone.text == snapshot


async def test_after_delete_the_next_entry_asks_for_consent_again(gym, ann, snapshot):
    await full(gym, ann)
    await ann.slash("mydata delete")
    await ann.click("data.delete")

    asked = await ann.slash("legday log", **LEGS)
    off = await ann.slash("reminders show")

    assert asked.text == snapshot
    assert off.text == snapshot
