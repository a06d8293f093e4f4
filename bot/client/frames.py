"""Gateway frames that discord.py cannot read: skipped, or a new session begun.

discord.py 2.7.1 reads a few fields of a frame before any parser is asked (``received_message`` in
https://github.com/Rapptz/discord.py/blob/v2.7.1/discord/gateway.py); what fails there, or in a
parser, ends the client.
"""

import traceback
from typing import Any

import aiohttp
import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure

MEANT = (
    ReconnectWebSocket,
    WebSocketClosure,
    discord.ConnectionClosed,
    aiohttp.ClientError,
    OSError,
)
"""What discord.py raises on purpose, or because the connection is gone."""


class PatientSocket(DiscordWebSocket):
    """A websocket that continues after a frame it cannot read.

    Without its HELLO or READY there is no session to go on with, so a new one is asked for. A
    compressed stream that is broken for good shows as silence, which discord.py reconnects after.
    """

    _begun = False  # whether READY was read, or the session of an older socket is resumed

    async def identify(self) -> None:
        """Start a new session; discord.py keeps the old id until READY."""
        self.session_id, self._begun = None, False
        await super().identify()

    async def received_message(self, msg: Any, /) -> None:  # noqa: ANN401 (bytes, or text)
        """Handle one frame; dispatch ``unreadable_frame`` for what fails."""
        try:
            await super().received_message(msg)
        except MEANT:
            raise
        except Exception as error:
            self._dispatch("unreadable_frame", error)
            if not self._begun:
                await self.close(code=1000)
                raise ReconnectWebSocket(self.shard_id, resume=False) from error
        else:
            self._begun = self._begun or self.session_id is not None


def fault_of(error: Exception) -> str:
    """Return an error's type and place, without its text, which may repeat a member's."""
    *_, place = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {place.name}, line {place.lineno}"
