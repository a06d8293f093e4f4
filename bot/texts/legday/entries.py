"""The words of ``/legday``: what was kept, when running opens, what will remind."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.decisions.journal import LoggedSession
from bot.domain.facts.history import HistoryPage
from bot.domain.facts.plain_text import escape, one_line
from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import Demand, Focus, LegSession, Newness
from bot.domain.reading import exercise_names
from bot.domain.reading.exercises import Reading
from bot.domain.reading.zones import zone_of
from bot.domain.recovery.parameters import USUAL_SETS
from bot.texts import dms, paging
from bot.texts.card import Button, Card, Option, Row, Select, Style, Tone
from bot.texts.choices import options
from bot.texts.exercises import done, exercise
from bot.texts.i18n import N_, _, ngettext
from bot.texts.legday import reminding
from bot.texts.legday.forms import FOCUS
from bot.texts.repeats import changed_meanwhile
from bot.texts.times import moment, near
from bot.texts.wording import listed, number, quoted, sentences, short_moment, within

PAGE = 5  # sessions on a page of the history
LINES = 600  # characters of exercises in a confirmation; escaped they may be twice as many
HARDEST = (9, 10)  # session RPE: from here breaks are worth a word; all out
SHORT = 200  # characters of exercises, and half as many of a note, on a page of the history

NEWNESS = {
    Newness.REGULAR: N_("Regular: legs within the last 3 weeks"),
    Newness.FIRST_EVER: N_("First leg day ever"),
    Newness.BACK_WEEKS: N_("Back after 3 weeks or more"),
    Newness.BACK_MONTHS: N_("Back after 3 months or more"),
}
VERY_SORE = N_(
    "That is very sore. Urine like tea or cola, big swelling or real weakness? Press **Something "
    "feels wrong**, and get medical care today."
)


def logged(
    result: LoggedSession, *, now: datetime, edited: bool = False, shared: bool = False
) -> Card:
    """Confirm a session that is kept: what was read, when running opens, what will remind."""
    session = result.session
    body = [_facts(result, now), running(result, now), reminding.reminders(result, now)]
    rows: list[Row] = []
    if result.meanwhile:
        body.insert(1, changed_meanwhile())
    if result.very_sore:
        body.insert(0, _(VERY_SORE))
        rows.append(
            (Button(label=_("Something feels wrong"), action="run.wrong:", style=Style.DANGER),)
        )
    if result.new_pounds:
        pounds = Button(label=_("Yes, pounds"), action=f"log.pounds:{session.session_id}")
        rows.append((pounds,))
    if result.first:
        rows.append((_newness_select(session.session_id),))
    rows.append(
        (
            Button(
                label=_("Shared") if shared else _("Share"),
                action=f"log.share:{session.session_id}",
                style=Style.MAIN,
                disabled=shared,
                server_only=True,
            ),
            Button(label=_("Edit"), action=f"log.edit:{session.session_id}"),
            Button(label=_("Note & details"), action=f"log.more:{session.session_id}"),
            Button(label=_("Undo"), action=f"log.undo:{session.session_id}"),
        )
    )
    if not result.member.reminders.on:
        rows.append((dms.resume(apart=True),))
    if result.member.profile.zone is None:
        label = _("Set time zone") if result.member.zone is None else _("Change time zone")
        rows.append((Button(label=label, action=f"log.zone:{session.session_id}"),))
    return Card(
        title=_("Leg day changed") if edited else _("Leg day logged"),
        body=tuple(body),
        small=_("Estimates; not medical advice."),
        tone=Tone.GOOD,
        rows=tuple(rows),
    )


def read_back(result: LoggedSession, now: datetime) -> str:
    """Return what would be kept of a session that was told in a sentence."""
    ended = near(result.session.ended_at, now=now, zone=zone_of(result.member))
    return _entry(result.session, result.member.profile.mass_unit, ended)


def undone(gone: LegSession) -> Card:
    """Confirm that a session is gone, and its reminders with it."""
    return Card(
        title=_("Leg day removed"),
        body=(
            _("The leg day of {when} is gone, and the reminders it had earned with it.").format(
                when=moment(gone.ended_at)
            ),
        ),
    )


def shared(member_id: int, *, focus: Focus) -> Card:
    """Tell the server about a leg day; its arguments are all of it that becomes public."""
    what = _("legs") if focus is Focus.LEGS else within(_(FOCUS[focus]))
    return Card(
        title=_("Leg day: done"),
        body=(
            _("<@{member}> trained {what}. Now the boring half: water, sleep, roller.").format(
                member=member_id, what=what
            ),
        ),
        tone=Tone.GOOD,
    )


def history(shown: HistoryPage[LegSession]) -> Card:
    """Show a page of the member's own sessions, loads in their unit."""
    if not shown.total:
        return Card(
            title=_("No leg days yet"),
            body=(_("Log the first one with `/legday log`: ten seconds, two taps."),),
        )
    title = ngettext("{n} leg day in all", "{n} leg days in all", shown.total)
    sessions = tuple(
        Option(
            label=label(session, session.ended_at.astimezone(shown.zone)),
            value=str(session.session_id),
        )
        for session in shown.entries
    )
    return Card(
        title=paging.numbered(title.format(n=shown.total), shown.page, shown.pages),
        body=tuple(
            _entry(session, shown.mass_unit, moment(session.ended_at), longest=SHORT)
            for session in shown.entries
        )
        or (_("No older ones."),),
        small=_("Only you see this. `/legday undo` removes an entry."),
        rows=(
            *paging.turn("log.at", shown.page, shown.pages),
            *paging.pick("log.pick", sessions),
        ),
    )


