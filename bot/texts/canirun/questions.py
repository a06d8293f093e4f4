"""The questions an answer asks back, and the controls under it.

Each question is told by a letter of ``bot.domain.decisions.answer_token``; its select carries
everything told so far.
"""

from collections.abc import Iterator
from functools import cache

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import Feel, Ran, code
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.training import PainType, Region
from bot.domain.recovery.question import Ask
from bot.texts.canirun.topics import topic_of
from bot.texts.card import Button, Card, Option, Row, Select, Style
from bot.texts.catalogue import ENTRIES
from bot.texts.i18n import N_, _, language
from bot.texts.languages import Language

SORE = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")
SORE_WORDS = {
    "0": N_("none"),
    "2": N_("a little"),
    "4": N_("stairs remind me"),
    "6": N_("stairs are hard"),
    "8": N_("hard to walk"),
    "10": N_("the worst there is"),
}

REGIONS = {
    Region.QUADS: N_("Front of the thighs"),
    Region.HAMSTRINGS: N_("Back of the thighs"),
    Region.GLUTES: N_("Glutes"),
    Region.CALVES: N_("Calves"),
    Region.ADDUCTORS: N_("Inner thighs"),
    Region.HIPS: N_("Hips"),
    Region.GROIN: N_("Groin"),
    Region.KNEE: N_("Knee"),
    Region.SHIN: N_("Shin"),
    Region.ACHILLES: N_("Achilles tendon"),
    Region.ANKLE: N_("Ankle"),
    Region.FOOT: N_("Foot"),
}

# Question -> the letter it is told by (bot.domain.decisions.answer_token), its words, and what can
# be said: of a span the careful end is taken.
QUESTIONS: dict[Ask | None, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    Ask.SORENESS: ("s", N_("How sore are your legs, 0-10?"), ()),
    Ask.HOURS_SINCE_LEGS: (
        "l",
        N_("How long since your last leg day?"),
        (
            ("1", N_("Less than 6 hours")),
            ("6", N_("6-12 hours")),
            ("12", N_("12-24 hours")),
            ("24", N_("24-36 hours")),
            ("36", N_("36-48 hours")),
            ("48", N_("2-3 days")),
            ("72", N_("3-5 days")),
            ("120", N_("5-10 days")),
            ("9999", N_("More than 10 days, or I don't lift")),
        ),
    ),
    Ask.PAIN_TYPE: (
        "p",
        N_("What does it feel like?"),
        (
            (str(code(PainType.MUSCLE_ACHE)), N_("A dull muscle ache on both sides")),
            (str(code(PainType.SHARP)), N_("Sharp")),
            (str(code(PainType.JOINT)), N_("In a joint")),
            (str(code(PainType.TENDON)), N_("In a tendon")),
            (str(code(PainType.BONE)), N_("On a bone, in one spot")),
        ),
    ),
    Ask.SLEEP: (
        "z",
        N_("How long did you sleep last night?"),
        (
            ("3", N_("Less than 4 hours")),
            ("4.5", N_("4-5 hours")),
            ("5.5", N_("5-6 hours")),
            ("6.5", N_("6-7 hours")),
            ("7.5", N_("7 hours or more")),
        ),
    ),
    Ask.RUNS: (
        "n",
        N_("Have you run in the last three days?"),
        (
            (str(code(Ran.NONE)), N_("No")),
            (str(code(Ran.EASY)), N_("Yes, easy or short")),
            (str(code(Ran.HARD)), N_("Yes, hard or long")),
        ),
    ),
    Ask.REGION: (
        "g",
        N_("Where are you sore?"),
        tuple((str(code(region)), words) for region, words in REGIONS.items()),
    ),
    Ask.DANGER_SIGNS: (
        "d",
        N_("Dark urine, big swelling or real weakness?"),
        (("1", N_("None of these")), ("0", N_("One of these, or I am not sure"))),
    ),
}

# What was told and cannot be: title and words of the question back.
UNCLEAR = {
    Ask.HOURS_SINCE_LEGS: (
        N_("When did that leg day end?"),
        N_("A leg day counts from its end, so it has to be over. Tell me when that was."),
    ),
    Ask.SORENESS: (
        N_("How sore is that, 0-10?"),
        N_("That soreness is not on the scale: 0 is none, 10 the worst there is."),
    ),
    Ask.RUNS: (
        N_("When did that run end?"),
        N_("A run counts from its end, so it has to be over. Tell me when that was."),
    ),
    Ask.ALCOHOL: (
        N_("When was the last drink?"),
        N_("What was drunk counts from then, so it cannot lie ahead."),
    ),
    Ask.PAINKILLER: (
        N_("When was the painkiller taken?"),
        N_("What it hides counts from then, so it cannot lie ahead."),
    ),
}


