"""A member's events as an iCalendar file (RFC 5545).

The library is imported when the first file is written: that takes 130 ms, so never on the loop.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.texts.week.calendar_file import NamedEvent

if TYPE_CHECKING:
    import icalendar

PRODUCT = "-//Legday//Calendar//EN"
ZONES_AHEAD = timedelta(days=10 * 365)  # how long the clock changes in the file go on
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def written(events: Sequence[NamedEvent], *, revision: int, now: datetime) -> bytes:
    """Return the file. For a thread of its own.

    ``revision`` is the member's: an event with a higher one replaces what a calendar has.
    """
    import icalendar  # noqa: PLC0415 (see above)

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for zone in _zones(events):
        # Made of the zone itself: by name the library would take the machine's rules.
        first, last = (now - timedelta(days=1)).date(), (now + ZONES_AHEAD).date()
        clock = icalendar.Timezone.from_tzinfo(zone, zone.key, first, last)
        _begin_gaps_in_time(clock)
        calendar.add_component(clock)
    for each in events:
        calendar.add_component(_event(each, icalendar.Event(), revision, now))
    content: bytes = calendar.to_ical()
    return content


def _begin_gaps_in_time(clock: "icalendar.Timezone") -> None:
    """Put each gap's onset where the standard wants it: on the clock before, not after it."""
    for change in clock.subcomponents:
        gap = change.TZOFFSETTO - change.TZOFFSETFROM
        if gap <= timedelta(0):
            continue
        change.DTSTART -= gap
        if later := change.pop("RDATE", None):
            change.add("RDATE", [one.dt - gap for one in later.dts])


def _zones(events: Sequence[NamedEvent]) -> list[ZoneInfo]:
    zones = {
        each.event.weekly.zone.key: each.event.weekly.zone for each in events if each.event.weekly
    }
    return [zone for name, zone in sorted(zones.items()) if name != "UTC"]


def _event(
    named: NamedEvent, written: "icalendar.Event", revision: int, now: datetime
) -> "icalendar.Event":
    event, weekly = named.event, named.event.weekly
    start = event.start if weekly is None else event.start.astimezone(weekly.zone)
    written.add("uid", event.uid)
    written.add("sequence", revision)
    written.add("dtstamp", now)
    written.add("summary", named.title)
    if named.description:
        written.add("description", named.description)
    written.add("dtstart", start)
    written.add("duration", event.lasts)
    written.add("class", "PRIVATE")
    written.add("transp", "TRANSPARENT")
    written.add("status", "TENTATIVE" if named.tentative else "CONFIRMED")
    if weekly is not None:
        rule = {"freq": "weekly", "byday": [WEEKDAYS[day] for day in sorted(weekly.days)]}
        written.add("rrule", rule | ({"until": weekly.until} if weekly.until else {}))
        if weekly.left_out:
            written.add("exdate", [wall.replace(tzinfo=weekly.zone) for wall in weekly.left_out])
        if weekly.besides:
            written.add("rdate", list(weekly.besides))
    return written
