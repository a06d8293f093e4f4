"""The fatigue chart: R over time above bands, and a lane for each class of run."""

from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.rendering.charts.drawing.sheet import (
    AMBER,
    FAINT,
    GREEN,
    GROUND,
    INK,
    MUTED,
    SHARPNESS,
    SMALL,
    TEXT,
    WIDTH,
    boxes,
    halo,
    label,
    panel,
    sheet,
    side_by_side,
)
from bot.texts.picture import Band, DrawnLane, FatiguePicture, Tick

LEFT, RIGHT = 34.0, 12.0
PLOT_TOP, PLOT = 58.0, 208.0
LANES_TOP, LANE = 300.0, 35.0
BAR = 7.0  # how thick a lane is
KEY = 26.0
NOW_AT, PLAN_AT = 40.0, 64.0  # points where their words stand: under and over a band's name
MARK_WORD = 0.13  # share of the axis that the word of a mark takes
BESIDE = 24.0  # hours at either side that a band's name takes
ASIDE = 4.0  # hours from the left where it begins: clear of the last leg day's jump
GROUNDS = ("#3b2f3a", "#36344a", "#2b3f57", "#1f4f55")  # walk to hard, darker to lighter


def draw(picture: FatiguePicture) -> Figure:
    """Return the picture as a sheet."""
    figure = sheet(LANES_TOP + LANE * len(picture.lanes) + KEY)
    width = WIDTH - LEFT - RIGHT
    plot = panel(figure, LEFT, PLOT_TOP, width, PLOT)
    span = (picture.past[0][0], picture.ahead[-1].hours)
    plot.set_xlim(*span)
    plot.set_ylim(0.0, picture.bands[0].high)
    label(figure, picture.title, LEFT, 12.0)
    # To the right: at the left Discord puts its mark for alternative text.
    under = LANES_TOP + LANE * len(picture.lanes)
    label(figure, picture.key, WIDTH - RIGHT, under, quiet=True, right=True)
    _bands(plot, picture)
    _days(plot, picture)
    _line(plot, picture)
    _moments(plot, picture)
    for index, lane in enumerate(picture.lanes):
        strip = panel(figure, LEFT, LANES_TOP + LANE * index, width, LANE - 8.0)
        strip.set_xlim(*span)
        strip.set_ylim(LANE - 8.0, 0.0)
        strip.set_axis_off()
        _lane(strip, lane)
    return figure


def _bands(plot: Axes, picture: FatiguePicture) -> None:
    first, last = plot.get_xlim()
    for band, ground in zip(picture.bands, GROUNDS, strict=True):
        plot.axhspan(band.low, band.high, color=ground, linewidth=0)
        plot.axhline(band.low, color=MUTED, linewidth=0.8, alpha=0.6)
        left = _is_planned(picture, band, last) or (
            _crosses(picture, band, last - BESIDE, last)
            and not _crosses(picture, band, first, first + BESIDE)
        )
        plot.text(
            first + ASIDE if left else last - 2.0,
            (band.low + band.high) / 2,
            band.name,
            ha="left" if left else "right",
            va="center",
            zorder=6,
            path_effects=halo(ground),
        )
    plot.set_yticks([band.low for band in picture.bands] + [picture.bands[0].high])


def _is_planned(picture: FatiguePicture, band: Band, last: float) -> bool:
    """Tell whether the planned run is marked where a band's name would stand."""
    plan, points = picture.plan, picture.plan_points
    return plan is not None and plan.at > last - BESIDE and band.low <= points < band.high


def _crosses(picture: FatiguePicture, band: Band, since: float, until: float) -> bool:
    """Tell whether the line, with its range, enters a band within some hours."""
    lines = [(hour, points, points) for hour, points in picture.past]
    lines += [(each.hours, each.low, each.high) for each in picture.ahead]
    return any(
        since <= hour <= until and low <= band.high and high >= band.low
        for hour, low, high in lines
    )


def _days(plot: Axes, picture: FatiguePicture) -> None:
    for night in picture.nights:
        plot.axvline(night, color=MUTED, linewidth=0.8, alpha=0.45, dashes=(1, 3))
    words = plot.set_xticks([day.at for day in picture.days], [day.word for day in picture.days])
    if picture.days and picture.days[-1].at >= plot.get_xlim()[1]:
        words[-1].label1.set_horizontalalignment("right")


