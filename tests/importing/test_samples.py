"""What each sample comes to, line by line; dates and times as in Berlin."""

import io
import zipfile

import fitdecode
import pytest

from bot.domain.facts.training import Activity, Newness
from bot.domain.importing.rows import RefusedFile
from bot.importing.archives import MOST_UNPACKED
from bot.importing.reading import read
from tests.importing.conftest import BERLIN, SAMPLES

STRONG_A = (
    "02 Nov 2026 19:10 65 legs: squat 3x5 100kg @8.5, romanian_deadlift 2x10 30kg, "
    "leg_extension 1x12 50kg, leg_extension 1x12 35kg, leg_extension 1x14 30kg @10"
)
STRONG_B = "09 Nov 2026 18:56 55 legs: bulgarian_split_squat 2x10 16kg"
STRONG_RUN = "05 Nov 2026 07:01 steady 31 min 5.2 km"
HEVY_SETS = (
    "65 legs: squat 2x5 100kg @8.5, leg_extension 1x12 50kg, lying_leg_curl 1x12 40kg, "
    "leg_extension 1x14 50kg @10, lying_leg_curl 1x15 30kg, wall_sit 1, "
    "Zürich Squat Machine 1x10 70kg"
)
HEVY = (f"20 Nov 2026 19:07 {HEVY_SETS}",), ("22 Nov 2026 07:33 easy 33 min 5.4 km",)
POUNDS = (
    "20 Nov 2026 19:07 65 legs: squat 2x5 102.06kg @8.5, leg_extension 1x12 22.68kg, "
    "lying_leg_curl 1x12 18.14kg, leg_extension 1x14 22.68kg @10, lying_leg_curl 1x15 13.61kg, "
    "wall_sit 1, Zürich Squat Machine 1x10 31.75kg"
)
FIT = ((), ("21 Nov 2026 08:00 steady 30 min 5 km",))
STRAVA = (
    (),
    ("20 Nov 2026 07:42 easy 31 min 5.21 km effort 3", "18 Nov 2026 18:25 race 25 min 5 km"),
)

