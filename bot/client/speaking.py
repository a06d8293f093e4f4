"""Who is spoken to in which language: what somebody chose, else what Discord says.

Those who chose otherwise than Discord are few, and all at hand: to speak to somebody needs no look
into the store. What is for all to see is in the server's language, whoever brings it about.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

import discord

from bot.client.installs import our_guild
from bot.clock import Clock
from bot.delivery.discord_transport import DiscordTransport
from bot.delivery.sender import TellPreferred, not_told
from bot.domain.timing.outcomes import SendError
from bot.domain.tongues.known import prepare, typed
from bot.store.engine.errors import StoreError
from bot.store.engine.heard import hear
from bot.store.members.languages import Chosen, Languages
from bot.texts.i18n import language, load, speak, spoken_in
from bot.texts.languages import ENGLISH, Language, of_locale

log = logging.getLogger(__name__)

T = TypeVar("T")
Interaction = discord.Interaction[Any]
_prepared = {ENGLISH.code}
_shown: ContextVar[str] = ContextVar("shown", default=ENGLISH.code)  # by Discord, in this task
MOST_HEARD = 10_000  # members whose language is in mind; of who agreed to nothing it is not kept
HOLDS_FOR = timedelta(days=1)  # what Discord said when it was asked


class Interpreter:
    """Sets the language of what is said.

    ``preferred`` tells the language that a server has set in Discord; ``announce`` tells other
    processes that somebody chose.
    """

    def __init__(
        self,
        kept: Languages,
        preferred: TellPreferred = not_told,
        announce: Callable[[], None] = lambda: None,
    ) -> None:
        self._kept = kept
        self._preferred = preferred
        self._announce = announce
        self._chosen = Chosen()
        self._told: dict[int, str] = {}  # what Discord said last, of those heard of most lately
        self._changes = 0
        self._behind = False  # somebody may have chosen in another process
        self._looking: asyncio.Task[None] | None = None

    async def look(self) -> None:
        """Read who chose a language."""
        changes = -1
        while changes != self._changes:  # else somebody chose while it was read
            changes = self._changes
            found = await self._kept.chosen()
        self._chosen, self._behind = found, False

    def expect(self) -> None:
        """Have the languages read anew: somebody chose one in another process."""
        self._changes += 1
        self._behind = True
        self._catch_up()

    async def speak_to(self, interaction: Interaction) -> None:
        """Set the language of the rest of this task to the one its user reads."""
        member_id, told = interaction.user.id, str(interaction.locale)
        if self._behind:
            self._catch_up()
        hear(member_id, told)
        self._told.pop(member_id, None)
        self._told[member_id] = told
        if len(self._told) > MOST_HEARD:
            del self._told[next(iter(self._told))]
        await _speak(self._chosen.members.get(member_id, told), told)

    async def speak_to_author(self, member_id: int, guild_id: int | None) -> None:
        """Set the language of the rest of this task to that of whoever wrote a message.

        Discord says none with it, so it is the one they were last written to in; of somebody new,
        the server's: a danger sign may be written in it. English, where neither is known.
        """
        told = self._told.get(member_id, "")
        locale = self._chosen.members.get(member_id) or told or None
        if locale is None:
            with suppress(StoreError):
                locale = await self._kept.of_member(member_id)
        if locale is None and guild_id is not None:
            locale = self._chosen.servers.get(guild_id) or await self._preferred(guild_id)
        await _speak(locale or "", told)

    async def chose(self, interaction: Interaction, locale: str | None) -> None:
        """Speak to somebody as they chose, from now on; with ``None`` as Discord says again."""
        self._note(self._chosen.members, interaction.user.id, locale)
        told = str(interaction.locale)
        await _speak(locale or told, told)

    def server_chose(self, guild_id: int, locale: str | None) -> None:
        """Word what a server's members all see as its admins chose, from now on."""
        self._note(self._chosen.servers, guild_id, locale)

    def forget(self, member_id: int) -> None:
        """Speak to somebody of whom nothing is kept as Discord says."""
        self._told.pop(member_id, None)
        self._note(self._chosen.members, member_id, None)

    async def of_server(self, guild_id: int, told: str | None = None) -> Language:
        """Return the language of a server, loaded; ``told`` is what Discord just said of it."""
        chosen = self._chosen.servers.get(guild_id)
        return await _loaded(chosen or told or await self._preferred(guild_id))

    async def of_public(self, interaction: Interaction) -> Language:
        """Return the language of what all see where an interaction comes from.

        Outside of servers that is its user's own.
        """
        told = None if interaction.guild_locale is None else str(interaction.guild_locale)
        ours = our_guild(interaction)
        if ours is not None:
            return await self.of_server(ours, told)
        return language() if told is None else await _loaded(told)

    def _note(self, chosen: dict[int, str], who: int, locale: str | None) -> None:
        if chosen.get(who) == locale:
            return
        if locale is None:
            del chosen[who]
        else:
            chosen[who] = locale
        self._changes += 1
        self._announce()

    def _catch_up(self) -> None:
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look_again(), name="languages")

    async def _look_again(self) -> None:
        try:
            await self.look()
        except StoreError as error:
            log.warning("who chose a language could not be read yet (%s)", error)


class PreferredLocales:
    """Tells the language that a server has set in Discord.

    ``guild`` returns a server as the gateway told it, those of this process alone; Discord is asked
    about any other, once a day.
    """

    def __init__(
        self,
        guild: Callable[[int], discord.Guild | None],
        transport: DiscordTransport,
        clock: Clock,
    ) -> None:
        self._guild = guild
        self._transport = transport
        self._clock = clock
        self._told: dict[int, tuple[datetime, str]] = {}

    async def of(self, guild_id: int) -> str | None:
        """Return a server's language, ``None`` where Discord does not tell."""
        guild = self._guild(guild_id)
        if guild is not None and not guild.unavailable:
            return str(guild.preferred_locale)
        at, told = self._told.get(guild_id, (None, None))
        now = self._clock.now()
        if at is not None and timedelta() <= now - at < HOLDS_FOR:
            return told
        try:
            found = await self._transport.get(f"/guilds/{guild_id}")
        except SendError:
            return told
        self._told[guild_id] = now, str(found.get("preferred_locale"))
        return self._told[guild_id][1]


def interpreter_of(interaction: Interaction) -> Interpreter:
    """Return the bot's interpreter."""
    return cast("Interpreter", interaction.client.interpreter)


def told_of_server(interaction: Interaction) -> Language:
    """Return the language that Discord says the server of an interaction has."""
    return of_locale(str(interaction.guild_locale))


def heard(text: str) -> str:
    """Return a member's words with the languages they may be in.

    That is the language of this task's reader; what is not read in it may be in the one in which
    Discord shows itself to them, for its examples are.
    """
    return typed(text, language().code, _shown.get())


async def for_all(interaction: Interaction, make: Callable[[], T]) -> T:
    """Return what ``make`` words, for all to see where an interaction comes from."""
    with spoken_in(await interpreter_of(interaction).of_public(interaction)):
        return make()


async def _speak(locale: str, told: str) -> None:
    """Set the language of the rest of this task, ready to be read, too, beside the one ``told``.

    The first time, the table of a language's words is compiled in a thread: it takes up to 0.3 s.
    """
    await speak(locale)
    _shown.set(of_locale(told).code)
    for code in {language().code, _shown.get()} - _prepared:
        await asyncio.to_thread(prepare, code)
        _prepared.add(code)


async def _loaded(locale: str | None) -> Language:
    found = of_locale(locale)
    await load(found)
    return found
