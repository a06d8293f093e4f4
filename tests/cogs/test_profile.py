"""The profile panel and "Set time zone": what members tell, and what follows from it."""

import asyncio
from datetime import time

from bot.domain.facts.member import Change
from bot.domain.facts.settings import (
    AgeBand,
    DistanceUnit,
    Experience,
    GuildSettings,
    Leaning,
    MassUnit,
    Profile,
    QuietHours,
    ReminderSettings,
)
from bot.sandbox import SeenForm
from tests import stored
from tests.controls import enabled
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}


async def profile(gym, person):
    return (await gym.store.members.context(person.id, None)).profile


async def due(gym, person, kind):
    rows = await gym.store.reminders.upcoming(person.id)
    return [f"{row.due_at:%a %H:%M}" for row in rows if row.kind == kind and row.state == "open"]


async def test_panel_sets_every_value_in_the_same_message(gym, ann, snapshot):
    await gym.join(ann)
    panel = await ann.slash("profile")

    shown = [
        await ann.select("profile.choose:units", "lb_mi"),
        await ann.select("profile.choose:experience", "some"),
        await ann.select("profile.choose:age", "40_59"),
        await ann.select("profile.choose:leaning", "runner"),
    ]
    await ann.click("profile.runs")
    shown.append(await ann.fill(runs="3", longest="50"))
    await ann.click("profile.times")
    shown.append(await ann.fill(wake="6.30 am", bed="11pm", quiet_from="22:00", quiet_to="7"))
    await ann.click("profile.zone")
    shown.append(await ann.fill(zone="new york"))

    assert panel.ephemeral
    assert {each.id for each in shown} == {panel.id}
    assert await profile(gym, ann) == Profile(
        zone="America/New_York",
        mass_unit=MassUnit.LB,
        distance_unit=DistanceUnit.MI,
        experience=Experience.SOME,
        runs_per_week=3,
        longest_run=50,
        age_band=AgeBand.MIDDLE,
        wake=time(6, 30),
        bed=time(23),
        quiet=QuietHours(start=time(22), end=time(7)),
        quiet_said=True,
        leaning=Leaning.RUNNER,
    )
    for words in ("America/New York, where it is 07:00", "06:30", "23:00", "3 a week", "50 min"):
        assert words in shown[-1].text
    assert shown[-1].text == snapshot


