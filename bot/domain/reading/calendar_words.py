"""Dates as they are written: ``27.11.``, ``11/27``, ``27 nov``, ``the 27th``, ``fri last week``."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from bot.domain.reading.weekdays import weekday
from bot.domain.tongues.notation import MONTHS

DAY: Final = timedelta(days=1)
MONTH: Final = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
_NTH: Final = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_CLOCK_BEHIND: Final = r"(?=\ (?:at\ )?\d{1,2}(?:[:h]|\ ?uhr\b|\ ?[ap]\.?m?\b))"
_YEAR: Final = r"(?:,?\ (?:19|20)\d\d(?![\d:]))?"
DATES: Final = rf"""
    (?P<iso>\d{{4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,2}}(?!\d)|20\d{{6}}(?=t\d))(?:t(?=\d))?
    | (?P<dates>{_NTH}\ ?(?:-|to|bis)\ ?{_NTH}\ (?:of\ )?{MONTH}{_YEAR}
        | {MONTH}\ {_NTH}\ ?(?:-|to)\ ?{_NTH}{_YEAR}(?![\d:])
        | \d{{1,2}}\.(?:\d{{1,2}}\.)?\ ?-\ ?\d{{1,2}}\.\d{{1,2}}\.(?:(?:20)?\d\d(?![\d:.h]))?)
    | (?P<numeric>\d{{1,2}}/\d{{1,2}}(?:/\d{{4}}|/\d\d)?(?![\d/])
        | \d{{1,2}}-\d{{1,2}}-(?:20)?\d\d(?!\d)
        | \d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d(?![\d:.h]))?
        | \d{{1,2}}\.\d{{1,2}}{_CLOCK_BEHIND})
    | (?P<spelt>(?:{_NTH}\ (?:of\ )?{MONTH}|{MONTH}\ {_NTH}(?![\w:]|\ ?[ap]m)){_YEAR}(?![\d:]))
    | (?P<nth>(?:the\ )?\d{{1,2}}(?:st|nd|rd|th)\b)
    | (?P<dotted>\d{{1,2}}\.(?:0?[1-9]|1[0-2])(?![\d.:h]|\ ?(?:[ap]\.?m?\b|uhr\b|h\b|hrs\b)))
    | (?P<month>\b{MONTH}\b)"""
"""The dates of a grammar that has more words than these (verbose)."""


def dates_of(kind: str, said: str, today: date, direction: int) -> Iterator[date]:
    """Yield the dates that may be meant, those without a year near today.

    ``D.MM`` alone is a date where it can be no clock time, else nobody can know.
    """
    if kind == "nth":
        yield from _nth(int(re.sub(r"\D", "", said)), today, direction)
        return
    if kind == "month":
        if direction > 0:
            month = MONTHS.index(said[:3]) + 1
            yield date(today.year + (month <= today.month), month, 1)
        return
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    if kind == "iso":
        numbers = numbers if len(numbers) == 3 else _cut(said)
        numbers.reverse()
    if kind == "spelt":
        numbers.insert(1, MONTHS.index(re.findall(MONTH, said)[0][:3]) + 1)
    if kind == "dotted" and numbers[0] <= 24:
        return  # "5.11" is a minute of the day and a day of the year
    day, month, *year = numbers
    orders = {(day, month), (month, day)} if kind == "numeric" and "/" in said else {(day, month)}
    years = [year[0] + 2000 * (year[0] < 100)] if year else [today.year, today.year + direction]
    for the_year in years:
        for the_day, the_month in orders:
            try:
                yield date(the_year, the_month, the_day)
            except ValueError:
                continue


def last_of_range(said: str, today: date) -> list[date]:
    """Return the last day of a range of dates to come: ``24-26 dec`` is the 26th."""
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    year = numbers.pop() if numbers[-1] > 31 or len(numbers) > 4 else None
    named = re.findall(MONTH, re.sub(r"\bto\b", "-", said))
    if named:
        first, last, month = numbers[0], numbers[1], MONTHS.index(named[0][:3]) + 1
    else:
        *_, last, month = numbers
        first = 0 if len(numbers) == 4 else numbers[0]
    if first >= last:
        return []
    for the_year in [year + 2000 * (year < 100)] if year else [today.year, today.year + 1]:
        try:
            day = date(the_year, month, last)
        except ValueError:
            continue
        if day >= today:
            return [day]
    return []


def shifted(today: date, said: str) -> date:
    """Return the day of ``in 2 days``, ``3 nights ago``, ``2 months``."""
    count = int(re.sub(r"\D", "", said))
    way = -1 if re.search("ago|back|earlier", said) else 1
    if re.search("day|night", said):
        return today + way * count * DAY
    months = today.year * 12 + today.month - 1 + way * count * (12 if "year" in said else 1)
    year, month = divmod(months, 12)
    last = (date(year + 1, 1, 1) if month == 11 else date(year, month + 2, 1)) - DAY
    return date(year, month + 1, min(today.day, last.day))


def weekdays_of(said: str | None, week: str | None, today: date, direction: int) -> list[date]:
    """Return the days that a weekday, a week, or a weekday of a week may mean, likeliest first."""
    weeks = {"last": -7, "this": 0, "next": 7}
    if said is None:
        step = weeks[(week or "").split()[0]]
        return [today + step * DAY] if step else []
    *which, name = said.split()
    target = weekday(name)
    if target is None:
        return []
    if week is not None:
        monday = today - today.weekday() * DAY
        return [monday + (target + weeks[week.split()[0]]) * DAY] if not which else []
    ahead = (target - today.weekday()) % 7
    if which == ["next"]:
        return [today + (ahead or 7) * DAY]
    if which == ["last"]:
        return [today + (ahead - 7) * DAY]
    nearest = ahead if direction > 0 or ahead == 0 else ahead - 7
    return [today + nearest * DAY, today + (nearest + 7 * direction) * DAY]


def _nth(day: int, today: date, direction: int) -> Iterator[date]:
    for months in range(4):
        year, month = divmod(today.year * 12 + today.month - 1 + direction * months, 12)
        try:
            found = date(year, month + 1, day)
        except ValueError:
            continue
        if (found - today) * direction >= timedelta():
            yield found


def _cut(digits: str) -> list[int]:
    return [int(digits[:4]), int(digits[4:6]), int(digits[6:8])]
