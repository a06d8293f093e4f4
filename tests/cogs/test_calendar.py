"""`/mydata calendar`: the file as a calendar reads it, against the schedule that reminders keep."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import aiohttp
import icalendar
import pytest
from dateutil.rrule import rruleset, rrulestr  # type: ignore[import-untyped]

from bot.cli import schedule
from bot.domain.decisions.rule_plans import upcoming
from bot.domain.facts.member import Member
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.settings import EVERY_DAY, Kind, Profile, QuietHours, Rule
from bot.domain.facts.training import RunKind
from bot.domain.facts.week import PlanItem, TrainingPlan
from bot.domain.reading import zones
from bot.domain.week.calendar_events import CalendarFacts, events
from bot.rendering.calendar_file import written
from bot.texts.week.calendar_file import named

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
LAST = date(2027, 12, 31)
NEVER = QuietHours(start=time.min, end=time.min)
LEGS = {"effort": 8, "minutes": 60}


@pytest.fixture
def fetched():
    async def content(shown):
        (attached,) = shown.attachments
        async with aiohttp.ClientSession() as session, session.get(attached["url"]) as answer:
            return icalendar.Calendar.from_ical(await answer.read())

    return content


def file_of(member, now=NOW):
    rules = tuple(
        PlannedRule(rule=rule, ahead=(first,))
        for rule in member.rules
        for first in [next(upcoming(rule, member.profile.quiet, None, after=now, now=now))]
    )
    known = CalendarFacts(member=member, rules=rules)
    return written([named(each) for each in events(known, now)], revision=7, now=now)


def moments(event):
    """Return what a calendar makes of an event, in UTC."""
    if "RRULE" not in event:
        return [event.start.astimezone(UTC)]
    zone = event.start.tzinfo
    pattern = rruleset()
    pattern.rrule(rrulestr(event["RRULE"].to_ical().decode(), dtstart=event.start))
    for left_out in event.exdates:
        pattern.exdate(left_out)
    last = datetime.combine(LAST, time.max, zone)
    found = pattern.between(event.start, last, inc=True)
    besides = [at for at, _ in event.rdates]
    return sorted(each.astimezone(UTC) for each in (*found, *besides))


def scheduled(zone, at, days=""):
    asked = schedule.read(zone, at, days, str(NOW.date()), str(LAST))
    lines = [line.split("  ") for line in schedule.lines(asked)]
    found = [datetime.fromisoformat(line[1]) for line in lines if line[1].strip() != "-"]
    return [one for one in found if one > NOW]


@pytest.mark.parametrize(
    ("zone", "at", "days"),
    [
        ("Europe/Berlin", "02:30", ""),
        ("Europe/Berlin", "18:30", "mon,thu"),
        ("Australia/Lord_Howe", "02:15", ""),
        ("Australia/Lord_Howe", "01:45", "sun"),
        ("America/Santiago", "00:30", ""),
        ("America/Santiago", "23:30", "sat"),
    ],
)
def test_reminder_and_leg_day_come_when_the_schedule_says(zone, at, days):
    asked = schedule.read(zone, at, days, "2026-01-15", "2026-01-15")
    rule = Rule(member_id=7, rule_id=1, kind=Kind.WALK, at=asked.at, zone=zone, days=asked.days)
    item = PlanItem(item_id=2, at=asked.at, days=asked.days)
    member = Member(
        member_id=7,
        profile=Profile(zone=zone, quiet=NEVER),
        rules=(rule,),
        week=TrainingPlan(since=NOW, items=(item,)),
    )

    own, planned = icalendar.Calendar.from_ical(file_of(member)).events

    assert moments(own) == moments(planned) == scheduled(zone, at, days)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Lord_Howe", "America/Santiago"])
def test_file_says_when_its_zones_clocks_change(zone):
    item = PlanItem(item_id=2, at=time(7), days=EVERY_DAY)
    week = TrainingPlan(since=NOW, items=(item,))
    member = Member(member_id=7, profile=Profile(zone=zone), week=week)

    (told,) = icalendar.Calendar.from_ical(file_of(member)).timezones

    changes = [
        (wall - each.TZOFFSETFROM, each.TZOFFSETFROM, each.TZOFFSETTO)
        for each in told.subcomponents
        if each.TZOFFSETFROM != each.TZOFFSETTO
        for wall in [each.DTSTART, *(at for at, _ in each.rdates)]
    ]
    known = zones.zone(zone)
    assert len(changes) == 20
    for at, before, after in changes:
        moment = at.replace(tzinfo=UTC)
        assert (moment - timedelta(seconds=1)).astimezone(known).utcoffset() == before
        assert moment.astimezone(known).utcoffset() == after


def test_pause_of_the_plan_is_left_out_and_an_open_one_ends_it():
    item = PlanItem(item_id=2, at=time(18), days=frozenset({0}), run=RunKind.EASY, minutes=30)
    once = PlanItem(item_id=3, at=time(7), days=frozenset({5}), once_on=date(2026, 1, 17))
    week = TrainingPlan(
        since=NOW, items=(item, once), paused_from=date(2026, 1, 26), paused_until=date(2026, 2, 8)
    )
    member = Member(member_id=7, profile=Profile(zone="Europe/Berlin"), week=week)

    run, saturday = icalendar.Calendar.from_ical(file_of(member)).events
    ended = member._replace(week=replace(week, paused_until=None))
    (last, _) = icalendar.Calendar.from_ical(file_of(ended)).events

    assert [f"{each:%m-%d}" for each in moments(run)[:3]] == ["01-19", "02-09", "02-16"]
    assert run.duration == timedelta(minutes=30)
    assert moments(saturday) == [datetime(2026, 1, 17, 6, tzinfo=UTC)]
    assert moments(last) == [datetime(2026, 1, 19, 17, tzinfo=UTC)]


async def test_events_are_those_of_the_store_and_move_after_the_next_leg_day(
    gym, ann, fetched, snapshot
):
    await gym.join(ann)
    await ann.slash("legday log", **LEGS)
    await ann.slash("reminders add", kind="walk", time="23:30", days="mon", until="3 weeks")
    await ann.slash("plan add", what="easy", days="sat", time="9am")

    shown = await ann.slash("mydata calendar")
    first = await fetched(shown)
    (walk,) = await gym.store.database.fetch("SELECT due_at FROM reminders WHERE rule_id > 0")
    await gym.wait(days=4)
    await ann.slash("legday log", **LEGS)
    again = await fetched(await ann.slash("mydata calendar"))

    assert shown.ephemeral
    assert shown.text == snapshot
    assert "\n".join(line(event) for event in first.events) == snapshot
    (own,) = [each for each in first.events if each.get("SUMMARY") == "Walk"]
    assert moments(own)[0].timestamp() == walk["due_at"]
    assert own["RRULE"]["UNTIL"] == [moments(own)[-1]]
    before, after = ({str(each["UID"]): each for each in of.events} for of in (first, again))
    assert {*before} <= {*after}
    assert all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in before)
    opens = [uid for uid in before if before[uid]["STATUS"] == "TENTATIVE"]
    assert len(opens) == 2
    assert all(after[uid].start > before[uid].start for uid in opens)
    for each in first.events:
        assert (each["CLASS"], each["TRANSP"]) == ("PRIVATE", "TRANSPARENT")
        assert not re.search("sore|fatigue|pain|ill", each["SUMMARY"], re.IGNORECASE)


def line(event):
    repeats = event["RRULE"].to_ical().decode() if "RRULE" in event else ""
    return f"{event.start:%a %d %b %H:%M %Z} {event.duration} {event['SUMMARY']} {repeats}"


async def test_without_anything_to_come_or_in_poor_health_there_is_no_file(gym, ann, snapshot):
    empty = await ann.slash("mydata calendar")
    await gym.join(ann)
    await ann.slash("reminders add", kind="walk", time="18:00")
    await ann.slash("legday log", **LEGS)
    await ann.slash("canirun", ill="fever_or_chest")
    held = await ann.slash("mydata calendar")

    assert [each.attachments for each in (empty, held)] == [[], []]
    assert [empty.text, held.text] == snapshot
