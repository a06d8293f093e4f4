"""A kind of reminder that is not described in full stops the import, whoever is to send it."""

from dataclasses import replace

import pytest

from bot.domain.facts.kinds import (
    ALONE,
    OWN_KINDS,
    PLAN_KINDS,
    POST_KINDS,
    RANKS,
    ROLLS,
    TIP_KINDS,
    TRAITS,
    check,
)
from bot.domain.facts.settings import Kind
from bot.domain.facts.tables import Incomplete, complete
from bot.texts.reminders.own_tips import OWN_TIPS
from bot.texts.reminders.tips import TIPS, Tip, spoken

TIP_POSTS = [kind for kind in POST_KINDS if kind in TIP_KINDS]


def test_kinds_are_offered_in_the_order_of_the_table():
    assert [kind.value for kind in PLAN_KINDS] == [
        "hydrate", "sleep", "foam_roll", "first_timer", "next_session", "checkin",
    ]  # fmt: skip
    assert [kind.value for kind in POST_KINDS] == [
        "hydrate", "sleep", "foam_roll", "warm_up", "text", "roll_call", "digest",
    ]  # fmt: skip
    assert [kind.value for kind in OWN_KINDS] == [
        "hydrate", "sleep", "foam_roll", "walk", "stretch", "warm_up", "leg_day",
    ]  # fmt: skip


def test_warnings_come_first_and_questions_and_warnings_alone():
    assert sorted(RANKS, key=RANKS.__getitem__) == [
        "first_timer", "sleep", "hydrate", "next_session", "foam_roll",
    ]  # fmt: skip
    assert {"checkin", "first_timer"} == ALONE
    assert {"roll_call", "digest"} == ROLLS


@pytest.mark.parametrize("kind", Kind)
def test_kind_that_is_missing_is_named(kind):
    with pytest.raises(Incomplete, match=f"the table of kinds lacks {kind.value}"):
        check({each: traits for each, traits in TRAITS.items() if each is not kind})


@pytest.mark.parametrize(
    ("kind", "wrong", "sentence"),
    [
        (Kind.STRETCH, {"own": False}, "nobody sends stretch"),
        (Kind.CHECKIN, {"tip": True}, "checkin is planned: a tip needs a rank"),
        (Kind.SLEEP, {"tip": False}, "sleep is planned: a tip needs a rank"),
        (Kind.STRETCH, {"planned": TRAITS[Kind.SLEEP].planned}, "two planned kinds share a rank"),
    ],
)
def test_kind_that_is_described_in_part_is_refused(kind, wrong, sentence):
    with pytest.raises(Incomplete, match=sentence):
        check({**TRAITS, kind: replace(TRAITS[kind], **wrong)})


@pytest.mark.parametrize("kind", TIP_POSTS)
def test_post_without_words_is_refused(kind):
    without = {each: tip for each, tip in TIPS.items() if each is not kind}
    mute = {**TIPS, kind: replace(TIPS[kind], group=())}

    for tips in (without, mute):
        with pytest.raises(Incomplete, match=rf"^words lacks .*{kind.value}"):
            spoken("words", tips, to_members=PLAN_KINDS, to_servers=TIP_POSTS)


@pytest.mark.parametrize("kind", OWN_KINDS)
@pytest.mark.parametrize("wrong", [{"private": ()}, {"open": ()}], ids=str)
def test_reminder_without_words_by_dm_or_in_a_channel_is_refused(kind, wrong):
    mute = {**OWN_TIPS, kind: replace(OWN_TIPS[kind], **wrong)}

    with pytest.raises(Incomplete, match=f"^words lacks those of {kind.value} by DM"):
        spoken("words", mute, to_members=OWN_KINDS)


def test_stretching_as_a_post_has_no_words_and_is_refused():
    with pytest.raises(Incomplete, match=r"^words lacks stretch$"):
        spoken("words", TIPS, to_members=PLAN_KINDS, to_servers=[*TIP_POSTS, Kind.STRETCH])


def test_words_of_what_nobody_sends_are_refused():
    with pytest.raises(Incomplete, match=r"^words does not need stretch$"):
        complete("words", {**TIPS, Kind.STRETCH: Tip()}, TIPS)
