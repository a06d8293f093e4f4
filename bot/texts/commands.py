"""Descriptions of commands and their options, as Discord shows them while typing.

At most 100 characters each; a test holds them to it.
"""

import re

from bot.texts.i18n import N_, PN_, pgettext

LEGDAY = N_("Log leg day and look after your entries")
LOG_THIS = N_("Log as leg day")  # in the Apps menu of a message
LEGDAY_LOG = N_("Log a leg day: one line, or no options at all for a form")
LEGDAY_EFFORT = N_("How hard the whole session was, 1-10 (10 = all out)")
LEGDAY_MINUTES = N_("How long it took, 5-300 minutes")
LEGDAY_FOCUS = N_("What it trained (whole legs if you leave this out)")
LEGDAY_EXERCISES = N_("What you did, like: squat 5x5 100kg @8, rdl 3x8 80")
LEGDAY_SORENESS = N_("How sore your legs are right now, 0-10")
LEGDAY_NEW_EXERCISE = N_("Was there an exercise your legs were not used to?")
LEGDAY_WHEN = N_(
    "When it ended, like: 2h ago, yesterday 18:30, mon 7pm (now if you leave this out)"
)
LEGDAY_NOTE = N_("A note for your eyes only")
LEGDAY_HISTORY = N_("Page through your leg days")
LEGDAY_STATS = N_("Your weeks at a glance: leg days, runs, rest kept, load, soreness")
LEGDAY_EDIT = N_("Change one of your leg days; its reminders follow")
LEGDAY_UNDO = N_("Remove one of your leg days and its reminders")
LEGDAY_ENTRY = N_("One of your own leg days")

START = N_("Two minutes to your first answer and your first reminder")

CANIRUN = N_("Can I run today? A verdict with its reasons; no option is needed")
CANIRUN_RUN = N_("The run you have in mind")
CANIRUN_MINUTES = N_("How long you would run, in minutes")
CANIRUN_WHEN = N_("When you would run, like: tomorrow 7am, in 5 hours (now if you leave this out)")
CANIRUN_SORENESS = N_("How sore your legs are now, 0-10")
CANIRUN_PAIN = N_("What kind of pain, if there is any")
CANIRUN_SLEEP = N_("Hours you slept last night")
CANIRUN_ILL = N_("Are you ill?")
CANIRUN_ALCOHOL = N_("Drinks in the last 24 hours")
CANIRUN_HOT = N_("Is it 32 °C / 90 °F or more where you run?")
CANIRUN_LEGS = N_("When your next leg day is, before that run, like: thu 18:00")
CANIRUN_ABOUT = N_("What you want to know (a run, if you leave this out)")
CANIRUN_DISTANCE = N_("How far a race is, like: 10k, half marathon, 5k in 25:30")
CANIRUN_MATTERS = N_("How much a race matters (a real race, if you leave this out)")

RUN = N_("Log runs and look after your entries")
RUN_LOG = N_("Log a run, ride, hike, match …: one line, or no options at all for a form")
RUN_KIND = N_("What it was (an easy run if you leave this out)")
RUN_MINUTES = N_("How long it took, 1-1440 minutes")
RUN_DISTANCE = N_("How far, like: 5k, 3.1 mi, half marathon")
RUN_EFFORT = N_("How hard the whole run was, 1-10 (3 = you could chat, 10 = all out)")
RUN_FELT = N_("How your legs felt")
RUN_WHEN = N_("When it ended, like: 2h ago, yesterday 18:30 (now if you leave this out)")
RUN_DESCENT = N_("Of a hike or ski day: how far down, like 900 m or 3000 ft")
RUN_HISTORY = N_("Page through your runs")
RUN_EDIT = N_("Change one of your runs")
RUN_UNDO = N_("Remove one of your runs")
RUN_ENTRY = N_("One of your own runs")

CHECKIN = N_("How your legs feel: soreness and where, pain, sleep")

