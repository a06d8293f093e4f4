"""Discord's markdown rendered as plain text.

Source: discord/discord-api-docs, developers/reference.mdx ("Message Formatting"), and the
client's own markdown guide.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo

_TOKEN = re.compile(
    r"""
      ```(?:\w*\n)?(?P<block>.*?)```
    | `(?P<code>[^`\n]+)`
    | \\(?P<escaped>[^\w\s]|_)
    | <t:(?P<seconds>-?\d{1,17})(?::(?P<style>[tTdDfFsSR]))?>
    | <(?P<sigil>@!?|@&|\#)(?P<id>\d+)>
    | </(?P<command>[^:>]+):\d+>
    | <a?:(?P<emoji>\w+):\d+>
    | (?<!\\)\[(?P<label>[^\[\]\n]+)\]\((?P<url>https?://[^\s)]+)\)
    | ^(?:\#{1,3}|-\#)[ ]+(?=\S)
    | ^(?P<indent>[ ]*)[-*][ ]+(?=\S)
    | (?P<mark>\*\*\*|\*\*|__|~~|\*)(?=\S)(?P<marked>.+?)(?<=\S)(?P=mark)
    | (?<!\w)_(?=\S)(?P<slanted>[^_\n]+?)(?<=\S)_(?!\w)
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)

_UNITS = (
    ("year", 365 * 86400),
    ("month", 30 * 86400),
    ("day", 86400),
    ("hour", 3600),
    ("minute", 60),
    ("second", 1),
)

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The reader of a text: the time, their zone, and the names behind ids."""

    now: datetime
    zone: tzinfo
    # What is shown for an id, sign included: {"12": "@ann", "34": "#gym"}.
    names: Mapping[str, str] = field(default_factory=dict)


def readable(text: str, reader: Reader) -> str:
    """Return a text as `reader` sees it, without its markup."""

    def shown(match: re.Match[str]) -> str:
        found = match.groupdict()
        if found["seconds"] is not None:
            return moment(int(found["seconds"]), found["style"] or "f", reader)
        if found["id"] is not None:
            sign = found["sigil"].rstrip("!&")
            return reader.names.get(found["id"], f"{sign}unknown")
        if found["url"] is not None:
            return f"{readable(found['label'], reader)} ({found['url']})"
        for key, form in (("command", "/{}"), ("emoji", ":{}:"), ("indent", "{}• ")):
            if found[key] is not None:
                return form.format(found[key])
        for key in ("marked", "slanted"):
            if found[key] is not None:
                return readable(found[key], reader)
        plain = (found[key] for key in ("block", "code", "escaped"))
        return next((words for words in plain if words is not None), "")

    return _TOKEN.sub(shown, text)


def moment(seconds: int, style: str, reader: Reader) -> str:
    """Show a timestamp in one of Discord's styles; `seconds` are since the epoch."""
    try:
        then = (EPOCH + timedelta(seconds=seconds)).astimezone(reader.zone)
    except OverflowError:
        return "Invalid date"
    if style == "R":
        return _relative((then - reader.now).total_seconds())
    date = f"{then.day} {then:%B %Y}"
    return {
        "t": f"{then:%H:%M}",
        "T": f"{then:%H:%M:%S}",
        "d": f"{then:%d/%m/%Y}",
        "D": date,
        "f": f"{date} {then:%H:%M}",
        "F": f"{then:%A}, {date} {then:%H:%M}",
        "s": f"{then:%d/%m/%Y}, {then:%H:%M}",
        "S": f"{then:%d/%m/%Y}, {then:%H:%M:%S}",
    }[style]


def _relative(seconds: float) -> str:
    away = abs(seconds)
    name, size = next((unit for unit in _UNITS if away >= unit[1]), _UNITS[-1])
    number = round(away / size)
    if number == 0:
        return "now"
    words = f"{number} {name}{'' if number == 1 else 's'}"
    return f"in {words}" if seconds > 0 else f"{words} ago"
