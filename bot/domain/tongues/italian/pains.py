"""Italian rules for pain of joints, tendons and bones, strains, and being ill, in braces."""

from typing import Final

from bot.domain.tongues.italian.parts import GAP, IS_OR_NOT, PAIN, sign
from bot.domain.tongues.notation import whole_words
from bot.domain.tongues.tongue import Rules

_BAD: Final = r"(?:male|duole|dolgono|dolente|dolorant[ei]|gonfi\w*|infiammat\w)"
# Words before a part of the body: "nel mio"; "all'anca" has its own below.
_IN: Final = (
    r"(?:(?: (?:al|allo|alla|alle|ai|agli|nel|nella|nelle|nei|sul|sulla|il|lo|la|le|i|gli|un|una"
    r"|di|del|della|delle|mi[oae]|sinistr[oa]|destr[oa]|li|un po'))*"
    r"(?: |(?: all| nell| dell| sull| l| un)'))"
)
_JOINT: Final = (
    r"(?:ginocchi[ao]?|anc(?:a|he)|cavigli[ae]|articolazion[ei]|rotul[ae])(?: (?:sinistr|destr)\w)?"
)
_TENDON: Final = r"(?:tendin[ei](?: d'achille)?|achille)"
_BONE: Final = r"(?:tibi[ae]|stinc(?:o|hi)|oss[oa]|metatars\w+)"
_MUSCLE: Final = (
    r"(?:(?:bicipite )?femoral[ei]|polpacci\w?|cosc(?:ia|e)|inguine|quadricipit[ei]|quad"
    r"|adduttor[ei]|muscol[oi]|flessor[ei])"
)
# Did to oneself: "mi sono".
_SELF: Final = r"(?:mi sono|mi si e)"
_SPRAIN: Final = r"(?:stort[ae]|distorsion[ei]|slogatura)"


def _hurting(place: str, english: str) -> Rules:
    """Return the rules of a part that hurts: "mi fa male il ginocchio", "il ginocchio è gonfio"."""
    return {
        rf"(?:mi )?(?:(?:fa|fanno) )?{PAIN}{_IN}{place}": sign(english),
        rf"(?:mi )?(?:duole|dolgono){_IN}{place}": sign(english),
        rf"{place}{IS_OR_NOT} {_BAD}": sign(english),
    }


_PAINS: Final[Rules] = {
    # joints, tendons, bones
    rf"(?:(?:ho )?preso )?(?:una )?{_SPRAIN}(?:{_IN}{_JOINT})?"
    rf"|{_SELF} (?:stort[oa]|slogat[oa]){_IN}{_JOINT}": sign("sprained my ankle"),
    **_hurting(_TENDON, "achilles pain"),
    r"tendinit[ei]|tendinopati[ae]|tendinosi": sign("tendonitis"),
    **_hurting(_JOINT, "knee pain"),
    **_hurting(_BONE, "shin pain"),
    r"periostit[ei]": sign("shin splints"),
    r"frattur[ae] da (?:stress|fatica|carico)": sign("stress fracture"),
    rf"(?:rott[oa]|fratturat[oa]){_IN}(?:oss[oa]|piede|gamba|dito|caviglia)": sign("broken bone"),
    # strains, pops
    rf"(?:strapp[oi]|stiramento|stiramenti|lesione)(?: muscolar[ei])?{_IN}{_MUSCLE}"
    r"|(?:strapp[oi]|stiramento|stiramenti|lesione)(?: muscolar[ei])"
    r"|(?<=uno )(?:strappo|stiramento)(?! (?:d[ai] )?\d)"
    rf"|{_SELF} (?:stirat|strappat)[oa](?:{_IN}{_MUSCLE})?"
    rf"|contrattura{_IN}{_MUSCLE}": sign("pulled muscle"),
    rf"(?:crac|crack|clac|schiocco|pop){GAP}{_IN}(?:{_JOINT}|{_MUSCLE})"
    rf"|(?:{_JOINT}|{_MUSCLE}) (?:\w+ )?(?:fatto (?:crac|clac)|schioccato)": sign("pop in my knee"),
    # limping, at night
    r"zoppic(?:o|a|ando|are|avo|ante)|zoppia": sign("limping"),
    rf"dolor[ei](?! muscolar){GAP} (?:di|la|durante la) notte"
    r"|mi svegli\w+ (?:il|dal|per il) dolore": sign("pain at night"),
    # urine, rhabdo
    r"(?:quasi non|appena|a malapena|non)(?: [a-z]+){0,2}? (?:fatto (?:la )?pipi|urinato"
    r"|pisciato)(?! (?:ross|scur|sang|marr|addosso))"
    r"|(?:poca|pochissima|quasi niente|quasi zero) (?:pipi|urina)"
    r"|(?:urino|piscio) (?:molto )?poco": sign("barely peeing"),
    r"rabdo(?:miolisi)?": sign("rhabdo"),
    r"coagul[oi]": sign("blood clot"),
    # being ill
    r"non mi sento (?:tanto |molto |troppo )?bene": sign("feeling ill"),
    r"(?:sono|sto|mi sento|ero)(?: (non))?(?: (?:un po'|molto|ancora|davvero))?"
    r" (?:malat[oa]|ammalat[oa]|mal[ae])(?! (?:in|per|dall\w)\b)"
    r"|mi sono ammalat[oa]|^malat[oa]": sign("feeling ill"),
}
RULES: Final = whole_words(_PAINS)
