"""How the engine finds rows: held, because the wrong index costs seconds at a million rows."""

import re

import pytest

from bot.store.groups import closing, memberships, of_posts, reading, rolls
from bot.store.members import (
    answers,
    boards,
    context,
    diary,
    imports,
    languages,
    learning,
    members,
    pages,
    personal,
    trimming,
)
from bot.store.recurring import posts, rules
from bot.store.reminders import absences, acts, claims, listing, picking, plan, upcoming
from bot.store.servers import guilds, notices, planners, post_counts

COMMANDS = (
    context.MEMBER,
    context.COUNT_SESSIONS,
    context.REPORTS,
    context.PREFERENCES,
    learning.LEARNING,
    members.TOUCH,
    languages.OF_MEMBER,
    pages.COUNT_RUNS,
    pages.MEMBER,
    pages.NEWER_SESSIONS,
    pages.NEWER_RUNS,
    answers.ADD_ANSWER,
    answers.LATEST,
    plan.CANCEL_OPEN_PLAN,
    plan.FORGET_UNSENT_OF_SESSION,
    acts.STOP_OPEN,
    listing.OF_MEMBER,
    listing.ONE_OF_MEMBER,
    listing.DUE_POSTS,
    listing.ENDED_POSTS,
    acts.SNOOZE,
    acts.CANCEL_SNOOZE,
    claims.CLAIM,
    claims.CLAIMED,
    picking.OF_CHANNEL,
    picking.OF_MEMBER,
    picking.OF_DELIVERY,
    picking.LAST_LATE,
    listing.OF_DELIVERY,
    notices.BREAK_POSTS,
    notices.BREAK_CHANNEL,
    notices.TAKE,
    planners.NOTE,
    planners.TROUBLED,
    planners.TOLD,
    post_counts.POST,
    post_counts.FIRST_OF_DELIVERY,
    post_counts.LOOK,
    post_counts.ADD,
    post_counts.DROP,
    posts.BY_ID,
    claims.CLOSE,
    claims.REOPEN,
    claims.CANCEL_DMS,
    rules.ONE_OF_MEMBER,
    absences.STOP_RULES,
    upcoming.UPCOMING,
    absences.CANCEL_REMINDERS,
    rules.OF_MEMBER,
    rules.CANCEL_OF_REMOVED,
    rules.CANCEL_AHEAD,
    rules.PUT_OCCURRENCE,
    rules.ADD_NEXT,
    rules.ADD_MISSED,
    rules.STOP,
    context.PLAN_OUT,
    posts.ADD_NEXT,
    posts.ADD_MISSED,
    posts.LIST,
    posts.DROP_OPEN,
    posts.DROP_AHEAD,
    posts.DROP_REPLACED,
    posts.CANCEL_CLAIMED,
    posts.PUT_OCCURRENCE,
    imports.PLANNED_SESSIONS,
    imports.REMOVE_SESSIONS,
    imports.REMOVE_RUNS,
    imports.LAST_IMPORTS,
    reading.BY_ID,
    reading.POST_OF,
    reading.ANSWERS,
    reading.NEW_ON_BOARD,
    rolls.RECENT,
    rolls.PUT_ANSWER,
    rolls.CHANGED,
    rolls.DRAWN,
    rolls.LOGS,
    rolls.REMOVE_CARD,
    closing.DUE,
    closing.OPEN_IN,
    closing.COUNT,
    closing.DROP,
    closing.PURGE,
    of_posts.WEEKS_ROLL_CALLS,
    memberships.SEE,
    memberships.TOUCH,
    memberships.MARK_IN,
    memberships.MARK_EVERYWHERE,
    memberships.MARK_DIGESTS_IN,
    memberships.WITHDRAW_IN,
    memberships.WITHDRAW_EVERYWHERE,
    memberships.DROP_ANSWERS,
    boards.ON_BOARD,
    boards.OWN,
    boards.RAISE,
    *personal.EXPORT.values(),
    *personal.COUNT.values(),
    *trimming.TRIM.values(),
    *personal.DELETE.values(),
)


@pytest.fixture
def plan_of(store):
    async def read(statement):
        numbers = sorted({int(number) for number in re.findall(r"\$(\d+)", statement)})
        found = await store.database.fetch(f"EXPLAIN QUERY PLAN {statement}", *numbers)
        return [row["detail"] for row in found]

    return read


@pytest.mark.parametrize("statement", [claims.NEXT_WAKE, picking.DUE])
async def test_due_reminders_are_found_by_the_partial_index(plan_of, statement):
    details = await plan_of(statement)

    assert any("INDEX reminders_due" in detail for detail in details)
    assert not any(detail.startswith("SCAN") and "INDEX" not in detail for detail in details)


async def test_the_index_of_due_reminders_holds_only_open_ones(store):
    listed = await store.database.fetch("SELECT name, partial FROM pragma_index_list('reminders')")

    assert {row["name"]: row["partial"] for row in listed}["reminders_due"] == 1


@pytest.mark.parametrize("statement", [context.LATEST_SESSIONS, pages.SESSIONS_PAGE])
async def test_history_walks_the_clustered_key_without_sorting(plan_of, statement):
    (detail,) = await plan_of(statement)

    assert detail.startswith("SEARCH leg_sessions USING PRIMARY KEY (member_id=?")


@pytest.mark.parametrize("statement", [diary.SESSIONS_SINCE, diary.RUNS_SINCE, diary.REPORTS_SINCE])
async def test_diary_walks_its_clustered_keys_without_sorting(plan_of, statement):
    (detail,) = await plan_of(statement)

    assert re.match(r"SEARCH \w+ USING PRIMARY KEY \(member_id=\? AND \w+>\?\)", detail)


@pytest.mark.parametrize("statement", [context.LATEST_RUNS, pages.RUNS_PAGE])
async def test_runs_walk_their_clustered_key_without_sorting(plan_of, statement):
    (detail,) = await plan_of(statement)

    assert detail.startswith("SEARCH runs USING PRIMARY KEY (member_id=?")


async def test_no_command_scans_a_table(plan_of):
    scans = {
        statement: detail
        for statement in COMMANDS
        for detail in await plan_of(statement)
        if detail.startswith("SCAN")
    }

    assert scans == {}


async def test_the_few_who_chose_a_language_are_found_by_an_index_of_them(plan_of):
    (detail,) = await plan_of(languages.OF_MEMBERS)

    assert "INDEX members_language" in detail


async def test_leaving_a_server_looks_only_at_its_own_reminders(plan_of):
    details = await plan_of(guilds.CANCEL_CHANNEL_REMINDERS)

    assert details == ["SEARCH reminders USING INDEX reminders_of_guild (guild_id=?)"]
