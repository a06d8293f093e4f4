"""The drawing process: pictures in, PNGs out. ``bot.rendering.charts.renderer`` starts it."""

import pickle

from bot.workers.serving import serve

LONGEST = 30  # seconds for one picture, more than the renderer waits


def main() -> None:
    """Draw each request until the input ends."""
    serve(_drawn, longest=LONGEST)


def _drawn(request: bytes) -> bytes:
    from bot.rendering.charts.drawing.draw import draw  # noqa: PLC0415 (a broken library is an answer too)

    return draw(pickle.loads(request))  # noqa: S301 (from the bot itself, by its own pipe)


if __name__ == "__main__":
    main()
