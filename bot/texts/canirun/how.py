"""How to do what an answer allows: the talk test, the warm-up, and when to turn back."""

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Note
from bot.texts.canirun.sports import asked
from bot.texts.canirun.times import day_and_clock
from bot.texts.canirun.verdict import asks_danger, has_no_limit, is_refused
from bot.texts.i18n import N_, _
from bot.texts.wording import sentences

TALK = complete(
    "how each kind of run should feel",
    {
        RunKind.WALK: N_("gently"),
        RunKind.EASY: N_("Slow enough to talk in full sentences."),
        RunKind.STEADY: N_("Steady enough to speak in short sentences."),
        RunKind.TEMPO: N_("Fast enough for a few words at a time, no faster."),
        RunKind.INTERVALS: N_("A few words at a time in the fast parts, easy in between."),
        RunKind.SPRINTS: N_("Build up over several runs before the first fast one."),
        RunKind.HILLS: N_("A few words at a time on the climbs, easy in between."),
        RunKind.DOWNHILL: N_("Short, quick steps, and hold back at first."),
        RunKind.LONG: N_("Slow enough to talk in full sentences."),
        RunKind.RACE: N_(
            "Start slower than planned; speed up from halfway if the legs are willing."
        ),
    },
    RunKind,
)
EASY_PACED = frozenset({RunKind.EASY, RunKind.STEADY, RunKind.LONG})

REST = N_("Move about gently if that feels good; nothing like a workout.")
WALK = N_(
    "Up to {minutes} minutes, gently; cycling is as good. Stop if it hurts more, or if you limp."
)
RUN_WALK = N_("Jog and walk in turns; talk in full sentences.")
AS_USUAL = N_("As hard and as long as you are used to.")
WARM_UP = N_(
    "Warm up 10 minutes: brisk walk, easy jog, leg swings. Still stiff, or running differently? "
    "Walk home."
)
WARM_UP_FAST = N_(
    "Warm up 10 minutes: brisk walk, easy jog, leg swings, strides. Still stiff, or running "
    "differently? Walk home."
)
WARM_UP_KNOWN = N_("Stiff after 10 minutes? Walk home.")
JUDGED_FOR = N_("For {moment}, from what I know now.")
FOR_SHORT = N_("For {moment}.")
DECIDE = N_("Decide on the day, by the stairs.")
ON_THE_DAY = N_("For {moment}, from what I know now: decide on the day, by the stairs.")


def how(shown: Shown, *, brief: bool = False) -> str:
    """Return how to run, walk or rest, and when to turn back; ``brief``: with a short warm-up."""
    parts = [_when_judged(shown, brief=brief)] if shown.told.at is not None else []
    offer = shown.answer.offer
    sport = asked(shown)
    if offer is None:
        parts.append(_(REST))
    elif sport is not None and not is_refused(shown):
        parts += [_(sport.how), _(sport.turn_back)]
    elif offer.kind is RunKind.WALK:
        parts.append(_(WALK).format(minutes=offer.max_minutes))
    else:
        parts += [_talk(shown), _(WARM_UP_KNOWN) if brief else _warm_up(shown)]
    return sentences(*parts)


def _when_judged(shown: Shown, *, brief: bool) -> str:
    at = shown.told.at or shown.now
    far = Note.DECIDE_ON_THE_DAY in shown.answer.notes
    if shown.answer.planned_legs is not None:  # which say for when
        return _(DECIDE) if far and not (brief and asks_danger(shown)) else ""
    words = ON_THE_DAY if far else JUDGED_FOR
    if brief:
        words = FOR_SHORT
    return _(words).format(moment=day_and_clock(at, shown))


def _talk(shown: Shown) -> str:
    offer = shown.answer.offer
    if offer is None or offer.run_walk:
        return _(RUN_WALK)
    if has_no_limit(shown):
        return _(AS_USUAL)
    return _(TALK[offer.kind])


def _warm_up(shown: Shown) -> str:
    if shown.told.brief or shown.told.at is not None or asks_danger(shown):
        return _(WARM_UP_KNOWN)
    offer = shown.answer.offer
    slow = offer is not None and (offer.kind in EASY_PACED or offer.run_walk)
    return _(WARM_UP if slow else WARM_UP_FAST)
