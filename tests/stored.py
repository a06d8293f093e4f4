"""What tests write into a store without the decision a member or admin would come by."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from bot.domain.facts.member import Change
from bot.domain.facts.settings import GuildSettings, Post
from bot.domain.facts.training import LegSession
from bot.store.engine.heard import heard
from bot.store.groups import memberships
from bot.store.recurring import posts
from bot.store.servers import guilds
from bot.store.store import Store


async def save_server(store: Store, settings: GuildSettings, *, now: datetime) -> None:
    """Write a server's settings; its posts stay as they are."""
    steps = partial(guilds.save, settings, now)
    await store.database.transact(steps, alone=settings.guild_id)


async def add_post(store: Store, post: Post, first: Sequence[Any]) -> bool:
    """Insert a post and its first occurrence; tell whether the server had room for it."""
    steps = partial(posts.add, post, first, _now(store))
    return await store.database.transact(steps, alone=post.guild_id)


async def change_post(store: Store, post: Post, following: Sequence[Any]) -> bool:
    """Update a post and its next occurrence; tell whether the server still has it."""
    steps = partial(posts.update, post, following, _now(store))
    return await store.database.transact(steps, alone=post.guild_id)


async def remove_post(store: Store, guild_id: int, post_id: int) -> bool:
    """Delete one of a server's posts and its open occurrence."""
    return await store.database.transact(partial(posts.remove, guild_id, post_id), alone=guild_id)


async def posts_of(store: Store, guild_id: int) -> tuple[Post, ...]:
    """Return a server's posts by time of day."""
    return (await store.servers.look(guild_id)).posts


async def post_of(store: Store, guild_id: int, post_id: int) -> Post:
    """Return one of a server's posts."""
    listed = await posts_of(store, guild_id)
    return next(one for one in listed if one.post_id == post_id)


async def save_member(store: Store, member_id: int, change: Change, *, now: datetime) -> None:
    """Write a change of a member."""
    await store.members.revise(member_id, None, now=now, decide=lambda _: (change, None))


async def session_of(store: Store, member_id: int, session_id: int) -> LegSession:
    """Return one of a member's leg sessions."""
    page = await store.members.history(member_id, limit=1000)
    return next(one for one in page.entries if one.session_id == session_id)


async def join(store: Store, guild_id: int, member_id: int) -> None:
    """Have a member take part in a server's group life."""
    steps = partial(memberships.join, guild_id, member_id, _now(store), heard(member_id))
    await store.database.transact(steps, alone=member_id)


def _now(store: Store) -> datetime:
    return store.memberships._clock.now()
