"""What stands behind *Why?*: numbers, what would change them, when each class opens, how sure."""

from collections.abc import Iterator, Sequence

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Confidence, Gate, Note
from bot.domain.recovery.gates import class_limit
from bot.domain.recovery.parameters import NEUTRAL_SORENESS, OLD_SESSION
from bot.texts.canirun import reasons
from bot.texts.canirun.remarks import NO_HARM
from bot.texts.canirun.times import hours_ahead
from bot.texts.canirun.when import windows
from bot.texts.catalogue.care import PAINKILLER
from bot.texts.i18n import N_, _
from bot.texts.wording import sentences

# Why this much and not more or less: too much stress hurts, easy movement is a form of rest.
RECOVERY = {
    Clearance.REST: N_(
        "Rest is part of the training: more work on legs this tired is how people overdo it."
    ),
    Clearance.WALK: N_(
        "Rest is part of the training, and an easy walk is one form of it; a run on top would be "
        "overdoing it."
    ),
    Clearance.EASY: N_(
        "Easy running is one form of rest: it will not slow recovery, and it may ease soreness "
        "for a while."
    ),
    Clearance.MODERATE: N_("Steady rather than hard leaves room for the recovery still going on."),
    Clearance.HARD: N_("Little leg fatigue is left; easy days stay part of the training."),
}
CONFIDENCE = {
    Confidence.LOW: N_("low"),
    Confidence.MEDIUM: N_("medium"),
    Confidence.HIGH: N_("high"),
}
NOTES = {
    Note.RESTED: N_("No leg day in {days} days, so none of it is left in your legs."),
    Note.LOAD_UNKNOWN: N_(
        "I don't know how hard that leg day was, so I took a little over ordinary."
    ),
    Note.SORENESS_UNKNOWN: N_("You have not said how sore you are, so I took {neutral} of 10."),
    Note.PAINKILLER: PAINKILLER.say,
}
NUMBERS = {"neutral": f"{NEUTRAL_SORENESS:g}", "days": f"{OLD_SESSION / 24:g}"}


def unfolded(shown: Shown, left: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs behind *Why?*; ``left`` are the sentences that found no room before."""
    recovery = _(RECOVERY[shown.answer.clearance or Clearance.REST])
    more = [each for each in left if each != _(NO_HARM)]  # which is in the first sentence
    further = "\n".join((recovery, *_effort(shown), *more))
    opens = "\n".join((_("**When**"), *windows(shown)))
    return (_numbers(shown), _changes(shown), opens, further, _how_sure(shown))


def _numbers(shown: Shown) -> str:
    answer = shown.answer
    ahead = hours_ahead(shown) or None
    if answer.planned_legs is not None:
        ahead = 0.0  # its reasons count from the run already
    lines = [f"- {line}" for reason in answer.reasons if (line := reasons.reason(reason, ahead))]
    if not answer.fatigue:
        return "\n".join((_("**In numbers**"), *lines)) if lines else ""
    head = _(
        "**In numbers**: leg fatigue {points} of 100. An easy run wants it under {easy}, a steady "
        "one under {steady}, a hard one under {hard}."
    ).format(
        points=answer.fatigue,
        easy=f"{class_limit(Clearance.EASY):g}",
        steady=f"{class_limit(Clearance.MODERATE):g}",
        hard=f"{class_limit(Clearance.HARD):g}",
    )
    return "\n".join((head, *lines))


def _changes(shown: Shown) -> str:
    lines = [f"- {reasons.change(change)}" for change in shown.answer.would_change]
    return "\n".join((_("**What would change it**"), *lines)) if lines else ""


def _effort(shown: Shown) -> Iterator[str]:
    offer = shown.answer.offer
    if offer is not None and offer.kind is not RunKind.WALK:
        yield _("The run that is offered is effort {low}-{high} of 10.").format(
            low=offer.rpe[0], high=offer.rpe[1]
        )


def _how_sure(shown: Shown) -> str:
    answer = shown.answer
    sure = _("**How sure**: {confidence}; it is an estimate.").format(
        confidence=_(CONFIDENCE[answer.confidence])
    )
    said = {Note.RESTED} if any(each.gate is Gate.RESTED for each in answer.reasons) else set()
    told = [note for note in answer.notes if note in NOTES.keys() - said]
    return sentences(sure, *(_(NOTES[note]).format(**NUMBERS) for note in told))
