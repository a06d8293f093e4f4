"""The words of ``/help``: what the bot does, for newcomers, and behind it every command."""

from bot.texts.card import Button, Card, Style
from bot.texts.i18n import _
from bot.texts.papers import UNPUBLISHED, Papers


def overview(*, manages: bool, papers: Papers = UNPUBLISHED, listens: bool = True) -> Card:
    """Say what it does.

    ``manages`` adds where somebody who may manage the server begins; ``listens`` says that members
    may write to the bot.
    """
    commands = [_begin(), _own()]
    if manages:
        commands.append(_("- `/config setup`: for this server"))
    buttons = (
        Button(label=_("Start"), action="start", style=Style.MAIN),
        Button(label=_("All commands"), action="help.all"),
    )
    return Card(
        title=_("Legday"),
        body=(_idea(), "\n".join(commands), _privacy(papers, listens=listens)),
        small=papers.below(_small()),
        rows=(buttons,),
    )


def every(*, manages: bool) -> Card:
    """List every command; ``manages`` adds those for who may manage the server."""
    commands = [_logging(), _asking(), _settings()]
    if manages:
        commands.append(_admins())
    buttons = (
        Button(label=_("Start"), action="start", style=Style.MAIN),
        Button(label=_("Back"), action="help.back"),
    )
    return Card(title=_("All commands"), body=("\n".join(commands),), rows=(buttons,))


def _idea() -> str:
    return _(
        "Running after leg day is fine if slow, short and warmed up. Water, sleep, roller: "
        "few do them, so I remind you."
    )


def _begin() -> str:
    return "\n".join(
        (
            _("- `/start`: your first answer"),
            _("- `/legday log`, `/run log`: log it"),
            _("- `/canirun`: can I run today?"),
            _("- `/checkin`: how your legs feel"),
            _("- `/learn`: what helps, and why"),
        )
    )


def _own() -> str:
    return "\n".join(
        (
            _("- `/reminders show`: what comes"),
            _("- `/plan week`: leg days and runs"),
            _("- `/group join`: “leg day today?”"),
            _("- `/profile`: zone, bedtime, units"),
            _("- `/mydata import`, `delete`"),
        )
    )


def _logging() -> str:
    return "\n".join(
        (
            _("- `/start`, `/checkin`, `/learn`"),
            _("- `/legday log`, `history`, `edit`, `undo`, `stats`"),
            _("- `/run log`, `history`, `edit`, `undo`"),
        )
    )


def _asking() -> str:
    return "\n".join(
        (
            _("- `/canirun`: can I run today?"),
            _("- `/plan week`, `add`, `remove`, `pause`, `resume`"),
            _("- `/group join`, `leave`, `rollcall`, `buddies`, `board`"),
        )
    )


def _settings() -> str:
    return "\n".join(
        (
            _("- `/reminders show`, `set`, `add`, `edit`, `remove`, `pause`, `resume`, `stop`"),
            _("- `/profile`: zone, bedtime, units"),
            _("- `/mydata show`, `import`, `export`, `calendar`, `delete`"),
        )
    )


def _admins() -> str:
    return "\n".join(
        (
            _("**For this server** (Manage Server)"),
            _("- `/config setup`, `show`, `quiet-hours`, `reset`"),
            _("- `/config group`: roll calls"),
            _("- `/config post add`, `list`, `edit`, `pause`, `resume`, `remove`"),
        )
    )


def _privacy(papers: Papers, *, listens: bool) -> str:
    said = (
        _("Only you see what you log. Nothing is kept before you agree."),
        _("Or write to me in your own words: I read only those, and keep none.") if listens else "",
        papers.run_by(),
    )
    return "\n".join(filter(None, said))


def _small() -> str:
    return _(
        "Not medical advice. Chest pain, dark urine, a hot swollen calf or fever: get medical help."
    )
