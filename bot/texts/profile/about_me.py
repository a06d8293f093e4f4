"""The words of *About me*: its own consent, and the panel of what was told."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.decisions.about_me import BIRTHS, condition_fields
from bot.domain.decisions.profile import UNSAID
from bot.domain.facts.about_me import Condition, ToldHealth
from bot.domain.facts.shown_fields import ShownFields
from bot.domain.facts.tables import complete
from bot.domain.facts.training import Region
from bot.texts.card import Button, Card, Option, Row, Select, Style
from bot.texts.choices import options
from bot.texts.i18n import N_, _
from bot.texts.repeats import changed_meanwhile
from bot.texts.wording import within

CONDITIONS = complete(
    "the names of what outranks a score",
    {
        Condition.PREGNANT: N_("Pregnant"),
        Condition.HEART_OR_KIDNEY: N_("A heart or kidney condition"),
        Condition.STATIN: N_("I take a statin"),
        Condition.RECENT_INJECTION: N_("A recent injection in a leg or joint"),
        Condition.PHYSIO_PLAN: N_("I follow a physio's plan"),
    },
    Condition,
)
BORN = {
    "0": N_("Less than 4 weeks ago"),
    "4": N_("4 to 8 weeks ago"),
    "8": N_("8 to 12 weeks ago"),
    "12": N_("12 to 18 weeks ago"),
    "18": N_("18 to 26 weeks ago"),
}
PLACES = complete(
    "the names of places that heal",
    {
        Region.QUADS: N_("Front of the thigh"),
        Region.HAMSTRINGS: N_("Back of the thigh"),
        Region.CALVES: N_("Calf"),
        Region.GLUTES: N_("Glutes"),
        Region.ADDUCTORS: N_("Inner thigh"),
        Region.HIPS: N_("Hip"),
        Region.GROIN: N_("Groin"),
        Region.KNEE: N_("Knee"),
        Region.SHIN: N_("Shin"),
        Region.ACHILLES: N_("Achilles tendon"),
        Region.ANKLE: N_("Ankle"),
        Region.FOOT: N_("Foot"),
        Region.LOWER_BACK: N_("Lower back"),
        Region.ARMS: N_("Arms"),
        Region.SHOULDERS: N_("Shoulders"),
        Region.CHEST: N_("Chest"),
        Region.WHOLE_BODY: N_("The whole body"),
    },
    Region,
)


def card(health: ToldHealth, now: datetime, *, meanwhile: bool = False) -> Card:
    """Show what was told with its controls, or what it means to tell it where nobody agreed yet.

    ``meanwhile``: it had changed since the list was shown that was chosen from.
    """
    return _consent() if health.agreed_at is None else _panel(health, now, meanwhile=meanwhile)


def _consent() -> Card:
    return Card(
        title=_("About me, if you like"),
        body=(
            _(
                "Some things outrank every score: a pregnancy or a birth, a heart or kidney "
                "condition, a statin, a recent injection, a physio's plan, something that heals. "
                "Tell me and every answer goes by it; skip it and nothing changes."
            ),
            _(
                "**This is health data.** It is seen by nobody: no member, no admin, no other "
                "server. It is never shared and stands in no reminder. You can change or clear it "
                "here at any time; `/mydata export` shows it, and it is deleted with "
                "`/mydata delete`."
            ),
        ),
        small=_("Nothing of it is kept before you agree."),
        rows=(
            (
                Button(label=_("I agree, go on"), action="about.agree", style=Style.MAIN),
                Button(label=_("Not now"), action="about.back"),
            ),
        ),
    )


def _panel(health: ToldHealth, now: datetime, *, meanwhile: bool) -> Card:
    told = "\n".join(f"- {line}" for line in _told(health, now))
    return Card(
        title=_("About me"),
        body=(
            changed_meanwhile() if meanwhile else "",
            told or _("Nothing told. Pick what is so; leave out what you like."),
            _("It outranks every score, from your next answer on."),
        ),
        small=_(
            "Seen by nobody but you, never shared, deleted with `/mydata delete`. Not medical "
            "advice: whoever treats you knows more."
        ),
        rows=(*_selects(health), _buttons(health)),
    )


def _told(health: ToldHealth, now: datetime) -> Iterator[str]:
    for condition, name in CONDITIONS.items():
        if condition in health.conditions:
            yield _(name)
    weeks = health.weeks_since_birth(now)
    if weeks is not None:
        yield _("A birth about {n} weeks ago, or more").format(n=int(weeks))
    if health.healing_place is not None:
        yield _("Still healing: {place}").format(place=within(_(PLACES[health.healing_place])))


def _selects(health: ToldHealth) -> tuple[Row, ...]:
    shown = ShownFields.of(condition_fields(health.conditions))
    conditions = options(CONDITIONS, health.conditions)
    births = options({key: BORN[key] for key in BIRTHS} | {UNSAID: N_("Longer ago, or none")})
    nothing = Option(label=_("Nothing is healing"), value=UNSAID)
    places = (*options(PLACES, {health.healing_place}), nothing)
    return (
        (
            Select(
                placeholder=_("What is so (empty: none)"),
                action=f"about.conditions:{shown.digests}",
                options=conditions,
                least=0,
                most=len(conditions),
            ),
        ),
        (Select(placeholder=_("Given birth?"), action="about.birth", options=births),),
        (Select(placeholder=_("Is a place healing?"), action="about.healing", options=places),),
    )


def _buttons(health: ToldHealth) -> Row:
    label = _("Clear all of it") if health.is_told else _("Take back my agreement")
    return (
        Button(label=label, action="about.clear", style=Style.DANGER),
        Button(label=_("Back to the profile"), action="about.back"),
    )
