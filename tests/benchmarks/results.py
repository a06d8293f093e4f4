"""Figures: how samples become one, how they are shown, and when a target is met."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a figure should be: at most so much, or at least."""

    value: float
    at_least: bool = False

    def met_by(self, reached: float) -> bool:
        """Tell whether a figure is good enough."""
        return reached >= self.value if self.at_least else reached <= self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: the median of several rounds, and how far they lay apart.

    Attributes:
        what: what was measured, and against what.
        rounds: the figure of each round.
        unit: `x` for a ratio, `%` for a share, `MB`, `KiB`.
        target: what it should be; without one it is only told.
        figures: the absolute figures behind it, by name with their unit.
    """

    what: str
    rounds: Sequence[float]
    unit: str
    target: Target | None = None
    figures: Mapping[str, float] = field(default_factory=dict)

    @property
    def reached(self) -> float:
        """The median over the rounds: a noisy neighbour spoils one round, not the figure."""
        return median(self.rounds)

    @property
    def met(self) -> bool | None:
        """Whether the target is met; `None` without one."""
        return None if self.target is None else self.target.met_by(self.reached)

    def as_json(self) -> dict[str, object]:
        """Return everything as plain JSON types."""
        return {**asdict(self), "reached": self.reached, "met": self.met}


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the sample below which `share` (0 to 1) of them lie."""
    ordered = sorted(samples)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def table(rows: Sequence[Row]) -> str:
    """Lay rows out for a terminal."""
    lines = [("measured", "reached", "rounds", "target", "")]
    lines += [_line(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    shown = [
        f"{what:<{widths[0]}}  {reached:>{widths[1]}}  {spread:>{widths[2]}}  "
        f"{target:>{widths[3]}}  {met}".rstrip()
        for what, reached, spread, target, met in lines
    ]
    return "\n".join([shown[0], "-" * len(shown[0]), *shown[1:]])


def _line(row: Row) -> tuple[str, str, str, str, str]:
    target, met = "", ""
    if row.target is not None:
        target = f"{'≥' if row.target.at_least else '≤'} {_number(row.target.value)} {row.unit}"
        met = "met" if row.met else "NOT MET"
    spread = f"{_number(min(row.rounds))} to {_number(max(row.rounds))}"
    return row.what, f"{_number(row.reached)} {row.unit}", spread, target, met


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
