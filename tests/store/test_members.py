import asyncio
import threading
from contextlib import suppress
from dataclasses import MISSING, fields
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.errors import BadInput
from bot.domain.facts.learned import Latest, Learning, Occasion, Source
from bot.domain.facts.member import Change, KeptAnswer, Member
from bot.domain.facts.settings import (
    AgeBand,
    Consent,
    DistanceUnit,
    Experience,
    GuildSettings,
    Kind,
    Leaning,
    MassUnit,
    Preference,
    Profile,
    QuietHours,
    ReminderSettings,
    Where,
)
from bot.domain.facts.training import (
    Activity,
    Alcohol,
    ExerciseSet,
    Focus,
    Illness,
    Newness,
    PainType,
    Region,
    Report,
    Run,
    RunKind,
)
from bot.store.engine.database import Thought
from bot.store.engine.errors import StoreConflict
from bot.store.members.pages import Place
from bot.store.members.revising import revise
from tests import stored

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002


def assert_nothing_left_out(value):
    """Every field is told: a new one makes its round-trip test fail until it is kept too."""
    for name, default in defaults_of(value).items():
        assert getattr(value, name) not in (None, default), name


def defaults_of(value):
    if hasattr(value, "_fields"):
        return {name: value._field_defaults.get(name) for name in value._fields}
    return {
        field.name: field.default if field.default_factory is MISSING else field.default_factory()
        for field in fields(value)
    }


async def test_context_of_a_stranger_is_empty(store):
    member = await store.members.context(ANN, 9)

    assert member == Member(member_id=ANN, guild=GuildSettings(guild_id=9))
    assert await store.members.context(ANN, None) == Member(member_id=ANN)


async def test_session_comes_back_with_every_field(store, log, session_of, now):
    squat = ExerciseSet(name="squat", sets=5, reps=5, load_kg=102.5, rpe=8.5)
    pounds = ExerciseSet(name="lunge", load_kg=20.41, load_unit=MassUnit.LB)
    told = {
        "effort": 8,
        "minutes": 75,
        "focus": Focus.HAMSTRINGS,
        "exercises": (squat, ExerciseSet(name="Zercher \u202e🦵 \" '", sets=1), pounds),
        "new_exercise": True,
        "newness": Newness.BACK_WEEKS,
        "note": "sets 'n' \"reps\" \t 🦵",
        "import_id": 8,
    }
    assert_nothing_left_out(session_of(ANN, 1, **told))

    await log(ANN, 1, **told)

    assert await stored.session_of(store, ANN, 1) == session_of(ANN, 1, **told)
    assert (await store.members.context(ANN, None)).sessions == (session_of(ANN, 1, **told),)


async def test_report_comes_back_with_every_field(store, change, now):
    report = Report(
        reported_at=now,
        soreness=7,
        pain=PainType.TENDON,
        sleep=6.1,
        illness=Illness.HEAD_COLD,
        alcohol=Alcohol.THREE_FIVE,
        painkiller_before=9,
        stop_sign=True,
        region=Region.HAMSTRINGS,
        felt=2,
    )
    assert_nothing_left_out(report)

    await change(ANN, report=report)

    assert (await store.members.context(ANN, None)).reports == (report,)


async def test_settings_come_back_with_every_field(store, change, now):
    profile = Profile(
        zone="America/New_York",
        mass_unit=MassUnit.LB,
        distance_unit=DistanceUnit.MI,
        experience=Experience.LONG,
        runs_per_week=4,
        longest_run=95,
        age_band=AgeBand.OLDER,
        wake=time(6, 45),
        bed=time(22, 30),
        bed_by_plan=True,
        quiet=QuietHours(start=time(21, 30), end=time(7, 15)),
        quiet_said=True,
        leaning=Leaning.RUNNER,
        language="pt-BR",
    )
    monday_and_sunday = frozenset({0, 6})
    preference = Preference(
        where=Where.CHANNEL, at=time(19, 30), days=monday_and_sunday, guild_id=9
    )
    reminders = ReminderSettings(
        on=True,
        paused_until=now + timedelta(days=3),
        preferences={Kind.SLEEP: preference, Kind.HYDRATE: Preference(where=Where.OFF)},
    )
    consent = Consent(version=3, given_at=now)
    for value in (profile, preference, reminders, consent):
        assert_nothing_left_out(value)

    await change(ANN, profile=profile, reminders=reminders, consent=consent)

    assert await store.members.context(ANN, None) == Member(
        member_id=ANN, revision=1, consent=consent, profile=profile, reminders=reminders
    )


