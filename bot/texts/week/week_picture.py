"""The picture of a week: leg fatigue by the hour and its range, leg days, runs, their limits."""

from datetime import datetime, timedelta
from itertools import pairwise
from math import isfinite

from bot.domain.week.items import DAY, WEEK_DAYS, starts_at
from bot.domain.week.looking import LookedRun, RunMark
from bot.domain.week.planner import PlannedWeek
from bot.domain.week.view import WeekView
from bot.texts.i18n import _
from bot.texts.picture import ALT_LIMIT, DrawnRun, Sample, Tick, WeekPicture
from bot.texts.week.marks import SIGNS
from bot.texts.wording import DAYS

HOUR = timedelta(hours=1)
MOST = 100.0  # points that are shown
LETTERS = "ABCDEFGHIJ"


def picture(view: WeekView, planned: PlannedWeek, told: str) -> WeekPicture:
    """Return the picture of a week; ``told`` are the lines of its card."""
    begins = starts_at(planned.first, view.zone)
    ends = [starts_at(planned.first + step * DAY, view.zone) for step in range(WEEK_DAYS + 1)]
    edges = [(each - begins) / HOUR for each in ends]
    alt = _("Leg fatigue by the hour, with leg days and runs. {lines}").format(lines=told)
    return WeekPicture(
        alt=alt.replace("**", "")[:ALT_LIMIT],
        title=_("Leg fatigue, 0-100"),
        line=tuple(
            Sample(
                hours=round((each.at - begins) / HOUR, 2),
                points=round(min(MOST, each.fatigue), 1),
                low=round(min(MOST, each.least), 1),
                high=round(min(MOST, each.most), 1),
            )
            for each in view.course
        ),
        runs=tuple(
            _run(each, letter, begins) for letter, each in zip(LETTERS, planned.runs, strict=False)
        ),
        legs=tuple(
            ((each.legs.start - begins) / HOUR, (each.legs.end - begins) / HOUR)
            for each in planned.legs
        ),
        nights=tuple(edges[1:-1]),
        days=tuple(
            Tick(at=(low + high) / 2, word=_(DAYS[(planned.first + step * DAY).weekday()]))
            for step, (low, high) in enumerate(pairwise(edges))
        ),
        keys=(
            _("bars: leg days; shaded: the range"),
            _("letters: runs in order, at their hours"),
            _("short lines: their limits; hatched: closed"),
        ),
    )


def _run(looked: LookedRun, letter: str, begins: datetime) -> DrawnRun:
    return DrawnRun(
        at=round((looked.run.start - begins) / HOUR, 2),
        limit=looked.limit if isfinite(looked.limit) else MOST,
        sign=SIGNS[looked.mark],
        word=letter,
        closed=looked.mark in {RunMark.CLOSE, RunMark.CLASH},
    )
