"""Who may not: each command, control, form and completion of `/config`, without the right."""

from datetime import time

import pytest
from discord import app_commands

from bot.domain.facts.settings import GuildSettings, QuietHours
from bot.sandbox import ClientRefusal
from bot.store.servers.servers import Servers
from tests import stored
from tests.refusals import refusal

COMMANDS = {
    "config setup": {},
    "config show": {},
    "config group": {},
    "config quiet-hours": {"start": "20:00", "end": "9:00"},
    "config reset": {},
    "config post add": {"kind": "hydrate", "time": "12:00"},
    "config post list": {},
    "config post edit": {"entry": "{post}", "time": "12:00"},
    "config post pause": {"entry": "{post}"},
    "config post resume": {"entry": "{post}"},
    "config post remove": {"entry": "{post}"},
}
CONTROLS = {
    "config.panel": (),
    "config.channel": ("{channel}",),
    "config.gather": (),
    "config.zone": (),
    "config.zone_picked": ("America/New_York",),
    "config.language": ("de",),
    "config.quiet": (),
    "config.posts:off": (),
    "config.reminders:off": (),
    "config.reset": (),
    "config.keep": (),
    "config.usual": (),
    "config.send": (),
    "config.group:off": (),
    "config.asking:off": (),
    "config.goal": ("30",),
    "config.welcome": (),
    "config.welcome_post": (),
    "post.pause:{post}": (),
    "post.resume:{post}": (),
    "post.unping:{post}": (),
    "post.spread:{post}:on": (),
    "post.remove:{post}": (),
}
FORMS = {
    "config.zone": ("config.zone_told", {"zone": "New York"}),
    "config.quiet": ("config.quiet_told", {"start": "1:00", "end": "2:00"}),
}
NEEDED = "needs_manage_server"


class Scene:
    """A server with settings and one post, and the panel its coach opened."""

    def __init__(self, gym):
        self.gym = gym
        self.servers = Servers(gym.store.database)

    async def set_up(self):
        guild_id = self.gym.sandbox.guild.id
        channel_id = int(self.gym.sandbox.general["id"])
        none = QuietHours(start=time(0), end=time(0))
        settings = GuildSettings(
            guild_id=guild_id, channel_id=channel_id, zone="Europe/Berlin", quiet=none
        )
        await stored.save_server(self.gym.store, settings, now=self.gym.clock.now())
        coach = self.gym.people["coach"]
        await coach.slash("config post add", kind="hydrate", time="18:00")
        self.panel = await coach.slash("config setup")
        self.post_id = (await self.kept()).posts[0].post_id
        self.before = await self.kept()

    async def kept(self, guild_id=None):
        return await self.servers.look(guild_id or self.gym.sandbox.guild.id)

    def fill_in(self, text):
        return text.format(post=self.post_id, channel=self.gym.sandbox.general["id"])

    async def press(self, person, action):
        """Send a control's interaction as somebody who need not see the control."""
        values = tuple(map(self.fill_in, CONTROLS[action]))
        kind = 8 if action == "config.channel" else 3 if values else 2
        return await person.press_custom_id(
            self.fill_in(action), on=self.panel, component_type=kind, values=values
        )


@pytest.fixture
async def scene(gym):
    made = Scene(gym)
    await made.set_up()
    return made


def test_table_has_every_command_and_control(gym):
    group = gym.bot.tree.get_command("config")
    commands = {
        one.qualified_name
        for one in group.walk_commands()
        if not isinstance(one, app_commands.Group)
    }
    ours = {
        name
        for name in gym.bot.router._handlers
        if name.startswith(("config.", "post."))
        and name != "post.done"
        # Only opens what somebody typed once more, for them; sending it is refused.
        and not name.endswith("_again")
    }

    assert commands == set(COMMANDS)
    assert ours == {name.split(":")[0] for name in CONTROLS} | {form for form, _ in FORMS.values()}


async def test_member_is_refused_every_command_and_completion(gym, ann, scene):
    # A server may hand the command to everyone: `default_permissions` is only a default.
    gym.sandbox.commands.named("config", None)["default_member_permissions"] = None

    for command, options in COMMANDS.items():
        given = {name: scene.fill_in(value) for name, value in options.items()}
        shown = await ann.slash(command, **given)

        assert (command, refusal(shown), shown.ephemeral) == (command, NEEDED, True)
    for command in ("edit", "pause", "resume", "remove"):
        assert await ann.complete(f"config post {command}", option="entry") == []
    assert await scene.kept() == scene.before


