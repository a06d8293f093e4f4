"""What is on each sheet, and that it can be read: structure, size and contrast, never pixels.

The library is imported by what draws only: importing it takes each worker half a second, and once
numpy is there, Hypothesis saves and restores numpy's dice at every example of every property.
"""

import io
from dataclasses import replace
from importlib import import_module

import pytest
from PIL import Image

from bot.domain.decisions.diary import Diary
from bot.domain.recovery.question import Question
from bot.texts.canirun.fatigue_picture import fatigue as fatigue_picture
from bot.texts.picture import Picture, Tick
from tests.charts.samples import DIARY, FATIGUE, RECOVERY, WEEK, diary_of, made, shown
from tests.charts.samples import ORDINARY as LEGS

PHONE = 260  # pixels; how wide a sheet is in a message on a small phone
LEAST_READ = 10.0  # pixels there; Discord's own small print is 12


@pytest.fixture(scope="session")
def drawing():
    """The package that draws, with all of its modules."""
    import_module("bot.rendering.charts.drawing.draw")
    return import_module("bot.rendering.charts.drawing")


def words(figure):
    """Return every text of a sheet that says something, with what it is."""
    figure.canvas.draw()
    texts = [text for axes in figure.axes for text in axes.texts]
    for axes in (each for each in figure.axes if each.axison):
        texts += [*axes.get_xticklabels(), *axes.get_yticklabels(), axes.xaxis.label]
        texts += [text for tick in axes.xaxis.get_major_ticks() for text in (tick.label2,)]
        texts += axes.get_legend().get_texts() if axes.get_legend() else []
    texts += figure.texts
    return [text for text in texts if text.get_visible() and text.get_text()]


def said(figure):
    return {text.get_text() for text in words(figure)}


def boxes(patch):
    """Return the rectangles of one shape: left, low, width, height."""
    corners = [(float(x), float(y)) for x, y in patch.get_path().vertices]
    return [
        (*corners[at], corners[at + 2][0] - corners[at][0], corners[at + 2][1] - corners[at][1])
        for at in range(0, len(corners), 5)
    ]


def shapes(axes):
    """Return the filled shapes of axes, in their order."""
    return [patch for patch in axes.patches if type(patch).__name__ == "PathPatch"]


def points(line):
    """Return a line's points as pairs of numbers."""
    return tuple((float(x), float(y)) for x, y in line.get_xydata())


def luminance(colour):
    rgb = [byte / 255 for byte in bytes.fromhex(colour.removeprefix("#"))]
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 counts it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


ALL: dict[str, tuple[Picture, str]] = {  # and the module that draws it
    "fatigue": (FATIGUE, "fatigue"),
    "week": (WEEK, "week"),
    "fatigue without zone": (
        made(fatigue_picture(shown(Question(leg_sessions=(LEGS,)), zone=None))),
        "fatigue",
    ),
    "recovery": (RECOVERY, "recovery"),
    "4 weeks": (diary_of(4), "diary"),
    "12 weeks": (DIARY, "diary"),
    "a year": (diary_of(52), "diary"),
    "hardly anything": (diary_of(12, Diary()), "diary"),
}


@pytest.mark.parametrize("name", ALL)
def test_picture_is_a_sharp_phone_wide_png_that_says_nothing_of_its_maker(drawing, name):
    image = Image.open(io.BytesIO(drawing.draw.draw(ALL[name][0])))

    assert image.format == "PNG"
    assert image.width == drawing.sheet.WIDTH * drawing.sheet.SHARPNESS
    assert 0.5 < image.height / image.width < 1.7
    assert set(image.info) <= {"dpi"}


@pytest.mark.parametrize("name", ALL)
def test_words_are_large_enough_and_inside_the_sheet(drawing, name):
    picture, module = ALL[name]
    figure = getattr(drawing, module).draw(picture)
    found = words(figure)
    canvas = figure.bbox

    assert min(text.get_fontsize() for text in found) * PHONE / drawing.sheet.WIDTH >= LEAST_READ
    outside = [
        text.get_text()
        for text in found
        if not (
            (box := text.get_window_extent()).x0 >= canvas.x0 - 1
            and box.x1 <= canvas.x1 + 1
            and box.y0 >= canvas.y0 - 1
            and box.y1 <= canvas.y1 + 1
        )
    ]
    assert outside == []


@pytest.mark.parametrize("colour", ["INK", "MUTED"])
def test_text_stands_out_from_its_ground(drawing, colour):
    for ground in (drawing.sheet.GROUND, *drawing.fatigue.GROUNDS, drawing.diary.EMPTY):
        assert contrast(getattr(drawing.sheet, colour), ground) >= 4.5, ground


@pytest.mark.parametrize("colour", ["AMBER", "SKY", "GREEN"])
def test_shapes_stand_out_from_the_ground(drawing, colour):
    assert contrast(getattr(drawing.sheet, colour), drawing.sheet.GROUND) >= 3.0


def test_fatigue_has_bands_lanes_now_and_the_run_in_mind(drawing):
    figure = drawing.fatigue.draw(FATIGUE)

    plot, *lanes = figure.axes
    assert {"walk", "easy run", "steady run", "hard run"} <= said(figure)
    assert {"Leg fatigue", "legs", "run", "tempo run", FATIGUE.now, "Mon", "Tue", "Wed"} <= said(
        figure
    )
    assert list(plot.get_yticks()) == [75, 35, 20, 0, 100]
    assert plot.get_xlim() == (FATIGUE.past[0][0], 72.0)
    assert [lane.get_xlim() for lane in lanes] == [plot.get_xlim()] * 3
    assert {lane.name for lane in FATIGUE.lanes} | {lane.says for lane in FATIGUE.lanes} <= said(
        figure
    )


