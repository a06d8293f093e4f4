"""What the rows of a workout or activity become: its focus, lines, kind and moment."""

import pytest

from bot.domain.facts.training import MAX_EXERCISES, Run, RunKind

SQUAT, BENCH, UNKNOWN = "Squat (Barbell)", "Bench Press (Barbell)", "Belt Machine of Doom"


@pytest.fixture
def hevy(sample):
    """A file of Hevy's with these sets: names with their loads, workouts by their start."""
    header = sample("hevy_kg.csv").decode().split("\n")[0]

    def written(*sets, start="20 Nov 2026, 18:02", end="20 Nov 2026, 19:07"):
        lines = (
            f'"Day","{start}","{end}","","{name}",,"",0,"normal",{load},5,,,' for name, load in sets
        )
        return "\n".join((header, *lines)).encode()

    return written


@pytest.mark.parametrize(
    ("others", "focus"),
    [
        ([BENCH, BENCH], "legs"),
        ([BENCH, BENCH, BENCH], "full_body"),
        ([UNKNOWN, UNKNOWN], "legs"),
        ([UNKNOWN, UNKNOWN, BENCH], "full_body"),
    ],
)
def test_half_of_the_sets_for_legs_make_it_a_leg_day(entries, hevy, others, focus):
    _, made = entries(hevy(*[(name, 50) for name in (SQUAT, SQUAT, *others)]))

    assert [each.focus for each in made.sessions] == [focus]


def test_of_too_many_lines_the_heaviest_of_each_exercise_stays(entries, hevy):
    loads = [*range(100, 100 + MAX_EXERCISES), 60]

    _, made = entries(hevy(*[(SQUAT, load) for load in loads]))

    (line,) = made.sessions[0].exercises
    assert (line.name, line.sets, line.load_kg) == ("squat", len(loads), 119.0)


def test_workout_whose_end_cannot_be_lasts_days_at_most(entries, hevy):
    _, made = entries(hevy((SQUAT, 50), start="2 Nov 2026, 18:02", end="2 Nov 2027, 19:07"))

    (session,) = made.sessions
    assert session.minutes is None
    assert f"{session.ended_at:%d %b %Y}" == "12 Nov 2026"


def test_what_is_left_out_is_counted_by_workouts(entries, hevy):
    old = {"start": "20 Nov 2019, 18:02", "end": "20 Nov 2019, 19:07"}
    older = hevy((SQUAT, 50), start="18 Nov 2019, 18:02").split(b"\n")[1]

    walked, made = entries(hevy(("Walking", 0)))
    left_out, _ = entries(hevy((SQUAT, 50), (SQUAT, 50), **old) + b"\n" + older)

    assert (dict(walked.left_out), made.without_legs) == ({"walk": 1}, 0)
    assert dict(left_out.left_out) == {"old": 2}


def test_race_is_one_whatever_its_title(entries, sample):
    _, made = entries(sample("strava_activities.csv").replace(b"Parkrun", b"Sunday"))

    assert [each.kind for each in made.runs] == [RunKind.EASY, RunKind.RACE]


def test_twelve_is_midnight_and_noon(entries, sample):
    text = sample("strava_activities.csv")
    noon = text.replace(b"6:10:05 AM", b"12:10:05 AM").replace(
        b"18, 2026, 5:00", b"18, 2026, 12:00"
    )

    _, made = entries(noon)

    ends = [f"{each.ended_at:%d %b %H:%M}" for each in made.runs]
    assert ends == ["20 Nov 00:42", "18 Nov 12:25"]


def test_order_of_dates_that_lie_ahead_is_not_the_files(entries, sample):
    text = sample("strong_comma.csv").decode()
    for day, slashed in (("02", "10/12"), ("05", "05/11"), ("04", "04/11"), ("09", "09/11")):
        text = text.replace(f"2026-11-{day}", f"{slashed}/2026")

    found, made = entries(text.encode())

    assert (found.remarks, found.other, found.unread) == (set(), None, ())
    assert f"{made.sessions[0].ended_at:%d %b}" == "12 Oct"


def test_own_ride_is_new_beside_a_run_of_its_hour(entries, sample):
    _, first = entries(sample("legday.csv"))
    ride, run = first.runs

    _, beside = entries(sample("legday.csv"), runs=[Run(run_id=1, ended_at=ride.ended_at)])
    _, again = entries(sample("legday.csv"), runs=[ride._replace(import_id=None)])

    assert beside.runs == [ride, run]
    assert again.runs == [run]