async def test_panel_takes_back_what_was_said(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("profile")
    await ann.select("profile.choose:age", "18_39")
    await ann.select("profile.choose:age", "unsaid")
    await ann.click("profile.times")
    filled = ann.form.value("quiet_from"), ann.form.value("wake")

    shown = await ann.fill(quiet_from="", quiet_to="")

    kept = await profile(gym, ann)
    assert filled == ("22:00", None)
    assert kept.age_band is None
    assert kept.quiet.start == kept.quiet.end
    assert shown.text == snapshot


async def test_units_change_how_exercises_are_read(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("profile")
    await ann.select("profile.choose:units", "lb_mi")

    shown = await ann.slash("legday log", effort=6, exercises="squat 3x5 225")

    assert shown.text == snapshot


async def test_bare_hours_of_the_night_are_read_in_their_half_of_the_day(gym, ann):
    await gym.join(ann)
    await ann.slash("profile")
    await ann.click("profile.times")

    await ann.fill(wake="6:30", bed="10:30", quiet_from="10", quiet_to="8")

    kept = (await gym.store.members.context(ann.id, None)).profile
    assert (kept.wake, kept.bed) == (time(6, 30), time(22, 30))
    assert kept.quiet == QuietHours(start=time(22), end=time(8))


async def test_quiet_hours_of_most_of_the_day_say_when_reminders_come(gym, ann):
    await gym.join(ann)
    await ann.slash("profile")
    await ann.click("profile.times")
    shown = await ann.fill(quiet_from="07:00", quiet_to="22:00")

    assert "comes from 22:00 to 07:00" in shown.text


async def test_quiet_hours_move_reminders_out_of_them(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    before = await due(gym, ann, "foam_roll")
    await ann.slash("profile")
    await ann.click("profile.times")

    await ann.fill(quiet_from="18:00", quiet_to="20:15")

    assert before == ["Tue 18:00"]  # 19:00 in Berlin
    assert await due(gym, ann, "foam_roll") == ["Tue 19:15"]


async def test_zone_moves_what_is_ahead_and_never_resends(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await gym.wait(hours=2)
    sent = ann.inbox
    before = await due(gym, ann, "sleep")
    await ann.slash("profile")
    await ann.click("profile.zone")

    await ann.fill(zone="London")
    after = await due(gym, ann, "sleep")
    await gym.wait(hours=8)

    assert (before[0], after[0]) == ("Mon 20:45", "Mon 21:45")
    assert ann.inbox[: len(sent)] == sent
    assert [message.text.split("\n")[0] for message in ann.inbox[len(sent) :]] == ["### Sleep"]


async def test_card_of_a_log_follows_the_zone_set_on_it(gym, ann, snapshot):
    await ann.slash("legday log", **LEGS)
    logged = await ann.click("keep.only")
    await switch_reminders_on(gym, ann)
    await ann.click("log.zone", on=logged)
    offered = await ann.fill(zone="13:00")
    menu = offered.selects[0]
    berlin = next(one for one in menu["options"] if one["value"] == "Europe/Berlin")

    shown = await ann.select("log.zone_picked", berlin["label"], on=offered)

    assert offered.text == snapshot
    assert (shown.id, shown.text) == (logged.id, snapshot)
    assert "log.undo" in enabled(ann.see(logged))
    assert (await profile(gym, ann)).zone == "Europe/Berlin"
    assert await due(gym, ann, "sleep") == ["Mon 20:45"]


async def switch_reminders_on(gym, person):
    """Have reminders on without a zone, as earlier versions left some members."""
    change = Change(reminders=ReminderSettings(on=True))
    await gym.store.members.revise(
        person.id, None, now=gym.clock.now(), decide=lambda _: (change, None)
    )


async def test_zone_button_of_an_error_works_without_consent_by_asking_for_it(gym, bob, snapshot):
    refused = await bob.slash("legday log", effort=5, when="yesterday 18:30")
    await bob.press_custom_id("zone", on=refused)
    asked = await bob.fill(zone="Tokyo")
    before = await profile(gym, bob)

    await bob.click("keep.zone", on=asked)
    again = await bob.fill(zone="Lisbon")
    shown = await bob.click("keep.only", on=again)

    assert asked.text == snapshot
    assert before == Profile()
    assert shown.text == snapshot
    assert (await profile(gym, bob)).zone == "Europe/Lisbon"


async def test_server_zone_is_named_as_such_and_never_kept(gym, bob, snapshot):
    here = GuildSettings(guild_id=gym.sandbox.guild.id, zone="Asia/Tokyo")
    await stored.save_server(gym.store, here, now=gym.clock.now())

    shown = await bob.slash("profile")
    in_dm = await bob.dm_slash("profile")

    assert shown.text == snapshot
    assert in_dm.text == snapshot
    assert not any((await gym.store.members.export(bob.id)).values())


FORMS = [
    ("profile.runs", {"runs": "many"}, "not_a_number", ""),
    ("profile.runs", {"runs": "-1"}, "not_a_number", ""),
    ("profile.runs", {"runs": "9" * 20}, "not_a_number", ""),
    ("profile.runs", {"runs": "15"}, "out_of_range", "0 to 14"),
    ("profile.runs", {"longest": "601"}, "out_of_range", "0 to 600"),
    ("profile.times", {"bed": "@everyone"}, "clock_not_understood", ""),
    ("profile.times", {"wake": "\u202e25:61"}, "clock_not_understood", ""),
    ("profile.times", {"quiet_from": "22", "quiet_to": ""}, "quiet_needs_both_ends", ""),
    ("profile.zone", {"zone": "[here](https://evil.example)"}, "zone_not_understood", ""),
    ("profile.zone", {"zone": "🦵" * 900}, "zone_not_understood", ""),
]


async def test_nonsense_in_forms_is_refused_kindly_and_keeps_nothing(gym, ann):
    await gym.join(ann)
    panel = await ann.slash("profile")
    before = await profile(gym, ann)

    for button, typed, key, figures in FORMS:
        assert isinstance(await ann.click(button, on=panel), SeenForm)
        shown = await ann.fill(unchecked=True, **typed)

        assert refusal(shown) == key, typed
        assert figures in shown.text
        assert shown.ephemeral
        assert "](https" not in shown.text

    assert await profile(gym, ann) == before
    assert gym.sandbox.pings == []


FORGED = [
    ("profile.choose:age", "immortal"),
    ("profile.choose:weight", "80"),
    ("profile.choose", "x"),
    ("zone.picked:panel", "Etc/Nowhere"),
    ("zone.picked:new", "../../etc/passwd"),
]


async def test_forged_choices_change_nothing(gym, ann, subtests, snapshot):
    await gym.join(ann)
    panel = await ann.slash("profile")
    before = await profile(gym, ann)

    for action, value in FORGED:
        with subtests.test(action=action, value=value):
            shown = await ann.press_custom_id(action, on=panel, component_type=3, values=(value,))

            assert shown.text == snapshot(name=f"{action} {value}")
            assert await profile(gym, ann) == before


async def test_panel_pressed_by_somebody_else_is_about_them(gym, ann, bob, snapshot):
    await gym.join(ann)
    await gym.join(bob, zone="Asia/Tokyo")
    await ann.slash("profile")
    his = await bob.slash("profile")
    before = await profile(gym, ann)

    action = "profile.choose:age"
    shown = await bob.press_custom_id(action, on=his, component_type=3, values=("60_plus",))

    assert shown.text == snapshot
    assert await profile(gym, ann) == before
    assert (await profile(gym, bob)).age_band is AgeBand.OLDER


async def test_panel_works_after_a_restart_and_two_at_once(gym, ann):
    await gym.join(ann)
    panel = await ann.slash("profile")

    await gym.restart()
    await asyncio.gather(
        ann.select("profile.choose:age", "18_39", on=panel),
        ann.select("profile.choose:units", "lb_km", on=panel),
    )

    kept = await profile(gym, ann)
    assert (kept.age_band, kept.mass_unit) == (AgeBand.ADULT, MassUnit.LB)
