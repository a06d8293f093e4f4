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
from bot.texts.i18n import N_, _, ngettext
from bot.texts.papers import UNPUBLISHED, Papers
from bot.texts.times import moment

# One row, several rows; a table without words shows under its own name.
TABLES = {
    "members": (N_("Your profile, settings and consent"),) * 2,
    "leg_sessions": (N_("{n} leg day"), N_("{n} leg days")),
    "runs": (N_("{n} run"), N_("{n} runs")),
    "imports": (N_("{n} import from another app"), N_("{n} imports from other apps")),
    "reports": (
        N_("{n} report of how you felt (soreness, sleep, illness, pain)"),
        N_("{n} reports of how you felt (soreness, sleep, illness, pain)"),
    ),
    "learning": (N_("What was learnt about how fast you recover"),) * 2,
    "about_me": (N_("What you told about your health (`/profile`, About me)"),) * 2,
    "answers": (N_("{n} answer you were given"), N_("{n} answers you were given")),
    "reminder_preferences": (
        N_("{n} choice about reminders"),
        N_("{n} choices about reminders"),
    ),
    "member_notices": (
        N_("{n} notice to be told with your next answer"),
        N_("{n} notices to be told with your next answer"),
    ),
    "group_members": (
        N_("{n} server whose group life you take part in"),
        N_("{n} servers whose group life you take part in"),
    ),
    "roll_answers": (
        N_("{n} answer to an open roll call"),
        N_("{n} answers to open roll calls"),
    ),
    "rolls": (
        N_("{n} roll call that you asked for, or card that you shared"),
        N_("{n} roll calls that you asked for, or cards that you shared"),
    ),
    "post_planners": (
        N_("{n} group post that you planned"),
        N_("{n} group posts that you planned"),
    ),
    "plans": (N_("Your training plan"),) * 2,
    "plan_items": (N_("{n} leg day or run in it"), N_("{n} leg days and runs in it")),
    "plan_weeks": (N_("{n} past week, kept or not"), N_("{n} past weeks, kept or not")),
    "rules": (N_("{n} recurring reminder of your own"), N_("{n} recurring reminders of your own")),
    "reminders": (N_("{n} reminder, planned or past"), N_("{n} reminders, planned and past")),
}
FILE = "legday-data.json"
PACKED_FILE = "legday-data.zip"  # with FILE in it, where FILE is larger than Discord takes
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


def exported(*, packed: bool) -> Card:
    """Introduce the file; ``packed`` if it had to be made smaller."""
    body = _("One JSON file with every table; times are in UTC. Only you can see it here.")
    if packed:
        body = _(
            "One JSON file with every table, in a ZIP archive because it is large; times are in "
            "UTC. Only you can see it here."
        )
    return Card(title=_("Everything I hold on you"), body=(body,), tone=Tone.GOOD)


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
            "the time whoever runs this bot keeps them. A digest of your Discord id, which names "
            "nobody, stays for {kept} days, so that no old copy brings you back."
        ).format(kept=DIGEST_KEPT.days)
    days = -(-copies_kept // timedelta(days=1))  # rounded up
    return ngettext(
        "Safety copies of the whole database, made by whoever runs this bot, hold it until they "
        "are replaced, after {n} day. A digest of your Discord id, which names nobody, stays for "
        "{kept} days, so that no old copy brings you back.",
        "Safety copies of the whole database, made by whoever runs this bot, hold it until they "
        "are replaced, after {n} days. A digest of your Discord id, which names nobody, stays for "
        "{kept} days, so that no old copy brings you back.",
        days,
    ).format(n=days, kept=DIGEST_KEPT.days)


def _latest_kept() -> str:
    return _(
        "I keep your latest {leg_days} leg days, {runs} runs, {reports} reports and {answers} "
        "answers; with a new one, the oldest beyond that goes."
    ).format(
        leg_days=f"{MOST_LEG_DAYS:,}",
        runs=f"{MOST_RUNS:,}",
        reports=f"{MOST_REPORTS:,}",
        answers=f"{MOST_ANSWERS:,}",
    )


def _counted(counts: Mapping[str, int]) -> str:
    order = sorted(counts, key=lambda table: list(TABLES).index(table) if table in TABLES else 99)
    return "\n".join(f"- {_rows(table, counts[table])}" for table in order if counts[table])


def _rows(table: str, count: int) -> str:
    one, many = TABLES.get(table, (f"{{n}} {table}",) * 2)
    return ngettext(one, many, count).format(n=count)
