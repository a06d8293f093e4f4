"""Spanish rules for pain of joints, tendons and bones, strains, and being ill."""

from typing import Final

from bot.domain.tongues.spanish.parts import gap, sign
from bot.domain.tongues.tongue import Rules

_HURTS: Final = r"(?:dolor(?! muscular)\w*|duel\w+|dol(?:i|er)\w*|molest\w+)"
_BAD: Final = rf"(?:{_HURTS}|h?inch(?:ad\w+|az\w+|a|o)\b|inflamad\w+)"
_JOINT: Final = r"(?:rodillas?|caderas?|tobillos?|articulacion(?:es)?|rotulas?)\b"
_TENDON: Final = r"(?:tendon(?:es)?|aquiles|rotuliano)\b"
_BONE: Final = r"(?:espinillas?|canillas?|tibias?|huesos?|metatars\w+)\b"
_MUSCLE: Final = (
    r"(?:isquio\w*|femoral(?:es)?|gemelos?|pantorrillas?|muslos?|cuadriceps|ingles?|aductor(?:es)?"
    r"|soleo|musculos?)\b"
)


def _hurting(place: str, english: str) -> Rules:
    """Return the rules of a part that hurts: "me duele la rodilla", "la rodilla no me duele"."""
    return {
        rf"\b{_BAD}{gap(4)} {place}": english,
        rf"\b{place}{gap(4)} {_BAD}": sign(english),
    }


RULES: Final[Rules] = {
    # joints, tendons, bones
    r"\b(?:torci|torcid[oa]|torcio|doble|esguince)\b"
    rf"{gap(3)} {_JOINT}|\b(?:esguinces?|torcedura)\b": "sprained my ankle",
    **_hurting(_TENDON, "achilles pain"),
    r"\b(?:tendinitis|tendinopatia|tendinosis)\b": "tendonitis",
    **_hurting(_JOINT, "knee pain"),
    **_hurting(_BONE, "shin pain"),
    r"\bperiostitis\b": "shin splints",
    r"\b(?:fractura|fisura)s? (?:por|de) (?:estres|sobrecarga|fatiga)\b"
    r"|\bfisura\b": "stress fracture",
    r"\b(?:roto|rota|fracturad[oa]|rompi|fracture)\b"
    rf"{gap(2)} (?:huesos?|pie|pierna|dedo|tobillo)\b": "broken bone",
    # strains, pops
    r"(?<!de )\btiron(?:es|cito)?\b|\bdesgarr\w+|\brotura (?:de )?(?:fibr|muscular)\w*"
    rf"|\bdistension\w*|\b(?:rompi|rompio|roto|lesione){gap(2)} {_MUSCLE}": "pulled muscle",
    rf"\b(?:chasquido|crac|crack|clac|tronido|crujido|pop)\b{gap(2)} (?:{_JOINT}|{_MUSCLE})"
    rf"|\bme (?:hizo (?:crac|clac|pop)|trono|crujio){gap(2)}"
    rf" (?:{_JOINT}|{_MUSCLE})": "pop in my knee",
    # limping, at night
    r"\b(?:coje(?:o|a|ar|ando|aba|e)|cojera|renque\w+|(?:estoy|ando|voy) coj[oa])\b": "limping",
    rf"\bdolor(?! muscular)\w*{gap(5)} (?:por|de|en|durante) la noche\b"
    rf"|\bdolor(?! muscular)\w*{gap(5)} (?:nocturn\w+|de noche)"
    r"|\bme despiert\w+ (?:el|un|por el) dolor\b": "pain at night",
    # urine, rhabdo
    r"\b(?:casi no|apenas|no)(?: \w+){0,2}? (?:he )?"
    r"(?:mead|orinad|mee|orine|(?:hecho|hice) (?:pis|pipi))\w*\b(?! (?:oscur|roj|sangr|marr))"
    r"|\b(?:poc[oa]|poquisim[oa]) (?:pis|pipi|h?orina)\b"
    r"|\b(?:h?orino|meo) (?:muy )?poco\b": "barely peeing",
    r"\brabdo(?:miolisis)?\b": "rhabdo",
    r"\bcoagulos?\b": "blood clot",
    # being ill
    r"\b(?:estoy|estaba|ando|sigo|me siento|me encuentro)(?: (?:muy|un poco|algo|medio))?"
    r" (?:enferm[oa]|mal[oa]|malit[oa]|indispuest[oa]|mal(?! (?:por|dormid|entrenad|preparad)))\b"
    r"|^enferm[oa]\b|\bno me (?:siento|encuentro) bien\b": "feeling ill",
}
