"""What a member is told when Discord or the store fails around an answer, and what is kept then."""

import ast
import asyncio
import contextlib
import sqlite3
from pathlib import Path

import pytest

from bot.texts import error_cards
from tests.refusals import refusal

ROOT = Path(__file__).parents[2]
MINE = {"effort": 8, "minutes": 60}


@pytest.fixture
def faults(caplog):
    """What the log calls an error."""
    return lambda: [record for record in caplog.records if record.levelname == "ERROR"]


async def sessions(gym, person):
    return (await gym.store.members.history(person.id, limit=50)).entries


@pytest.mark.parametrize("path", ["/users/@me/channels", "/channels/*/messages"])
@pytest.mark.parametrize("cut", ["reset", "close"])
async def test_hello_that_is_cut_off_is_no_fault_of_the_entry(
    gym, ann, faults, path, cut, snapshot
):
    getattr(gym.sandbox.faults, cut)("POST", path, times=None)
    await ann.slash("legday log", **MINE)
    await ann.click("keep.dm")

    shown = await ann.fill(zone="Berlin")

    await gym.wait(seconds=1)
    assert shown.text == snapshot
    assert ann.sees() == [shown]
    assert faults() == []
    assert (await gym.store.members.context(ann.id, None)).dm_closed_at is None


@contextlib.asynccontextmanager
async def locked_store(gym):
    """Another program holds the database's lock until the answer was deferred."""
    (row,) = await gym.store.database.fetch("PRAGMA database_list")
    other = sqlite3.connect(row["file"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    async def release():
        before = len(callbacks(gym))
        async with asyncio.timeout(2.9):
            while len(callbacks(gym)) == before:
                gym.sandbox.rest.changed.clear()
                await gym.sandbox.rest.changed.wait()
        other.execute("ROLLBACK")

    releasing = asyncio.create_task(release())
    try:
        yield
        await releasing
    finally:
        other.close()


def callbacks(gym):
    """The first answers Discord was sent."""
    return [one for one in gym.sandbox.requests if one.path.endswith("/callback")]


@pytest.fixture
async def joined(gym, ann):
    await gym.join(ann)
    return ann


async def test_command_behind_a_locked_store_is_deferred_and_then_answered(gym, joined, faults):
    async with locked_store(gym):
        shown = await joined.slash("legday log", **MINE)

    assert shown.ephemeral
    assert "log.undo" in str(shown.raw)
    assert len(await sessions(gym, joined)) == 1
    assert faults() == []


async def test_stop_waits_for_what_is_being_answered(gym, joined, faults):
    async with locked_store(gym), asyncio.TaskGroup() as group:
        before = gym.store.database.round_trips
        logged = group.create_task(joined.slash("legday log", **MINE))
        async with asyncio.timeout(5):
            while gym.store.database.round_trips == before:  # noqa: ASYNC110 (no event of ours)
                await asyncio.sleep(0)
        await gym.stop()

    await gym.start()
    assert logged.result().ephemeral
    assert "log.undo" in str(logged.result().raw)
    assert len(await sessions(gym, joined)) == 1
    assert faults() == []


async def test_press_behind_a_locked_store_changes_its_message(gym, joined):
    shown = await joined.slash("legday log", **MINE)

    async with locked_store(gym):
        undone = await joined.click("log.undo")

    assert undone.id == shown.id
    assert "log.undo" not in str(undone.raw)
    assert await sessions(gym, joined) == ()


async def test_form_behind_a_locked_store_is_deferred_and_then_answered(gym, joined):
    await joined.slash("legday log")
    async with locked_store(gym):
        shown = await joined.fill(effort="8", minutes="60")

    assert shown.ephemeral
    assert "log.undo" in str(shown.raw)
    assert len(await sessions(gym, joined)) == 1


async def test_refusal_behind_a_locked_store_is_told(gym, joined):
    gone = await joined.slash("legday log", **MINE)
    await joined.click("log.undo")
    async with locked_store(gym):
        shown = await joined.press_custom_id(
            next(
                part["custom_id"] for part in gone.components if "undo" in part.get("custom_id", "")
            ),
            on=gone,
        )

    assert refusal(shown) == "entry_gone"
    assert shown.ephemeral


@pytest.mark.parametrize("status", [400, 403, 404])
async def test_answer_that_discord_refuses_after_the_entry_is_kept_says_so(gym, joined, status):
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=status)

    shown = await joined.slash("legday log", **MINE)

    assert error_cards.answer_lost("x").title in shown.text
    assert len(await sessions(gym, joined)) == 1


async def test_verdict_that_is_lost_after_what_was_told_is_kept_says_so(gym, joined):
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=400)

    shown = await joined.slash("canirun", soreness=4)

    assert error_cards.answer_lost("x").title in shown.text
    (report, *_) = (await gym.store.members.context(joined.id, None)).reports
    assert report.soreness == 4


