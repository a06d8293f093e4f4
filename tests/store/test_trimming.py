"""No member fills the database: every table keeps so many rows of one, and the oldest make room."""

from datetime import timedelta

import pytest

from bot.domain.decisions import rules as own_rules
from bot.domain.facts.errors import BadInput
from bot.domain.facts.kinds import OWN_KINDS
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import KeptAnswer
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.settings import (
    MAX_POSTS,
    MAX_RULES,
    MOST_ANSWERS,
    MOST_IMPORTS,
    MOST_LEG_DAYS,
    MOST_REMINDERS,
    MOST_REPORTS,
    MOST_RUNS,
    Kind,
    Preference,
    ReminderSettings,
    Rule,
)
from bot.domain.facts.training import ExerciseSet, Illness, PainType, Report, Run
from bot.domain.week.items import MOST_ITEMS
from bot.store.engine.database import Many
from bot.store.members.answers import unpacked
from bot.store.members.context import RECENT_MOST

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
MINUTE = timedelta(minutes=1)

# So many rows of a member as an earlier version may have kept, older by the minute.
FILL = {
    "leg_sessions": """
INSERT INTO leg_sessions (member_id, ended_at, session_id, focus, exercises, new_exercise, note)
VALUES ($1, $2, $3, 'legs', '[]', 0, '')
""",
    "runs": "INSERT INTO runs (member_id, ended_at, run_id, kind) VALUES ($1, $2, $3, 'easy')",
    "reports": """
INSERT INTO reports (member_id, reported_at, soreness) VALUES ($1, $2, CAST($3 AS BIGINT) % 11)
""",
    "answers": """
INSERT INTO answers (member_id, asked_at, answer_id, model, question, reply)
VALUES ($1, $2, $3, '1.0', '{}', 'yes')
""",
    "reminders": """
INSERT INTO reminders (member_id, reminder_id, kind, due_at, stale_at, where_to, state, wake_at,
    attempts) VALUES ($1, $3, 'sleep', $2, $2, 'dm', 'sent', $2, 1)
""",
}
MOST = {
    "members": 1,
    "leg_sessions": MOST_LEG_DAYS,
    "runs": MOST_RUNS,
    "reports": MOST_REPORTS,
    "imports": MOST_IMPORTS,
    "learning": 1,
    "about_me": 1,
    "answers": MOST_ANSWERS,
    "reminder_preferences": len(Kind),
    "member_notices": 3,  # one for each reason
    "post_planners": MAX_POSTS,  # of each server
    "group_members": 1,  # of each server
    "roll_answers": 1,  # of each roll that is open
    "plans": 1,
    "plan_items": 36 * MOST_ITEMS,  # and those for one date of the last 35 days
    "plan_weeks": 52 * 10,  # one a week
    "rules": MAX_RULES,
    "reminders": MOST_REMINDERS,
}


@pytest.fixture
def fill(store, now):
    """Return a function that gives a member more rows of a table than are kept."""

    def rows(table, member, count):
        numbers = range(1, count + 1)
        moments = [int((now - number * MINUTE).timestamp()) for number in numbers]
        values = [(member, at, member + 10 * one) for at, one in zip(moments, numbers, strict=True)]
        yield Many(FILL[table], values)

    async def insert(table, member, count):
        await store.database.transact(lambda: rows(table, member, count))

    return insert


@pytest.fixture
def ids(store):
    """Return a function that tells a member's rows of a table, newest first."""

    async def read(table, member=ANN):
        found = (await store.members.export(member))[table]
        moment = {"reports": "reported_at", "answers": "asked_at", "reminders": "due_at"}
        return sorted((row[moment.get(table, "ended_at")] for row in found), reverse=True)

    return read


def test_every_table_of_members_has_a_most(schema):
    assert set(MOST) == {table for table, columns in schema.items() if "member_id" in columns}


@pytest.fixture
def one_more(store, log, change, planned, now):
    """Return a function that gives Ann one row more, of now, as a command does."""
    answer = KeptAnswer(
        answer_id=1, asked_at=now, model="1.0", question="{}", clearance=None, reply="ask"
    )
    doing = {
        "leg_sessions": lambda: log(ANN, 3, ended_at=now + MINUTE),
        "runs": lambda: change(ANN, run=Run(run_id=1, ended_at=now)),
        "reports": lambda: change(ANN, report=Report(reported_at=now, soreness=4)),
        "answers": lambda: store.members.keep_answer(ANN, answer),
        "reminders": lambda: change(ANN, plan=(planned(1),)),
    }
    return lambda table: doing[table]()


@pytest.mark.parametrize("table", FILL)
async def test_oldest_rows_beyond_the_most_go_with_a_new_one(log, fill, ids, one_more, table):
    await log(ANN, 1)
    await log(BEN, 2)
    before = {name: await ids(name) for name in FILL}
    await fill(table, ANN, MOST[table] + 50)
    await fill(table, BEN, 60)
    all_of_it = await ids(table)

    await one_more(table)

    kept = await ids(table)
    assert len(kept) == MOST[table]
    assert kept[1:] == all_of_it[: MOST[table] - 1]
    assert len(await ids(table, BEN)) == 60 + (table == "leg_sessions")
    others = {name: await ids(name) for name in FILL if name != table}
    assert others == {name: before[name] for name in others}


