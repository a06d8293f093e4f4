"""Done, snooze and stop written in reply to a reminder: they act as its buttons would."""

from datetime import timedelta

from bot.client.reminder_acts import ReminderActs
from bot.client.spoken import SpokenTo
from bot.client.spoken_answers import SpokenAnswers
from bot.domain.facts.arrivals import Mark, marked
from bot.domain.facts.errors import LegdayError, NotFound
from bot.domain.facts.reminders import Snooze
from bot.domain.reading.elapsed import read_duration
from bot.domain.talk.sentence import Intent, Sentence
from bot.store.store import Store
from bot.texts import error_cards
from bot.texts.card import Card
from bot.texts.reminders import merged, messages, stopping

OF_MEMBERS = frozenset({"rem.done", "rem.snooze", "rem.stop", "check.sore"})
MERGED = frozenset({"all.done", "all.snooze", "all.stop"})


class ReminderReplies:
    """Acts on the reminder that a message replies to: its buttons name it, nothing is looked up."""

    def __init__(self, store: Store, speaking: SpokenAnswers, acts: ReminderActs) -> None:
        self._reminders = store.reminders
        self._speaking = speaking
        self._acts = acts

    async def act(self, spoken: SpokenTo, said: Sentence) -> Card | None:
        """Do what a reply says; return the answer, ``None`` where the reminder itself shows it.

        In a server others' reminders stay as they are, and nothing is said of it.
        """
        mark = reminder_of(spoken)
        if mark is None:
            return None
        try:
            if mark.merged:
                return await self._act_on_all(spoken, said, mark.id)
            return await self._act_on_one(spoken, said, mark.id)
        except NotFound as error:
            return None if spoken.guild_id is not None else error_cards.card(error)
        except LegdayError as error:
            return error_cards.card(error)

    async def _act_on_one(self, spoken: SpokenTo, said: Sentence, reminder_id: int) -> Card | None:
        member_id, guild_id = spoken.author_id, spoken.guild_id
        if said.intent is Intent.DONE:
            row = await self._acts.done(member_id, reminder_id)
            shown = await self._speaking.for_place(spoken, lambda: messages.done(row, member_id))
            if await self._speaking.show_in_replied(spoken, shown) or guild_id is not None:
                return None
            return shown
        if said.intent is Intent.STOP:
            return await self._acts.stop(member_id, reminder_id, in_dm=guild_id is None)
        found = await self._reminders.get(member_id, reminder_id)
        rows = () if found is None else (found,)
        return messages.snoozed(await self._acts.snooze(member_id, guild_id, rows, _length(said)))

    async def _act_on_all(self, spoken: SpokenTo, said: Sentence, delivery_id: int) -> Card | None:
        member_id, guild_id = spoken.author_id, spoken.guild_id
        own = await self._reminders.of_delivery(member_id, delivery_id)
        if not own:
            raise NotFound("reminder_gone")
        if said.intent is Intent.DONE:
            for row in own:
                await self._reminders.mark_done(member_id, row.reminder_id)
            return merged.done()
        if said.intent is Intent.STOP:
            result = await self._reminders.stop(member_id)
            return stopping.stopped(result, (stopping.only_these(delivery_id, result),))
        return messages.snoozed(await self._acts.snooze(member_id, guild_id, own, _length(said)))


def reminder_of(spoken: SpokenTo) -> Mark | None:
    """Return the member's reminder, or several in one message, that a message replies to."""
    names = {action.partition(":")[0] for action in spoken.actions}
    if not names & (OF_MEMBERS | MERGED):
        return None
    found = marked(spoken.actions)
    together = sorted((mark for mark in found if mark.merged), key=lambda mark: mark.id)
    single = sorted((mark for mark in found if not mark.merged), key=lambda mark: mark.id)
    return next(iter(together or single), None)


def _length(said: Sentence) -> Snooze | timedelta:
    if said.duration is None:
        return Snooze.HOUR
    return read_duration(said.duration.removeprefix("for ").removeprefix("in "))
