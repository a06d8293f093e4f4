"""Time zones by their names: a browser's, the machine's, one that is typed."""

from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

LOCALTIME = Path("/etc/localtime")
LONGEST_NAME = 64
NOWHERE = ("UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal")
"""What a machine in a container is set to: it says nothing of where its user is."""


def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone of an IANA name such as "Europe/Berlin", or None."""
    if not 0 < len(name) <= LONGEST_NAME:
        return None
    try:
        return ZoneInfo(name)
    except (ValueError, LookupError, OSError):  # a path, no such zone, a folder of zones
        return None


def zone_like(words: str) -> ZoneInfo | None:
    """Return the zone that is meant by "Asia/Tokyo", "tokyo" or "new york", or None."""
    wanted = "_".join(words.split()).casefold()
    found = [
        name
        for name in sorted(available_timezones())
        if wanted and wanted in (name.casefold(), name.rpartition("/")[2].casefold())
    ]
    return zone_named(found[0]) if found else None


def machine_zone(variable: str = "", localtime: Path = LOCALTIME) -> ZoneInfo | None:
    """Return the zone this machine is set to, or None where it does not say.

    `variable` is what the environment has as `TZ`; most systems link `localtime` to their zone.
    """
    try:
        link = str(localtime.readlink())
    except OSError:
        link = ""
    name = variable.removeprefix(":") or link.partition("zoneinfo/")[2]
    return None if name in NOWHERE else zone_named(name)


def city(zone: tzinfo) -> str:
    """Return a zone's short name, such as "New York"."""
    return str(zone).rpartition("/")[2].replace("_", " ")
