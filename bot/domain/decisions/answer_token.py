"""The state token of an answer: what was told with "can I run?", packed into a button's action.

The answer is made anew after every further word. All that was told is in the action of its buttons,
so it works after a restart and nothing is held in memory.
"""

import re
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple, get_args, get_type_hints

from bot.domain.decisions.codes import Feel, Ran, choice, code
from bot.domain.facts.errors import Expired
from bot.domain.facts.training import (
    SLEEP_HOURS,
    Activity,
    Alcohol,
    Illness,
    PainType,
    Region,
    Report,
    RunKind,
    check_range,
)
from bot.domain.recovery.answer import Care
from bot.domain.recovery.circumstances import About, Event, EventKind, Matters
from bot.domain.recovery.question import Effort, PastRun, PastSession, PlannedRun, Question, Symptom
from bot.domain.recovery.safety import CARE

RUN_MINUTES = (1, 600)
LEGS_EFFORT = (1, 9)  # one digit: 10 counts as 9 does
HOT = 32.0  # °C, what "hot" stands for
LONG_AGO = 9_999  # hours, the most there are: "no leg day in ten days", said rather than not known

DANGER = frozenset((*CARE[Care.EMERGENCY], *CARE[Care.URGENT]))
PAIN_KEPT = {
    Symptom.JOINT_PAIN: PainType.JOINT,
    Symptom.TENDON_PAIN: PainType.TENDON,
    Symptom.BONE_POINT_PAIN: PainType.BONE,
    **dict.fromkeys(set(CARE[Care.INJURY]) - {Symptom.JOINT_PAIN, Symptom.BONE_POINT_PAIN},
                    PainType.SHARP),
}  # fmt: skip
ILLNESS_KEPT = {
    Symptom.HEAD_COLD: Illness.HEAD_COLD,
    **dict.fromkeys(CARE[Care.ILLNESS], Illness.FEVER_OR_CHEST),
}

# Mildest first: of several that fit, the last is kept.
PAINS = (
    PainType.NONE, PainType.MUSCLE_ACHE, PainType.TENDON, PainType.BONE, PainType.JOINT,
    PainType.SHARP,
)  # fmt: skip
ILLNESSES = (Illness.NONE, Illness.HEAD_COLD, Illness.FEVER_OR_CHEST)


# What such a run is taken for: a day ago, at an ordinary length and effort of its kind.
RAN = {
    Ran.NONE: (),
    Ran.EASY: (PastRun(hours_ago=24.0, minutes=40.0, srpe=3.0),),
    Ran.HARD: (PastRun(hours_ago=24.0, minutes=75.0, srpe=7.0),),
}

_WORD = re.compile(r"([a-z])([0-9]{1,10}(?:\.[0-9]{1,6})?)")
_LETTERS = {
    "r": "run",
    "m": "minutes",
    "w": "at",
    "s": "soreness",
    "p": "pain",
    "z": "sleep",
    "i": "ill",
    "a": "alcohol",
    "h": "hot",
    "b": "before",
    "l": "legs_hours",
    "d": "denied",
    "f": "feel",
    "g": "region",
    "n": "ran",
    "v": "picture",
    "y": "why",
    "k": "brief",
    "t": "legs_at",
    "o": "about",
    "c": "event",
    "q": "matters",
    "x": "activity",
    "u": "legs_effort",
}

_SWITCH = {"0": False, "1": True}
_MINUTE = 60  # seconds: what an action has no room to tell of a leg day ahead


