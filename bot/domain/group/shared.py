"""What a shared card says, as a short text kept with its roll: what is public, and nothing else."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.facts.training import Activity, Focus, RunKind

CARD_OPEN = timedelta(hours=48)  # for cheers


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLegDay:
    """A leg day that was done."""

    focus: Focus


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedVerdict:
    """The run that was offered."""

    offer: RunKind | None  # ``None`` for rest
    later: bool  # it is planned for later
    sport: Activity | None = None  # another one that was offered


def packed(shared: SharedLegDay | SharedVerdict) -> str:
    """Return what is shared as text."""
    if isinstance(shared, SharedLegDay):
        return f"legs:{shared.focus}"
    later = "later" if shared.later else "now"
    return f"run:{shared.offer or ''}:{later}:{shared.sport or ''}"


def unpacked(text: str) -> SharedLegDay | SharedVerdict:
    """Return what a text tells."""
    what, *told = text.split(":")
    if what == "legs":
        return SharedLegDay(focus=Focus(told[0]))
    offer, later, sport = told
    return SharedVerdict(
        offer=RunKind(offer) if offer else None,
        later=later == "later",
        sport=Activity(sport) if sport else None,
    )
