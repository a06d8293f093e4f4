"""The keys of version 2: what lies ahead, what was before, what surrounds a question."""

from datetime import UTC, datetime

from bot.cli.assess.fields import Group, Reader, Wrong, flag, group, many, meaning, number, word
from bot.domain.decisions.about_me import JUST_BORN
from bot.domain.decisions.known_of_member import PACE
from bot.domain.facts.training import Activity, Illness, PainType, Region, Report
from bot.domain.recovery.answer import Care
from bot.domain.recovery.circumstances import About, AboutMe, Event, EventKind, Matters
from bot.domain.recovery.question import Question, Symptom
from bot.domain.recovery.reported import Aged
from bot.domain.recovery.safety import CARE, PAINS, symptoms_of

DAY = (1, 1_440)  # minutes of a day: nothing with an activity takes longer
AHEAD = 8_760  # hours
A_PACE = (2.0, 30.0)  # minutes a kilometre
LENGTHS = {
    EventKind.FIVE_K: 5.0,
    EventKind.TEN_K: 10.0,
    EventKind.HALF_MARATHON: 21.1,
    EventKind.MARATHON: 42.2,
}
EPOCH = datetime.fromtimestamp(0, UTC)  # the age of a report stands beside it

ILL = frozenset({*CARE[Care.ILLNESS], Symptom.HEAD_COLD})

ACTIVITY = {"activity": word(Activity), "descent_m": number(0, 9_000)}
EVENT = {
    "kind": word(EventKind),
    "minutes": number(1, 6_000),
    "km": number(0.1, 1_000),
    "in_hours": number(0, AHEAD),
    "matters": word(Matters),
}
EARLIER = {
    "hours_ago": number(0, 720),
    "soreness": number(0, 10),
    "pain": word(PainType),
    "illness": word(Illness),
    "clearance": meaning({"danger_sign": True, "no_danger_sign": False}),
}
ABOUT_ME = {
    "pregnant": flag,
    "weeks_since_birth": number(0, 104),
    "heart_or_kidney": flag,
    "statin": flag,
    "recent_injection": flag,
    "physio_plan": flag,
    "healing_place": word(Region),
}
MORE = {
    "event": group(EVENT),
    "about": word(About),
    "earlier": many(group(EARLIER)),
    "about_me": group(ABOUT_ME),
}
"""The keys of version 2 at the top, but ``planned_legs``, which is read as a leg session is."""


def planned_session(session: Reader[Group]) -> Reader[Group]:
    """Return a reader of a leg session that is planned: it has hours ahead, and none ago."""

    def read(value: object) -> Group:
        told = session(value)
        if "hours_ago" in told:
            raise Wrong("unknown key; a planned leg day has in_hours", "hours_ago")
        if "in_hours" not in told:
            raise Wrong("is needed", "in_hours")
        ahead = told.pop("in_hours")
        return {**told, "hours_ago": -ahead}

    return read


def event_of(told: Group | None) -> Event | None:
    """Return the event ahead; minutes that are not told follow from its length.

    Raises:
        Wrong: no hours, or minutes and kilometres that nobody runs.
    """
    if told is None:
        return None
    if "in_hours" not in told:
        raise Wrong("is needed", "event.in_hours")
    kind, minutes = told.get("kind", EventKind.RACE), told.get("minutes")
    length = told.get("km", LENGTHS.get(kind))
    if minutes is None and length is not None:
        minutes = PACE * length
    elif minutes is not None and length is not None:
        low, high = A_PACE
        if not low <= minutes / length <= high:
            raise Wrong(f"{low:g} to {high:g} minutes a kilometre", "event.minutes")
    return Event(
        kind=kind,
        minutes=minutes,
        in_hours=told["in_hours"],
        matters=told.get("matters", Matters.B),
    )


def about_me_of(told: Group) -> AboutMe:
    """Return what somebody's body is going through.

    Raises:
        Wrong: pregnant, and a birth a few weeks ago.
    """
    if told.get("pregnant") and told.get("weeks_since_birth", JUST_BORN) < JUST_BORN:
        raise Wrong(f"{JUST_BORN:g} or more beside pregnant", "about_me.weeks_since_birth")
    return AboutMe(**told)


def earlier_of(told: tuple[Group, ...], today: Question, *, listed: bool) -> list[Aged]:
    """Return what was told before as the reports it would have been, today's after them.

    Today's kind of ache takes back an earlier pain; so does a list of symptoms (``listed``) without
    one, and it takes back an illness.

    Raises:
        Wrong: one without its hours, or with nothing beside them.
    """
    aged = [(0.0, _today(today, listed=listed))]
    for index, each in enumerate(told):
        if "hours_ago" not in each:
            raise Wrong("is needed", f"earlier[{index}].hours_ago")
        if len(each) == 1:
            raise Wrong("one of soreness, pain, illness, clearance is needed", f"earlier[{index}]")
        aged.append((each["hours_ago"], _report(each)))
    return aged


def _today(today: Question, *, listed: bool) -> Report:
    kind = today.soreness.type if today.soreness is not None else None
    symptoms = symptoms_of(today)
    well = listed and not symptoms & ILL
    if kind is None and listed and not symptoms & set(PAINS.values()):
        kind = PainType.NONE
    return Report(
        reported_at=EPOCH,
        pain=None if kind in PAINS else kind,
        illness=Illness.NONE if well else None,
    )


def _report(told: Group) -> Report:
    return Report(
        reported_at=EPOCH,
        soreness=told.get("soreness"),
        pain=told.get("pain"),
        illness=told.get("illness"),
        stop_sign=told.get("clearance"),
    )


def timed(value: Group, path: str) -> Group:
    """Return a run of another sport with its limits checked.

    Raises:
        Wrong: more minutes than a day has, or metres down in a sport without.
    """
    if "activity" not in value and "descent_m" not in value:
        return value
    if not DAY[0] <= value.get("minutes", 1) <= DAY[1]:
        raise Wrong(f"{DAY[0]} to {DAY[1]}", f"{path}.minutes")
    if "descent_m" in value and value.get("activity") not in {Activity.HIKE, Activity.SKI}:
        raise Wrong("of a hike or ski day only", f"{path}.descent_m")
    rest = {key: each for key, each in value.items() if key != "descent_m"}
    return {**rest, "descent": value.get("descent_m")}
