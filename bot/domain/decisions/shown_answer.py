"""An answer as it is shown, with the token that it was made for."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.recovery.answer import Answer
from bot.domain.recovery.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An answer with its token; ``kept`` is whether a report was saved for it.

    ``dms_closed``: the member's reminders do not arrive, and this is the moment to say so;
    ``dms_unshared``: because no server is shared. ``reminded``: the member gets reminders.
    ``question`` is what was answered, where the answer is to be kept. ``zone`` is the member's,
    for the hours on a picture: words have Discord's own timestamps. ``counts_plan``: leg days that
    the member has planned are counted as done by then.
    """

    answer: Answer
    told: AnswerToken
    now: datetime
    kept: bool
    shared: bool = False
    dms_closed: bool = False
    dms_unshared: bool = False
    reminded: bool = False
    question: Question | None = None
    zone: str | None = None
    counts_plan: bool = False
