"""The stores that are measured hold what they should: statements change, fillers have to follow."""

from datetime import UTC, datetime, timedelta

from tests.benchmarks.filling import Log, fill, opened
from tests.benchmarks.pending import Place, Waiting, fill_posts, fill_reminders

ANN, BOB = 1_001, 1_002


async def test_member_has_logged_what_was_asked_for(tmp_path):
    await fill(tmp_path, [ANN, BOB], Log(sessions=3, runs=2, reports=4))

    async with opened(tmp_path) as store:
        ann = await store.members.context(ANN, None)
    assert (len(ann.sessions), len(ann.runs), len(ann.reports)) == (3, 2, 4)


async def test_reminders_and_posts_are_due_when_they_shall_be(tmp_path):
    soon = datetime.now(UTC).replace(second=0, microsecond=0) + timedelta(minutes=5)
    later = soon + timedelta(hours=1)
    await fill_reminders(tmp_path, [Waiting(ANN, 90, (later, soon)), Waiting(BOB, 91, (soon,))])
    await fill_posts(tmp_path, [Place(7, 70)], soon)

    async with opened(tmp_path) as store:
        first = await store.reminders.next_wake()
        claims = await store.reminders.claim(soon, lease=timedelta(minutes=2), limit=9)
        then = await store.reminders.next_wake()
    assert first == soon
    assert sorted(one.recipient.member_id for one in claims if one.recipient) == [ANN, BOB]
    assert [one.post.channel_id for one in claims if one.post] == [70]
    assert then == soon + timedelta(minutes=2)
