"""The first two minutes: whoever wants reminders is asked for what they need, and has them."""

from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.settings import GuildSettings
from bot.sandbox import Seen, SeenForm
from tests import stored
from tests.controls import actions
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}


async def member(gym, person):
    return await gym.store.members.context(person.id, None)


async def planned(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [row for row in rows if row.state == "open"]


async def test_fresh_member_has_a_reminder_that_arrives_after_three_acts(gym, ann):
    await ann.slash("legday log", **LEGS)
    form = await ann.click("keep.dm")
    shown = await ann.fill(zone="Berlin")

    assert isinstance(form, SeenForm)
    assert isinstance(shown, Seen)
    first = min(row.due_at for row in await planned(gym, ann))
    hello = len(ann.inbox)
    await gym.wait(seconds=(first - gym.clock.now()).total_seconds() + 60)
    assert len(ann.inbox) == hello + 1


async def test_zone_that_is_known_is_not_asked_for(gym, ann):
    server = GuildSettings(guild_id=gym.sandbox.guild.id, zone="Europe/Berlin")
    await stored.save_server(gym.store, server, now=gym.clock.now())
    await ann.slash("legday log", **LEGS)

    shown = await ann.click("keep.dm")

    assert isinstance(shown, Seen)
    assert (await member(gym, ann)).profile.zone == "Europe/Berlin"
    assert await planned(gym, ann)


async def test_time_that_fits_several_zones_is_chosen_from_and_completes_the_entry(gym, ann):
    await ann.slash("legday log", **LEGS)
    await ann.click("keep.dm")
    offered = await ann.fill(zone="13:00")
    berlin = next(one for one in offered.selects[0]["options"] if one["value"] == "Europe/Berlin")

    await ann.select("keep.dm_zone_picked", berlin["label"], on=offered)

    assert (await member(gym, ann)).reminders.on
    assert await planned(gym, ann)


async def test_city_that_is_none_keeps_nothing_and_the_panel_still_works(gym, subtests):
    for city in ("nowhere at all", "🦵" * 20, "Berlin and Tokyo"):
        with subtests.test(city=city):
            newcomer = gym.newcomer()
            panel = await newcomer.slash("legday log", **LEGS)
            await newcomer.click("keep.dm", on=panel)
            await newcomer.fill(zone=city)
            assert (await member(gym, newcomer)).consent is None

            await newcomer.click("keep.dm", on=panel)
            await newcomer.fill(zone="Berlin")

            assert await planned(gym, newcomer)


async def test_zone_form_left_open_for_an_hour_keeps_nothing(gym, ann):
    await ann.slash("legday log", **LEGS)
    await ann.click("keep.dm")
    await gym.wait(hours=1)

    shown = await ann.fill(zone="Berlin")

    assert refusal(shown) == "entry_expired"
    assert (await member(gym, ann)).consent is None


@pytest.mark.parametrize("pressed", [False, True])
async def test_resume_without_a_zone_asks_for_it_and_resumes(gym, ann, pressed):
    await ann.slash("legday log", **LEGS)
    await ann.click("keep.only")
    if pressed:
        shown = await ann.slash("reminders show")
        asked = await ann.click("own.resume", on=shown)
    else:
        asked = await ann.slash("reminders resume")
    assert refusal(asked) == "resume_needs_zone"
    await ann.click("keep.locate", on=asked)
    assert not (await member(gym, ann)).reminders.on

    await ann.fill(zone="Berlin")

    after = await member(gym, ann)
    assert (after.reminders.on, after.profile.zone) == (True, "Europe/Berlin")
    assert await planned(gym, ann)


@pytest.mark.parametrize("agreed", [False, True])
async def test_leg_day_by_the_clock_goes_on_once_the_zone_is_told(gym, ann, agreed):
    if agreed:
        await ann.slash("legday log", **LEGS)
        await ann.click("keep.only")
    asked = await ann.slash("legday log", effort=7, when="yesterday 18:00")
    assert refusal(asked) == "when_needs_zone"

    await ann.click("keep.locate", on=asked)
    shown = await ann.fill(zone="Berlin")
    if not agreed:
        assert (await member(gym, ann)).sessions == ()
        shown = await ann.click("keep.only")

    kept = await member(gym, ann)
    assert any(one.startswith("log.edit") for one in actions(shown))
    assert kept.profile.zone == "Europe/Berlin"
    assert (gym.clock.now() - min(one.ended_at for one in kept.sessions)).days == 0
    assert len(kept.sessions) == 1 + agreed


async def test_form_by_the_clock_goes_on_once_the_zone_is_told(gym, ann):
    await ann.slash("legday log")
    asked = await ann.fill(effort="7", when="yesterday 18:00")

    await ann.click("keep.locate", on=asked)
    await ann.fill(zone="Berlin")
    await ann.click("keep.only")

    assert [one.effort for one in (await member(gym, ann)).sessions] == [7]


async def test_entry_like_another_is_kept_beside_it_in_the_zone_that_was_told(gym, ann):
    await ann.slash("legday log", **LEGS)
    await ann.click("keep.only")
    here = gym.clock.now().astimezone(ZoneInfo("Europe/Berlin"))
    await ann.slash("legday log", **LEGS, when=f"today {here:%H:%M}")
    await ann.click("keep.locate")
    asked = await ann.fill(zone="Berlin")

    await ann.click("keep.both", on=asked)

    kept = await member(gym, ann)
    assert len(kept.sessions) == 2
    assert kept.profile.zone == "Europe/Berlin"


async def test_question_by_the_clock_is_answered_once_the_zone_is_told_and_keeps_nothing(gym, ann):
    asked = await ann.slash("canirun", run="easy", when="tomorrow 7am")

    await ann.click("keep.locate", on=asked)
    shown = await ann.fill(zone="Berlin")

    assert any(one.startswith("run.wrong") for one in actions(shown))
    assert (await member(gym, ann)).profile.zone is None


async def test_question_by_the_clock_of_who_agreed_keeps_the_zone(gym, ann):
    await ann.slash("legday log", **LEGS)
    await ann.click("keep.only")
    asked = await ann.slash("canirun", run="easy", when="tomorrow 7am")

    await ann.click("keep.locate", on=asked)
    await ann.fill(zone="Berlin")

    assert (await member(gym, ann)).profile.zone == "Europe/Berlin"


async def test_zone_told_too_late_keeps_nothing(gym, ann):
    asked = await ann.slash("legday log", effort=7, when="yesterday 18:00")
    await gym.wait(hours=1)

    assert refusal(await ann.click("keep.locate", on=asked)) == "entry_expired"


async def test_time_that_cannot_be_is_refused_in_the_zone_told(gym, ann):
    asked = await ann.slash("legday log", effort=7, when="tomorrow 18:00")

    await ann.click("keep.locate", on=asked)

    assert refusal(await ann.fill(zone="Berlin")) is not None
    assert (await member(gym, ann)).consent is None
