"""Pictures under answers, as a member meets them: asked for, described, never in the way."""

import asyncio
import io
import os
import signal
import sys
from datetime import timedelta

import pytest
from PIL import Image

from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Change
from bot.domain.facts.training import LegSession
from bot.rendering.charts.renderer import IDLE, Renderer
from bot.sandbox.limits.components import GALLERY
from tests import stored
from tests.controls import buttons
from tests.refusals import refusal

pytestmark = pytest.mark.usefixtures("drawn_at_once")

LEGS = {"effort": 8, "minutes": 60}
HANGS = (sys.executable, "-c", "import signal; signal.pause()")


def gallery(seen):
    """Return the picture of a message: its address and its words."""
    items = [item for part in seen.components if part["type"] == GALLERY for item in part["items"]]
    return (items[0]["media"]["url"], items[0]["description"]) if items else None


async def pictured(gym, person, message):
    """Wait, thirty real seconds at most, until a message has its picture; return it as seen."""
    changed = gym.sandbox.rest.changed
    async with asyncio.timeout(30):
        while gallery(seen := person.see(message)) is None:
            changed.clear()
            await changed.wait()
    return seen


async def ask_why(person, **options):
    """Ask, and unfold the answer: its picture stands behind *Why?*."""
    return await person.click("run.why", on=await person.slash("canirun", **options))


async def until(holds):
    """Wait, thirty real seconds at most, until something holds."""
    async with asyncio.timeout(30):
        while not holds():  # noqa: ASYNC110 - a task that ends tells nobody
            await asyncio.sleep(0.005)


def drawn(gym, seen):
    """Return the one file of a message as an image."""
    (attached,) = seen.attachments
    return Image.open(io.BytesIO(gym.sandbox.messages.files[int(attached["id"])].content))


def unable(gym):
    """Let the bot's drawing process hang from now on."""
    gym.bot.pictures.renderer = Renderer(gym.clock, worker=HANGS, patience=0.2)