READ = {
    "strong_comma.csv": ((STRONG_B, STRONG_A), (STRONG_RUN,)),
    "strong_comma_bom_crlf.csv": ((STRONG_B, STRONG_A), (STRONG_RUN,)),
    "strong_semicolon_lbs_commas.csv": (
        ("12 Oct 2026 18:47 62 legs: squat 2x5 102.06kg, seated_calf_raise 2x15 28.35kg @8.5",),
        ("14 Oct 2026 06:39 steady 28 min 4.99 km",),
    ),
    "strong_numbered_kg.csv": (
        ("16 Nov 2026 19:05 65 legs: squat 2x5 102.5kg @9, walking_lunge 1x20 16kg",),
        ("18 Nov 2026 07:17 steady 32 min 5.3 km",),
    ),
    "hevy_kg.csv": HEVY,
    "hevy_iso.csv": HEVY,
    "hevy_cp1252.csv": HEVY,
    "hevy_utf16.csv": HEVY,
    "hevy_bad_lines.csv": HEVY,
    "hevy_lbs_miles.csv": ((POUNDS,), ("22 Nov 2026 07:33 easy 33 min 5.41 km",)),
    "hevy_german_months.csv": (
        (f"03 Dec 2025 19:07 {HEVY_SETS}",),
        ("05 Mar 2026 07:33 easy 33 min 5.4 km",),
    ),
    "fitnotes_android.csv": (
        ("03 Nov 2026 18:00 None legs: squat 2x5 100kg, leg_extension 1x12 50kg",),
        ("06 Nov 2026 18:00 steady 31 min 5 km",),
    ),
    "fitnotes_android_old.csv": (
        ("03 Nov 2026 18:00 None legs: squat 2x5 100kg",),
        ("06 Nov 2026 18:00 steady 31 min 4.99 km",),
    ),
    "stronglifts.csv": (
        (
            "04 Nov 2026 07:42 42 legs: deadlift 1x5 120kg",
            "02 Nov 2026 18:59 54 legs: squat 4x5 100kg, squat 1x4 100kg",
        ),
        (),
    ),
    "run.gpx": ((), ("21 Nov 2026 08:00 steady 30 min 5 km",)),
    "run_with_a_pause.gpx": ((), ("21 Nov 2026 08:10 steady 20 min 3.31 km",)),
    "run.tcx": ((), ("19 Nov 2026 07:45 steady 30 min 5.01 km",)),
    "run.fit": FIT,
    "run_developer_fields.fit": FIT,
    "wrong_crc.fit": FIT,
    "run.fit.gz": FIT,
    "ride.gpx": ((), ()),
    "ride.fit": ((), ()),
    "garmin_activities.csv": (
        (),
        (
            "20 Nov 2026 07:42 easy 31 min 5.21 km",
            "18 Nov 2026 18:38 intervals 38 min 6.4 km",
            "15 Nov 2026 11:10 long 120 min 18.4 km",
        ),
    ),
    "strava_activities.csv": STRAVA,
    "strava_export.zip": STRAVA,
    "runs.zip": (
        (),
        ("21 Nov 2026 07:40 steady 10 min 1.67 km", "19 Nov 2026 07:45 steady 30 min 5.01 km"),
    ),
    "climbing_names.zip": ((), ()),
    "legday.csv": (
        (
            "20 Nov 2026 19:07 65 quads: squat 5x5 100kg @8.5, leg_extension 1x12 50kg",
            "17 Nov 2026 19:00 None legs: wall_sit 1",
        ),
        ("22 Nov 2026 17:00 easy 90 min 30.5 km", "22 Nov 2026 07:33 easy 33 min 5.4 km effort 3"),
    ),
}
LEFT_OUT = {
    "strong_comma.csv": (1, 1, {}),
    "strong_numbered_kg.csv": (0, 1, {}),
    "hevy_kg.csv": (1, 1, {}),
    "hevy_german_months.csv": (1, 1, {}),
    "fitnotes_android.csv": (1, 0, {}),
    "ride.gpx": (0, 0, {"ride": 1}),
    "ride.fit": (0, 0, {"ride": 1}),
    "garmin_activities.csv": (0, 0, {"strength": 1, "walk": 1}),
    "strava_activities.csv": (0, 0, {"strength": 1, "ride": 1}),
}
UNREAD = {
    "hevy_bad_lines.csv": [
        (13, "date", "32 Nov 2026, 18:00"),
        (14, "weight", "1e9"),
        (15, "weight", "-5"),
        (16, "no_exercise", "24 Nov 2026, 18:00"),
        (17, "future", "2126-11-24"),
        (18, "few_columns", "Legs, 24 Nov 2026, 18:00"),
    ],
    "runs.zip": [(0, "no_export", "notes.txt")],
    "legday.csv": [
        (6, "no_exercise", "7x"),
        (7, "no_entry", "leg_day, 2026-11-18 18:00:00, 9999, 8,…"),
        (8, "no_entry", "jump, 2026-11-18 18:00:00, , , , , , ,…"),
        (9, "date", "soon"),
    ],
    "climbing_names.zip": [(1, "too_short", "2026-11-21 · 1 min · 0.11 km")] * 2,
}
REFUSED = {
    "unknown_table.csv": ("unknown_columns", {"columns": "when, what, how much"}),
    "run_without_time.gpx": ("no_times", {}),
    "cut_off.gpx": ("cut_off", {}),
    "cut_off.fit": ("cut_off", {}),
    "laughs.gpx": ("doctype", {}),
    "outside_entity.gpx": ("doctype", {}),
    "not_a.fit": ("not_export", {}),
}
ELSEWHERE = {"exercise_names.csv", "hevy_300_rows.csv", "strong_again_with_one_more.csv"}


def session_text(session):
    lines = (
        f"{each.name} {each.sets}"
        + (f"x{each.reps}" if each.reps else "")
        + (f" {each.load_kg:g}kg" if each.load_kg else "")
        + (f" @{each.rpe:g}" if each.rpe else "")
        for each in session.exercises
    )
    at = f"{session.ended_at.astimezone(BERLIN):%d %b %Y %H:%M}"
    return f"{at} {session.minutes} {session.focus}: {', '.join(lines)}"


def run_text(run):
    at = f"{run.ended_at.astimezone(BERLIN):%d %b %Y %H:%M}"
    effort = f" effort {run.effort}" if run.effort else ""
    return f"{at} {run.kind} {run.minutes} min {run.distance_km:g} km{effort}"


def test_every_sample_has_its_line():
    assert {path.name for path in SAMPLES.iterdir()} == {*READ, *REFUSED, *ELSEWHERE}


@pytest.mark.parametrize("name", READ)
def test_sample_comes_to_its_entries(entries, sample, name):
    found, made = entries(sample(name))

    texts = tuple(map(session_text, made.sessions)), tuple(map(run_text, made.runs))
    assert texts == READ[name]
    assert [(u.line, u.why, u.what) for u in sorted((*found.unread, *made.unread), key=lambda u: u.line)] == UNREAD.get(name, [])  # fmt: skip  # noqa: E501


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_is_left_out_is_counted(entries, sample, name):
    found, made = entries(sample(name))

    assert (made.without_legs, found.warm_ups, dict(found.left_out)) == LEFT_OUT[name]


@pytest.mark.parametrize("name", REFUSED)
def test_sample_is_refused_with_a_reason(sample, now, name):
    with pytest.raises(RefusedFile) as refused:
        read(sample(name), now)

    assert (refused.value.key, refused.value.values) == REFUSED[name]


