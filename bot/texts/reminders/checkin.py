"""The words of check-ins: the message that asks, each next question in its place, and the form."""

from collections.abc import Mapping

from bot.domain.decisions.checkins import OWN, SKIPPED, Heard
from bot.domain.facts.settings import Kind
from bot.domain.facts.training import PainType, Region, Report
from bot.domain.recovery.question import Ask
from bot.texts.canirun import care, questions
from bot.texts.canirun.questions import QUESTIONS, soreness_options, soreness_scale
from bot.texts.card import Button, Card, Form, Row, Select, Tone
from bot.texts.choices import choice, line, options
from bot.texts.i18n import N_, _
from bot.texts.reminders.tips import TIPS, wording
from bot.texts.runs.entries import FELT
from bot.texts.times import moment
from bot.texts.wording import begun, listed, number, within

NONE, SOME = "none", "some"

PAINS = {
    PainType.MUSCLE_ACHE: N_("A dull muscle ache"),
    PainType.SHARP: N_("Sharp"),
    PainType.JOINT: N_("In a joint"),
    PainType.TENDON: N_("In a tendon"),
    PainType.BONE: N_("On a bone, in one spot"),
    PainType.NONE: N_("No pain at all"),
}
PAINFUL = {pain: name for pain, name in PAINS.items() if pain is not PainType.NONE}
REGIONS = {
    **questions.REGIONS,
    Region.LOWER_BACK: N_("Lower back"),
    Region.WHOLE_BODY: N_("All over"),
}
SMALL = N_("Only you see this.")


def asking(reminder_id: int, variant: int) -> Card:
    """Return the message of a check-in: the first question, and the ways out."""
    return Card(
        title=_("Check-in"),
        body=(_(wording(TIPS[Kind.CHECKIN].private, variant)),),
        small=_("Only you see this."),
        rows=(
            (
                Select(
                    placeholder=_("Soreness now, 0-10"),
                    action=mark(reminder_id),
                    options=soreness_options(),
                ),
            ),
            (questions.wrong(), _stop(reminder_id)),
        ),
    )


def mark(reminder_id: int) -> str:
    """Return the action by which the message of a check-in is found again in a history."""
    return f"check.sore:{reminder_id}"


def heard(result: Heard) -> Card:
    """Thank for an answer: care where that comes first, else the next question, else the end."""
    if result.care is not None:
        shown = care.card(*result.care, "")
        return shown if result.reminder_id == OWN else care.held(shown)
    ways_out: Row = (questions.wrong(),)
    if result.reminder_id != OWN:
        ways_out = (questions.wrong(), _stop(result.reminder_id))
    if result.asks:
        title, row = _next(result)
        noted = _("Noted: {facts}.").format(facts=_facts(result.report))
        return Card(title=title, body=(noted,), rows=(row, ways_out))
    noted = _("{facts}. Your answers know it from now on.").format(facts=read_back(result.report))
    return Card(
        title=_("Noted"),
        body=(noted, _coming(result)),
        small=_(SMALL),
        tone=Tone.GOOD,
        rows=((Button(label=_("Can I run?"), action="run.again:"), *ways_out),),
    )


def read_back(report: Report) -> str:
    """Return what would be kept of a report that was told in a sentence."""
    return begun(_facts(report))


LEGS = {
    **{str(felt): name for felt, name in FELT.items()},
    SKIPPED: N_("So sore that I skipped a run"),
}


def form(action: str, value: Mapping[str, str]) -> Form:
    """Return the form of a check-in, filled with what was typed before."""
    return Form(
        title=_("Check-in"),
        action=action,
        fields=(
            choice("soreness", _("How sore are your legs, 0-10?"), soreness_scale(), value),
            choice("region", _("Where most?"), REGIONS, value),
            choice("pain", _("What does it feel like?"), PAINS, value),
            line("sleep", _("Hours you slept last night"), value, "7.5", longest=20),
            choice("felt", _("How do your legs feel?"), LEGS, value),
        ),
    )


def _next(result: Heard) -> tuple[str, Row]:
    if result.asks[0] is Ask.DANGER_SIGNS:
        then = ":".join(("", *result.asks[1:]))
        _letter, question, (none, some) = QUESTIONS[Ask.DANGER_SIGNS]
        select = Select(
            placeholder=_(question),
            action=f"check.danger:{result.reminder_id}{then}",
            options=options({NONE: none[1], SOME: some[1]}),
        )
        return _("That is very sore. One thing first:"), (select,)
    select = Select(
        placeholder=_("Muscle ache, or sharp or joint pain?"),
        action=f"check.pain:{result.reminder_id}",
        options=options(PAINFUL),
    )
    return _("And what does it feel like?"), (select,)


def _facts(report: Report) -> str:
    facts = []
    if report.soreness is not None:
        facts.append(_("soreness {score} of 10").format(score=report.soreness))
    if report.region is not None and report.region in REGIONS:
        facts.append(within(_(REGIONS[report.region])))
    if report.pain is not None:
        facts.append(within(_(PAINS[report.pain])))
    if report.sleep is not None:
        facts.append(_("{hours} h of sleep").format(hours=number(report.sleep)))
    if report.felt is not None:
        facts.append(_("legs: {felt}").format(felt=within(_(FELT[report.felt]))))
    if report.stop_sign is False:
        facts.append(_("no danger signs"))
    return listed(facts)


def _coming(result: Heard) -> str:
    if result.recovered:
        return _("Hardly sore twice in a row: no more check-ins after this leg day.")
    due = next((one.due_at for one in result.plan if one.kind is Kind.CHECKIN), None)
    return "" if due is None else _("The next check-in comes {at}.").format(at=moment(due))


def _stop(reminder_id: int) -> Button:
    return Button(label=_("Stop"), action=f"rem.stop:{reminder_id}")
