"""Checked before every score: danger signs, and impossible values."""

from collections.abc import Iterator

from bot.domain.facts.training import SORENESS, PainType
from bot.domain.recovery.answer import Care, Gate
from bot.domain.recovery.question import Ask, Question, Symptom

CARE = {
    Care.EMERGENCY: (Symptom.CHEST_PAIN, Symptom.FAINTING, Symptom.BREATHLESS),
    Care.URGENT: (
        Symptom.DARK_URINE,
        Symptom.LITTLE_URINE,
        Symptom.SEVERE_SWELLING,
        Symptom.MARKED_WEAKNESS,
        Symptom.NUMBNESS_TIGHT_COMPARTMENT,
        Symptom.ONE_CALF_SWOLLEN_WARM,
        Symptom.NUMB_SADDLE_OR_LEG,
        Symptom.BLADDER_BOWEL_TROUBLE,
    ),
    Care.STOP_SIGN: (Symptom.STOP_SIGN,),
    Care.INJURY: (
        Symptom.SHARP_PAIN,
        Symptom.JOINT_PAIN,
        Symptom.BONE_POINT_PAIN,
        Symptom.NIGHT_PAIN,
        Symptom.POP_FELT,
        Symptom.LIMPING,
    ),
    Care.ILLNESS: (
        Symptom.FEVER,
        Symptom.FEVER_LAST_24H,
        Symptom.BELOW_NECK_ILLNESS,
        Symptom.VOMITING_DIARRHOEA,
    ),
}
"""The signs of each kind of care, most urgent first.

Sources: CDC/NIOSH on rhabdomyolysis, UCLH on deep vein thrombosis, NHS on cauda
equina, Mayo Clinic on the neck check.
"""

CARE_GATES = {Care.INJURY: Gate.PAIN, Care.ILLNESS: Gate.ILLNESS}
"""The gate behind a kind of care where it is not ``RED_FLAG``."""

PAINS = {
    PainType.SHARP: Symptom.SHARP_PAIN,
    PainType.JOINT: Symptom.JOINT_PAIN,
    PainType.TENDON: Symptom.TENDON_PAIN,
    PainType.BONE: Symptom.BONE_POINT_PAIN,
}
"""The symptom each pain type stands for."""


def symptoms_of(question: Question) -> frozenset[Symptom]:
    """Return the symptoms told, the kind of ache among them."""
    kind = question.soreness.type if question.soreness is not None else None
    return question.symptoms | {PAINS[kind]} if kind in PAINS else question.symptoms


def care_of(question: Question) -> tuple[Care, tuple[Symptom, ...]] | None:
    """Return the most urgent care a sign needs, with every such sign in order of urgency."""
    if not (symptoms := symptoms_of(question)):
        return None
    found = [(care, sign) for care, signs in CARE.items() for sign in signs if sign in symptoms]
    return (found[0][0], tuple(sign for _, sign in found)) if found else None


def bad_value(question: Question) -> Ask | None:
    """Return what to ask where a value is impossible: hours below 0, soreness outside 0-10."""
    return next(_bad_values(question), None)


def _bad_values(question: Question) -> Iterator[Ask]:
    sore, drunk, painkiller = question.soreness, question.alcohol, question.painkiller
    if not all(entry.hours_ago >= 0 for entry in question.leg_sessions or ()):
        yield Ask.HOURS_SINCE_LEGS
    scores = (sore.score, sore.legs_score) if sore is not None else ()
    if painkiller is not None:
        scores = (*scores, painkiller.soreness_before)
    if not all(SORENESS[0] <= score <= SORENESS[1] for score in scores if score is not None):
        yield Ask.SORENESS
    if not all(run.hours_ago >= 0 for run in question.recent_runs or ()):
        yield Ask.RUNS
    if drunk is not None and not drunk.hours_ago >= 0:
        yield Ask.ALCOHOL
    if painkiller is not None and not painkiller.hours_ago >= 0:
        yield Ask.PAINKILLER
