"""The canvas of all charts: phone sizes, one palette, one typeface and its Japanese one.

A logical pixel is what a phone shows as one: a picture is as wide as a message on a small phone, so
text of 15 is as large as the message's own. Three device pixels to each keep it sharp.

The sheet has a ground of its own, since a member's client may be dark or light. Colours are told
apart by lightness too (Okabe and Ito 2008 chose the hues for all kinds of colour vision), and each
has a word, a marker or a hatch beside it.
"""

import io
from collections.abc import Iterable

import matplotlib_fontja  # adds a Japanese typeface to matplotlib's
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import AbstractPathEffect, withStroke
from matplotlib.text import Text

Box = tuple[float, float, float, float]

WIDTH = 300.0  # logical pixels; in a message a small phone leaves 260, a large one 310
SHARPNESS = 3
# A letter that the first has not is taken from the second.
rcParams["font.family"] = ["DejaVu Sans", matplotlib_fontja.matplotlib_fontja.FONT_NAME]
POINT = 72.0  # a matplotlib point is one logical pixel

TEXT, SMALL = 15.0, 13.0
LEAST = 0.6  # of its size, that a text is made smaller to
APART = 6.0  # logical pixels between two texts

GROUND = "#1e2027"
INK = "#f2f3f5"
MUTED = "#b9bec7"
FAINT = "#4a4e58"
AMBER = "#f5b642"
SKY = "#7cc4f0"
GREEN = "#2fbf8f"

rcParams["font.size"], rcParams["text.color"] = SMALL, INK  # where nothing else is said


def sheet(height: float) -> Figure:
    """Return an empty figure, ``height`` in logical pixels."""
    figure = Figure(figsize=(WIDTH / POINT, height / POINT), dpi=POINT * SHARPNESS)
    figure.set_facecolor(GROUND)
    FigureCanvasAgg(figure)
    return figure


def panel(figure: Figure, left: float, top: float, width: float, height: float) -> Axes:
    """Return axes without a frame at a position, in logical pixels from the top left."""
    tall = figure.get_figheight() * POINT
    box = (left / WIDTH, 1.0 - (top + height) / tall, width / WIDTH, height / tall)
    axes = figure.add_axes(box)
    axes.set_facecolor("none")
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0, pad=5, labelcolor=MUTED)
    axes.margins(0)
    return axes


def label(
    figure: Figure, words: str, x: float, top: float, *, quiet: bool = False, right: bool = False
) -> None:
    """Write a line from (with ``right``: up to) a position, in logical pixels."""
    tall = figure.get_figheight() * POINT
    figure.text(
        x / WIDTH,
        1.0 - top / tall,
        words,
        ha="right" if right else "left",
        va="top",
        fontsize=SMALL if quiet else TEXT,
        color=MUTED if quiet else INK,
        weight="normal" if quiet else "bold",
    )


def boxes(
    axes: Axes, places: Iterable[Box], colour: str, *, hatch: str | None = None, ground: str = ""
) -> None:
    """Fill rectangles (left, low, width, height) as one patch: fast for a year of them.

    With a ``hatch`` they are filled with ``ground`` and hatched in ``colour``.
    """
    corners: list[tuple[float, float]] = []
    for x, y, width, height in places:
        corners += [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    if not corners:
        return
    codes = [Path.MOVETO, *3 * [Path.LINETO], Path.CLOSEPOLY] * (len(corners) // 5)
    axes.add_patch(
        PathPatch(
            Path(corners, codes),
            facecolor=ground if hatch else colour,
            edgecolor=colour,
            hatch=hatch,
            linewidth=0,
        )
    )


def halo(ground: str) -> list[AbstractPathEffect]:
    """Return the outline that keeps text readable on a line, in the background's colour."""
    return [withStroke(linewidth=3.0, foreground=ground)]


def width_of(text: Text) -> float:
    """Return how wide a text is drawn, in logical pixels."""
    return float(text.get_window_extent().width) / SHARPNESS


def side_by_side(left: Text, right: Text, room: float) -> None:
    """Make the right one of two texts small enough that they do not touch."""
    wide, rest = width_of(right), room - width_of(left) - APART
    if wide > rest > 0:
        right.set_fontsize(float(right.get_fontsize()) * max(LEAST, rest / wide))


def png(figure: Figure) -> bytes:
    """Return the figure as a PNG without metadata; texts that are too long for it are smaller."""
    _fit(figure)
    out = io.BytesIO()
    figure.savefig(
        out,
        format="png",
        facecolor=GROUND,
        metadata={"Software": None},
        pil_kwargs={"compress_level": 4},
    )
    return out.getvalue()


def _fit(figure: Figure) -> None:
    """Make the texts smaller that reach out of the picture: words are longer in some languages."""
    figure.draw_without_rendering()  # legends find their places
    wide = figure.bbox.width
    for legend in figure.findobj(Legend):
        outside = -legend.get_window_extent().x0
        for text in legend.get_texts() if outside > 0 else ():
            text.set_fontsize(SMALL * max(LEAST, 1 - outside / wide))
    for text in figure.findobj(Text):
        box = text.get_window_extent()
        outside = max(0.0, -box.x0) + max(0.0, box.x1 - wide)
        if text.get_text() and outside > 0:
            left = (box.width - outside) / box.width
            text.set_fontsize(float(text.get_fontsize()) * max(LEAST, 0.97 * left))
