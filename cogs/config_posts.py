"""``/config post``: a server's scheduled posts; loaded after ``cogs.config`` to join its group."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import discord
from discord import app_commands

from bot.client.answering import mark_kept
from bot.client.app import LegdayBot
from bot.client.entries import Choices, Named, chosen_entry, matching
from bot.client.installs import managed_guild_id
from bot.client.interactions import Interaction, answer, number, switched_on, update
from bot.client.post_options import KINDS, OPTIONS, Channel, check_reach
from bot.domain.decisions import posts
from bot.domain.decisions.posts import PostDraft
from bot.domain.decisions.servers import PlannedPost, Server, ServerChange
from bot.domain.facts.errors import NotAllowed
from bot.domain.facts.settings import GuildSettings
from bot.domain.timing.spreading import WORTH_SPREADING
from bot.texts import commands as described
from bot.texts.card import Card
from bot.texts.servers import posts as posts_texts

T = TypeVar("T")


class ConfigPosts(app_commands.Group):
    """The commands; posts are looked up among the server's own only (R29)."""

    def __init__(self, bot: LegdayBot) -> None:
        super().__init__(name="post", description=described.CONFIG_POST)
        router = bot.router
        self._servers = bot.store.servers
        self._reminders = bot.store.reminders
        self._clock = bot.clock
        self._wake = bot.ring
        self._after = bot.after_set_up
        router.on("post.pause", partial(self._press_pause, paused=True))
        router.on("post.resume", partial(self._press_pause, paused=False))
        router.on("post.unping", self._press_unping)
        router.on("post.spread", self._press_spread)
        router.on("post.remove", self._press_remove)

    @app_commands.command(name="add", description=described.CONFIG_POST_ADD)
    @app_commands.describe(**OPTIONS)
    @app_commands.choices(kind=KINDS)
    async def add(
        self,
        interaction: Interaction,
        kind: str,
        time: app_commands.Range[str, 1, 20],
        days: app_commands.Range[str, 1, 80] | None = None,
        channel: Channel | None = None,
        role: discord.Role | None = None,
        text: app_commands.Range[str, 1, 1000] | None = None,
    ) -> None:
        draft = _draft(kind, time, days, channel, role, text)
        await self._after.do(interaction, partial(self._add, interaction.id, draft, channel, role))

    async def _add(
        self,
        post_id: int,
        draft: PostDraft,
        channel: Channel | None,
        role: discord.Role | None,
        interaction: Interaction,
    ) -> None:
        managed_guild_id(interaction)
        await check_reach(self._servers, interaction, None, channel, role)
        now = self._clock.now()
        planned, settings = await self._revise(
            interaction, lambda server: posts.add(server, post_id, draft, now)
        )
        together = await self._together(planned)
        if together > WORTH_SPREADING:
            planned, settings = await self._spread(interaction, planned.post.post_id, on=True)
        await answer(
            interaction, posts_texts.planned(planned, settings, together, title=posts_texts.NEW)
        )

    @app_commands.command(name="list", description=described.CONFIG_POST_LIST)
    async def list_posts(self, interaction: Interaction) -> None:
        server = await self._servers.look(managed_guild_id(interaction))
        await answer(interaction, posts_texts.listed(server.posts))

    @app_commands.command(name="edit", description=described.CONFIG_POST_EDIT)
    @app_commands.describe(entry=described.CONFIG_POST_ENTRY, **OPTIONS)
    @app_commands.choices(kind=KINDS)
    async def edit(
        self,
        interaction: Interaction,
        entry: str,
        kind: str | None = None,
        time: app_commands.Range[str, 1, 20] | None = None,
        days: app_commands.Range[str, 1, 80] | None = None,
        channel: Channel | None = None,
        role: discord.Role | None = None,
        text: app_commands.Range[str, 1, 1000] | None = None,
    ) -> None:
        managed_guild_id(interaction)
        entry = await chosen_entry(interaction, entry, self._named)
        await check_reach(self._servers, interaction, entry, channel, role)
        draft = _draft(kind, time, days, channel, role, text)
        now = self._clock.now()
        planned, settings = await self._revise(
            interaction, lambda server: posts.edit(server, number(entry), draft, now)
        )
        together = await self._together(planned)
        await answer(interaction, posts_texts.planned(planned, settings, together))

    @app_commands.command(name="pause", description=described.CONFIG_POST_PAUSE)
    @app_commands.describe(entry=described.CONFIG_POST_ENTRY)
    async def pause(self, interaction: Interaction, entry: str) -> None:
        chosen = await chosen_entry(interaction, entry, self._named)
        await answer(interaction, await self._pause(interaction, chosen, paused=True))

    @app_commands.command(name="resume", description=described.CONFIG_POST_RESUME)
    @app_commands.describe(entry=described.CONFIG_POST_ENTRY)
    async def resume(self, interaction: Interaction, entry: str) -> None:
        chosen = await chosen_entry(interaction, entry, self._named)
        await answer(interaction, await self._pause(interaction, chosen, paused=False))

    @app_commands.command(name="remove", description=described.CONFIG_POST_REMOVE)
    @app_commands.describe(entry=described.CONFIG_POST_ENTRY)
    async def remove(self, interaction: Interaction, entry: str) -> None:
        chosen = await chosen_entry(interaction, entry, self._named)
        await answer(interaction, await self._remove(interaction, chosen))

    @edit.autocomplete("entry")
    @pause.autocomplete("entry")
    @resume.autocomplete("entry")
    @remove.autocomplete("entry")
    async def own_posts(self, interaction: Interaction, typed: str) -> Choices:
        """Complete an option with the server's posts, for those who may change them."""
        try:
            return matching(await self._named(interaction), typed)
        except NotAllowed:
            return []

    async def _named(self, interaction: Interaction) -> list[Named]:
        server = await self._servers.look(managed_guild_id(interaction))
        return [(posts_texts.label(post), post.post_id) for post in server.posts]

    async def _press_pause(self, interaction: Interaction, entry: str, *, paused: bool) -> None:
        await update(interaction, await self._pause(interaction, entry, paused=paused))

    async def _press_unping(self, interaction: Interaction, entry: str) -> None:
        now = self._clock.now()
        planned, settings = await self._revise(
            interaction, lambda server: posts.unping(server, number(entry), now)
        )
        await update(interaction, posts_texts.planned(planned, settings))

    async def _press_spread(self, interaction: Interaction, entry: str, wanted: str) -> None:
        on = switched_on(wanted)
        planned, settings = await self._spread(interaction, number(entry), on=on)
        together = await self._together(planned)
        await update(interaction, posts_texts.planned(planned, settings, together))

    async def _press_remove(self, interaction: Interaction, entry: str) -> None:
        await update(interaction, await self._remove(interaction, entry))

    async def _pause(self, interaction: Interaction, entry: str, *, paused: bool) -> Card:
        now = self._clock.now()
        planned, settings = await self._revise(
            interaction, lambda server: posts.pause(server, number(entry), now, paused=paused)
        )
        return posts_texts.planned(planned, settings, title=posts_texts.RESUMED)

    async def _remove(self, interaction: Interaction, entry: str) -> Card:
        gone, _ = await self._revise(
            interaction, lambda server: posts.remove(server, number(entry))
        )
        return posts_texts.removed(gone)

    async def _spread(
        self, interaction: Interaction, post_id: int, *, on: bool
    ) -> tuple[PlannedPost, GuildSettings]:
        now = self._clock.now()
        return await self._revise(
            interaction, lambda server: posts.spread(server, post_id, now, on=on)
        )

    async def _together(self, planned: PlannedPost) -> int:
        """Return how many messages are due in the minute of the post's next occurrence."""
        if not planned.ahead:
            return 0
        return await self._reminders.due_together(planned.ahead[0].due_at)

    async def _revise(
        self, interaction: Interaction, decide: Callable[[Server], tuple[ServerChange, T]]
    ) -> tuple[T, GuildSettings]:
        guild_id = managed_guild_id(interaction)

        def with_settings(server: Server) -> tuple[ServerChange, tuple[T, GuildSettings]]:
            change, result = decide(server)
            return change, (result, server.settings)

        revised = await self._servers.revise(
            guild_id, now=self._clock.now(), decide=with_settings, by=interaction.user.id
        )
        mark_kept(interaction)
        self._wake()
        return revised


def _draft(
    kind: str | None,
    time: str | None,
    days: str | None,
    channel: Channel | None,
    role: discord.Role | None,
    text: str | None,
) -> PostDraft:
    return PostDraft(
        kind=kind,
        at=time,
        days=days,
        channel_id=None if channel is None else channel.id,
        role_id=None if role is None else role.id,
        text=text,
    )


async def setup(bot: LegdayBot) -> None:
    """Hang the group under ``/config``."""
    bot.tree.group("config").add_command(ConfigPosts(bot))
