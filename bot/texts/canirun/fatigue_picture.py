"""The chart under an answer, as data: leg fatigue since leg day, and when running opens."""

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.domain.decisions.codes import Feel
from bot.domain.decisions.shown_answer import Shown
from bot.domain.reading import zones
from bot.domain.recovery.answer import Answer, Gate
from bot.domain.recovery.assess import as_better, as_worse
from bot.domain.recovery.eta import Window
from bot.domain.recovery.fatigue import Legs, legs_of
from bot.domain.recovery.outlook import Forecast, Outlook, is_worth_showing, outlook_of
from bot.domain.recovery.parameters import FATIGUE_LIMITS
from bot.texts.canirun import reasons
from bot.texts.canirun.times import rounded_up
from bot.texts.canirun.verdict import is_refused
from bot.texts.canirun.when import window_of
from bot.texts.i18n import N_, _
from bot.texts.kinds import RUNS, SPORTS
from bot.texts.picture import ALT_LIMIT, Band, DrawnLane, FatiguePicture, Sample, Tick
from bot.texts.times import hours
from bot.texts.wording import DAYS, sentences

TOP = 100.0  # points, as far as they are told
TOLD_AHEAD = (24, 48, 72)  # hours whose forecast the alternative text tells
BANDS = (N_("walk"), N_("easy run"), N_("steady run"), N_("hard run"))
CLASSES = (N_("Easy"), N_("Steady"), N_("Hard"))
RIGHT_NOW = 1.0  # hours; a run so soon is marked where now is
DAY_WORD = 0.09  # share of the time shown that must be of a day for its name


AS_FELT: dict[Feel | None, Callable[[Legs], Legs]] = {
    Feel.WORSE: as_worse,
    Feel.BETTER: as_better,
}


def has_picture(shown: Shown) -> bool:
    """Tell whether an answer has a chart: not care or a question, nor long rested legs."""
    judged = shown.answer.care is None and shown.answer.clearance is not None
    return judged and shown.question is not None and is_worth_showing(shown.question)


def fatigue(shown: Shown) -> FatiguePicture | None:
    """Return the chart of an answer, ``None`` where it has none."""
    if not has_picture(shown) or shown.question is None:
        return None
    legs = legs_of(shown.question)
    felt = AS_FELT.get(shown.told.feel)
    outlook = outlook_of(legs if felt is None else felt(legs))
    lanes = _lanes(shown.answer, shown)
    first, last = outlook.past[0][0], outlook.ahead[-1].hours
    plan = _plan(shown, last)
    nights, days = _days(shown, first, last)
    return FatiguePicture(
        alt=_alt(outlook, lanes, plan, refused=is_refused(shown)),
        title=_("Leg fatigue"),
        past=tuple((round(hour, 2), _points(points)) for hour, points in outlook.past),
        ahead=tuple(
            Sample(
                hours=each.hours,
                points=_points(each.fatigue),
                low=_points(each.fast),
                high=_points(each.slow),
            )
            for each in outlook.ahead
        ),
        bands=_bands(),
        lanes=lanes,
        nights=nights,
        days=days,
        marks=_marks(outlook),
        now=_now(outlook, plan),
        key=_("dashed: expected · hatched: may open"),
        plan=None if plan is None or plan.at < RIGHT_NOW else plan,
        plan_points=0.0 if plan is None else _points(_at(outlook, plan).fatigue),
    )


def _marks(outlook: Outlook) -> tuple[Tick, ...]:
    legs = [(round(hour, 2), _("legs")) for hour in outlook.leg_days]
    runs = [(round(hour, 2), _("run")) for hour in outlook.runs]
    return tuple(Tick(at=at, word=word) for at, word in sorted((*legs, *runs)))


def _now(outlook: Outlook, plan: Tick | None) -> str:
    points = _told(outlook.ahead[0].fatigue)
    if plan is None or plan.at >= RIGHT_NOW:
        return _("now {points}").format(points=points)
    return _("now {points}: {run}").format(points=points, run=plan.word)


def _at(outlook: Outlook, plan: Tick) -> Forecast:
    return min(outlook.ahead, key=lambda each: abs(each.hours - plan.at))


def _bands() -> tuple[Band, ...]:
    _rest, walk, easy, moderate = FATIGUE_LIMITS
    limits = (TOP, walk, easy, moderate, 0.0)
    return tuple(
        Band(name=_(name), low=low, high=high)
        for name, high, low in zip(BANDS, limits, limits[1:], strict=False)
    )


def _lanes(answer: Answer, shown: Shown) -> tuple[DrawnLane, ...]:
    eta, conditions = answer.eta, answer.eta_condition
    windows = (eta.easy, eta.moderate, eta.hard)
    gates = (conditions.easy, conditions.moderate, conditions.hard)
    return tuple(
        DrawnLane(name=_(name), says=_says(window, gate, shown), opens=window)
        for name, window, gate in zip(CLASSES, windows, gates, strict=True)
    )