async def test_a_change_leaves_the_rest_as_it_was(store, change, log, now):
    await log(ANN, 1)
    await change(ANN, profile=Profile(zone="Europe/Berlin"))
    before = await store.members.context(ANN, None)

    await change(ANN, reminders=ReminderSettings(on=True))

    after = await store.members.context(ANN, None)
    assert after == before._replace(revision=3, reminders=ReminderSettings(on=True))


async def test_moments_in_any_zone_come_back_in_utc(store, log, session_of):
    berlin = datetime.fromisoformat("2026-11-22T19:30:00+01:00")

    await log(ANN, 1, ended_at=berlin)

    found = await stored.session_of(store, ANN, 1)
    assert found == session_of(ANN, 1, ended_at=berlin)
    assert found.ended_at.tzinfo is UTC


async def test_saving_the_same_session_again_keeps_one(store, log, session_of):
    await log(ANN, 1, effort=8)
    await log(ANN, 1, effort=8)

    member = await store.members.context(ANN, None)
    assert (member.sessions, member.session_count) == ((session_of(ANN, 1, effort=8),), 1)


@pytest.mark.parametrize("hours", [0, 5])
async def test_edit_replaces_the_session_even_when_it_moves(store, log, session_of, now, hours):
    await log(ANN, 1, effort=8)

    await log(ANN, 1, effort=3, ended_at=now - timedelta(hours=hours))

    edited = session_of(ANN, 1, effort=3, ended_at=now - timedelta(hours=hours))
    assert (await store.members.history(ANN, limit=10)).entries == (edited,)


async def test_undo_removes_the_session(store, log, change, session_of):
    await log(ANN, 1)
    await log(ANN, 2)

    await change(ANN, removed_session=1)

    assert (await store.members.history(ANN, limit=25)).entries == (session_of(ANN, 2),)


async def test_another_members_session_is_not_found_changed_or_removed(
    store, log, change, session_of
):
    await log(ANN, 1, effort=8)

    await change(BEN, removed_session=1)
    await log(BEN, 1, effort=1)

    assert await stored.session_of(store, ANN, 1) == session_of(ANN, 1, effort=8)
    assert (await store.members.history(BEN, limit=25)).entries == (session_of(BEN, 1, effort=1),)


async def test_two_who_revise_at_once_decide_one_after_the_other(store, session_of, now):
    seen = []

    def logging(number):
        def decide(member):
            seen.append(member.session_count)
            return Change(session=session_of(ANN, number)), member.session_count

        return store.members.revise(ANN, None, now=now, decide=decide)

    counted = await asyncio.gather(*map(logging, range(4)))

    assert counted == [0, 1, 2, 3]
    assert seen == sorted(seen)
    found = (await store.members.history(ANN, limit=25)).entries
    assert {session.session_id for session in found} == {0, 1, 2, 3}


async def test_decision_that_is_refused_writes_nothing(store, log, now):
    def refuse(_member):
        raise BadInput("note_too_long", limit=1, length=2)

    await log(ANN, 1)

    with pytest.raises(BadInput):
        await store.members.revise(ANN, None, now=now, decide=refuse)
    assert (await store.members.context(ANN, None)).revision == 1


MEANWHILE = {
    "known": "UPDATE members SET revision = revision + 1 WHERE member_id = $1",
    "new": """
INSERT INTO members (
    member_id, revision, created_at, last_command_at, mass_unit, distance_unit, quiet_start,
    quiet_end, reminders_on
) VALUES ($1, 1, 0, 0, 'kg', 'km', 0, 0, 0)
""",
}


@pytest.mark.parametrize("who", MEANWHILE)
async def test_revise_notices_a_member_who_changed_within_its_transaction(store, log, now, who):
    def changed_between():
        steps = revise(ANN, None, now, lambda _member: (Change(profile=Profile()), None))
        ask = next(steps)
        with suppress(StopIteration):
            while True:
                if isinstance(ask, Thought):
                    yield MEANWHILE[who], (ANN,)
                ask = steps.send((yield ask))

    if who == "known":
        await log(ANN, 1)
    before = await store.members.context(ANN, None)

    with pytest.raises(StoreConflict):
        await store.database.transact(changed_between, alone=ANN)
    assert await store.members.context(ANN, None) == before


