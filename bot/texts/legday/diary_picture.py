"""The picture of ``/legday stats``: a calendar, the load of each week, soreness after leg days."""

from collections.abc import Sequence
from statistics import fmean

from bot.domain.decisions.diary import Sore, Stats
from bot.texts.i18n import _, ngettext
from bot.texts.picture import ALT_LIMIT, DiaryPicture, DrawnDay, Tick
from bot.texts.wording import DAYS, MONTHS, listed, number, sentences

FINE = 26  # weeks, at most, of which each score is shown
MEAN_OF = 4  # weeks


def diary(stats: Stats, told: str) -> DiaryPicture:
    """Return the picture of some weeks; ``told`` is what the card's text says of them."""
    fine = len(stats.loads) <= FINE
    return DiaryPicture(
        alt=_alt(stats, told),
        weeks=len(stats.loads),
        days=tuple(
            DrawnDay(
                week=(day.date - stats.monday).days // 7,
                weekday=day.date.weekday(),
                legs=day.legs,
                run=day.run,
                rest=day.rest,
            )
            for day in stats.days
        ),
        today=(len(stats.loads) - 1, stats.today.weekday()),
        weekdays=tuple(_(day) for day in DAYS),
        months=_months(stats),
        keys=(_("legs"), _("run"), _("rest kept")),
        load_title=_("Leg load by week"),
        loads=tuple(round(load, 1) for load in stats.loads),
        load_words=tuple(number(load, places=1) for load in stats.loads),
        sore_title=_("Soreness after legs") if fine else _("Soreness, by four weeks"),
        sore_names=(_("a day after"), _("two days after")),
        sore_24=_sore(stats, [(each, each.day_after) for each in stats.sore]),
        sore_48=_sore(stats, [(each, each.two_days_after) for each in stats.sore]),
        no_soreness=_("none told yet"),
    )


def _months(stats: Stats) -> tuple[Tick, ...]:
    """Each month's name at the first week that begins in it; the first week's too."""
    weeks = [day.date for day in stats.days if day.date.weekday() == 0]
    begun = [
        (index, monday)
        for index, monday in enumerate(weeks)
        if not index or monday.month != weeks[index - 1].month
    ]
    return tuple(Tick(at=float(index), word=_(MONTHS[day.month - 1])) for index, day in begun)


def _sore(stats: Stats, scores: list[tuple[Sore, int | None]]) -> tuple[tuple[float, float], ...]:
    """Scores by week, 2.5 being half-way through the third; of many weeks the mean of each four."""
    told = [
        ((each.date - stats.monday).days / 7 + 1 / 14, float(score))
        for each, score in scores
        if score is not None
    ]
    if len(stats.loads) > FINE:
        parts = [(week // MEAN_OF, score) for week, score in told]
        told = [
            ((part + 0.5) * MEAN_OF, fmean(score for of, score in parts if of == part))
            for part in sorted({part for part, _score in parts})
        ]
    return tuple((round(week, 3), round(score, 1)) for week, score in told)


def _alt(stats: Stats, told: str) -> str:
    head = _("A calendar of leg days, runs and rest kept, with leg load and soreness.")
    return sentences(head, *told.split("\n"), _loads(stats.loads))[:ALT_LIMIT]


def _loads(weeks: Sequence[float]) -> str:
    """Say each week's load from the first leg day on: a screen reader reads every zero aloud."""
    empty = next((index for index, load in enumerate(weeks) if load), len(weeks))
    loads = listed(number(load, places=1) for load in weeks[empty:])
    if not loads:
        return _("No leg load in these weeks.")
    if not empty:
        return _("Load by week: {loads}.").format(loads=loads)
    return ngettext(
        "No load in the first week; then by week: {loads}.",
        "No load in the first {n} weeks; then by week: {loads}.",
        empty,
    ).format(n=empty, loads=loads)
