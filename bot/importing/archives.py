"""Zip and gzip files: their members' contents, counted while they are unpacked, never on disk."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from bot.domain.importing.rows import RefusedFile

MOST_UNPACKED: Final = 32 << 20  # bytes, of all members together
MOST_MEMBERS: Final = 20
_CHUNK: Final = 1 << 16


def gunzipped(content: bytes) -> bytes:
    """Return the one file in a gzip file.

    Raises:
        RefusedFile: it is damaged, or larger than is read.
    """
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        unpacked = unpacker.decompress(content, MOST_UNPACKED + 1)
    except zlib.error:
        raise RefusedFile("damaged") from None
    if len(unpacked) > MOST_UNPACKED:
        raise RefusedFile("too_big_unpacked", limit=MOST_UNPACKED >> 20)
    if not unpacker.eof:
        raise RefusedFile("cut_off")
    return unpacked


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of a zip file's members, a Strava list of activities alone.

    Names are for the eye only. Where there is a list of all activities, the rest is in it.

    Raises:
        RefusedFile: it is damaged, or has more in it than is read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
            listed = [info for info in found if info.filename == "activities.csv"]
            if len(listed or found) > MOST_MEMBERS:
                raise RefusedFile("too_many_members", limit=MOST_MEMBERS)
            left = MOST_UNPACKED
            for info in listed or found:
                unpacked = _read(archive, info, left)
                left -= len(unpacked)
                yield info.filename, unpacked
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, OverflowError):
        raise RefusedFile("damaged") from None
    except (NotImplementedError, RuntimeError):  # a password, a compression nobody has
        raise RefusedFile("locked") from None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    taken = bytearray()
    with archive.open(info) as member:
        while chunk := member.read(_CHUNK):
            taken += chunk
            if len(taken) > most:
                raise RefusedFile("too_big_unpacked", limit=MOST_UNPACKED >> 20)
    return bytes(taken)
