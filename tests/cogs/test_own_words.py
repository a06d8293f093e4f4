"""What members type in commands, forms and messages may be in their own language, or English."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.refusals import refusal

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
async def german(gym, ann):
    """Ann, whose Discord is in German."""
    await gym.join(ann)
    ann.locale = "de"
    return ann


@pytest.fixture
async def torn(gym, ann):
    """Ann, whose Discord is in French, so that its examples are, and who chose German."""
    await gym.join(ann)
    ann.locale = "fr"
    await ann.select("profile.language", "de", on=await ann.slash("profile"))
    return ann


async def newest(gym, person):
    """What was logged last."""
    return (await gym.store.members.context(person.id, None)).sessions[0]


async def newest_run(gym, person):
    member = await gym.store.members.context(person.id, None)
    return max(member.runs, key=lambda run: run.ended_at)


async def test_a_command_s_options_are_read_in_the_language_of_discord(gym, german):
    await german.slash("legday log", exercises="Kniebeugen 5x5 100kg", when="vor zwei Stunden")

    session = await newest(gym, german)
    assert gym.clock.now() - session.ended_at == timedelta(hours=2)
    assert [line.name for line in session.exercises] == ["squat"]


async def test_english_is_read_as_well(gym, german):
    await german.slash("legday log", exercises="front squat 3x5 80kg", when="2h ago")

    session = await newest(gym, german)
    assert [line.name for line in session.exercises] == ["front_squat"]


async def test_another_language_than_one_s_own_is_not(gym, bob):
    await gym.join(bob)
    said = await bob.slash("legday log", when="il y a deux heures")

    assert refusal(said) == "when_not_understood"


async def test_what_discord_shows_in_its_own_language_is_read_where_another_was_chosen(gym, torn):
    await torn.slash("legday log", exercises="fentes 3x8 40kg", when="il y a deux heures")
    await torn.slash("run log", distance="5 km et demi", minutes=30, when="hier 18h30")
    await torn.slash("plan add", what="long", days="lun, mer, ven", time="18h")
    tried = await torn.slash("plan week", what_if="jambes mar 18h")

    session, run = await newest(gym, torn), await newest_run(gym, torn)
    plan = (await gym.store.members.context(torn.id, None)).week
    assert gym.clock.now() - session.ended_at == timedelta(hours=2)
    assert [line.name for line in session.exercises] == ["lunge"]
    assert run.distance_km == 5.5
    assert run.ended_at.astimezone(BERLIN).time() == time(18, 30)
    assert [(sorted(item.days), item.at) for item in plan.items] == [([0, 2, 4], time(18))]
    assert "**Wenn:** Beintag Di 18:00" in tried.text


async def test_the_chosen_language_and_english_are_read_as_ever_where_discord_has_another(
    gym, torn
):
    await torn.slash("legday log", exercises="Kniebeugen 5x5 100kg", when="vor 2h")
    german = await newest(gym, torn)
    await torn.slash("legday log", exercises="leg press 3x8", when="3 days ago")
    member = await gym.store.members.context(torn.id, None)

    assert gym.clock.now() - german.ended_at == timedelta(hours=2)
    assert [line.name for line in german.exercises] == ["squat"]
    assert gym.clock.now() - member.sessions[-1].ended_at == timedelta(days=3)


async def test_english_that_was_chosen_is_read_first_then_the_language_of_discord(gym, torn):
    await torn.select("profile.language", "en-US", on=await torn.slash("profile"))
    await torn.slash("legday log", effort=5, when="il y a deux heures")
    asked = await torn.slash("legday log", effort=5, when="vor zwei Stunden")

    session = await newest(gym, torn)
    assert gym.clock.now() - session.ended_at == timedelta(hours=2)
    assert refusal(asked) == "when_not_understood"
    assert "I did not understand" in asked.text


async def test_what_no_language_reads_is_refused_in_the_chosen_one(gym, torn):
    said = await torn.slash("legday log", effort=5, when="hace dos horas")

    assert "Die Zeit „hace dos horas“ habe ich nicht verstanden" in said.text


async def test_a_form_is_read_in_the_language_that_discord_shows(gym, torn):
    await torn.slash("run log")
    await torn.fill(kind="easy", minutes="une heure et quart", distance="10 kilomètres")

    run = await newest_run(gym, torn)
    assert (run.minutes, run.distance_km) == (75, 10)


async def test_a_message_is_understood_in_the_language_of_discord_as_well(gym, torn):
    there = torn.at(torn.dm)
    there.say("je peux courir ? j'ai mal à la poitrine")

    await gym.until_shown(there, "Notruf")


async def test_a_form_is_read_in_the_language_of_discord(gym, german):
    await german.slash("run log")
    await german.fill(kind="easy", minutes="eine halbe Stunde", distance="5 Kilometer")

    run = await newest_run(gym, german)
    assert (run.minutes, run.distance_km) == (30, 5)


async def test_a_message_is_understood_in_the_language_its_author_is_written_to_in(gym, german):
    await german.slash("legday log", effort=5)
    german.at(german.dm).say("kann ich laufen? ich habe Brustschmerzen")

    await gym.until_shown(german.at(german.dm), "Notruf")


async def test_a_mended_name_is_shown_in_the_language_of_discord(gym, german):
    shown = await german.slash("legday log", exercises="leg pres 3x8 100kg", effort=5)

    assert "Beinpresse" in shown.text
    assert "Leg press" not in shown.text
