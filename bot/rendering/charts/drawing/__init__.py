"""Drawing with matplotlib, imported by the drawing process only."""

from matplotlib import artist

# A third of the library's start is writing its manual.
artist.kwdoc = lambda _: ""  # type: ignore[assignment]
