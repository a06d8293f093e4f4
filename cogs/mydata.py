"""``/mydata``: show, bring in, export and delete the user's data; their calendar file."""

import asyncio
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.client.answering import defer, mark_kept
from bot.client.app import LegdayBot
from bot.client.installs import check_own, our_guild
from bot.client.interactions import Interaction, answer, hand_over, update
from bot.client.speaking import interpreter_of
from bot.domain.decisions.quota import Quota
from bot.domain.facts.member import Change, Member
from bot.domain.importing import own_table
from bot.domain.timing.plan import held_back
from bot.domain.week.calendar_events import CalendarEvent, CalendarFacts, events, facts_of
from bot.rendering.calendar_file import written
from bot.texts import commands as described
from bot.texts.imports import kept
from bot.texts.profile import my_data
from bot.texts.week import calendar_file

EXPORTS = 3  # an hour, and as many calendar files


class MyData(commands.GroupCog, group_name="mydata", group_description=described.MYDATA):
    """The commands; always about the user who presses, whichever message it is."""

    def __init__(self, bot: LegdayBot) -> None:
        store, router = bot.store, bot.router
        self._papers = bot.papers
        self._members = store.members
        self._copies_kept = store.backups.longest
        self._clock = bot.clock
        self._saver = bot.saver
        self._redraw = bot.rolls.look
        self._importer = bot.importer
        self._exports = Quota("export_quota", limit=EXPORTS, span=timedelta(hours=1))
        self._calendars = Quota("export_quota", limit=EXPORTS, span=timedelta(hours=1))
        router.on("data.export", self._export)
        router.on("data.ask", self._ask)
        router.on("data.delete", self._delete)
        router.on("data.keep", self._keep)

    @app_commands.command(name="show", description=described.MYDATA_SHOW)
    async def show(self, interaction: Interaction) -> None:
        member = await self._members.context(interaction.user.id, None)
        counts, imports = await self._members.held(interaction.user.id)
        since = None if member.consent is None else member.consent.given_at
        shown = my_data.held(counts, consented_at=since, papers=self._papers)
        await answer(interaction, replace(shown, rows=(*shown.rows, *kept.chooser(imports))))
        await self._members.touch(interaction.user.id, self._clock.now())

    @app_commands.command(name="export", description=described.MYDATA_EXPORT)
    async def export(self, interaction: Interaction) -> None:
        await self._export(interaction)

    @app_commands.command(name="import", description=described.MYDATA_IMPORT)
    @app_commands.describe(file=described.MYDATA_IMPORT_FILE)
    async def bring(self, interaction: Interaction, file: discord.Attachment) -> None:
        await self._importer.take(interaction, file)

    async def import_this(self, interaction: Interaction, message: discord.Message) -> None:
        """Bring in the files of one of the user's own messages."""
        check_own(interaction, message)
        await self._importer.take(interaction, *message.attachments)

    @app_commands.command(name="calendar", description=described.MYDATA_CALENDAR)
    async def calendar(self, interaction: Interaction) -> None:
        now = self._clock.now()
        self._calendars.use(interaction.user.id, now)
        await defer(interaction)
        known = await self._members.consult(
            interaction.user.id, our_guild(interaction), now=now, decide=facts_of
        )
        found, content = await asyncio.to_thread(_calendar, known, now)
        if found:
            card = calendar_file.offered(found)
            await hand_over(interaction, card, {calendar_file.FILE: content})
        else:
            await answer(interaction, calendar_file.nothing(held_back(known.member)))
        await self._members.touch(interaction.user.id, now)

    @app_commands.command(name="delete", description=described.MYDATA_DELETE)
    async def delete(self, interaction: Interaction) -> None:
        counts = await self._members.counts(interaction.user.id)
        if not any(counts.values()):
            self._saver.forget(interaction.user.id)  # what waits in memory goes without a press
        await answer(interaction, my_data.sure(counts, self._copies_kept))

    async def _export(self, interaction: Interaction) -> None:
        now = self._clock.now()
        self._exports.use(interaction.user.id, now)
        await defer(interaction)
        tables = await self._members.export(interaction.user.id)
        if not any(tables.values()):
            await answer(interaction, my_data.nothing())
            return
        member = await self._members.consult(
            interaction.user.id,
            our_guild(interaction),
            now=now,
            decide=lambda member: (Change(), member),
            whole=True,
        )
        limit = interaction.filesize_limit
        files = await asyncio.to_thread(_files, tables, member, now)
        has_table, packed = my_data.TABLE in files, _size(files) > limit
        if packed:
            files = await asyncio.to_thread(_packed, files)
        if _size(files) > limit:
            await answer(interaction, my_data.too_large(_size(files), limit))
            return
        await hand_over(interaction, my_data.exported(packed=packed, table=has_table), files)

    async def _ask(self, interaction: Interaction) -> None:
        counts = await self._members.counts(interaction.user.id)
        await update(interaction, my_data.sure(counts, self._copies_kept))

    async def _delete(self, interaction: Interaction) -> None:
        self._saver.forget(interaction.user.id)
        counts = await self._members.delete(interaction.user.id)
        interpreter_of(interaction).forget(interaction.user.id)
        mark_kept(interaction)
        self._redraw()
        await update(interaction, my_data.deleted(counts, self._copies_kept))

    async def _keep(self, interaction: Interaction) -> None:
        await update(interaction, my_data.kept())


def _calendar(known: CalendarFacts, now: datetime) -> tuple[tuple[CalendarEvent, ...], bytes]:
    """Return a member's events and the file of them. For a thread of its own."""
    found = events(known, now)
    if not found:
        return (), b""
    named = [calendar_file.named(each) for each in found]
    return found, written(named, revision=known.member.revision, now=now)


def _files(
    tables: dict[str, list[dict[str, object]]], member: Member, now: datetime
) -> dict[str, bytes]:
    """Make the files of a member's data, by name; that of their entries if there are any.

    For a thread of its own: a large one takes a second.
    """
    tree = {"exported_at": now.isoformat(), "tables": tables}
    files = {my_data.FILE: json.dumps(tree, ensure_ascii=False, indent=1).encode()}
    if member.sessions or member.runs:
        table = own_table.written(member.sessions, member.runs, member.profile.mass_unit)
        files[my_data.TABLE] = table.encode("utf-8-sig")  # the mark tells spreadsheets what it is
    return files


def _packed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return one archive of files. For a thread of its own."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return {my_data.PACKED_FILE: packed.getvalue()}


def _size(files: Mapping[str, bytes]) -> int:
    return sum(map(len, files.values()))


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    cog = MyData(bot)
    await bot.add_cog(cog)
    menu = app_commands.ContextMenu(name=described.IMPORT_THIS, callback=cog.import_this)
    bot.tree.add_command(menu)
