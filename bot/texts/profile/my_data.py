"""The words of ``/mydata``: what is held, the file with all of it, and having it gone."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.domain.facts.settings import (
    CLOSED_KEPT,
    DIGEST_KEPT,
    MONTHS_KEPT,
    MOST_ANSWERS,
    MOST_LEG_DAYS,
    MOST_REPORTS,
    MOST_RUNS,
)
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.i18n import NN_, _, ngettext
from bot.texts.papers import UNPUBLISHED, Papers
from bot.texts.times import moment
from bot.texts.wording import grouped

# One row, several rows; a table without words shows under its own name.
TABLES = {
    "members": NN_("Your profile, settings and consent", "Your profile, settings and consent"),
    "leg_sessions": NN_("{n} leg day", "{n} leg days"),
    "runs": NN_("{n} run", "{n} runs"),
    "imports": NN_("{n} import from another app", "{n} imports from other apps"),
    "reports": NN_(
        "{n} report of how you felt (soreness, sleep, illness, pain)",
        "{n} reports of how you felt (soreness, sleep, illness, pain)",
    ),
    "learning": NN_(
        "What was learnt about how fast you recover", "What was learnt about how fast you recover"
    ),
    "about_me": NN_(
        "What you told about your health (`/profile`, About me)",
        "What you told about your health (`/profile`, About me)",
    ),
    "answers": NN_("{n} answer you were given", "{n} answers you were given"),
    "reminder_preferences": NN_("{n} choice about reminders", "{n} choices about reminders"),
    "member_notices": NN_(
        "{n} notice to be told with your next answer",
        "{n} notices to be told with your next answer",
    ),
    "group_members": NN_(
        "{n} server whose group life you take part in",
        "{n} servers whose group life you take part in",
    ),
    "roll_answers": NN_("{n} answer to an open roll call", "{n} answers to open roll calls"),
    "rolls": NN_(
        "{n} roll call that you asked for, or card that you shared",
        "{n} roll calls that you asked for, or cards that you shared",
    ),
    "post_planners": NN_("{n} group post that you planned", "{n} group posts that you planned"),
    "plans": NN_("Your training plan", "Your training plan"),
    "plan_items": NN_("{n} leg day or run in it", "{n} leg days and runs in it"),
    "plan_weeks": NN_("{n} past week, kept or not", "{n} past weeks, kept or not"),
    "rules": NN_("{n} recurring reminder of your own", "{n} recurring reminders of your own"),
    "reminders": NN_("{n} reminder, planned or past", "{n} reminders, planned and past"),
}
FILE = "legday-data.json"
TABLE = "legday-entries.csv"
PACKED_FILE = "legday-data.zip"  # with both in it, where they are larger than Discord takes
MEGABYTE = 1024 * 1024


def held(
    counts: Mapping[str, int], *, consented_at: datetime | None, papers: Papers = UNPUBLISHED
) -> Card:
    """Show what is held on the member and for how long."""
    if not any(counts.values()):
        return nothing()
    body = [_counted(counts)]
    if consented_at is not None:
        body.append(_("You agreed to it on {when}.").format(when=moment(consented_at)))
    body.append(_latest_kept())
    body.append(
        _(
            "It goes {months} months after your last command; past reminders go after {days} days. "
            "Only you see it: no member, no admin, no other server."
        ).format(months=MONTHS_KEPT, days=CLOSED_KEPT.days)
    )
    export = Button(label=_("Export"), action="data.export", style=Style.MAIN)
    delete = Button(label=_("Delete …"), action="data.ask", style=Style.DANGER)
    return Card(
        title=_("What I hold on you"),
        body=tuple(body),
        small=papers.below(
            _(
                "It lies under your Discord id. Your name and your messages are not kept, nor the "
                "files you bring in, the names, notes and places in them."
            )
        ),
        rows=((export, delete),),
    )


def nothing() -> Card:
    """Say that nothing is held."""
    return Card(
        title=_("I hold nothing on you"), body=(_("Nothing was ever kept, or it is gone."),)
    )


def exported(*, packed: bool, table: bool) -> Card:
    """Introduce the files; ``packed`` if they had to be, ``table`` if there is one of entries."""
    body = [_("`{file}` has every table; times are in UTC. Only you can see it here.")]
    if table:
        body.append(
            _(
                "`{table}` has your leg days and runs, for a spreadsheet; `/mydata import` takes "
                "it back."
            )
        )
    if packed:
        body.append(_("It comes in a ZIP archive because it is large."))
    return Card(
        title=_("Everything I hold on you"),
        body=tuple(line.format(file=FILE, table=TABLE) for line in body),
        tone=Tone.GOOD,
    )


def too_large(size: int, limit: int) -> Card:
    """Say that Discord does not take the file, and who can hand it over."""
    return Card(
        title=_("Your file is too large for Discord"),
        body=(
            _(
                "Even packed it has {size} MB, and Discord takes {limit} MB here. Nothing was "
                "changed. Ask whoever runs this bot for the file, or try again in a server whose "
                "boosts allow larger ones."
            ).format(size=-(-size // MEGABYTE), limit=limit // MEGABYTE),
        ),
        tone=Tone.CAUTION,
    )


def sure(counts: Mapping[str, int], copies_kept: timedelta | None) -> Card:
    """Ask before everything goes."""
    if not any(counts.values()):
        return nothing()
    rows: Row = (
        Button(label=_("Delete everything"), action="data.delete", style=Style.DANGER),
        Button(label=_("Keep it"), action="data.keep"),
    )
    return Card(
        title=_("Delete everything I hold on you?"),
        body=(
            _counted(counts),
            _("It goes at once, in every server, and **cannot be undone**. No reminder comes."),
        ),
        small=_backups(copies_kept),
        tone=Tone.CAUTION,
        rows=(rows,),
    )


def deleted(counts: Mapping[str, int], copies_kept: timedelta | None) -> Card:
    """Confirm that everything is gone, or was before."""
    if not any(counts.values()):
        return nothing()
    return Card(
        title=_("Everything is gone"),
        body=(
            _counted(counts),
            _("Nothing of yours is left here, and no reminder comes any more."),
        ),
        small=_backups(copies_kept),
        tone=Tone.GOOD,
    )


def kept() -> Card:
    """Confirm that nothing was deleted."""
    return Card(title=_("Nothing was deleted"), body=(_("All is as it was."),))


def _backups(copies_kept: timedelta | None) -> str:
    if copies_kept is None:
        return _(
            "It goes from the database at once, from its server's files, logs and copies within "
            "the time whoever runs this bot keeps them. A mark made from your Discord id, which "
            "names nobody, stays for {kept} days, so that no old copy brings you back."
        ).format(kept=DIGEST_KEPT.days)
    days = -(-copies_kept // timedelta(days=1))  # rounded up
    return ngettext(
        "Safety copies of the whole database, made by whoever runs this bot, hold it until they "
        "are replaced, after {n} day. A mark made from your Discord id, which names nobody, stays "
        "for {kept} days, so that no old copy brings you back.",
        "Safety copies of the whole database, made by whoever runs this bot, hold it until they "
        "are replaced, after {n} days. A mark made from your Discord id, which names nobody, stays "
        "for {kept} days, so that no old copy brings you back.",
        days,
    ).format(n=days, kept=DIGEST_KEPT.days)


def _latest_kept() -> str:
    return _(
        "I keep your latest {leg_days} leg days, {runs} runs, {reports} reports and {answers} "
        "answers; with a new one, the oldest beyond that goes."
    ).format(
        leg_days=grouped(MOST_LEG_DAYS),
        runs=grouped(MOST_RUNS),
        reports=grouped(MOST_REPORTS),
        answers=grouped(MOST_ANSWERS),
    )


def _counted(counts: Mapping[str, int]) -> str:
    order = sorted(counts, key=lambda table: list(TABLES).index(table) if table in TABLES else 99)
    return "\n".join(f"- {_rows(table, counts[table])}" for table in order if counts[table])


def _rows(table: str, count: int) -> str:
    one, many = TABLES.get(table, (f"{{n}} {table}",) * 2)
    return ngettext(one, many, count).format(n=count)
