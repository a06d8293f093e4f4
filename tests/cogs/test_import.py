"""A file of another app: shown first, kept after a press, there only once, undone as a whole."""

import re
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox import Seen, outcome
from bot.sandbox.limits.choosing import STRING_SELECT
from bot.sandbox.messages import Upload
from tests.controls import actions
from tests.refusals import refusal

pytestmark = pytest.mark.usefixtures("read_at_once")

SAMPLES = Path(__file__).parents[1] / "importing/samples"
LEGS = {"effort": 8, "minutes": 60}
DOOM = "Belt Machine of Doom"


def export(name, *, month="02", **changed):
    """A sample as if it were of February: the sandbox begins on 2 March 2026."""
    content = (SAMPLES / name).read_bytes().replace(b"2026-11", f"2026-{month}".encode())
    content = content.replace(b" Nov 2026", b" Feb 2026")
    for old, new in changed.items():
        content = content.replace(old.encode(), new.encode())
    return Upload(name, "text/csv", content)


def action(shown, name):
    return next(
        part["custom_id"] for part in shown.components
        if str(part.get("custom_id", "")).split(":")[0] == name
    )  # fmt: skip


async def press(person, shown, name):
    return await person.click(action(shown, name), on=shown)


@pytest.fixture
def held(gym):
    """Return a function that tells how much is kept of a person: leg days, runs, imports."""

    async def read(person):
        tables = await gym.store.members.export(person.id)
        return tuple(len(tables[name]) for name in ("leg_sessions", "runs", "imports"))

    return read


async def test_file_is_shown_first_added_by_a_press_there_the_second_time_and_undone(
    gym, ann, bob, held, snapshot
):
    await gym.join(ann, every_kind=False)
    await ann.slash("legday log", **LEGS, when="20 days ago")
    before = await held(ann)

    shown = await ann.slash("mydata import", file=export("hevy_bad_lines.csv"))
    nothing_yet = await held(ann)
    others = await bob.press_custom_id(action(shown, "imports.add"), on=shown)
    added = await press(ann, shown, "imports.add")
    kept = await held(ann)
    twice = await ann.press_custom_id(action(shown, "imports.add"), on=added)
    again = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    not_his = await bob.press_custom_id(action(added, "imports.undo"), on=added)
    undone = await press(ann, added, "imports.undo")
    gone = await ann.press_custom_id(action(added, "imports.undo"), on=undone)

    assert shown.ephemeral
    assert nothing_yet == before == (1, 0, 0)
    assert shown.text == snapshot(name="shown")
    assert actions(shown) == ["imports.legs", "imports.add", "imports.unread", "imports.no"]
    assert refusal(others) == "entry_expired"
    assert kept == (2, 1, 1)
    assert added.text == snapshot(name="added")
    assert refusal(twice) == "entry_expired"
    assert "imports.add" not in actions(again)
    assert again.text == snapshot(name="again")
    assert refusal(not_his) == "import_gone"
    assert undone.text == snapshot(name="undone")
    assert await held(ann) == before
    assert refusal(gone) == "import_gone"


async def test_nobody_is_asked_for_consent_before_a_press_and_it_completes_the_import(
    gym, ann, held
):
    await gym.set_up_server()

    shown = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    before = await held(ann)
    asked = await press(ann, shown, "imports.add")
    still = await held(ann)
    await ann.click("keep.only")

    assert before == still == (0, 0, 0)
    assert "keep.only" in actions(asked)
    assert await held(ann) == (1, 1, 1)


async def test_local_times_wait_for_the_zone(gym, ann, held):
    waiting = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    await press(ann, waiting, "imports.zone")
    shown = await ann.fill(zone="Tokyo")
    await press(ann, shown, "imports.add")
    await ann.click("keep.only")

    member = await gym.store.members.context(ann.id, None)
    assert actions(waiting) == ["imports.zone"]
    assert member.profile.zone == "Asia/Tokyo"
    assert f"{member.sessions[0].ended_at:%d %H:%M}" == "20 10:07"


async def test_second_file_is_read_in_the_zone_that_was_told_for_the_first(gym, ann, held):
    waiting = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    await press(ann, waiting, "imports.zone")
    await ann.fill(zone="Tokyo")
    shown = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    await press(ann, shown, "imports.add")
    await ann.click("keep.only")

    member = await gym.store.members.context(ann.id, None)
    assert member.profile.zone == "Asia/Tokyo"
    assert f"{member.sessions[0].ended_at:%d %H:%M}" == "20 10:07"


