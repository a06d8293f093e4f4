"""How each sport is named: what was done before the question, and what is asked about."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import Activity, RunKind
from bot.domain.recovery.answer import Answer, Gate, Note
from bot.domain.recovery.question import PastRun, Question
from bot.domain.recovery.running import is_long, makes_sore, sport_of
from bot.texts.i18n import N_, _

OTHER_SPORTS = tuple(each for each in Activity if each is not Activity.RUN)


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneWords:
    """What is said of a sport that was done; ``then``: as seen from something still to come."""

    still: str
    still_then: str
    points: str  # of leg fatigue
    points_then: str
    soon: str  # it is close ahead
    makes_sore: str = N_("That makes legs sore too, and yours was the last to do so.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWords:
    """What is said of another sport than running that is asked about."""

    inside: str  # within a sentence
    yes: str
    refused: str
    refused_then: str
    opens: str  # before the moment from which it is open
    enough: str
    how: str
    turn_back: str
    public: str  # all that a server is told


DONE = complete(
    "the words for what was done",
    {
        Activity.RUN: DoneWords(
            still=N_("Your run {ago} ago is still in your legs."),
            still_then=N_("Your run {ago} before it still counts then."),
            points=N_("Your run {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your run {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your run is {moment}: heavy legs cost it, so lift after it."),
            makes_sore=N_(
                "A long or hard run makes legs sore too, and yours was the last to do so."
            ),
        ),
        Activity.RIDE: DoneWords(
            still=N_("Your bike ride {ago} ago is still in your legs."),
            still_then=N_("Your bike ride {ago} before it still counts then."),
            points=N_("Your bike ride {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your bike ride {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your bike ride is {moment}: heavy legs cost it, so lift after it."),
        ),
        Activity.HIKE: DoneWords(
            still=N_("Your hike {ago} ago is still in your legs."),
            still_then=N_("Your hike {ago} before it still counts then."),
            points=N_("Your hike {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your hike {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your hike is {moment}: heavy legs cost it, so lift after it."),
            makes_sore=N_("A long way down makes legs sore too, and yours was the last to do so."),
        ),
        Activity.SKI: DoneWords(
            still=N_("Your ski day {ago} ago is still in your legs."),
            still_then=N_("Your ski day {ago} before it still counts then."),
            points=N_("Your ski day {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your ski day {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your ski day is {moment}: heavy legs cost it, so lift after it."),
            makes_sore=N_("A ski day makes legs sore too, and yours was the last to do so."),
        ),
        Activity.MATCH: DoneWords(
            still=N_("Your match {ago} ago is still in your legs."),
            still_then=N_("Your match {ago} before it still counts then."),
            points=N_("Your match {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your match {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your match is {moment}: heavy legs cost it, so lift after it."),
            makes_sore=N_("A match makes legs sore too, and yours was the last to do so."),
        ),
        Activity.CLASS: DoneWords(
            still=N_("Your class {ago} ago is still in your legs."),
            still_then=N_("Your class {ago} before it still counts then."),
            points=N_("Your class {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your class {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your class is {moment}: heavy legs cost it, so lift after it."),
        ),
        RunKind.WALK: DoneWords(
            still=N_("Your walk {ago} ago is still in your legs."),
            still_then=N_("Your walk {ago} before it still counts then."),
            points=N_("Your walk {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your walk {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your walk is {moment}: heavy legs cost it, so lift after it."),
        ),
        RunKind.RACE: DoneWords(
            still=N_("Your race {ago} ago is still in your legs."),
            still_then=N_("Your race {ago} before it still counts then."),
            points=N_("Your race {ago} ago: {points} of {of} points of leg fatigue."),
            points_then=N_(
                "Your race {ago} before it: {points} of {of} points of leg fatigue by then."
            ),
            soon=N_("Your race is {moment}: heavy legs cost it, so lift after it."),
            makes_sore=N_("A race makes legs sore too, and yours was the last to do so."),
        ),
    },
    (*Activity, RunKind.WALK, RunKind.RACE),
)
ASKED = complete(
    "the words for other sports that are asked about",
    {
        Activity.RIDE: AskedWords(
            inside=N_("a bike ride"),
            yes=N_("Yes: a bike ride is fine"),
            refused=N_("No bike ride today"),
            refused_then=N_("No bike ride then"),
            opens=N_("Bike rides"),
            enough=N_("A bike ride copes with that."),
            how=N_("Light gears, and talk in full sentences."),
            turn_back=N_("Stiff after 10 minutes? Ride home."),
            public=N_("A bike ride is fine"),
        ),
        Activity.HIKE: AskedWords(
            inside=N_("a hike"),
            yes=N_("Yes: a hike is fine"),
            refused=N_("No hike today"),
            refused_then=N_("No hike then"),
            opens=N_("Hikes"),
            enough=N_("A hike copes with that."),
            how=N_("Talk in full sentences; short steps on the way down."),
            turn_back=N_("Stiff after 10 minutes? Turn back."),
            public=N_("A hike is fine"),
        ),
        Activity.SKI: AskedWords(
            inside=N_("a ski day"),
            yes=N_("Yes: a ski day is fine"),
            refused=N_("No ski day today"),
            refused_then=N_("No ski day then"),
            opens=N_("Ski days"),
            enough=N_("A ski day copes with that."),
            how=N_("Easy slopes first, with breaks."),
            turn_back=N_("Legs burning from the start? Stop there."),
            public=N_("A ski day is fine"),
        ),
        Activity.MATCH: AskedWords(
            inside=N_("a match"),
            yes=N_("Yes: a match is fine"),
            refused=N_("No match today"),
            refused_then=N_("No match then"),
            opens=N_("Matches"),
            enough=N_("A match copes with that."),
            how=N_("Build up over several runs before the first fast one."),
            turn_back=N_("Stiff after the warm-up? Sit it out."),
            public=N_("A match is fine"),
        ),
        Activity.CLASS: AskedWords(
            inside=N_("a class"),
            yes=N_("Yes: a class is fine"),
            refused=N_("No class today"),
            refused_then=N_("No class then"),
            opens=N_("Classes"),
            enough=N_("A class copes with that."),
            how=N_("Begin easier than usual."),
            turn_back=N_("Stiff after the warm-up? Leave the jumps out."),
            public=N_("A class is fine"),
        ),
    },
    OTHER_SPORTS,
)


def done(sport: StrEnum | str | None) -> DoneWords:
    """Return the words for what was done; a plain run's where nothing else is known."""
    return next((words for key, words in DONE.items() if key == sport), DONE[Activity.RUN])


def asked(shown: Shown) -> AskedWords | None:
    """Return the words for the sport that is asked about, ``None`` for running."""
    sport = shown.told.activity
    return None if sport is None else ASKED.get(sport)


def sore_from(answer: Answer, question: Question) -> Iterator[str]:
    """Yield that the last thing to make legs sore was no leg day, unless a cause says so."""
    sore = [run for run in question.recent_runs or () if makes_sore(run)]
    if sore and Note.SORE_FROM_RUN in answer.notes:
        last = min(sore, key=lambda run: run.hours_ago)
        if not _is_a_cause(last, answer):
            yield _(done(sport_of(last)).makes_sore)


def _is_a_cause(run: PastRun, answer: Answer) -> bool:
    """Whether the main cause, or one that sets the class beside it, names a run."""
    main, others = answer.reasons[:1], answer.reasons[1:]
    for cause in (*main, *(each for each in others if each.sets_class)):
        if cause.gate is Gate.RUN and cause.detail == sport_of(run):
            return True
        if cause.gate is Gate.LONG_RUN and is_long(run):
            return True
    return False
