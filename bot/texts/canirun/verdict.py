"""The first line of an answer: what may be run, said to what was asked."""

from collections.abc import Mapping

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import RunKind
from bot.domain.recovery.answer import Clearance, Offer, Reply
from bot.domain.recovery.beside_answers import Expect
from bot.domain.recovery.event import expected
from bot.domain.recovery.question import Ask
from bot.texts.canirun.sports import AskedWords, asked
from bot.texts.card import Tone
from bot.texts.i18n import N_, _

# With no run in mind: the class itself, for now and for a planned time.
VERDICTS = {
    Clearance.REST: N_("Rest today"),
    Clearance.WALK: N_("Walk today, no run yet"),
    Clearance.EASY: N_("An easy run is fine"),
    Clearance.MODERATE: N_("A steady run is fine"),
    Clearance.HARD: N_("Yes, hard running too"),
}
VERDICTS_THEN = {
    **VERDICTS,
    Clearance.REST: N_("Rest then"),
    Clearance.WALK: N_("A walk then, no run yet"),
}
KINDS = complete(
    "kinds of run as they are proposed",
    {
        RunKind.WALK: N_("a walk"),
        RunKind.EASY: N_("an easy run"),
        RunKind.STEADY: N_("a steady run"),
        RunKind.TEMPO: N_("a tempo run"),
        RunKind.INTERVALS: N_("intervals"),
        RunKind.SPRINTS: N_("sprints"),
        RunKind.HILLS: N_("a hill run"),
        RunKind.DOWNHILL: N_("a downhill run"),
        RunKind.LONG: N_("a long run"),
        RunKind.RACE: N_("a race"),
    },
    RunKind,
)
SHORT = {
    RunKind.EASY: N_("An easy {minutes} minutes is fine"),
    RunKind.STEADY: N_("A steady {minutes} minutes is fine"),
}
IN_MINUTES = {
    RunKind.WALK: N_("a walk of {minutes} minutes"),
    RunKind.EASY: N_("an easy {minutes} minutes"),
    RunKind.STEADY: N_("a steady {minutes} minutes"),
}
REFUSED = complete(
    "refusals of a kind of run",
    {
        RunKind.WALK: N_("No walk today"),
        RunKind.EASY: N_("No run today"),
        RunKind.STEADY: N_("No steady run today"),
        RunKind.TEMPO: N_("No tempo run today"),
        RunKind.INTERVALS: N_("No intervals today"),
        RunKind.SPRINTS: N_("No sprints today"),
        RunKind.HILLS: N_("No hills today"),
        RunKind.DOWNHILL: N_("No downhill run today"),
        RunKind.LONG: N_("No long run today"),
        RunKind.RACE: N_("No race today"),
    },
    RunKind,
)
REFUSED_THEN = complete(
    "refusals of a kind of run that is planned",
    {
        RunKind.WALK: N_("No walk then"),
        RunKind.EASY: N_("No run then"),
        RunKind.STEADY: N_("No steady run then"),
        RunKind.TEMPO: N_("No tempo run then"),
        RunKind.INTERVALS: N_("No intervals then"),
        RunKind.SPRINTS: N_("No sprints then"),
        RunKind.HILLS: N_("No hills then"),
        RunKind.DOWNHILL: N_("No downhill run then"),
        RunKind.LONG: N_("No long run then"),
        RunKind.RACE: N_("No race then"),
    },
    RunKind,
)
DANGER_FIRST = N_("First: dark urine, big swelling or real weakness?")
# What the server is told: the kind that is offered, and nothing else of an answer.
PUBLIC: Mapping[RunKind | None, str] = complete(
    "offers as they are shared",
    {
        RunKind.EASY: N_("An easy run is fine"),
        RunKind.STEADY: N_("A steady run is fine"),
        RunKind.TEMPO: N_("A tempo run is fine"),
        RunKind.INTERVALS: N_("Intervals are fine"),
        RunKind.SPRINTS: N_("Sprints are fine"),
        RunKind.HILLS: N_("A hill run is fine"),
        RunKind.DOWNHILL: N_("A downhill run is fine"),
        RunKind.LONG: N_("A long run is fine"),
        RunKind.RACE: N_("A race is fine"),
    },
    set(RunKind) - {RunKind.WALK},
)
# Resting as advised keeps a plan: it is shared as what it is, no question that was refused.
PUBLIC_REST = {
    None: (
        N_("<@{member}> rests today. That is the plan."),
        N_("<@{member}> rests instead of a later run. That is the plan."),
    ),
    RunKind.WALK: (
        N_("<@{member}> walks today. That is the plan."),
        N_("<@{member}> walks instead of a later run. That is the plan."),
    ),
}


def asks_danger(shown: Shown) -> bool:
    """Tell whether the danger question stands, which comes before the answer."""
    return shown.answer.ask is Ask.DANGER_SIGNS


def is_refused(shown: Shown) -> bool:
    """Tell whether the kind of run that was asked about is not open."""
    answer, run = shown.answer, shown.told.run
    if asked(shown) is not None:
        return answer.reply in {Reply.NO, Reply.CHANGED} and not _is_asked_sport(shown)
    if run is None or answer.reply is None or answer.reply is Reply.YES:
        return False
    return answer.offer is None or answer.offer.kind is not run


def is_shortened(shown: Shown) -> bool:
    """Tell whether the run that was asked about is open, but for fewer minutes."""
    return shown.answer.reply is Reply.CHANGED and not is_refused(shown)


