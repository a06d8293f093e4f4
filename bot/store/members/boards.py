"""The repository of servers' boards, and of what a weekly digest tells of all together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.clock import Clock
from bot.domain.facts.digest import BEHIND_A_NUMBER, packed
from bot.domain.facts.occurrences import Claim
from bot.domain.facts.settings import AgeBand
from bot.domain.group.board import MOST_ON_BOARD, NEW, UNSEEN, BoardName, BoardView, band_of
from bot.domain.timing.recurring import known_zone
from bot.domain.week.keeping import monday_of
from bot.store.engine.conversions import moment, seconds
from bot.store.engine.database import Database, Row, Steps
from bot.store.groups.memberships import MARK_DIGESTS_IN
from bot.store.members.keepings import Keepings

# From Thursday on a digest tells of its own week, before that of the one that is over.
LOOKS_BACK = timedelta(days=3)

UNSEEN_NAMES = """
SELECT member_id FROM group_members
WHERE guild_id = $1 AND board_since IS NOT NULL AND board_band > 0
    AND seen_at > $2 AND seen_at <= $4
ORDER BY seen_at DESC LIMIT $3
"""
JOIN = """
UPDATE group_members SET board_since = coalesce(board_since, $3), seen_at = $3
WHERE guild_id = $1 AND member_id = $2 RETURNING member_id
"""
LEAVE = """
UPDATE group_members SET board_since = NULL, board_band = NULL
WHERE guild_id = $1 AND member_id = $2
"""
RAISE = """
UPDATE group_members SET board_band = $3
WHERE guild_id = $1 AND member_id = $2 AND board_since IS NOT NULL
    AND coalesce(board_band, 0) < $3
"""
ON_BOARD = """
SELECT member_id, coalesce(board_band, 0) AS band, board_since FROM group_members
WHERE guild_id = $1 AND board_since IS NOT NULL AND seen_at > $2
ORDER BY seen_at DESC LIMIT $3
"""
OWN = """
SELECT age_band, EXISTS (
    SELECT 1 FROM group_members
    WHERE group_members.guild_id = $1 AND group_members.member_id = $2
        AND board_since IS NOT NULL) AS is_on
FROM members WHERE members.member_id = $2
"""
JOINED = """
SELECT member_id FROM group_members WHERE guild_id = $1 AND seen_at > $2
ORDER BY seen_at DESC LIMIT $3
"""
TELL = "UPDATE rolls SET text = $2 WHERE roll_id = $1"


class Boards:
    """Who is on a server's board, and the week's sum of all who take part."""

    def __init__(self, database: Database, keepings: Keepings, clock: Clock) -> None:
        self._database = database
        self._keepings = keepings
        self._clock = clock

    async def join(self, guild_id: int, member_id: int) -> bool:
        """Put somebody on the board; ``False`` if they take no part in the server's group life."""
        now = seconds(self._clock.now())
        return bool(await self._database.execute(JOIN, guild_id, member_id, now))

    async def leave(self, guild_id: int, member_id: int) -> None:
        """Take somebody off the board, with the band they had reached."""
        await self._database.transact(
            partial(_leave, guild_id, member_id, self._clock.now()), alone=member_id
        )

    async def view(self, guild_id: int, member_id: int) -> BoardView:
        """Return the board as somebody sees it, and whether they are on it."""
        now = self._clock.now()
        on_it, own = await self._database.read(partial(_view, guild_id, member_id, now))
        names = await self._raised(guild_id, on_it, now)
        return BoardView(
            names=names,
            is_on=bool(own and own[0]["is_on"]),
            under_18=bool(own and own[0]["age_band"] == AgeBand.UNDER_18),
        )

    async def look(self, guild_id: int) -> tuple[BoardName, ...]:
        """Return who is on the board and has reached a band; what they reached since is kept."""
        now = self._clock.now()
        return await self._raised(
            guild_id, await self._database.read(partial(_names, guild_id, now)), now
        )

    async def _raised(
        self, guild_id: int, on_it: list[BoardName], now: datetime
    ) -> tuple[BoardName, ...]:
        streaks = await self._keepings.streaks([one.member_id for one in on_it], guild_id, now=now)
        higher = {
            one.member_id: band
            for one in on_it
            if (band := band_of(streaks.get(one.member_id, 0))) > one.band
        }
        if higher:
            await self._database.transact(partial(_raise, guild_id, higher), alone=guild_id)
        raised = (replace(one, band=higher.get(one.member_id, one.band)) for one in on_it)
        return tuple(one for one in raised if one.band)

    async def unseen(self, guild_id: int, for_so_long: timedelta) -> list[int]:
        """Return those whose line is drawn and who were not seen for long, the last seen first."""
        now = self._clock.now()
        since = seconds(now - for_so_long)
        rows = await self._database.fetch(UNSEEN_NAMES, guild_id, *_seen(now), since)
        return [row["member_id"] for row in rows]

    async def completed(self, claim: Claim) -> Claim:
        """Return a digest's claim with what is told of all together; read 20 members at a time."""
        facts, post, now = claim.digest, claim.post, self._clock.now()
        if facts is None or post is None or facts.whole:
            return claim
        zone = known_zone(post.zone)
        monday = monday_of((now - LOOKS_BACK).astimezone(zone or UTC).date())
        rows = await self._database.fetch(JOINED, post.guild_id, *_seen(now))
        ids = [row["member_id"] for row in rows]
        met = await self._keepings.met(ids, post.guild_id, monday, now=now)
        new = [one for one in await self.look(post.guild_id) if one.since > now - NEW]
        whole = replace(
            facts,
            whole=True,
            together=sum(met.values()) if len(met) >= BEHIND_A_NUMBER else 0,
            goal=claim.guild.together_goal if claim.guild else None,
            has_new=bool(new),
            new_on_board=tuple((one.member_id, one.band) for one in new),
        )
        await self._database.execute(TELL, claim.reminder_id, packed(whole))
        return replace(claim, digest=whole)


def _view(guild_id: int, member_id: int, now: datetime) -> Steps[tuple[list[BoardName], list[Row]]]:
    names = yield from _names(guild_id, now)
    return names, (yield OWN, (guild_id, member_id))


def _names(guild_id: int, now: datetime) -> Steps[list[BoardName]]:
    rows = yield ON_BOARD, (guild_id, *_seen(now))
    return [
        BoardName(member_id=row["member_id"], band=row["band"], since=moment(row["board_since"]))
        for row in rows
    ]


def _seen(now: datetime) -> tuple[int, int]:
    return seconds(now - UNSEEN), MOST_ON_BOARD


def _leave(guild_id: int, member_id: int, now: datetime) -> Steps[None]:
    yield MARK_DIGESTS_IN, (guild_id, member_id, seconds(now))
    yield LEAVE, (guild_id, member_id)


def _raise(guild_id: int, bands: Mapping[int, int]) -> Steps[None]:
    for member_id, band in bands.items():
        yield RAISE, (guild_id, member_id, band)
