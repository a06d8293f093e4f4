"""The recovery chart: the default course, and the member's own with its uncertainty."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.rendering.charts.drawing.sheet import (
    AMBER,
    GROUND,
    INK,
    MUTED,
    TEXT,
    WIDTH,
    halo,
    label,
    panel,
    sheet,
)
from bot.texts.picture import Fading, RecoveryPicture

LEFT, RIGHT = 34.0, 14.0
PLOT_TOP, PLOT, UNDER = 42.0, 208.0, 66.0
TOP = 100.0
OWN_AT, DEFAULT_AT = 76.0, 56.0  # points at which the names stand, right of every line


def draw(picture: RecoveryPicture) -> Figure:
    """Return the picture as a sheet."""
    figure = sheet(PLOT_TOP + PLOT + UNDER)
    label(figure, picture.title, LEFT, 12.0)
    # To the right: at the left Discord puts its mark for alternative text.
    label(figure, picture.key, WIDTH - RIGHT, PLOT_TOP + PLOT + 44.0, quiet=True, right=True)
    plot = panel(figure, LEFT, PLOT_TOP, WIDTH - LEFT - RIGHT, PLOT)
    plot.set_xlim(picture.ticks[0].at, picture.ticks[-1].at)
    plot.set_ylim(0.0, TOP)
    plot.set_xticks([tick.at for tick in picture.ticks], [tick.word for tick in picture.ticks])
    plot.set_xlabel(picture.axis, color=MUTED, labelpad=2)
    plot.set_yticks([0.0, picture.limit.at, TOP])
    _range(plot, picture)
    _limit(plot, picture)
    _fading(plot, picture.default, MUTED, (0, (3, 1.6)), "s", DEFAULT_AT)
    _fading(plot, picture.own, AMBER, "solid", "o", OWN_AT)
    return figure


def _range(plot: Axes, picture: RecoveryPicture) -> None:
    plot.fill_between(
        [hour for hour, _points in picture.fastest],
        [points for _hour, points in picture.fastest],
        [points for _hour, points in picture.slowest],
        color=AMBER,
        alpha=0.3,
        linewidth=0,
    )


def _limit(plot: Axes, picture: RecoveryPicture) -> None:
    plot.axhspan(0.0, picture.limit.at, color="#1f4f55", linewidth=0, zorder=0)
    plot.axhline(picture.limit.at, color=INK, linewidth=1.0, alpha=0.8)
    plot.text(plot.get_xlim()[0] + 2.0, picture.limit.at / 2, picture.limit.word, va="center")


def _fading(
    plot: Axes,
    fading: Fading,
    colour: str,
    dashes: str | tuple[int, tuple[float, ...]],
    marker: str,
    height: float,
) -> None:
    """Draw a course, a marker where hard running opens, and its name."""
    plot.plot(*zip(*fading.line, strict=True), color=colour, linewidth=2.6, linestyle=dashes)
    low = plot.get_yticks()[1]
    plot.plot([fading.opens] * 2, [low, height - 2.0], color=colour, linewidth=1.0, linestyle=":")
    plot.plot([fading.opens], [low], marker, color=colour, markersize=10, markeredgecolor=GROUND)
    plot.text(
        fading.opens + 1.0,
        height,
        fading.name,
        fontsize=TEXT,
        weight="bold",
        color=colour,
        path_effects=halo(GROUND),
    )