async def test_consult_decides_again_on_what_it_keeps(store, log, session_of, now):
    await log(ANN, 1)
    seen = []

    def decide(member):
        seen.append(member.session_count)
        return Change(session=session_of(ANN, 2)), member.session_count

    before = store.database.round_trips
    counted = await store.members.consult(ANN, None, now=now, decide=decide)

    assert (counted, set(seen), store.database.round_trips - before) == (1, {1}, 2)
    assert (await store.members.context(ANN, None)).session_count == 2


async def test_revise_without_a_change_writes_nothing(store, now):
    before = store.database.round_trips

    result = await store.members.revise(ANN, None, now=now, decide=lambda m: (Change(), "fine"))
    asked = await store.members.consult(ANN, None, now=now, decide=lambda m: (Change(), "fine"))

    assert (result, asked, store.database.round_trips - before) == ("fine", "fine", 2)
    assert (await store.members.context(ANN, None)).revision == 0


async def test_decisions_never_run_on_the_event_loop(store, now):
    def decide(_member):
        return Change(), threading.current_thread()

    revised = await store.members.revise(ANN, None, now=now, decide=decide)
    consulted = await store.members.consult(ANN, None, now=now, decide=decide)

    assert threading.current_thread() not in {revised, consulted}


async def test_two_reports_of_one_second_are_one(store, change, now):
    await change(ANN, report=Report(reported_at=now, soreness=4, sleep=7.0))
    await change(ANN, report=Report(reported_at=now, soreness=6, pain=PainType.SHARP))

    merged = Report(reported_at=now, soreness=6, sleep=7.0, pain=PainType.SHARP)
    assert (await store.members.context(ANN, None)).reports == (merged,)


async def test_old_reports_go_except_the_last_word_on_pain_illness_and_stop_signs(
    store, change, now
):
    def ago(days, **said):
        return Report(reported_at=now - timedelta(days=days), **said)

    fever = Illness.FEVER_OR_CHEST
    told = [
        ago(90, pain=PainType.SHARP),
        ago(80, pain=PainType.JOINT),
        ago(70, illness=fever),
        ago(60, stop_sign=True),
        ago(50, soreness=9),
        ago(30, soreness=3),
        ago(1, soreness=2),
    ]
    for report in told:
        await change(ANN, report=report)

    found = (await store.members.context(ANN, None)).reports
    assert found == (told[6], told[5], told[3], told[2], told[1])


async def test_context_has_the_latest_64_sessions_and_counts_all(store, log, now):
    for number in range(70):
        await log(ANN, number, ended_at=now - timedelta(hours=number))

    member = await store.members.context(ANN, None)

    assert [session.session_id for session in member.sessions] == list(range(64))
    assert member.session_count == 70


