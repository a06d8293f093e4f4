"""Every answer, for whatever was logged and told: within Discord's limits, in allowed words."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.decisions import journal
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.codes import Feel
from bot.domain.decisions.known_of_member import question as question_of
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.history import HistoryPage
from bot.domain.facts.member import Member
from bot.domain.facts.settings import (
    AgeBand,
    Consent,
    Experience,
    MassUnit,
    Profile,
    ReminderSettings,
)
from bot.domain.facts.training import (
    Alcohol,
    ExerciseSet,
    Focus,
    Illness,
    LegSession,
    Newness,
    PainType,
    Report,
    RunKind,
)
from bot.domain.reading.exercise_lines import Guess
from bot.domain.reading.exercises import Reading
from bot.domain.recovery.answer import Answer, Care
from bot.domain.recovery.assess import assess
from bot.domain.recovery.question import Symptom
from bot.rendering.components import layout
from bot.sandbox.limits import check_message
from bot.texts.canirun import answers, care
from bot.texts.card import Card, Tone
from bot.texts.legday import entries
from tests.draws import Draws, drawn
from tests.examples import examples

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FORBIDDEN = re.compile(
    r"toxin|flush|lactic|no pain|guarantee|calorie|weight loss|burn(ed)? off|\bearn", re.IGNORECASE
)
TRAINING = re.compile(r"warm up|effort \d|up to \d+ min|opens between|leg fatigue", re.IGNORECASE)


NOTES = st.text(max_size=500)
WHOLE = tuple(map(float, range(601)))


def ago(draws: Draws) -> datetime:
    return NOW - timedelta(hours=draws.part(0, 24 * 29))


def line(draws: Draws) -> ExerciseSet:
    return ExerciseSet(
        name=draws.one(("squat", "rdl", "nordic_curl", "bench_press", "my own thing")),
        sets=draws.one(range(1, 31)),
        reps=draws.perhaps(range(1, 201)),
        load_kg=draws.perhaps(WHOLE),
        rpe=draws.perhaps(WHOLE[1:11]),
    )


def logged(draws: Draws) -> LegSession:
    return LegSession(
        session_id=draws.one(range(1, 2**63)),
        ended_at=ago(draws),
        effort=draws.perhaps(range(1, 11)),
        minutes=draws.perhaps(range(5, 301)),
        focus=draws.one(tuple(Focus)),
        exercises=draws.several(line, 20),
        new_exercise=draws.yes(),
        newness=draws.perhaps(tuple(Newness)),
    )


def reported(draws: Draws) -> Report:
    return Report(
        reported_at=ago(draws),
        soreness=draws.perhaps(range(11)),
        pain=draws.perhaps(tuple(PainType)),
        sleep=draws.perhaps(WHOLE[:25]),
        illness=draws.perhaps(tuple(Illness)),
        alcohol=draws.perhaps(tuple(Alcohol)),
        painkiller_before=draws.perhaps(range(11)),
        stop_sign=draws.perhaps((False, True)),
    )


def member_of(draws: Draws) -> Member:
    consent = draws.one((None, Consent(version=1, given_at=NOW)))
    profile = Profile(
        zone=draws.perhaps(("Europe/Berlin", "Pacific/Apia")),
        experience=draws.perhaps(tuple(Experience)),
        age_band=draws.perhaps(tuple(AgeBand)),
        runs_per_week=draws.perhaps(range(15)),
        longest_run=draws.perhaps(range(301)),
    )
    reports, sessions = draws.several(reported, 4), draws.several(logged, 5)
    return Member(
        member_id=7,
        consent=consent,
        profile=profile,
        reminders=ReminderSettings(on=consent is not None),
        sessions=tuple(sorted(sessions, key=lambda s: s.ended_at, reverse=True)),
        session_count=len(sessions),
        reports=tuple(sorted(reports, key=lambda r: r.reported_at, reverse=True)),
    )


def token(draws: Draws) -> AnswerToken:
    hours = draws.perhaps(range(161))
    return AnswerToken(
        run=draws.perhaps(tuple(RunKind)),
        minutes=draws.perhaps(range(1, 601)),
        at=None if hours is None else NOW + timedelta(hours=hours),
        soreness=draws.perhaps(range(11)),
        pain=draws.perhaps(tuple(PainType)),
        sleep=draws.perhaps(WHOLE[:25]),
        ill=draws.perhaps(tuple(Illness)),
        alcohol=draws.perhaps(tuple(Alcohol)),
        hot=draws.perhaps((False, True)),
        before=draws.perhaps(range(11)),
        legs_hours=draws.perhaps((3, 60, 9999)),
        denied=draws.perhaps((False, True)),
        feel=draws.perhaps(tuple(Feel)),
        symptoms=frozenset(draws.several(lambda one: one.one(tuple(Symptom)), 3 * draws.yes())),
    )


def with_notes(member: Member, notes: Sequence[str]) -> Member:
    """The member with notes to the leg days, for as many as there are."""
    noted = [
        session._replace(note=note) for session, note in zip(member.sessions, notes, strict=False)
    ]
    return member._replace(sessions=(*noted, *member.sessions[len(noted) :]))


members = st.builds(with_notes, drawn(member_of, 768), st.lists(NOTES, max_size=2))
told = drawn(token, 24)


def words_of(card: Card) -> str:
    return "\n".join([card.title, *card.body, card.small or ""])


def check_card(card: Card) -> None:
    view = layout(card)
    check_message({"flags": 1 << 15, "components": view.to_components()})
    assert not FORBIDDEN.search(words_of(card))


def check_order(card: Card, answer: Answer) -> None:
    """In one line, then how, why, what is behind *Why?*, how sure (recovery-model §8)."""
    words = words_of(card)
    order = ("**Why:**", "**In numbers**", "**What would", "**When**", "**How sure**")
    shown = [place for part in order if (place := words.find(part)) >= 0]
    reasons = words.split("**In numbers**")[-1].split("**What would")[0].split("**When**")[0]
    runs = answer.offer is not None and answer.offer.kind is not RunKind.WALK
    assert "\n" not in card.title
    assert shown == sorted(shown)
    assert "**How sure**" in words
    assert reasons.count("\n- ") <= 4
    assert words.lower().count("walk home") == (1 if runs else 0)
    if answer.eta.hard is not None and answer.eta.hard[1] > 0:
        assert "Hard running: opens" in words


@given(members, told)
@examples(1_000)
def test_answer_keeps_limits_and_words(member, asked):
    report = asked.report(NOW)
    known = member if report is None else _with(member, report)
    question = question_of(known, NOW, asked.question(NOW))
    answer = assess(question)
    shown = Shown(
        answer=answer,
        told=asked,
        now=NOW,
        kept=member.consent is not None,
        question=question,
        zone=member.zone,
    )

    card = answers.card(shown)

    check_card(card)
    assert words_of(card).lower().count("not medical advice") == 1
    if answer.care is not None:
        assert not TRAINING.search(words_of(card))
        assert "Share" not in str(card.rows)
    elif answer.clearance is not None:
        later = asked.at is not None
        offer = None if answer.offer is None else answer.offer.kind
        check_card(answers.shared(7, offer=offer, later=later))
        unfolded = answers.card(replace(shown, told=asked._replace(why=True)))
        check_card(unfolded)
        check_order(unfolded, answer)


def test_shared_rest_is_what_was_planned_and_no_refusal(snapshot):
    rests = [
        answers.shared(7, offer=offer, later=later)
        for offer in (None, RunKind.WALK)
        for later in (False, True)
    ]

    assert {card.tone for card in rests} == {Tone.GOOD}
    assert [(card.title, *card.body) for card in rests] == snapshot


@given(members, st.booleans())
@examples(150)
def test_confirmation_keeps_limits_and_words(member, first):
    if not member.sessions:
        return
    result = journal.look(member, member.sessions[0].session_id, NOW)

    check_card(entries.logged(result, now=NOW, edited=first))
    check_card(entries.history(page_of(member, len(member.sessions))))
    check_card(entries.shared(7, focus=result.session.focus))


def page_of(member, total):
    page = enumerate(member.sessions[: entries.PAGE])
    shown = [session._replace(session_id=2**63 - 1 - number) for number, session in page]
    return HistoryPage(
        entries=tuple(shown),
        mass_unit=MassUnit.LB,
        total=total,
        page=1,
        pages=-(-total // entries.PAGE),
    )


def test_longest_entries_still_fit():
    squats = ExerciseSet(name="*" * 60, sets=30, reps=200, load_kg=599.99, rpe=9.5)
    longest = LegSession(
        session_id=2**63 - 1,
        ended_at=NOW,
        effort=10,
        minutes=300,
        exercises=(squats,) * 20,
        new_exercise=True,
        note="*" * 500,
    )
    member = Member(member_id=7, sessions=(longest,) * entries.PAGE, session_count=99)
    reading = Reading(
        sets=longest.exercises,
        unread=("_" * 120,) * 20,
        guesses=(Guess(typed="_" * 60, taken="_" * 60),) * 20,
    )
    result = replace(journal.look(member, longest.session_id, NOW), reading=reading, first=True)

    check_card(entries.logged(result, now=NOW))
    check_card(entries.history(page_of(member, 99)))


def test_every_kind_of_care_has_its_words():
    assert set(Care) == set(care.TITLES) == set(care.WHAT)


def _with(member: Member, report: Report) -> Member:
    return member._replace(reports=(report, *member.reports))
