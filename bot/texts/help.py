"""The words of ``/help``: what the bot does, for members, and for those who run a server."""

from bot.texts.card import Button, Card, Style
from bot.texts.i18n import _
from bot.texts.papers import UNPUBLISHED, Papers


def overview(*, manages: bool, papers: Papers = UNPUBLISHED) -> Card:
    """Say what it does; ``manages`` adds what is for those who may manage the server."""
    parts = [_idea(), _members(), _own()]
    if manages:
        parts.append(_admins())
    parts.append(_privacy(papers))
    start = Button(label=_("Start"), action="start", style=Style.MAIN)
    return Card(
        title=_("Legday"), body=tuple(parts), small=papers.below(_small()), rows=((start,),)
    )


def _idea() -> str:
    return _(
        "Running after leg day is fine if it is done right: slow, short, warmed up, listening to "
        "your body. I tell you when, from what you lifted. Everyone knows about water, sleep and "
        "the roller, and few do them: the reminders are for that."
    )


def _members() -> str:
    return "\n".join(
        (
            _("- `/start`: two minutes to your first answer and your first reminder"),
            _("**Every day**"),
            _("- `/legday log`: log leg day, in one line or with a form"),
            _("- `/canirun`: can I run today? A verdict, why, and when it changes"),
            _("- `/learn`: what helps, how well it is known, and from whom"),
            _("- `/checkin`: how your legs feel; I ask a day and two after leg day too"),
            _("- `/run log`: what you ran, and how your legs felt"),
            _("- `/legday` and `/run history`, `edit`, `undo`: your entries; reminders follow"),
            _("- `/plan`: leg days against runs: week, add, remove, pause, resume"),
            _("- `/legday stats`: your weeks at a glance, with a picture"),
        )
    )


def _own() -> str:
    return "\n".join(
        (
            _("**Your own**"),
            _(
                "- `/reminders`: what comes, when and where; show, add your own, remove, set, "
                "pause, resume, stop"
            ),
            _("- `/group join`, `leave`, `rollcall`, `buddies`, `board`: your log stays yours"),
            _("- `/profile`: time zone, bedtime, quiet hours, units, running"),
            _("- `/mydata`: import from another app; see, export or delete all I hold on you"),
        )
    )


def _admins() -> str:
    return "\n".join(
        (
            _("**For this server** (Manage Server)"),
            _("- `/config setup`: channel, time zone, what is on"),
            _("- `/config show`: settings, next posts, missing permissions"),
            _("- `/config post add`, `list`, `edit`, `pause`, `remove`: group posts"),
            _("- `/config group`, `quiet-hours`, `reset`"),
        )
    )


def _privacy(papers: Papers) -> str:
    said = (
        _("**Privacy.** What you log is seen by you alone, not even by admins."),
        _("Nothing is kept before you agree, and `/mydata delete` ends it at once."),
        papers.run_by(),
    )
    return "\n".join(part for part in said if part)


def _small() -> str:
    return _(
        "General training information, not medical advice. With chest pain, dark urine, a hot "
        "swollen calf or fever, get medical help instead of asking a bot."
    )