async def test_unknown_names_units_and_what_was_ticked(gym, ann, held):
    await gym.join(ann, every_kind=False)

    shown = await ann.slash("mydata import", file=export("strong_comma.csv"))
    ticked = await ann.select(action(shown, "imports.legs"), "0", on=shown)
    pounds = await press(ann, ticked, "imports.unit")
    (menu,) = [part for part in pounds.components if part["type"] == STRING_SELECT]
    await press(ann, pounds, "imports.add")

    sessions = (await gym.store.members.context(ann.id, None)).sessions
    assert [option["label"].split(" (")[0] for option in menu["options"]] == [DOOM]
    assert menu["options"][0]["default"]
    assert [line.name for line in sessions[0].exercises] == ["bulgarian_split_squat", DOOM]
    assert [line.load_kg for line in sessions[0].exercises] == [7.26, 27.22]


async def test_distances_without_a_unit_are_asked_about_beside_loads(gym, ann):
    await gym.join(ann, every_kind=False)

    lifted = await ann.slash("mydata import", file=export("strong_comma.csv"))
    shown = await ann.slash("mydata import", file=export("garmin_activities.csv"))
    miles = await press(ann, shown, "imports.unit")
    await press(ann, miles, "imports.add")

    runs = (await gym.store.members.context(ann.id, None)).runs
    assert actions(lifted).count("imports.unit") == 2
    assert actions(shown).count("imports.unit") == 1
    assert [run.distance_km for run in runs] == [
        pytest.approx(miles * 1.609344, abs=0.01) for miles in (5.21, 6.4, 18.4)
    ]


async def test_file_with_nothing_to_add_has_nothing_to_press(gym, ann):
    await gym.join(ann, every_kind=False)

    shown = await ann.slash("mydata import", file=export("ride.gpx"))

    assert actions(shown) == []


async def test_dates_that_fit_both_orders_are_asked_about_before_anything_else(gym, ann):
    await gym.join(ann, every_kind=False)
    slashed = {f"2026-11-{day:02} ": f"{day:02}/01/2026 " for day in (2, 4, 5, 9)}
    content = (SAMPLES / "strong_comma.csv").read_text()
    for old, new in slashed.items():
        content = content.replace(old, new)

    shown = await ann.slash(
        "mydata import", file=Upload("x", "text/csv", content.replace("/01/", "/02/").encode())
    )

    # Of 2 February and 9 February read the other way, the later ones would lie ahead: decided.
    assert "imports.order" not in actions(shown)
    assert "imports.add" in actions(shown)

    older = await ann.slash(
        "mydata import",
        file=Upload("x", "text/csv", re.sub(r"/2026", "/2025", content).encode()),
    )
    month = next(p["custom_id"] for p in older.components if p.get("custom_id", "").endswith("month"))  # fmt: skip  # noqa: E501
    decided = await ann.click(month, on=older)
    await press(ann, decided, "imports.add")

    sessions = (await gym.store.members.context(ann.id, None)).sessions
    assert "imports.add" not in actions(older)
    assert [f"{each.ended_at:%d %b %Y}" for each in sessions] == ["01 Sep 2025", "01 Feb 2025"]


async def test_all_lines_that_are_not_understood_come_as_a_file(gym, ann, snapshot):
    await gym.join(ann, every_kind=False)
    shown = await ann.slash("mydata import", file=export("hevy_bad_lines.csv"))

    told = await press(ann, shown, "imports.unread")

    (attached,) = told.attachments
    async with aiohttp.ClientSession() as session, session.get(attached["url"]) as answer:
        assert await answer.text() == snapshot
    assert told.ephemeral
    assert "imports.add" in actions(ann.see(shown))


NOT_READ = {
    "picture": (Upload("a.png", "image/png", b"\x89PNG\r\n\x1a\n\0\0"), "file_not_export"),
    "empty": (Upload("a.csv", "text/csv", b""), "file_not_export"),
    "other table": (export("unknown_table.csv"), "file_unknown_columns"),
    "entities": (export("laughs.gpx"), "file_doctype"),
    "no times": (export("run_without_time.gpx"), "file_no_times"),
    "too big": (Upload("big.csv", "text/csv", bytes((8 << 20) + 1)), "file_too_big"),
}


