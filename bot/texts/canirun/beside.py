"""What is said beside the run: an event, lifting, leg days ahead, a course, a body's own lines."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import Activity, RunKind
from bot.domain.reading import zones
from bot.domain.recovery.answer import Clearance, Gate, LegsThen, PlannedLegsAnswer, Reply
from bot.domain.recovery.beside_answers import (
    EventAnswer,
    Expect,
    Lift,
    LiftAnswer,
    LiftReason,
    Start,
)
from bot.domain.recovery.circumstances import Event, EventKind
from bot.domain.recovery.parameters import AHEAD_HOURS
from bot.texts.canirun.about_me import about_me
from bot.texts.canirun.sports import DONE, asked, done
from bot.texts.canirun.times import day_and_clock, hours_ahead
from bot.texts.canirun.verdict import KINDS
from bot.texts.i18n import N_, _
from bot.texts.times import date, hours
from bot.texts.wording import DAYS, begun, clauses, sentences

LIFTS = complete(
    "answers to lifting legs",
    {
        Lift.YES: N_("Yes, legs are fine today"),
        Lift.LIGHT: N_("Legs today, but light"),
        Lift.NO: N_("No legs today"),
    },
    Lift,
)
WHY = complete(
    "why legs are better left, or are fine",
    {
        LiftReason.CARE: N_("What you told me has to be looked at first."),
        LiftReason.HELD: N_("What keeps you from running keeps you from squats too."),
        LiftReason.PAIN: N_("Leave legs alone until that place is well; the upper body is fine."),
        LiftReason.SORENESS: N_("Your legs are still sore: ask again tomorrow."),
        LiftReason.FATIGUE: N_("The last training is still in your legs: ask again tomorrow."),
        LiftReason.EVENT: N_("Your event is {moment}: after it, not before."),
        LiftReason.RUN_SOON: DONE[Activity.RUN].soon,
        LiftReason.RAN: N_("You ran {ago} ago, which costs repetitions until {moment}."),
        LiftReason.FINE: N_("Little is left in your legs, and nothing close ahead wants them."),
    },
    LiftReason,
)
FINE_BY_FEEL = N_("Nothing I know of speaks against it; go by how your legs feel.")
LIGHT = N_("Half the sets, nothing to failure, nothing new.")
TONIGHT = complete(
    "lifting before an event",
    {
        Lift.YES: N_("Legs today: yes."),
        Lift.LIGHT: N_("Legs today: light only."),
        Lift.NO: N_("No legs today."),
    },
    Lift,
)
EVENTS = complete(
    "kinds of event",
    {
        EventKind.FIVE_K: N_("5 km"),
        EventKind.TEN_K: N_("10 km"),
        EventKind.HALF_MARATHON: N_("Half marathon"),
        EventKind.MARATHON: N_("Marathon"),
        EventKind.ULTRA: N_("Ultra"),
        EventKind.RACE: N_("Race"),
        EventKind.TRIATHLON: N_("Triathlon"),
        EventKind.MATCH: N_("Match"),
    },
    EventKind,
)
STARTS = complete(
    "whether to start",
    {
        Start.YES: N_("Yes, you can start"),
        Start.SLOWER: N_("You can start, not at your best"),
        Start.NO: N_("Better not to start"),
    },
    Start,
)
PLAYS = complete(
    "whether to play in a match",
    {
        Start.YES: N_("Yes, you can play"),
        Start.SLOWER: N_("You can play, not at your best"),
        Start.NO: N_("Better not to play"),
    },
    Start,
)
EXPECTS = complete(
    "what to expect of an event",
    {
        Expect.USUAL: N_("your legs should be as usual."),
        Expect.A_LITTLE_SLOWER: N_("likely a little slower (about 4 % in one study)."),
        Expect.CLEARLY_SLOWER: N_("clearly slower, and harder than it should be."),
    },
    Expect,
)
LEFT_OUT = N_("better left out, as things are now.")
ON_THE_DAY = N_("Decide on the day, by the stairs.")
LAST_HEAVY = N_("Last heavy leg day: {early} to {late}.")
LAST_HEAVY_BY = N_("Last heavy leg day: by {late}.")
NONE_HEAVY = N_("No heavy leg day before it any more.")
READY = {Reply.YES: N_("likely ready"), Reply.CHANGED: N_("not quite ready")}
NOT_READY = N_("not ready")
READY_FOR = {  # where no kind of run was named
    Clearance.HARD: N_("ready for anything"),
    Clearance.MODERATE: N_("ready for a steady run"),
    Clearance.EASY: N_("ready for an easy run"),
}
A_RUN, THE_EVENT = N_("a run"), N_("the event")
LIFT_HOURS = 8.0  # after a run, in which it costs repetitions


def headline(shown: Shown) -> str | None:
    """Return the first line where lifting or an event was asked about and no run."""
    if shown.answer.lift is not None:
        return _(LIFTS[shown.answer.lift.lift])
    if is_about_event(shown) and shown.answer.event is not None:
        return _(_starts(shown)[shown.answer.event.start])
    return None


def is_about_event(shown: Shown) -> bool:
    """Tell whether an event was asked about, and no run or sport besides; a match is both."""
    besides = shown.told.activity not in {None, Activity.MATCH}
    return shown.answer.event is not None and shown.told.run is None and not besides


def _starts(shown: Shown) -> Mapping[Start, str]:
    event = None if shown.question is None else shown.question.event
    return PLAYS if event is not None and event.kind is EventKind.MATCH else STARTS


def is_less(shown: Shown) -> bool:
    """Tell whether what was asked instead of a run is less than a plain yes."""
    lift, event = shown.answer.lift, shown.answer.event
    if lift is not None:
        return lift.lift is not Lift.YES
    return event is not None and event.start is not Start.YES


def lines(shown: Shown) -> list[str]:
    """Return the paragraphs, the weightiest first; none where nothing was told beside the run."""
    answer, found = shown.answer, about_me(shown)
    if answer.lift is not None and not _body_says_it(shown):
        found.append(_lift(answer.lift, shown))
    if answer.event is not None:
        event = None if shown.question is None else shown.question.event
        found.append(_event(answer.event, event, shown))
    if answer.planned_legs is not None:
        found.append(_planned_legs(answer.planned_legs, shown))
    return found


def _lift(found: LiftAnswer, shown: Shown) -> str:
    """Why legs are fine, light or not today, and until when."""
    if found.why is LiftReason.FINE and _knows_no_leg_day(shown):
        return _(FINE_BY_FEEL)
    ran = found.why is LiftReason.RAN
    ahead = (LIFT_HOURS - (found.hours or 0.0)) if ran else (found.hours or 0.0)
    words = WHY[found.why]
    if found.why is LiftReason.RUN_SOON:
        words = done(shown.told.activity or shown.told.run).soon
    why = _(words).format(
        moment=day_and_clock(shown.now + timedelta(hours=ahead), shown),
        ago=hours(found.hours or 0.0),
    )
    return f"{_(LIGHT)} {why}" if found.lift is Lift.LIGHT else why


def _body_says_it(shown: Shown) -> bool:
    """Tell whether a line about the body is the reason already, and no place has to heal."""
    answer = shown.answer
    if answer.lift is None or answer.lift.why is not LiftReason.PAIN:
        return False
    places = {Gate.PAIN, Gate.PAIN_GONE, Gate.PLACE}.intersection(r.gate for r in answer.reasons)
    return not places and all(line.place is None for line in answer.about_me)


def _knows_no_leg_day(shown: Shown) -> bool:
    return any(reason.gate is Gate.NEVER_LOGGED for reason in shown.answer.reasons)


def _event(found: EventAnswer, event: Event | None, shown: Shown) -> str:
    """What to expect of an event, and how to get there."""
    parts = [_expected(found, event, shown), _last_heavy(found, shown)]
    if shown.answer.lift is None:
        parts.append(_(TONIGHT[found.tonight.lift]))
    soon = event is not None and event.in_hours <= AHEAD_HOURS[0]
    undecided = found.decide_on_the_day and not (soon and found.start is Start.NO)
    if undecided and is_about_event(shown):
        parts.append(_(ON_THE_DAY))
    return sentences(*parts)


def _expected(found: EventAnswer, event: Event | None, shown: Shown) -> str:
    expect = _(LEFT_OUT if found.start is Start.NO else EXPECTS[found.expect])
    if event is None:
        return _("**Your event:** {expect}").format(expect=expect)
    return _("**{event} {moment}:** {expect}").format(
        event=_(EVENTS[event.kind]),
        moment=day_and_clock(shown.now + timedelta(hours=event.in_hours), shown),
        expect=expect,
    )


def _last_heavy(found: EventAnswer, shown: Shown) -> str:
    early, late = (shown.now + timedelta(hours=ahead) for ahead in found.last_heavy_in)
    if late < shown.now:
        return _(NONE_HEAVY)
    if early <= shown.now:
        return _(LAST_HEAVY_BY).format(late=date(late))
    return _(LAST_HEAVY).format(early=date(early), late=date(late))


def _planned_legs(found: PlannedLegsAnswer, shown: Shown) -> str:
    """The run after the leg days ahead, and other days for the last of them."""
    run, planned = shown.told.run, found.planned
    name = A_RUN if run is None else KINDS[run]
    if is_about_event(shown):
        name = THE_EVENT
    elif (sport := asked(shown)) is not None:
        name = sport.inside
    said = _("Legs {legs}, {run} {moment}: {ready} ({points} of 100).").format(
        legs=day_and_clock(_at(planned, shown), shown),
        run=_(name),
        moment=day_and_clock(shown.now + timedelta(hours=hours_ahead(shown)), shown),
        ready=_ready(planned, run, other=asked(shown) is not None),
        points=planned.fatigue,
    )
    if shown.counts_plan:
        said = _("Your plan counts. {said}").format(said=said)
    other = clauses(_other_days(found, shown))
    return sentences(said, _("{other}.").format(other=begun(other))) if other else said


def _other_days(found: PlannedLegsAnswer, shown: Shown) -> Iterator[str]:
    if found.safer is not None:
        yield _("{day} would be safer").format(day=_day(found.safer, found.planned, shown))
    if found.heavy is not None and found.planned.reply in {None, Reply.YES}:
        day = _day(found.heavy, found.planned, shown)
        yield _("{day} would leave you heavy").format(day=day)


def _ready(planned: LegsThen, run: RunKind | None, *, other: bool) -> str:
    if planned.reply is None or (run is None and not other):
        return _(READY_FOR.get(planned.clearance, NOT_READY))
    return _(READY.get(planned.reply, NOT_READY))


def _day(other: LegsThen, planned: LegsThen, shown: Shown) -> str:
    """The weekday of another day for legs; its distance where no zone tells the weekday."""
    if shown.zone is not None:
        return _(DAYS[_at(other, shown).astimezone(zones.zone(shown.zone)).weekday()])
    by = other.in_hours - planned.in_hours
    if by < 0:
        return _("{hours} earlier").format(hours=hours(-by))
    return _("{hours} later").format(hours=hours(by))


def _at(legs: LegsThen, shown: Shown) -> datetime:
    return shown.now + timedelta(hours=legs.in_hours)
