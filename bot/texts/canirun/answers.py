"""The answer to "can I run today?": care or verdict first, then what, why, when, how sure."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from bot.domain.decisions.answer_token import AnswerToken, Shown
from bot.domain.decisions.codes import Feel
from bot.domain.facts.training import Alcohol, Illness, PainType, RunKind
from bot.domain.recovery.answer import Clearance, Confidence, Gate, Note, Offer, Reply
from bot.domain.recovery.gates import class_limit
from bot.domain.recovery.parameters import NEUTRAL_SORENESS, OLD_SESSION
from bot.texts import dms
from bot.texts.canirun import care
from bot.texts.canirun import reasons as why
from bot.texts.canirun.fatigue_picture import fatigue, has_picture
from bot.texts.canirun.questions import UNCLEAR, controls
from bot.texts.card import Card, Tone
from bot.texts.catalogue.care import PAINKILLER
from bot.texts.i18n import N_, _
from bot.texts.kinds import RUNS
from bot.texts.times import moment

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
VERDICTS = {
    Clearance.REST: N_("Rest today"),
    Clearance.WALK: N_("Walk today, no run yet"),
    Clearance.EASY: N_("An easy run is fine"),
    Clearance.MODERATE: N_("A steady run is fine"),
    Clearance.HARD: N_("Anything goes, hard running too"),
}
# The same for a run that is planned for later.
VERDICTS_THEN = {
    **VERDICTS,
    Clearance.REST: N_("Rest then"),
    Clearance.WALK: N_("A walk then, no run yet"),
}
TONES = {
    Clearance.REST: Tone.CAUTION,
    Clearance.WALK: Tone.CAUTION,
    Clearance.EASY: Tone.GOOD,
    Clearance.MODERATE: Tone.GOOD,
    Clearance.HARD: Tone.GOOD,
}
FEEL = {
    Clearance.WALK: N_("gentle; you could sing"),
    Clearance.EASY: N_("slow enough to talk in full sentences"),
    Clearance.MODERATE: N_("short sentences only"),
    Clearance.HARD: N_("a few words at a time"),
}
# Why this much and not more or less: too much stress hurts, easy movement is a form of rest.
RECOVERY = {
    Clearance.REST: N_(
        "Rest is part of the training: more work on legs this tired is how people overdo it. "
        "Move about gently if it is comfortable; nothing that feels like a workout."
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


FELT = {
    Feel.WORSE: N_("You feel worse than that, so I count two points more soreness."),
    Feel.BETTER: N_("You feel better than that, so I count one point less soreness."),
}
NOTES = {
    Note.PERSISTENT_SORENESS: N_(
        "Sore a week after your last leg day is unusual: think of another cause, and see a "
        "clinician if it goes on."
    ),
    Note.RESTED: N_("No leg day in {days} days, so none of it is left in your legs."),
    Note.LOAD_UNKNOWN: N_(
        "I don't know how hard that leg day was, so I took a little over ordinary."
    ),
    Note.SORENESS_UNKNOWN: N_("You have not said how sore you are, so I took {neutral} of 10."),
    Note.PAINKILLER: PAINKILLER.say,
}
NUMBERS = {"neutral": f"{NEUTRAL_SORENESS:g}", "days": f"{OLD_SESSION / 24:g}"}


def card(shown: Shown) -> Card:
    """Return the whole answer with its controls."""
    answer = shown.answer
    if answer.care is not None:
        return care.card(
            answer.care,
            answer.stop,
            shown.told.packed(),
            named=shown.told.symptoms,
            ask=answer.ask,
            kept=shown.kept,
        )
    if answer.clearance is None:
        return _question_back(shown)
    notice = dms.closed(unshared=shown.dms_unshared) if shown.dms_closed else ""
    again = "" if answer.ask not in care.AGAIN else _(care.AGAIN[answer.ask])
    paragraphs = (_what(shown), _why(shown), _when(shown), again, _how_sure(shown), notice)
    return Card(
        title=headline(shown),
        body=tuple(paragraph for paragraph in paragraphs if paragraph),
        small="\n".join(_small(shown)),
        tone=TONES[answer.clearance],
        rows=tuple(controls(shown, picture=has_picture(shown))),
        picture=partial(fatigue, shown) if shown.told.picture else None,
    )


def headline(shown: Shown) -> str:
    """Return the verdict in one line."""
    answer, run = shown.answer, shown.told.run
    if run is None or answer.reply is None:
        clearance = answer.clearance or Clearance.REST
        return _verdict(clearance, later=shown.told.at is not None)
    if answer.reply is Reply.YES:
        return _("Yes: {run}").format(run=_planned(shown.told))
    if answer.offer is None:
        return _("Not yet: rest today") if shown.told.at is None else _("Not yet: rest then")
    if answer.reply is Reply.NO:
        return _("Not yet: a walk instead")
    return _("Yes, but changed: {offer}").format(offer=_offered(answer.offer))


def shared(member_id: int, *, clearance: Clearance, later: bool) -> Card:
    """Tell the server the verdict; its arguments are all of an answer that becomes public.

    Args:
        member_id: who shares it.
        clearance: the verdict.
        later: it is about a planned run; when that is stays private.
    """
    title, asked = _("Can I run today?"), _("<@{member}> asked. **{verdict}.**")
    if later:
        title, asked = _("Can I run then?"), _("<@{member}> asked for a later run. **{verdict}.**")
    verdict = _verdict(clearance, later=later)
    return Card(
        title=title,
        body=(asked.format(member=member_id, verdict=verdict),),
        tone=TONES[clearance],
    )


def _verdict(clearance: Clearance, *, later: bool) -> str:
    return _((VERDICTS_THEN if later else VERDICTS)[clearance])


def _planned(told: AnswerToken) -> str:
    run = _(RUNS[told.run or RunKind.EASY])
    if told.minutes is None:
        return run
    return _("{run}, {minutes} min").format(run=run, minutes=told.minutes)


def _offered(offer: Offer) -> str:
    run = _("run-walk") if offer.run_walk else _(RUNS[offer.kind])
    if offer.max_minutes is None:
        return run
    return _("{run}, up to {minutes} min").format(run=run, minutes=offer.max_minutes)


def _what(shown: Shown) -> str:
    answer, offer = shown.answer, shown.answer.offer
    if offer is None:
        return _(RECOVERY[Clearance.REST])
    run = _offered(offer)
    if answer.reply is Reply.YES:
        run = _planned(shown.told)
    elif answer.reply is None and offer.max_minutes is None:
        run = _("what you had in mind")
    feel = {RunKind.WALK: Clearance.WALK, RunKind.EASY: Clearance.EASY}.get(
        offer.kind, Clearance.MODERATE if offer.rpe[1] <= 5 else Clearance.HARD
    )
    lines = [
        _("**{offer}**, effort {low}-{high} of 10: {feel}.").format(
            offer=_capital(run), low=offer.rpe[0], high=offer.rpe[1], feel=_(FEEL[feel])
        ),
        _(RECOVERY[answer.clearance or Clearance.REST]),
    ]
    if shown.told.at is not None:
        lines.insert(
            0, _("Judged for {moment}, from what I know now.").format(moment=moment(shown.told.at))
        )
    if shown.told.run is RunKind.RACE:
        lines.append(_("Before a race: the last heavy leg day 4 days or more ahead of it."))
    if offer.kind is not RunKind.WALK:
        lines.append(_("Warm up 5-10 min on flat ground: brisk walk, easy jog, leg swings."))
        lines.append(
            _(
                "After 10 minutes: if soreness has not eased, pain rises or your stride changes, "
                "walk home."
            )
        )
    else:
        lines.append(_("Stop if anything hurts more as you go, or if you limp."))
    return "\n".join(lines)


def _why(shown: Shown) -> str:
    answer, at = shown.answer, shown.told.at
    ahead = None if at is None else (at - shown.now) / timedelta(hours=1)
    lines = [f"- {line}" for reason in answer.reasons if (line := why.reason(reason, ahead))]
    changes = [f"- {why.change(change)}" for change in answer.would_change]
    if not lines:
        return ""
    head = _("**Why**")
    if answer.fatigue:
        head = _(
            "**Why**: leg fatigue {points} of 100. An easy run wants it under {easy}, a steady one "
            "under {steady}, a hard one under {hard}."
        ).format(
            points=answer.fatigue,
            easy=f"{class_limit(Clearance.EASY):g}",
            steady=f"{class_limit(Clearance.MODERATE):g}",
            hard=f"{class_limit(Clearance.HARD):g}",
        )
    if changes:
        changes.insert(0, _("**What would change it**"))
    return "\n".join((head, *lines, *changes))


def _when(shown: Shown) -> str:
    answer = shown.answer
    names = (_("Easy running"), _("Hard running"))
    pairs = (
        (answer.eta.easy, answer.eta_condition.easy),
        (answer.eta.hard, answer.eta_condition.hard),
    )
    lines = []
    for name, (hours, gate) in zip(names, pairs, strict=True):
        if hours is None and gate is not None:
            lines.append(_("{what}: {condition}.").format(what=name, condition=why.condition(gate)))
        elif hours is not None and hours[1] > 0:
            early, late = (shown.now + timedelta(hours=hour) for hour in hours)
            lines.append(
                _("{what} opens between {early} and {late}.").format(
                    what=name, early=moment(early), late=moment(late)
                )
            )
    return "\n".join((_("**When**"), *lines)) if lines else ""


def _how_sure(shown: Shown) -> str:
    answer = shown.answer
    sure = _("**How sure**: {confidence}.").format(confidence=_(CONFIDENCE[answer.confidence]))
    felt = _(FELT[shown.told.feel]) if shown.told.feel is not None else ""
    said = {Note.RESTED} if any(each.gate is Gate.RESTED for each in answer.reasons) else set()
    told = [note for note in answer.notes if note in NOTES.keys() - said]
    notes = [_(NOTES[note]).format(**NUMBERS) for note in told]
    return " ".join(part for part in (sure, felt, *notes) if part)


def _small(shown: Shown) -> Iterator[str]:
    yield _(
        "An estimate. General training information, not medical advice; you know your body best."
    )
    if not shown.kept:
        yield _("Nothing of this was kept: log a leg day to say that I may.")


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
        small="\n".join(_small(shown)),
        rows=tuple(controls(shown)),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
