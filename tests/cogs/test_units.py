"""Loads are shown as they were typed, and who begins to type pounds is asked about them once."""

from tests.cogs.test_mydata import exported


def offers_pounds(shown):
    return "log.pounds:" in str(shown.raw)


async def sets(gym, person):
    page = await gym.store.members.history(person.id, limit=1)
    return page.entries[0].exercises


async def test_pounds_are_shown_as_typed_on_the_card_in_the_history_and_in_the_export(gym, ann):
    await gym.join(ann)

    shown = await ann.slash("legday log", exercises="squats 5x5 225lbs, rdl 3x8 185")
    history = await ann.slash("legday history")
    tables = (await exported(await ann.slash("mydata export")))["tables"]

    assert all("225lb" in each.text and "185lb" in each.text for each in (shown, history))
    assert [line["load"] for line in tables["leg_sessions"][0]["exercises"]] == ["225lb", "185lb"]


async def test_the_form_of_an_edit_holds_what_was_typed_and_sent_back_changes_nothing(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", exercises="squat 5x5 225lb, kb swing 3x15 24kg, rdl")
    before = await sets(gym, ann)

    await ann.click("log.edit")
    await ann.fill(effort="7")

    assert await sets(gym, ann) == before


async def test_the_first_pounds_offer_to_be_the_unit_from_now_on(gym, ann):
    await gym.join(ann)
    first = await ann.slash("legday log", exercises="squat 5x5 225lb")
    chosen = await ann.click("log.pounds")
    later = await ann.slash("legday log", effort=5, when="2 days ago", exercises="squat 5x5 235")

    assert [offers_pounds(each) for each in (first, chosen, later)] == [True, False, False]
    assert "235lb" in later.text


async def test_who_left_the_offer_is_not_asked_again(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", exercises="squat 5x5 225lb")

    again = await ann.slash("legday log", effort=5, when="2 days ago", exercises="squat 5x5 235lb")

    assert not offers_pounds(again)


async def test_kilograms_beside_pounds_offer_nothing(gym, ann):
    await gym.join(ann)

    shown = await ann.slash("legday log", exercises="squat 5x5 225lb, leg press 3x10 100kg")

    assert not offers_pounds(shown)


async def test_names_alone_are_kept_and_what_they_count_is_said(gym, ann, snapshot):
    await gym.join(ann)

    shown = await ann.slash("legday log", exercises="squat, rdl, bench")

    assert shown.text == snapshot
    assert [line.sets for line in await sets(gym, ann)] == [None] * 3
