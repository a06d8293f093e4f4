"""The diary chart: a calendar, the load of each week, soreness after leg days."""

from collections.abc import Iterator, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.rendering.charts.drawing.sheet import (
    AMBER,
    FAINT,
    GREEN,
    GROUND,
    INK,
    MUTED,
    SKY,
    WIDTH,
    Box,
    boxes,
    label,
    panel,
    sheet,
    width_of,
)
from bot.texts.picture import DiaryPicture, DrawnDay

LEFT, RIGHT = 38.0, 12.0
INNER = WIDTH - LEFT - RIGHT
IN_A_ROW = 27  # weeks; more are put in two rows, or a day would be a dot
MONTHS, KEYS, TITLE, BARS, GAP = 26.0, 40.0, 26.0, 74.0, 22.0
CELL = (21.0, 10.0)  # height of a day, in one row of weeks or in two
CLEAR = 0.08  # share of a cell that stays free at each side
EMPTY = "#2a2d36"
ROOM_FOR_MONTH = 0.12  # share of the row that a month's name takes
KEYS_APART = 18.0
FEW = 6  # weeks, at most, with a number over each bar; else over the highest and this week's


def draw(picture: DiaryPicture) -> Figure:
    """Return the picture as a sheet."""
    rows = list(_rows(picture))
    cell = CELL[len(rows) > 1]
    height = 8.0 + (MONTHS + 7 * cell) * len(rows) + KEYS + 2 * (TITLE + BARS) + GAP + 26.0
    figure = sheet(height)
    top = 8.0
    for first, last in rows:
        _calendar(figure, picture, (first, last), top + MONTHS, cell)
        top += MONTHS + 7 * cell
    _keys(panel(figure, LEFT, top + 8.0, INNER, 22.0), picture)
    top += KEYS
    label(figure, picture.load_title, LEFT, top)
    _bars(panel(figure, LEFT, top + TITLE, INNER, BARS), picture)
    top += TITLE + BARS + GAP
    label(figure, picture.sore_title, LEFT, top)
    _soreness(panel(figure, LEFT, top + TITLE, INNER, BARS), picture)
    return figure


def _rows(picture: DiaryPicture) -> Iterator[tuple[int, int]]:
    """Return the first week of each row of the calendar, and the end of the last."""
    if picture.weeks <= IN_A_ROW:
        yield 0, picture.weeks
        return
    half = (picture.weeks + 1) // 2
    yield 0, half
    yield half, picture.weeks


def _calendar(
    figure: Figure, picture: DiaryPicture, weeks: tuple[int, int], top: float, cell: float
) -> None:
    first, last = weeks
    axes = panel(figure, LEFT, top, INNER, 7 * cell)
    axes.set_xlim(first, first + max(last - first, 1))
    axes.set_ylim(7, 0)
    shown = range(7) if cell >= CELL[0] else range(0, 7, 3)
    axes.set_yticks([day + 0.5 for day in shown], [picture.weekdays[day] for day in shown])
    months = [month for month in picture.months if first <= month.at < last]
    after = [*(month.at for month in months[1:]), last]
    room = (last - first) * ROOM_FOR_MONTH
    months = [month for month, end in zip(months, after, strict=True) if end - month.at >= room]
    axes.xaxis.tick_top()
    words = axes.set_xticks([month.at for month in months], [month.word for month in months])
    for word in words:
        word.label2.set_horizontalalignment("left")
    _cells(axes, [day for day in picture.days if first <= day.week < last])
    size = min(cell, INNER / (last - first))
    _runs(axes, [day for day in picture.days if day.run and first <= day.week < last], size)
    if first <= picture.today[0] < last:
        axes.add_patch(
            Rectangle(
                picture.today,
                1,
                1,
                fill=False,
                edgecolor=INK,
                linewidth=1.4,
                zorder=5,
                clip_on=False,
            )
        )


def _cells(axes: Axes, days: Sequence[DrawnDay]) -> None:
    """Draw the days: filled for leg days, hatched for rest that was kept."""
    legs = [day for day in days if day.legs]
    rest = [day for day in days if day.rest and not day.legs]
    plain = [day for day in days if not day.legs and not day.rest]
    boxes(axes, _places(plain), EMPTY)
    boxes(axes, _places(rest), GREEN, hatch="////", ground=EMPTY)
    boxes(axes, _places(legs), AMBER)


