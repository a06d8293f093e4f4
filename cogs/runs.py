"""``/run``: log a run in one line or by a form; history, edit, undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.entries import Choices, History, Named, Undo, choices, chosen_entry, matching
from bot.client.forms import Typed
from bot.client.installs import our_guild
from bot.client.interactions import Interaction, number, picked
from bot.domain.decisions import runs
from bot.domain.decisions.runs import LoggedRun, RunEntry
from bot.domain.facts.member import Change, Member
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.facts.training import EFFORT, RUN_LASTED, Run, RunKind
from bot.domain.reading import zones
from bot.domain.reading.heights import split_descent
from bot.domain.reading.numbers import read_minutes, read_score
from bot.store.members.pages import Place
from bot.texts import commands as described
from bot.texts.card import Card
from bot.texts.kinds import LOGGED
from bot.texts.runs import entries

Decide = Callable[[Member, datetime], tuple[Change, LoggedRun]]
NEW = "new"  # what a form is about that logs a run
KINDS = choices(LOGGED)
FELT_CHOICES = [app_commands.Choice(name=name, value=key) for key, name in entries.FELT.items()]


class Runs(commands.GroupCog, group_name="run", group_description=described.RUN):
    """The commands, their buttons and forms."""

    def __init__(self, bot: LegdayBot) -> None:
        clock, saver, router = bot.clock, bot.saver, bot.router
        self._members = bot.store.members
        self._clock = clock
        self._saver = saver
        self._form = saver.form("runs.form", "runs.again", entries.form, self._form_sent)
        self._history = History("runs", router, page=self._page, edit=self._press_edit)
        self._undo = Undo("runs", saver, router, clock, decide=runs.undo, undone=entries.undone)
        router.on("runs.edit", self._press_edit)
        router.on("runs.felt", self._pick_felt)

    @app_commands.command(name="log", description=described.RUN_LOG)
    @app_commands.describe(
        kind=described.RUN_KIND,
        minutes=described.RUN_MINUTES,
        distance=described.RUN_DISTANCE,
        effort=described.RUN_EFFORT,
        felt=described.RUN_FELT,
        when=described.RUN_WHEN,
        descent=described.RUN_DESCENT,
    )
    @app_commands.choices(kind=KINDS)
    @app_commands.choices(felt=FELT_CHOICES)
    async def log(
        self,
        interaction: Interaction,
        kind: str | None = None,
        minutes: app_commands.Range[int, *RUN_LASTED] | None = None,
        distance: app_commands.Range[str, 1, 60] | None = None,
        effort: app_commands.Range[int, *EFFORT] | None = None,
        felt: int | None = None,
        when: app_commands.Range[str, 1, 60] | None = None,
        descent: app_commands.Range[str, 1, 60] | None = None,
    ) -> None:
        said = (kind, minutes, distance, effort, felt, when, descent)
        if all(option is None for option in said):
            await self._form.open(interaction, NEW)
            return
        run_kind, activity = runs.sport_of(kind or RunKind.EASY)
        entry = RunEntry(
            kind=run_kind,
            activity=activity,
            minutes=minutes,
            distance=distance,
            effort=effort,
            felt=felt,
            when=when,
            descent=descent,
        )
        await self._log(interaction, entry)

    @app_commands.command(name="history", description=described.RUN_HISTORY)
    async def history(self, interaction: Interaction) -> None:
        await self._history.show(interaction)

    @app_commands.command(name="edit", description=described.RUN_EDIT)
    @app_commands.describe(entry=described.RUN_ENTRY)
    async def edit(self, interaction: Interaction, entry: str) -> None:
        await self._press_edit(interaction, await chosen_entry(interaction, entry, self._named))

    @app_commands.command(name="undo", description=described.RUN_UNDO)
    @app_commands.describe(entry=described.RUN_ENTRY)
    async def undo(self, interaction: Interaction, entry: str) -> None:
        await self._undo.by_command(
            interaction, await chosen_entry(interaction, entry, self._named)
        )

    @edit.autocomplete("entry")
    @undo.autocomplete("entry")
    async def own_entries(self, interaction: Interaction, typed: str) -> Choices:
        """Complete an option with the user's own runs, newest first."""
        return matching(await self._named(interaction), typed)

    async def _named(self, interaction: Interaction) -> list[Named]:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        zone, unit = zones.zone_of(member) or UTC, member.profile.distance_unit
        return [
            (entries.label(run, unit, run.ended_at.astimezone(zone)), run.run_id)
            for run in member.runs
        ]

    async def _log(self, interaction: Interaction, entry: RunEntry) -> None:
        now = self._clock.now()
        to_save = Entry(
            lambda member: runs.log(member, interaction.id, entry, now),
            entries.logged,
            again=lambda member: runs.log(member, interaction.id, entry, now, again=True),
        )
        await self._saver.save(interaction, to_save)

    async def _form_sent(
        self, interaction: Interaction, target: str, typed: Typed, shown: ShownFields
    ) -> None:
        """Save a submitted form; ``target`` is ``NEW`` or the run to change."""
        if target == NEW:
            await self._log(interaction, _entry(typed))
            return

        def decide(member: Member, now: datetime) -> tuple[Change, LoggedRun]:
            stored = _filled(member, runs.find(member, number(target)))
            merged = shown.merged(typed, stored)
            entry = _entry(merged)
            if merged.get("distance") == stored["distance"]:
                entry = replace(entry, descent=None)  # to the metre, where feet are shown
            change, result = runs.edit(member, number(target), entry, now)
            return change, replace(result, meanwhile=shown.changed_since(stored))

        await self._change(interaction, decide, replace_message=interaction.message is not None)

    async def _press_edit(self, interaction: Interaction, entry: str) -> None:
        run_id = number(entry)
        member, run = await self._members.consult(
            interaction.user.id,
            our_guild(interaction),
            now=self._clock.now(),
            decide=lambda member: (Change(), (member, runs.find(member, run_id))),
        )
        await self._form.open_stored(interaction, _filled(member, run), str(run.run_id))

    async def _pick_felt(self, interaction: Interaction, entry: str) -> None:
        felt = number(picked(interaction))
        await self._change(
            interaction,
            lambda member, now: runs.say_felt(member, number(entry), felt, now),
        )

    async def _page(self, interaction: Interaction, place: Place) -> Card:
        member_id = interaction.user.id
        page = await self._members.run_history(
            member_id, our_guild(interaction), place=place, limit=entries.PAGE
        )
        await self._members.touch(member_id, self._clock.now())
        return entries.history(page)

    async def _change(
        self, interaction: Interaction, decide: Decide, *, replace_message: bool = True
    ) -> None:
        now = self._clock.now()
        entry = Entry(
            lambda member: decide(member, now), lambda result: entries.logged(result, edited=True)
        )
        await self._saver.save(interaction, entry, replace_message=replace_message)


def _filled(member: Member, run: Run) -> Typed:
    return entries.filled(run, member.profile.distance_unit, zones.zone_of(member))


def _entry(typed: dict[str, str]) -> RunEntry:
    kind, activity = runs.sport_of(typed.get("kind") or RunKind.EASY)
    distance, descent = split_descent(typed.get("distance", ""))
    return RunEntry(
        kind=kind,
        activity=activity,
        minutes=read_minutes("minutes", typed.get("minutes")),
        distance=distance,
        descent=descent,
        effort=read_score("effort", typed.get("effort")),
        when=typed.get("when"),
    )


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(Runs(bot))
