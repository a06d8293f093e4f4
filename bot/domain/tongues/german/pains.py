"""German rules for pain of joints, tendons and bones, strains, and being ill."""

from typing import Final

from bot.domain.tongues.german.parts import GAP, THE, TWO, sign
from bot.domain.tongues.notation import whole_words
from bot.domain.tongues.tongue import Rules

_HURTS: Final = r"(?:schmerz(?:en?|t|te|haft)?|weh|wehgetan|(?:an)?geschwollen\w*|dick|entzue?ndet)"
_JOINT: Final = (
    r"(?:knien?|kniegelenke?n?|kniescheiben?|hue?ften?|hue?ftgelenke?n?|knoe?cheln?"
    r"|(?:sprung|fuß|fuss)?gelenke?n?)"
)
_TENDON: Final = r"(?:(?:achilles|patella|knie|bizeps)?-?sehnen?|achilles)"
_BONE: Final = r"(?:schienbeine?n?|knochen|mittelfuß|mittelfuss)"
_MUSCLE: Final = (
    r"(?:oberschenkeln?|waden?|leisten?|adduktoren|beinbeuger|hamstrings?|quads?|muskeln?|po)"
)
_PAIN_IN: Final = rf"schmerz\w*{GAP} (?:in|im|an|am|um) {THE}"

_PAINS: Final[Rules] = {
    # at night
    rf"(?:nachts|in der nacht){GAP} \w*schmerz(?:en?|t)?"
    rf"|schmerz(?:en?|t)?{GAP} (?:nachts|in der nacht)"
    r"|vor schmerzen(?: \w+)? (?:wach|auf)\w*": "pain at night",
    # strains, pops
    r"(?:nichts|nix)(?: \w+)? (?:gezerrt|gerissen)": "no pulled muscle",
    rf"{THE}{_MUSCLE}{GAP}"
    r" (?:gezerrt|ue?berdehnt|(?:an|ein)?gerissen)(?: nicht)?": sign("pulled muscle"),
    r"\w*zerrung(?:en)?|(?:muskel)?faserriss\w*|muskelriss\w*|gezerrt": "pulled muscle",
    rf"(?:in|im|am) {THE}(?:{_JOINT}|{_MUSCLE}){GAP} (?:geknallt|geknackt|geploppt|geschnalzt)"
    rf"|(?:knall|plopp|knacks){GAP} (?:in|im|am) {THE}(?:{_JOINT}|{_MUSCLE})"
    rf"|(?:knallte?|ploppte|knackte){GAP} (?:in|im|am)"
    rf" {THE}(?:{_JOINT}|{_MUSCLE})": sign("pop in my knee"),
    # joints
    rf"(?:knie|hue?ft|knoe?chel|(?:sprung)?gelenk)s?-?(?:schmerz\w*|weh)|{_PAIN_IN}{_JOINT}"
    rf"|(?:schmerzende|geschwollene|dicke)[rnms]?(?: \w+e[rnms]?)? {_JOINT}": "knee pain",
    rf"{THE}{_JOINT}{GAP} {_HURTS}(?: nicht)?"
    rf"|schmerz(?:t|en){TWO} {THE}{_JOINT}(?: nicht)?": sign("knee pain"),
    rf"{THE}{_JOINT}{GAP} (?:verstaucht|verdreht|verknackst|umgeknickt)"
    rf"|(?:mit dem (?:\w+ )?(?:fuß|fuss|knoe?chel) )?(?:nicht )?um(?:ge)?knick(?:t|en)"
    r"|(?:verstauchung|bae?nderriss|bae?nderdehnung)\w*": sign("sprained my ankle"),
    # tendons, bones
    rf"(?:achilles)?sehnen?-?schmerz\w*|{_PAIN_IN}{_TENDON}"
    r"|sehnen(?:scheiden)?(?:entzue?ndung|reizung)\w*|tendinitis|tendinopathie"
    r"|(?:lae?ufer|springer)knie": "achilles pain",
    rf"{THE}{_TENDON}{GAP} {_HURTS}(?: nicht)?"
    rf"|schmerz(?:t|en){TWO} {THE}{_TENDON}(?: nicht)?": sign("achilles pain"),
    rf"(?:schienbein|knochen)-?schmerz\w*|{_PAIN_IN}{_BONE}|schienbeinkanten\w*|shin ?splints?"
    r"|knochenhaut(?:entzue?ndung|reizung)\w*": "shin pain",
    rf"{THE}{_BONE}{GAP} {_HURTS}(?: nicht)?"
    rf"|schmerz(?:t|en){TWO} {THE}{_BONE}(?: nicht)?": sign("shin pain"),
    r"ermue?dungsbr(?:uch|ue?che)|stress-?fraktur\w*|haarriss": "stress fracture",
    rf"(?:fuß|fuss|bein|zeh|zehe|knoe?chel){TWO} gebrochen": sign("broken foot"),
    # limping
    r"(?:nicht )?(?:humpl?e?l?[et]?n?|gehumpelt|hinke?n?|gehinkt|hinkte)(?! \w+ hinterher)"
    r"(?: (?:auch |ueberhaupt )?nicht)?": sign("limping"),
    # urine, rhabdo
    rf"(?:kaum|fast nicht|fast nie|nicht|wenig){TWO} (?:gepinkelt|gepisst|uriniert|gepieselt)"
    r"|(?:kaum|fast kein(?:en)?|wenig)(?: noch)? (?:urin|harn|pipi)"
    rf"|(?:musste|muss|war){GAP} (?:nicht|kaum) (?:pinkeln|pissen)": "barely peeing",
    r"rhabdo(?:myolyse)?": "rhabdo",
    r"blutgerinnsel": "blood clot",
    # being ill
    r"(?:bin|bins|fue?hle?|werde|war)(?: \w+){0,3}"
    r" (?:krank|krae?nklich|unwohl)(?! vor| nach)": sign("I'm sick"),
    r"mir (?:gehts?|geht'?s|geht es|ist)(?: \w+)?"
    r" (?:schlecht|mies|elend|ue?bel|nicht gut)": "I'm sick",
    # what denies them behind them
    r"((?:knee|shin|achilles) pain|pulled muscle|limping|rhabdo)"
    r" (?:habe?|hatte)(?: ich)?(?: \w+)? (?:nicht|keine?)": r"no \1",
}
RULES: Final = whole_words(_PAINS)
