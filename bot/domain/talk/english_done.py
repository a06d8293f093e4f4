"""The English words for a leg day or a run that is done."""

from typing import Final

RUN: Final = r"(?:run|runs|jog|walk|running|jogging)"
DID: Final = (
    r"(?:i |i've |ive )?(?:have |just |already |finally |only |also )*(?:did|trained|finished"
    r"|completed|had|hit|done with|done|smashed|crushed|killed|destroyed|nailed|worked out|worked"
    r"|got through|came back from|back from|log|logged)"
)
_PROGRAM: Final = r"(?:couch to 5k|c25k)(?: w(?:ee)?k ?\d{1,2})?(?: (?:day|run) ?\d)?"
SUCH: Final = (
    rf"(?:{_PROGRAM}|an?|my|some|the|another|first|only|quick|short|long|hard|heavy|easy|light"
    r"|brutal|tough|good|great|big|solid|nice|decent|killer|full|little|lovely|morning|evening|lunch)"
)
_MUSCLE: Final = r"(?:quads|hams(?:trings)?|glutes)"  # calves alone are an exercise
LEG_DAY: Final = (
    r"(?:legs(?: day)?|leg (?:session|workout|training)|leg ?day"
    r"|lower(?: body)?(?: day)?|squat day"
    rf"|(?:calves (?:and )?)?{_MUSCLE}(?: (?:and )?(?:{_MUSCLE}|calves))*)"
)
_WITH: Final = (
    r"with (?:(?:my|the|a|some) )*(?:friends?|lads|boys|girls|guys|mates?|buddy|wife|husband"
    r"|partner|girlfriend|boyfriend|kids|dog|coach|trainer|pt|club|group|team)"
)
THERE: Final = (
    r"(?: (?:workout|session|training|hard|well|again|ever|there|at home|pb|pr"
    r"|(?:at|in|on|along|around|through) the (?:gym|beach|park|woods|forest|river|track|trails?"
    r"|lake|canal|road|treadmill|neighbou?rhood|city|town|rain|heat|dark)"
    rf"|outside|{_WITH}|really|pretty|very|quite|absolutely|easy"
    r"|heavy|pace|brutal|tough|great|good))*"
)
