"""The words of ``/help``: what the bot does, for newcomers, and behind it every command."""

from bot.texts.card import Button, Card, Style
from bot.texts.i18n import N_, _
from bot.texts.papers import UNPUBLISHED, Papers

BEGIN = (
    N_("- `/start`: your first answer"),
    N_("- `/legday log`, `/run log`: log it"),
    N_("- `/canirun`: can I run today?"),
    N_("- `/checkin`: how your legs feel"),
    N_("- `/learn`: what helps, and why"),
    N_("- `/reminders show`: what comes"),
    N_("- `/plan week`: leg days and runs"),
    N_("- `/group join`: “leg day today?”"),
    N_("- `/profile`: zone, bedtime, units"),
    N_("- `/mydata import`, `delete`"),
)
EVERY = (
    N_("- `/start`, `/checkin`, `/learn`"),
    N_("- `/legday log`, `history`, `edit`, `undo`, `stats`"),
    N_("- `/run log`, `history`, `edit`, `undo`"),
    N_("- `/canirun`: can I run today?"),
    N_("- `/plan week`, `add`, `remove`, `pause`, `resume`"),
    N_("- `/group join`, `leave`, `rollcall`, `buddies`, `board`"),
    N_("- `/reminders show`, `set`, `add`, `edit`, `remove`, `pause`, `resume`, `stop`"),
    N_("- `/profile`: zone, bedtime, units"),
    N_("- `/mydata show`, `import`, `export`, `calendar`, `delete`"),
)
ADMINS = (
    N_("**For this server** (Manage Server)"),
    N_("- `/config setup`, `show`, `quiet-hours`, `reset`"),
    N_("- `/config group`: roll calls"),
    N_("- `/config post add`, `list`, `edit`, `pause`, `resume`, `remove`"),
)


def overview(*, manages: bool, papers: Papers = UNPUBLISHED, listens: bool = True) -> Card:
    """Say what it does.

    ``manages`` adds where somebody who may manage the server begins; ``listens`` says that members
    may write to the bot.
    """
    idea = _(
        "Running after leg day is fine if slow, short and warmed up. Water, sleep, roller: "
        "few do them, so I remind you."
    )
    commands = list(map(_, BEGIN))
    if manages:
        commands.append(_("- `/config setup`: for this server"))
    small = _(
        "Not medical advice. Chest pain, dark urine, a hot swollen calf or fever: get medical help."
    )
    buttons = (
        Button(label=_("Start"), action="start", style=Style.MAIN),
        Button(label=_("All commands"), action="help.all"),
    )
    return Card(
        title=_("Legday"),
        body=(idea, "\n".join(commands), _privacy(papers, listens=listens)),
        small=papers.below(small),
        rows=(buttons,),
    )


def every(*, manages: bool) -> Card:
    """List every command; ``manages`` adds those for who may manage the server."""
    commands = map(_, (*EVERY, *ADMINS) if manages else EVERY)
    buttons = (
        Button(label=_("Start"), action="start", style=Style.MAIN),
        Button(label=_("Back"), action="help.back"),
    )
    return Card(title=_("All commands"), body=("\n".join(commands),), rows=(buttons,))


def _privacy(papers: Papers, *, listens: bool) -> str:
    said = (
        _("Only you see what you log. Nothing is kept before you agree."),
        _("Or write to me in your own words: I read only those, and keep none.") if listens else "",
        papers.run_by(),
    )
    return "\n".join(filter(None, said))
