"""Whether a database on a PostgreSQL server is copied, for which its operator has to care."""

import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.config import Config
from bot.runtime.dumps import dumps
from bot.store.copies.backup import made_at
from bot.store.engine.errors import StoreError
from bot.store.engine.server_facts import ServerFacts, look

log = logging.getLogger(__name__)

COPY_EVERY = timedelta(hours=48)
LOOK_EVERY = timedelta(days=1)


def is_copied(config: Config, facts: ServerFacts, now: datetime) -> bool:
    """Tell whether the server archives its log, or a copy of ours is of the last two days."""
    made = dumps(config)
    return facts.archives or bool(made and now - made_at(made[-1]) <= COPY_EVERY)


async def look_for_copies(config: Config, clock: Clock) -> None:
    """Warn each day while the database is not copied; a supervised loop."""
    while True:
        await clock.sleep(LOOK_EVERY.total_seconds())
        await warn_unless_copied(config, clock)


async def warn_unless_copied(config: Config, clock: Clock) -> None:
    """Log a warning if nothing is left of the database where its server is lost."""
    try:
        facts = await look(config.database_url)
    except StoreError:
        return  # said elsewhere
    if not is_copied(config, facts, clock.now()):
        log.warning(
            "the server does not archive its log, and %s has no copy of the last two days: see "
            "docs/scaling.md",
            config.backup_dir,
        )
