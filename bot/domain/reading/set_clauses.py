"""The clauses of one exercise line, in any order around its name, and the words between them.

Each clause is one alternative of one regular expression whose repetitions are all bounded, so
reading takes time in proportion to the length. What the clauses mean is in ``set_lines``.
"""

import re
from functools import lru_cache
from typing import Final

LINES_HELD: Final = 256  # whose clauses are remembered: one line is looked at from several sides

_UNIT = r"(?:kgs?|kilo(?:gram(?:me)?)?s?|lbs?|pounds?|\#)(?!(?!x\ ?\d)[^\W\d_])"
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?(?!\d|\.\d|\ ?%)"
_RANGE = rf"{_NUMBER}(?:\ ?(?:[-–]|\bto\b)\ ?{_NUMBER}(?!\ ?{_UNIT}))?"
_TIMES = r"\ ?[x×✕✖⨯*хХ]\ ?"
_HOLD = (
    r"(?:s|secs?|seconds?|m|mins?|minutes?|met(?:er|re)s?|yds?|yards?|ft|feet|km|k|mi|miles?"
    r"|cals?|calories)(?![^\W\d_])"
)
_MAX = r"(?:amrap|failure|fail|max|f)(?![^\W\d_])"
_CLAUSE: Final = re.compile(
    rf"""
    (?<![\w.])2{_TIMES}(?P<pair>{_NUMBER})\ ?(?P<pair_unit>{_UNIT})(?!{_TIMES})
    | (?<![\w.])(?P<a>{_NUMBER})\ ?(?P<a_unit>{_UNIT})?{_TIMES}
        (?:(?P<b>{_RANGE})(?:\ ?(?P<b_unit>{_UNIT})|\ ?(?P<hold>{_HOLD}))?|(?P<max>{_MAX}))
        (?:{_TIMES}(?P<c>{_NUMBER})\ ?(?P<c_unit>{_UNIT})?)?
    | (?<![\w.])(?P<sets>{_NUMBER})\ ?sets?\b
        (?:\ ?(?:\bof\b|x|×|:)\ ?(?:(?P<sets_reps>{_RANGE})(?!\ ?{_UNIT})|(?P<sets_max>{_MAX})))?
    | (?:@\ ?)?\b(?:rpe|effort)\ ?[:=@]?\ ?(?P<rpe>{_RANGE})
    | (?<![\w.])@?\ ?(?P<rpe_before>{_RANGE})\ ?rpe\b
    | (?:@\ ?)?\brir\ ?[:=@]?\ ?(?P<rir>{_RANGE}) | (?<![\w.])@?\ ?(?P<rir_before>{_RANGE})\ ?rir\b
    | (?<![\w.])(?P<reps>{_RANGE})\ ?reps?\b | (?<![\w.]){_TIMES}(?P<times_reps>{_RANGE})\b
    | @\ ?(?P<at>{_RANGE})(?:\ ?(?P<at_unit>{_UNIT}))?
    | (?<![\w.])(?<!\ [-−])(?P<load>{_NUMBER})\ ?(?P<load_unit>{_UNIT})
    | (?<![\w.])(?P<single>1\ ?rm)\b
    | (?<![\w.])45\ ?(?:°|deg(?:ree)?s?\b)
    | (?<![\w.])(?<!\d/)(?<!\ [-−])(?P<bare>{_NUMBER})(?![\w°'"])
    | (?P<failure>\b(?:(?:to|till|until)\ )?(?:failure|amrap)\b|\bmax\ reps?\b)
    | \b(?:bw|body\ ?weight)\b(?!\ [^\W\d_])
    | \b(?:ea|l/r)\b | (?:/|\b(?:per|each|a)\b)\ ?(?:leg|side|hand|arm)s?\b | \be/?s\b | \bw/
    | \b(?:of|with|at|for|each|superset|ss|reps?|sets?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AROUND_NAMES = " .:-–—=()/|@"


@lru_cache(maxsize=LINES_HELD)
def clauses(line: str) -> tuple[re.Match[str], ...]:
    """Return what a line says of sets, reps, loads and effort, in its order."""
    return tuple(_CLAUSE.finditer(line))


def split_names(line: str) -> tuple[str, ...]:
    """Return the runs of words of a line that no clause takes: usually one, the exercise's name."""
    return tuple(line[start:end] for start, end in name_spans(line))


def name_spans(line: str) -> list[tuple[int, int]]:
    """Return where the runs of words of a line begin and end."""
    spans = []
    start = 0
    for found in (*clauses(line), None):
        end = len(line) if found is None else found.start()
        run = line[start:end]
        name = run.strip(_AROUND_NAMES)
        if name:
            begins = start + run.index(name)
            spans.append((begins, begins + len(name)))
        start = end if found is None else found.end()
    return spans


def labels(line: str) -> tuple[str, ...]:
    """Return the runs of words right before a bare number: "seat 4" may say what it counts."""
    bare = {found.start() for found in clauses(line) if found["bare"]}
    return tuple(
        line[start:end]
        for start, end in name_spans(line)
        if end + len(line[end:]) - len(line[end:].lstrip(_AROUND_NAMES)) in bare
    )
