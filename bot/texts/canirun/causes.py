"""Why an answer is what it is, in words: the main cause, and what it leaves open."""

from bot.domain.decisions.codes import Feel
from bot.domain.decisions.shown_answer import Shown
from bot.domain.decisions.start import MIDDLE
from bot.domain.facts.tables import complete
from bot.domain.facts.training import Activity, Region, RunKind
from bot.domain.recovery.answer import Clearance, Confidence, Gate, Note, Reason, Reply
from bot.domain.recovery.novelty import NewWork
from bot.domain.recovery.parameters import FLOOR_HOURS, OLD_SESSION, RUN_LIMITS, SAME_SESSION
from bot.texts.canirun.beside import is_about_event
from bot.texts.canirun.reasons import ILL_LATELY
from bot.texts.canirun.remarks import hours_away, remarks
from bot.texts.canirun.sports import DONE, asked, done
from bot.texts.canirun.times import hours_ahead
from bot.texts.canirun.verdict import is_refused, is_shortened
from bot.texts.i18n import N_, _
from bot.texts.times import hours
from bot.texts.wording import number, sentences

# Gates whose words depend on more than the gate, and those that are never a verdict's.
NO_CAUSE = frozenset(
    {Gate.FATIGUE, Gate.SORENESS, Gate.DANGER_QUESTIONS, Gate.RED_FLAG, Gate.UNCLEAR}
)
CAUSES = complete(
    "the causes of an answer",
    {
        Gate.LEG_DAY: N_("Leg day was {ago} ago."),
        Gate.RUN: DONE[Activity.RUN].still,
        Gate.LONG_RUN: N_("Your very long run {ago} ago is still in your legs."),
        Gate.PAIN: N_("A sore tendon wants walking, not running."),
        Gate.PAIN_GONE: N_(
            "A pain of the last days has gone: flat ground, and stop if it returns."
        ),
        Gate.SLOW_SORENESS: N_("Soreness {amount} of 10 is more than usual {ago} after new work."),
        Gate.ABOUT_ME: N_("What you told me about your body comes before every score."),
        Gate.PLACE: N_("Leg day does not make the {place} sore."),
        Gate.ILLNESS: N_("With a head cold, keep it easy."),
        Gate.SLEEP: N_("You slept {amount} hours last night."),
        Gate.NEW_STIMULUS: N_("That leg day was new work for your legs."),
        Gate.ALCOHOL: N_("You drank in the last day."),
        Gate.HEAT: N_("At {amount} °C ({fahrenheit} °F) every run is harder."),
        Gate.NO_RUNNING: N_("No run in the last month, so begin with running and walking."),
        Gate.PERSONAL_FLOOR: N_(
            "You recover fast, but the first {floor} hours after legs stay steady."
        ),
        Gate.NEVER_LOGGED: N_("I know no leg day of yours, so I stay careful."),
        Gate.RESTED: N_("No leg day in {days} days: none of it is left in your legs."),
    },
    set(Gate) - NO_CAUSE,
)
# The same, seen from a planned run that is still to come.
BY_THEN = {
    Gate.LEG_DAY: N_("Leg day will be {ago} ago by then."),
    Gate.RUN: DONE[Activity.RUN].still_then,
    Gate.LONG_RUN: N_("Your very long run {ago} before it still counts then."),
}
NEW_WORK = complete(
    "why a leg day is new work, as a cause",
    {
        NewWork.FIRST_EVER: N_("That was your first leg day ever."),
        NewWork.BEGINNER: N_("Leg days are new to you still."),
        NewWork.BACK: N_("That leg day came after a break."),
        NewWork.NEW_EXERCISE: N_("That leg day had a new exercise."),
    },
    NewWork,
)
NOT_THE_LAST = N_("The leg day that counts most was {ago} ago.")
OF_A_SPAN = N_("Leg day was at least {ago} ago.")
BACK_AFTER = N_("That leg day came after {away} away.")
ASKED_FIRST = N_("Soreness is {amount} of 10, so the danger questions come first.")
SORE = N_("Soreness is {amount} of 10.")
SORE_ELSEWHERE = N_("Soreness is {amount} of 10 in the {place}.")
SORE_AFTER_LEGS = N_("Soreness is {amount} of 10, {ago} after leg day.")
PLACES = {
    Region.ARMS: N_("arms"),
    Region.SHOULDERS: N_("shoulders"),
    Region.CHEST: N_("chest"),
    Region.LOWER_BACK: N_("lower back"),
    Region.KNEE: N_("knee"),
    Region.SHIN: N_("shin"),
    Region.ANKLE: N_("ankle"),
    Region.FOOT: N_("foot"),
    Region.ACHILLES: N_("Achilles tendon"),
}
NOTHING_LEFT = N_("Nothing of your leg day will be left by then.")
ENOUGH = {
    Clearance.REST: N_("That wants rest."),
    Clearance.WALK: N_("Walking copes with that, running not yet."),
    Clearance.EASY: N_("Easy running copes with that, {other} not yet."),
    Clearance.MODERATE: N_("Steady running copes with that, {other} not yet."),
    Clearance.HARD: N_("Little of that is left in your legs."),
}
ENOUGH_FOR_IT = {
    Clearance.WALK: N_("Walking copes with that."),
    Clearance.EASY: N_("Easy running copes with that."),
    Clearance.MODERATE: N_("Steady running copes with that."),
    Clearance.HARD: ENOUGH[Clearance.HARD],
}
FADES = frozenset({Gate.LEG_DAY, Gate.NEW_STIMULUS})  # a run's words say that it is still there
NO_STOP = N_("Not enough of it to stop a run.")
NOTHING_HELD = N_("That holds nothing back.")
TOO_MUCH = N_("For {other} that is still too much.")
NEARLY = N_("Most of that is gone, but not enough for {other} yet.")
HAMSTRINGS = N_("Sprints ask most of the hamstrings, and these are still sore.")
OTHERS = {
    RunKind.STEADY: N_("a steady run"),
    RunKind.INTERVALS: N_("intervals"),
    RunKind.SPRINTS: N_("sprints"),
    RunKind.HILLS: N_("hills"),
    RunKind.DOWNHILL: N_("running downhill"),
    RunKind.LONG: N_("a long run"),
    RunKind.RACE: N_("a race"),
}
OTHER = N_("fast running")
SPEAK_FOR_THEMSELVES = frozenset(  # causes after which nobody asks what they leave open
    {
        Gate.PAIN,
        Gate.PAIN_GONE,
        Gate.ABOUT_ME,
        Gate.PLACE,
        Gate.ILLNESS,
        Gate.NO_RUNNING,
        Gate.PERSONAL_FLOOR,
        Gate.NEVER_LOGGED,
        Gate.RESTED,
    }
)
MOST = 4  # sentences
PRESSING = 80  # weight of a remark that goes before a second cause
FELT = {
    Feel.WORSE: N_("You feel worse: I count two points more soreness."),
    Feel.BETTER: N_("You feel better: I count one point less soreness."),
}
GUESS = N_("A guess: I know little of your legs yet.")


