"""What a leg day brings without a wish, what naming a kind adds, and where small print stands."""

from bot.domain.facts.kinds import PLAN_KINDS
from bot.domain.facts.settings import Kind
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}
ADVICE = "not medical advice"


async def planned(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [row.kind for row in rows if row.state == "open"]


async def came(gym, person):
    rows = await gym.store.reminders.upcoming(person.id)
    return [row.kind for row in rows if row.state == "sent"]


async def test_first_leg_day_sends_four_messages_in_three_days(gym, ann):
    await ann.slash("legday log", **LEGS, new_exercise=True)
    await ann.click("keep.dm")
    await ann.fill(zone="Europe/Berlin")
    before = len(ann.inbox)

    await gym.wait(hours=72)
    soon = len(ann.inbox)
    await gym.wait(days=3)

    arrived = await came(gym, ann)
    assert soon <= before + 4
    assert sorted(arrived) == ["checkin", "first_timer", "next_session", "sleep"]
    assert len(ann.inbox) == before + len(arrived)


async def test_small_print_stands_in_the_first_message_alone(gym, ann):
    await gym.join_by_hand(ann)
    await ann.slash("legday log", **LEGS)
    await gym.wait(days=4)

    first, *rest = ann.inbox
    assert ADVICE in first.text
    assert len(rest) > 4
    assert [message.text for message in rest if ADVICE in message.text] == []


async def test_kind_that_is_named_comes_and_its_name_is_enough(gym, ann):
    await gym.join(ann, every_kind=False)
    await ann.slash("legday log", **LEGS)
    before = await planned(gym, ann)

    await ann.slash("reminders set", kind="foam_roll")

    added = [kind for kind in await planned(gym, ann) if kind not in before]
    assert sorted(before) == ["checkin", "next_session", "sleep"]
    assert set(added) == {Kind.FOAM_ROLL}


async def test_all_kinds_are_named_at_once(gym, ann):
    await gym.join(ann, every_kind=False)
    refused = await ann.slash("reminders set")

    await ann.slash("reminders set", kind="all")

    assert refusal(refused) == "nothing_to_set"
    member = await gym.store.members.context(ann.id, None)
    assert set(member.reminders.preferences) == set(PLAN_KINDS)


async def test_show_and_set_say_what_comes_by_default(gym, ann, snapshot):
    await gym.join(ann, every_kind=False)

    shown = await ann.slash("reminders show")
    added = await ann.slash("reminders set", kind="checkin")

    assert shown.text == snapshot
    assert added.text == snapshot
