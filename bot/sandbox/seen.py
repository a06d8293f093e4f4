"""What a person sees: a message, a form, or no response."""

import re
from dataclasses import dataclass

from bot.sandbox import shapes
from bot.sandbox.limits import modals
from bot.sandbox.limits.choosing import SELECTS
from bot.sandbox.limits.components import BUTTON, TEXT
from bot.sandbox.shapes import Json

LINK_STYLE = 5
COMMAND = re.compile(r"</([^:>]+):\d+>")


class NoAnswer(Exception):
    """The bot did not answer in time; its text is what the person reads."""


NOT_RESPONDING = "The application did not respond"
STILL_THINKING = "The application is still thinking"


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as one person sees it; `raw` is Discord's JSON at that moment."""

    raw: Json

    @property
    def id(self) -> int:
        """The message's id."""
        return int(self.raw["id"])

    @property
    def channel_id(self) -> int:
        """The id of the channel it is in."""
        return int(self.raw["channel_id"])

    @property
    def components(self) -> list[Json]:
        """Every component, nested ones too, in the order shown."""
        return shapes.walk(self.raw["components"])

    @property
    def text(self) -> str:
        """Every word to read, line by line: content, embeds, text displays, placeholders.

        Mentions of commands as `/name`: their ids differ from run to run.
        """
        words = [self.raw["content"]]
        for embed in self.raw["embeds"]:
            fields = [one[key] for one in embed.get("fields") or () for key in ("name", "value")]
            footer = (embed.get("footer") or {}).get("text")
            words += [embed.get("title"), embed.get("description"), *fields, footer]
        for part in self.components:
            if part["type"] == TEXT:
                words.append(part["content"])
            elif part["type"] in SELECTS:
                words.append(part.get("placeholder"))
        return COMMAND.sub(r"`/\1`", "\n".join(one for one in words if one))

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons that can be pressed or followed; emoji for those without."""
        return [label(part) for part in self.components if part["type"] == BUTTON]

    @property
    def enabled(self) -> list[str]:
        """The labels of the buttons that are not greyed out."""
        buttons = [part for part in self.components if part["type"] == BUTTON]
        return [label(part) for part in buttons if not part.get("disabled")]

    @property
    def selects(self) -> list[Json]:
        """Its select menus."""
        return [part for part in self.components if part["type"] in SELECTS]

    @property
    def ephemeral(self) -> bool:
        """Whether only this person sees it."""
        return bool(self.raw["flags"] & shapes.EPHEMERAL)

    @property
    def edited(self) -> bool:
        """Whether it was changed after it was sent."""
        return self.raw["edited_timestamp"] is not None

    @property
    def attachments(self) -> list[Json]:
        """Its files."""
        attached: list[Json] = self.raw["attachments"]
        return attached

    def find(self, words: str, kinds: frozenset[int]) -> Json | None:
        """Find a component by its label, placeholder or custom id, or else by its action.

        The action is the custom id up to a colon, as a rule the first: ``undo`` of ``undo:123``.
        """
        parts = [part for part in self.components if part["type"] in kinds]
        exact = (part for part in parts if words in (label(part), part.get("custom_id")))
        acting = (part for part in parts if str(part.get("custom_id")).startswith(f"{words}:"))
        return next(exact, None) or next(acting, None)


@dataclass(frozen=True, slots=True)
class SeenForm:
    """An open modal."""

    raw: Json
    interaction_id: int

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.raw["title"])

    @property
    def custom_id(self) -> str:
        """Its custom id."""
        return str(self.raw["custom_id"])

    @property
    def labels(self) -> list[str]:
        """The labels of its fields."""
        return list(self.fields)

    @property
    def fields(self) -> dict[str, Json]:
        """Its fields by label."""
        return {one["label"]: one for one in modals.fields(self.raw).values()}

    @property
    def text(self) -> str:
        """Every word to read: title, text displays, labels and descriptions."""
        words = [self.title]
        for row in self.raw["components"]:
            words += [row.get("content"), row.get("label"), row.get("description")]
            words += [one.get("label") for one in row.get("components") or ()]
        return "\n".join(one for one in words if one)

    def value(self, name: str) -> object:
        """Return what a field, by label or custom id, is filled with when the form opens."""
        for title, one in self.fields.items():
            if name in (title, one["custom_id"]):
                return one.get("value")
        raise KeyError(name)


def label(part: Json) -> str:
    """Return the words by which a person knows a component."""
    emoji = (part.get("emoji") or {}).get("name") or ""
    return str(part.get("label") or part.get("placeholder") or emoji)