async def test_history_pages_meet_without_gap_or_overlap(store, log, now):
    for number in range(7):
        await log(ANN, number, ended_at=now - timedelta(hours=number // 3))
    await log(BEN, 99)

    pages = [
        await store.members.history(ANN, place=Place(page=number), limit=3) for number in range(3)
    ]
    cursors = [(page.entries[-1].ended_at, page.entries[-1].session_id) for page in pages[:2]]
    after = [
        await store.members.history(ANN, place=Place(before=cursor), limit=3) for cursor in cursors
    ]
    beyond = await store.members.history(ANN, place=Place(page=99), limit=3)

    assert [[one.session_id for one in page.entries] for page in pages] == [
        [2, 1, 0],
        [5, 4, 3],
        [6],
    ]
    assert [(page.page, page.pages, page.total) for page in pages] == [(n, 3, 7) for n in range(3)]
    assert after == pages[1:]
    assert beyond == pages[2]


async def test_touch_costs_a_write_once_a_day(store, log, clock):
    await log(ANN, 1)
    members, database = store.members, store.database

    async def hops_of_a_command():
        before = database.round_trips
        await members.context(ANN, None)
        await members.touch(ANN, clock.now())
        return database.round_trips - before

    costs = [await hops_of_a_command()]
    clock.advance(days=1)
    costs += [await hops_of_a_command(), await hops_of_a_command()]

    assert costs == [1, 2, 1]
    exported = await members.export(ANN)
    assert exported["members"][0]["last_command_at"] == clock.now().isoformat()


async def test_a_log_and_its_plan_cost_one_round_trip(store, log, planned, now):
    before = store.database.round_trips

    await log(ANN, 1, planned(1), planned(1, Kind.SLEEP))

    assert store.database.round_trips - before == 1


async def test_run_comes_back_with_every_field(store, change, now):
    run = Run(
        run_id=5,
        ended_at=now,
        kind=RunKind.HILLS,
        minutes=41,
        distance_km=7.25,
        effort=8,
        felt=2,
        activity=Activity.HIKE,
        descent=700,
        import_id=8,
    )
    assert_nothing_left_out(run)

    await change(ANN, run=run)

    assert (await store.members.context(ANN, None)).runs == (run,)


async def test_health_comes_back_with_every_field_and_goes_when_cleared(store, change, now):
    told = ToldHealth(
        agreed_at=now - timedelta(days=1),
        conditions=frozenset({Condition.STATIN, Condition.PHYSIO_PLAN}),
        born_at=now - timedelta(weeks=7),
        healing_place=Region.KNEE,
    )
    assert_nothing_left_out(told)

    await change(ANN, health=told)
    kept = (await store.members.context(ANN, None)).health
    await change(ANN, health=ToldHealth())

    assert kept == told
    assert (await store.members.context(ANN, None)).health == ToldHealth()
    assert (await store.members.counts(ANN))["about_me"] == 0


@pytest.mark.parametrize("source", Source)
async def test_learning_comes_back_with_every_field(store, change, source):
    learning = Learning(
        theta=0.125,
        variance=0.0625,
        count=3,
        on=False,
        last=Latest(
            occasion=Occasion(session=2**60, day=2), source=source, theta=-0.25, variance=0.09
        ),
    )
    assert_nothing_left_out(learning)

    await change(ANN, learning=Learning())
    fresh = (await store.members.context(ANN, None)).learning
    await change(ANN, learning=learning)

    assert fresh == Learning()
    assert (await store.members.context(ANN, None)).learning == learning


async def test_run_written_again_is_the_same_run_moved(store, change, now):
    await change(ANN, run=Run(run_id=5, ended_at=now, minutes=30))
    moved = Run(run_id=5, ended_at=now - timedelta(hours=2), minutes=35)

    await change(ANN, run=moved)
    kept = (await store.members.context(ANN, None)).runs
    await change(ANN, removed_run=5)

    assert kept == (moved,)
    assert (await store.members.context(ANN, None)).runs == ()


async def test_runs_are_the_latest_64_newest_first_and_pages_hold_them_all(store, change, now):
    for number in range(70):
        at = now - timedelta(days=number)
        await change(ANN, run=Run(run_id=1000 - number, ended_at=at))

    runs = (await store.members.context(ANN, None)).runs
    first = await store.members.run_history(ANN, limit=60)
    last = first.entries[-1]
    cursor = Place(before=(last.ended_at, last.run_id))
    second = await store.members.run_history(ANN, place=cursor, limit=60)

    assert [run.run_id for run in runs] == list(range(1000, 936, -1))
    assert (first.total, second.total) == (70, 70)
    assert [run.run_id for run in (*first.entries, *second.entries)] == list(range(1000, 930, -1))


async def test_answer_is_kept_once_and_only_for_those_who_agreed(store, log, now):
    given = KeptAnswer(
        answer_id=9, asked_at=now, model="1.0", question="{}", clearance=None, reply="ask"
    )

    stranger = await store.members.keep_answer(ANN, given)
    await log(ANN, 1)
    first = await store.members.keep_answer(ANN, given)
    again = await store.members.keep_answer(ANN, given)

    assert (stranger, first, again) == (False, True, False)
    assert [row["answer_id"] for row in (await store.members.export(ANN))["answers"]] == [9]


async def test_answer_can_be_kept_with_the_change_it_came_with(store, log, change, now):
    await log(ANN, 1)
    given = KeptAnswer(
        answer_id=9, asked_at=now, model="1.0", question="{}", clearance="easy", reply="yes"
    )

    await change(ANN, report=Report(reported_at=now, soreness=2), answer=given)

    (row,) = (await store.members.export(ANN))["answers"]
    assert (row["clearance"], row["reply"], row["question"]) == ("easy", "yes", {})
