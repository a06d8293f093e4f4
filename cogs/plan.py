"""``/plan``: a week of leg days and runs, looked at before it happens."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial

from discord import app_commands
from discord.ext import commands

from bot.client.app import LegdayBot
from bot.client.consenting import Entry
from bot.client.entries import Choices, Named, choices, chosen_entry, matching
from bot.client.installs import check_others_read, our_guild
from bot.client.interactions import Interaction, answer, number, update
from bot.client.sharing import Shares, post_card
from bot.domain.decisions import preferences, profile
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.errors import Expired, NeedsZone, NotAllowed
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import MINUTES
from bot.domain.reading.plan_words import read_what_if
from bot.domain.recovery.assess import assess
from bot.domain.timing.own_rules import is_reminded
from bot.domain.timing.plan import held_back
from bot.domain.week import pausing, planning, taking_over, view
from bot.domain.week.items import DAY, ahead
from bot.domain.week.keeping import keeping_of
from bot.domain.week.planning import LEGS, PlanRequest
from bot.domain.week.taking_over import WEEK_MINUTES, DaysOffered
from bot.domain.week.trying import fitting, unpacked
from bot.domain.week.view import WeekAsked, WeekView
from bot.texts import commands as described
from bot.texts.canirun import answers
from bot.texts.card import Card
from bot.texts.kinds import RUNS
from bot.texts.legday import entries
from bot.texts.reminders import overview
from bot.texts.week import cards, kept, words

Say = Callable[[Interaction, Card], Awaitable[None]]
WHATS = choices({LEGS: described.PLAN_LEGS, **RUNS})
EFFORTS = choices(words.EFFORTS)
YEARS = (2020, 2200)  # no button of ours names a date of another


class PlanCommands(commands.GroupCog, group_name="plan", group_description=described.PLAN):
    """The commands and their buttons. A week is judged in a thread of its own."""

    def __init__(self, bot: LegdayBot) -> None:
        store, router = bot.store, bot.router
        self._members = store.members
        self._keepings = store.keepings
        self._shares = Shares("plan.share")
        self._clock = bot.clock
        self._saver = bot.saver
        router.on("plan.look", self._press_look)
        router.on("plan.use", self._press_use)
        router.on("plan.keep", self._press_keep)
        router.on("plan.did", self._press_did)
        router.on("plan.did_not", self._press_did_not)
        router.on("plan.share", self._press_share)
        router.on("plan.quiet", self._press_quiet)

    @app_commands.command(name="week", description=described.PLAN_WEEK)
    @app_commands.describe(what_if=described.PLAN_WHAT_IF, next=described.PLAN_NEXT)
    async def week(
        self,
        interaction: Interaction,
        what_if: app_commands.Range[str, 1, 300] | None = None,
        next: bool = False,  # noqa: A002 (the option's name)
    ) -> None:
        pieces = () if what_if is None else fitting(read_what_if(what_if))
        await self._show(interaction, WeekAsked(pieces=pieces, later=next), answer)

    @app_commands.command(name="add", description=described.PLAN_ADD)
    @app_commands.describe(
        what=described.PLAN_WHAT,
        days=described.PLAN_DAYS,
        time=described.PLAN_TIME,
        minutes=described.PLAN_MINUTES,
        effort=described.PLAN_EFFORT,
        once=described.PLAN_ONCE,
    )
    @app_commands.choices(what=WHATS, effort=EFFORTS)
    async def add(
        self,
        interaction: Interaction,
        what: str,
        days: app_commands.Range[str, 1, 80],
        time: app_commands.Range[str, 1, 80],
        minutes: app_commands.Range[int, *MINUTES] | None = None,
        effort: str | None = None,
        once: bool = False,
    ) -> None:
        ask = PlanRequest(what=what, days=days, at=time, minutes=minutes, effort=effort, once=once)
        now = self._clock.now()
        entry = Entry(lambda member: planning.add(member, interaction.id, ask, now), cards.changed)
        await self._saver.save(interaction, entry)

    @app_commands.command(name="remove", description=described.PLAN_REMOVE)
    @app_commands.describe(entry=described.PLAN_ENTRY)
    async def remove(self, interaction: Interaction, entry: str) -> None:
        chosen = await chosen_entry(interaction, entry, self._named)
        item_id, now = number(chosen), self._clock.now()
        to_save = Entry(lambda member: planning.remove(member, item_id, now), cards.changed)
        await self._saver.save(interaction, to_save)

    @remove.autocomplete("entry")
    async def own_items(self, interaction: Interaction, typed: str) -> Choices:
        """Complete an option with what the user has planned."""
        return matching(await self._named(interaction), typed)

    async def _named(self, interaction: Interaction) -> list[Named]:
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        if member.zone is None:
            return []
        today = self._clock.now().astimezone(planning.zone_of(member)).date()
        items = ahead(member.week.items, today)
        return [(words.item(item), item.item_id) for item in items]

    @app_commands.command(name="pause", description=described.PLAN_PAUSE)
    @app_commands.describe(until=described.PLAN_UNTIL)
    async def pause(
        self, interaction: Interaction, until: app_commands.Range[str, 1, 80] | None = None
    ) -> None:
        now = self._clock.now()
        entry = Entry(lambda member: pausing.pause(member, until, now), kept.paused)
        await self._saver.save(interaction, entry)

    @app_commands.command(name="resume", description=described.PLAN_RESUME)
    async def resume(self, interaction: Interaction) -> None:
        now = self._clock.now()
        entry = Entry(lambda member: pausing.resume(member, now), kept.resumed)
        await self._saver.save(interaction, entry)

    async def _press_quiet(self, interaction: Interaction, last: str) -> None:
        """Pause reminders as long as the plan; a day that is named is paused to its end."""
        now, until = self._clock.now(), None if last == kept.OPEN else _date(last) + DAY
        entry = Entry(
            lambda member: preferences.pause(member, pausing.typed(member, until), now),
            lambda decided: overview.paused(decided, now),
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _press_share(self, interaction: Interaction, weeks: str = "") -> None:
        check_others_read(interaction)
        now, claimed = self._clock.now(), number(weeks)
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        current = (await asyncio.to_thread(keeping_of, member, now)).current
        if claimed != current or current not in kept.SHARED_AT:
            raise NotAllowed("nothing_to_share")
        with self._shares.claim(interaction):
            await self._show(interaction, WeekAsked(), update)
            await post_card(interaction, partial(kept.public, interaction.user.id, current))

    async def _press_look(self, interaction: Interaction, flags: str = "", tried: str = "") -> None:
        await self._show(interaction, _asked(flags, tried), update)

    async def _press_did_not(self, interaction: Interaction, _item: str, _day: str) -> None:
        await self._show(interaction, WeekAsked(asked=False), update)

    async def _press_use(
        self, interaction: Interaction, made_for: str, slots: str, flags: str = "", tried: str = ""
    ) -> None:
        asked, now = _asked(flags, tried), self._clock.now()
        offered = DaysOffered(
            made_for=made_for,
            minutes=tuple(number(each, WEEK_MINUTES) for each in slots.split(".")),
            later=asked.later,
            pieces=asked.pieces,
        )
        entry = Entry(
            lambda member: taking_over.use(member, interaction.id, offered, now), cards.changed
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _press_keep(self, interaction: Interaction, made_for: str, tried: str = "") -> None:
        pieces, now = unpacked(tried), self._clock.now()
        entry = Entry(
            lambda member: taking_over.keep_try(member, interaction.id, made_for, pieces, now),
            cards.changed,
        )
        await self._saver.save(interaction, entry, replace_message=True)

    async def _press_did(self, interaction: Interaction, item: str, day: str) -> None:
        item_id, on, now = number(item), _date(day), self._clock.now()
        entry = Entry(
            lambda member: planning.did(member, interaction.id, item_id, on, now),
            lambda logged: entries.logged(logged, now=now),
            again=lambda member: planning.did(member, interaction.id, item_id, on, now, again=True),
        )
        await self._saver.save(interaction, entry)

    async def _show(self, interaction: Interaction, asked: WeekAsked, say: Say) -> None:
        """Show a week; while care stands the care answer, nothing else.

        Where the member's zone is not known, that is asked first and saved.
        """
        now = self._clock.now()
        member = await self._members.context(interaction.user.id, our_guild(interaction))
        try:
            seen = await asyncio.to_thread(view.look, member, asked, now)
        except NeedsZone as needs:
            located = partial(self._show_in_zone, asked)
            await self._saver.zones.locate(interaction, needs, located, say)
            return
        over = () if seen.keeping is None else seen.keeping.weeks[len(member.kept_weeks) :]
        if over:  # what is shown of them holds from now on
            await self._keepings.close(member.member_id, over)
        await say(interaction, self._card(interaction, seen, member))
        if not over:
            await self._members.touch(member.member_id, now)

    async def _show_in_zone(
        self, asked: WeekAsked, interaction: Interaction, zone: str, in_place: bool
    ) -> None:
        """Save the zone, and show the week in it: nothing is planned yet that takes long."""
        now = self._clock.now()

        def decide(member: Member) -> tuple[Change, tuple[WeekView, Member]]:
            change, _ = profile.settle(member, now)
            return change, (view.look(member, asked, now), member)

        entry = Entry(
            decide,
            lambda found: self._card(interaction, *found),
            zone=zone,
        )
        await self._saver.save(interaction, entry, replace_message=in_place)

    def _card(self, interaction: Interaction, seen: WeekView, member: Member) -> Card:
        if seen.care:
            return _care(seen, member)
        return cards.week(seen, shared=self._shares.was_shared(interaction))


def _care(seen: WeekView, member: Member) -> Card:
    shown = Shown(
        answer=assess(seen.question),
        question=seen.question,
        told=AnswerToken(),
        now=seen.now,
        kept=member.consent is not None,
        held=is_reminded(member) and held_back(member) is not None,
    )
    return answers.card(shown)


def _asked(flags: str, tried: str) -> WeekAsked:
    """Parse what a button asks for.

    Raises:
        Expired: no button of ours says that.
    """
    if not set(flags) <= {cards.LATER, cards.PICTURE, cards.UNASKED}:
        raise Expired("control_unknown")
    return WeekAsked(
        pieces=unpacked(tried),
        later=cards.LATER in flags,
        picture=cards.PICTURE in flags,
        asked=cards.UNASKED not in flags,
    )


def _date(text: str) -> date:
    """Parse a date from a button.

    Raises:
        Expired: it is none.
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Expired("control_unknown") from None
    if not YEARS[0] <= found.year <= YEARS[1]:
        raise Expired("control_unknown")
    return found


async def setup(bot: LegdayBot) -> None:
    """Add the cog."""
    await bot.add_cog(PlanCommands(bot))
