"""``/learn``: what members read, from the overview to a topic, its neighbours and its sources."""

from bot.sandbox import Seen
from bot.texts.catalogue import ENTRIES, GROUPS
from tests.controls import enabled
from tests.refusals import refusal


async def topic(person, text):
    shown = await person.slash("learn", topic=text)
    assert isinstance(shown, Seen)
    return shown


async def test_learn_without_topic_shows_groups_and_where_it_comes_from(gym, ann, snapshot):
    shown = await ann.slash("learn")

    assert shown.ephemeral
    for group in GROUPS:
        assert f"**{group.title}**" in shown.text
    for entry in ENTRIES.values():
        assert entry.title in shown.text
    assert shown.text == snapshot
    assert "http" not in shown.text


async def test_learn_leads_from_a_group_to_a_topic_to_its_neighbour_and_back(gym, ann, snapshot):
    overview = await ann.slash("learn")
    group = await ann.select("learn.group", "comfort")
    entry = await ann.select("learn.topic", "foam_roll")
    neighbour = await ann.click("learn:massage")
    back = await ann.click("learn")

    assert overview.id == group.id == entry.id == neighbour.id == back.id
    assert group.text == snapshot
    assert entry.text == snapshot
    assert neighbour.text == snapshot
    assert back.text == overview.text


async def test_topic_has_advice_evidence_caution_and_small_print(gym, ann, snapshot):
    shown = await topic(ann, "ice bath")

    assert shown.ephemeral
    assert shown.text == snapshot


async def test_completion_offers_topics_by_title_other_words_and_typos(gym, ann):
    everything = await ann.complete("learn", option="topic")
    typo = await ann.complete("learn", option="topic", text="foam rolr")
    beer = await ann.complete("learn", option="topic", text="beer")
    nothing = await ann.complete("learn", option="topic", text="quantum physics")

    assert len(everything) == 25
    assert typo == [{"name": "Foam rolling", "value": "foam_roll"}]
    assert beer[0]["value"] == "alcohol"
    assert nothing == []


async def test_completed_topic_is_shown(gym, ann, snapshot):
    [offered] = await ann.complete("learn", option="topic", text="compresion")

    shown = await topic(ann, offered["value"])

    assert shown.text == snapshot


async def test_unknown_topic_offers_what_comes_close(gym, ann, snapshot):
    shown = await topic(ann, "should I drink beer tonight")
    chosen = await ann.click("learn:alcohol")

    assert shown.ephemeral
    assert shown.text == snapshot
    assert "learn" in enabled(shown)
    assert chosen.text == snapshot


async def test_topic_without_any_neighbour_still_leads_on(gym, ann, snapshot):
    shown = await topic(ann, "xyzzy")
    overview = await ann.click("learn")

    assert shown.text == snapshot
    assert enabled(shown) == ["learn"]
    assert overview.text == snapshot


HOSTILE = ["@everyone <@&1> <@1> hello", "@here **[x](https://a.b)** `y`", "***"]


async def test_hostile_topic_pings_nobody_and_is_shown_as_typed(gym, ann, subtests, snapshot):
    for text in HOSTILE:
        with subtests.test(text=text):
            shown = await topic(ann, text)

            assert shown.text == snapshot(name=text)
            assert not any(gym.sandbox.pings)
            assert "https://" not in shown.text
            assert "@everyone" not in shown.text
            assert "@here" not in shown.text


async def test_topic_longer_than_the_client_allows_is_taken_kindly(gym, ann, snapshot):
    shown = await ann.slash("learn", unchecked=True, topic="squat " * 300)

    assert shown.text == snapshot
    assert len(shown.text) < 200


async def test_buttons_and_menus_work_after_a_restart(gym, ann, snapshot):
    overview = await ann.slash("learn")
    await gym.restart()
    group = await ann.select("learn.group", "running", on=overview)
    await gym.restart()
    entry = await ann.select("learn.topic", "warm_up", on=group)
    await gym.restart()
    neighbour = await ann.click("learn:stretch", on=entry)

    assert entry.text == snapshot
    assert neighbour.text == snapshot


async def test_button_of_a_topic_that_is_gone_says_so(gym, ann, subtests):
    shown = await topic(ann, "sleep")

    for action in ("learn:gone", "learn:", "learn:__class__"):
        with subtests.test(action=action):
            answered = await ann.press_custom_id(action, on=shown)

            assert refusal(answered) == "control_unknown"


async def test_menu_with_a_choice_that_is_gone_says_so(gym, ann, subtests):
    shown = await ann.slash("learn")

    for menu in ("learn.group", "learn.topic"):
        with subtests.test(menu=menu):
            answered = await ann.press_custom_id(menu, on=shown, component_type=3, values=("gone",))

            assert refusal(answered) == "control_unknown"


async def test_learn_works_in_the_dm_and_keeps_nothing(gym, ann, snapshot):
    shown = await ann.dm_slash("learn", topic="sleep")
    neighbour = await ann.click("learn:caffeine", on=shown)

    assert shown.text == snapshot
    assert neighbour.text == snapshot
    assert not any((await gym.store.members.export(ann.id)).values())