async def test_an_answer_saved_with_a_change_makes_room_too(store, log, change, fill, ids, now):
    await log(ANN, 1)
    await fill("answers", ANN, MOST_ANSWERS + 5)
    given = KeptAnswer(
        answer_id=1, asked_at=now, model="1.0", question="{}", clearance=None, reply="ask"
    )

    await change(ANN, report=Report(reported_at=now, soreness=2), answer=given)

    assert len(await ids("answers")) == MOST_ANSWERS


async def test_reports_that_stand_outlive_the_most(store, log, change, fill, ids, now):
    await log(ANN, 1)
    old = now - timedelta(days=300)
    standing = [
        Report(reported_at=old, pain=PainType.JOINT),
        Report(reported_at=old + MINUTE, illness=Illness.FEVER_OR_CHEST),
        Report(reported_at=old + 2 * MINUTE, stop_sign=True),
    ]
    for report in (Report(reported_at=old - MINUTE, pain=PainType.MUSCLE_ACHE), *standing):
        await change(ANN, report=report)
    await fill("reports", ANN, MOST_REPORTS + 50)

    await change(ANN, report=Report(reported_at=now, soreness=4))

    member = await store.members.context(ANN, None)
    assert [report for report in reversed(member.reports) if report.soreness is None] == standing
    assert len(await ids("reports")) == MOST_REPORTS + len(standing)


async def test_open_reminders_never_make_room(store, log, fill, one_more, now):
    await log(ANN, 1)
    await fill("reminders", ANN, MOST_REMINDERS + 10)
    await store.database.execute("""
UPDATE reminders SET state = 'open' WHERE due_at = (SELECT min(due_at) FROM reminders)
""")

    await one_more("reminders")

    found = await store.members.export(ANN)
    assert [row["kind"] for row in found["reminders"] if row["state"] == "open"] == [
        "sleep",
        "hydrate",
    ]


async def test_only_the_newest_reports_of_a_flood_are_read(store, log, fill, now):
    await log(ANN, 1)
    await fill("reports", ANN, MOST_REPORTS)

    member = await store.members.context(ANN, None)

    assert len(member.reports) == RECENT_MOST + 1
    assert member.reports[0].reported_at == now - MINUTE


async def test_own_rules_settings_and_lessons_have_their_most(store, log, change, now):
    await log(ANN, 1)
    kinds = sorted(OWN_KINDS)
    for number in range(MAX_RULES):
        at = (now + number * MINUTE).time()
        rule = Rule(member_id=ANN, rule_id=number, kind=kinds[0], at=at, zone="UTC")
        await change(ANN, rules=(PlannedRule(rule=rule),))
    every = {kind: Preference() for kind in Kind}
    for _ in range(2):
        await change(ANN, learning=Learning(count=1))
        await change(ANN, reminders=ReminderSettings(on=True, preferences=every))

    def one_more(member):
        draft = own_rules.RuleRequest(kind=kinds[0], at="23:59")
        return own_rules.add(member, 99, draft, now)

    with pytest.raises(BadInput) as refused:
        await store.members.revise(ANN, None, now=now, decide=one_more)

    assert refused.value.key == "rules_full"
    counts = await store.members.counts(ANN)
    limited = ("members", "learning", "reminder_preferences", "rules")
    assert {name: counts[name] for name in limited} == {name: MOST[name] for name in limited}


async def test_counts_are_those_of_the_export(store, log, change, planned, fill):
    await log(ANN, 1, planned(1))
    for table in FILL:
        await fill(table, ANN, 7)

    counts = await store.members.counts(ANN)

    exported = await store.members.export(ANN)
    assert counts == {table: len(rows) for table, rows in exported.items()}
    assert sum((await store.members.counts(BEN)).values()) == 0


async def test_a_stored_answer_is_a_tenth_of_its_question(store, log, now):
    await log(ANN, 1, exercises=(ExerciseSet(name="squat", sets=3),))
    question = '{"leg_sessions":[' + ",".join(['{"exercises":[{"sets":5}]}'] * 400) + "]}"
    given = KeptAnswer(
        answer_id=1, asked_at=now, model="1.0", question=question, clearance=None, reply="ask"
    )

    await store.members.keep_answer(ANN, given)

    (row,) = await store.database.fetch("SELECT question FROM answers")
    assert len(row["question"]) < len(question) / 10
    (exported,) = (await store.members.export(ANN))["answers"]
    assert len(exported["question"]["leg_sessions"]) == 400


def test_answers_that_earlier_versions_stored_are_read():
    assert unpacked('{"soreness":{"score":4.0}}') == {"soreness": {"score": 4.0}}
