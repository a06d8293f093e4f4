"""What reminders and posts say: three wordings each, within limits, nothing private in public."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.facts.kinds import PLAN_KINDS, POST_KINDS, TIP_KINDS
from bot.domain.facts.occurrences import Claim, Recipient
from bot.domain.facts.reminders import SkipReason
from bot.domain.facts.settings import Kind, Post, Where
from bot.domain.timing.outcomes import TARGET
from bot.texts.fates import FATES, why
from bot.texts.reminders.messages import mark, message
from bot.texts.reminders.tips import TIPS, wording

DUE = datetime(2026, 3, 2, 13, tzinfo=UTC)
NEVER_SAID = re.compile(r"toxin|flush|no pain|guarantee|burn|fat\b|weight|earn", re.IGNORECASE)
BODY = re.compile(
    r"\b(leg|legs|sore\w*|muscle\w*|urine|pain|sleep|ache\w*|recover\w*)\b", re.IGNORECASE
)


def claim(kind, where=Where.DM, *, variant=0, text="", role_id=None):
    post = None
    if where is Where.OFF:
        post = Post(
            post_id=1,
            guild_id=2,
            channel_id=3,
            kind=kind,
            at=time(13),
            zone="UTC",
            text=text,
            role_id=role_id,
        )
    return Claim(
        reminder_id=2**62,
        kind=kind,
        where=Where.CHANNEL if post else where,
        due_at=DUE,
        stale_at=DUE + timedelta(hours=1),
        attempt=1,
        first_attempt_at=DUE,
        variant=variant,
        recipient=None if post else Recipient(member_id=99),
        post=post,
    )


def words(card):
    return "\n".join(part for part in (card.lead, card.title, *card.body, card.small) if part)


@pytest.mark.parametrize("kind", PLAN_KINDS)
@pytest.mark.parametrize("where", [Where.DM, Where.CHANNEL])
def test_members_reminder_has_three_wordings(kind, where):
    texts = [message(claim(kind, where, variant=n), DUE).body for n in range(6)]

    assert len(set(texts[:3])) == 3
    assert texts[3:] == texts[:3]


@pytest.mark.parametrize("kind", [kind for kind in POST_KINDS if kind in TIP_KINDS])
def test_post_has_three_wordings(kind):
    texts = [message(claim(kind, Where.OFF, variant=n), DUE).body for n in range(3)]

    assert len(set(texts)) == 3


@pytest.mark.parametrize("kind", PLAN_KINDS)
@pytest.mark.parametrize("variant", range(3))
def test_reminder_in_a_channel_says_nothing_of_the_body(kind, variant):
    card = message(claim(kind, Where.CHANNEL, variant=variant), DUE)

    assert BODY.findall(words(card)) == []


def test_no_tip_makes_a_claim_that_is_never_made():
    every = [
        text for tip in TIPS.values() for text in (*tip.private, *tip.open, *tip.group, tip.caution)
    ]

    assert [text for text in every if NEVER_SAID.search(text)] == []


def test_first_timer_names_what_needs_a_doctor_in_every_wording():
    for text in TIPS[Kind.FIRST_TIMER].private:
        for sign in ("tea", "swell", "weak", "medical help"):
            assert sign in text.lower()


def test_longest_post_stays_within_discords_limits():
    card = message(claim(Kind.TEXT, Where.OFF, text="@" * 1000, role_id=2**62), DUE)

    assert len(words(card)) <= 4_000
    assert all(len(button.action) <= 100 for row in card.rows for button in row)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (5, False), (6, True)])
def test_reminder_says_that_it_is_late_beyond_five_minutes(minutes, late):
    card = message(claim(Kind.HYDRATE), DUE + timedelta(minutes=minutes))

    assert ("Late: this was due <t:1772456400:f>." in words(card)) is late


def test_mark_is_the_first_button():
    for one in (claim(Kind.SLEEP), claim(Kind.SLEEP, Where.OFF)):
        assert message(one, DUE).rows[0][0].action == mark(one)


def test_mark_of_a_check_in_is_its_first_question():
    one = claim(Kind.CHECKIN)

    assert message(one, DUE).rows[0][0].action == mark(one) == f"check.sore:{2**62}"


def test_wording_goes_round():
    assert [wording(("a", "b", "c"), n) for n in range(4)] == ["a", "b", "c", "a"]


@pytest.mark.parametrize(
    "code", [*SkipReason, *TARGET.values(), "dm_closed", "no_shared_server", "in_doubt", "fault"]
)
def test_every_reason_has_its_words(code):
    assert code in FATES


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("quiet", "your quiet hours outlasted it"),
        ("status_503", "Discord was in trouble (503)"),
        ("refused_50035", "Discord refused it (50035)"),
    ],
)
def test_reason_is_told(code, words):
    assert why(code) == words


@pytest.mark.parametrize("where", [Where.DM, Where.CHANNEL])
def test_wind_down_before_an_early_run_names_bedtime_to_its_member_alone(where):
    early = replace(claim(Kind.SLEEP, where), ordinal=5)
    usual = replace(claim(Kind.SLEEP, where), ordinal=2)

    said = words(message(early, DUE))

    assert (f"<t:{int(early.stale_at.timestamp())}:t>" in said) == (where is Where.DM)
    assert (said == words(message(usual, DUE))) == (where is Where.CHANNEL)
