"""A grammar for each reader: well-formed texts, texts with a slip, and texts with noise around.

A well-formed text is read as it is meant. With a slip or noise it is read as meant, asked about or
refused: never as another number than was typed.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import assume, given

from bot.domain.decisions.checkins import read_sleep
from bot.domain.facts.errors import LegdayError
from bot.domain.facts.settings import DistanceUnit
from bot.domain.facts.training import EFFORT, check_range
from bot.domain.reading import exercises, zones
from bot.domain.reading.clock_times import read_clock
from bot.domain.reading.distances import read_distance
from bot.domain.reading.elapsed import read_duration
from bot.domain.reading.moments import read_plan_time, read_until, read_when
from bot.domain.reading.numbers import read_minutes, read_score
from bot.domain.reading.weekdays import WEEKDAYS, read_days
from bot.domain.reading.zone_tables import ranked
from tests.draws import Draws, drawn
from tests.examples import examples

BERLIN = zones.zone("Europe/Berlin")
NOW = datetime(2026, 11, 28, 14, 40, tzinfo=BERLIN)  # a Saturday
PLACES = [each for each in ranked() if "/" in each]
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Reader = Callable[[str], object]


def score(draws: Draws) -> tuple[str, int]:
    number = draws.one(range(1, 11))
    form = draws.one(
        ("{}", "{}/10", "rpe {}", "RPE{}", "@{}", "~{}", "{} out of 10", "{},0", "{}+")
    )
    return form.format(number), number


def minutes(draws: Draws) -> tuple[str, int]:
    hours, rest = draws.one(range(5)), draws.one(range(10, 60))
    whole = 60 * hours + rest
    forms = ["{m}", "{m} min", "{m}'", "about {m} minutes", "{h}:{r:02}:00"]
    forms += ["{h}h{r:02}", "{h} h {r} min", "{h} hours and {r} minutes"] if hours else []
    return draws.one(forms).format(m=whole, h=hours, r=rest), whole


def sleep(draws: Draws) -> tuple[str, float]:
    hours, half = draws.one(range(3, 13)), draws.yes()
    forms = ("{h}:30", "{h}h30", "{h}.5", "{h},5 h", "{h} hours 30 minutes", "{h}½", "{m} min")
    form = draws.one(forms if half else ("{h}", "{h}h", "{h} hours", "~{h}", "{m} min", "{h}:00"))
    return form.format(h=hours, m=60 * hours + 30 * half), hours + half / 2


def distance(draws: Draws) -> tuple[str, float]:
    metres = draws.one(range(2, 421)) * 100
    whole, rest = divmod(metres // 100, 10)
    forms = ["{k}.{r} km", "{k},{r}k", "{k}.{r}", "ran {k}.{r}km", "{m} m", "{k}.{r} km easy"]
    forms += ["{k}k", "{k} km", "{k}", "{k}x1km", "{k} kilometres"] if not rest and whole else []
    return draws.one(forms).format(k=whole, r=rest, m=metres), metres / 1_000


def days(draws: Draws) -> tuple[str, frozenset[int]]:
    chosen = frozenset(draws.one(range(7)) for _ in range(draws.one(range(1, 7))))
    length, gap = draws.one((3, 20)), draws.one((", ", " ", "/", " and ", " & ", ","))
    return gap.join(WEEKDAYS[day][:length] for day in sorted(chosen)), chosen


def clock(draws: Draws) -> tuple[str, time]:
    hour, minute = draws.one(range(24)), draws.one(range(60))
    form = draws.one(("{h:02}:{m:02}", "{h:02}h{m:02}", "{h:02}.{m:02} Uhr", "{t}:{m:02}{p}m"))
    text = form.format(h=hour, m=minute, t=hour % 12 or 12, p="ap"[hour >= 12])
    return text, time(hour, minute)


def length(draws: Draws) -> tuple[str, timedelta]:
    some, hours = draws.one(range(1, 31)), draws.one(range(1, 24))
    form = draws.one(("{d}d {h}h", "{d} days {h} hours", "{d} days and {h}h", "{d}d, {h} hrs"))
    return form.format(d=some, h=hours), timedelta(days=some, hours=hours)


def moment(first: int, last: int, draws: Draws) -> tuple[str, datetime]:
    """A day in words or numbers with a clock time, from ``first`` to ``last`` days from now."""
    ahead = draws.one(range(first, last + 1))
    said, at = clock(draws)
    day = (NOW + timedelta(days=ahead)).date()
    forms = ["{d:%Y-%m-%d}", "{d:%d.%m.%Y}", "{d.day} {m}", "{m} {d.day}", "{w} {d.day} {m}"]
    forms += ["{d:%m/%d/%Y}", "{d:%d/%m/%Y}"] if day.day > 12 else []
    forms += {-1: ["yesterday"], 0: ["today"], 1: ["tomorrow", "tmrw"]}.get(ahead, [])
    text = draws.one(forms).format(d=day, m=MONTHS[day.month - 1], w=WEEKDAYS[day.weekday()][:3])
    both = draws.one(("{day} {clock}", "{clock} {day}", "{day} at {clock}", "{day}, {clock}"))
    meant = datetime.combine(day, at, BERLIN)
    assume(meant.astimezone(UTC).astimezone(BERLIN).time() == at)  # not left out by the clocks
    return both.format(day=text, clock=said), meant.astimezone(UTC)


def zone(draws: Draws) -> tuple[str, str]:
    name = draws.one(PLACES)
    return draws.one((name, name.lower(), f"{name} ")), name


def line(draws: Draws) -> tuple[str, tuple[int, int, float]]:
    sets, reps, load = draws.one(range(1, 10)), draws.one(range(1, 21)), draws.one(range(40, 251))
    unit, factor = draws.one((("kg", 1.0), ("lb", 0.45359237), (" lbs", 0.45359237)))
    name = draws.one(("squat", "leg press", "rdl", "Bulgarian split squat", "calf raises"))
    form = draws.one(
        (
            *("{n} {s}x{r} {l}{u}", "{n} {s} × {r} – {l}{u}", "{s}x{r} {n} {l}{u}"),
            *("{n} {s} sets of {r} @ {l}{u}", "{n}: {l}{u} {s}x{r}", "{n} {l}{u} x {r} x {s}"),
        )
    )
    return form.format(n=name, s=sets, r=reps, l=load, u=unit), (
        sets,
        reps,
        round(load * factor, 2),
    )


def sets_of(text: str) -> tuple[float | None, ...]:
    reading = exercises.parse(text, unit="kg")
    if reading.unread or len(reading.sets) != 1:
        raise LegdayError("asked")
    (only,) = reading.sets
    return only.sets, only.reps, only.load_kg


def effort_of(text: str) -> int | None:
    found = read_score("effort", text)
    check_range("effort", found, EFFORT)
    return found


def zone_of(text: str) -> str:
    reading = zones.read_zone(text, now=NOW)
    if reading.name is None:
        raise LegdayError("asked")
    return reading.name


GRAMMARS: dict[str, tuple[Callable[[Draws], tuple[str, object]], Reader]] = {
    "score": (score, effort_of),
    "minutes": (minutes, lambda text: read_minutes("minutes", text)),
    "sleep": (sleep, read_sleep),
    "distance": (distance, lambda text: read_distance(text, DistanceUnit.KM)),
    "days": (days, read_days),
    "clock": (clock, read_clock),
    "duration": (length, read_duration),
    "when": (partial(moment, -29, -1), lambda text: read_when(text, now=NOW, zone=BERLIN)),
    "plan": (partial(moment, 1, 6), lambda text: read_plan_time(text, now=NOW, zone=BERLIN)),
    "until": (partial(moment, 1, 300), lambda text: read_until(text, now=NOW, zone=BERLIN)),
    "zone": (zone, zone_of),
    "exercises": (line, sets_of),
}
NOISE = (  # nothing of it makes another number where a text is whole
    *(" lol", " 💪", " !", " ...", " :)", " ish", " or so", " easy", " felt strong", " x", " and"),
    *(" (belt)", " laps", " stone", " plates", " per side", " steps", " points", " kcal", " %"),
    *(" 77", " 3-5", " 12:30", " 2 plates", " 10k", " seat 4", " of 20", " per hour", "/h"),
)
BEFORE = ("about ", "like ", "um ", "not ", "no ", "~", "3 ", "max ", "day 3 ", "after ", "before ")


def slipped(text: str, draws: Draws) -> str:
    """The text with two letters of a longer word swapped, or one left out or doubled."""
    places = [
        place
        for word in re.finditer(r"[^\W\d_]{5,}", text)
        for place in range(word.start() + 1, word.end() - 1)
    ]
    if not places:
        return text.upper()
    place: int = draws.one(places)
    how = draws.one(range(3))
    if how == 0:
        return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return f"{text[:place]}{text[place] * (how - 1) * 2}{text[place + 1 :]}"


ALL = pytest.mark.parametrize("reader", GRAMMARS)
CHOICES = given(drawn(lambda draws: draws, 16))


@ALL
@examples(800)
@CHOICES
def test_a_well_formed_text_is_read_as_it_is_meant(reader: str, draws: Draws) -> None:
    grammar, read = GRAMMARS[reader]
    text, meant = grammar(draws)

    assert read(text) == meant, text


@ALL
@CHOICES
def test_a_slip_changes_no_number(reader: str, draws: Draws) -> None:
    grammar, read = GRAMMARS[reader]
    text, meant = grammar(draws)
    typed = slipped(text, draws)

    try:
        found = read(typed)
    except LegdayError:
        return
    assert found == meant, typed


@ALL
@CHOICES
def test_noise_changes_no_number(reader: str, draws: Draws) -> None:
    grammar, read = GRAMMARS[reader]
    text, meant = grammar(draws)
    typed = f"{draws.perhaps(BEFORE) or ''}{text}{draws.perhaps(NOISE) or ''}"

    try:
        found = read(typed)
    except LegdayError:
        return
    assert found == meant, typed
