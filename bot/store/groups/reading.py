"""Reading rolls: one that is pressed, and all that a message shows."""

from datetime import datetime

from bot.domain.facts.digest import WEEK
from bot.domain.facts.errors import Expired, NotAllowed, NotFound
from bot.domain.group.rolls import (
    SAYS,
    Roll,
    RollAnswer,
    RollKind,
    RollPress,
    RollSheet,
    Said,
    is_open,
)
from bot.store.engine.conversions import maybe, moment, seconds
from bot.store.engine.database import Row, Steps

ROLL = """
SELECT roll_id, guild_id, channel_id, message_id, kind, asked_by, text, opened_at, closes_at,
    closed_at, revision, stale_since, n_in, n_done, n_rest
FROM rolls
"""
BY_ID = ROLL + "WHERE roll_id = $1"

# Of a post: the role it pinged, and when it was due; what was sent may outlive its post.
POST_OF = """
SELECT reminders.due_at, posts.role_id
FROM reminders LEFT JOIN posts ON posts.post_id = reminders.post_id
WHERE reminders.reminder_id = $1
"""

ANSWERS = """
SELECT member_id, answer FROM roll_answers WHERE roll_id = $1
ORDER BY answered_at DESC, member_id
"""

NEW_ON_BOARD = """
SELECT member_id, board_band FROM group_members
WHERE guild_id = $1 AND board_since > $2 AND board_since <= $3 AND board_band > 0
ORDER BY board_since, member_id
"""

GROUP_ON = "SELECT group_on FROM guilds WHERE guild_id = $1"


def find(press: RollPress, now: datetime) -> Steps[Roll]:
    """Return the roll that was pressed.

    Raises:
        NotFound: none of this channel, or another message than its own.
        Expired: it is closed; the clock decides, however late it is folded.
        NotAllowed: group life is off here.
    """
    found = yield BY_ID, (press.roll_id,)
    pressed = roll(found[0]) if found else None
    if pressed is None or (pressed.guild_id, pressed.channel_id) != (
        press.guild_id,
        press.channel_id,
    ):
        raise NotFound("roll_gone")
    if press.message_id is not None and pressed.message_id not in {None, press.message_id}:
        raise NotFound("roll_gone")
    if press.said is not None and press.said not in SAYS[pressed.kind]:
        raise NotFound("roll_gone")
    settings = yield GROUP_ON, (press.guild_id,)
    if settings and not settings[0]["group_on"]:
        raise NotAllowed("group_off")
    if not is_open(pressed, now):
        raise Expired("roll_closed")
    return pressed


def sheet(roll_id: int) -> Steps[RollSheet | None]:
    """Return all that a roll's message shows."""
    found = yield BY_ID, (roll_id,)
    if not found:
        return None
    shown = roll(found[0])
    post = [] if shown.by_member else (yield POST_OF, (roll_id,))
    new = []
    if shown.kind is RollKind.DIGEST and shown.closed_at is None:
        span = (seconds(shown.opened_at - WEEK), seconds(shown.opened_at))
        new = yield NEW_ON_BOARD, (shown.guild_id, *span)
    answers = yield ANSWERS, (roll_id,)
    return RollSheet(
        roll=shown,
        answers=tuple(
            RollAnswer(member_id=row["member_id"], said=Said(row["answer"])) for row in answers
        ),
        role_id=post[0]["role_id"] if post else None,
        due_at=moment(post[0]["due_at"]) if post else None,
        new_on_board=tuple((row["member_id"], row["board_band"]) for row in new),
    )


def roll(row: Row) -> Roll:
    """Return the roll of a row."""
    return Roll(
        roll_id=row["roll_id"],
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        kind=RollKind(row["kind"]),
        asked_by=row["asked_by"],
        text=row["text"],
        opened_at=moment(row["opened_at"]),
        closes_at=moment(row["closes_at"]),
        closed_at=maybe(moment, row["closed_at"]),
        revision=row["revision"],
        stale=row["stale_since"] is not None,
        counts=(row["n_in"], row["n_done"], row["n_rest"]),
    )
