"""A wished time holds, or the answer says what moves it; quiet hours follow bed and wake times."""

from datetime import UTC, datetime, time

from bot.domain.facts.settings import Kind, QuietHours
from tests.refusals import refusal

LEGS = {"effort": 8, "minutes": 60}
NIGHT = QuietHours()
LATER = QuietHours(start=time(23, 30), end=time(8))


async def profile(gym, person):
    return (await gym.store.members.context(person.id, None)).profile


async def sleep_comes(gym, person):
    """Return when the next wind-down comes, by Berlin's clock in March."""
    rows = await gym.store.reminders.upcoming(person.id)
    due = [row.due_at for row in rows if row.kind is Kind.SLEEP and row.state == "open"]
    return f"{min(due).hour + 1}:{min(due):%M}"


def room_made(shown):
    """Return the actions of the buttons that move quiet hours: one or none."""
    actions = (one.get("custom_id") or "" for one in shown.components)
    return [action for action in actions if action.startswith("own.quiet")]


async def test_time_in_quiet_hours_says_when_it_comes_and_a_press_makes_it_hold(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)

    shown = await ann.slash("reminders set", kind="sleep", time="22:30")
    moved = await sleep_comes(gym, ann)
    listed = await ann.slash("reminders show")
    pressed = await ann.click(*room_made(shown), on=shown)

    assert shown.text == snapshot
    assert moved == "21:45"
    assert "21:45" in listed.text
    assert pressed.text == snapshot
    assert not room_made(pressed)
    assert (await profile(gym, ann)).quiet == LATER
    assert await sleep_comes(gym, ann) == "22:30"
    before = len(ann.inbox)
    await gym.wait(hours=9, minutes=29)
    early = ann.inbox[before:]
    await gym.wait(minutes=2)
    assert all("### Sleep" not in one.text for one in early)
    assert "### Sleep" in ann.inbox[-1].text
    assert gym.clock.now() == datetime(2026, 3, 2, 21, 31, tzinfo=UTC)


async def test_time_that_holds_offers_no_other_quiet_hours(gym, ann):
    await gym.join(ann)

    assert not room_made(await ann.slash("reminders set", kind="sleep", time="21:30"))
    assert not room_made(await ann.slash("reminders set", kind="foam_roll", time="20:00"))
    assert not room_made(await ann.slash("reminders set", kind="checkin", days="mon"))


async def test_every_kind_whose_time_quiet_hours_move_says_so(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("profile")
    await ann.click("profile.times")
    await ann.fill(quiet_from="19:00", quiet_to="09:30", wake="", bed="")

    wished = {
        "hydrate": "07:00",
        "sleep": "19:30",
        "foam_roll": "20:00",
        "first_timer": "06:00",
        "next_session": "08:30",
        "checkin": "09:00",
    }
    for kind, at in wished.items():
        shown = await ann.slash("reminders set", kind=kind, time=at)
        assert shown.text.split("\n")[1] == snapshot(name=kind)
        pressed = await ann.click(*room_made(shown), on=shown)
        assert not room_made(pressed), kind
        await ann.slash("profile")
        await ann.click("profile.times")
        await ann.fill(quiet_from="19:00", quiet_to="09:30", wake="", bed="")


FORGED = [
    "own.quiet",
    "own.quiet:sleep",
    "own.quiet:sleep:1440:480",
    "own.quiet:sleep:-1:480",
    "own.quiet:text:1410:480",
    "own.quiet:nap:1410:480",
]


async def test_forged_quiet_hours_change_nothing(gym, ann, subtests):
    await gym.join(ann)
    shown = await ann.slash("reminders show")

    for action in FORGED:
        with subtests.test(action=action):
            await ann.press_custom_id(action, on=shown)

            assert (await profile(gym, ann)).quiet == NIGHT


async def test_quiet_hours_are_moved_for_nobody_without_data(gym, bob):
    shown = await bob.slash("reminders show")

    refused = await bob.press_custom_id("own.quiet:sleep:1410:480", on=shown)

    assert refusal(refused) == "nothing_to_remind"
    assert not any((await gym.store.members.export(bob.id)).values())


async def test_quiet_hours_follow_bed_and_wake_until_they_are_set(gym, ann):
    await gym.join(ann)

    async def say(**times):
        await ann.slash("profile")
        await ann.click("profile.times")
        await ann.fill(**times)
        return await profile(gym, ann)

    followed = await say(bed="23:30", wake="6:30")
    again = await say(bed="00:15")
    said = await say(quiet_from="21:00")
    kept = await say(bed="22:00", wake="7:00")

    assert (followed.quiet, followed.quiet_said) == (
        QuietHours(start=time(23, 30), end=time(6, 30)),
        False,
    )
    assert again.quiet == QuietHours(start=time(0, 15), end=time(6, 30))
    assert (said.quiet, said.quiet_said) == (QuietHours(start=time(21), end=time(6, 30)), True)
    assert kept.quiet == said.quiet


TIMES = [
    ("09:00", "", NIGHT),
    ("23:30", "23:30", NIGHT),
    ("09:00", "17:00", QuietHours(start=time(9), end=time(17))),
]


async def test_quiet_hours_stay_a_night_long(gym, subtests):
    for bed, wake, quiet in TIMES:
        with subtests.test(bed=bed, wake=wake):
            member = await gym.new_member()
            await member.slash("profile")
            await member.click("profile.times")

            await member.fill(bed=bed, wake=wake)

            assert (await profile(gym, member)).quiet == quiet
