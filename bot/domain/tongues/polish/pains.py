"""Polish rules for pain of joints, tendons and bones, strains, and being ill."""

from typing import Final

from bot.domain.tongues.polish.parts import sign_apart
from bot.domain.tongues.tongue import Rules

_BAD: Final = (
    r"(?:bol(?:u|e|em|ow|i|a|al\w*|esn\w*)?(?! miesni)|(?:po|za|roz)bol\w*|napierdal\w*|nawala"
    r"|\w*puch[nl]\w*|obrzek\w*)"
)
_JOINT: Final = (
    r"(?:kolan(?:o|a|ach|em|ie|u|ami|om)?|biod(?:ro|ra|rze|rach|rem|er)|kost(?:k\w*|ce|ek)"
    r"|staw(?:u|y|ow|ach|ie|em)?)"
)
_TENDON: Final = r"(?:sciegn\w*|achilles\w*)"
_BONE: Final = r"(?:piszczel\w*|kosc(?:i|iach|ia)?|goleni\w*)"
_MUSCLE: Final = (
    r"(?:dwuglow\w*|czworoglow\w*|lyd(?:k\w*|ce|ek)|ud(?:o|a|zie|ach)|pachwin\w*|przywodziciel\w*"
    r"|posladk\w*|miesni\w*|miesien)"
)
_STRAINED: Final = r"(?:naciagn\w+|naciagniec\w+|nader(?:w|z)\w+|nadwyrez\w+)"
_TWISTED: Final = r"(?:skreci\w+|skrecen\w+|skrecon\w+|zwichn\w+|podwin\w+)"
# What is heard or felt to pop.
_POPPED: Final = r"(?:strzelil[oa]|chrupnel[oa]|trzasnel[oa]|pyknel[oa]|pstryknel[oa])"

RULES: Final[Rules] = {
    # at night
    r"\bbol\w*(?! miesni)(?: (?!ale\b)\w+){0,4}? (?:w nocy|noca|nocn\w+)"
    r"|\b(?:w nocy|noca) (?:\w+ )?bol\w*|\bbudzi mnie bol\b": "pain at night",
    # tendons, joints, bones
    r"\bzapaleni\w* sciegn\w*|\btendinopati\w*|\btendinit\w*|\bscieganit\w*": "tendonitis",
    **sign_apart("achilles pain", _TENDON, _BAD),
    rf"\b(?:niczego|nic) nie {_TWISTED}": "no sprained my ankle",
    rf"\b{_TWISTED}(?: (?!nie\b)\w+){{0,3}}? {_JOINT}\b"
    rf"|\b{_JOINT}(?: mam| jest)? (?:skrecon|zwichni)\w+": "sprained my ankle",
    **sign_apart("knee pain", _JOINT, _BAD),
    r"\bzapaleni\w* okostn\w*": "shin splints",
    **sign_apart("shin pain", _BONE, _BAD),
    r"\bzlamani\w* (?:zmeczeniow|przeciazeniow|stresow)\w*": "stress fracture",
    r"\bzlama(?:l[ea]m|n\w+)(?: \w+)?"
    r" (?:noge|stope|palec|kosc|kostke|noga|stopa|kosci)\b": "broken bone",
    # strains, pops
    rf"\b(?:niczego|nic)(?: sobie)? nie(?: sobie)? {_STRAINED}": "no pulled muscle",
    rf"\b{_STRAINED}(?:(?: (?!nie\b)\w+){{0,2}}? {_MUSCLE})?\b": "pulled muscle",
    rf"\b(?:cos )?(?:mi )?{_POPPED}(?: (?!nie\b)\w+){{0,3}}? (?:{_JOINT}|{_MUSCLE})\b"
    rf"|\b(?:w )?(?:{_JOINT}|{_MUSCLE})(?: (?!nie\b)\w+){{0,2}}?"
    rf" {_POPPED}\b": "something popped in my knee",
    # limping
    r"\bkule(?:je|jac|c)\b|\bkulal[ea]m\b|\butyka(?:m|lem|lam|jac)\b": "limping",
    # urine, rhabdo
    r"\b(?:prawie|ledwo|ledwie|malo|nie)(?: (?:nic|wcale|w ogole|dzis|dzisiaj|od wczoraj))*"
    r" (?:sika(?:lem|lam|m)|siusial[ea]m|oddawal[ea]m moczu|oddal[ea]m moczu)\b"
    r"(?! (?:na |krwia|krew|czerw|ciemn|brun))|\bmalo (?:moczu|sikow|sikam)\b": "barely peeing",
    r"\brabdo\w*": "rhabdo",
    r"\b(?:skrzep|zakrzep)\w*": "blood clot",
    # being ill
    r"\bnie(?: za)? (?:dobrze|najlepiej) sie czuje\b"
    r"|\bnie czuje sie (?:za |zbyt |naj)?(?:dobrze|lepiej)\b": "feeling ill",
    r"\b(?:jestem|bylem|bylam|czuje sie)(?: (?:troche|bardzo|ciagle|nadal|dzis|dzisiaj))?"
    r" (?:chor[ya]|zle|kiepsko|fatalnie|niedobrze)\b(?! przygot)|\bzle sie czuje\b"
    r"|\bchoruje\b|\brozchorowal[ea]m\b(?: sie)?|^chor[ya](?= *[,.!?]|$)": "feeling ill",
}
