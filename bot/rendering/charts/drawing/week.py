"""The week's chart: leg fatigue by the hour, leg days under it, runs with their limits."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.rendering.charts.drawing.sheet import (
    AMBER,
    FAINT,
    GROUND,
    INK,
    SKY,
    WIDTH,
    boxes,
    halo,
    label,
    panel,
    sheet,
)
from bot.texts.picture import DrawnRun, WeekPicture

LEFT, RIGHT = 34.0, 12.0
PLOT_TOP, PLOT = 44.0, 208.0
LEGS_TOP, LEGS = PLOT_TOP + PLOT + 4.0, 14.0
UNDER = 92.0  # days' names and keys
TOP = 100.0  # points
SIGN_AT = 92.0  # points at which the signs stand
LIMIT_WIDE = 6.0  # hours that a limit's line takes at either side
HATCH_WIDE = 3.0


def draw(picture: WeekPicture) -> Figure:
    """Return the picture as a sheet."""
    figure = sheet(LEGS_TOP + LEGS + UNDER)
    label(figure, picture.title, LEFT, 12.0)
    width = WIDTH - LEFT - RIGHT
    plot = panel(figure, LEFT, PLOT_TOP, width, PLOT)
    plot.set_xlim(0.0, picture.line[-1].hours)
    plot.set_ylim(0.0, TOP)
    plot.set_yticks([0.0, 50.0, TOP])
    plot.set_xticks([])
    for night in picture.nights:
        plot.axvline(night, color=FAINT, linewidth=0.8, zorder=0)
    _curve(plot, picture)
    for run in picture.runs:
        _run(plot, run)
    _legs(panel(figure, LEFT, LEGS_TOP, width, LEGS), picture)
    for line, words in enumerate(picture.keys):
        label(figure, words, LEFT, LEGS_TOP + LEGS + 24.0 + 21.0 * line, quiet=True)
    return figure


def _curve(plot: Axes, picture: WeekPicture) -> None:
    hours = [each.hours for each in picture.line]
    plot.fill_between(
        hours,
        [min(TOP, each.low) for each in picture.line],
        [min(TOP, each.high) for each in picture.line],
        color=AMBER,
        alpha=0.3,
        linewidth=0,
    )
    plot.plot(hours, [min(TOP, each.points) for each in picture.line], color=AMBER, linewidth=2.2)


def _run(plot: Axes, run: DrawnRun) -> None:
    """Draw a run: its sign, its word, its limit as a short line; hatched where legs close it."""
    plot.plot([run.at] * 2, [0.0, SIGN_AT - 5.0], color=SKY, linewidth=1.0, linestyle=":")
    ends = [run.at - LIMIT_WIDE, run.at + LIMIT_WIDE]
    plot.plot(ends, [min(TOP, run.limit)] * 2, color=SKY, linewidth=2.4)
    if run.closed:
        plot.add_patch(
            Rectangle(
                (run.at - HATCH_WIDE, 0.0),
                2 * HATCH_WIDE,
                SIGN_AT - 6.0,
                facecolor="none",
                edgecolor=INK,
                hatch="////",
                linewidth=0,
            )
        )
    plot.text(
        run.at,
        SIGN_AT,
        f"{run.sign} {run.word}".strip(),
        ha="center",
        va="center",
        weight="bold",
        path_effects=halo(GROUND),
    )


def _legs(axes: Axes, picture: WeekPicture) -> None:
    axes.set_xlim(0.0, picture.line[-1].hours)
    axes.set_ylim(0.0, 1.0)
    axes.set_yticks([])
    axes.set_xticks([tick.at for tick in picture.days], [tick.word for tick in picture.days])
    wide = picture.line[-1].hours / 60
    boxes(axes, [(first, 0.1, max(wide, last - first), 0.8) for first, last in picture.legs], AMBER)
