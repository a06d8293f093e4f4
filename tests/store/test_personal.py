"""Export and delete cover every table, and what is deleted leaves the files."""

import json
from datetime import timedelta

from bot.domain.facts.settings import Kind
from tests.store.telling import ANN, BEN, CANARY


async def test_every_table_with_a_member_is_exported_in_full(store, told, schema):
    personal = {name: columns for name, columns in schema.items() if "member_id" in columns}
    personal["rolls"] = {
        "member_id", "roll_id", "guild_id", "channel_id", "message_id", "kind", "text",
        "opened_at", "closes_at", "closed_at",
    }  # fmt: skip

    exported = await store.members.export(ANN)

    assert {name: set(rows[0]) for name, rows in exported.items()} == personal
    assert {row["member_id"] for rows in exported.values() for row in rows} == {ANN}


async def test_no_other_table_knows_members(schema):
    others = {name for name, columns in schema.items() if "member_id" not in columns}

    assert others == {
        "deletions",
        "deliveries",
        "guilds",
        "meta",
        "notices",
        "post_counts",
        "post_presses",
        "posts",
        "rolls",
        "moved",
        "schema_migrations",
        "turns",
    }


async def test_export_is_plain_json(store, told, now):
    exported = json.loads(json.dumps(await store.members.export(ANN)))

    assert exported["leg_sessions"] == [
        {
            "member_id": ANN,
            "ended_at": now.isoformat(),
            "session_id": 1,
            "effort": None,
            "minutes": None,
            "focus": "legs",
            "exercises": [{"name": f"{CANARY}-{ANN}", "sets": 3}],
            "new_exercise": 0,
            "newness": None,
            "note": f"{CANARY}-{ANN}",
            "import_id": None,
        }
    ]


async def test_delete_takes_every_table_of_one_member(store, told):
    bens = await store.members.export(BEN)

    counts = await store.members.delete(ANN)

    assert counts == {
        "rolls": 1,
        "roll_answers": 1,
        "group_members": 1,
        "members": 1,
        "leg_sessions": 1,
        "runs": 1,
        "imports": 1,
        "learning": 1,
        "about_me": 1,
        "answers": 1,
        "reports": 1,
        "reminder_preferences": 1,
        "member_notices": 1,
        "post_planners": 1,
        "plans": 1,
        "plan_items": 1,
        "plan_weeks": 1,
        "rules": 1,
        "reminders": 1,
    }
    assert not any((await store.members.export(ANN)).values())
    assert await store.members.export(BEN) == bens


async def test_purge_lets_go_of_members_silent_for_two_years(store, told, log, clock):
    clock.advance(days=729)
    await store.members.context(BEN, None)
    await store.members.touch(BEN, clock.now())
    assert await store.members.purge(clock.now()) == 0

    clock.advance(days=2)
    assert await store.members.purge(clock.now()) == 1

    assert not any((await store.members.export(ANN)).values())
    assert len((await store.members.export(BEN))["leg_sessions"]) == 1


async def test_purge_lets_go_of_reminders_closed_90_days_ago(store, log, planned, change, now):
    await log(ANN, 1, planned(1))
    await change(ANN, plan=(planned(1, Kind.SLEEP, hours=200 * 24),))

    await store.members.purge(now + timedelta(days=90))
    assert len((await store.members.export(ANN))["reminders"]) == 2
    await store.members.purge(now + timedelta(days=91))

    (left,) = (await store.members.export(ANN))["reminders"]
    assert left["kind"] == "sleep"
