"""What a member reported, as the model takes it: what of it still counts."""

from collections.abc import Iterable
from math import inf
from operator import itemgetter

from bot.domain.facts import training
from bot.domain.facts.training import Illness, Report
from bot.domain.recovery.circumstances import EarlierScore
from bot.domain.recovery.load import is_very_light
from bot.domain.recovery.parameters import (
    ALCOHOL_HOURS,
    EARLY_SORENESS,
    NEUTRAL_SORENESS,
    PAINKILLER_HOURS,
    TREND_HOURS,
)
from bot.domain.recovery.question import (
    AlcoholDose,
    Ask,
    Painkiller,
    PastSession,
    Question,
    Sleep,
    Soreness,
    Symptom,
)
from bot.domain.recovery.safety import PAINS

SORENESS_COUNTS = 12.0  # hours after its report; so do the other limits below
SLEEP_COUNTS = 18.0
NIGHT = 24.0
STOP_COUNTS = 48.0  # afterwards it still holds, and is asked about
FEVER_LINGERS = 24.0
EASY_AFTER_ILLNESS = 48.0  # hours after those, once it is said to be over: two easy days
DRUNK_BEFORE = 12.0  # hours before its report that alcohol is taken to have been drunk
DRINKS = {  # g/kg
    training.Alcohol.NONE: 0.0,
    training.Alcohol.ONE_TWO: 0.3,
    training.Alcohol.THREE_FIVE: 0.7,
    training.Alcohol.SIX_PLUS: 1.2,
}
ILLNESSES = {
    Illness.FEVER_OR_CHEST: Symptom.FEVER,
    Illness.HEAD_COLD: Symptom.HEAD_COLD,
}

Aged = tuple[float, Report]


def with_reports(base: Question, told: Iterable[Aged]) -> Question:
    """Return a question with what was reported, each so many hours ago, and still counts.

    What ``base`` itself says of today wins; symptoms add up.
    """
    aged = sorted(told, key=itemgetter(0))
    if not aged:
        return base
    stops, ask_again = _stop_signs(aged)
    return base._replace(
        soreness=base.soreness or _soreness(aged, base.leg_sessions or ()),
        symptoms=base.symptoms | stops,
        sleep=_sleep(aged) if base.sleep == Sleep() else base.sleep,
        alcohol=base.alcohol or _alcohol(aged),
        painkiller=base.painkiller or _painkiller(aged),
        easy_for=max(base.easy_for, _easy_for(aged)),
        pain_gone=_sooner(base.pain_gone, _pain_gone(aged)),
        ask_again=base.ask_again or ask_again,
        danger_denied=base.danger_denied or _denied(aged),
        earlier=(*base.earlier, *_scores(aged)),
    )


def _soreness(aged: list[Aged], entries: Iterable[PastSession]) -> Soreness | None:
    """Return the last score if fresh; one from before leg day, or right after it, can only raise R.

    Its place is the last one told with it or since. What kind of ache it is counts as long as a
    score does: one that was harmless last month says nothing of today's.
    """
    told = next(((age, each) for age, each in aged if each.soreness is not None), None)
    if told is None or told[0] >= SORENESS_COUNTS:
        return None
    age, report = told
    score = float(report.soreness or 0)
    legs = (each for each in entries if 0.0 <= each.hours_ago < age + EARLY_SORENESS)
    if not all(map(is_very_light, legs)):
        score = max(score, NEUTRAL_SORENESS)
    since = [each for older, each in aged if older <= age]
    region = next((each.region for each in since if each.region is not None), None)
    fresh = [each.pain for older, each in aged if older < SORENESS_COUNTS]
    kind = next((pain for pain in fresh if pain is not None), None)
    return Soreness(score=score, region=region, type=None if kind in PAINS else kind)


def _sleep(aged: list[Aged]) -> Sleep:
    told = [(age, each.sleep) for age, each in aged if each.sleep is not None]
    last = next((hours for age, hours in told if age < SLEEP_COUNTS), None)
    before = (hours for age, hours in told if SLEEP_COUNTS <= age < SLEEP_COUNTS + NIGHT)
    return Sleep(last_night=last, previous_night=next(before, None))


