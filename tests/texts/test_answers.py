"""Every answer, for whatever was logged and told: within Discord's limits, in allowed words."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

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
from tests.examples import examples

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FORBIDDEN = re.compile(
    r"toxin|flush|lactic|no pain|guarantee|calorie|weight loss|burn(ed)? off|\bearn", re.IGNORECASE
)
TRAINING = re.compile(r"warm up|effort \d|up to \d+ min|opens between|leg fatigue", re.IGNORECASE)


def maybe(strategy):
    return st.none() | strategy


hours = st.floats(0, 24 * 29, allow_nan=False)
lines = st.builds(
    ExerciseSet,
    name=st.sampled_from(["squat", "rdl", "nordic_curl", "bench_press", "my own thing"]),
    sets=st.integers(1, 30),
    reps=maybe(st.integers(1, 200)),
    load_kg=maybe(st.integers(0, 600).map(float)),
    rpe=maybe(st.integers(1, 10).map(float)),
)
logged = st.builds(
    LegSession,
    session_id=st.integers(1, 2**63 - 1),
    member_id=st.just(7),
    ended_at=hours.map(lambda h: NOW - timedelta(hours=h)),
    effort=maybe(st.integers(1, 10)),
    minutes=maybe(st.integers(5, 300)),
    focus=st.sampled_from(Focus),
    exercises=st.lists(lines, max_size=20).map(tuple),
    new_exercise=st.booleans(),
    newness=maybe(st.sampled_from(Newness)),
    note=st.text(max_size=500),
)
reported = st.builds(
    partial(Report),
    reported_at=hours.map(lambda h: NOW - timedelta(hours=h)),
    soreness=maybe(st.integers(0, 10)),
    pain=maybe(st.sampled_from(PainType)),
    sleep=maybe(st.integers(0, 24).map(float)),
    illness=maybe(st.sampled_from(Illness)),
    alcohol=maybe(st.sampled_from(Alcohol)),
    painkiller_before=maybe(st.integers(0, 10)),
    stop_sign=maybe(st.booleans()),
)
members = st.builds(
    lambda sessions, reports, profile, consent: Member(
        member_id=7,
        consent=consent,
        profile=profile,
        reminders=ReminderSettings(on=consent is not None),
        sessions=tuple(sorted(sessions, key=lambda s: s.ended_at, reverse=True)),
        session_count=len(sessions),
        reports=tuple(sorted(reports, key=lambda r: r.reported_at, reverse=True)),
    ),
    st.lists(logged, max_size=5),
    st.lists(reported, max_size=4),
    st.builds(
        Profile,
        zone=maybe(st.sampled_from(["Europe/Berlin", "Pacific/Apia"])),
        experience=maybe(st.sampled_from(Experience)),
        age_band=maybe(st.sampled_from(AgeBand)),
        runs_per_week=maybe(st.integers(0, 14)),
        longest_run=maybe(st.integers(0, 300)),
    ),
    maybe(st.just(Consent(version=1, given_at=NOW))),
)
told = st.builds(
    partial(AnswerToken),
    run=maybe(st.sampled_from(RunKind)),
    minutes=maybe(st.integers(1, 600)),
    at=maybe(st.integers(0, 160).map(lambda h: NOW + timedelta(hours=h))),
    soreness=maybe(st.integers(0, 10)),
    pain=maybe(st.sampled_from(PainType)),
    sleep=maybe(st.integers(0, 24).map(float)),
    ill=maybe(st.sampled_from(Illness)),
    alcohol=maybe(st.sampled_from(Alcohol)),
    hot=maybe(st.booleans()),
    before=maybe(st.integers(0, 10)),
    legs_hours=maybe(st.sampled_from([3, 60, 9999])),
    denied=maybe(st.booleans()),
    feel=maybe(st.sampled_from(Feel)),
    symptoms=st.frozensets(st.sampled_from(Symptom), max_size=3),
)


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
        member_id=7,
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
