"""Whom a test lets join at once is kept as somebody who joined by logging and pressing."""

import pytest

from tests.cogs.conftest import UNSPOKEN


@pytest.fixture
def engine():
    """Return the engine whose file is read here."""
    return "sqlite"


@pytest.mark.parametrize("locale", [UNSPOKEN, "en-US"])
@pytest.mark.parametrize("every_kind", [True, False])
async def test_both_ways_to_join_leave_the_same_rows(gym, ann, bob, kept, locale, every_kind):
    ann.locale = bob.locale = locale
    before = kept()

    await gym.join(ann, every_kind=every_kind)
    await gym.join_by_hand(bob, every_kind=every_kind)

    new = {name: [row for row in rows if row not in before[name]] for name, rows in kept().items()}
    assert rows_of(ann, new) == rows_of(bob, new)
    assert sum(map(len, new.values())) == sum(map(len, rows_of(ann, new).values())) * 2


def rows_of(person, rows):
    """Return somebody's rows without their id and, of a member, how often they were written."""
    own = {
        name: [row[2 if name == "members" else 1 :] for row in found if row[0] == person.id]
        for name, found in rows.items()
    }
    assert len(own["members"]) == 1
    return own
