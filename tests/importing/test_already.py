"""What is kept already is not added again: typed, imported, or twice in one file."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.training import Activity, ExerciseSet, LegSession, Run, RunKind
from bot.domain.importing.gathering import joined
from bot.importing.reading import read

HOUR = timedelta(hours=1)


def kept(made):
    return {"sessions": made.sessions, "runs": made.runs}


def test_same_file_again_and_a_longer_one_bring_only_what_is_new(entries, sample):
    _, first = entries(sample("strong_comma.csv"))
    _, again = entries(sample("strong_comma_bom_crlf.csv"))
    longer = sample("strong_again_with_one_more.csv")
    _, more = entries(longer, **kept(first), import_id=2)
    both = {"sessions": [*first.sessions, *more.sessions], "runs": first.runs}

    assert again == first  # the very same rows, ids and all
    assert (len(more.sessions), len(more.runs), more.there) == (1, 0, 3)
    assert f"{more.sessions[0].ended_at:%d %b %H:%M}" == "25 Nov 18:02"
    assert not entries(longer, **both, import_id=3)[1].sessions


def test_same_run_of_a_watch_and_of_its_track_is_one(now, entries, sample):
    files = [read(sample(name), now) for name in ("run.gpx", "run.tcx", "run.fit")]
    together = joined(files)
    _, one = entries(sample("run.gpx"))

    assert together.source == "several"
    assert len(together.runs) == 3
    assert entries(sample("run.fit"), **kept(one))[1].there == 1


@pytest.fixture
def workout(entries, sample):
    """The newest leg day of a file: it ended 9 November 18:56 in Berlin and lasted 55 minutes."""
    _, made = entries(sample("strong_comma.csv"))
    return made.sessions[0]


@pytest.fixture
def is_there(entries, sample, workout):
    """Whether that leg day is found beside another one."""

    def found(other):
        _, made = entries(sample("strong_comma.csv"), sessions=[other])
        return workout not in made.sessions

    return found


@pytest.mark.parametrize(
    ("hours", "there"), [(-3.1, False), (-3.0, True), (0.0, True), (3.0, True), (3.1, False)]
)
def test_leg_day_typed_within_three_hours_is_the_same(workout, is_there, hours, there):
    typed = LegSession(session_id=1, ended_at=workout.ended_at + hours * HOUR)

    assert is_there(typed) is there


@pytest.mark.parametrize(("minutes", "there"), [(-28, False), (-27, True), (27, True), (28, False)])
def test_imported_leg_day_is_the_same_where_they_overlap_by_more_than_half(
    workout, is_there, minutes, there
):
    other = LegSession(
        session_id=1,
        ended_at=workout.ended_at + timedelta(minutes=minutes),
        minutes=55,
        import_id=1,
    )

    assert is_there(other) is there


def test_same_lines_on_the_same_local_day_are_the_same(workout, is_there):
    hours_later = workout._replace(ended_at=workout.ended_at + 4 * HOUR)
    other_lines = hours_later._replace(exercises=(ExerciseSet(name="squat", sets=3),))

    assert is_there(hours_later)
    assert not is_there(other_lines)
    assert not is_there(workout._replace(ended_at=workout.ended_at + 24 * HOUR))


def test_workout_without_a_time_is_there_if_its_day_has_any(entries, sample):
    morning = LegSession(
        session_id=1,
        ended_at=entries(sample("fitnotes_android.csv"))[1].sessions[0].ended_at - 10 * HOUR,
    )

    _, made = entries(sample("fitnotes_android.csv"), sessions=[morning])

    assert (made.sessions, made.there) == ([], 1)


@pytest.mark.parametrize(("km", "there"), [(4.7, False), (4.8, True), (5.2, True), (5.3, False)])
def test_run_without_a_time_is_there_if_its_day_has_one_as_far(entries, sample, km, there):
    run = entries(sample("fitnotes_android.csv"))[1].runs[0]
    other = Run(run_id=1, ended_at=run.ended_at - 10 * HOUR, distance_km=km)

    _, made = entries(sample("fitnotes_android.csv"), runs=[other])

    assert (run not in made.runs) is there


def test_local_times_are_read_in_the_members_zone(entries, sample):
    _, berlin = entries(sample("hevy_kg.csv"))
    _, tokyo = entries(sample("hevy_kg.csv"), zone=ZoneInfo("Asia/Tokyo"))
    _, strava = entries(sample("strava_activities.csv"), zone=ZoneInfo("Asia/Tokyo"))

    assert berlin.sessions[0].ended_at - tokyo.sessions[0].ended_at == 8 * HOUR
    assert f"{strava.runs[0].ended_at:%d %H:%M}" == "20 06:42"  # UTC, wherever it is read


def test_wall_times_that_a_zone_skipped_or_never_had_are_read(entries, sample):
    apia = sample("hevy_kg.csv").replace(b"20 Nov 2026, 18:02", b"29 Mar 2026, 02:30")
    gap = apia.replace(b"20 Nov 2026, 19:07", b"29 Mar 2026, 03:35")

    _, made = entries(gap)

    assert f"{made.sessions[0].ended_at:%d %b %H:%M}" == "29 Mar 02:05"  # from 03:00 on, 65 min


def test_typed_ride_or_walk_is_no_run(entries, sample):
    run = entries(sample("run.fit"))[1].runs[0]
    ride = Run(run_id=1, ended_at=run.ended_at, activity=Activity.RIDE)
    walk = Run(run_id=2, ended_at=run.ended_at, kind=RunKind.WALK)
    typed = Run(run_id=3, ended_at=run.ended_at - HOUR)

    assert entries(sample("run.fit"), runs=[ride, walk])[1].runs == [run]
    assert entries(sample("run.fit"), runs=[typed])[1].there == 1


def test_bike_or_rower_alone_makes_no_leg_day(entries, sample):
    def of(name, other):
        text = sample("hevy_kg.csv").decode().split("\n")
        rows = [text[0], text[2].replace("Squat (Barbell)", name)]
        return entries("\n".join([*rows, *other]).encode())

    push = sample("hevy_kg.csv").decode().split("\n")[11].replace("23 Nov", "20 Nov")
    push = push.replace("Push", "Legs").replace("18:00", "18:02").replace("18:40", "19:07")
    ride, made = of("Cycling", [])
    _, warm_up = of("Rowing Machine", [push])
    _, not_ticked = of("Rowing Machine", [push, push.replace("Bench Press (Barbell)", "Doom")])

    assert (made.sessions, dict(ride.left_out)) == ([], {"ride": 1})
    assert (warm_up.sessions, warm_up.without_legs) == ([], 1)
    assert (not_ticked.sessions, not_ticked.without_legs) == ([], 1)
