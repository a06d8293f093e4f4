"""What members' own recurring reminders say: they know of no leg day, so neither do their words.

Three wordings each, sent in turn, and none is among a leg day's tips (``tips``): whatever order the
two come in, no text comes twice running. They claim no more than the advice catalogue does.
"""

from bot.domain.facts.kinds import OWN_KINDS
from bot.domain.facts.settings import Kind
from bot.texts.i18n import N_
from bot.texts.reminders import tips
from bot.texts.reminders.tips import Tip, spoken

HYDRATE = Tip(
    private=(
        N_("A glass of water, if you are thirsty. There is no number you have to reach."),
        N_("Is there something to drink within reach? Thirst tells you how much."),
        N_("Your water break: a few sips if you feel like it, and a refill for later."),
    ),
    open=tips.HYDRATE.open,
    caution=tips.HYDRATE.caution,
)

SLEEP = Tip(
    private=(
        N_("Time to let the day end: lights down, screens away. 7 h or more is a good night."),
        N_("Bedtime is near. What is left for today can mostly wait for tomorrow."),
        N_("You wanted to be told: an early night is the cheapest training aid there is."),
    ),
    open=tips.SLEEP.open,
)

FOAM_ROLL = Tip(
    private=(
        N_("The roller, as you asked: a minute or two where it feels stiff, gently."),
        N_("A short round on the foam roller? Breathe easily; it should not hurt."),
        N_("Rolling time, if you enjoy it. It may feel good; nothing is lost if you skip it."),
    ),
    open=tips.FOAM_ROLL.open,
    caution=tips.FOAM_ROLL.caution,
)

WALK = Tip(
    private=(
        N_("Out for a walk? 10–30 min at an easy pace is plenty."),
        N_("Your walk, as you planned it: easy, and as long as you like it."),
        N_("A few steps outside often feel good on stiff legs. Easy is fast enough."),
    ),
    open=(
        N_("Your walk reminder: off you go, if you like."),
        N_("A few minutes outside? You asked me to mention it."),
        N_("Time for the walk you planned."),
    ),
    caution=N_("Not with a limp or a hot swollen calf."),
)

STRETCH = Tip(
    private=(
        N_("Stretch a little, if it feels good. It is optional, and it cures no soreness."),
        N_("A few minutes of stretching, as you asked: slowly, and never into pain."),
        N_("Time to stretch, if you enjoy it. Your soreness tomorrow will not know of it."),
    ),
    open=(
        N_("Your stretching reminder, as you asked."),
        N_("A few minutes of stretching? Only if you enjoy it."),
        N_("Stretching time, if you like."),
    ),
    caution=N_("Not into sharp pain or a suspected strain."),
)

WARM_UP = Tip(
    private=(
        N_("Before you start: 5–10 min of brisk walking, easy jogging, leg swings."),
        N_("Training soon? Begin with ten easy minutes; you will feel readier."),
        N_("Warm up first, as you planned. If running has not eased after 10 min, walk home."),
    ),
    open=(
        N_("Your warm-up reminder: start gently."),
        N_("Ten easy minutes first, as you asked me to say."),
        N_("Warm-up time, before you begin."),
    ),
)

LEG_DAY = Tip(
    private=(
        N_("Leg day is on your plan today. `/canirun` knows how ready your legs are."),
        N_("Today is the leg day you planned. Warm up, and stop at sharp pain."),
        N_("Legs today? Afterwards `/legday log` tells you when running opens again."),
    ),
    open=(
        N_("Your training reminder: today is the day you planned."),
        N_("On your plan today, as you asked me to say: training."),
        N_("The training you planned is today."),
    ),
)

OWN_TIPS = spoken(
    "the words of members' own reminders",
    {
        Kind.HYDRATE: HYDRATE,
        Kind.SLEEP: SLEEP,
        Kind.FOAM_ROLL: FOAM_ROLL,
        Kind.WALK: WALK,
        Kind.STRETCH: STRETCH,
        Kind.WARM_UP: WARM_UP,
        Kind.LEG_DAY: LEG_DAY,
    },
    to_members=OWN_KINDS,
)
