"""How many generated examples a property tries."""

from hypothesis import settings


def examples(full: int) -> settings:
    """Try this many examples; a quarter of them in the default profile, which has to be fast."""
    hurried = settings.get_current_profile_name() == "default"
    return settings(max_examples=full // 4 if hurried else full, deadline=None)