def causes_in_sight(shown: Shown, room: int, *, main_may_go: bool) -> tuple[str, list[str]]:
    """Return the paragraph of causes, and what is left for behind *Why?*.

    ``room`` are the characters there is room for; the main cause stands however little that is,
    unless it may go.
    """
    main, second = _causes(shown)
    found = remarks(shown)
    felt = [] if shown.told.feel is None else [_(FELT[shown.told.feel])]
    guess = [_(GUESS)] if shown.answer.confidence is Confidence.LOW else []
    pressing = [each.words for each in found if each.weight >= PRESSING]
    others = [each.words for each in found if each.weight < PRESSING]
    kept = [] if main_may_go and len("".join(main[:1])) >= room else main[:1]
    in_order = (*main, *second, *pressing, *felt, *guess, *others)
    room -= sum(map(len, kept))
    for sentence in (*pressing, *main[1:], *second, *felt, *guess, *others):
        if len(kept) < MOST and len(sentence) < room:
            kept.append(sentence)
            room -= len(sentence) + 1
    said = [each for each in in_order if each in kept]
    left = [each for each in in_order if each not in kept]
    return (_("**Why:** {causes}").format(causes=sentences(*said)) if said else ""), left


def _causes(shown: Shown) -> tuple[list[str], list[str]]:
    """The main cause with what it leaves open, and a second one that alone would mean the same."""
    if (asked := _asked_first(shown)) is not None:
        return [asked], []
    known = [each for each in shown.answer.reasons if each.gate in CAUSES or _is_sore(each)]
    if not known:
        return _nothing_left(shown), []
    if is_refused(shown):  # what has to change first stands first, as it does in "when"
        known.sort(key=lambda each: each.gate is not shown.answer.planned_condition)
    main, *others = known
    said = [_cause(main, shown)]
    event = is_about_event(shown)
    if main.gate not in SPEAK_FOR_THEMSELVES and not event:  # an event is no class of run
        enough = _enough(shown, main.gate)
        said = [enough] if enough == _(HAMSTRINGS) else [*said, enough]
    seconds = [each for each in others if each.sets_class and main.sets_class]
    if not seconds:
        return said, []
    # What adds no points of its own (a head cold, heat) shows in no number either.
    second = min(seconds, key=lambda each: each.points > 0)
    return said, [_cause(second, shown, dated=False)]