def test_line_numbers_are_those_of_the_file_where_a_note_has_a_line_break(now, sample):
    assert read(sample("strong_semicolon_lbs_commas.csv"), now).runs[0].line == 7


def test_workouts_without_a_warm_up_are_whole(entries, sample):
    _, made = entries(sample("hevy_300_rows.csv"))

    assert (len(made.sessions), len(made.runs)) == (12, 0)
    assert all(len(each.exercises) <= 20 for each in made.sessions)


def test_unknown_names_are_asked_about_and_ticked_where_they_sound_like_legs(now, sample):
    strong = read(sample("strong_comma.csv"), now)
    hevy = read(sample("hevy_kg.csv"), now)

    assert strong.unknown == ("Belt Machine of Doom",)
    assert not strong.names["Belt Machine of Doom"].suggested
    assert (strong.open_loads, strong.open_distances) == (True, True)
    assert hevy.unknown == ("Zürich Squat Machine",)
    assert hevy.names["Zürich Squat Machine"].suggested
    assert (hevy.open_loads, hevy.open_distances) == (False, False)


def test_name_that_nobody_can_see_is_no_exercise(entries, sample):
    text = sample("hevy_kg.csv").decode().replace("Zürich Squat Machine", "\u200b\u2060")

    found, made = entries(text.encode())

    assert found.unknown == ()
    assert [each.name for each in made.sessions[0].exercises][-1] == "wall_sit"


def test_records_tell_what_a_watch_did_not_sum_up(entries, sample):
    content = sample("run.fit")
    with fitdecode.FitReader(io.BytesIO(content), keep_raw_chunks=True) as frames:
        found = [
            frame.chunk.offset
            for frame in frames
            if isinstance(frame, fitdecode.FitDefinitionMessage) and frame.name == "session"
        ]
    header = content[0]
    body = content[header : found[0]]
    without = content[:4] + len(body).to_bytes(4, "little") + content[8:header] + body + b"\0\0"

    _, made = entries(without)

    assert list(map(run_text, made.runs)) == ["21 Nov 2026 07:59 steady 30 min 4.92 km"]


def test_wrong_checksum_is_read_and_said(now, sample):
    assert read(sample("wrong_crc.fit"), now).remarks == {"wrong_checksum"}


def test_dates_that_fit_both_orders_are_asked_about_and_one_beyond_twelve_decides(entries, sample):
    iso = sample("strong_comma.csv").decode()
    slashed = {
        "03/11/2026 18:05": "2026-11-02 18:05:11",
        "05/11/2026 06:30": "2026-11-05 06:30:00",
        "04/11/2026 07:00": "2026-11-04 07:00:00",
        "09/11/2026 18:01": "2026-11-09 18:01:00",
    }
    for text, was in slashed.items():
        iso = iso.replace(was, text)
    both, made = entries(iso.encode())
    decided, _ = entries(iso.replace("09/11", "13/11").encode())

    assert both.remarks == {"two_orders"}
    assert made.sessions[-1].ended_at.date().isoformat() == "2026-11-03"
    assert both.other.workouts[0].start.isoformat() == "2026-03-11T18:05:00"
    assert decided.remarks == set()


def test_bomb_is_refused_without_unpacking_it_all(now):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("run.gpx", bytes(MOST_UNPACKED + 1))

    with pytest.raises(RefusedFile) as refused:
        read(packed.getvalue(), now)

    assert refused.value.key == "too_big_unpacked"


def test_jefit_is_read_section_by_section(entries):
    text = (
        "### SETTING ###########\nid,mass\n1,lbs\n\n"
        "### WORKOUT SESSIONS ####\nid,starttimie,total_time\n9,1795543200,3600\n\n"
        "### EXERCISE LOGS ########\nid,ename,logs,mydate,belongsession\n"
        '1,Barbell Squat,"225x5,225x5,",2026-11-25,9\n'
        '2,Barbell Deadlift,"315x3",2026-11-22,0\n3,Squat,"1x1",32,0\n\n'
        "### NOTES ####\nid,text\n1,private\n"
    )

    found, made = entries(text.encode())

    assert list(map(session_text, made.sessions)) == [
        "24 Nov 2026 20:00 60 legs: squat 2x5 102.06kg",
        "22 Nov 2026 18:00 None legs: deadlift 1x3 142.88kg",
    ]
    assert [(each.line, each.why) for each in found.unread] == [(13, "date")]


def test_own_table_tells_its_entries_in_full(entries, sample):
    _, made = entries(sample("legday.csv"))

    newest, older = made.sessions
    ride, run = made.runs
    assert (newest.effort, newest.new_exercise, newest.note) == (8, True, '=1+1, "good"\nday')
    assert older.newness is Newness.REGULAR
    assert (ride.activity, run.activity, run.felt) == (Activity.RIDE, Activity.RUN, 4)
    assert {each.import_id for each in (*made.sessions, *made.runs)} == {1}
