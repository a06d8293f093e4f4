"""Compile the translations when a wheel is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface):  # type: ignore[misc]  # hatchling is not installed here
    """The build hook that ``pyproject.toml`` names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue before the files of the wheel are gathered."""
        sys.path.insert(0, str(Path(self.root)))
        from contrib.catalogues import compile_all  # noqa: PLC0415 (the root is on the path now)

        compile_all(anew=True)