def _says(window: Window, gate: Gate | None, shown: Shown) -> str:
    if window is None:
        return reasons.condition(gate or Gate.UNCLEAR)
    if window[1] <= 0:
        return _("open now")
    if shown.zone is None:
        if window[0] == window[1]:
            return _("opens in about {hours} h").format(hours=window[0])
        return _("opens in {early}–{late} h").format(early=window[0], late=window[1])
    early, late = (rounded_up(_local(shown, hour)) for hour in window)
    if early == late:
        return _("opens about {moment}").format(moment=_named(early))
    until = f"{late:%H:%M}" if early.date() == late.date() else _named(late)
    return _("opens {early}–{late}").format(early=_named(early), late=until)


def _named(at: datetime) -> str:
    return f"{_(DAYS[at.weekday()])} {at:%H:%M}"


def _plan(shown: Shown, last: float) -> Tick | None:
    """The run somebody has in mind: at its time, or if that is too early where it likely opens."""
    question, run = shown.question, shown.told.run
    if question is None or question.plan is None:
        return None
    if run is None or not is_refused(shown):
        word = _("your run") if run is None else _(RUNS[run])
        if shown.told.activity is not None:
            word = _(SPORTS[shown.told.activity])
        return Tick(at=round(question.plan.in_hours, 2), word=word)
    window, _gate = window_of(run, shown)
    if window is None or not RIGHT_NOW <= window[1] <= last:
        return None
    return Tick(at=float(window[1]), word=_(RUNS[run]))


def _days(shown: Shown, first: float, last: float) -> tuple[tuple[float, ...], tuple[Tick, ...]]:
    """The midnights, and the names of the days between them; days from now without a zone."""
    if shown.zone is None:
        ahead = [float(hour) for hour in range(24, int(last) + 1, 24)]
        return tuple(ahead), tuple(
            Tick(at=hour, word=_("+{n} h").format(n=int(hour))) for hour in ahead
        )
    begin = _local(shown, first).replace(hour=0, minute=0, second=0, microsecond=0)
    count = int((last - first) // 24) + 3
    starts = [begin + timedelta(days=day) for day in range(count)]
    edges = [(start - shown.now) / timedelta(hours=1) for start in starts]
    days = []
    for start, low, high in zip(starts, edges, edges[1:], strict=False):
        low, high = max(low, first), min(high, last)  # noqa: PLW2901 (the visible part)
        if high - low >= DAY_WORD * (last - first):
            days.append(Tick(at=round((low + high) / 2, 2), word=_(DAYS[start.weekday()])))
    nights = tuple(round(edge, 2) for edge in edges if first < edge < last)
    return nights, tuple(days)


def _local(shown: Shown, hour: float) -> datetime:
    zone = zones.zone(shown.zone or "UTC")
    return (shown.now + timedelta(hours=hour)).astimezone(zone)


def _points(fatigue_: float) -> float:
    return round(min(2 * TOP, fatigue_), 1)


def _alt(
    outlook: Outlook, lanes: tuple[DrawnLane, ...], plan: Tick | None, *, refused: bool
) -> str:
    now = outlook.ahead[0]
    parts = [
        _("A line of your leg fatigue, 0 to 100, falling to {points} now.").format(
            points=_told(now.fatigue)
        )
    ]
    if outlook.leg_days:
        last = -outlook.leg_days[-1]
        parts.insert(1, _("Your last leg day was {ago} ago.").format(ago=hours(last)))
    parts += [
        _("In {hours} hours: {points}, somewhere from {low} to {high}.").format(
            hours=int(each.hours),
            points=_told(each.fatigue),
            low=_told(each.fast),
            high=_told(each.slow),
        )
        for each in outlook.ahead
        if each.hours in TOLD_AHEAD
    ]
    parts += [
        _("{run} running, under {limit}: {when}.").format(
            run=lane.name, limit=int(limit), when=lane.says
        )
        for lane, limit in zip(lanes, FATIGUE_LIMITS[1:], strict=True)
    ]
    if plan is not None:
        at = _at(outlook, plan)
        when = _("now") if plan.at < RIGHT_NOW else _("in {hours}").format(hours=hours(plan.at))
        if refused:
            when = _("likely open {when}").format(when=when)
        parts.append(
            _("Marked: {run}, {when}, at {points} points.").format(
                run=plan.word, when=when, points=_told(at.fatigue)
            )
        )
    return sentences(*parts)[:ALT_LIMIT]


def _told(fatigue_: float) -> int:
    return round(min(TOP, fatigue_))
