"""The steps of the clock bar's buttons."""

from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.sandbox.errors import ClientRefusal

NIGHT, MORNING = time(21), time(8)
LONGEST = timedelta(days=400)
HOW_FAR = "Choose a moment to come, within 400 days."


def until(where: str, now: datetime, zone: tzinfo) -> timedelta:
    """Return how long it is until "tonight" (21:00), "tomorrow 8:00" or a moment in ISO 8601.

    A moment without an offset is read in `zone`, where whoever asks lives.

    Raises:
        ClientRefusal: it is no such moment, or not one to come.
    """
    here = now.astimezone(zone)
    today = here.date()
    if where == "tonight":
        # In the evening itself, the next one is meant.
        late = here.time() >= NIGHT
        then = datetime.combine(today + timedelta(days=late), NIGHT, zone)
    elif where == "tomorrow 8:00":
        then = datetime.combine(today + timedelta(days=1), MORNING, zone)
    else:
        then = _moment(where, zone)
    try:
        # In UTC: within one zone Python leaves out the hour that clocks change by.
        step = then.astimezone(UTC) - now
    except OverflowError as broken:  # on the first or last day of all time
        raise ClientRefusal(HOW_FAR) from broken
    return checked(step)


def until_time(at: time, now: datetime, zone: tzinfo) -> timedelta:
    """Return how long it is until a time of day in a zone; nothing if it is that now."""
    today = now.astimezone(zone).date()
    days = (datetime.combine(today + timedelta(days=ahead), at, zone) for ahead in (0, 1))
    return next(step for step in (day.astimezone(UTC) - now for day in days) if step >= timedelta())


def checked(step: timedelta) -> timedelta:
    """Return a step the clock may go.

    Raises:
        ClientRefusal: it goes back, nowhere, or too far.
    """
    if not timedelta() < step <= LONGEST:
        raise ClientRefusal(HOW_FAR)
    return step


def _moment(text: str, zone: tzinfo) -> datetime:
    try:
        read = datetime.fromisoformat(text)
    except ValueError as broken:
        raise ClientRefusal(HOW_FAR) from broken
    return read if read.tzinfo else read.replace(tzinfo=zone)