@pytest.fixture
async def trained(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await gym.wait(hours=24)
    return ann


@pytest.fixture
async def taught(gym, trained):
    """Ann, of whom something was learnt."""
    learning = Learning(theta=0.2, variance=0.04, count=5)
    await stored.save_member(gym.store, trained.id, Change(learning=learning), now=gym.clock.now())
    return trained


async def test_answer_comes_without_picture_and_gets_it_when_asked(gym, trained):
    asked = await ask_why(trained, soreness=3)

    await trained.click("run.picture", on=asked)
    shown = await pictured(gym, trained, asked)

    url, words = gallery(shown)
    assert gallery(asked) is None
    assert shown.ephemeral
    assert shown.text == asked.text
    assert (shown.attachments[0]["url"], shown.attachments[0]["description"]) == (url, words)
    assert "Hard running, under 20" in words
    assert drawn(gym, shown).format == "PNG"


async def test_process_is_started_by_the_first_picture_only_and_ends_when_idle(gym, trained):
    renderer = gym.bot.pictures.renderer
    asked = await ask_why(trained, soreness=3)
    before = renderer.pid

    await trained.click("run.picture", on=asked)
    await pictured(gym, trained, asked)
    during = renderer.pid
    await gym.wait(seconds=IDLE.total_seconds() + 1)

    assert before is None
    assert during is not None
    assert renderer.pid is None


async def test_further_words_keep_the_picture_and_change_it_in_the_same_answer(gym, trained):
    asked = await ask_why(trained, soreness=3, pain="muscle_ache")
    await trained.click("run.picture", on=asked)
    first = await pictured(gym, trained, asked)

    await trained.click("run.feel:worse", on=first)
    worse = await pictured(gym, trained, asked)
    hidden = await trained.click("run.picture", on=worse)

    assert gallery(worse)[1] != gallery(first)[1]
    assert len(worse.attachments) == 1
    assert gallery(hidden) is None
    assert hidden.attachments == []
    assert "Picture" in hidden.buttons


async def test_picture_is_of_what_was_told_and_keeps_nothing(gym, trained):
    asked = await ask_why(trained, run="tempo", minutes=40, when="tomorrow 18:00")

    await trained.click("run.picture", on=asked)
    shown = await pictured(gym, trained, asked)

    held = await gym.store.members.export(trained.id)
    assert "Marked: tempo run" in gallery(shown)[1]
    assert (len(held["answers"]), held["reports"]) == (1, [])


async def test_picture_button_works_after_a_restart(gym, trained):
    asked = await ask_why(trained, soreness=3)

    await gym.restart()
    await trained.click("run.picture", on=asked)

    assert gallery(await pictured(gym, trained, asked)) is not None


async def test_answer_stands_when_drawing_hangs(gym, trained):
    unable(gym)
    asked = await ask_why(trained, soreness=3)

    shown = await trained.click("run.picture", on=asked)
    await until(lambda: not gym.bot.pictures.turns)
    after = await trained.click("run.picture")

    assert shown.text == asked.text == after.text
    assert gallery(trained.see(asked)) is None
    await gym.bot.pictures.renderer.close()


async def test_killed_process_costs_one_picture_no_answer(gym, trained):
    asked = await ask_why(trained, soreness=3)
    await trained.click("run.picture", on=asked)
    await pictured(gym, trained, asked)

    os.kill(gym.bot.pictures.renderer.pid, signal.SIGKILL)
    again = await ask_why(trained, soreness=2)
    await trained.click("run.picture", on=again)

    assert gallery(await pictured(gym, trained, again)) is not None


async def test_care_takes_the_picture_away_and_none_comes_after_it(gym, trained, snapshot):
    asked = await ask_why(trained, soreness=3)
    await trained.click("run.picture", on=asked)
    await trained.click("run.wrong", on=trained.see(asked))

    care = await trained.select("run.symptoms", "dark_urine", on=trained.see(asked))
    await until(lambda: not gym.bot.pictures.turns and not gym.bot.pictures.renderer.is_busy)
    after = trained.see(asked)

    assert care.text == snapshot
    assert after.text == care.text
    assert (gallery(after), after.attachments) == (None, [])
    assert "run.picture" not in buttons(after)


async def test_picture_on_its_way_lands_before_the_next_answer_not_on_top_of_it(gym, trained):
    asked = await ask_why(trained, soreness=3)
    held = gym.sandbox.faults.hang("PATCH", "/webhooks/*/messages/*")
    await trained.click("run.picture", on=asked)
    await until(lambda: any(each.sending for each in gym.bot.pictures.turns.values()))

    hiding = asyncio.create_task(trained.click("run.picture"))
    await asyncio.sleep(0.2)
    early = hiding.done()
    held.release()
    hidden = await hiding

    assert not early
    assert gallery(trained.see(asked)) is None
    assert trained.see(asked).components == hidden.components


async def test_of_two_presses_at_once_the_later_has_the_word(gym, trained, snapshot):
    asked = await ask_why(trained, soreness=3)
    await trained.click("run.picture", on=asked)
    shown = await pictured(gym, trained, asked)
    other = await ask_why(trained, soreness=3, sleep=5.0)

    with_picture = asyncio.create_task(trained.click("run.picture", on=other))
    await until(lambda: gym.bot.pictures.renderer.is_busy)
    listed = await trained.click("run.wrong", on=other)
    await with_picture
    await until(lambda: not gym.bot.pictures.turns and not gym.bot.pictures.renderer.is_busy)

    assert gallery(shown) is not None
    assert listed.text == snapshot
    assert trained.see(other).components == listed.components


async def test_shared_verdict_has_no_picture(gym, trained, bob):
    asked = await ask_why(trained, soreness=3)
    await trained.click("run.picture", on=asked)
    await pictured(gym, trained, asked)

    await trained.click("run.share", on=trained.see(asked))
    public = await gym.until_shown(bob, "Can I run today?")

    assert (gallery(public), public.attachments) == (None, [])


async def test_stats_say_it_all_and_bring_their_picture(gym, trained, snapshot):
    await trained.slash("run log", minutes=30)
    await trained.slash("checkin")
    await trained.fill(soreness="4")

    told = await trained.slash("legday stats")
    shown = await pictured(gym, trained, told)

    assert told.ephemeral
    assert told.text == snapshot
    assert shown.text == told.text
    assert "No load in the first 11 weeks; then by week: 1.2." in gallery(shown)[1]
    assert all(line in gallery(shown)[1] for line in told.text.split("\n")[1:4])


async def test_stats_of_nothing_are_kind_and_draw_nothing(gym, ann, snapshot):
    told = await ann.slash("legday stats")

    assert told.text == snapshot
    assert gallery(told) is None
    assert gym.bot.pictures.turns == {}
    assert gym.bot.pictures.renderer.pid is None


async def test_stats_change_their_span_by_buttons(gym, trained, snapshot):
    told = await trained.slash("legday stats")
    await pictured(gym, trained, told)

    await trained.click("log.stats:52", on=told)
    year = await pictured(gym, trained, told)
    await trained.click("log.stats:4", on=year)
    month = await pictured(gym, trained, told)

    assert year.text == snapshot
    assert month.text == snapshot
    assert "4 weeks" not in month.enabled
    assert {"12 weeks", "Year"} <= set(month.enabled)
    assert len(month.attachments) == 1
    assert "first 3 weeks; then by week: 1.2." in gallery(month)[1]
    assert "first 51 weeks; then by week: 1.2." in gallery(year)[1]


async def test_stats_of_a_lot_count_all_of_it(gym, ann, snapshot):
    await gym.join(ann)
    for number in range(70):  # more than an answer reads
        ended = gym.clock.now() - timedelta(days=4 * number)
        session = LegSession(session_id=number + 1, ended_at=ended, effort=7)
        await stored.save_member(gym.store, ann.id, Change(session=session), now=gym.clock.now())

    told = await ann.slash("legday stats")
    await ann.click("log.stats:52", on=told)
    shown = await pictured(gym, ann, told)

    assert shown.text == snapshot


NO_SPANS = ["5", "", "x", "-4", "999999999999999999999"]


async def test_forged_span_is_refused(gym, ann, subtests):
    told = await ann.slash("legday stats")

    for weeks in NO_SPANS:
        with subtests.test(weeks=weeks):
            said = await ann.press_custom_id(f"log.stats:{weeks}", on=told)

            assert refusal(said) == "control_unknown"


async def test_stats_are_of_whoever_presses(gym, trained, bob, snapshot):
    told = await trained.slash("legday stats")

    theirs = await bob.press_custom_id("log.stats:4", on=told)

    assert "leg day" not in theirs.text.split("\n", maxsplit=2)[1]
    assert theirs.text == snapshot


async def test_stats_work_after_a_restart(gym, trained, drawn_at_once):
    told = await trained.slash("legday stats")

    await gym.restart()
    drawn_at_once()
    await trained.click("log.stats:4", on=told)

    assert (await pictured(gym, trained, told)).text.startswith("### Your last 4 weeks")


async def test_profile_shows_what_was_learnt(gym, taught, snapshot):
    panel = await taught.slash("profile")

    await taught.click("profile.picture", on=panel)
    shown = await pictured(gym, taught, panel)

    assert gallery(panel) is None
    assert panel.text == snapshot
    assert gallery(shown)[1] in panel.text
    assert drawn(gym, shown).format == "PNG"


async def test_profile_without_lessons_offers_no_picture(gym, ann):
    assert "profile.picture" not in buttons(await ann.slash("profile"))


async def test_bot_that_stops_ends_the_process(gym, trained):
    asked = await ask_why(trained, soreness=3)
    await trained.click("run.picture", on=asked)
    await pictured(gym, trained, asked)
    renderer = gym.bot.pictures.renderer

    await gym.restart()

    assert renderer.pid is None
