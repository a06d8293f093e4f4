"""French rules for pain of joints, tendons and bones, strains, and being ill."""

from typing import Final

from bot.domain.tongues.french.parts import GAP, OF, sign_apart
from bot.domain.tongues.tongue import Rules

_PAIN: Final = rf"{OF}(?:mal|douleurs?|genes?){GAP}{{0,3}}"
_BAD: Final = r"(?:fait (?:\w+ )?mal|font mal|douloureu\w+|gonf\w+|enfl\w+|enflamme\w*)"
_JOINT: Final = r"(?:genou[x]?|hanches?|chevilles?|articulations?|rotules?)"
_TENDON: Final = r"(?:tendons?(?: (?:de |d')achille)?|achille)"
_BONE: Final = r"(?:tibias?|os|metatars\w+)"
_MUSCLE: Final = r"(?:ischios?|mollets?|cuisses?|quadri\w*|quads?|adducteurs?|aine|muscles?|psoas)"
# Did to oneself: "je me suis".
_SELF: Final = r"(?:je )?(?:ne )?(?:me suis|s'est)"
_TWISTED: Final = r"(?:tordue?|foulee?|vrillee?)"
_STRAINED: Final = r"(?:claquee?|dechiree?|froissee?|petee?|blessee?)"


def _hurting(place: str, english: str) -> Rules:
    """Return the rules of a part that hurts: "mal au genou", "le genou ne fait pas mal"."""
    return {
        rf"\b{place}\b{GAP}{{0,3}} (?:fait|font) (?:pas|plus)(?: de tout)? mal\b": f"no {english}",
        rf"\b{_PAIN} {place}\b": english,
        **sign_apart(english, rf"{OF}{place}", _BAD),
    }


RULES: Final[Rules] = {
    # joints, tendons, bones
    rf"\b{_SELF} (?:pas|rien) {_TWISTED}(?:{GAP}{{0,2}} {_JOINT}\b)?": "no sprained my ankle",
    rf"\b(?:{_SELF} )?(?:\w+ )?{_TWISTED}{GAP}{{0,2}} {_JOINT}\b"
    rf"|\b(?:entorses?|foulures?)\b(?:{GAP}{{0,2}} {_JOINT}\b)?": "sprained my ankle",
    **_hurting(_TENDON, "achilles pain"),
    r"\b(?:tendinites?|tendinopathies?|tendinose)\b": "tendonitis",
    **_hurting(_JOINT, "knee pain"),
    **_hurting(_BONE, "shin pain"),
    r"\bperiostites?\b": "shin splints",
    r"\b(?:fractures?|fissures?) de (?:stress|fatigue)\b": "stress fracture",
    rf"\b(?:cassee?|fracturee?){GAP}{{0,2}} (?:pied|jambe|orteil|cheville|os)\b"
    r"|\b(?:pied|jambe|orteil|cheville|os) (?:est )?(?:cassee?|fracturee?)\b": "broken bone",
    # strains, pops
    r"\b(pas (?:de |une )?|plus (?:de |une )?|aucune )?(?:une )?(?:petite )?pointes?"
    rf" (?:au |a la |a l'|dans |derriere )(?:le |la )?{_MUSCLE}\b": lambda found: (
        "no sharp pain" if found[1] else "sharp pain"
    ),
    rf"\b{_SELF} (?:pas|rien) {_STRAINED}(?:{GAP}{{0,2}} {_MUSCLE}\b)?": "no pulled muscle",
    r"\b(?:claquages?|elongations?|dechirures?|lesions? musculaires?)\b"
    rf"(?:{GAP}{{0,2}} {_MUSCLE}\b)?"
    rf"|\b{_SELF} {_STRAINED}{GAP}{{0,2}} {_MUSCLE}\b": "pulled muscle",
    r"\b(?:crac|clac|pop|craquements?|claquements?|craque|claque|pete)\b"
    rf"{GAP}{{0,2}} (?:{_JOINT}|{_MUSCLE})\b"
    rf"|\b(?:{_JOINT}|{_MUSCLE})(?: \w+)? a craque\b": "pop in my knee",
    # limping, at night
    r"\b(?:je )?(?:ne )?boit(?:e|ille|ais) (?:pas|plus)\b": "no limping",
    r"\bje boit(?:e|ais)\b|\ben boitant\b|\bboiter(?:ie)?\b|\bboitill\w+": "limping",
    rf"\b{OF}(?:mal (?:au|aux|a|de)|douleurs?)\b{GAP}{{0,4}} nuits?\b|\bdouleurs? nocturnes?\b"
    r"|\breveill\w+(?: \w+)? (?:par|avec) (?:une |de )?douleurs?\b": "pain at night",
    # urine, rhabdo
    r"\b(?:presque|quasi|quasiment|a peine)(?: \w+){0,2}? (?:pisse|urine|fait pipi)\b"
    r"|\bpas (?:pisse|urine|fait pipi)\b(?! (?:roug|fonc|noir|marr|sang|brun|au lit|dessus))"
    r"|\b(?:tres )?peu (?:de )?(?:urines?|pipi|pisse)\b|\bpisse (?:tres )?peu\b": "barely peeing",
    r"\brhabdo(?:myolyse)?\b": "rhabdo",
    r"\bcaillots?(?: de sang)?\b": "blood clot",
    # being ill
    r"\b(?:je )?(?:ne )?me sen[st] pas (?:tres |super |trop )?bien\b": "feeling ill",
    r"\b(?:je )?(?:ne )?(?:suis|me sen[st]|etais) (?:pas|plus)"
    r" (?:malade|souffrante?|mal)\b": "no feeling ill",
    r"\b(?:suis|me sen[st]|etais|tombee?)(?: (?:un peu|tres|encore|toujours|vraiment))?"
    r" (?:malade(?! de\b)|souffrante?|patraque|mal(?= *(?:[.,;!?]|$)))|^malade\b": "feeling ill",
}
