"""Telling Discord the commands when they have changed, and learning the ids it has them under."""

import hashlib
import json
import logging
from datetime import timedelta
from typing import Any

from bot.client.command_words import catalogues_digest, in_all_languages
from bot.client.commands_known import known
from bot.client.gateway import PatientBot
from bot.client.installable import offer_to_users
from bot.client.retry import FAULTS, brief, pause
from bot.rendering.mentions import CommandIds
from bot.store.engine.meta import Meta

log = logging.getLogger(__name__)

COMMANDS_KEY = "commands"  # in store.meta: which application was told what last
REGISTER_FIRST, REGISTER_LAST = timedelta(seconds=5), timedelta(hours=1)  # between two tries


class Registering:
    """Registers the commands of a bot, and has ``command_ids`` learn their ids."""

    def __init__(self, bot: PatientBot, meta: Meta, command_ids: CommandIds, api_base: str) -> None:
        self._bot = bot
        self._meta = meta
        self._command_ids = command_ids
        self._api_base = api_base

    async def sync(self, *, force: bool = False) -> bool:
        """Register the commands if they changed since the last time; tell whether.

        Discord allows 200 command creations a day and a server, so equal ones are not sent again.
        """
        told = f"{self._bot.application_id} {self.digest()}"
        if not force and await self._meta.get(COMMANDS_KEY) == told:
            return False
        await offer_to_users(self._bot.http)
        words = await in_all_languages(self._sent())
        registered = await self._bot.http.bulk_upsert_global_commands(
            self._bot.application_id or 0, words
        )
        self._command_ids.take(known(registered))
        await self._meta.set(COMMANDS_KEY, told)
        log.info("commands registered: %d", len(self._bot.tree.get_commands()))
        return True

    async def register(self, *, learn_only: bool = False) -> None:
        """Register changed commands, retrying until Discord accepts them, and learn their ids.

        Until then those registered before go on; what they no longer match is answered as outdated.
        A refusal (HTTP 400) is tried again too: it may be a fault of Discord's. With ``learn_only``
        another process registers them.
        """
        wait, told = REGISTER_FIRST, False
        while True:
            failed = False
            try:
                if not learn_only:
                    await self.sync()
            except FAULTS as error:
                failed = True
                if not told:
                    log.error(
                        "Discord did not register the commands (%s); those registered before go "
                        "on, and it is tried again, at least once an hour",
                        brief(error),
                    )
                told = True
            if await self._learn_ids() and not failed:
                return
            await pause(self._bot.clock, wait.total_seconds())
            wait = min(wait * 2, REGISTER_LAST)

    def digest(self) -> str:
        """Return a hash of the commands as Discord would be sent them, and of its address."""
        told = [self._api_base, self._sent(), catalogues_digest()]
        payload = json.dumps(told, sort_keys=True)
        return hashlib.sha256(payload.encode()).hexdigest()

    async def _learn_ids(self) -> bool:
        """Ask for the ids of the registered commands, if they are not known; tell whether they are.

        Until they are, texts name commands without a way to press them.
        """
        if not self._command_ids.open:
            try:
                registered = await self._bot.http.get_global_commands(self._bot.application_id or 0)
                self._command_ids.take(known(registered))
            except FAULTS:
                return False
        return True

    def _sent(self) -> list[dict[str, Any]]:
        """Return the commands as Discord is sent them, in English."""
        return [command.to_dict(self._bot.tree) for command in self._bot.tree.get_commands()]