CONFIG = N_("Set Legday up on this server")
CONFIG_SETUP = N_("A panel: channel, time zone, quiet hours, what is on")
CONFIG_SHOW = N_("Settings, the posts due in the next 24 hours, and what would break them")
CONFIG_QUIET_HOURS = N_("The hours in which no group post comes")
CONFIG_QUIET_START = N_("When they begin, like: 22:00 or 10pm")
CONFIG_QUIET_END = N_("When they end, like: 8:00 (the same time as the start: no quiet hours)")
CONFIG_RESET = N_("Delete this server's settings and posts; members keep what is theirs")
CONFIG_POST = N_("Scheduled posts for the group")
CONFIG_POST_ADD = N_("Plan a post: what, when, where")
CONFIG_POST_LIST = N_("This server's posts, by time of day")
CONFIG_POST_EDIT = N_("Change a post; say only what changes")
CONFIG_POST_PAUSE = N_("Pause a post until it is resumed")
CONFIG_POST_RESUME = N_("Let a paused or stopped post run again")
CONFIG_POST_REMOVE = N_("Remove a post")
CONFIG_POST_ENTRY = N_("One of this server's posts")
CONFIG_POST_KIND = N_("What it says")
CONFIG_POST_TIME = N_("The clock time in this server's time zone, like: 18:30 or 7pm")
CONFIG_POST_DAYS = N_("The days, like: mon, wed, fri or weekdays (every day if you leave this out)")
CONFIG_POST_CHANNEL = N_("Where (the server's channel if you leave this out)")
CONFIG_POST_ROLE = N_("A role to ping")
CONFIG_POST_TEXT = N_(
    "Your own words: up to 1,000 characters with “Your own text”, up to 200 with “Roll call”"
)
CONFIG_GROUP = N_("A panel: whether there is group life here, and who may ask")

REMINDERS = N_("Your own recovery reminders: what comes, when and where")
REMINDERS_SHOW = N_("What is planned, and what became of the last ones")
REMINDERS_SET = N_(
    "Ask for a kind of reminder, and say when and where it comes; say only what changes"
)
REMINDERS_KIND = N_("Which kind (all of them if you leave this out)")
REMINDERS_ALL_KINDS = N_("All of them")
REMINDERS_TIME = N_("The clock time you would like, like: 18:30 or 7pm (any: no wish)")
REMINDERS_DAYS = N_("On which days, like: mon, wed, fri or weekdays or every day")
REMINDERS_WHERE = N_("Where it comes")
REMINDERS_ADD = N_("Add a reminder of your own that comes again and again")
REMINDERS_OWN_KIND = N_("What it is about")
REMINDERS_OWN_TIME = N_("The clock time, like: 18:30 or 7pm")
REMINDERS_OWN_DAYS = N_(
    "On which days, like: mon, wed, fri or weekdays (every day if you leave this out)"
)
REMINDERS_OWN_UNTIL = N_("Its last day, like: friday, 24 dec, 3 weeks (no end without)")
REMINDERS_OWN_WHERE = N_("Where it comes (by DM if you leave this out)")
REMINDERS_EDIT = N_("Change one of your own recurring reminders; say only what changes")
REMINDERS_EDIT_DAYS = N_("On which days, like: mon, wed, fri or weekdays or every day")
REMINDERS_EDIT_UNTIL = N_("Its last day, like: friday, 24 dec, 3 weeks (never: no end)")
REMINDERS_EDIT_WHERE = N_("Where it comes")
REMINDERS_REMOVE = N_("Remove one of your own recurring reminders")
REMINDERS_ENTRY = N_("One of your own recurring reminders")
REMINDERS_PAUSE = N_("Pause all your reminders; they come again by themselves or when you resume")
REMINDERS_UNTIL = N_("How long or until when, like: 3 days, monday 8am (open-ended without)")
REMINDERS_RESUME = N_("Turn your reminders on, or end a pause")
REMINDERS_STOP = N_("End all your reminders in one go")

PLAN = N_("Your week: leg days against runs")
PLAN_LEGS = N_("leg day")
PLAN_WEEK = N_("Your week with what clashes and why, and the best days for legs")
PLAN_WHAT_IF = N_("Try it out, like: legs tue 18:00, no legs fri, intervals thu (nothing is saved)")
PLAN_NEXT = N_("The seven days after the next seven")
PLAN_ADD = N_("Put a leg day or a run into your week")
PLAN_WHAT = N_("A leg day or the kind of run")
PLAN_DAYS = N_("On which days, like: tue, fri")
PLAN_TIME = N_("When it starts, like: 18:00 or 7pm")
PLAN_MINUTES = N_("How long, 5-300 (60 for legs, 40 for a run if you leave this out)")
PLAN_EFFORT = N_("How hard the leg day is (ordinary if you leave this out)")
PLAN_ONCE = N_("Only the next such day")
PLAN_REMOVE = N_("Take something out of your week")
PLAN_PAUSE = N_("Pause your plan; no reason needed, and your streak waits")
PLAN_UNTIL = N_("How long or until when, like: 3 weeks, friday, since monday (open-ended without)")
PLAN_RESUME = N_("Go on with your plan")
PLAN_ENTRY = N_("What you have planned")

