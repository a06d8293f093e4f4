"""Every statement of the store, prepared by PostgreSQL: it is legal, and takes whole numbers whole.

A parameter that PostgreSQL takes for a 4-byte integer fails at the first id or in 2038.
"""

import importlib
import pkgutil
import re

import asyncpg  # type: ignore[import-untyped]  # it brings no types

import bot.store
from bot.store.engine.dialect import postgresql_dialect

STATEMENT = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE)\b")
KEYS_OF_LOCKS = "bot.store.cluster.anchor."  # pairs of small numbers of ours, and a session's id
SQLITES_OWN = {"bot.store.copies.restoring", "bot.store.moving.tables"}


def statements():
    """Yield every statement that a module of the store has as a constant, and where."""
    for module in pkgutil.walk_packages(bot.store.__path__, "bot.store."):
        if module.name in SQLITES_OWN:
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            texts = value.values() if isinstance(value, dict) else [value]
            for text in texts:
                if name.isupper() and isinstance(text, str) and STATEMENT.match(text):
                    yield f"{module.name}.{name}", text


async def test_every_statement_is_legal_and_its_parameters_hold_any_value(url):
    session = await asyncpg.connect(url)
    found = {text: where for where, text in statements()}
    odd = {}
    for text, where in found.items():
        prepared = await session.prepare(postgresql_dialect(text))
        types = {one.name for one in prepared.get_parameters()} - {"int8", "text", "float8"}
        if types and not where.startswith(KEYS_OF_LOCKS):
            odd[where] = types
    await session.close()

    assert odd == {}
    assert len(found) > 200