@pytest.mark.parametrize("cut", ["reset", "close"])
async def test_answer_that_is_cut_off_after_the_entry_is_kept_says_so(gym, joined, cut):
    getattr(gym.sandbox.faults, cut)("POST", "/interactions/*/*/callback")

    shown = await joined.slash("legday log", **MINE)

    assert error_cards.answer_lost("x").title in shown.text
    assert len(await sessions(gym, joined)) == 1


async def test_answer_lost_where_nothing_was_kept_is_a_fault(gym, joined):
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=400)

    shown = await joined.slash("legday history")

    assert error_cards.fault("x").title in shown.text


@pytest.mark.parametrize("cut", ["reset", "close"])
async def test_answer_comes_where_discord_took_the_deferral_and_its_reply_was_cut(
    gym, joined, faults, cut
):
    getattr(gym.sandbox.faults, cut)("POST", "/interactions/*/*/callback", after_effect=True)

    async with locked_store(gym):
        shown = await joined.slash("legday log", **MINE)

    assert "log.undo" in str(shown.raw)
    assert len(await sessions(gym, joined)) == 1
    assert faults() == []


async def test_press_is_answered_where_the_reply_to_its_deferral_was_cut(gym, joined):
    shown = await joined.slash("legday log", **MINE)
    gym.sandbox.faults.close("POST", "/interactions/*/*/callback", after_effect=True)

    async with locked_store(gym):
        undone = await joined.click("log.undo")

    assert undone.id == shown.id
    assert "log.undo" not in str(undone.raw)


async def test_answer_comes_where_the_deferral_never_reached_discord(gym, joined):
    gym.sandbox.faults.close("POST", "/interactions/*/*/callback")

    async with locked_store(gym):
        shown = await joined.slash("legday log", **MINE)

    assert "log.undo" in str(shown.raw)


@pytest.mark.parametrize("press", ["rem.done", "rem.stop"])
async def test_reminder_press_whose_answer_is_lost_is_told_as_done(gym, joined, press):
    await joined.slash("legday log", **MINE)
    await gym.wait(hours=2)
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=400)

    shown = await joined.click(press, on=joined.inbox[-1])

    assert error_cards.answer_lost("x").title in shown.text


WRITES = {"delete", "mark_done", "revise", "snooze", "stop"}  # of the store, used by cogs


def writers():
    """Every function of the cogs and of the saver that changes what is kept."""
    for path in [*(ROOT / "cogs").glob("*.py"), ROOT / "bot/client/saving.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.AsyncFunctionDef):
                continue
            called = set(_called(node))
            if any(is_own and name in WRITES for name, is_own in called):
                yield pytest.param({name for name, _ in called}, id=f"{path.stem}.{node.name}")


def _called(function):
    """The names of what a function calls, and whether each is of one of its object's parts."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, isinstance(node.func.value, ast.Attribute)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, False


@pytest.mark.parametrize("called", list(writers()))
def test_whatever_changes_what_is_kept_notes_it(called):
    assert "mark_kept" in called


async def test_stop_command_whose_answer_is_lost_is_told_as_done(gym, joined):
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=400)

    shown = await joined.slash("reminders stop")

    assert error_cards.answer_lost("x").title in shown.text


async def test_snooze_whose_answer_is_lost_is_told_as_done(gym, joined):
    await joined.slash("legday log", **MINE)
    await gym.wait(hours=2)
    choices = await joined.click("rem.snooze", on=joined.inbox[-1])
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=400)

    shown = await joined.click("1 hour", on=choices)

    assert error_cards.answer_lost("x").title in shown.text


async def test_try_again_whose_answer_is_lost_is_told_as_done(gym, coach):
    shown = await coach.slash("help")
    gym.sandbox.faults.fail("POST", "/interactions/*/*/callback", status=400)

    shown = await coach.press_custom_id("notice.again", on=shown)

    assert error_cards.answer_lost("x").title in shown.text


NEVER_OURS = ["9" * 5000, "٣", "", "x", str(2**63)]


async def test_token_that_was_never_ours_is_refused(gym, joined, faults, subtests):
    card = await joined.slash("legday log", **MINE)

    for token in NEVER_OURS:
        with subtests.test(token=token):
            shown = await joined.press_custom_id(f"keep.both:{token}"[:100], on=card)

            assert shown.ephemeral
            assert await sessions(gym, joined) != ()
            assert faults() == []
