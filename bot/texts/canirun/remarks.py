"""What else a careful coach would say: each sentence where it is so, the weightiest in sight."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import exp, floor

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.plain_text import escape
from bot.domain.facts.tables import complete
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Answer, Clearance, Gate, Note
from bot.domain.recovery.beside_answers import Course
from bot.domain.recovery.fatigue import theta_used
from bot.domain.recovery.load import trains_legs
from bot.domain.recovery.novelty import NewWork
from bot.domain.recovery.parameters import (
    DANGER_SORENESS,
    LONGEST_FACTOR,
    LONGEST_FLOOR,
    NEUTRAL_SORENESS,
)
from bot.domain.recovery.question import Ask, PastSession, Question
from bot.domain.recovery.running import longest_run
from bot.texts.canirun.sports import asked, sore_from
from bot.texts.canirun.times import hours_ahead
from bot.texts.canirun.verdict import as_usual, has_no_limit, is_refused, is_shortened
from bot.texts.i18n import N_, _, ngettext
from bot.texts.times import hours
from bot.texts.wording import listed, number

HIDDEN = N_("A painkiller hides soreness: the score before it counts.")
PERSISTENT = N_("Sore a week after legs or a hard run is unusual: see a clinician if it goes on.")
VERY_SORE_LATE = N_("This sore on day four or later is not usual: have it looked at.")
SLOWER_THAN_USUAL = N_("It goes slower than usual: have it looked at if it lasts over a week.")
RISING_AS_USUAL = N_("Soreness {before} {then}, {now} today: usual in the first days, no damage.")
RISING = N_("Soreness {before} {then}, {now} today: a rise this late is unusual, so go easy.")
FALLING = N_("Soreness {before} {then}, {now} today: improving.")
EARLY = N_("So soon after legs a low score says little: soreness peaks in one to three days.")
SOBER_FIRST = N_("Alcohol rules running out for about {hours} more.")
COUNTED = N_("I count these as legs: {names}.")
COSTS_A_LITTLE = N_("A race on sore legs costs a little: about 4 % in one study.")
NO_LEGS_BEFORE = N_("No heavy leg work in the four days before it.")
LONGER = N_("It is longer than your longest run lately, {longest} minutes.")
CUT = N_("That is 10 % over your longest run lately, {longest} minutes.")
CUT_BY_LEGS = N_("Short keeps it easy on the legs.")
DRINK = N_("Drink to thirst, before you go and after.")
DRINK_AT_REST = N_("Drink to thirst.")
HIGH = N_("Such soreness mostly peaks within three days and is gone in a week.")
FIRST_TIME = N_("The first time is the worst; the next is much milder.")
BREAK = N_("You came back to it after a break, so it counts for more.")
BACK_AFTER = N_("You came back to it after {away} away, so it counts for more.")
BEGINNER = N_("Leg days are new to you still, so they count for more.")
ONE_SIDED = N_("Pain on one side or in a joint is not soreness.")
NEW_EXERCISE = N_("A new exercise tires and aches more the first time.")
BY_NAME = {
    RunKind.SPRINTS: N_("Stop at the first pull in the back of the thighs."),
    RunKind.HILLS: N_("Hills ask most of calves and glutes: turn back if they complain."),
    RunKind.DOWNHILL: N_("Downhill is what makes thighs sore: keep it short."),
}
MAY_RISE = N_("Soreness may still rise; that is usual, and no damage.")
SLOWER = N_("Your legs take about {percent} % longer than most.")
FASTER = N_("Your legs take about {percent} % less time than most.")
SHORT_NIGHT = N_("A short night adds to it.")
UPPER_BODY = N_("Training the upper body is fine.")
NO_HARM = N_("An easy run will not slow recovery.")

LASTING = 168.0  # hours in which the course of a high soreness is worth a word
RACE_AFTER = 96.0  # hours after leg day in which a race still feels it
OWN = 10  # percent of difference that is worth a word
AT_LEAST = 2  # points from which a night is worth a word
YESTERDAY = 36.0  # hours since a score that was told yesterday
A_FORTNIGHT = 14.0  # days
NAMED = 3  # exercises that are told by name

NOTED = {  # weight and words of the notes that are a remark
    Note.PAINKILLER: (100, HIDDEN),
    Note.VERY_SORE_LATE: (96, VERY_SORE_LATE),
    Note.PERSISTENT_SORENESS: (95, PERSISTENT),
    Note.DRINK: (80, DRINK),
    Note.SLOWER_THAN_USUAL: (84, SLOWER_THAN_USUAL),
    Note.EARLY_SORENESS: (56, EARLY),
    Note.MAY_RISE: (55, MAY_RISE),
}
COURSES = {
    Course.RISING_AS_USUAL: (88, RISING_AS_USUAL),
    Course.RISING: (89, RISING),
    Course.FALLING: (82, FALLING),
}
NEW = complete(
    "why a leg day is new work",
    {
        NewWork.FIRST_EVER: (70, FIRST_TIME),
        NewWork.BEGINNER: (50, BEGINNER),
        NewWork.BACK: (65, BREAK),
        NewWork.NEW_EXERCISE: (60, NEW_EXERCISE),
    },
    NewWork,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that is so; the heavier, the sooner it is said."""

    weight: int
    words: str


