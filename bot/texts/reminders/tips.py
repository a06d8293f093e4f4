"""What each kind of reminder says, in several wordings.

The evidence and the sources are in the advice catalogue, in the entry with the kind's value as its
key; no wording here claims more, and where it fits the first one is the entry's own. The order of
the wordings is the order they are sent in, so the same one never comes twice running. Only marked
for translation here: whoever shows them says them with ``_``.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.domain.facts.kinds import PLAN_KINDS, POST_KINDS, TIP_KINDS
from bot.domain.facts.settings import Kind
from bot.domain.facts.tables import Incomplete, complete
from bot.texts.catalogue import care, comfort, everyday, legs
from bot.texts.i18n import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """One kind's words."""

    private: tuple[str, ...] = ()  # to the member alone
    open: tuple[str, ...] = ()  # to a channel, without a word about the body
    group: tuple[str, ...] = ()  # a server's post to everyone
    caution: str = ""  # the small print of the private one and of posts


def spoken(
    what: str,
    tips: Mapping[Kind, Tip],
    *,
    to_members: Collection[Kind],
    to_servers: Collection[Kind] = (),
) -> Mapping[Kind, Tip]:
    """Return the words if every kind that is sent has those for each place it may go to.

    Raises:
        Incomplete: some are missing.
    """
    complete(what, tips, {*to_members, *to_servers})
    for kind, tip in tips.items():
        if kind in to_members and not (tip.private and tip.open):
            raise Incomplete(f"{what} lacks those of {kind} by DM or in a channel")
        if kind in to_servers and not tip.group:
            raise Incomplete(f"{what} lacks those of {kind} as a server's post")
    return tips


def wording(wordings: tuple[str, ...], variant: int) -> str:
    """Return the wording of the ``variant``-th sending: never the same twice running."""
    return wordings[variant % len(wordings)]


HYDRATE = Tip(
    private=(
        everyday.HYDRATE.say,
        N_(
            "Put a bottle where you can see it and drink when you feel like it. "
            "Thirst is a good guide; more than that helps nobody."
        ),
        N_("Had something to drink since you finished? If you are thirsty, now is a good time."),
    ),
    open=(
        N_("Your water reminder: keep a bottle within reach."),
        N_("Water break, if you feel like one."),
        N_("Time to look at that bottle again."),
    ),
    group=(
        N_("Trained today? Drink to thirst, and keep water within reach."),
        N_("Bottles on the table: drink when you are thirsty, no need for more."),
        N_("A glass of water for everyone who wants one. Thirst is a good guide."),
    ),
    caution=N_("If you were told to limit fluids, follow your clinician."),
)

SLEEP = Tip(
    private=(
        everyday.SLEEP.say,
        N_(
            "Time to wind down. After short nights people perform about 7 % worse on average, "
            "so 7 h or more is worth protecting."
        ),
        N_("Whenever your main sleep is, give it 7 h or more. No gadget has better odds."),
    ),
    open=(
        N_("Your wind-down reminder: have a good night."),
        N_("Time to call it a day, as you asked me to say."),
        N_("The evening reminder you set: wind down when you can."),
    ),
    group=(
        N_("Time to wind down: 7 h or more is the recovery habit with the best odds."),
        N_("Good night, all. If you have 7 h left before the alarm, take them."),
        N_("The cheapest recovery there is starts now: whenever your main sleep is, give it 7 h."),
    ),
)

EARLY_NIGHT = N_("You run early tomorrow: lights out by {bed} gives you 8 hours.")

