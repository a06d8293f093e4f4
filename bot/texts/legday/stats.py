"""The words of ``/legday stats``: weeks of training in a few lines, the picture under them."""

from functools import partial
from statistics import fmean

from bot.domain.decisions.diary import SPANS, Stats
from bot.domain.week.keeping import streaks
from bot.texts.card import Button, Card, Row, Style
from bot.texts.i18n import N_, _, ngettext
from bot.texts.legday.diary_picture import diary
from bot.texts.wording import number, sentences

NAMES = {4: N_("4 weeks"), 12: N_("12 weeks"), 52: N_("Year")}
TITLES = {
    4: N_("Your last 4 weeks"),
    12: N_("Your last 12 weeks"),
    52: N_("Your last year"),
}


def card(stats: Stats) -> Card:
    """Return the weeks in words, with their picture and the other spans."""
    weeks = len(stats.loads)
    rows = (_spans(weeks),)
    small = _(
        "Only you see this. Load 1 is an ordinary leg day; rest kept: nothing hard for two days."
    )
    if not stats.leg_days and not stats.runs:
        return Card(
            title=_(TITLES[weeks]),
            body=(
                _(
                    "Nothing is logged in this time, and that is fine: a break is part of "
                    "training. `/legday log` takes ten seconds, and here it will show."
                ),
            ),
            rows=rows,
        )
    return Card(
        title=_(TITLES[weeks]),
        body=(told(stats), _kept(stats)),
        small=small,
        rows=rows,
        picture=partial(diary, stats, told(stats)),
    )


def told(stats: Stats) -> str:
    """Say what the picture shows, in sentences."""
    return "\n".join(filter(None, (_days(stats), _load(stats), _soreness(stats))))


def _kept(stats: Stats) -> str:
    """Say how the plan was kept, all closed weeks counted."""
    if not stats.kept_weeks:
        return ""
    current, longest = streaks(stats.kept_weeks)
    return ngettext(
        "Plan kept: {n} week, longest {longest}.",
        "Plan kept: {n} weeks, longest {longest}.",
        current,
    ).format(n=current, longest=longest)


def _days(stats: Stats) -> str:
    legs = ngettext("{n} leg day", "{n} leg days", stats.leg_days).format(n=stats.leg_days)
    runs = counted = ngettext("{n} run", "{n} runs", stats.runs).format(n=stats.runs)
    if stats.run_minutes:
        runs = ngettext("{runs} of {minutes} min", "{runs} of {minutes} min together", stats.runs)
        runs = runs.format(runs=counted, minutes=stats.run_minutes)
    line = _("{legs}, {runs}.").format(legs=legs, runs=runs)
    if stats.to_rest:
        kept = sum(day.rest for day in stats.days)
        line = sentences(
            line,
            ngettext(
                "Rest kept on {kept} of {days} day after legs.",
                "Rest kept on {kept} of {days} days after legs.",
                stats.to_rest,
            ).format(kept=kept, days=stats.to_rest),
        )
    return line


def _load(stats: Stats) -> str:
    """Compare this week with the mean of those before it since the first leg day."""
    now, before = stats.loads[-1], stats.loads[:-1]
    first = next((week for week, load in enumerate(before) if load), None)
    if first is None and not (now and stats.logged_before):
        return _("Leg load this week: {now}.").format(now=number(now, places=1)) if now else ""
    since = 0 if stats.logged_before or first is None else first
    return _("Leg load this week: {now}; the weeks before it: {mean} on average.").format(
        now=number(now, places=1), mean=number(fmean(before[since:]), places=1)
    )


def _soreness(stats: Stats) -> str:
    first = _mean([each.day_after for each in stats.sore])
    second = _mean([each.two_days_after for each in stats.sore])
    if not first and not second:
        return ""
    unknown = _("not told")
    return _("Soreness a day after legs: {first} of 10; two days after: {second}.").format(
        first=first or unknown, second=second or unknown
    )


def _mean(scores: list[int | None]) -> str:
    told_ = [score for score in scores if score is not None]
    return number(fmean(told_), places=1) if told_ else ""


def _spans(shown: int) -> Row:
    return tuple(
        Button(
            label=_(NAMES[weeks]),
            action=f"log.stats:{weeks}",
            style=Style.MAIN if weeks == shown else Style.PLAIN,
            disabled=weeks == shown,
        )
        for weeks in SPANS
    )
