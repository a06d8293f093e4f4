"""A member's entries of a while: all of them, only theirs, with the zone their days begin in."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.decisions.diary import Diary
from bot.domain.facts.member import Change
from bot.domain.facts.settings import GuildSettings, Profile
from bot.domain.facts.training import LegSession, Report, Run
from tests import stored

ANN, BOB, GUILD = 1, 2, 99


def session(number, ended_at, member_id=ANN):
    return LegSession(session_id=number, ended_at=ended_at, effort=7)


async def save(store, now, member_id, **change):
    await stored.save_member(store, member_id, Change(**change), now=now)


async def test_diary_of_a_stranger_is_empty(store, now):
    assert await store.members.diary(ANN, None, since=now) == Diary()


async def test_diary_has_all_entries_since_a_moment_oldest_first_and_nobody_elses(store, now):
    ages = range(0, 200, 2)
    for age in ages:
        await save(store, now, ANN, session=session(age + 1, now - timedelta(days=age)))
    run = Run(run_id=900, ended_at=now - timedelta(days=1), minutes=30)
    report = Report(reported_at=now - timedelta(days=40), soreness=4)
    await save(store, now, ANN, run=run, report=report)
    await save(store, now, BOB, session=session(901, now, BOB))

    found = await store.members.diary(ANN, None, since=now - timedelta(days=180))

    assert [each.session_id for each in found.sessions] == list(range(181, 0, -2))
    assert (found.runs, found.reports) == ((run,), (report,))


async def test_diary_leaves_out_what_was_before(store, now):
    await save(store, now, ANN, session=session(1, now - timedelta(days=2)))

    assert (await store.members.diary(ANN, None, since=now - timedelta(days=1))).sessions == ()


async def test_zone_is_the_members_else_the_servers(store, now):
    await stored.save_server(store, GuildSettings(guild_id=GUILD, zone="Europe/Paris"), now=now)
    without = await store.members.diary(ANN, GUILD, since=now)
    await save(store, now, ANN, profile=replace(Profile(), zone="Asia/Tokyo"))

    own = await store.members.diary(ANN, GUILD, since=now)
    in_dm = await store.members.diary(BOB, None, since=now)

    assert (without.zone, own.zone, in_dm.zone) == ("Europe/Paris", "Asia/Tokyo", None)


async def test_diary_costs_one_round_trip(store, now):
    before = store.database.round_trips

    await store.members.diary(ANN, GUILD, since=now)

    assert store.database.round_trips - before == 1


async def test_diary_tells_whether_there_was_a_leg_day_before(store, now):
    await save(store, now, ANN, session=session(1, now - timedelta(days=2)))

    assert (await store.members.diary(ANN, None, since=now - timedelta(days=1))).earlier
    assert not (await store.members.diary(ANN, None, since=now - timedelta(days=3))).earlier
    assert not (await store.members.diary(BOB, None, since=now)).earlier
