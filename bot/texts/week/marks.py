"""The lines of a week: each run's mark and why, each leg day's notes, what would mend them."""

from collections.abc import Iterator
from math import isfinite

from bot.domain.facts.tables import complete
from bot.domain.week.items import PlannedThing
from bot.domain.week.looking import Besides, LegNote, LookedLegs, LookedRun, RunMark
from bot.domain.week.mending import Mend, Remedy
from bot.domain.week.placing import Placement
from bot.texts.i18n import N_, _, ngettext
from bot.texts.kinds import kind
from bot.texts.times import wall
from bot.texts.week.words import EFFORTS, at, named
from bot.texts.wording import clauses, labelled, listed, sentences

MOST = 100  # points that are told
SIGNS = complete(
    "the signs of a run's marks",
    {RunMark.FITS: "✓", RunMark.CLOSE: "~", RunMark.CLASH: "✗", RunMark.BESIDES: "•"},
    RunMark,
)
BESIDES = complete(
    "why a run is not open without leg days",
    {
        Besides.LOGGED: N_(
            "not because of leg days ahead: runs before it and what you did leave {fatigue} of 100"
        ),
        Besides.MINUTES: N_("not because of legs: up to {cap} min is what you are used to"),
        Besides.NO_RUNNING: N_("not because of legs: you have not run for a month, so begin easy"),
        Besides.OTHER: N_("not because of legs: `/canirun` says why"),
    },
    Besides,
)
NOTES = complete(
    "the notes of a leg day",
    {
        LegNote.TIRED: N_("soon after a hard or long run, so the lifting suffers"),
        LegNote.CROWDED: N_("under 44 h after the leg day before"),
        LegNote.EARLY: N_("your legs are not ready for it by then"),
    },
    LegNote,
)


def run(looked: LookedRun) -> str:
    """Return a run's line: the sign, the word, and why."""
    return f"{SIGNS[looked.mark]} {labelled(named(looked.run), _says(looked))}"


def legs(looked: LookedLegs) -> str:
    """Return a leg day's line with its notes."""
    named_legs, notes = named(looked.legs), clauses(_(NOTES[note]) for note in looked.notes)
    return f"▪ {labelled(named_legs, notes) if notes else named_legs}"


def past(thing: PlannedThing) -> str:
    """Return the line of what began earlier today."""
    return _("▪ {thing}: earlier today").format(thing=named(thing))


def mend(found: Mend) -> str:
    """Return what would open a run."""
    if found.old is None or found.new is None:
        return _("{run}: no single change opens it; something has to be easy.").format(
            run=at(found.run)
        )
    return _("{run}: {change} (legs {fatigue} then).").format(
        run=at(found.run), change=_change(found), fatigue=min(MOST, round(found.fatigue))
    )


def placement(number: int, found: Placement) -> str:
    """Return better leg days and what they still spoil."""
    days = _listed([at(each) for each in found.legs])
    if not found.spoiled:
        return _("{n}. {days}: all runs fit.").format(n=number, days=days)
    spoiled = clauses(map(_short, found.spoiled))
    return _("{n}. {days}: {spoiled}.").format(n=number, days=days, spoiled=spoiled)


def _says(looked: LookedRun) -> str:
    if looked.mark is RunMark.FITS:
        return _("fits")
    if looked.mark is RunMark.BESIDES:
        return _(BESIDES[looked.besides or Besides.OTHER]).format(
            fatigue=min(MOST, round(looked.fatigue)), cap=_minutes(looked.cap)
        )
    word = _("close call") if looked.mark is RunMark.CLOSE else _("clash")
    return sentences(_("**{verdict}.**").format(verdict=word), *_reasons(looked))


def _reasons(looked: LookedRun) -> Iterator[str]:
    hours = round(looked.legs_hours or 0.0)
    if looked.cap is not None and isfinite(looked.cap):
        yield _("{hours} h after legs it is only up to {cap} min.").format(
            hours=hours, cap=_minutes(looked.cap)
        )
        return
    limit = round(looked.limit)
    yield _("Legs {fatigue} of 100, it wants under {limit}; {hours} h after legs.").format(
        fatigue=min(MOST, max(limit, round(looked.fatigue))), limit=limit, hours=hours
    )
    if looked.sure is not None:
        yield _("By then what is sure: {kind}.").format(kind=kind(looked.sure))


def _change(found: Mend) -> str:
    old, new = found.old, found.new
    if old is None or new is None:
        return ""
    if found.how is Remedy.LIGHTER:
        effort = _(EFFORTS[new.item.effort])
        return _("make the leg day of {legs} {effort}").format(legs=at(old), effort=effort)
    if found.how is Remedy.EARLIER:
        return _("start the leg day of {legs} by {hour}").format(
            legs=at(old), hour=wall(new.item.at)
        )
    if found.how is Remedy.OTHER_DAY:
        return _("move the leg day of {legs} to {new}").format(legs=at(old), new=at(new))
    return _("run it {new}").format(new=at(new))


def _short(looked: LookedRun) -> str:
    thing = f"{at(looked.run)} {kind(looked.run.item.run)}"
    if looked.cap is not None and isfinite(looked.cap):
        return _("{run} only up to {cap} min").format(run=thing, cap=_minutes(looked.cap))
    word = _("close call") if looked.mark is RunMark.CLOSE else _("clash")
    return _("{run} a {mark}").format(run=thing, mark=word)


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("{first} and {last}").format(first=listed(words[:-1]), last=words[-1])


def _minutes(cap: float | None) -> int:
    return 0 if cap is None or not isfinite(cap) else int(cap + 1e-9)


def runs_spoiled(looked: tuple[LookedRun, ...]) -> str:
    """Return in one sentence how many runs of a week fit."""
    closed = sum(each.mark is not RunMark.FITS for each in looked)
    if not looked:
        return _("No run is planned in these days.")
    if not closed:
        return ngettext("The run fits.", "All {n} runs fit.", len(looked)).format(n=len(looked))
    if len(looked) == 1:
        return _("The run does not fit.")
    return ngettext(
        "{n} of {all} runs does not fit.", "{n} of {all} runs do not fit.", closed
    ).format(n=closed, all=len(looked))
