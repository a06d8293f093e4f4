"""The forms of ``/legday``, filled with what is known."""

from collections.abc import Mapping
from datetime import datetime, tzinfo

from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import EFFORT, Focus, LegSession
from bot.domain.reading.exercises import notation
from bot.texts.card import Card, Field, Form, Input, Option, Select
from bot.texts.choices import choice, line
from bot.texts.i18n import N_, _
from bot.texts.times import typed

FOCUS = {
    Focus.LEGS: N_("Whole legs"),
    Focus.QUADS: N_("Quads"),
    Focus.HAMSTRINGS: N_("Hamstrings"),
    Focus.GLUTES: N_("Glutes"),
    Focus.CALVES: N_("Calves"),
    Focus.FULL_BODY: N_("Full body"),
}
LONGEST_LINES = 1_000  # characters of exercises in the form
UNSAID = "unsaid"  # an effort somebody cannot tell
NEW = {"no": N_("No"), "yes": N_("Yes, a new exercise")}
_EFFORTS = {5: N_("hard but fine"), 8: N_("very hard"), 10: N_("all out")}


def filled(session: LegSession, unit: MassUnit, zone: tzinfo | None) -> dict[str, str]:
    """Return a session as it would be typed into the form; its time only where a zone is known."""
    return {
        "effort": "" if session.effort is None else str(session.effort),
        "minutes": "" if session.minutes is None else str(session.minutes),
        "focus": session.focus.value,
        "exercises": notation(session.exercises, unit),
        "when": typed(session.ended_at, zone),
    }


def from_message(content: str, sent: datetime, zone: tzinfo | None) -> dict[str, str]:
    """Return what a message of the member's tells for the form: its lines, and its moment."""
    lines = ""
    for written in content.strip().splitlines():
        if len(lines) + len(written) >= LONGEST_LINES:
            break
        lines += f"{written}\n"
    return {"exercises": lines.strip(), "when": typed(sent, zone)}


def effort_question(focus: Focus) -> Card:
    """Ask how hard a leg day was of which nothing else was said; the choice logs it."""
    options = [
        Option(
            label=f"{effort} · {_(_EFFORTS[effort])}" if effort in _EFFORTS else str(effort),
            value=str(effort),
        )
        for effort in range(EFFORT[0], EFFORT[1] + 1)
    ]
    unsaid = Option(label=_("I can't say"), value=UNSAID)
    return Card(
        title=_("How hard was it?"),
        body=(_("The form was empty. One number is enough for a leg day that ended just now."),),
        small=_("Nothing is kept yet."),
        rows=(
            (
                Select(
                    placeholder=_("Effort of the session, 1-10"),
                    action=f"log.effort:{focus}",
                    options=(*options, unsaid),
                ),
            ),
        ),
    )


def log_form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form of five fields (Discord's limit), filled with what was typed before."""
    new = action.endswith(":new")
    when = (
        _("now · 2h ago · yesterday 18:30") if new else _("Leave empty to keep the time as it is")
    )
    return Form(
        title=_("Log leg day") if new else _("Edit leg day"),
        action=action,
        fields=(
            line(
                "effort",
                _("Effort of the session, 1-10"),
                value,
                description=_("5 = hard but fine, 8 = very hard, 10 = all out"),
                longest=20,
            ),
            line("minutes", _("Minutes, 5-300"), value, _("75 · 1h15"), longest=20),
            choice("focus", _("What it was"), FOCUS, {"focus": Focus.LEGS, **value}),
            Field(
                key="exercises",
                label=_("Exercises, if you like"),
                description=_("One a line, or with commas"),
                placeholder=_("squat 5x5 100kg @8\nrdl 3x8 80kg"),
                input=Input.PARAGRAPH,
                longest=LONGEST_LINES,
                value=value.get("exercises") or None,
            ),
            line("when", _("When it ended"), value, when),
        ),
    )


def details(session: LegSession) -> dict[str, str]:
    """Return a session's details as they would be put into their form."""
    return {"note": session.note, "new_exercise": "yes" if session.new_exercise else "no"}


def details_form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form for what the first one has no room for, filled with what is known."""
    return Form(
        title=_("Note & details"),
        action=action,
        fields=(
            Field(
                key="note",
                label=_("Note, for your eyes only"),
                input=Input.PARAGRAPH,
                longest=500,
                value=value.get("note") or None,
            ),
            choice(
                "new_exercise",
                _("Anything new for your legs?"),
                NEW,
                {"new_exercise": value.get("new_exercise") or "no"},
            ),
        ),
    )
