"""``/learn``: what members read, from the overview to a topic, its neighbours and its sources."""

import pytest

from bot.sandbox import Seen
from bot.texts.catalogue import ENTRIES, GROUPS


async def topic(person, text):
    shown = await person.slash("learn", topic=text)
    assert isinstance(shown, Seen)
    return shown


async def test_learn_without_topic_shows_groups_and_where_it_comes_from(gym, ann):
    shown = await ann.slash("learn")

    assert shown.ephemeral
    for group in GROUPS:
        assert f"**{group.title}**" in shown.text
    for entry in ENTRIES.values():
        assert entry.title in shown.text
    assert "Running After Leg Day – Good or Bad Idea?" in shown.text
    assert "Rachel Basinger (The Wired Runner)" in shown.text
    assert "http" not in shown.text


async def test_learn_leads_from_a_group_to_a_topic_to_its_neighbour_and_back(gym, ann):
    overview = await ann.slash("learn")
    group = await ann.select("Choose a group", "For sore legs")
    entry = await ann.select("Choose a topic", "Foam rolling")
    neighbour = await ann.click("Massage")
    back = await ann.click("All topics")

    assert overview.id == group.id == entry.id == neighbour.id == back.id
    assert "Stretch if it feels good" in group.text
    assert "Roll each sore muscle 1–2 min" in entry.text
    assert "**Small effect**" in entry.text
    assert "Wiewelhove et al. 2019: pain −6.0 %" in entry.text
    assert "blood thinners" in entry.text
    assert "Davis et al. 2020: 29 studies, 1,012 people" in neighbour.text
    assert back.text == overview.text


async def test_topic_has_advice_evidence_caution_and_small_print(gym, ann):
    shown = await topic(ann, "ice bath")

    assert shown.ephemeral
    assert "Ice and cold water" in shown.text
    assert "Skip it as a habit after lifting" in shown.text
    assert "**Moderate evidence**: As a habit it costs muscle and strength." in shown.text
    assert "Roberts et al. 2015: 21 men, 12 weeks" in shown.text
    assert "For adults only." in shown.text
    assert shown.text.count("not medical advice") == 1


async def test_completion_offers_topics_by_title_other_words_and_typos(gym, ann):
    everything = await ann.complete("learn", option="topic")
    typo = await ann.complete("learn", option="topic", text="foam rolr")
    beer = await ann.complete("learn", option="topic", text="beer")
    nothing = await ann.complete("learn", option="topic", text="quantum physics")

    assert len(everything) == 25
    assert typo == [{"name": "Foam rolling", "value": "foam_roll"}]
    assert beer[0]["value"] == "alcohol"
    assert nothing == []


async def test_completed_topic_is_shown(gym, ann):
    [offered] = await ann.complete("learn", option="topic", text="compresion")

    shown = await topic(ann, offered["value"])

    assert "Compression tights and socks" in shown.text
    assert "wash nothing out of the muscle" in shown.text


async def test_unknown_topic_offers_what_comes_close(gym, ann):
    shown = await topic(ann, "should I drink beer tonight")
    chosen = await ann.click("Alcohol after training")

    assert shown.ephemeral
    assert "No topic is called “should I drink beer tonight”" in shown.text
    assert "All topics" in shown.enabled
    assert "keep it small" in chosen.text


async def test_topic_without_any_neighbour_still_leads_on(gym, ann):
    shown = await topic(ann, "xyzzy")
    overview = await ann.click("All topics")

    assert "come closest" not in shown.text
    assert shown.enabled == ["All topics"]
    assert "**Leg day**" in overview.text


@pytest.mark.parametrize(
    "text", ["@everyone <@&1> <@1> hello", "@here **[x](https://a.b)** `y`", "***"]
)
async def test_hostile_topic_pings_nobody_and_is_shown_as_typed(gym, ann, text):
    shown = await topic(ann, text)

    assert "No such topic" in shown.text
    assert not any(gym.sandbox.pings)
    assert "https://" not in shown.text
    assert "@everyone" not in shown.text
    assert "@here" not in shown.text


async def test_topic_longer_than_the_client_allows_is_taken_kindly(gym, ann):
    shown = await ann.slash("learn", unchecked=True, topic="squat " * 300)

    assert "No such topic" in shown.text
    assert len(shown.text) < 200


async def test_buttons_and_menus_work_after_a_restart(gym, ann):
    overview = await ann.slash("learn")
    await gym.restart()
    group = await ann.select("Choose a group", "Running", on=overview)
    await gym.restart()
    entry = await ann.select("Choose a topic", "Warming up", on=group)
    await gym.restart()
    neighbour = await ann.click("Stretching", on=entry)

    assert "Before lifting ten easy minutes" in entry.text
    assert "under 1 of 100 points" in neighbour.text


@pytest.mark.parametrize("action", ["learn:gone", "learn:", "learn:__class__"])
async def test_button_of_a_topic_that_is_gone_says_so(gym, ann, action):
    shown = await topic(ann, "sleep")

    answered = await ann.press_custom_id(action, on=shown)

    assert "from an older message" in answered.text


@pytest.mark.parametrize("menu", ["learn.group", "learn.topic"])
async def test_menu_with_a_choice_that_is_gone_says_so(gym, ann, menu):
    shown = await ann.slash("learn")

    answered = await ann.press_custom_id(menu, on=shown, component_type=3, values=("gone",))

    assert "from an older message" in answered.text


async def test_learn_works_in_the_dm_and_keeps_nothing(gym, ann):
    shown = await ann.dm_slash("learn", topic="sleep")
    neighbour = await ann.click("Coffee and pre-workout", on=shown)

    assert "7 h or more" in shown.text
    assert "9 h before bed" in neighbour.text
    assert not any((await gym.store.members.export(ann.id)).values())
