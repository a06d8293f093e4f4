"""What processes of ``tests.forked`` begin with: what ``python -m bot`` imports, and drawing."""

import gc
import importlib

from bot.client.app import EXTENSIONS

RUN, SANDBOX = ("bot.runtime.process", *EXTENSIONS), ("bot.cli.sandbox", "bot.sandbox.web")
for module in (*RUN, *SANDBOX, "bot.rendering.charts.drawing.draw"):
    importlib.import_module(module)
gc.collect()
gc.freeze()  # else every collection of a process would copy all of it
