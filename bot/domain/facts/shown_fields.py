"""What a form or a list of choices showed, carried by its action as a digest of each field.

An older form that is still open must not write back values that somebody changed meanwhile: only
fields that differ from what was shown are taken. Digests fit an action's 100 characters and outlive
a restart; a form of a release without them writes all its fields.
"""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Collection, Mapping
from dataclasses import dataclass

BYTES = 3  # of a digest: four characters, and one in 16 million for two values to look alike
LENGTH = 4


@dataclass(frozen=True, slots=True)
class ShownFields:
    """The digests of a form's fields, in order of their names; empty where nothing is known."""

    digests: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> "ShownFields":
        """Return the digests of the fields as they are shown."""
        return cls("".join(_digest(fields[name]) for name in sorted(fields)))

    def fits(self, typed: Collection[str]) -> bool:
        """Tell whether a form with these digests may have sent these fields."""
        return len(self.digests) in {0, LENGTH * len(typed)}

    def changed_since(self, stored: Mapping[str, str]) -> bool:
        """Tell whether what is stored reads otherwise now than the form showed it."""
        return self._knows(stored) and ShownFields.of(stored) != self

    def merged(self, typed: Mapping[str, str], stored: Mapping[str, str]) -> dict[str, str]:
        """Return the stored fields with those that were typed over; all typed if none is known."""
        if not self._knows(stored):
            return dict(typed)
        return {**stored, **self.typed_over(typed)}

    def typed_over(self, typed: Mapping[str, str]) -> dict[str, str]:
        """Return the fields that differ from what was shown; all typed if none is known."""
        if not self._knows(typed):
            return dict(typed)
        shown = {
            name: self.digests[place * LENGTH :][:LENGTH]
            for place, name in enumerate(sorted(typed))
        }
        return {name: text for name, text in typed.items() if _digest(text) != shown[name]}

    def _knows(self, fields: Mapping[str, str]) -> bool:
        return bool(fields) and len(self.digests) == LENGTH * len(fields)


def _digest(text: str) -> str:
    words = " ".join(text.split()).encode()  # clients trim, and change how lines end
    return urlsafe_b64encode(hashlib.blake2b(words, digest_size=BYTES).digest()).decode()