def _line(plot: Axes, picture: FatiguePicture) -> None:
    hours = [sample.hours for sample in picture.ahead]
    plot.fill_between(
        hours,
        [sample.low for sample in picture.ahead],
        [sample.high for sample in picture.ahead],
        color=AMBER,
        alpha=0.32,
        linewidth=0,
        zorder=3,
    )
    plot.plot(
        *zip(*picture.past, strict=True),
        color=AMBER,
        linewidth=2.6,
        solid_joinstyle="round",
        zorder=4,
    )
    plot.plot(
        hours,
        [sample.points for sample in picture.ahead],
        color=AMBER,
        linewidth=2.4,
        linestyle=(0, (3, 1.6)),
        zorder=4,
    )


def _moments(plot: Axes, picture: FatiguePicture) -> None:
    """Draw now and the planned run on the line, and training above it."""
    top = picture.bands[0].high
    points = min(picture.ahead[0].points, top)
    plot.axvline(0.0, color=INK, linewidth=1.4, zorder=4)
    plot.plot([0.0], [points], "o", color=INK, markersize=9, zorder=7, clip_on=False)
    now_at = 0.84 * top if points > 0.9 * top else max(points + 4.0, NOW_AT)
    _say(plot, picture.now, (0.0, now_at), (9, 0), bold=True)
    free = plot.get_xlim()[0]
    for mark in picture.marks:
        plot.plot([mark.at], [top], "v", color=AMBER, markersize=8, zorder=7, clip_on=False)
        if mark.at >= free:  # else it is so close to another that their words would meet
            _say(plot, mark.word, (mark.at, top), (-2, 6))
            free = mark.at + MARK_WORD * (plot.get_xlim()[1] - plot.get_xlim()[0])
    if picture.plan is not None:
        points = min(picture.plan_points, top)
        _plan(plot, picture.plan, points, max(points + 7.0, PLAN_AT, now_at + 9.0))


def _plan(plot: Axes, plan: Tick, points: float, height: float) -> None:
    """Draw the planned run: a diamond on the line, its label clear of the others."""
    plot.plot([plan.at, plan.at], [points, height - 1.0], color=GREEN, linewidth=1.2, zorder=5)
    plot.plot([plan.at], [points], "D", color=GREEN, markersize=9, zorder=8, clip_on=False)
    share = plan.at / plot.get_xlim()[1]
    side: Literal["left", "center", "right"] = (
        "left" if share < 0.3 else "center" if share < 0.7 else "right"
    )
    _say(plot, plan.word, (plan.at, height), side=side)


def _say(
    plot: Axes,
    words: str,
    place: tuple[float, float],
    aside: tuple[float, float] = (0.0, 0.0),
    *,
    side: Literal["left", "center", "right"] = "left",
    bold: bool = False,
) -> None:
    """Write text so many logical pixels from a point, readable on any background."""
    plot.annotate(
        words,
        place,
        xytext=aside,
        textcoords="offset points",
        annotation_clip=False,
        path_effects=halo(GROUND),
        zorder=9,
        ha=side,
        fontsize=TEXT if bold else SMALL,
        weight="bold" if bold else "normal",
    )


def _lane(strip: Axes, lane: DrawnLane) -> None:
    first, last = strip.get_xlim()
    name = strip.text(first, 0, lane.name, fontsize=TEXT, weight="bold", va="top")
    says = strip.text(last, 0, lane.says, va="top", ha="right")
    side_by_side(name, says, strip.get_window_extent().width / SHARPNESS)
    y = LANE - 8.0 - BAR
    boxes(strip, [(first, y, last - first, BAR)], FAINT)
    if lane.opens is None:
        return
    early, late = (min(last, max(0.0, hour)) for hour in lane.opens)
    boxes(strip, [(early, y, late - early, BAR)], GREEN, hatch="/////", ground=GROUND)
    boxes(strip, [(late, y, last - late, BAR)], GREEN)
    strip.plot([0.0, 0.0], [y - 2.0, y + BAR + 2.0], color=INK, linewidth=1.4, clip_on=False)
