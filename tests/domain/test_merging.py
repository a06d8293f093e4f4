"""What travels together fits in one message: its words, its pings, its ids in the controls."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.arrivals import OF_MEMBERS, OF_POSTS, Mark, marked, merged_actions
from bot.domain.timing.merging import MOST_PINGS, Candidate, together

DUE = datetime(2026, 3, 2, 12, tzinfo=UTC)
LARGEST = 2**63 - 1
RESTORED = 1_772_000_000_000  # where ids begin after a restore


def members(count, first=1, apart=1):
    """Return reminders of so many members, of one kind and moment."""
    return [candidate(first + apart * number) for number in range(count)]


def posts(count, first=1, apart=1):
    """Return so many posts of one kind and moment."""
    return [candidate(first + apart * number, is_post=True) for number in range(count)]


def candidate(reminder_id, *, is_post=False):
    return Candidate(reminder_id=reminder_id, kind="hydrate", due_at=DUE, is_post=is_post)


def names_all(found, delivery_id):
    """Tell whether the controls of a message with these name each of them."""
    names = OF_POSTS if all(one.is_post for one in found) else OF_MEMBERS
    ids = {one.reminder_id for one in found}
    seen = marked(merged_actions(names, delivery_id, ids))
    return {Mark(id=one) for one in ids} <= seen


@pytest.mark.parametrize(
    ("candidates", "travel"),
    [
        pytest.param(members(1, first=LARGEST), 1, id="one with the largest id"),
        pytest.param(members(2, first=LARGEST - 2**62, apart=2**62), 2, id="two far apart"),
        pytest.param(members(130), MOST_PINGS, id="ids in a row"),
        pytest.param(members(100, RESTORED, 30), 95, id="near each other in a restored database"),
        pytest.param(members(100, RESTORED, 1_000), 65, id="of a busy minute"),
        pytest.param(members(100, RESTORED, 40_000), 48, id="of a busy hour"),
        pytest.param(members(100, RESTORED, 10**9), 29, id="of years"),
        pytest.param(posts(20), 20, id="posts of one server, added together"),
        pytest.param(posts(20, RESTORED, 1_000), 20, id="posts added a minute apart"),
        pytest.param(posts(20, RESTORED, 40_000), 16, id="posts added an hour apart"),
        pytest.param(posts(20, 1, 40_000) + members(1, 900_000), 18, id="posts before a member"),
        pytest.param(members(5) + posts(20, 10, 40_000), 23, id="members before posts"),
    ],
)
def test_as_many_travel_together_as_the_controls_name(candidates, travel):
    found = together(candidates)

    assert (len(found), names_all(found, LARGEST)) == (travel, True)


@st.composite
def due_together(draw):
    """Candidates in some order, their ids near each other or far apart, posts among them."""
    first = draw(st.integers(1, 2**62))
    steps = draw(st.lists(st.integers(1, draw(st.sampled_from([9, 999, 10**6, 10**15])))))
    ids = [first := first + step for step in steps if first + step <= LARGEST]
    share = draw(st.sampled_from([st.just(False), st.just(True), st.booleans()]))
    return [candidate(one, is_post=draw(share)) for one in draw(st.permutations(ids))]


@given(due_together(), st.integers(1, LARGEST), st.data())
def test_whatever_travels_together_is_named_whole_by_its_controls(candidates, delivery_id, data):
    found = together(candidates)
    assert found == tuple(candidates[: len(found)])
    assert len(found) >= min(2, len(candidates))
    assert names_all(found, delivery_id)

    called_off = data.draw(st.sets(st.sampled_from(found)) if found else st.just(set()))
    assert names_all([one for one in found if one not in called_off], delivery_id)
