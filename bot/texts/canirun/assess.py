"""An answer as plain text for ``python -m bot assess``, in the words of ``/canirun``."""

import re
from datetime import UTC, datetime

from bot.domain.decisions.shown_answer import Shown
from bot.domain.recovery.question import Ask
from bot.texts.canirun import answers
from bot.texts.canirun.care import AGAIN
from bot.texts.canirun.questions import QUESTIONS
from bot.texts.card import Select
from bot.texts.i18n import N_, _

NOW = datetime.fromtimestamp(0, UTC)  # when the question is asked: moments are hours from here

OTHER_QUESTIONS = {
    **AGAIN,
    Ask.RUNS: N_("Which runs did you do in the last days, and when?"),
    Ask.REGION: N_("Where is it sore?"),
    Ask.ALCOHOL: N_("When was the last drink?"),
    Ask.PAINKILLER: N_("When was the painkiller taken?"),
}

_MOMENT = re.compile(r"<t:(\d+):\w>")
_MARKS = re.compile(r"\*\*|`|\\(?=.)")


def question(ask: Ask) -> str:
    """Return a question back in words."""
    return _(OTHER_QUESTIONS[ask] if ask in OTHER_QUESTIONS else QUESTIONS[ask][1])


def text(shown: Shown) -> str:
    """Return what a member reads at first of an answer given at ``NOW``; moments as ``+30 h``."""
    card = answers.card(shown)
    asked = [item.placeholder for row in card.rows for item in row if isinstance(item, Select)]
    parts = (card.title, *card.body, card.small or "", "\n".join(asked))
    plain = _MARKS.sub("", "\n\n".join(part for part in parts if part))
    return _MOMENT.sub(_ahead, plain)


def _ahead(found: re.Match[str]) -> str:
    return f"{round(int(found[1]) / 3600, 1):+g} h"
