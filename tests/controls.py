"""What a message offers to press or choose: tests name it by action, so that labels may change."""

from bot.sandbox import Seen
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.shapes import Json


def actions(seen: Seen) -> list[str]:
    """Return what its buttons and menus do, without what it is about, in the order shown."""
    return [_action(one) for one in seen.components if one.get("custom_id")]


def buttons(seen: Seen) -> list[str]:
    """Return what its buttons do."""
    return [_action(one) for one in _buttons(seen)]


def enabled(seen: Seen) -> list[str]:
    """Return what those of its buttons do that are not greyed out."""
    return [_action(one) for one in _buttons(seen) if not one.get("disabled")]


def _buttons(seen: Seen) -> list[Json]:
    return [one for one in seen.components if one["type"] == BUTTON and one.get("custom_id")]


def _action(part: Json) -> str:
    return str(part["custom_id"]).partition(":")[0]
