"""What a member is told when Discord or the store fails around an answer, and what is kept then."""

import pytest

MINE = {"effort": 8, "minutes": 60}


@pytest.fixture
def faults(caplog):
    """What the log calls an error."""
    return lambda: [record for record in caplog.records if record.levelname == "ERROR"]


async def sessions(gym, person):
    return (await gym.store.members.history(person.id, limit=50)).sessions


@pytest.mark.parametrize("path", ["/users/@me/channels", "/channels/*/messages"])
@pytest.mark.parametrize("cut", ["reset", "close"])
async def test_hello_that_is_cut_off_is_no_fault_of_the_entry(gym, ann, faults, path, cut):
    getattr(gym.sandbox.faults, cut)("POST", path, times=None)
    await ann.slash("legday log", **MINE)

    shown = await ann.click("Save and DM me reminders")

    await gym.wait(seconds=1)
    assert "Leg day logged" in shown.text
    assert ann.sees() == [shown]
    assert faults() == []
    assert (await gym.store.members.context(ann.id, None)).dm_closed_at is None
