"""What somebody's body is going through: fixed lines that outrank the score, some with a cap."""

from collections.abc import Iterator

from bot.domain.recovery.answer import AboutMeLine, Clearance
from bot.domain.recovery.beside_answers import AboutMeKey
from bot.domain.recovery.circumstances import AboutMe
from bot.domain.recovery.parameters import BIRTH_EASY, BIRTH_WALK, STATIN_SORENESS
from bot.domain.recovery.question import Question
from bot.domain.recovery.soreness import NOT_LEGS, worst_score


def about_me_of(question: Question) -> tuple[AboutMeLine, ...]:
    """Return the lines that are so, the strictest first."""
    capped = sorted(caps_of(question.about_me), key=lambda line: line.allows or 0)
    return (*capped, *_uncapped(question))


def caps_of(told: AboutMe) -> Iterator[AboutMeLine]:
    """Yield the lines with a cap (Goom, Donnelly & Brockwell 2019 on running after birth)."""
    weeks = told.weeks_since_birth
    if weeks is not None and weeks < BIRTH_WALK:
        yield AboutMeLine(key=AboutMeKey.JUST_BORN, allows=Clearance.WALK)
    elif weeks is not None and weeks < BIRTH_EASY:
        yield AboutMeLine(key=AboutMeKey.AFTER_BIRTH, allows=Clearance.EASY)
    if told.healing_place is not None:
        legs = told.healing_place not in NOT_LEGS
        allows = Clearance.WALK if legs else Clearance.EASY
        yield AboutMeLine(key=AboutMeKey.HEALING, allows=allows, place=told.healing_place)
    if told.recent_injection:
        yield AboutMeLine(key=AboutMeKey.INJECTION, allows=Clearance.WALK)
    if told.heart_or_kidney:
        yield AboutMeLine(key=AboutMeKey.HEART_OR_KIDNEY, allows=Clearance.EASY)
    if told.pregnant:
        yield AboutMeLine(key=AboutMeKey.PREGNANT, allows=Clearance.MODERATE)


def _uncapped(question: Question) -> Iterator[AboutMeLine]:
    """Yield the lines that only send to who knows."""
    told = question.about_me
    if told.statin:
        sore = (worst_score(question) or 0.0) >= STATIN_SORENESS
        yield AboutMeLine(key=AboutMeKey.STATIN_SORE if sore else AboutMeKey.STATIN)
    if told.physio_plan:
        yield AboutMeLine(key=AboutMeKey.PHYSIO)
