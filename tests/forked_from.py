"""What processes of ``tests.forked`` begin with: all that ``python -m bot`` imports."""

import gc
import importlib
from collections.abc import Callable
from functools import partial

from bot.client import app
from bot.client.app import EXTENSIONS
from bot.rendering.charts.renderer import Renderer

for module in ("bot.runtime.process", "bot.cli.sandbox", "bot.sandbox.web", *EXTENSIONS):
    importlib.import_module(module)
gc.collect()
gc.freeze()  # else every collection of a process would copy all of it


def drawing_by(worker: tuple[str, ...], run: Callable[..., int], *told: object) -> int:
    """Run a function with the bots in it drawing by another command."""
    vars(app)["Renderer"] = partial(Renderer, worker=worker)
    return run(*told)
