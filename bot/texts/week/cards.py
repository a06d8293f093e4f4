"""The cards of ``/plan``: the week looked at, the plan as it is after a change."""

from collections.abc import Iterator
from functools import partial

from bot.domain.week.items import PlannedThing
from bot.domain.week.looking import LookedRun, RunMark
from bot.domain.week.planner import PlannedWeek
from bot.domain.week.planning import PlanChanged
from bot.domain.week.taking_over import minute_of_week
from bot.domain.week.trying import packed
from bot.domain.week.view import WeekAsked, WeekView
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.commands import with_options
from bot.texts.i18n import N_, _, ngettext
from bot.texts.week import kept, marks, words
from bot.texts.week.week_picture import picture
from bot.texts.wording import clauses

SMALL = N_(
    "Estimates. Run first where both share a day; 6 h between them is kinder to the lifting. "
    "General training information, not medical advice."
)
LATER, PICTURE, UNASKED = "n", "p", "d"  # letters in sent messages: they keep their meaning


def week(view: WeekView, *, shared: bool = False) -> Card:
    """Return a week with its marks, what would mend it, the best days, and its buttons."""
    if view.week is None:
        return _empty(view)
    return Card(
        title=_("The week after") if view.asked.later else _("Your week"),
        body=tuple(_body(view, view.week)),
        small=_(SMALL),
        tone=Tone.PLAIN,
        rows=tuple(row for row in _rows(view, view.week, shared=shared) if row),
        picture=partial(picture, view, view.week, lines(view, view.week)) if view.course else None,
    )


def changed(result: PlanChanged) -> Card:
    """Return the plan after a change."""
    said = ""
    if result.added is not None:
        said = _("Added: {item}.").format(item=words.item(result.added))
    if result.removed is not None:
        said = _("Removed: {item}.").format(item=words.item(result.removed))
    lines = "\n".join(f"- {words.item(each)}" for each in result.items)
    return Card(
        title=_("Your plan"),
        body=(said, lines or _("Nothing is planned now.")),
        small=_("Only you see your plan. `/plan add` and `/plan remove` change it."),
        tone=Tone.GOOD,
        rows=((_look_button(_("Your week"), WeekAsked(), main=True),),),
    )


def after_legs_today(looked: LookedRun) -> Card:
    """Tell somebody who said I'm in, alone, which run of their plan a leg day today spoils."""
    said = _("After a leg day today, **{run}** would be a clash.")
    if looked.mark is RunMark.CLOSE:
        said = _("After a leg day today, **{run}** would be a close call.")
    return Card(
        title=_("You are in"),
        body=(said.format(run=words.named(looked.run)),),
        small=_("Only you see this. `/plan week` says why, and what would mend it."),
    )


def flags(asked: WeekAsked) -> str:
    """Return what is asked for in letters for a button."""
    said = ((asked.later, LATER), (asked.picture, PICTURE), (not asked.asked, UNASKED))
    return "".join(letter for is_on, letter in said if is_on)


def lines(view: WeekView, planned: PlannedWeek) -> str:
    """Return the week's lines in order of time."""
    found: list[tuple[PlannedThing, str]] = [(each, marks.past(each)) for each in view.past]
    found += [(each.run, marks.run(each)) for each in planned.runs]
    found += [(each.legs, marks.legs(each)) for each in planned.legs if each.legs not in view.past]
    return "\n".join(line for _thing, line in sorted(found, key=lambda each: each[0].start))


def _body(view: WeekView, planned: PlannedWeek) -> Iterator[str]:
    if view.asked.pieces:
        pieces = clauses(map(words.piece, view.asked.pieces))
        yield _("**If:** {pieces}. Nothing of it is saved yet.").format(pieces=pieces)
    yield f"**{marks.runs_spoiled(planned.runs)}**"
    yield lines(view, planned)
    if planned.mends:
        found = "\n".join(marks.mend(each) for each in planned.mends)
        yield _("**What would mend it**\n{mends}").format(mends=found)
    yield _best(planned)
    if not view.any_legs_known:
        yield _("No leg day of yours is logged yet, so your legs are taken for rested now.")
    if view.paused is not None:
        yield kept.pausing(view.paused)
    if view.keeping is not None:
        yield kept.told(view.keeping)
    if view.unlogged is not None:
        yield _("{thing}: it is not logged, so it does not count. Did you do it?").format(
            thing=words.named(view.unlogged)
        )


def _best(planned: PlannedWeek) -> str:
    count = len(planned.placements[0].legs) if planned.placements else 0
    if not planned.runs:
        return ""
    if not count:
        return _("Your days are the best I find.")
    title = ngettext("Best day for a leg day", "Best days for {n} leg days", count).format(n=count)
    found = (marks.placement(n, each) for n, each in enumerate(planned.placements, 1))
    return "\n".join((f"**{title}**", *found))


def _rows(view: WeekView, planned: PlannedWeek, *, shared: bool) -> Iterator[Row]:
    missing = view.unlogged
    if missing is not None:
        about = f"{missing.item.item_id}:{missing.date.isoformat()}"
        yield (
            Button(label=_("I did it"), action=f"plan.did:{about}", style=Style.GOOD),
            Button(label=_("I didn't"), action=f"plan.did_not:{about}"),
        )
    tried = packed(view.asked.pieces)
    uses = [
        Button(
            label=_("Use {n}").format(n=number),
            action=f"plan.use:{view.edition}:{_minutes(each.legs)}:{flags(view.asked)}:{tried}",
            style=Style.MAIN,
        )
        for number, each in enumerate(planned.placements, 1)
    ]
    keep = [Button(label=_("Keep the try"), action=f"plan.keep:{view.edition}:{tried}")]
    yield (*uses, *(keep if tried else ()))
    streak = None if view.keeping is None else kept.share(view.keeping, shared=shared)
    yield (*_around(view), *(() if streak is None else (streak,)))


def _around(view: WeekView) -> tuple[Button, ...]:
    asked = view.asked
    other = WeekAsked(pieces=asked.pieces, later=not asked.later, picture=asked.picture)
    label = _("These seven days") if asked.later else _("Next week")
    drawn = WeekAsked(pieces=asked.pieces, later=asked.later, picture=not asked.picture)
    word = _("Hide the picture") if asked.picture else _("Picture")
    return (_look_button(label, other), _look_button(word, drawn))


def _look_button(label: str, asked: WeekAsked, *, main: bool = False) -> Button:
    action = f"plan.look:{flags(asked)}:{packed(asked.pieces)}"
    return Button(label=label, action=action, style=Style.MAIN if main else Style.PLAIN)


def _minutes(legs: tuple[PlannedThing, ...]) -> str:
    return ".".join(str(minute_of_week(each)) for each in legs)


def _empty(view: WeekView) -> Card:
    return Card(
        title=_("Nothing is planned yet"),
        body=(
            _(
                "Put your leg days and runs into your week with `/plan add`; this shows which of "
                "them clash, why, and the best days for legs. Only you see it."
            ),
        ),
        small=with_options(
            _("Or try it first: `/plan week what_if:legs tue 18:00, intervals thu 18:00`.")
        ),
    )
