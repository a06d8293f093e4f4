"""Database maintenance: opening, replanning for new time zone rules, backups, daily purges."""

import logging
import sys
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from bot.clock import Clock
from bot.config import Config
from bot.domain.decisions.replanning import replan_if_timed
from bot.domain.decisions.servers import Server, ServerChange, plan
from bot.domain.facts.member import Change, Member
from bot.domain.timing.posts import on_date
from bot.runtime.dumps import dump
from bot.store.copies.backup import Backups, BackupSettings
from bot.store.engine.errors import StoreError
from bot.store.engine.files import database_path, is_server
from bot.store.store import Store, open_store

log = logging.getLogger(__name__)

FIRST_LOOK = timedelta(minutes=1)  # after the start, which is busy enough
ZONES_KEY = "tzdata"  # in table meta: the version the plans were made with
LOOK_EVERY = timedelta(minutes=10)
FILES_EVERY = timedelta(seconds=30)
TIDY_EVERY = timedelta(days=1)


def opened(config: Config, clock: Clock) -> AbstractAsyncContextManager[Store]:
    """Open the store, checked and migrated."""
    return open_store(
        config.database_url, clock=clock, backups=settings(config), pool=config.database_pool
    )


def settings(config: Config) -> BackupSettings:
    """Return the backup settings: folder, how many are kept, how often."""
    return BackupSettings(
        folder=config.backup_dir,
        keep=config.backup_keep,
        every=timedelta(hours=config.backup_every_hours),
    )


async def back_up(store: Store, clock: Clock) -> None:
    """Make a backup whenever one is due; a supervised loop."""
    await clock.sleep(FIRST_LOOK.total_seconds())
    while True:
        if not store.lost:  # else another's file would be copied, and crowd out the sound ones
            await store.backups.make_when_due()
        await clock.sleep(LOOK_EVERY.total_seconds())


async def look_after_files(store: Store, clock: Clock) -> None:
    """Check that the database's file is still there, and erase deleted entries; a loop."""
    while True:
        await clock.sleep(FILES_EVERY.total_seconds())
        if not await store.look_after_files():
            log.error(
                "unhealthy: %s was deleted or replaced while the bot runs; nothing is kept any "
                "more. Stop the bot, then restore the newest copy in %s",
                store.backups.path,
                store.backups.folder,
            )


async def tidy(store: Store, clock: Clock) -> None:
    """Mend missing plans and purge members silent for 24 months, daily; a supervised loop."""
    await plan_stranded(store, clock.now())
    await clock.sleep(FIRST_LOOK.total_seconds())
    while True:
        gone = await store.members.purge(clock.now())
        if gone:
            log.info("members purged after 24 months of silence: %d", gone)
        left = await store.guilds.purge()
        if left:
            log.info("servers left 30 days ago, deleted: %d", left)
        await store.post_counts.fold()
        await store.roll_closing.purge()
        await store.memberships.purge()
        store.backups.forget_old()
        await store.database.make_room()
        await clock.sleep(TIDY_EVERY.total_seconds())
        await plan_stranded(store, clock.now())


async def plan_stranded(store: Store, now: datetime) -> None:
    """Plan every active post and rule that has no planned occurrence, as after a repair."""
    for post in await store.posts.stranded():
        decide = partial(_plan, post_id=post.post_id, now=now)
        if await store.servers.revise(post.guild_id, now=now, decide=decide):
            log.warning(
                "post %d of server %d had no planned occurrence: planned",
                post.post_id,
                post.guild_id,
            )
        else:
            log.warning(
                "post %d of server %d has no possible occurrence", post.post_id, post.guild_id
            )
    helped, lost = await store.rules.plan_stranded(now)
    if helped or lost:
        log.warning(
            "rules without a planned occurrence: %d planned, %d without a time zone", helped, lost
        )


async def follow_zones(store: Store, version: str, now: datetime) -> None:
    """Replan occurrences still to come if the time zone database has changed.

    Every occurrence keeps its nominal date and its wall time. Only what nobody has tried to send
    moves, so that nothing comes twice.

    The store is open, and nothing was sent yet; ``version`` is of the database in use.
    """
    before = await store.meta.get(ZONES_KEY)
    if before == version:
        return
    if before is not None:
        log.info("time zone rules are now %s, were %s: planning anew", version, before)
        await _move_posts(store)
        for member_id in await store.reminders.planned(now):
            decide = partial(_replan, now=now)
            await store.members.revise(member_id, None, now=now, decide=decide)
        await store.rules.plan_anew(now)
    await store.meta.set(ZONES_KEY, version)


async def copy_database(config: Config, clock: Clock, target: Path | None) -> Path:
    """Copy the database to ``target``, or into the backup folder; return the path.

    Raises:
        StoreError: there is no database, ``target`` is taken, or the copy is not sound.
    """
    if is_server(config.database_url):
        return await dump(config, clock.now(), target)
    path = database_path(config.database_url)
    if not path.exists():
        raise StoreError(f"{path} does not exist yet: start the bot once, then copy.")
    if target is None:
        return await Backups(path, settings(config), clock).make()
    if target.exists():  # noqa: ASYNC240 (nothing else runs in this process)
        raise StoreError(f"{target} exists already: choose another name.")
    beside = BackupSettings(folder=target.parent, keep=sys.maxsize)
    return await Backups(path, beside, clock).make(target)


async def _move_posts(store: Store) -> None:
    moved, quiet = [], {}
    for post, waiting in await store.posts.waiting():
        if post.guild_id not in quiet:
            quiet[post.guild_id] = (await store.guilds.get(post.guild_id)).quiet
        anew = on_date(post, quiet[post.guild_id], waiting.nominal_date)
        if anew is not None and anew != waiting:
            moved.append(anew)
    await store.posts.move(moved)


def _replan(member: Member, *, now: datetime) -> tuple[Change, None]:
    return Change(plan=replan_if_timed(member, now)), None


def _plan(server: Server, *, post_id: int, now: datetime) -> tuple[ServerChange, bool]:
    """Decide a post's next occurrences; the result is whether there are any."""
    changed = tuple(
        plan(post, server.settings.quiet, now) for post in server.posts if post.post_id == post_id
    )
    return ServerChange(changed=changed), any(planned.ahead for planned in changed)
