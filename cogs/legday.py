"""``/legday``: log a leg day in one line or by a form; history, edit, undo."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import discord
from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.entries import Choices, History, Named, Undo, choices, chosen_entry, matching
from bot.client.forms import Typed
from bot.client.installs import check_own, our_guild
from bot.client.interactions import Interaction, answer, number, picked, update
from bot.client.spoken_entries import leg_day_fields
from bot.domain.decisions import diary, journal
from bot.domain.decisions.journal import LegEntry, LoggedSession
from bot.domain.facts.errors import Expired
from bot.domain.facts.member import Change, Member
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.facts.training import (
    EFFORT,
    MINUTES,
    SORENESS,
    Focus,
    LegSession,
    check_choice,
)
from bot.domain.reading import zones
from bot.domain.reading.numbers import read_minutes, read_score
from bot.store.members.pages import Place
from bot.texts import commands as described
from bot.texts.card import Card
from bot.texts.legday import entries, forms, stats

NEW = "new"  # what a form is about that logs a session
TYPED = ("effort", "minutes", "exercises", "when")  # without any of them a form says nothing
FOCUSES = choices(forms.FOCUS)


class Legday(commands.GroupCog, group_name="legday", group_description=described.LEGDAY):
    """The commands, their buttons and forms."""

    def __init__(self, bot: LegdayBot) -> None:
        clock, saver, router = bot.clock, bot.saver, bot.router
        self._members = bot.store.members
        self._leg_days = bot.leg_days
        self._clock = clock
        self._saver = saver
        self._form = saver.form("log.form", "log.again", forms.log_form, self._form_sent)
        self._history = History("log", router, page=self._page, edit=self._press_edit)
        self._undo = Undo("log", saver, router, clock, decide=journal.undo, undone=entries.undone)
        router.on("log.open", partial(self._form.open, target=NEW))
        router.on("log.edit", self._press_edit)
        router.on("log.effort", self._pick_effort)
        router.on("log.stats", self._press_stats)

    @app_commands.command(name="log", description=described.LEGDAY_LOG)
    @app_commands.describe(
        effort=described.LEGDAY_EFFORT,
        minutes=described.LEGDAY_MINUTES,
        focus=described.LEGDAY_FOCUS,
        exercises=described.LEGDAY_EXERCISES,
        soreness=described.LEGDAY_SORENESS,
        new_exercise=described.LEGDAY_NEW_EXERCISE,
        when=described.LEGDAY_WHEN,
        note=described.LEGDAY_NOTE,
    )
    @app_commands.choices(focus=FOCUSES)
    async def log(
        self,
        interaction: Interaction,
        effort: app_commands.Range[int, *EFFORT] | None = None,
        minutes: app_commands.Range[int, *MINUTES] | None = None,
        focus: str | None = None,
        exercises: app_commands.Range[str, 1, 1000] | None = None,
        soreness: app_commands.Range[int, *SORENESS] | None = None,
        new_exercise: bool | None = None,
        when: app_commands.Range[str, 1, 60] | None = None,
        note: app_commands.Range[str, 1, 500] | None = None,
    ) -> None:
        given = (effort, minutes, focus, exercises, soreness, new_exercise, when, note)
        if all(option is None for option in given):
            await self._form.open(interaction, NEW)
            return
        entry = LegEntry(
            effort=effort,
            minutes=minutes,
            focus=check_choice("focus", focus or Focus.LEGS, Focus),
            exercises=exercises,
            soreness=soreness,
            new_exercise=bool(new_exercise),
            when=when,
            note=note,
        )
        await self._log(interaction, entry)

    @app_commands.command(name="history", description=described.LEGDAY_HISTORY)
    async def history(self, interaction: Interaction) -> None:
        await self._history.show(interaction)

    @app_commands.command(name="stats", description=described.LEGDAY_STATS)
    async def stats(self, interaction: Interaction) -> None:
        await answer(interaction, await self._stats(interaction, diary.USUAL))

    @app_commands.command(name="edit", description=described.LEGDAY_EDIT)
    @app_commands.describe(entry=described.LEGDAY_ENTRY)
    async def edit(self, interaction: Interaction, entry: str) -> None:
        await self._press_edit(interaction, await chosen_entry(interaction, entry, self._named))

    @app_commands.command(name="undo", description=described.LEGDAY_UNDO)
    @app_commands.describe(entry=described.LEGDAY_ENTRY)
    async def undo(self, interaction: Interaction, entry: str) -> None:
        await self._undo.by_command(
            interaction, await chosen_entry(interaction, entry, self._named)
        )

    @edit.autocomplete("entry")
    @undo.autocomplete("entry")
    async def own_entries(self, interaction: Interaction, typed: str) -> Choices:
        """Complete an option with the user's own sessions, newest first."""
        return matching(await self._named(interaction), typed)

    async def log_this(self, interaction: Interaction, message: discord.Message) -> None:
        """Open the form filled in from one of the user's own messages."""
        check_own(interaction, message)
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        fields = await asyncio.to_thread(
            leg_day_fields, message.content, message.created_at, member
        )
        await self._form.open(interaction, NEW, fields)

    async def _named(self, interaction: Interaction) -> list[Named]:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        zone = zones.zone_of(member) or UTC
        return [
            (entries.label(s, s.ended_at.astimezone(zone)), s.session_id) for s in member.sessions
        ]

    async def _log(
        self, interaction: Interaction, entry: LegEntry, *, replace_message: bool = False
    ) -> None:
        now = self._clock.now()
        to_save = Entry(
            lambda member: journal.log(member, interaction.id, entry, now),
            lambda result: entries.logged(result, now=now),
            again=lambda member: journal.log(member, interaction.id, entry, now, again=True),
        )
        await self._saver.save(interaction, to_save, replace_message=replace_message)

    async def _form_sent(
        self, interaction: Interaction, target: str, typed: Typed, shown: ShownFields
    ) -> None:
        """Save a submitted form; ``target`` is ``NEW`` or the session to change."""
        if target == NEW:
            entry = _entry(typed)
            if any(typed.get(field, "").strip() for field in TYPED):
                await self._log(interaction, entry)
            else:
                await answer(interaction, forms.effort_question(entry.focus))
            return

        def decide(member: Member, now: datetime) -> tuple[Change, LoggedSession]:
            stored = _filled(member, journal.find(member, number(target)))
            entry = _entry(shown.merged(typed, stored))
            change, result = journal.edit(member, number(target), entry, now)
            return change, replace(result, meanwhile=shown.changed_since(stored))

        in_place = interaction.message is not None
        await self._leg_days.change(interaction, decide, replace_message=in_place)

    async def _press_edit(self, interaction: Interaction, entry: str) -> None:
        member, session = await self._leg_days.find(interaction, entry)
        await self._form.open_stored(interaction, _filled(member, session), str(session.session_id))

    async def _pick_effort(self, interaction: Interaction, focus: str) -> None:
        """Log what an empty form said, and how hard it was."""
        said = picked(interaction)
        effort = None if said == forms.UNSAID else read_score("effort", said)
        entry = LegEntry(effort=effort, focus=check_choice("focus", focus, Focus))
        await self._log(interaction, entry, replace_message=True)

    async def _page(self, interaction: Interaction, place: Place) -> Card:
        member_id = interaction.user.id
        page = await self._members.history(
            member_id, our_guild(interaction), place=place, limit=entries.PAGE
        )
        await self._members.touch(member_id, self._clock.now())
        return entries.history(page)

    async def _press_stats(self, interaction: Interaction, weeks: str = "") -> None:
        if (span := number(weeks)) not in diary.SPANS:
            raise Expired("control_unknown")
        await update(interaction, await self._stats(interaction, span))

    async def _stats(self, interaction: Interaction, weeks: int) -> Card:
        now = self._clock.now()
        logged = await self._members.diary(
            interaction.user.id, our_guild(interaction), since=diary.since(weeks, now)
        )
        await self._members.touch(interaction.user.id, now)
        return stats.card(diary.stats_of(logged, weeks, now))


def _filled(member: Member, session: LegSession) -> Typed:
    return forms.filled(session, member.profile.mass_unit, zones.zone_of(member))


def _entry(typed: Typed) -> LegEntry:
    return LegEntry(
        effort=read_score("effort", typed.get("effort")),
        minutes=read_minutes("minutes", typed.get("minutes"), within=MINUTES),
        focus=check_choice("focus", typed.get("focus") or Focus.LEGS, Focus),
        exercises=typed.get("exercises"),
        when=typed.get("when"),
    )


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    cog = Legday(bot)
    await bot.add_cog(cog)
    bot.tree.add_command(app_commands.ContextMenu(name=described.LOG_THIS, callback=cog.log_this))
