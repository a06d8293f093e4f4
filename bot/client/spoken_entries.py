"""What members tell in a sentence: read back before anything is kept, then saved as a form's."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from bot.client.consenting import Entry, in_zone
from bot.client.interactions import Interaction, show_form
from bot.client.saving import Saver
from bot.client.speaking import heard
from bot.domain.decisions import checkins, journal, runs
from bot.domain.decisions.journal import LegEntry
from bot.domain.decisions.runs import RunEntry
from bot.domain.facts.errors import LegdayError, NeedsZone
from bot.domain.facts.member import Change, Member
from bot.domain.facts.training import Activity, RunKind
from bot.domain.reading import zones
from bot.domain.talk.sentence import Intent, Sentence
from bot.domain.talk.understanding import understand
from bot.texts import error_cards, talk
from bot.texts.card import Card, Form
from bot.texts.legday import entries as leg_texts
from bot.texts.legday import forms as leg_forms
from bot.texts.reminders import checkin as checkin_texts
from bot.texts.runs import entries as run_texts

Decided = tuple[Change, Any]
FORMS = {Intent.LEGS: "log.form:new", Intent.RUN: "runs.form:new", Intent.CHECKIN: "check.form:now"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenEntry:
    """A leg day, run or check-in that was told; ``entry_id`` is its message's, so it is one entry.

    Times in it count from ``said_at``, in the ``zone`` that was told since, if one was.
    """

    sentence: Sentence
    entry_id: int
    said_at: datetime
    zone: str | None = None

    def decide(self, member: Member, *, again: bool = False) -> Decided:
        """Decide the entry as its form would.

        Raises:
            LegdayError: as the form.
        """
        said, at = self.sentence, self.said_at
        if said.intent is Intent.LEGS:
            return journal.log(member, self.entry_id, _leg_entry(said), at, again=again)
        if said.intent is Intent.RUN:
            return runs.log(member, self.entry_id, _run_entry(said), at, again=again)
        return checkins.tell(member, _report(said), at)

    def show(self, result: Any) -> Card:  # noqa: ANN401 (the intent's own)
        """Confirm that the entry is kept."""
        if self.sentence.intent is Intent.LEGS:
            return leg_texts.logged(result, now=self.said_at)
        if self.sentence.intent is Intent.RUN:
            return run_texts.logged(result)
        return checkin_texts.heard(result)


def read_back(entry: SpokenEntry, member: Member, token: int) -> Card:
    """Show what would be kept, or why it cannot be.

    Raises:
        NeedsZone: a time of day from somebody whose zone is unknown.
    """
    try:
        _, result = entry.decide(member, again=True)
    except NeedsZone:
        raise
    except LegdayError as error:
        return error_cards.card(error)
    intent = entry.sentence.intent
    if intent is Intent.LEGS:
        facts = leg_texts.read_back(result, entry.said_at)
    elif intent is Intent.RUN:
        facts = run_texts.read_back(result)
    else:
        facts = checkin_texts.read_back(result.report)
    return talk.read_back(entry.sentence, facts, token)


async def save(saver: Saver, interaction: Interaction, entry: SpokenEntry) -> None:
    """Save the entry after the press."""
    again = partial(entry.decide, again=True)
    to_save = Entry(entry.decide, entry.show, again=again, zone=entry.zone)
    await saver.save(interaction, to_save, replace_message=True)


async def change(interaction: Interaction, entry: SpokenEntry, member: Member) -> None:
    """Open the form of it, filled in."""
    member = in_zone(member, entry.zone)
    _, result = entry.decide(member, again=True)
    zone, intent = zones.zone_of(member), entry.sentence.intent
    if intent is Intent.LEGS:
        filled = leg_forms.filled(result.session, member.profile.mass_unit, zone)
    elif intent is Intent.RUN:
        filled = run_texts.filled(result.run, member.profile.distance_unit, zone)
    else:
        filled = _report(entry.sentence)
    await show_form(interaction, form(intent, filled))


def leg_day_fields(content: str, sent: datetime, member: Member) -> dict[str, str]:
    """Return what a message of the member's tells for the form of a leg day.

    Its lines stand as they are, unless it also tells effort, length or time: then it is a sentence.
    """
    lines = ", ".join(filter(None, map(str.strip, content.splitlines())))
    zone, said = zones.zone_of(member), understand(heard(lines), now=sent)
    if said.intent is Intent.LEGS and (said.effort, said.minutes, said.when) != (None, None, None):
        entry = SpokenEntry(sentence=said, entry_id=1, said_at=sent)
        with suppress(LegdayError):  # the form tells what is wrong
            _, result = entry.decide(member, again=True)
            return leg_forms.filled(result.session, member.profile.mass_unit, zone)
    return leg_forms.from_message(content, sent, zone)


def form(intent: Intent, filled: Mapping[str, str]) -> Form:
    """Return the form of a command, as that would open it."""
    action = FORMS[intent]
    if intent is Intent.LEGS:
        return leg_forms.log_form(action, filled)
    if intent is Intent.RUN:
        return run_texts.form(action, filled)
    return checkin_texts.form(action, filled)


def _leg_entry(said: Sentence) -> LegEntry:
    return LegEntry(
        effort=said.effort,
        minutes=said.minutes,
        exercises=said.exercises,
        soreness=said.soreness,
        when=said.when,
    )


def _run_entry(said: Sentence) -> RunEntry:
    return RunEntry(
        kind=said.run or RunKind.EASY,
        activity=said.activity or Activity.RUN,
        minutes=said.minutes,
        distance=said.distance,
        effort=said.effort,
        felt=said.felt,
        when=said.when,
    )


def _report(said: Sentence) -> dict[str, str]:
    told = {"soreness": said.soreness, "felt": said.felt, "sleep": said.sleep}
    return {
        field: f"{value:g}" if isinstance(value, float) else str(value)
        for field, value in told.items()
        if value is not None
    }