def label(session: LegSession, local: datetime) -> str:
    """Return the line by which a session is chosen from a list; at most 100 characters."""
    parts = [short_moment(local), _(FOCUS[session.focus])]
    if session.effort is not None:
        parts.append(_("effort {effort}").format(effort=session.effort))
    if session.exercises:
        parts.append(listed(exercise(line.name) for line in session.exercises[:3]))
    return one_line(" · ".join(parts), limit=100)


def _facts(result: LoggedSession, now: datetime) -> str:
    session = result.session
    ended = near(session.ended_at, now=now, zone=zone_of(result.member))
    lines = [_entry(session, result.member.profile.mass_unit, ended)]
    if result.reading is not None:
        lines += _about_words(result.reading)
    open_ = [
        exercise(line.name)
        for line in session.exercises
        if line.sets is None and exercise_names.demand(line.name) is not Demand.UPPER
    ]
    if open_:
        lines.append(
            _(
                "No sets were said for {names}: the estimate takes {n} of each. **Edit** and say "
                "them like “squat 5x5” to be exact."
            ).format(names=listed(map(escape, dict.fromkeys(open_))), n=number(USUAL_SETS))
        )
    if result.new_pounds:
        lines.append(_("Pounds from now on? Weights without a unit are kilograms for you so far."))
    if result.now_pounds:
        lines.append(_("Weights without a unit are pounds from now on. `/profile` changes it."))
    if (session.effort or 0) >= HARDEST[0]:
        full = session.effort == HARDEST[1]
        effort = _("That was all out.") if full else _("That was nearly all out.")
        breaks = _("Longer breaks between hard sets let you do more of them.")
        lines.append(sentences(effort, breaks))
    return "\n".join(lines)


def _about_words(reading: Reading) -> list[str]:
    """Say which of the typed exercises were not read, guessed, left aside or are unknown."""
    lines = []
    if reading.unread:
        pieces = _quoted(reading.unread)
        lines.append(
            _(
                "I could not read {pieces}. What was it? Press **Edit** and say it like "
                "“squat 5x5 100kg @8”."
            ).format(pieces=pieces)
        )
    if reading.guesses:
        pieces = listed(
            _("“{typed}” as {taken}").format(typed=escape(guess.typed), taken=_(guess.taken))
            for guess in reading.guesses[:3]
        )
        lines.append(_("I took {pieces}. Press **Edit** if that is wrong.").format(pieces=pieces))
    if reading.aside:
        pieces = _quoted(reading.aside)
        lines.append(_("Left aside: {pieces}.").format(pieces=pieces))
    if unknown := exercise_names.unknown(reading.sets):
        names = _quoted(unknown)
        lines.append(_("I do not know {names}, so it counts like a squat.").format(names=names))
    return lines


def _quoted(typed: Sequence[str]) -> str:
    """The first things of a list as they were typed, in quotes."""
    return listed(quoted(escape(one_line(each, limit=40))) for each in typed[:3])


def _entry(session: LegSession, unit: MassUnit, ended: str, *, longest: int = LINES) -> str:
    facts = [f"**{_(FOCUS[session.focus])}**"]
    if session.effort is not None:
        facts.append(_("effort {effort} of 10").format(effort=session.effort))
    if session.minutes is not None:
        facts.append(_("{minutes} min").format(minutes=session.minutes))
    facts.append(ended)
    lines = [" · ".join(facts)]
    if session.exercises:
        written = done(session.exercises, unit)
        lines.append(escape(one_line(written, limit=longest)))
    if session.new_exercise:
        lines.append(_("With an exercise your legs were not used to."))
    if session.note:
        lines.append(f"> {escape(one_line(session.note, limit=min(longest // 2, 200)))}")
    return "\n".join(lines)


def running(result: LoggedSession, now: datetime) -> str:
    """Say when easy and hard running open."""
    lines = [
        _opening(_("Easy running"), result.answer.easy, result, now),
        _opening(_("Hard running"), result.answer.hard, result, now),
    ]
    return "\n".join(filter(None, lines)) or _(
        "Ask `/canirun` about running: something you reported comes first."
    )


def _opening(what: str, hours: tuple[int, int] | None, result: LoggedSession, now: datetime) -> str:
    if hours is None:
        return ""
    if hours[1] <= 0:
        return _("**{what}** is open now.").format(what=what)
    zone = zone_of(result.member)
    earliest, latest = (near(now + timedelta(hours=h), now=now, zone=zone) for h in hours)
    if hours[0] <= 0:
        return _("**{what}** opens by {latest}.").format(what=what, latest=latest)
    return _("**{what}** opens between {earliest} and {latest}.").format(
        what=what, earliest=earliest, latest=latest
    )


def _newness_select(session_id: int) -> Select:
    return Select(
        placeholder=_("How used to leg day were you?"),
        action=f"log.newness:{session_id}",
        options=options(NEWNESS),
    )
