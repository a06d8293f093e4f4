"""Files that members send, fetched from the addresses that Discord gave with them."""

import asyncio
import io
import zipfile
from collections.abc import Sequence

import aiohttp
import discord

from bot.client.spoken import Attached
from bot.domain.facts.errors import BadInput

FETCHED_WITHIN = 20.0  # real seconds


SentFile = discord.Attachment | Attached
"""A file as Discord tells of it: of an option's value, or of a message's attachment."""


async def fetched(http: discord.http.HTTPClient, files: Sequence[SentFile]) -> bytes:
    """Return what is in a file; of several, an archive, which is read as one that is sent.

    Raises:
        BadInput: Discord does not hand one over.
    """
    contents = await asyncio.gather(*(_fetched(http, file) for file in files))
    return contents[0] if len(files) == 1 else await asyncio.to_thread(_packed, files, contents)


async def _fetched(http: discord.http.HTTPClient, file: SentFile) -> bytes:
    try:
        async with asyncio.timeout(FETCHED_WITHIN):
            return await http.get_from_cdn(file.url)
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        raise BadInput("file_gone") from None


def _packed(files: Sequence[SentFile], contents: Sequence[bytes]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packing:
        for number, (file, content) in enumerate(zip(files, contents, strict=True), start=1):
            packing.writestr(f"{number}. {file.filename}", content)
    return archive.getvalue()