def _asked_first(shown: Shown) -> str | None:
    """Why danger is asked about, where that is not the soreness of the legs."""
    reasons = shown.answer.reasons
    asked = next((each for each in reasons if each.gate is Gate.DANGER_QUESTIONS), None)
    if asked is None or asked.amount is None:
        return None
    if asked.detail in PLACES:
        place = _(PLACES[Region(asked.detail)])
        return _(SORE_ELSEWHERE).format(amount=number(asked.amount), place=place)
    if any(_is_sore(each) for each in reasons):
        return None
    return _(ASKED_FIRST).format(amount=number(asked.amount))


def _nothing_left(shown: Shown) -> list[str]:
    if Note.RESTED in shown.answer.notes:
        return [_(CAUSES[Gate.RESTED]).format(days=number(OLD_SESSION / 24))]
    logged = shown.question is not None and shown.question.leg_sessions
    return [_(NOTHING_LEFT)] if shown.told.at is not None and logged else []


def _cause(cause: Reason, shown: Shown, *, dated: bool = True) -> str:
    """The sentence of one cause; ``dated`` soreness says how long ago leg day was."""
    ahead = hours_ahead(shown)
    ago, words = cause.hours_ago, (BY_THEN if ahead else CAUSES).get(cause.gate)
    if shown.answer.planned_legs is not None and ago is not None:
        ago -= ahead  # reasons of a run after planned legs count from the run already
    words = words or CAUSES.get(cause.gate, "")
    if cause.gate is Gate.LEG_DAY and not ahead and shown.told.legs_hours in MIDDLE:
        words = OF_A_SPAN
    elif cause.gate is Gate.LEG_DAY and not ahead and _is_older(cause, shown):
        words = NOT_THE_LAST
    if cause.gate is Gate.RUN:
        sport = done(cause.detail)
        words = sport.still_then if ahead else sport.still
    if cause.gate is Gate.ILLNESS and cause.detail is None:
        words = ILL_LATELY
    if cause.gate is Gate.NEW_STIMULUS and cause.detail is not None:
        back = cause.detail == NewWork.BACK and cause.before is not None
        words = BACK_AFTER if back else NEW_WORK[NewWork(cause.detail)]
    if _is_sore(cause):
        legs = next((each for each in shown.answer.reasons if each.gate is Gate.LEG_DAY), None)
        ago = None if legs is None else legs.hours_ago
        words = SORE_AFTER_LEGS if dated and ago is not None and not ahead else SORE
        words = SORE_ELSEWHERE if cause.detail in PLACES else words
    return _(words).format(
        ago="" if ago is None else hours(ago + ahead),
        amount="" if cause.amount is None else number(cause.amount),
        fahrenheit="" if cause.amount is None else f"{cause.amount * 1.8 + 32:.0f}",
        floor=number(FLOOR_HOURS),
        days=number(OLD_SESSION / 24),
        place=_(PLACES[Region(cause.detail)]) if cause.detail in PLACES else "",
        away=hours_away(cause.before),
    )


def _is_older(cause: Reason, shown: Shown) -> bool:
    """Tell whether a leg day came after the one that is told of."""
    if cause.hours_ago is None or shown.question is None:
        return False
    logged = shown.question.leg_sessions or ()
    latest = min((each.hours_ago for each in logged), default=None)
    return latest is not None and latest <= cause.hours_ago - SAME_SESSION


def _enough(shown: Shown, cause: Gate) -> str:
    """What the cause leaves open, and what not yet; a leg day fades, a short night does not."""
    answer, run = shown.answer, shown.told.run
    clearance = answer.clearance or Clearance.REST
    other = _(OTHERS.get(run, OTHER) if run is not None else OTHER)
    if (sport := asked(shown)) is not None:
        other = _(sport.inside)
        if not is_refused(shown) and clearance is not Clearance.HARD:
            return _(sport.enough)
    if clearance is Clearance.HARD and is_refused(shown):
        sore = run is RunKind.SPRINTS and (answer.fatigue or 0) < RUN_LIMITS[RunKind.SPRINTS]
        return (
            _(HAMSTRINGS) if sore else _(NEARLY if cause in FADES else TOO_MUCH).format(other=other)
        )
    if clearance is Clearance.HARD and cause not in FADES:
        return _(NO_STOP if cause is Gate.RUN and sport is None else NOTHING_HELD)
    fits = answer.reply is Reply.YES or is_shortened(shown)
    table = ENOUGH_FOR_IT if fits and clearance in ENOUGH_FOR_IT else ENOUGH
    return _(table[clearance]).format(other=other)


def _is_sore(cause: Reason) -> bool:
    return cause.gate is Gate.SORENESS and cause.amount is not None