PROFILE = N_("Time zone, units, quiet hours and what makes answers fit you")

GROUP = N_("Life in this server's group: roll calls under your own name")
GROUP_JOIN = N_("Take part here under your name; you see first what others will see")
GROUP_LEAVE = N_("Leave at once: your name goes from all that is open here")
GROUP_ROLLCALL = N_("Ask this channel: leg day today? In, done or resting")
GROUP_BOARD = N_("Who keeps their plan here; only who wants to be on it")
GROUP_BUDDIES = N_(
    "Who is up for an easy run? Everybody is asked in the same words, without reasons"
)
GROUP_WHEN = N_("When, like: tomorrow 7am, in 5 hours (today 18:00 if you leave this out)")
GROUP_TEXT = N_("What you ask, like: leg night at 19:00 (leg day today? if you leave this out)")

MYDATA = N_("What the bot holds on you: see it, take it, delete it")
MYDATA_SHOW = N_("What is held on you, and for how long")
MYDATA_EXPORT = N_("Everything held on you, as a file for your eyes only")
MYDATA_CALENDAR = N_(
    "Your reminders, your week and when running opens, as a file for your calendar"
)
MYDATA_DELETE = N_("Delete everything held on you, at once")
IMPORT_THIS = N_("Import this file")  # in the Apps menu of a message
MYDATA_IMPORT = N_("Bring your history from Strong, Hevy, FitNotes, Garmin, Strava, GPX, FIT …")
MYDATA_IMPORT_FILE = N_("The export of the other app: CSV, GPX, TCX, FIT, or a ZIP of them")

LEARN = N_("What is known about legs, running and recovery, how well, and from whom")
LEARN_TOPIC = N_("A topic or a word for it, like: foam roller, sleep, ice (all of them without)")

HELP = N_("What this bot does and how to begin")

# The names of options, as Discord shows them while typing: small letters, figures, - and _.
OPTIONS = frozenset(
    {
        PN_("option", "about"),
        PN_("option", "alcohol"),
        PN_("option", "channel"),
        PN_("option", "days"),
        PN_("option", "descent"),
        PN_("option", "distance"),
        PN_("option", "effort"),
        PN_("option", "end"),
        PN_("option", "entry"),
        PN_("option", "exercises"),
        PN_("option", "felt"),
        PN_("option", "file"),
        PN_("option", "focus"),
        PN_("option", "hot"),
        PN_("option", "ill"),
        PN_("option", "kind"),
        PN_("option", "legs"),
        PN_("option", "matters"),
        PN_("option", "minutes"),
        PN_("option", "new_exercise"),
        PN_("option", "next"),
        PN_("option", "note"),
        PN_("option", "once"),
        PN_("option", "pain"),
        PN_("option", "role"),
        PN_("option", "run"),
        PN_("option", "sleep"),
        PN_("option", "soreness"),
        PN_("option", "start"),
        PN_("option", "text"),
        PN_("option", "time"),
        PN_("option", "topic"),
        PN_("option", "until"),
        PN_("option", "what"),
        PN_("option", "what_if"),
        PN_("option", "when"),
        PN_("option", "where"),
    }
)
_QUOTED = re.compile(r"`[^`]+`")
_OPTION = re.compile(r"(?<=`)[a-z_]+(?=`)|(?<= )[a-z_]+(?=:)")


def with_options(text: str) -> str:
    """Return a text with the options it quotes named as the reader's Discord names them."""
    return _QUOTED.sub(lambda quoted: _OPTION.sub(_named, quoted[0]), text)


def _named(option: re.Match[str]) -> str:
    return pgettext("option", option[0]) if option[0] in OPTIONS else option[0]
