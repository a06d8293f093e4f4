"""What processes of ``tests.forked`` begin with: all that ``python -m bot`` imports."""

import gc
import importlib

from bot.client.app import EXTENSIONS

for module in ("bot.runtime.process", "bot.cli.sandbox", "bot.sandbox.web", *EXTENSIONS):
    importlib.import_module(module)
gc.collect()
gc.freeze()  # else every collection of a process would copy all of it
