"""The words of answers to what members write in their own words."""

from bot.domain.talk.sentence import Intent, Sentence
from bot.texts.card import Button, Card, Row, Style, Tone
from bot.texts.i18n import N_, _

MOST_OFFERED = 3
READ_BACK = {
    Intent.LEGS: N_("Log this leg day?"),
    Intent.RUN: N_("Log this run?"),
    Intent.CHECKIN: N_("Note this check-in?"),
}
OTHER_SPORT = N_("Log this?")
OFFERS = {
    Intent.ASK: (N_("Can I run?"), "run.again:"),
    Intent.LEGS: (N_("Log a leg day"), "talk.form:legs"),
    Intent.RUN: (N_("Log a run"), "talk.form:run"),
    Intent.CHECKIN: (N_("Check in"), "talk.form:checkin"),
    Intent.STOP: (N_("Stop all reminders"), "own.stop"),
}
USUAL = (Intent.ASK, Intent.LEGS, Intent.RUN)


def pointer(action: str) -> Card:
    """Return what stands in a server in the place of an answer: a button for its asker."""
    return Card(
        title=_("For your eyes only"),
        rows=((Button(label=_("Show me"), action=action, style=Style.MAIN),),),
    )


def read_back(said: Sentence, facts: str, token: int) -> Card:
    """Show what would be kept of a sentence; nothing is, before a press."""
    return Card(
        title=_(READ_BACK[said.intent] if said.activity is None else OTHER_SPORT),
        body=(facts,),
        small=_("Nothing is saved before you press Save."),
        rows=(
            (
                Button(label=_("Save"), action=f"talk.save:{token}", style=Style.GOOD),
                Button(label=_("Change"), action=f"talk.change:{token}"),
                Button(label=_("No"), action=f"talk.no:{token}"),
            ),
        ),
    )


def not_saved() -> Card:
    """Confirm that nothing of a sentence is kept."""
    return Card(title=_("Not saved"), body=(_("Nothing of it was kept."),))


def did_you_mean(could: tuple[Intent, ...]) -> Card:
    """Ask what a sentence was about; it was not understood as a whole."""
    if could == (Intent.STOP,):
        return _which_reminders()
    one = len(could) == 1
    two_logs = could[:2] == (Intent.LEGS, Intent.RUN)
    return Card(
        title=_("Did you mean this?") if one else _("Did you mean one of these?"),
        body=(
            _(
                "I did not understand all of that, and I do not guess. Say it like “can I run "
                "tomorrow 7am?”, “leg day done, squats 5x5 100kg, 8/10” or “ran 5k in 31 min”."
            ),
            _("A leg day and a run go in a message each.") if two_logs else "",
        ),
        tone=Tone.CAUTION,
        rows=(_offers(could or USUAL),),
    )


def _which_reminders() -> Card:
    return Card(
        title=_("Stop which reminders?"),
        body=(_("One kind only: press *Stop* under such a reminder, then *Only this kind*."),),
        rows=(_offers((Intent.STOP,)),),
    )


def help_card() -> Card:
    """Say what can be written, with a button for each."""
    return Card(
        title=_("Write to me in your own words"),
        body=(
            "\n".join(
                (
                    _("- “can I run tomorrow 7am? legs 4/10, slept 6h”"),
                    _("- “leg day done, squats 5x5 100kg, 8/10, 1h ago”"),
                    _("- “ran 5k in 31 min”, “quads 6/10”"),
                )
            ),
            _("In reply to a reminder: “done”, “snooze 2h” or “stop”."),
            _("By DM you can also send me a file: an export of another app. More: `/help`."),
        ),
        small=_("I see your words only where you write to me, and keep none of them."),
        rows=(_offers(USUAL),),
    )


def files_elsewhere() -> Card:
    """Say how a file that was sent in a server is brought in: there, others see it."""
    return Card(
        title=_("A file of your training?"),
        body=(
            _(
                "Send it to me by DM, use `/mydata import`, or choose *Apps → Import this file* on "
                "your message here."
            ),
        ),
    )


def _offers(could: tuple[Intent, ...]) -> Row:
    return tuple(
        Button(label=_(label), action=action)
        for label, action in (OFFERS[intent] for intent in could[:MOST_OFFERED])
    )
