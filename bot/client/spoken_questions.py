"""What members ask in a sentence, with the leg day or run they tell beside it; as cards."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.client.answer_making import AnswerMaker, taken_in_passing
from bot.client.consenting import in_zone
from bot.client.spoken_entries import SpokenEntry, read_back
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.asked_in_words import asked_in_words, unlogged
from bot.domain.decisions.known_of_member import with_report
from bot.domain.facts.member import Member
from bot.domain.talk.sentence import Sentence
from bot.texts import talk_about
from bot.texts.canirun import answers
from bot.texts.card import Card
from bot.texts.catalogue import ENTRIES, comfort, learn

RECOVERY = "recovery"  # of all that helps


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenQuestion:
    """A question; its times count from ``asked_at``."""

    sentence: Sentence  # what was asked
    entry: SpokenEntry | None  # what was told with it, to be logged by a press
    asked_at: datetime  # when
    zone: str | None = None  # the time zone that was told since

    def told(self, member: Member) -> AnswerToken:
        """Return the answer's token.

        Raises:
            LegdayError: as ``asked_in_words``.
        """
        return asked_in_words(self.sentence, member, self.asked_at)

    def to_log(self, member: Member) -> SpokenEntry | None:
        """Return what was told with it, if the log does not have it.

        Raises:
            LegdayError: as ``asked_in_words``.
        """
        new = unlogged(self.sentence.told, member, self.asked_at)
        return self.entry if new else None


SpokenThing = SpokenEntry | SpokenQuestion


def question_of(said: Sentence, asked_id: int, now: datetime) -> SpokenQuestion:
    """Return the question of a sentence."""
    entry = None
    if said.told is not None:
        entry = SpokenEntry(sentence=said.told, entry_id=asked_id, said_at=now)
    return SpokenQuestion(sentence=said, entry=entry, asked_at=now)


def entry_of(thing: object) -> SpokenEntry | None:
    """Return the entry of what waits, if it has one."""
    if isinstance(thing, SpokenQuestion) and thing.entry is not None:
        return replace(thing.entry, zone=thing.zone)
    return thing if isinstance(thing, SpokenEntry) else None


def about(topic: str) -> Card:
    """Return the answer about the bot of that name, or the topic of ``/learn`` of that key."""
    if topic in ENTRIES and topic not in talk_about.ABOUT:
        return learn.entry(ENTRIES[topic])
    return learn.group(comfort.GROUP) if topic == RECOVERY else talk_about.card(topic)


class SpokenCards:
    """Makes the cards of what members say."""

    def __init__(self, maker: AnswerMaker) -> None:
        self._maker = maker

    def of(self, thing: SpokenThing, member: Member, token: int) -> tuple[Card, ...]:
        """Return an entry read back, or an answer with what was told beside it, read back.

        Raises:
            NeedsZone: either names a time of day, and no zone is known.
        """
        member = in_zone(member, thing.zone)
        if isinstance(thing, SpokenEntry):
            return (read_back(thing, member, token),)
        shown, entry = self.to_question(thing, member), thing.to_log(member)
        return (shown,) if entry is None else (shown, read_back(entry, member, token))

    def to_question(self, asked: SpokenQuestion, member: Member) -> Card:
        """Return the answer to a question.

        Raises:
            LegdayError: as ``asked_in_words``.
        """
        told = asked.told(member)
        report = told.report(asked.asked_at)
        news = None if report is None else taken_in_passing(report, member)
        return self.answer(with_report(member, news), told)

    def answer(self, member: Member, told: AnswerToken) -> Card:
        """Return an answer; of what was told with it nothing is kept."""
        shown = self._maker.shown(None, member, told)
        return answers.card(replace(shown, kept=shown.kept and not told.symptoms))
