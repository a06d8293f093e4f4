"""Entries of this bot's own table, without those that are kept.

They come as they were told, so what the file has twice within hours was twice. Only a row that is
there word for word again is the same.
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.domain.facts.training import Activity, LegSession, Run, RunKind
from bot.domain.importing.already import Kept, run_is_there, session_is_there
from bot.domain.importing.found import Found
from bot.domain.importing.ids import id_of

Own = tuple[list[LegSession], list[Run], int]


def own_entries(
    found: Found,
    import_id: int,
    zone: ZoneInfo,
    sessions: Sequence[LegSession],
    runs: Sequence[Run],
) -> Own:
    """Return the new leg days and runs, and how many are there already."""
    kept = Kept.of(sessions)
    by_sport = {
        sport: Kept.of(each for each in runs if _sport(each) == sport)
        for sport in {_sport(each) for each in found.own_runs}
    }
    new_sessions = {
        id_of(each.ended_at, repr(each)): each
        for each in found.own_sessions
        if not session_is_there(each, kept, zone, is_timed=True)
    }
    new_runs = {
        id_of(each.ended_at, repr(each)): each
        for each in found.own_runs
        if not run_is_there(each, by_sport[_sport(each)], zone, is_timed=True)
    }
    there = len(found.own_sessions) + len(found.own_runs) - len(new_sessions) - len(new_runs)
    return (
        [
            each._replace(session_id=own_id, import_id=import_id)
            for own_id, each in new_sessions.items()
        ],
        [each._replace(run_id=own_id, import_id=import_id) for own_id, each in new_runs.items()],
        there,
    )


def _sport(run: Run) -> tuple[Activity, bool]:
    return run.activity, run.kind is RunKind.WALK
