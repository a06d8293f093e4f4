"""What members type in commands, forms and messages may be in their own language, or English."""

from datetime import timedelta

import pytest

from tests.refusals import refusal


@pytest.fixture
async def german(gym, ann):
    """Ann, whose Discord is in German."""
    await gym.join(ann)
    ann.locale = "de"
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
