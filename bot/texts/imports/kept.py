"""The words of imports that are kept: what was added, and undoing it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.facts.imports import Import
from bot.domain.facts.plain_text import one_line
from bot.domain.facts.settings import HOLD
from bot.domain.importing.deciding import BroughtIn, UndoneImport
from bot.domain.importing.rows import App
from bot.texts.card import Button, Card, Option, Row, Select, Tone
from bot.texts.i18n import N_, _, ngettext
from bot.texts.legday.entries import running
from bot.texts.times import moment
from bot.texts.wording import labelled, listed, sentences, short_date

LISTED = 10  # imports of which one can be chosen
APPS = {
    App.STRONG: "Strong",
    App.HEVY: "Hevy",
    App.FITNOTES: "FitNotes",
    App.STRONGLIFTS: "StrongLifts",
    App.JEFIT: "JEFIT",
    App.GARMIN: "Garmin",
    App.STRAVA: "Strava",
    App.GPX: "GPX",
    App.TCX: "TCX",
    App.FIT: "FIT",
    App.LEGDAY: "Legday",
    App.SEVERAL: N_("Several files"),
}


def waits(app: App, *, anything: bool) -> str:
    """Say that nothing of a file is kept yet, where it has ``anything`` new, and what never is."""
    if app is App.LEGDAY:
        rest = _("The file is never kept; what you noted comes back with each leg day.")
    else:
        rest = _(
            "The file, its notes and places are never kept, and nothing at all of workouts without "
            "leg work."
        )
    if not anything:
        return rest
    waiting = _("Nothing is kept until you press **Add**. This waits {minutes} minutes.").format(
        minutes=HOLD // timedelta(minutes=1)
    )
    return sentences(waiting, rest)


def added(brought: BroughtIn, import_id: int, *, now: datetime) -> Card:
    """Confirm what was added, and say when running opens where that matters still."""
    entries = brought.entries
    if not entries.sessions and not entries.runs:
        return Card(title=_("Nothing to add"), body=(_("Everything in it is there already."),))
    body = [
        _("Added, and counted from now on: {what}.").format(
            what=counted(len(entries.sessions), len(entries.runs))
        )
    ]
    if brought.newest is not None:
        body.append(running(brought.newest, now))
    return Card(
        title=_("Brought in"),
        body=tuple(body),
        small=_("Only you see this. Undo is also under `/mydata show`."),
        tone=Tone.GOOD,
        rows=((undo_button(import_id),),),
    )


def undo_button(import_id: int) -> Button:
    """Return the button that takes an import away as a whole."""
    return Button(label=_("Undo this import"), action=f"imports.undo:{import_id}")


def undone(gone: UndoneImport, was: Import) -> Card:
    """Confirm that an import is gone, and how much of it was the member's own by now."""
    body = [_("Removed: {what}.").format(what=counted(gone.leg_days, gone.runs))]
    stay = was.leg_days + was.runs - gone.leg_days - gone.runs
    if stay > 0:
        body.append(
            ngettext(
                "{n} entry that you edited or removed since stays as it is.",
                "{n} entries that you edited or removed since stay as they are.",
                stay,
            ).format(n=stay)
        )
    return Card(title=_("Import undone"), body=tuple(body))


def let_go() -> Card:
    """Confirm that nothing of a file was kept."""
    return Card(title=_("Nothing was kept"), body=(_("The file and what was in it are gone."),))


def chooser(imports: Sequence[Import]) -> tuple[Row, ...]:
    """Offer the last imports, to be undone; nothing where there is none."""
    options = tuple(
        Option(label=one_line(_label(each), limit=100), value=str(each.import_id))
        for each in imports[:LISTED]
    )
    if not options:
        return ()
    return ((Select(placeholder=_("Undo an import …"), action="imports.pick", options=options),),)


def sure(one: Import) -> Card:
    """Ask before an import goes."""
    return Card(
        title=_("Undo this import?"),
        body=(
            _("{app}, brought in {when}: {what}.").format(
                app=_(APPS[App(one.source)]),
                when=moment(one.made_at),
                what=counted(one.leg_days, one.runs),
            ),
            _("What you edited since stays."),
        ),
        rows=((undo_button(one.import_id),),),
    )


def counted(leg_days: int, runs: int) -> str:
    """Return how many leg days and runs these are, in words."""
    parts = []
    if leg_days or not runs:
        parts.append(ngettext("{n} leg day", "{n} leg days", leg_days).format(n=leg_days))
    if runs:
        parts.append(ngettext("{n} run", "{n} runs", runs).format(n=runs))
    return _(" and ").join(parts)


def _label(one: Import) -> str:
    what = counted(one.leg_days, one.runs)
    made = listed((_(APPS[App(one.source)]), short_date(one.made_at)))
    return labelled(made, what)