def test_fatigue_draws_the_past_solid_and_the_forecast_dashed_with_its_range(drawing):
    plot = drawing.fatigue.draw(FATIGUE).axes[0]
    lines = [
        line
        for line in plot.lines
        if line.get_color() == drawing.sheet.AMBER and len(points(line)) > 1
    ]

    past, ahead = lines
    assert past.get_linestyle() == "-"
    assert ahead.get_linestyle() == "--"
    assert points(past) == FATIGUE.past
    assert [y for _x, y in points(ahead)] == [each.points for each in FATIGUE.ahead]
    assert len(plot.collections) == 1


def test_fatigue_open_hours_are_filled_and_the_range_before_them_hatched(drawing):
    lane = drawing.fatigue.draw(FATIGUE).axes[3]

    closed, between, opened = shapes(lane)
    opens = FATIGUE.lanes[2].opens
    assert opens is not None
    early, late = opens
    ((start, _low, width, _height),) = boxes(between)
    assert (start, start + width) == (early, late)
    assert between.get_hatch()
    assert boxes(opened)[0][0] == late
    assert boxes(closed)[0][2] == 72.0 - FATIGUE.past[0][0]


def test_fatigue_names_of_marks_never_meet(drawing):
    marks = tuple(Tick(at=at, word="run") for at in (-20.0, -19.0, -18.0, -2.0))
    figure = drawing.fatigue.draw(replace(FATIGUE, marks=marks))
    places = [text.get_window_extent() for text in words(figure) if text.get_text() == "run"]

    assert len(places) == 2
    assert not places[0].overlaps(places[1])


def test_fatigue_words_of_now_and_of_the_plan_never_meet(drawing):
    for at, points in ((4.0, 50.0), (20.0, 30.0), (33.0, 19.0), (70.0, 4.0)):
        moved = replace(FATIGUE, plan=Tick(at=at, word="downhill run"), plan_points=points)
        figure = drawing.fatigue.draw(moved)
        places = {text.get_text(): text.get_window_extent() for text in words(figure)}

        assert not places["downhill run"].overlaps(places[FATIGUE.now])


def test_recovery_has_two_lines_that_differ_in_more_than_colour(drawing):
    figure = drawing.recovery.draw(RECOVERY)
    plot = figure.axes[0]
    default, own = [line for line in plot.lines if len(points(line)) == len(RECOVERY.own.line)]

    assert (default.get_linestyle(), own.get_linestyle()) == ("--", "-")
    assert {RECOVERY.default.name, RECOVERY.own.name, RECOVERY.limit.word} <= said(figure)
    assert len(plot.collections) == 1


def test_diary_shows_every_day_once_and_all_runs(drawing):
    figure = drawing.diary.draw(DIARY)
    calendar = figure.axes[0]

    plain, rest, legs = (len(boxes(each)) for each in shapes(calendar))
    (runs,) = (line for line in calendar.lines)
    assert legs == sum(day.legs for day in DIARY.days)
    assert rest == sum(day.rest and not day.legs for day in DIARY.days)
    assert plain + rest + legs == len(DIARY.days)
    assert len(points(runs)) == sum(day.run for day in DIARY.days)
    assert shapes(calendar)[1].get_hatch()
    assert {"Mon", "Sun", "legs", "run", "rest kept", "a day after", "two days after"} <= said(
        figure
    )


def test_diary_bars_are_the_loads_under_their_weeks(drawing):
    figure = drawing.diary.draw(DIARY)
    calendar, _keys, bars, soreness = figure.axes

    (shape,) = shapes(bars)
    heights = {int(left): height for left, _low, _width, height in boxes(shape)}
    assert heights == {week: load for week, load in enumerate(DIARY.loads) if load}
    assert bars.get_xlim() == soreness.get_xlim() == calendar.get_xlim()
    first, second = [line for line in soreness.lines if line.get_label() in DIARY.sore_names]
    assert points(first) == DIARY.sore_24
    assert (first.get_marker(), second.get_marker()) == ("o", "s")


def test_diary_of_a_year_is_two_calendars(drawing):
    year = diary_of(52)
    figure = drawing.diary.draw(year)

    first, second = figure.axes[:2]
    assert (first.get_xlim(), second.get_xlim()) == ((0, 26), (26, 52))


def test_diary_without_soreness_says_so(drawing):
    assert "none told yet" in said(drawing.diary.draw(diary_of(12, Diary())))


def test_week_hatches_the_runs_that_leg_days_close_and_says_the_same_in_words(drawing):
    figure = drawing.week.draw(WEEK)
    plot, strip = figure.axes

    hatched = [patch for patch in plot.patches if patch.get_hatch()]
    assert len(hatched) == sum(run.closed for run in WEEK.runs) == 1
    assert {f"{run.sign} {run.word}" for run in WEEK.runs} <= said(figure)
    assert len(boxes(shapes(strip)[0])) == len(WEEK.legs) == 2
    assert "intervals" in WEEK.alt


def test_words_of_a_late_plan_stay_on_the_sheet(drawing):
    late = replace(FATIGUE, plan=Tick(at=71.0, word="downhill run"), plan_points=5.0)
    figure = drawing.fatigue.draw(late)
    (word,) = (text for text in words(figure) if text.get_text() == "downhill run")

    assert word.get_window_extent().x1 <= figure.bbox.x1
