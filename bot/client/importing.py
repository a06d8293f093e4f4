"""Bringing in a file: fetched, read in a process of its own, shown, kept after a press.

Until then what is in it is held in memory for 15 minutes, one file of a member at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import discord

from bot.client.answering import defer
from bot.client.consenting import Entry, in_zone
from bot.client.file_reader import FileReader
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, answer, chosen, hand_over, number, picked, update
from bot.client.pending import PendingChange
from bot.client.router import Router
from bot.client.saving import Saver
from bot.client.sent_files import SentFile, fetched
from bot.client.spoken import SpokenTo
from bot.clock import Clock
from bot.domain.decisions.quota import Quota
from bot.domain.facts.errors import BadInput, LegdayError, NeedsZone, NotFound
from bot.domain.facts.imports import Import
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import DistanceUnit, MassUnit
from bot.domain.importing import deciding
from bot.domain.importing.deciding import BroughtIn, FileWishes
from bot.domain.importing.found import Found
from bot.domain.importing.rows import MOST_BYTES
from bot.store.members.members import Members
from bot.texts import error_cards
from bot.texts.card import Card
from bot.texts.imports import kept, previews
from bot.texts.imports.previews import ShownImport

FILES = 5  # an hour, of those that can be read
TRIES = 15  # an hour, of any: each is a process that reads it
MOST_WAITING = 64


@dataclass(slots=True)
class WaitingFile:
    """What is in a member's file, and what they decided of it so far."""

    found: Found
    wishes: FileWishes
    month_first: bool | None = None
    zone: str | None = None  # what the member just told

    @property
    def read(self) -> Found:
        """What is in it, in the order of dates that was decided."""
        return self.found.other if self.month_first and self.found.other else self.found


