"""Proof of delivery by a press: a pressed message has arrived, whatever its send returned.

The answer to a send may be lost, and Discord may forget the nonce before it can be asked again. A
press then settles the reminder, so that it is not sent once more; an outcome of an attempt that
comes later finds no claim and changes nothing.
"""

from datetime import datetime

from bot.domain.facts.arrivals import Arrival
from bot.domain.facts.occurrences import Settlement
from bot.domain.timing.closing import sent
from bot.store.engine.conversions import seconds
from bot.store.engine.database import Steps
from bot.store.reminders.claims import follow_up, read_claim

# Cancelled or given up meanwhile, it came all the same. What was never tried cannot have come.
UNSETTLED = """
SELECT reminder_id FROM reminders
WHERE reminder_id = $1 AND state <> 'sent' AND first_attempt_at IS NOT NULL
"""

# Whoever's reminder was called off meanwhile may have been left out of the message.
UNSETTLED_OF_DELIVERY = """
SELECT reminder_id FROM reminders
WHERE delivery_id = $1 AND state = 'open' AND first_attempt_at IS NOT NULL
"""

PROVE = """
UPDATE reminders SET state = 'sent', reason = NULL, claimed_at = NULL, failures = 0, sent_at = $2,
    message_id = $3, channel_id = $4
WHERE reminder_id = $1 RETURNING member_id, post_id, rule_id
"""


def unsettled(arrival: Arrival) -> Steps[list[int]]:
    """Return the reminders of a pressed message that are not recorded as sent."""
    found: list[int] = []
    for mark in sorted(arrival.marks, key=lambda mark: mark.id):
        sql = UNSETTLED_OF_DELIVERY if mark.merged else UNSETTLED
        found += [row["reminder_id"] for row in (yield sql, (mark.id,))]
    return found


def arrived(arrival: Arrival, now: datetime) -> Steps[list[Settlement]]:
    """Record a pressed message's reminders as sent and plan what follows; return the outcomes.

    Those that were settled before are not among them.
    """
    outcomes = []
    sent_at = seconds(min(arrival.at, now))
    for reminder_id in (yield from unsettled(arrival)):
        claim = yield from read_claim(reminder_id)
        outcome = sent(claim, now, channel_id=arrival.channel_id, message_id=arrival.message_id)
        where = (arrival.message_id, arrival.channel_id)
        row = (yield PROVE, (reminder_id, sent_at, *where))[0]
        yield from follow_up(outcome, row, now)
        outcomes.append(outcome)
    return outcomes