def controls(shown: Shown, *, picture: bool = False) -> Iterator[Row]:
    """The question that would help most, what is behind *Why?* if unfolded, then the answer's own.

    Without a verdict there are two questions; the danger question stands elsewhere (``danger``).
    """
    packed = shown.told.packed()
    asked = shown.answer.ask
    if asked in QUESTIONS and asked is not Ask.DANGER_SIGNS:
        yield (_select(asked, packed),)
    if shown.answer.clearance is None:
        if asked is Ask.HOURS_SINCE_LEGS and shown.told.soreness is None:
            yield (_select(Ask.SORENESS, packed),)
        begins = asked is Ask.HOURS_SINCE_LEGS and not shown.kept
        start = Button(label=_("Start"), action="start", style=Style.MAIN)
        yield (start, wrong(packed)) if begins else (wrong(packed),)
        return
    if shown.counts_plan:
        label = _("Without the planned leg day")
        yield (Button(label=label, action=f"run.again:{packed}{UNPLANNED}"),)
    if shown.told.is_unfolded:
        yield _unfolded(shown, packed, picture=picture)
    yield _own(shown, packed)


def danger(shown: Shown) -> Row:
    """Return the answers to the danger question, which stand right under it."""
    packed = shown.told.packed()
    return (
        Button(label=_("One of these"), action=f"run.wrong:{packed}", style=Style.DANGER),
        Button(label=_("None of these"), action=f"run.none:{packed}"),
    )


def _own(shown: Shown, packed: str) -> Row:
    """What goes with every answer: something feels wrong, why, share.

    The danger question leads to what feels wrong already.
    """
    told = shown.told
    buttons = [] if shown.answer.ask is Ask.DANGER_SIGNS else [wrong(packed)]
    asked = shown.answer.ask in {Ask.STOP_SIGN_GONE, Ask.PAIN_GONE, Ask.ILLNESS_GONE}
    if asked or (shown.kept and shown.held):
        buttons.append(Button(label=_("That has passed"), action=f"run.passed:{packed}"))
    label, other = _("Why?"), f"{packed}{UNFOLD}"
    if told.is_unfolded:
        label, other = _("Hide why"), told._replace(why=None, picture=None).packed()
    buttons.append(Button(label=label, action=f"run.why:{other}"))
    label = _("Shared") if shown.shared else _("Share")
    action = f"run.share:{packed}"
    buttons.append(Button(label=label, action=action, disabled=shown.shared, server_only=True))
    if not shown.kept and (told.legs_hours is not None or told.report(shown.now) is not None):
        buttons.append(Button(label=_("Keep this"), action=f"run.keep:{packed}"))
    return tuple(buttons)


def _unfolded(shown: Shown, packed: str, *, picture: bool) -> Row:
    """What stands behind *Why?*: how it feels against that, the picture, the topic to read."""
    buttons = [
        Button(label=_(words), action=f"run.feel:{feel}:{packed}", disabled=feel is shown.told.feel)
        for feel, words in FEELS.items()
    ]
    if picture:
        other = shown.told._replace(why=True, picture=None if shown.told.picture else True)
        label = _("Hide picture") if shown.told.picture else _("Picture")
        buttons.append(Button(label=label, action=f"run.picture:{other.packed()}"))
    topic = topic_of(shown)
    label = _("Learn: {topic}").format(topic=_(ENTRIES[topic].title))
    buttons.append(Button(label=label, action=f"run.learn:{topic}:{packed}"))
    return tuple(buttons)


def wrong(packed: str = "") -> Button:
    """Return the button to danger signs, with an answer's token where it stands under one."""
    return Button(
        label=_("Something feels wrong"), action=f"run.wrong:{packed}", style=Style.DANGER
    )


FEELS = {Feel.BETTER: N_("Feels better"), Feel.WORSE: N_("Feels worse")}
UNFOLD, UNPLANNED = "y1", "t0"  # as ``AnswerToken`` packs them: a next leg day long over
PILL = "pill"  # chosen in place of a score: it was taken before, and the score is asked for anew


def soreness_options() -> tuple[Option, ...]:
    """Return the scale from 0 to 10 with words at every other step."""
    return _options(Ask.SORENESS, language())


def soreness_scale() -> dict[str, str]:
    """Return the same by its scores, for a form."""
    return {option.value: option.label for option in soreness_options()}


def before_card(told: AnswerToken) -> Card:
    """Ask for the soreness before a painkiller."""
    return Card(
        title=_("How sore were you before the painkiller?"),
        body=(_("Painkillers hide soreness, so the score from before is the one that counts."),),
        rows=(
            (
                Select(
                    placeholder=_("Soreness before it, 0-10"),
                    action=f"run.tell:b:{told.packed()}",
                    options=soreness_options(),
                ),
            ),
            (Button(label=_("Back"), action=f"run.again:{told.packed()}"),),
        ),
    )


def _select(ask: Ask | None, packed: str) -> Select:
    letter, question, _answers = QUESTIONS[ask]
    options = _options(ask, language())
    if ask is Ask.SORENESS:
        options += (Option(label=_("I took a painkiller"), value=PILL),)
    return Select(placeholder=_(question), action=f"run.tell:{letter}:{packed}", options=options)


@cache  # what can be said is the same under every answer
def _options(ask: Ask | None, said_in: Language) -> tuple[Option, ...]:
    if ask is Ask.SORENESS:
        worded = {score: f"{score} · {_(words)}" for score, words in SORE_WORDS.items()}
        return tuple(Option(label=worded.get(score, score), value=score) for score in SORE)
    return tuple(Option(label=_(words), value=value) for value, words in QUESTIONS[ask][2])
