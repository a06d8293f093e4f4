"""``/help``: what it does, by role."""


async def test_help_shows_members_their_commands_and_no_others(gym, ann, snapshot):
    shown = await ann.slash("help")
    in_dm = await ann.dm_slash("help")

    assert shown.ephemeral
    for name in ("/legday log", "/canirun", "/reminders", "/profile", "/mydata"):
        assert f"`{name}`" in shown.text
    assert "/config" not in shown.text
    assert shown.text == snapshot
    assert "http" not in shown.text
    assert in_dm.text == shown.text


async def test_help_shows_admins_the_config_part_in_their_server_only(gym, coach, snapshot):
    shown = await coach.slash("help")
    in_dm = await coach.dm_slash("help")

    assert shown.text == snapshot
    assert "/config" not in in_dm.text


async def test_help_tells_an_admin_of_every_command(gym, coach):
    shown = await coach.slash("help")

    every = {each.name for each in gym.bot.tree.walk_commands()} - {"help"}
    assert [name for name in every if name not in shown.text] == []


async def test_help_names_only_commands_that_exist(gym, coach):
    shown = await coach.slash("help")

    known = {command.name for command in gym.bot.tree.get_commands()}
    named = {word.split("`")[0].split()[0] for word in shown.text.split("`/")[1:]}
    assert named <= known