def remarks(shown: Shown) -> list[Remark]:
    """Return the sentences that are so, the weightiest first."""
    found = [*_noted(shown)]
    if shown.question is not None:
        found += [
            *(Remark(62, words) for words in sore_from(shown.answer, shown.question)),
            *_of_run(shown, shown.question),
            *_of_legs(shown, shown.question),
        ]
    return sorted(found, key=lambda each: -each.weight)


def _noted(shown: Shown) -> Iterator[Remark]:
    """Yield what the answer itself says."""
    answer = shown.answer
    for note, (weight, words) in NOTED.items():
        if note in answer.notes and not (note is Note.MAY_RISE and _cannot_rise(shown)):
            at_rest = note is Note.DRINK and answer.offer is None
            yield Remark(weight, _(DRINK_AT_REST if at_rest else words))
    if answer.sober_in > 0 and shown.told.at is None:
        yield Remark(92, _(SOBER_FIRST).format(hours=hours(answer.sober_in)))
    if answer.counted_as_legs:
        yield Remark(57, _(COUNTED).format(names=_names(answer.counted_as_legs)))
    if answer.ask is Ask.PAIN_TYPE and (shown.told.soreness or 0) >= NEUTRAL_SORENESS:
        yield Remark(42, _(ONE_SIDED))
    if any(each.gate is Gate.SLEEP and each.points >= AT_LEAST for each in answer.reasons[1:]):
        yield Remark(40 if shown.told.sleep is None else 66, _(SHORT_NIGHT))  # just told: heard
    if answer.clearance is Clearance.WALK and answer.ask is not Ask.DANGER_SIGNS:
        yield Remark(30, _(UPPER_BODY))
    races = answer.event is not None or shown.told.run is RunKind.RACE
    if answer.clearance is Clearance.EASY and asked(shown) is None and not races:
        yield Remark(20, _(NO_HARM))
    yield from _new_work(answer)
    yield from _course(answer)


def _course(answer: Answer) -> Iterator[Remark]:
    """Yield how soreness went since it was told before."""
    trend = answer.trend
    if trend is not None and trend.course in COURSES:
        weight, words = COURSES[trend.course]
        then = _("yesterday") if trend.hours_ago <= YESTERDAY else _("two or three days ago")
        said = _(words).format(before=number(trend.before), then=then, now=number(trend.now))
        yield Remark(weight, said)


def _new_work(answer: Answer) -> Iterator[Remark]:
    """Yield why a leg day is new work, where the main cause does not say it already."""
    new = next((each for each in answer.reasons[1:] if each.gate is Gate.NEW_STIMULUS), None)
    if new is None or new.sets_class or new.detail is None:
        return
    weight, words = NEW[NewWork(new.detail)]
    if new.detail == NewWork.BACK and new.before is not None:
        weight, words = 65, BACK_AFTER
    yield Remark(weight, _(words).format(away=hours_away(new.before)))


