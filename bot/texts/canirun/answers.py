"""The answer to "can I run today?": danger first, then the answer, how, why and when.

Whatever else there is to know stands behind *Why?*, which unfolds it in the same message.
"""

import re
from collections.abc import Sequence
from functools import partial
from math import ceil

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.training import Activity, Alcohol, Illness, PainType, RunKind
from bot.domain.recovery.answer import Gate
from bot.texts import dms
from bot.texts.canirun import beside, care
from bot.texts.canirun.causes import causes_in_sight
from bot.texts.canirun.fatigue_picture import fatigue, has_picture
from bot.texts.canirun.how import how
from bot.texts.canirun.questions import UNCLEAR, controls, danger
from bot.texts.canirun.sports import ASKED
from bot.texts.canirun.unfolded import unfolded
from bot.texts.canirun.verdict import (
    DANGER_FIRST,
    PUBLIC,
    PUBLIC_REST,
    asks_danger,
    headline,
    tone,
)
from bot.texts.canirun.when import when
from bot.texts.card import Card, Tone
from bot.texts.i18n import N_, _
from bot.texts.wording import within

PAINS = {
    PainType.NONE: N_("no pain"),
    PainType.MUSCLE_ACHE: N_("muscle ache"),
    PainType.SHARP: N_("sharp"),
    PainType.JOINT: N_("in a joint"),
    PainType.TENDON: N_("in a tendon"),
    PainType.BONE: N_("on a bone"),
}
ILLNESSES = {
    Illness.NONE: N_("no"),
    Illness.HEAD_COLD: N_("head cold"),
    Illness.FEVER_OR_CHEST: N_("fever or chest"),
}
DRINKS = {
    Alcohol.NONE: N_("none"),
    Alcohol.ONE_TWO: N_("1-2 drinks"),
    Alcohol.THREE_FIVE: N_("3-5 drinks"),
    Alcohol.SIX_PLUS: N_("6 drinks or more"),
}
LINES, LINE, TITLE_LINE = 14, 31, 26  # of a phone 390 px wide, and their characters
WHY = 14  # characters that "Why:" and the ends of lines take
STAMP = re.compile(r"<t:\d+:(\w)>")
AS_READ = {"D": "18 December 2026", "t": "18:00", "f": "12 December 2026 18:00", "R": "in 2 days"}
SMALL = N_("Not medical advice; you know best.")
NOT_KEPT = N_("Not medical advice. Nothing is kept.")


def card(shown: Shown) -> Card:
    """Return the whole answer with its controls."""
    answer = shown.answer
    if answer.care is not None:
        told = care.card(
            answer.care,
            answer.stop,
            shown.told.packed(),
            named=shown.told.symptoms,
            ask=answer.ask,
            kept=shown.kept,
        )
        return care.held(told) if shown.kept and shown.held else told
    if answer.clearance is None:
        return _question_back(shown)
    title, first = beside.headline(shown) or headline(shown), None
    said = beside.lines(shown)
    what, after = _what(shown, said), _after(shown)
    if asks_danger(shown):
        what = _("**If none of these, {answer}.** {how}").format(answer=within(title), how=what)
        what = what.rstrip()
        title, first = _(DANGER_FIRST), danger(shown)
    taken = _lines(what, *after) + 1 + ceil(len(title) / TITLE_LINE)
    closed = _closed_dms(shown, taken + _lines(*said[:1]))
    held = _held(shown, taken + _lines(*closed, *said[:1]))
    after, taken = [*after, *closed, *held], taken + _lines(*closed, *held)
    said, later, room = _in_sight(said, taken)
    explained = bool(said) or asks_danger(shown)  # the cause may go where there is no room for it
    causes, left = causes_in_sight(shown, room, main_may_go=explained)
    if shown.told.is_unfolded:
        after += [*later, *unfolded(shown, left)]
    return Card(
        title=title,
        first=first,
        body=_in_order(shown, what, said, causes, after),
        small=_small(shown),
        tone=_tone(shown),
        rows=tuple(controls(shown, picture=has_picture(shown))),
        picture=partial(fatigue, shown) if shown.told.picture else None,
    )


