"""How PostgreSQL finds rows: no command reads a table from end to end.

Such scans, and sorting, are made dear: of empty tables they would be the cheapest way.
"""

import re

import asyncpg  # type: ignore[import-untyped]  # it brings no types

from bot.store.engine.dialect import postgresql_dialect
from bot.store.members import context, pages
from bot.store.reminders import claims, picking
from tests.store.sqlite.test_query_plans import COMMANDS

DEAR = "SET enable_seqscan = off; SET enable_sort = off; SET plan_cache_mode = force_generic_plan"
IN_ORDER = (  # by their first column at least
    claims.NEXT_WAKE,
    picking.DUE,
    context.LATEST_SESSIONS,
    context.LATEST_RUNS,
    pages.SESSIONS_PAGE,
    pages.RUNS_PAGE,
)


async def plans(session, statements):
    """Yield each statement with its plan for any values."""
    await session.execute(DEAR)
    for statement in dict.fromkeys(statements):
        values = len(set(re.findall(r"\$\d+", statement)))
        nothing = f"({', '.join(['NULL'] * values)})" if values else ""
        await session.execute(f"PREPARE one AS {postgresql_dialect(statement)}")
        plan = await session.fetch(f"EXPLAIN (COSTS off) EXECUTE one{nothing}")
        await session.execute("DEALLOCATE one")
        yield statement, "\n".join(row[0] for row in plan)


async def test_no_command_scans_a_table_and_pages_need_no_sorting(url):
    session = await asyncpg.connect(url)
    scanning = [sql async for sql, plan in plans(session, COMMANDS) if "Seq Scan" in plan]
    sorting = [sql async for sql, plan in plans(session, IN_ORDER) if "->  Sort" in plan]
    await session.close()

    assert scanning == []
    assert sorting == []