async def test_file_that_is_not_read_is_refused_with_the_way_out(gym, held, subtests):
    for what, (file, key) in NOT_READ.items():
        with subtests.test(what=what):
            newcomer = gym.newcomer()

            shown = await newcomer.slash("mydata import", file=file)

            assert refusal(shown) == key
            assert shown.ephemeral
            assert await held(newcomer) == (0, 0, 0)


async def test_five_files_an_hour(gym, ann):
    for _ in range(5):
        await ann.slash("mydata import", file=export("hevy_kg.csv"))

    shown = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    await gym.wait(minutes=61)
    later = await ann.slash("mydata import", file=export("hevy_kg.csv"))

    assert refusal(shown) == "file_quota"
    assert "imports.zone" in actions(later)


async def test_files_that_cannot_be_read_leave_room_for_the_right_one_but_not_for_ever(gym, ann):
    for _ in range(5):
        await ann.slash("mydata import", file=export("unknown_table.csv"))
    right = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    for _ in range(9):
        wrong = await ann.slash("mydata import", file=export("unknown_table.csv"))
    shown = await ann.slash("mydata import", file=export("unknown_table.csv"))
    await gym.wait(minutes=61)
    later = await ann.slash("mydata import", file=export("unknown_table.csv"))

    assert "imports.zone" in actions(right)
    assert [refusal(one) for one in (wrong, later)] == ["file_unknown_columns"] * 2
    assert refusal(shown) == "file_quota"


async def test_waiting_file_is_gone_after_15_minutes_a_newer_one_a_restart_and_a_deletion(
    gym, ann, held
):
    await gym.join(ann, every_kind=False)
    first = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    second = await ann.slash("mydata import", file=export("hevy_iso.csv"))
    replaced = await press(ann, first, "imports.add")
    await gym.wait(minutes=16)
    late = await press(ann, second, "imports.add")
    third = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    await ann.slash("mydata delete")
    await ann.click("data.delete")
    deleted = await press(ann, third, "imports.add")
    await gym.join(ann, every_kind=False)
    fourth = await ann.slash("mydata import", file=export("hevy_kg.csv"))
    await gym.restart()
    restarted = await press(ann, fourth, "imports.add")

    for seen in (replaced, late, deleted, restarted):
        assert refusal(seen) == "entry_expired"
    assert await held(ann) == (0, 0, 0)


async def test_imports_are_listed_under_show_and_undone_from_there(gym, ann, held, snapshot):
    await gym.join(ann, every_kind=False)
    shown = await ann.dm_slash("mydata import", file=export("strong_comma.csv"))
    await press(ann, shown, "imports.add")
    await ann.slash("legday log", **LEGS, when="13 days ago")  # three days after the newest of it
    told = await ann.slash("mydata show")
    (menu,) = [part for part in told.components if part["type"] == STRING_SELECT]

    sure = await ann.select(menu["custom_id"], menu["options"][0]["value"], on=told)
    await press(ann, sure, "imports.undo")

    assert sure.text == snapshot
    assert await held(ann) == (1, 0, 0)


async def test_newest_leg_day_is_planned_for_and_tells_when_running_opens(gym, ann):
    await gym.join(ann)
    now = gym.clock.now()
    yesterday = now - timedelta(hours=16)
    file = export("hevy_kg.csv", **{"20 Feb 2026, ": f"{yesterday.day} {yesterday:%b} 2026, "})

    shown = await ann.slash("mydata import", file=file)
    added = await press(ann, shown, "imports.add")

    planned = await gym.store.reminders.upcoming(ann.id)
    member = await gym.store.members.context(ann.id, None)
    assert {row.session_id for row in planned if row.session_id} == {member.sessions[0].session_id}
    assert all(row.due_at > now for row in planned)
    assert len(added.text.split("\n")) > 3


async def test_file_that_discord_does_not_hand_over_is_asked_for_again(gym, ann):
    command = ann.compose_slash("mydata import", file=export("hevy_kg.csv"))
    gym.sandbox.messages.files.clear()

    shown = await outcome.shown(gym.sandbox.interactions, command)

    assert isinstance(shown, Seen)
    assert refusal(shown) == "file_gone"