def as_usual(shown: Shown) -> bool:
    """Tell whether so little leg fatigue is left that a race misses nothing."""
    return expected(shown.answer.fatigue or 0) is Expect.USUAL


def has_no_limit(shown: Shown) -> bool:
    """Tell whether the headline opens every run, and names neither a kind nor its minutes."""
    answer, offer = shown.answer, shown.answer.offer
    named = offer is not None and offer.max_minutes is not None and offer.kind in SHORT
    return answer.reply is None and answer.clearance is Clearance.HARD and not named


def headline(shown: Shown) -> str:
    """Return the answer to what was asked, in one line."""
    run, reply, later = shown.told.run, shown.answer.reply, shown.told.at is not None
    if (sport := asked(shown)) is not None and reply is not None:
        return _sport(sport, shown, later=later)
    if run is None or reply is None:
        clearance = shown.answer.clearance or Clearance.REST
        return _ceiling(clearance, shown.answer.offer, later=later)
    if is_refused(shown):
        return _refused(run, shown.answer.offer, REFUSED_THEN if later else REFUSED)
    if run is RunKind.RACE:  # nobody shortens a race
        return _race(later=later, fresh=reply is Reply.YES and as_usual(shown))
    if reply is Reply.CHANGED and shown.answer.offer is not None:
        return _shorter(shown.answer.offer)
    return _("Yes: {run}").format(run=_agreed(run, shown.told.minutes, shown.answer.offer))


def tone(shown: Shown) -> Tone:
    """Return the colour that says the same as the headline: amber where anything is less."""
    answer = shown.answer
    tired = answer.clearance is not None and answer.clearance <= Clearance.WALK
    less = tired if answer.reply is None else answer.reply is not Reply.YES
    return Tone.CAUTION if less or asks_danger(shown) else Tone.GOOD


def proposed(offer: Offer) -> str:
    """Return a run with its longest minutes, as it stands inside a sentence."""
    minutes = offer.max_minutes
    if offer.run_walk:
        if minutes is None:
            return _("run-walk")
        return _("{minutes} minutes of run-walk").format(minutes=minutes)
    if minutes is None:
        return _(KINDS[offer.kind])
    if offer.kind in IN_MINUTES:
        return _(IN_MINUTES[offer.kind]).format(minutes=minutes)
    return _("{run}, up to {minutes} minutes").format(run=_(KINDS[offer.kind]), minutes=minutes)


def _is_asked_sport(shown: Shown) -> bool:
    offer = shown.answer.offer
    return offer is not None and offer.activity is shown.told.activity


def _sport(sport: AskedWords, shown: Shown, *, later: bool) -> str:
    """The answer to another sport than running, in its own words."""
    if shown.answer.reply is Reply.YES:
        return _(sport.yes)
    if _is_asked_sport(shown):
        return _("Yes, but easier: {sport}").format(sport=_(sport.inside))
    refused, offer = _(sport.refused_then if later else sport.refused), shown.answer.offer
    if offer is None:
        return _("{refused}; rest").format(refused=refused)
    if offer.kind is RunKind.WALK:
        return _("{refused}; a walk is fine").format(refused=refused)
    return _("{refused}; {offer} is fine").format(refused=refused, offer=proposed(offer))


def _ceiling(clearance: Clearance, offer: Offer | None, *, later: bool) -> str:
    if offer is not None and offer.run_walk:
        return _("Run and walk in turns, up to {minutes} minutes").format(minutes=offer.max_minutes)
    if offer is None or offer.max_minutes is None or offer.kind not in SHORT:
        return _((VERDICTS_THEN if later else VERDICTS)[clearance])
    return _(SHORT[offer.kind]).format(minutes=offer.max_minutes)


def _refused(run: RunKind, offer: Offer | None, refusals: Mapping[RunKind, str]) -> str:
    if offer is None:
        none = refusals[RunKind.WALK if run is RunKind.WALK else RunKind.EASY]
        return _("{refused}; rest").format(refused=_(none))
    if offer.kind is RunKind.WALK:
        return _("{refused}; a walk is fine").format(refused=_(refusals[RunKind.EASY]))
    refused = _(refusals[run])
    return _("{refused}; {offer} is fine").format(refused=refused, offer=proposed(offer))


def _shorter(offer: Offer) -> str:
    if offer.run_walk or offer.kind in IN_MINUTES or offer.max_minutes is None:
        return _("Yes, but shorter: {run}").format(run=proposed(offer))
    return _("Yes, but {minutes} minutes at most").format(minutes=offer.max_minutes)


def _race(*, later: bool, fresh: bool) -> str:
    if later:
        return _("You can race then") if fresh else _("You can race then, not at your best")
    return _("You can race today") if fresh else _("You can race today, not at your best")


def _agreed(run: RunKind, minutes: int | None, offer: Offer | None) -> str:
    """The run that was asked about, with its minutes, or with the most there may be."""
    if offer is not None and (offer.run_walk or minutes is None):
        if minutes is None and offer.max_minutes is not None and not offer.run_walk:
            return _("{run}, up to {minutes} minutes").format(
                run=_(KINDS[run]), minutes=offer.max_minutes
            )
        return proposed(offer)
    if minutes is None:
        return _(KINDS[run])
    if run in IN_MINUTES:
        return _(IN_MINUTES[run]).format(minutes=minutes)
    return _("{run}, {minutes} minutes").format(run=_(KINDS[run]), minutes=minutes)