class Importer:
    """Brings in files, and undoes it."""

    def __init__(
        self,
        http: discord.http.HTTPClient,
        members: Members,
        clock: Clock,
        saver: Saver,
        router: Router,
    ) -> None:
        self._http = http
        self._members = members
        self._clock = clock
        self._saver = saver
        self._reader = FileReader()
        self._files = Quota("file_quota", limit=FILES, span=timedelta(hours=1))
        self._tries = Quota("file_quota", limit=TRIES, span=timedelta(hours=1))
        self._waiting: PendingChange[WaitingFile] = saver.waiting(most=MOST_WAITING, of_one=1)
        router.on("imports.add", self._add)
        router.on("imports.no", self._let_go)
        router.on("imports.legs", self._say_legs)
        router.on("imports.unit", self._say_unit)
        router.on("imports.order", self._say_order)
        router.on("imports.unread", self._tell_unread)
        router.on("imports.pick", self._pick)
        router.on("imports.undo", self._undo)
        zone = saver.zones.question("imports.zone_", self._with_zone, waits=self._waiting)
        router.on("imports.zone", zone.ask)

    async def take(self, interaction: Interaction, *files: SentFile) -> None:
        """Read a file, or several as one archive of them, and show what is in it.

        Raises:
            LegdayError: there is none, it is too large, too many came, or it cannot be read.
        """
        member_id = interaction.user.id
        self._admit(member_id, files)
        await defer(interaction)
        waiting = await self._read(interaction.id, member_id, files)
        guild_id = our_guild(interaction)
        await answer(interaction, await self._preview(interaction.id, member_id, guild_id, waiting))

    async def take_sent(self, spoken: SpokenTo) -> Card:
        """Read the files of a DM; return what shows what is in them.

        Raises:
            LegdayError: as ``take``.
        """
        self._admit(spoken.author_id, spoken.files)
        waiting = await self._read(spoken.message_id, spoken.author_id, spoken.files)
        return await self._preview(spoken.message_id, spoken.author_id, None, waiting)

    def _admit(self, member_id: int, files: Sequence[SentFile]) -> None:
        if not files:
            raise NotFound("file_missing")
        if sum(file.size for file in files) > MOST_BYTES:
            raise BadInput("file_too_big", limit=MOST_BYTES >> 20)
        self._reader.check_free()
        self._tries.use(member_id, self._clock.now())
        self._files.use(member_id, self._clock.now())

    async def _read(self, token: int, member_id: int, files: Sequence[SentFile]) -> WaitingFile:
        """Read files, and hold what is in them under their interaction's or message's id."""
        try:
            content = await fetched(self._http, files)
            found = await self._reader.read(content, self._clock.now())
        except LegdayError:  # another file may be the right one
            self._files.give_back(member_id)
            raise
        legs = frozenset(
            name for name in found.unknown[: previews.MOST_ASKED] if found.names[name].suggested
        )
        waiting = WaitingFile(found, FileWishes(legs=legs))
        self._waiting.hold(token, member_id, waiting)
        return waiting

    async def _preview(
        self, token: int, member_id: int, guild_id: int | None, waiting: WaitingFile
    ) -> Card:
        shown = await self._shown(token, member_id, guild_id, waiting)
        if shown is None and (zone := self._saver.zones.told(member_id)) is not None:
            waiting.zone = zone
            shown = await self._shown(token, member_id, guild_id, waiting)
        if shown is None:
            return error_cards.zone_first(NeedsZone("file_needs_zone"), f"imports.zone:{token}")
        return previews.preview(shown)

    async def _shown(
        self, token: int, member_id: int, guild_id: int | None, waiting: WaitingFile
    ) -> ShownImport | None:
        """Return what a waiting file comes to for its owner now; nothing without a zone."""
        now = self._clock.now()

        def look(member: Member) -> tuple[Change, tuple[BroughtIn, str] | None]:
            located = in_zone(member, waiting.zone)
            if located.zone is None:
                return Change(), None
            brought = deciding.add(located, waiting.read, waiting.wishes, import_id=token, now=now)[
                1
            ]
            return Change(), (brought, located.zone)

        seen = await self._members.consult(member_id, guild_id, now=now, decide=look, whole=True)
        if seen is None:
            return None
        return ShownImport(
            token=token,
            found=waiting.read,
            brought=seen[0],
            legs=waiting.wishes.legs,
            zone=seen[1],
            month_first=waiting.month_first,
        )

    async def _again(self, interaction: Interaction, token: str) -> None:
        waiting, guild_id = self._waiting.get(interaction, token), our_guild(interaction)
        card = await self._preview(number(token), interaction.user.id, guild_id, waiting)
        await update(interaction, card)

    async def _add(self, interaction: Interaction, token: str) -> None:
        import_id, now = number(token), self._clock.now()
        with self._waiting.taken(interaction, token) as waiting:
            found, wishes = waiting.read, waiting.wishes
            entry = Entry(
                lambda member: deciding.add(member, found, wishes, import_id=import_id, now=now),
                lambda brought: kept.added(brought, import_id, now=now),
                zone=waiting.zone,
                whole=True,
            )
            await self._saver.save(interaction, entry, replace_message=True)

    async def _let_go(self, interaction: Interaction, token: str) -> None:
        self._waiting.take(interaction, token)
        await update(interaction, kept.let_go())

    async def _say_legs(self, interaction: Interaction, token: str) -> None:
        waiting = self._waiting.get(interaction, token)
        asked = waiting.read.unknown[: previews.MOST_ASKED]
        said = {number(each) for each in chosen(interaction)}
        legs = frozenset(name for at, name in enumerate(asked) if at in said)
        waiting.wishes = replace(waiting.wishes, legs=legs)
        await self._again(interaction, token)

    async def _say_unit(self, interaction: Interaction, token: str, unit: str) -> None:
        waiting = self._waiting.get(interaction, token)
        if unit in tuple(DistanceUnit):
            waiting.wishes = replace(waiting.wishes, distance_unit=DistanceUnit(unit))
        else:
            said = MassUnit.LB if unit == MassUnit.LB else MassUnit.KG
            waiting.wishes = replace(waiting.wishes, unit=said)
        await self._again(interaction, token)

    async def _say_order(self, interaction: Interaction, token: str, order: str) -> None:
        self._waiting.get(interaction, token).month_first = order == "month"
        await self._again(interaction, token)

    async def _tell_unread(self, interaction: Interaction, token: str) -> None:
        """Send every line that was not understood, as a file."""
        await defer(interaction)
        waiting, guild_id = self._waiting.get(interaction, token), our_guild(interaction)
        shown = await self._shown(number(token), interaction.user.id, guild_id, waiting)
        lines = previews.unread_text(() if shown is None else shown.unread)
        await hand_over(interaction, previews.unread_card(), {previews.FILE: lines.encode()})

    async def _with_zone(
        self, interaction: Interaction, token: str, zone: str, _in_place: bool
    ) -> None:
        self._waiting.get(interaction, token).zone = zone
        await self._again(interaction, token)

    async def _pick(self, interaction: Interaction) -> None:
        one = await self._kept(interaction, number(picked(interaction)))
        await answer(interaction, kept.sure(one))

    async def _undo(self, interaction: Interaction, import_id: str) -> None:
        one = await self._kept(interaction, number(import_id))
        now = self._clock.now()
        entry = Entry(
            lambda member: deciding.undo(member, one.import_id, now),
            lambda gone: kept.undone(gone, one),
            whole=True,
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _kept(self, interaction: Interaction, import_id: int) -> Import:
        """Return one of the member's own imports.

        Raises:
            NotFound: it is gone, or somebody else's.
        """
        for one in await self._members.imports(interaction.user.id):
            if one.import_id == import_id:
                return one
        raise NotFound("import_gone")
