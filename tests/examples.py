"""How many generated examples a property tries."""

from typing import Final

from hypothesis import settings

SHARES: Final = {"default": 4, "fast": 12}
"""Of how many examples one is tried, in the profiles of every day."""


def examples(full: int) -> settings:
    """Try this many examples, or the profile's share of them."""
    return settings(max_examples=share(full), deadline=None)


def share(full: int) -> int:
    """How many of so many cases are tried in the profile at hand."""
    return full // SHARES.get(settings.get_current_profile_name(), 1)