FOAM_ROLL = Tip(
    private=(
        comfort.FOAM_ROLL.say,
        N_(
            "A few quiet minutes on the roller? 1–2 min a muscle, never gritting your teeth. "
            "The effect on soreness is small; skip it if you do not enjoy it."
        ),
        N_(
            "If your legs feel stiff, 1–2 min of rolling each can take a little of the edge off. "
            "It is comfort, not repair; with your hands instead, a little lotion is pleasant."
        ),
    ),
    open=(
        N_("Your foam roller reminder, as you asked."),
        N_("Ten minutes with the foam roller? You asked me to mention it."),
        N_("The foam roller is waiting, if you like."),
    ),
    group=(
        N_(
            "Foam roller time: 1–2 min a muscle, at a pressure you can breathe through. "
            "Expect a bit less soreness, not faster legs."
        ),
        N_(
            "Anyone for a few minutes on the roller? The effect on soreness is small, and it is "
            "yours to skip."
        ),
        N_("Rollers out, if you enjoy it: gently, 1–2 min a muscle. It is comfort, not repair."),
    ),
    caution=N_(
        "Not over joints, wounds, hot or swollen spots, or a strain. "
        "With blood thinners or a clotting problem, ask your clinician first."
    ),
)

FIRST_TIMER = Tip(
    private=(
        legs.FIRST_TIMER.say,
        N_(
            "New work on the legs usually aches most one to three days later and fades within "
            "about a week; the next one will be milder. **If your urine turns the colour of tea, "
            "or a leg swells up or goes really weak, get medical help.**"
        ),
        N_(
            "Stairs may feel longer for 1–3 days; in about a week that is over, and your legs will "
            "take the next session better. **Get medical help for tea-coloured urine, big swelling "
            "or real weakness.**"
        ),
    ),
    open=(
        N_("There is something to know for the next days: `/canirun` tells you, privately."),
        N_("How is it going? `/canirun` answers you alone."),
        N_("A look at `/canirun` is worth it in the next days; only you see the answer."),
    ),
)

NEXT_SESSION = Tip(
    private=(
        N_(
            "Your legs should be ready for a hard run from about now. Next leg day: leave about 48 "
            "h, more if it was new or very hard."
        ),
        N_(
            "By my reckoning a hard run is open again from about now; how you feel outranks it. "
            "Between two leg days leave about 48 h, longer after new or very hard work."
        ),
        N_(
            "Hard running should be fine from about now. For the next leg day count about 48 h "
            "from the last one, more if that was new to you or all-out."
        ),
    ),
    open=(
        N_("The plan you logged is through; `/canirun` tells you, privately, what is open."),
        N_("Something has changed for you: `/canirun` has it, for your eyes only."),
        N_("Time to plan what is next? `/canirun` answers you alone."),
    ),
)

CHECKIN = Tip(
    private=(
        care.CHECKIN.say,
        N_("How are your legs, 0–10? And is it a muscle ache, or sharp or in a joint?"),
        N_("Time for two taps: how sore, 0–10, and what kind of pain, if there is any?"),
    ),
    open=(
        N_("Time for your check-in: `/checkin` asks you, for your eyes only."),
        N_("How is it going? `/checkin` takes two taps, and only you see them."),
        N_("Your check-in is due: `/checkin`, privately."),
    ),
)

WARM_UP = Tip(
    group=(
        N_(
            "Warm-up first: 5–10 min of brisk walking, easy jogging, leg swings. If it has not "
            "eased after 10 min of running, walk home."
        ),
        N_(
            "Ten easy minutes before lifting: in one small study, soreness two days later was "
            "about 13 of 100 points lower."
        ),
        N_("Start gently today: brisk walk, easy jog, leg swings, until you feel ready."),
    ),
)

TIPS = spoken(
    "the words of reminders",
    {
        Kind.HYDRATE: HYDRATE,
        Kind.SLEEP: SLEEP,
        Kind.FOAM_ROLL: FOAM_ROLL,
        Kind.FIRST_TIMER: FIRST_TIMER,
        Kind.NEXT_SESSION: NEXT_SESSION,
        Kind.CHECKIN: CHECKIN,
        Kind.WARM_UP: WARM_UP,
    },
    to_members=PLAN_KINDS,
    to_servers=[kind for kind in POST_KINDS if kind in TIP_KINDS],
)