def _places(days: Sequence[DrawnDay]) -> list[Box]:
    width = 1 - 2 * CLEAR
    return [(day.week + CLEAR, day.weekday + CLEAR, width, width) for day in days]


def _runs(axes: Axes, days: Sequence[DrawnDay], size: float) -> None:
    """Draw a disc for each run, with a rim so that it stands out on a leg day too."""
    axes.plot(
        [day.week + 0.5 for day in days],
        [day.weekday + 0.5 for day in days],
        "o",
        markersize=0.5 * size,
        color=SKY,
        markeredgecolor=GROUND,
        markeredgewidth=max(1.0, 0.08 * size),
        zorder=4,
    )


def _keys(axes: Axes, picture: DiaryPicture) -> None:
    """Draw the legend of the cells."""
    axes.set_axis_off()
    axes.set_xlim(0, INNER)
    axes.set_ylim(22.0, 0)
    legs, run, _rest = picture.keys
    place = 0.0
    for word in picture.keys:
        box = [(place, 3.0, 16.0, 16.0)]
        if word == run:
            axes.plot([place + 8], [11], "o", markersize=11, color=SKY)
        elif word == legs:
            boxes(axes, box, AMBER)
        else:
            boxes(axes, box, GREEN, hatch="////", ground=EMPTY)
        said = axes.text(place + 22, 11, word, va="center_baseline")
        place += 22 + width_of(said) + KEYS_APART


def _bars(axes: Axes, picture: DiaryPicture) -> None:
    """Draw each week's load, under its column where all weeks are in one row."""
    top = max(*picture.loads, 1.0)
    axes.set_xlim(0, picture.weeks)
    axes.set_ylim(0, top * 1.25)
    width = 1 - 2 * CLEAR
    boxes(
        axes,
        [(week + CLEAR, 0.0, width, load) for week, load in enumerate(picture.loads) if load],
        AMBER,
    )
    axes.axhline(0, color=FAINT, linewidth=1.2)
    axes.set_xticks([])
    axes.set_yticks([])
    highest = max(range(picture.weeks), key=lambda week: picture.loads[week])
    for week in {highest, picture.weeks - 1} if picture.weeks > FEW else range(picture.weeks):
        if load := picture.loads[week]:
            axes.text(
                week + 0.5, load + 0.03 * top, picture.load_words[week], ha="center", va="bottom"
            )


def _soreness(axes: Axes, picture: DiaryPicture) -> None:
    axes.set_xlim(0, picture.weeks)
    axes.set_ylim(-0.5, 10.5)
    axes.set_yticks([0, 5, 10])
    axes.set_xticks([])
    for height in (0, 5, 10):
        axes.axhline(height, color=FAINT, linewidth=0.9)
    if not picture.sore_24 and not picture.sore_48:
        axes.text(
            0.5,
            0.5,
            picture.no_soreness,
            transform=axes.transAxes,
            ha="center",
            va="center",
            color=MUTED,
        )
        return
    _sore_lines(axes, picture)
    axes.legend(
        loc="upper right",  # at the left Discord puts its mark for alternative text
        bbox_to_anchor=(1.02, -0.02),
        ncols=2,
        frameon=False,
        borderpad=0,
        handletextpad=0.5,
        columnspacing=1.4,
    )


def _sore_lines(axes: Axes, picture: DiaryPicture) -> None:
    large = 8 if picture.weeks <= IN_A_ROW else 5
    for points, name, style, colour, filled in (
        (picture.sore_24, picture.sore_names[0], "-o", SKY, SKY),
        (picture.sore_48, picture.sore_names[1], "--s", AMBER, GROUND),
    ):
        axes.plot(
            [week for week, _score in points],
            [score for _week, score in points],
            style,
            label=name,
            color=colour,
            linewidth=1.6,
            markersize=large,
            markerfacecolor=filled,
            markeredgewidth=1.6,
            clip_on=False,
        )
