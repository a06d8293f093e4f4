"""The real discord.py answers every kind of interaction of the sandbox's people."""

import discord
import pytest

from bot.sandbox import ClientRefusal, Form, NoAnswer, Seen


async def test_slash_command_is_answered_to_the_person_alone(sandbox, start, slash):
    async def log(interaction: discord.Interaction, effort: int):
        await interaction.response.send_message(f"effort {effort}", ephemeral=True)

    await start(lambda bot: bot.tree.add_command(slash("log", log)))
    ann, bob = sandbox.person("ann"), sandbox.person("bob")

    reply = await ann.slash("log", effort=8)

    assert isinstance(reply, Seen)
    assert (reply.text, reply.ephemeral) == ("effort 8", True)
    assert [one.text for one in ann.sees()] == ["effort 8"]
    assert bob.sees() == []


async def test_button_and_edit_change_what_is_seen(sandbox, start, slash):
    class Undo(discord.ui.LayoutView):
        row = discord.ui.ActionRow()

        @row.button(label="Undo", custom_id="undo:1")
        async def undo(self, interaction, button):
            view = discord.ui.LayoutView().add_item(discord.ui.TextDisplay("Undone"))
            await interaction.response.edit_message(view=view)

    async def log(interaction: discord.Interaction):
        view = Undo()
        view.add_item(discord.ui.TextDisplay("Logged"))
        await interaction.response.send_message(view=view)

    await start(lambda bot: bot.tree.add_command(slash("log", log)))
    ann = sandbox.person("ann")

    logged = await ann.slash("log")
    undone = await ann.click("Undo")

    assert (logged.text, logged.buttons) == ("Logged", ["Undo"])
    assert (undone.text, undone.buttons, undone.id) == ("Undone", [], logged.id)
    assert undone.edited


async def test_modal_is_opened_filled_and_answered(sandbox, start, slash):
    class Note(discord.ui.Modal, title="A note"):
        note = discord.ui.Label(text="Note", component=discord.ui.TextInput(max_length=10))

        async def on_submit(self, interaction):
            await interaction.response.send_message(self.note.component.value, ephemeral=True)

    async def note(interaction: discord.Interaction):
        await interaction.response.send_modal(Note())

    await start(lambda bot: bot.tree.add_command(slash("note", note)))
    ann = sandbox.person("ann")

    form = await ann.slash("note")

    assert isinstance(form, Form)
    assert (form.title, form.labels) == ("A note", ["Note"])
    with pytest.raises(ClientRefusal):
        await ann.fill(Note="far too long")
    assert (await ann.fill(Note="squats")).text == "squats"
    assert ann.form is None


async def test_command_without_an_answer_fails_after_the_time_is_up(sandbox, start, slash):
    async def mute(interaction: discord.Interaction):
        pass

    await start(lambda bot: bot.tree.add_command(slash("mute", mute)))
    sandbox.interactions.answer_within = 0.05

    with pytest.raises(NoAnswer, match="The application did not respond"):
        await sandbox.person("ann").slash("mute")