class AnswerToken(NamedTuple):
    """What was told with the question; ``None`` means not said.

    ``symptoms`` come from their own list and do not travel: of them a stop sign is kept, and the
    pain or illness they are, which does.
    """

    run: RunKind | None = None
    minutes: int | None = None
    at: datetime | None = None  # the moment of the planned run
    soreness: int | None = None
    pain: PainType | None = None
    sleep: float | None = None  # hours
    ill: Illness | None = None
    alcohol: Alcohol | None = None
    hot: bool | None = None
    before: int | None = None  # the soreness before a painkiller of the last 8 h
    legs_hours: int | None = None  # since a leg day that is not logged
    denied: bool | None = None  # the danger questions were answered with no
    feel: Feel | None = None  # how the legs feel against the answer
    region: Region | None = None  # where they are sore
    ran: Ran | None = None  # the last days' running
    picture: bool | None = None  # the answer is looked at with its picture
    why: bool | None = None  # it is unfolded
    brief: bool | None = None  # its reader knows the warm-up from earlier answers
    legs_at: datetime | None = None  # the minute of the next leg day
    about: About | None = None
    event: EventKind | None = None  # the kind of race that the run is, where its time is known
    matters: Matters | None = None  # how much the race does
    activity: Activity | None = None  # the other sport that is asked about in the place of a run
    legs_effort: int | None = None  # how hard the leg day that is not logged was
    symptoms: frozenset[Symptom] = frozenset()

    @property
    def is_unfolded(self) -> bool:
        """Whether the answer stands with its numbers; a picture of them is among these."""
        return bool(self.why or self.picture)

    def checked(self) -> "AnswerToken":
        """Return the token if its values are within their limits; soreness is left to the model.

        Raises:
            BadInput: ``out_of_range``.
        """
        check_range("minutes", self.minutes, RUN_MINUTES)
        check_range("sleep", self.sleep, SLEEP_HOURS)
        check_range("effort", self.legs_effort, LEGS_EFFORT)
        return self

    def packed(self) -> str:
        """Return the token as letters and digits for an action; at most 75 characters."""
        return "".join(
            [
                f"{letter}{_number(name, value)}"
                for letter, name in _LETTERS.items()
                if (value := getattr(self, name)) is not None
            ]
        )

    @classmethod
    def unpacked(cls, packed: str) -> "AnswerToken":
        """Return the token of packed text; where a letter comes again, its later value counts.

        Raises:
            Expired: the text is none of ours.
            BadInput: as ``checked``.
        """
        if _WORD.sub("", packed):
            raise Expired("control_unknown")
        said: dict[str, Any] = {}
        for letter, number in _WORD.findall(packed):
            if letter not in _LETTERS:
                raise Expired("control_unknown")
            said[_LETTERS[letter]] = _value(_LETTERS[letter], number)
        return cls(**said).checked()

    def noticing(self, symptoms: frozenset[Symptom]) -> "AnswerToken":
        """Return the token with the danger signs that were chosen; none denies them all."""
        pains = {PAIN_KEPT[sign] for sign in symptoms & PAIN_KEPT.keys()} | {self.pain}
        ills = {ILLNESS_KEPT[sign] for sign in symptoms & ILLNESS_KEPT.keys()} | {self.ill}
        return self._replace(
            symptoms=symptoms,
            pain=max(pains - {None}, key=PAINS.index, default=None),
            ill=max(ills - {None}, key=ILLNESSES.index, default=None),
            denied=None if symptoms else True,
        )

    def question(self, now: datetime) -> Question:
        """Return the model's question, on top of the log and the reports."""
        legs = None
        if self.legs_hours is not None:
            legs = (PastSession(hours_ago=self.legs_hours, srpe=self.legs_effort),)
        in_hours = 0.0 if self.at is None else max(0.0, (self.at - now) / timedelta(hours=1))
        plan = None
        if self.run is not None or self.at is not None or self.activity is not None:
            plan = PlannedRun(
                kind=self.run,
                minutes=self.minutes,
                in_hours=in_hours,
                activity=self.activity or Activity.RUN,
            )
        return Question(
            leg_sessions=legs,
            recent_runs=None if self.ran is None else RAN[self.ran],
            symptoms=self.symptoms,
            plan=plan,
            heat_c=HOT if self.hot else None,
            planned_legs=self._planned_legs(now),
            event=self._event(in_hours),
            about=self.about or About.RUN,
        )

    def _planned_legs(self, now: datetime) -> tuple[PastSession, ...]:
        """The leg day ahead; once its time has come it is in the log, or was not done."""
        if self.legs_at is None or self.legs_at <= now:
            return ()
        ahead = (self.legs_at - now) / timedelta(hours=1)
        return (PastSession(hours_ago=-ahead, effort=Effort.ORDINARY),)

    def _event(self, in_hours: float) -> Event | None:
        if self.event is None or self.at is None:
            return None
        if self.run is not RunKind.RACE and self.activity is not Activity.MATCH:
            return None
        return Event(
            in_hours=in_hours,
            kind=self.event,
            minutes=self.minutes,
            matters=self.matters or Matters.B,
        )

    def report(self, at: datetime) -> Report | None:
        """Return the report to keep: how the body feels; of danger only that there is a sign."""
        stop = True if self.symptoms & DANGER else None
        report = Report(
            reported_at=at,
            soreness=self.soreness,
            pain=self.pain,
            sleep=self.sleep,
            illness=self.ill,
            alcohol=self.alcohol,
            painkiller_before=self.before,
            region=self.region,
            stop_sign=stop if stop or not self.denied else False,
        )
        return None if report == Report(reported_at=at) else report


# What kind of value each letter tells: ``int`` for ``int | None``.
_KINDS = {name: get_args(kind)[0] for name, kind in get_type_hints(AnswerToken).items()}


def _number(name: str, value: object) -> str:
    if isinstance(value, datetime):
        seconds = int(value.timestamp())
        return str(seconds // _MINUTE if name == "legs_at" else seconds)
    if isinstance(value, StrEnum):
        return str(code(value))
    return f"{round(float(value), 2):g}" if isinstance(value, int | float) else ""


def _value(name: str, number: str) -> object:
    """Unpack a value.

    Raises:
        Expired: a number that stands for nothing.
    """
    kind = _KINDS[name]
    try:
        if issubclass(kind, StrEnum):
            return choice(kind, int(number))
        if kind is datetime:
            return datetime.fromtimestamp(int(number) * (_MINUTE if name == "legs_at" else 1), UTC)
        if kind is bool:
            return _SWITCH[number]
        if name == "legs_hours" and int(number) > LONG_AGO:
            raise Expired("control_unknown")
        return kind(number)
    except (ValueError, KeyError):
        raise Expired("control_unknown") from None