def _alcohol(aged: list[Aged]) -> AlcoholDose | None:
    """Return the most alcohol told; a report replaces earlier ones about the same 24 hours."""
    found: list[AlcoholDose] = []
    covered = -1.0
    for age, report in aged:
        drunk = age + DRUNK_BEFORE
        if report.alcohol is None or drunk <= covered or drunk >= ALCOHOL_HOURS:
            continue
        covered = age + NIGHT
        found.append(AlcoholDose(g_per_kg=DRINKS[report.alcohol], hours_ago=drunk))
    return max(found, key=lambda each: (each.g_per_kg, -each.hours_ago), default=None)


def _scores(aged: list[Aged]) -> Iterable[EarlierScore]:
    """Return the scores of the last days, newest first."""
    for age, report in aged:
        if report.soreness is not None and age <= TREND_HOURS[1]:
            yield EarlierScore(hours_ago=age, score=float(report.soreness))


def _painkiller(aged: list[Aged]) -> Painkiller | None:
    """Return the painkiller with the highest score before it."""
    taken = [
        Painkiller(hours_ago=age, soreness_before=float(each.painkiller_before))
        for age, each in aged
        if each.painkiller_before is not None and age < PAINKILLER_HOURS
    ]
    return max(taken, key=lambda each: each.soreness_before or 0.0, default=None)


def _stop_signs(aged: list[Aged]) -> tuple[frozenset[Symptom], Ask | None]:
    """Return danger signs not revoked by a later report, and which to ask about first."""
    signs: set[Symptom] = set()
    asks: list[Ask] = []
    for age, found, ask in _held(aged):
        signs.add(found)
        if age >= STOP_COUNTS:
            asks.append(ask)
    if any(each.illness is Illness.FEVER_OR_CHEST and age < FEVER_LINGERS for age, each in aged):
        signs.add(Symptom.FEVER_LAST_24H)
    return frozenset(signs), asks[0] if asks else None


def _held(aged: list[Aged]) -> Iterable[tuple[float, Symptom, Ask]]:
    sign = next(((a, each.stop_sign) for a, each in aged if each.stop_sign is not None), None)
    if sign is not None and sign[1]:
        yield sign[0], Symptom.STOP_SIGN, Ask.STOP_SIGN_GONE
    pain = next(((a, each.pain) for a, each in aged if each.pain is not None), None)
    if pain is not None and pain[1] in PAINS:
        yield pain[0], PAINS[pain[1]], Ask.PAIN_GONE
    ill = next(((a, each.illness) for a, each in aged if each.illness is not None), None)
    if ill is not None and ill[1] in ILLNESSES:
        yield ill[0], ILLNESSES[ill[1]], Ask.ILLNESS_GONE


def _easy_for(aged: list[Aged]) -> float:
    """Return the hours of easy days left after an illness last told so long ago."""
    ill = (age for age, each in aged if each.illness is Illness.FEVER_OR_CHEST)
    return max(0.0, FEVER_LINGERS + EASY_AFTER_ILLNESS - next(ill, inf))


def _pain_gone(aged: list[Aged]) -> float | None:
    """Return the hours since a pain was last reported that is no longer there.

    A danger sign that is taken back was cleared by a clinician, or never was.
    """
    pains = [(age, each.pain) for age, each in aged if each.pain is not None]
    if not pains or pains[0][1] in PAINS:
        return None
    return next((age for age, pain in pains if pain in PAINS), None)


def _sooner(one: float | None, other: float | None) -> float | None:
    return min((each for each in (one, other) if each is not None), default=None)


def _denied(aged: list[Aged]) -> bool:
    """Tell whether the danger questions were denied and no other score was told since."""
    told = next(((a, each.stop_sign) for a, each in aged if each.stop_sign is not None), None)
    scored = (a for a, each in aged if (each.soreness, each.painkiller_before) != (None, None))
    if told is None or told[1] is True:
        return False
    return told[0] <= next(scored, inf) and told[0] < SORENESS_COUNTS
