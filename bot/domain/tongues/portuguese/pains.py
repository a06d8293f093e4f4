"""Portuguese rules for pain of joints, tendons and bones, strains, and being ill."""

from typing import Final

from bot.domain.tongues.portuguese.parts import GAP_2, GAP_4, MY, sign
from bot.domain.tongues.tongue import Rules

_PAIN: Final = r"(?:dor(?:es|zinha)?(?! muscular)|incomodo|pontada)"
_HURTS: Final = r"(?:doi|doem|doendo|doeu|doer|doia|dolorid[oa])"
_BAD: Final = rf"(?:{_HURTS}|inch(?:ad[oa]s?|ou|aram|aco)|inflamad[oa]s?)"
_JOINT: Final = r"(?:joelhos?|quadril|quadris|tornozelos?|articulac(?:ao|oes)|patelas?)"
_TENDON: Final = r"(?:tendao(?: de aquiles)?|tendoes|aquiles)"
_BONE: Final = r"(?:canelas?|tibias?|ossos?)"
_MUSCLE: Final = (
    r"(?:posterior(?:es)?|panturr?ilhas?|coxas?|virilhas?|adutor(?:es)?|quadriceps|musculos?)"
)
# Words before a part of the body: "in my".
_IN: Final = r"(?:(?:on|n[ao]s?|d[ao]s?|em|de|meus?|minhas?|um|uma|[oa]s?) )*"


def _hurting(place: str, english: str) -> Rules:
    """Return the rules of a part that hurts: "dor no joelho", "meu joelho não dói"."""
    return {
        rf"\b{_PAIN}{GAP_2} {_IN}{place}\b|\b{_HURTS}{GAP_2} {MY}{place}\b": sign(english),
        rf"\b{MY}{place}{GAP_4} (?:{_BAD}|com dor)\b": sign(english),
    }


RULES: Final[Rules] = {
    # joints, tendons, bones
    rf"\b(?:torci|torceu|virei|entorse|torcao){GAP_2} {_IN}(?:{_JOINT}|pe)\b"
    r"|\bentorses?\b": "sprained my ankle",
    **_hurting(_TENDON, "achilles pain"),
    r"\b(?:tendinites?|tendinopatia|tendinose)\b": "tendonitis",
    **_hurting(_JOINT, "knee pain"),
    **_hurting(_BONE, "shin pain"),
    r"\b(?:canelites?|periostite)\b": "shin splints",
    r"\bfraturas? (?:por|de) (?:e?stress|estresse|fadiga)\b": "stress fracture",
    rf"\b(?:quebrei|quebrou|fraturei|fraturou){GAP_2} {_IN}"
    r"(?:ossos?|pe|perna|dedo|tornozelo)\b": "broken bone",
    # strains, pops
    r"\b(?:estir(?:ei|ou|ad[oa]|amentos?)|distens(?:ao|oes)|distendi(?:do|da)?)\b(?: nada)?"
    rf"(?:{GAP_2} {_IN}{_MUSCLE}\b)?"
    rf"|\b(?:rompi|rompeu|rasguei|rasgou|puxei|ruptura|lesionei){GAP_2} {_IN}{_MUSCLE}\b"
    r"|\b(?:lesao|ruptura) muscular\b": "pulled muscle",
    rf"\b(?:estalos?|estralos?|estalou|estralou|pipoco|crec|pop){GAP_2}"
    rf" {_IN}(?:{_JOINT}|{_MUSCLE})\b"
    rf"|\b{MY}(?:{_JOINT}|{_MUSCLE}){GAP_2} (?:estal|estral)ou\b": sign("pop in my knee"),
    # limping, at night
    r"\b(?:manc(?:ando|o|ar|a|ava)|coxeando|coxeio)\b": "limping",
    rf"\b{_PAIN}{GAP_4} (?:(?:a|de|durante a) )?(?:noite|madrugada)\b"
    r"|\bacord(?:o|ei|ando) (?:com|de) dor(?! muscular)\b": "pain at night",
    # urine, rhabdo
    r"\b(?:quase nao|mal|nao)(?: \w+){0,2}? (?:(?:fiz|faco|fazendo|feito) (?:xixi|pipi)"
    r"|mijei|mijo|mijando|urinei|urino|urinando|urinado)\b(?! (?:escur|sang|verm|marr|na\b))"
    r"|\b(?:pouc[oa]|pouquissim[oa]) (?:xixi|urina|pipi|mijo)\b"
    r"|\b(?:mijando|urinando|mijei|urinei) (?:muito )?pouco\b": "barely peeing",
    r"\brabdo(?:miolise)?\b": "rhabdo",
    r"\bcoagulos?\b": "blood clot",
    # being ill
    r"\b(?:to|tou|estou|tava|estava|fiquei|ando|acordei|me sinto)"
    r"(?: (?:muito|meio|bem|um pouco|me sentindo))*"
    r" (?:doente|adoentad[oa]|indispost[oa]|(?<=me sentindo )mal|(?<=passando )mal)\b"
    r"|\bme (?:sinto|sentindo|senti) mal\b|\bpass(?:ei|ando) mal\b|^doente\b"
    r"|\bnao (?:(?:to|tou|estou) )?me (?:sinto|sentindo) bem\b": "feeling ill",
}
