"""What is in sight of an answer before *Why?* is pressed: short, in order, and no contradiction.

A large set of members and questions, the same in every run, as people ask: mostly of the days after
legs, some ill, some in pain.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from statistics import median

import pytest

from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import Feel
from bot.domain.decisions.known_of_member import question as question_of
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.learned import Learning
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Consent, Experience, Profile
from bot.domain.facts.training import (
    Alcohol,
    Illness,
    LegSession,
    Newness,
    PainType,
    Region,
    Report,
    Run,
    RunKind,
)
from bot.domain.recovery.answer import Clearance, Gate, Reply
from bot.domain.recovery.assess import assess, better, worse
from bot.domain.recovery.question import Ask
from bot.texts.canirun import answers
from bot.texts.canirun.verdict import REFUSED, is_refused, is_shortened
from bot.texts.canirun.when import HARD, NAMES
from bot.texts.card import Card, Tone
from tests.examples import share

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MANY = share(6_000)
MOST_WORDS, MIDDLE, MOST_LINES = 120, 90, 14
WIDE = {"### ": 27, "-# ": 40, "": 34}  # characters of a line at 390 px, by the markdown before it
UNSAID = re.compile(  # behind *Why?* only, or never
    r"\d of \d+ points|on its own|instead would mean|Load \d|\d of 100|effort \d|opens between|"
    r"How sure|\+\d+ h|toxin|guarantee",
    re.IGNORECASE,
)
OPENING = tuple(f"**{name}:**" for name in {*NAMES.values(), HARD})
AS_READ = {"D": "18 December 2026", "t": "18:00", "f": "12 December 2026 18:00", "R": "in 2 days"}
MOMENT = re.compile(r"<t:\d+:(\w)>")


def maybe(chance: random.Random, share: float, value: object) -> object:
    return value if chance.random() < share else None


def member(chance: random.Random) -> Member:
    """Somebody with a log, or a stranger."""
    profile = Profile(
        zone=chance.choice(["Europe/Berlin", "America/New_York", "Pacific/Apia", None]),
        experience=chance.choice([*Experience, None]),
        runs_per_week=chance.choice([None, 0, 2, 4]),
        longest_run=chance.choice([None, 0, 25, 60, 120]),
    )
    if chance.random() < 0.1:
        return Member(member_id=7, profile=profile)
    ends = [chance.uniform(0, 100) if chance.random() < 0.9 else chance.uniform(100, 600)]
    ends += [ends[0] + chance.uniform(40, 800) for _ in range(chance.randrange(4))]
    sessions = [
        LegSession(
            session_id=number + 1,
            ended_at=NOW - timedelta(hours=hours),
            effort=chance.choice([None, 5, 7, 8, 10]),
            minutes=chance.choice([None, 40, 60, 90]),
            new_exercise=chance.random() < 0.1,
            newness=chance.choice([None, None, None, *Newness]),
        )
        for number, hours in enumerate(ends)
    ]
    runs = [
        Run(run_id=1, ended_at=NOW - timedelta(hours=chance.uniform(1, 200)),
            minutes=chance.choice([30, 60, 170]), effort=chance.choice([3, 7, 9]))
        for _ in range(chance.randrange(2))
    ]  # fmt: skip
    return Member(
        member_id=7,
        consent=Consent(version=1, given_at=NOW),
        profile=profile,
        sessions=tuple(sorted(sessions, key=lambda each: each.ended_at, reverse=True)),
        session_count=len(sessions),
        runs=tuple(runs),
        learning=Learning(theta=chance.choice([0.0, 0.0, 0.25, -0.3]), count=6),
        dm_closed_at=NOW if chance.random() < 0.02 else None,
    )


def told(chance: random.Random) -> AnswerToken:
    kind = chance.choice([None, None, *RunKind])
    ahead = timedelta(hours=chance.uniform(1, 160))
    return AnswerToken(
        run=kind,
        minutes=None if kind is None else chance.choice([None, 20, 40, 90, 240]),
        at=NOW + ahead if chance.random() < 0.2 else None,
        soreness=chance.choice([None, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8]),
        pain=chance.choice([None, None, PainType.MUSCLE_ACHE, PainType.MUSCLE_ACHE]
                           + ([*PainType] if chance.random() < 0.05 else [])),
        sleep=chance.choice([None, None, 3.5, 6.0, 8.0]),
        ill=chance.choice(list(Illness)) if chance.random() < 0.05 else None,
        alcohol=chance.choice(list(Alcohol)) if chance.random() < 0.1 else None,
        hot=True if chance.random() < 0.05 else None,
        before=chance.randrange(11) if chance.random() < 0.03 else None,
        region=chance.choice(list(Region)[:12]) if chance.random() < 0.2 else None,
        brief=True if chance.random() < 0.5 else None,
        feel=chance.choice(list(Feel)) if chance.random() < 0.05 else None,
    )  # fmt: skip


@cache
def verdicts() -> tuple[tuple[Shown, Card], ...]:
    """Every generated answer that is a verdict, with its card."""
    return tuple(_made())


def _made() -> Iterator[tuple[Shown, Card]]:
    chance = random.Random(303)  # noqa: S311 - no secret
    for _ in range(MANY):
        who, said = member(chance), told(chance)
        report = said.report(NOW)
        reports: tuple[Report, ...] = () if report is None else (report,)
        question = question_of(who._replace(reports=reports), NOW, said.question(NOW))
        judge = {None: assess, Feel.WORSE: worse, Feel.BETTER: better}[said.feel]
        shown = Shown(
            answer=judge(question),
            told=said,
            now=NOW,
            kept=who.consent is not None,
            question=question,
            zone=who.zone,
            dms_closed=who.dm_closed_at is not None,
        )
        if shown.answer.care is None and shown.answer.clearance is not None:
            yield shown, answers.card(shown)


def paragraphs(card: Card) -> list[str]:
    """The lines of a card as they are sent, moments as they are shown."""
    said = [f"### {card.title}", *"\n".join(card.body).split("\n")]
    said += [f"-# {line}" for line in (card.small or "").split("\n")]
    return [MOMENT.sub(lambda found: AS_READ[found[1]], each) for each in said]


def words(card: Card) -> int:
    return len(" ".join(paragraphs(card)).replace("###", "").replace("-#", "").split())


def lines(card: Card) -> int:
    """About how many lines a card takes at 390 px."""
    count = 0
    for paragraph in paragraphs(card):
        mark = next(mark for mark in WIDE if paragraph.startswith(mark))
        at = WIDE[mark] + 1
        for word in paragraph.removeprefix(mark).replace("**", "").split():
            if at + 1 + len(word) > WIDE[mark]:
                count, at = count + 1, len(word)
            else:
                at += 1 + len(word)
    return count


def test_there_are_enough_and_of_all_sorts():
    found = verdicts()

    assert len(found) > MANY * 0.85
    assert {shown.answer.clearance for shown, _card in found} == set(Clearance)
    assert {shown.answer.reply for shown, _card in found} >= {None, *list(Reply)[:3]}


def test_answers_are_short():
    counts = sorted(words(card) for _shown, card in verdicts())

    assert counts[-1] <= MOST_WORDS
    assert median(counts) <= MIDDLE


def test_answers_fit_a_phone():
    tall = [(lines(card), card.title, card.body) for _shown, card in verdicts()]

    assert max(tall)[0] <= MOST_LINES, max(tall)


def test_small_print_is_one_line_once():
    for _shown, card in verdicts():
        assert card.small is not None
        assert "\n" not in card.small
        assert " ".join(paragraphs(card)).lower().count("not medical advice") == 1


def test_what_belongs_behind_why_is_not_in_sight():
    found = {match[0] for _shown, card in verdicts() for match in
             UNSAID.finditer("\n".join((card.title, *card.body)))}  # fmt: skip

    assert found == set()


def test_danger_question_stands_first_with_its_answers_under_it():
    asked = [(shown, card) for shown, card in verdicts() if shown.answer.ask is Ask.DANGER_SIGNS]

    assert asked
    for _shown, card in asked:
        actions = [each.action.partition(":")[0] for each in card.first or ()]
        assert actions == ["run.wrong", "run.none"]
        assert "dark urine" in card.title
        assert card.body[0].startswith("**If none of these, ")
        assert card.tone is Tone.CAUTION
    assert all(card.first is None for shown, card in verdicts() if not _asks_danger(shown))


def test_nobody_refused_reads_yes_and_nobody_allowed_reads_no():
    for shown, card in verdicts():
        if _asks_danger(shown) or shown.told.run is None:
            continue
        says_no = card.title.startswith("No ")
        assert says_no == is_refused(shown), card.title
        assert not (is_refused(shown) and "yes" in card.title.lower())
        if is_refused(shown) and shown.answer.reply is Reply.CHANGED and shown.told.at is None:
            assert card.title.startswith(REFUSED[shown.told.run])


def test_colour_says_the_same_as_the_words():
    for shown, card in verdicts():
        less = is_refused(shown) or is_shortened(shown) or _asks_danger(shown)
        less = less or (shown.told.run is None and (shown.answer.clearance or 0) <= Clearance.WALK)
        assert (card.tone is Tone.CAUTION) == less, card.title
        assert (card.tone is Tone.GOOD) == (not less)


def test_time_is_told_for_what_was_refused_and_only_once():
    for shown, card in verdicts():
        said = [part for part in card.body if part.startswith(OPENING)]
        assert len(said) <= 1
        if shown.told.run is not None:
            answered = shown.answer.planned_condition is not Gate.DANGER_QUESTIONS
            assert bool(said) == (is_refused(shown) and answered), card


def test_a_moment_is_an_hour_or_a_distance_and_never_both():
    for _shown, card in verdicts():
        for part in (card.title, *card.body):
            styles = MOMENT.findall(part)
            assert len(styles) <= 1
            assert not {"F", "D", "d"} & set(styles)


@pytest.mark.parametrize("unfolds", [False, True])
def test_turning_back_is_told_with_every_run_and_only_then(unfolds):
    for shown, _card in verdicts()[::7]:
        card = answers.card(replace(shown, told=shown.told._replace(why=unfolds or None)))
        runs = shown.answer.offer is not None and shown.answer.offer.kind is not RunKind.WALK
        assert "\n".join(card.body).lower().count("walk home") == (1 if runs else 0)


def _asks_danger(shown: Shown) -> bool:
    return shown.answer.ask is Ask.DANGER_SIGNS
