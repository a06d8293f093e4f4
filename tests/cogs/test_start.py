"""``/start``: a command, a form and a press to a verdict and a reminder that is planned."""

from datetime import timedelta

import pytest

from bot.domain.facts.member import Change
from bot.domain.facts.settings import GuildSettings, Kind
from bot.domain.facts.training import Report
from bot.sandbox import Seen, SeenForm
from bot.texts import dms
from tests import stored
from tests.refusals import refusal

SPANS = ("1", "6", "12", "24", "36", "48", "72", "120", "9999")
TOLD = {"zone": "Berlin", "legs": "12", "hardness": "hard", "soreness": "3", "running": "some"}


async def member(gym, person):
    return await gym.store.members.context(person.id, None)


async def planned(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [row for row in rows if row.state == "open"]


def actions(shown):
    return {
        part["custom_id"].partition(":")[0] for part in shown.components if part.get("custom_id")
    }


async def begin(person, **told):
    await person.slash("start")
    return await person.fill(**{**TOLD, **told})


async def test_form_then_press_is_a_verdict_and_a_planned_reminder(gym, ann, snapshot):
    verdict = await begin(ann)
    before = await member(gym, ann)

    saved = await ann.click("keep.dm")

    after = await member(gym, ann)
    assert verdict.text == snapshot
    assert before.consent is None
    assert saved.text == snapshot
    assert (after.profile.zone, after.profile.runs_per_week) == ("Europe/Berlin", 1)
    assert [(one.effort, gym.clock.now() - one.ended_at) for one in after.sessions] == [
        (9, timedelta(hours=18))
    ]
    assert [report.soreness for report in after.reports] == [3]
    assert await planned(gym, ann)


async def test_every_span_ends_with_a_reminder_or_the_days_to_choose(gym, subtests):
    for span in SPANS:
        with subtests.test(span=span):
            newcomer = gym.newcomer()
            await begin(newcomer, legs=span)
            saved = await newcomer.click("keep.dm")

            if not await planned(gym, newcomer):
                await newcomer.select("start.days", "0", "3", on=saved)
                (rule,) = (await member(gym, newcomer)).rules
                chosen = Kind.LEG_DAY, frozenset({0, 3}), 17
                assert (rule.kind, rule.days, rule.at.hour) == chosen

            assert await planned(gym, newcomer)
            assert (await member(gym, newcomer)).session_count == (span != "9999")


@pytest.mark.parametrize("zone", ["known", "server", "unclear"])
async def test_zone_may_be_known_the_servers_or_unclear(gym, ann, zone):
    said = {}
    if zone == "known":
        await gym.join(ann)
    if zone == "server":
        server = GuildSettings(guild_id=gym.sandbox.guild.id, zone="Europe/Berlin")
        await stored.save_server(gym.store, server, now=gym.clock.now())
    if zone == "unclear":
        said = {"zone": "13:00"}

    form = await ann.slash("start")
    assert isinstance(form, SeenForm)
    shown = await ann.fill(**{**TOLD, **said})
    if zone == "unclear":
        menu = shown.selects[0]
        berlin = next(one for one in menu["options"] if one["value"] == "Europe/Berlin")
        assert not {"keep.dm", "keep.only"} & actions(shown)
        await ann.select("start.zone", berlin["label"], on=shown)
    if zone != "known":
        await ann.click("keep.dm")

    assert (await member(gym, ann)).profile.zone == "Europe/Berlin"
    assert await planned(gym, ann)


async def test_very_sore_is_asked_about_danger_before_anything_is_offered(gym, ann, snapshot):
    asked = await begin(ann, soreness="8", zone="13:00")
    assert actions(asked) == {"start.danger"}

    zones = await ann.select("start.danger", "1")
    berlin = next(one for one in zones.selects[0]["options"] if one["value"] == "Europe/Berlin")
    offered = await ann.select("start.zone", berlin["label"], on=zones)
    await ann.click("keep.dm", on=offered)

    assert asked.text == snapshot
    assert (await member(gym, ann)).reports[0].stop_sign is False


async def test_danger_sign_ends_in_care_without_an_offer_of_reminders(gym, ann):
    await begin(ann, soreness="8")
    await ann.select("start.danger", "0")
    care = await ann.select("start.symptoms", "dark_urine")
    assert "keep.dm" not in actions(care)

    await ann.click("keep.only", on=care)

    after = await member(gym, ann)
    assert after.reports[0].stop_sign is True
    assert await planned(gym, ann) == []


async def test_symptoms_may_be_gone_back_from(gym, ann):
    asked = await begin(ann, soreness="8")
    await ann.select("start.danger", "0")

    back = await ann.click("start.back")

    assert back.text == asked.text


async def test_member_who_agreed_saves_at_once_and_is_asked_about_a_second_one(gym, ann):
    await gym.join(ann)
    await begin(ann)
    assert (await member(gym, ann)).session_count == 1

    asked = await begin(ann)

    assert "keep.both" in actions(asked)
    assert (await member(gym, ann)).session_count == 1


async def test_form_is_filled_with_what_is_known(gym, ann):
    await gym.join(ann)
    await begin(ann, hardness="light", running="often")

    form = await ann.slash("start")

    chosen = {
        option["value"]
        for part in form.fields.values()
        for option in part.get("options", ())
        if option.get("default")
    }
    assert chosen == {"12", "light", "often"}


NONSENSE = [{"zone": "nowhere"}, {"legs": "7"}, {"soreness": "11"}, {"hardness": "x"}]


async def test_nonsense_keeps_nothing_and_the_form_reopens_as_typed(gym, ann, subtests):
    for wrong in NONSENSE:
        with subtests.test(wrong=wrong):
            await ann.slash("start")
            refused = await ann.fill(unchecked=True, **{**TOLD, **wrong})

            assert refusal(refused) is not None
            assert (await member(gym, ann)).consent is None


async def test_closed_dms_are_told_at_once(gym, ann):
    gym.sandbox.close_dms(ann)
    await begin(ann)

    await ann.click("keep.dm")

    await gym.until_shown(ann, dms.not_arrived().title)
    assert (await member(gym, ann)).session_count == 1


async def test_not_saved_is_not_kept(gym, ann):
    await begin(ann)

    await ann.click("keep.no")

    assert (await member(gym, ann)).consent is None


async def test_form_works_in_a_dm_and_from_the_help(gym, ann):
    await ann.slash("help")
    form = await ann.click("start")
    shown = await ann.fill(**TOLD)

    assert isinstance(form, SeenForm)
    assert isinstance(shown, Seen)
    assert shown.ephemeral


async def test_standing_danger_sign_is_answered_with_care(gym, ann):
    await gym.join(ann)
    now = gym.clock.now()
    sign = Change(report=Report(reported_at=now, stop_sign=True))
    await gym.store.members.revise(ann.id, None, now=now, decide=lambda _: (sign, None))

    shown = await begin(ann, soreness="1")

    assert "run.cleared" in actions(shown)
    assert await planned(gym, ann) == []


async def test_what_a_question_was_told_is_kept_with_one_press_and_consent(gym, ann):
    await ann.slash("canirun", soreness=3)
    asked = await ann.select("run.tell:l", "12")
    await gym.wait(hours=2)

    await ann.click("run.keep", on=asked)
    await ann.click("keep.dm")
    await ann.fill(zone="Berlin")

    after = await member(gym, ann)
    (session,) = after.sessions
    assert gym.clock.now() - session.ended_at == timedelta(hours=20)
    assert [report.soreness for report in after.reports] == [3]
    assert "run.keep" not in actions(await ann.slash("canirun", soreness=3))


async def test_nothing_told_is_nothing_to_keep(gym, ann):
    assert "run.keep" not in actions(await ann.slash("canirun"))


async def test_keep_this_pressed_by_somebody_else_keeps_it_for_them_alone(gym, ann, bob):
    await ann.slash("canirun", soreness=3)
    asked = await ann.select("run.tell:l", "12")
    action = next(
        part["custom_id"] for part in asked.components if "run.keep" in part.get("custom_id", "")
    )

    await bob.press_custom_id(action, on=asked)

    assert (await member(gym, ann)).consent is None
    assert (await member(gym, bob)).consent is None


async def test_none_of_the_cities_that_fit_leads_back_to_the_form(gym, ann):
    await begin(ann, zone="13:00")

    form = await ann.click("start.again")
    assert isinstance(form, SeenForm)
    await ann.fill(zone="Berlin")
    await ann.click("keep.dm")

    assert (await member(gym, ann)).profile.zone == "Europe/Berlin"


async def test_command_works_in_a_dm_and_where_group_life_is_off(gym, ann, bob, coach):
    await coach.slash("config group")
    await coach.click("config.group:off")
    await ann.dm_slash("start")
    await ann.fill(**TOLD)
    await begin(bob)

    for person in (ann, bob):
        await person.click("keep.dm")
        assert await planned(gym, person)
