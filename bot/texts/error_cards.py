"""What is told when something went wrong: what a member can mend, and what they cannot."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.facts import plain_text
from bot.domain.facts.errors import LegdayError, NeedsZone
from bot.domain.facts.settings import HOLD
from bot.domain.facts.training import RunKind
from bot.domain.reading.plan_words import TriedPiece
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.commands import OPTIONS, with_options
from bot.texts.dms import resume
from bot.texts.errors import WORDS
from bot.texts.i18n import N_, _, pgettext
from bot.texts.kinds import RUNS, kind
from bot.texts.times import days, moment
from bot.texts.wording import begun, number

LONGEST = 300  # characters of what was typed: a refusal repeats no more
FIELDS = {"longest run": N_("longest run"), "runs a week": N_("runs a week")}  # of forms
UNITS = {"distance": N_("{n} km"), "descent": N_("{n} m")}  # of limits, and of what was read
RESUME_MENDS = frozenset({"reminders_off", "reminders_paused", "nothing_to_pause"})
WEEK_MENDS = frozenset({"plan_changed", "plan_item_gone", "what_if_not_planned"})
TOLD = (datetime, time, int, float)  # what can be told of a reading
SETUP_MENDS = frozenset({"server_zone_missing", "post_needs_channel"})  # for admins' eyes only


def card(error: LegdayError, *, manages: bool = False) -> Card:
    """Return the message for something the member can mend, or who manages the server."""
    rows: tuple[Row, ...] = ()
    if isinstance(error, NeedsZone) or error.key == "zone_unknown":
        button = Button(label=_("Set time zone"), action="zone", style=Style.MAIN)
        rows = ((button,),)
    elif error.key in SETUP_MENDS:
        rows = ((Button(label=_("Set up"), action="config.panel", style=Style.MAIN),),)
    elif error.key == "group_off" and manages:
        rows = ((Button(label=_("Turn group life on"), action="config.group:on"),),)
    elif error.key in WEEK_MENDS:
        rows = ((Button(label=_("Your week"), action="plan.look::", style=Style.MAIN),),)
    elif error.key in RESUME_MENDS:
        rows = ((resume(),),)
    return Card(title=_("That did not work"), body=(sentence(error),), tone=Tone.CAUTION, rows=rows)


def zone_first(needs: NeedsZone, action: str) -> Card:
    """Return the question for the zone that what was asked for waits for."""
    button = Button(label=_("Set time zone"), action=action, style=Style.MAIN)
    asks = Card(title=_("Your time zone"), body=(sentence(needs),), rows=((button,),))
    return _waiting(asks)


def set_up_first(error: LegdayError) -> Card:
    """Return the refusal of what a server's set-up has to come before, and then goes on."""
    return _waiting(card(error))


def _waiting(shown: Card) -> Card:
    waits = _("Then what you asked for goes on by itself; it waits {minutes} minutes.")
    return replace(shown, small=waits.format(minutes=HOLD // timedelta(minutes=1)))


def with_form_again(error: LegdayError, action: str) -> Card:
    """Return the message with a button back to the form, filled as it was typed."""
    again = Button(label=_("Open the form again"), action=action, style=Style.MAIN)
    said = card(error)
    return replace(said, rows=((again,), *said.rows))


def sentence(error: LegdayError) -> str:
    """Return the error's text with its values; members' text is escaped."""
    values = {name: _shown(value) for name, value in error.values.items()}
    if error.key == "out_of_range" and (unit := UNITS.get(values["field"])) is not None:
        values |= {each: _(unit).format(n=values[each]) for each in ("low", "high", "value")}
    if "field" in values:
        values["field"] = _field(values["field"])
    said = with_options(_(WORDS[_words_of(error)]))
    return begun(said.format(race=_(RUNS[RunKind.RACE]), **values))


def _words_of(error: LegdayError) -> str:
    """Return the key of an error's text: of two readings, only moments and numbers are told."""
    told = {name: value for name, value in error.values.items() if name != "text"}
    if error.key == "two_readings" and not all(isinstance(value, TOLD) for value in told.values()):
        return "two_readings_untold"
    return error.key


def _field(name: str) -> str:
    """Return the name of an option, as the reader's Discord shows it, or of a form's field."""
    return pgettext("option", name) if name in OPTIONS else _(FIELDS.get(name, name))


def outdated() -> Card:
    """Return the message for a command that Discord still shows in an older form."""
    return Card(
        title=_("That did not work"),
        body=(
            _(
                "Discord still shows an older form of this command. "
                "Restart Discord or wait a minute, then try again."
            ),
        ),
        tone=Tone.CAUTION,
    )


def fault(reference: str) -> Card:
    """Return the message for an internal error, with the reference that is logged."""
    return Card(
        title=_("Something broke on our side"),
        body=(
            _(
                "It is not your doing, and it has been noted. Try again in a minute; if it happens "
                "again, give whoever runs this bot the reference `{reference}`."
            ).format(reference=reference),
        ),
        tone=Tone.CAUTION,
    )


def answer_lost(reference: str) -> Card:
    """Return the message for a change that was saved although its answer failed."""
    return Card(
        title=_("It is done; only the answer was lost"),
        body=(
            _(
                "What you sent took effect, so **do not send it again**. Only the message that "
                "confirms it went wrong. If that happens again, give whoever runs this bot the "
                "reference `{reference}`."
            ).format(reference=reference),
        ),
        tone=Tone.CAUTION,
    )


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        return number(value)
    if isinstance(value, TriedPiece):
        return f"{kind(value.run)} {days(value.days)}"
    text = str(value)
    return plain_text.escape(
        plain_text.one_line(text, limit=LONGEST) if len(text) > LONGEST else text
    )
