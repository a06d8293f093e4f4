"""Company for an easy run: adults only, the same words for all, and what legs say stays private."""

from dataclasses import replace

import pytest

from tests import stored
from tests.bracketed import action
from tests.cogs.conftest import NEVER_QUIET
from tests.controls import buttons
from tests.refusals import refusal


@pytest.fixture(autouse=True)
async def ready(gym, ann, bob, coach):
    await gym.set_up_server(quiet=NEVER_QUIET)
    for person in (ann, bob, coach):
        await of_age(gym, person)


async def of_age(gym, person):
    """Have somebody say that they are an adult, and take part."""
    await person.slash("profile")
    await person.select("profile.choose:age", "18_39")
    await person.click("keep.only")
    await stored.join(gym.store, gym.sandbox.guild.id, person.id)


@pytest.fixture
async def asked(gym, ann):
    """Ann asked for company at 18:00; return how bob sees it now."""
    await ann.slash("group buddies")
    await ann.click("buddies.ask")
    await gym.wait(seconds=3)
    return lambda: public(gym)[-1]


def public(gym):
    seen = gym.people["bob"].sees(gym.sandbox.general)
    return [one for one in seen if not one.ephemeral]


async def wear_out(person):
    """Log a leg day after which nobody should run."""
    await person.slash("legday log", effort=10, minutes=120, soreness=9)


async def test_asker_is_listed_others_come_and_it_closes(gym, asked, ann, bob, snapshot):
    opened = asked().text
    await bob.click("roll.up", on=asked())
    listed = asked().text
    await gym.wait(hours=7)

    assert ann.mention in opened
    assert (bob.mention in opened, bob.mention in listed) == (False, True)
    assert (opened, listed, asked().text) == snapshot
    assert not any(gym.sandbox.pings)


async def test_company_at_a_clock_time_goes_on_once_the_zone_is_told(gym):
    server = await gym.store.guilds.get(gym.sandbox.guild.id)
    await stored.save_server(gym.store, replace(server, zone=None), now=gym.clock.now())
    cy = gym.people["cy"]
    await of_age(gym, cy)
    needs = await cy.slash("group buddies", when="tomorrow 7am")
    await cy.click("keep.locate", on=needs)
    offered = await cy.fill(zone="Europe/Berlin")
    await cy.click("buddies.ask", on=offered)
    await gym.until(lambda: public(gym))

    assert refusal(needs) == "plan_needs_zone"
    assert (await gym.store.members.context(cy.id, None)).zone == "Europe/Berlin"
    assert cy.mention in public(gym)[-1].text


async def test_who_takes_no_part_joins_and_asks_with_one_press(gym):
    cy = gym.people["cy"]
    await of_age(gym, cy)
    await gym.store.memberships.leave(gym.sandbox.guild.id, cy.id)
    await cy.slash("group buddies")
    await cy.click("buddies.ask")
    before = public(gym)
    told = await cy.click("group.join")
    await gym.until(lambda: public(gym))

    assert before == []
    assert told.ephemeral
    assert cy.mention in public(gym)[-1].text


async def test_where_only_admins_ask_that_is_said_before_anything_else(gym, ann, coach):
    offered = await ann.slash("group buddies")
    await gym.store.memberships.leave(gym.sandbox.guild.id, ann.id)
    await coach.slash("config group")
    await coach.click("config.asking:off")
    refused = [await ann.slash("group buddies"), await ann.click("buddies.ask", on=offered)]

    assert [refusal(one) for one in refused] == ["rolls_by_admins"] * 2
    assert public(gym) == []


@pytest.mark.parametrize("age", [None, "under_18"])
async def test_who_is_under_18_or_did_not_say_is_never_listed(gym, asked, age):
    person = gym.people["cy"]
    await stored.join(gym.store, gym.sandbox.guild.id, person.id)
    if age is not None:
        await person.slash("profile")
        await person.select("profile.choose:age", age)
        await person.click("keep.only")

    refused = [
        await person.slash("group buddies"),
        await person.click("roll.up", on=asked()),
        await person.press_custom_id("buddies.ask:1772474400", on=asked()),
    ]

    assert [refusal(one) for one in refused] == ["buddies_adults"] * 2 + ["control_unknown"]
    assert person.mention not in asked().text
    assert len(public(gym)) == 1


async def test_of_whom_nothing_is_known_nothing_is_said(gym, ann):
    unknown = await ann.slash("group buddies")
    await ann.slash("legday log", effort=5, when="3 days ago")
    known = await ann.slash("group buddies")

    assert ("For you" in unknown.text, "For you" in known.text) == (False, True)
    assert buttons(unknown) == buttons(known)


async def test_legs_that_want_rest_are_asked_once_more_and_nobody_sees(gym, asked, bob, snapshot):
    before = asked().text
    await wear_out(bob)
    told = await bob.click("roll.up", on=asked())
    unlisted = asked().text
    await bob.click("roll.list")
    await gym.wait(seconds=5)

    assert told.ephemeral
    assert unlisted == before
    assert bob.mention in asked().text
    assert told.text == snapshot


async def test_care_comes_first_and_never_lists(gym, asked, ann, bob):
    await wear_out(bob)
    await bob.slash("canirun")
    listed = await bob.click("Something feels wrong")
    await bob.select("run.symptoms", "chest_pain", on=listed)
    before = asked().text

    care = await bob.click("roll.up", on=asked())
    again = await bob.slash("group buddies")
    number = action(asked(), "roll.up").split(":")[1]
    forged = [
        await bob.press_custom_id(f"{name}:{number}", on=message)
        for name in ("roll.list", "roll.back")
        for message in (asked(), care)
    ]
    await gym.wait(seconds=5)

    assert asked().text == before
    assert care.ephemeral
    assert again.ephemeral
    assert "buddies.ask" not in buttons(again)
    assert [refusal(one) for one in forged[::2]] == ["control_unknown"] * 2


async def test_what_others_see_is_the_same_whatever_legs_say(gym, asked, ann, bob, coach):
    """Two worlds that differ in every log give the same words."""
    await bob.click("roll.up", on=asked())
    await gym.wait(seconds=3)
    rested = asked().text
    await bob.click("roll.mine", on=asked())
    await bob.click("roll.back")
    await wear_out(bob)
    await bob.click("roll.up", on=asked())
    await bob.click("roll.list")
    await gym.wait(seconds=5)

    assert asked().text == rested
