"""The words of answers to what is asked about the bot: where it is done, in a sentence or two."""

from typing import Final

from bot.texts.card import Button, Card, Row, Style
from bot.texts.i18n import N_, _
from bot.texts.talk import help_card

HELP, CHECKIN = "help", "checkin"
ABOUT: Final = {
    "remind": (
        N_("A reminder of your own"),
        N_(
            "`/reminders add`: what about, the time of day, and on which days. For foam rolling, "
            "water, stretching, a walk, leg day and more."
        ),
    ),
    "pause": (
        N_("A pause"),
        N_("`/reminders pause` holds your reminders, `/plan pause` your week, as long as you say."),
    ),
    "reminders": (
        N_("Your reminders"),
        N_("`/reminders show` tells what comes; `/reminders set` changes when and where."),
    ),
    "delete": (
        N_("Delete your data"),
        N_("`/mydata delete` deletes all that I hold on you. It asks once more before it does."),
    ),
    "kept": (
        N_("What I hold on you"),
        N_("`/mydata show` lists it, and for how long. Only you see what you log."),
    ),
    "export": (
        N_("Your data as a file"),
        N_("`/mydata export` brings all of it, `/mydata calendar` your week for a calendar."),
    ),
    "import": (
        N_("Bring your history"),
        N_(
            "`/mydata import` reads exports of Strong, Hevy, FitNotes, Garmin, Strava and more. By "
            "DM you can send me the file itself."
        ),
    ),
    "zone": (N_("Your time zone"), N_("Press the button and name a city near you.")),
    "quiet": (
        N_("Bedtime & quiet hours"),
        N_("Press the button. In a server, `/config quiet-hours` sets those of its posts."),
    ),
    "language": (
        N_("Language"),
        N_("I speak the language of your Discord; `/profile` → *Language* chooses another."),
    ),
    "units": (N_("Units"), N_("`/profile` chooses kilograms or pounds, kilometres or miles.")),
    "settings": (
        N_("Settings"),
        N_(
            "`/profile`: time zone, units, quiet hours, language. `/reminders set`: which "
            "reminders come, when and where."
        ),
    ),
    "fix": (
        N_("Something to correct?"),
        N_(
            "`/legday undo` and `/run undo` take the last entry back, `/legday edit` and "
            "`/run edit` change any."
        ),
    ),
    "logged": (
        N_("What you logged"),
        N_("`/legday history` and `/run history` list it, `/legday stats` has weeks and streak."),
    ),
    "week": (
        N_("Your week"),
        N_("`/plan week` shows it and what clashes, `/plan add` puts a leg day or a run into it."),
    ),
    "group": (
        N_("Who trains?"),
        N_(
            "In a server, `/group rollcall` asks “leg day today?”, `/group buddies` who is up for "
            "an easy run, and `/group board` shows who keeps their plan."
        ),
    ),
    "press": (
        N_("Press a button, please"),
        N_("I save and change nothing by a yes or no: the buttons are under my messages."),
    ),
    "chat": (
        N_("Any time"),
        N_("Ask me “can I run today?”, or tell me what you trained."),
    ),
    "checkin": (
        N_("How do your legs feel?"),
        N_("Say it like “quads 6/10”, or press *Check in*."),
    ),
    "run_length": (
        N_("How long or how far was that run?"),
        N_("Say it like “ran 5k in 31 min”, or press the button."),
    ),
    "sport": (
        N_("That is not for me to judge"),
        N_("I know running, leg day, bike rides, hikes, ski days, matches and classes."),
    ),
}  # fmt: skip
BUTTONS: Final = {
    "zone": (N_("Set time zone"), "zone"),
    "quiet": (N_("Bedtime & quiet hours"), "profile.times"),
    "chat": (N_("Can I run?"), "run.again:"),
    "checkin": (N_("Check in"), "talk.form:checkin"),
    "run_length": (N_("Log a run"), "talk.form:run"),
}


def card(topic: str) -> Card:
    """Return the answer of a topic's name."""
    if topic == HELP:
        return help_card()
    title, body = ABOUT[topic]
    rows: tuple[Row, ...] = ()
    if topic in BUTTONS:
        label, action = BUTTONS[topic]
        rows = ((Button(label=_(label), action=action, style=Style.MAIN),),)
    return Card(title=_(title), body=(_(body),), rows=rows)