def shared(
    member_id: int, *, offer: RunKind | None, later: bool, sport: Activity | None = None
) -> Card:
    """Tell the server what was offered; its arguments are all of an answer that becomes public.

    ``offer`` is the kind of run, ``None`` for rest; ``sport`` what was offered in place of running;
    ``later``: it is about a planned run, and when that is stays private.
    """
    words = None if sport is None else ASKED.get(sport)
    if words is None and offer in PUBLIC_REST:
        today, then = PUBLIC_REST[offer]
        said = _(then if later else today).format(member=member_id)
        return Card(title=_("Rest counts like reps"), body=(said,), tone=Tone.GOOD)
    title, asked = _("Can I run today?"), _("<@{member}> asked. **{verdict}.**")
    verdict = PUBLIC[offer] if words is None else words.public
    if words is not None:
        title = _("Are my legs up to it?")
    elif later:
        title, asked = _("Can I run then?"), _("<@{member}> asked for a later run. **{verdict}.**")
    return Card(
        title=title,
        body=(asked.format(member=member_id, verdict=_(verdict)),),
        tone=Tone.GOOD,
    )


def _what(shown: Shown, said: Sequence[str]) -> str:
    """How to run; beside lifting or an event in what words the run itself stands."""
    if shown.answer.lift is not None:
        return _("**And running?** {answer}.").format(answer=headline(shown))
    if beside.is_about_event(shown):
        return ""
    return how(shown, brief=bool(said))


def _after(shown: Shown) -> list[str]:
    """What stands below the causes: when, and a sign that still holds."""
    run_asked = beside.headline(shown) is None
    after = [when(shown)] if run_asked else []
    if shown.answer.ask in care.AGAIN:
        after.append(_(care.AGAIN[shown.answer.ask]))
    return after


def _closed_dms(shown: Shown, taken: int) -> list[str]:
    """Return the line that reminders do not arrive, where so many lines leave room for it."""
    line = dms.closed_in_short(unshared=shown.dms_unshared)
    return [line] if shown.dms_closed and taken + _lines(line) <= LINES else []


def _held(shown: Shown, taken: int) -> list[str]:
    """Return the line that reminders are held, where so many lines leave room for it."""
    line = _("**Reminders are held** for now.")
    return [line] if shown.kept and shown.held and taken + _lines(line) <= LINES else []


def _in_sight(said: list[str], taken: int) -> tuple[list[str], list[str], int]:
    """Return the paragraphs that fit, those for behind *Why?*, and the room that is left.

    The first is in sight in any case; ``taken`` are the lines of what stands around them.
    """
    kept: list[str] = []
    later: list[str] = []
    for paragraph in said:
        lines = _lines(paragraph)
        if kept and _room(taken + lines) <= 0:
            later.append(paragraph)
        else:
            kept.append(paragraph)
            taken += lines
    return kept, later, _room(taken)


def _in_order(
    shown: Shown, what: str, said: list[str], causes: str, after: list[str]
) -> tuple[str, ...]:
    """Return the paragraphs; with a danger question its answer stays the first."""
    if asks_danger(shown):
        return (what, *said, causes, *after)
    return (*said, what, causes, *after)


def _question_back(shown: Shown) -> Card:
    title = N_("First, when was your last leg day?")
    what = N_(
        "I know of none, and silence is not rest. Tell me below, or log it with `/legday log`."
    )
    ask = shown.answer.ask
    if ask is not None and shown.answer.eta_condition.easy is Gate.UNCLEAR:
        title, what = UNCLEAR[ask]
    return Card(
        title=_(title),
        body=(
            _(what),
            _(
                "The rule for everyone: in the first two days after legs walk or run slow and "
                "short, warmed up; keep hard running for the third."
            ),
        ),
        small=_small(shown),
        rows=tuple(controls(shown)),
    )


def _tone(shown: Shown) -> Tone:
    """Return the colour of what was asked: the run, or lifting or an event instead."""
    if beside.headline(shown) is None:
        return tone(shown)
    return Tone.CAUTION if beside.is_less(shown) or asks_danger(shown) else Tone.GOOD


def _small(shown: Shown) -> str:
    return _(SMALL if shown.kept else NOT_KEPT)


def _room(taken: int) -> int:
    """Return how many characters there are for the causes, so that the whole fits a phone."""
    return max(0, LINES - taken) * LINE - WHY


def _lines(*paragraphs: str) -> int:
    """Return how many lines of a phone paragraphs take."""
    shown = (STAMP.sub(lambda at: AS_READ[at[1]], each).replace("**", "") for each in paragraphs)
    return sum(ceil(len(each) / LINE) for each in shown)