async def test_member_is_refused_every_control(gym, ann, scene):
    for action in CONTROLS:
        shown = await scene.press(ann, action)

        assert (action, refusal(shown)) == (action, NEEDED)
    assert await scene.kept() == scene.before


async def test_member_is_not_offered_the_command(ann):
    with pytest.raises(ClientRefusal):
        await ann.slash("config setup")


async def test_right_lost_between_panel_and_press_is_refused(gym, coach, scene):
    gym.sandbox.world.give_roles(gym.sandbox.guild, coach.id, [])

    for button in ("config.posts", "config.zone", "config.quiet"):
        shown = await coach.click(button, on=scene.panel)
        assert refusal(shown) == NEEDED
    chosen = await coach.select("config.channel", gym.sandbox.general)

    assert refusal(chosen) == NEEDED
    assert await scene.kept() == scene.before


@pytest.mark.parametrize("button", FORMS)
async def test_right_lost_while_a_form_is_open_is_refused(gym, coach, scene, button):
    await coach.click(button, on=scene.panel)
    gym.sandbox.world.give_roles(gym.sandbox.guild, coach.id, [])

    shown = await coach.fill(**FORMS[button][1])

    assert refusal(shown) == NEEDED
    assert await scene.kept() == scene.before


async def test_another_servers_admin_does_not_reach_the_post(gym, scene):
    world = gym.sandbox.world
    rival_guild = world.add_guild("Rival gym")
    world.add_channel(rival_guild, "rivals")
    head = world.add_role(rival_guild, "Head", ("manage_guild",))
    rival = gym.sandbox.person("rival", guild=rival_guild, roles=[head])
    panel = await rival.slash("config setup")
    entry = str(scene.post_id)

    seen = [
        await rival.slash("config post edit", entry=entry, time="12:00"),
        await rival.slash("config post pause", entry=entry),
        await rival.slash("config post remove", entry=entry),
        await rival.press_custom_id(f"post.pause:{entry}", on=panel),
        await rival.press_custom_id(f"post.remove:{entry}", on=panel),
    ]
    offered = await rival.complete("config post remove", option="entry")
    await rival.slash("config reset")
    await rival.click("config.reset")

    assert [refusal(shown) for shown in seen] == ["post_gone"] * 5
    assert offered == []
    assert await scene.kept() == scene.before


async def test_channel_of_another_server_is_refused(gym, coach, scene):
    foreign = gym.sandbox.world.add_channel(gym.sandbox.world.add_guild("Rival gym"), "rivals")
    command = coach.compose_slash(
        "config post add", kind="hydrate", time="12:00", channel=gym.sandbox.general
    )
    (group,) = command.payload["data"]["options"]
    group["options"][0]["options"][2]["value"] = foreign["id"]

    chosen = await coach.press_custom_id(
        "config.channel", on=scene.panel, component_type=8, values=(foreign["id"],)
    )
    added = await coach._shown(command)

    assert refusal(chosen) == "channel_not_here"
    assert refusal(added) == "channel_not_here"
    assert await scene.kept() == scene.before


NO_POSTS = ["water", "0", "99999999999999999999", "-1", "1 OR 1=1", "٣"]


async def test_entry_that_is_no_post_is_refused(coach, scene, subtests):
    for entry in NO_POSTS:
        with subtests.test(entry=entry):
            shown = await coach.slash("config post remove", entry=entry)

            assert refusal(shown) == ("post_gone" if entry == "0" else "entry_not_chosen")
            assert await scene.kept() == scene.before


FORGED = [
    ("config.zone_picked", ("Mars/Olympus",)),
    ("config.zone_picked", ("../../etc/passwd",)),
    ("config.channel", ("everything",)),
    ("post.pause:x", ()),
]


async def test_forged_values_are_refused_kindly(coach, scene, subtests, snapshot):
    for action, values in FORGED:
        with subtests.test(action=action, values=values):
            shown = await coach.press_custom_id(
                action, on=scene.panel, component_type=3 if values else 2, values=values
            )

            assert shown.text == snapshot(name=" ".join((action, *values)))
            assert await scene.kept() == scene.before
