"""How many generated examples a property tries."""

from hypothesis import settings


def examples(full: int) -> settings:
    """Try this many examples; a quarter of them in the default profile, which has to be fast."""
    return settings(max_examples=share(full), deadline=None)


def share(full: int) -> int:
    """How many of so many cases are tried in the profile at hand."""
    return full // 4 if settings.get_current_profile_name() == "default" else full
