"""An entry sent twice is asked about, and counts once unless the member says that it is another."""

import pytest

CASES = [
    ("legday log", {"effort": 8, "minutes": 60}),
    ("run log", {"minutes": 40, "distance": "8k"}),
]
cases = pytest.mark.parametrize(("command", "options"), CASES)


@pytest.fixture
async def joined(gym, ann):
    await gym.join(ann)
    return ann


async def kept(gym, person):
    member = await gym.store.members.context(person.id, None)
    return [*member.sessions, *member.runs]


def actions(shown):
    return {
        part["custom_id"].partition(":")[0] for part in shown.components if part.get("custom_id")
    }


def press(shown, name):
    """The action of a control of a message."""
    return next(
        part["custom_id"]
        for part in shown.components
        if part.get("custom_id", "").startswith(f"{name}:")
    )


ASKED = {"keep.one", "keep.both"}


@cases
async def test_equal_entry_counts_once_until_the_member_says_otherwise(
    gym, joined, command, options
):
    await joined.slash(command, **options)

    asked = await joined.slash(command, **options)

    assert actions(asked) == ASKED
    assert asked.ephemeral
    assert len(await kept(gym, joined)) == 1

    shown = await joined.click("keep.both")

    assert shown.id == asked.id
    assert len(await kept(gym, joined)) == 2


@cases
async def test_keep_both_pressed_twice_keeps_two(gym, joined, command, options):
    await joined.slash(command, **options)
    asked = await joined.slash(command, **options)

    for _ in range(2):
        await joined.press_custom_id(press(asked, "keep.both"), on=asked)

    assert len(await kept(gym, joined)) == 2


@cases
async def test_entry_that_is_left_can_be_changed_instead(gym, joined, command, options):
    await joined.slash(command, **options)
    (first,) = await kept(gym, joined)
    await joined.slash(command, **options)

    shown = await joined.click("keep.one")
    await joined.click("Edit")
    await joined.fill(effort="3")

    assert {name.partition(".")[2] for name in actions(shown)} == {"edit"}
    (changed,) = await kept(gym, joined)
    assert changed.effort == 3
    assert changed.ended_at == first.ended_at


async def test_leg_day_near_another_is_asked_about(gym, joined):
    await joined.slash("legday log", effort=8)
    await gym.wait(hours=2)
    assert actions(await joined.slash("legday log", effort=5)) == ASKED
    await joined.click("keep.both")
    assert len(await kept(gym, joined)) == 2

    await gym.wait(hours=4)
    assert "log.undo" in actions(await joined.slash("legday log", effort=5))


async def test_run_of_the_same_minute_is_asked_about(gym, joined):
    await joined.slash("run log", minutes=40)
    assert actions(await joined.slash("run log", minutes=50)) == ASKED
    await joined.click("keep.both")
    assert len(await kept(gym, joined)) == 2

    await gym.wait(minutes=2)
    assert "runs.undo" in actions(await joined.slash("run log", minutes=30))


async def test_second_form_is_asked_about_too(gym, joined):
    for _ in range(2):
        await joined.slash("legday log")
        shown = await joined.fill(effort="8", minutes="60")

    assert actions(shown) == ASKED
    assert len(await kept(gym, joined)) == 1


async def test_two_that_wait_for_consent_are_asked_about(gym, ann):
    panels = [await ann.slash("legday log", effort=8) for _ in range(2)]

    await ann.press_custom_id(press(panels[0], "keep.only"), on=panels[0])
    await ann.press_custom_id(press(panels[1], "keep.dm"), on=panels[1])
    asked = await ann.fill(zone="Berlin")

    assert actions(asked) == ASKED
    assert len(await kept(gym, ann)) == 1
    assert not (await gym.store.members.context(ann.id, None)).reminders.on

    await ann.click("keep.both")

    assert len(await kept(gym, ann)) == 2
    assert (await gym.store.members.context(ann.id, None)).reminders.on


async def test_what_waits_is_nobody_elses_and_goes_with_the_data(gym, joined, bob):
    await gym.join(bob)
    await joined.slash("legday log", effort=8)
    asked = await joined.slash("legday log", effort=8)
    await bob.press_custom_id(press(asked, "keep.both"), on=asked)
    assert await kept(gym, bob) == []

    gym.bot.saver.forget(joined.id)
    await joined.press_custom_id(press(asked, "keep.both"), on=asked)

    assert len(await kept(gym, joined)) == 1
