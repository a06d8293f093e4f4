"""What ``/legday`` and ``/run`` do alike with entries: pages of a history, undo, completion."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Generic, TypeVar

from discord import app_commands

from bot.client.consenting import Entry
from bot.client.interactions import Interaction, answer, number, picked, read_cursor, update
from bot.client.payload import is_number
from bot.client.router import Router
from bot.client.saving import Saver
from bot.clock import Clock
from bot.domain.facts.errors import NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.reading.clock_times import shown
from bot.store.members.pages import NEWEST, Place
from bot.texts.card import Card

T = TypeVar("T")
Choices = list[app_commands.Choice[str]]
Named = tuple[str, int]  # a label and an id
MOST_CHOICES = 25  # Discord's limit


class History:
    """The pages of a history, newest first, and the choice of an entry to edit.

    Its actions begin with ``name``: ``.at`` a page, ``.pick`` an entry, and ``.page``, the entry
    before a page, in messages of before pages had numbers.
    """

    def __init__(
        self,
        name: str,
        router: Router,
        *,
        page: Callable[[Interaction, Place], Awaitable[Card]],
        edit: Callable[[Interaction, str], Awaitable[None]],
    ) -> None:
        self._page = page
        self._edit = edit
        router.on(f"{name}.page", self._press_page)
        router.on(f"{name}.at", self._press_at)
        router.on(f"{name}.pick", self._pick_entry)

    async def show(self, interaction: Interaction) -> None:
        """Answer with the newest page."""
        await answer(interaction, await self._page(interaction, NEWEST))

    async def _press_page(self, interaction: Interaction, ended: str = "", entry: str = "") -> None:
        place = Place(before=read_cursor(ended, entry))
        await update(interaction, await self._page(interaction, place))

    async def _press_at(self, interaction: Interaction, page: str) -> None:
        await update(interaction, await self._page(interaction, Place(page=number(page))))

    async def _pick_entry(self, interaction: Interaction) -> None:
        await self._edit(interaction, picked(interaction))


class Undo(Generic[T]):
    """Removes an entry, by command or by its button ``NAME.undo``."""

    def __init__(
        self,
        name: str,
        saver: Saver,
        router: Router,
        clock: Clock,
        *,
        decide: Callable[[Member, int, datetime], tuple[Change, T]],
        undone: Callable[[T], Card],
    ) -> None:
        self._saver = saver
        self._clock = clock
        self._decide = decide
        self._undone = undone
        router.on(f"{name}.undo", self._press)

    async def by_command(self, interaction: Interaction, entry: str) -> None:
        """Remove the entry with this id; the answer is a new message."""
        await self._remove(interaction, entry, replace_message=False)

    async def _press(self, interaction: Interaction, entry: str) -> None:
        await self._remove(interaction, entry, replace_message=True)

    async def _remove(self, interaction: Interaction, entry: str, *, replace_message: bool) -> None:
        entry_id, now = number(entry), self._clock.now()
        to_save = Entry(lambda member: self._decide(member, entry_id, now), self._undone)
        await self._saver.save(interaction, to_save, replace_message=replace_message)


async def chosen_entry(
    interaction: Interaction, text: str, named: Callable[[Interaction], Awaitable[Iterable[Named]]]
) -> str:
    """Return the id that an option with completion means, of what ``named`` would offer.

    Clients send what was typed or pasted as it is: an id, or the shown name of one of them.

    Raises:
        NotFound: it is neither, or the name of several.
    """
    typed = " ".join(text.split())
    if is_number(typed):
        return typed
    same = [
        entry for label, entry in await named(interaction) if label.casefold() == typed.casefold()
    ]
    if len(same) != 1:
        raise NotFound("entry_not_chosen", text=shown(text))
    return str(same[0])


def choices(names: Mapping[Any, str]) -> Choices:
    """Return the choices of an option with a table of names."""
    return [app_commands.Choice(name=name, value=str(key)) for key, name in names.items()]


def matching(named: Iterable[Named], typed: str) -> Choices:
    """Return the choices that complete what was typed, of entries' labels and ids."""
    return [
        app_commands.Choice(name=label, value=str(entry))
        for label, entry in named
        if typed.casefold() in label.casefold()
    ][:MOST_CHOICES]
