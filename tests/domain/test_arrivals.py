"""What a delivered message's controls say of the reminders that it brought."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.arrivals import LONGEST_ACTION, Mark, marked, merged_actions

NAMES = ("all.done", "all.snooze", "all.stop")
IDS = st.integers(min_value=0, max_value=2**63 - 1)


@given(IDS, st.sets(IDS, max_size=12))
def test_merged_message_names_its_delivery_and_the_reminders_that_fit(delivery, ids):
    actions = merged_actions(NAMES, delivery, ids)

    found = marked(actions)
    assert all(len(action) <= LONGEST_ACTION for action in actions)
    assert Mark(id=delivery, merged=True) in found
    assert {mark.id for mark in found if not mark.merged} <= ids


def test_sixty_reminders_of_one_minute_fit_even_in_a_restored_database():
    ids = {1_772_000_000_000 + 7 * number for number in range(60)}

    found = marked(merged_actions(NAMES, 1_772_000_000_001, ids))

    assert {mark.id for mark in found if not mark.merged} == ids


def test_actions_sent_before_and_made_up_ones_are_read_or_passed_over():
    assert marked(["all.done:7"]) == {Mark(id=7, merged=True)}
    assert marked(["rem.stop:7", "run.again:7", "all.done:x", "rem.done:٧"]) == {Mark(id=7)}
    assert marked(["all.stop:7:1.Z.2"]) == {Mark(id=7, merged=True), Mark(id=1)}
    assert marked(["all.stop:7:", "all.stop", "all.stop:7:.1"]) == {Mark(id=7, merged=True)}