def hours_away(days: float | None) -> str:
    """Return how long somebody stayed away from legs: days, from two weeks on in weeks."""
    if days is None:
        return ""
    if days < A_FORTNIGHT:
        return hours(days * 24)
    weeks = round(days / 7)
    return ngettext("{n} week", "{n} weeks", weeks).format(n=weeks)


def _names(names: tuple[str, ...]) -> str:
    """The first few names as text; what stands behind *more* is in the log."""
    said = [escape(name) for name in names[:NAMED]]
    more = len(names) - NAMED
    if more > 0:
        said.append(ngettext("{n} more", "{n} more", more).format(n=more))
    return listed(said)


def _cannot_rise(shown: Shown) -> bool:
    """Whether a rise is no news: for a later run, at its height, or where it was told early."""
    high = (shown.told.soreness or 0) >= DANGER_SORENESS
    known = Note.EARLY_SORENESS in shown.answer.notes or shown.answer.trend is not None
    return hours_ahead(shown) > 0 or high or known


def _of_run(shown: Shown, question: Question) -> Iterator[Remark]:
    """Yield what concerns the run that was asked about, and its weather."""
    told = shown.told
    latest = _latest(question)
    if asked(shown) is not None:
        return
    if told.run is None:
        yield from _cut(shown, longest_run(question))
    if told.run is None or is_refused(shown):
        return
    if told.run is RunKind.RACE:
        yield Remark(50, _(NO_LEGS_BEFORE))
        since = None if latest is None else latest.hours_ago + hours_ahead(shown)
        if since is not None and since <= RACE_AFTER and not as_usual(shown):
            yield Remark(90, _(COSTS_A_LITTLE))
    if told.run in BY_NAME:
        yield Remark(58, _(BY_NAME[told.run]))
    yield from _cut(shown, longest_run(question))


def _cut(shown: Shown, longest: float | None) -> Iterator[Remark]:
    """Yield why there are fewer minutes than asked for: the longest run of late, or the legs."""
    offer, minutes = shown.answer.offer, shown.told.minutes
    if Note.LONGEST_RACE in shown.answer.notes and longest is not None:
        yield Remark(85, _(LONGER).format(longest=number(longest)))
        return
    if offer is None or offer.max_minutes is None or minutes == offer.max_minutes:
        return
    if has_no_limit(shown):
        return  # "as long as you are used to" says it
    most = floor(max(LONGEST_FLOOR, LONGEST_FACTOR * (longest or 0.0)) + 1e-9)
    if longest and offer.max_minutes == most > LONGEST_FLOOR:
        yield Remark(85 if minutes else 48, _(CUT).format(longest=number(longest)))
    elif is_shortened(shown) and shown.told.run is not None:
        yield Remark(60, _(CUT_BY_LEGS))


def _of_legs(shown: Shown, question: Question) -> Iterator[Remark]:
    """Yield what concerns the last leg day and the legs themselves."""
    latest = _latest(question)
    if latest is None:
        return
    ago, sore = latest.hours_ago + hours_ahead(shown), shown.told.soreness or 0
    late = {Note.VERY_SORE_LATE, Note.PERSISTENT_SORENESS}.intersection(shown.answer.notes)
    if ago <= LASTING and sore >= DANGER_SORENESS and not late:
        yield Remark(75, _(HIGH))
    percent = round((exp(theta_used(question.learned)) - 1.0) * 100)
    if abs(percent) >= OWN and any(each.gate is Gate.LEG_DAY for each in shown.answer.reasons):
        yield Remark(45, _(SLOWER if percent > 0 else FASTER).format(percent=abs(percent)))


def _latest(question: Question) -> PastSession | None:
    legs = [each for each in question.leg_sessions or () if trains_legs(each)]
    return min(legs, key=lambda each: each.hours_ago, default=None)
