"""A small bot's command and Apps menu, registered with Polish words."""

import discord
from discord import app_commands

from bot.sandbox import Sandbox

KIND = {
    "name_localizations": {"pl": "rodzaj"},
    "description_localizations": {"pl": "Jaki bieg"},
}
EASY = {"name_localizations": {"pl": "Lekki"}}


@app_commands.command(description="Run?")
@app_commands.choices(
    kind=[
        app_commands.Choice(name="Easy", value="e"),
        app_commands.Choice(name="Race", value="r"),
    ]
)
async def run(interaction: discord.Interaction, kind: str, place: str = "") -> None:
    said = f"{kind} {place} {interaction.locale}".replace("  ", " ")
    await interaction.response.send_message(said, ephemeral=True)


@run.autocomplete("place")
async def places(
    _interaction: discord.Interaction, _current: str
) -> list[app_commands.Choice[str]]:
    choice = app_commands.Choice(name="Park", value="park")
    choice.name_localizations = {discord.Locale.polish: "Las"}
    return [choice]


@app_commands.context_menu(name="Log this")
async def log_this(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"logged {message.id}", ephemeral=True)


def in_polish(sandbox: Sandbox) -> None:
    """Give what the bot registered its Polish words, as a registration with them would."""
    command = sandbox.commands.named("run", None)
    assert command is not None
    kind, *others = command["options"]
    easy, *more = kind["choices"]
    options = [{**kind, **KIND, "choices": [{**easy, **EASY}, *more]}, *others]
    words = {"description_localizations": {"pl": "Biegać?"}, "options": options}
    sandbox.commands.change(None, int(command["id"]), words)
    menu = sandbox.commands.named("Log this", None, 3)
    assert menu is not None
    sandbox.commands.change(None, int(menu["id"]), {"name_localizations": {"pl": "Zapisz to"}})
