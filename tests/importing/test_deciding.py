"""What an import does to a log and to the reminders that come of it."""

from datetime import timedelta

import pytest

from bot.domain.facts.errors import NeedsZone
from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import Consent, MassUnit, Profile, ReminderSettings
from bot.domain.facts.training import Focus, LegSession
from bot.domain.importing.deciding import FileWishes, add, undo
from bot.importing.reading import read

DOOM = "Belt Machine of Doom"
NONE_TOLD = FileWishes()


@pytest.fixture
def ann(now):
    return Member(
        member_id=7,
        consent=Consent(version=1, given_at=now),
        profile=Profile(zone="Europe/Berlin"),
        reminders=ReminderSettings(on=True),
    )


@pytest.fixture
def bring(ann, now, sample):
    """Return a function that decides on a sample for a member."""

    def decided(name, wishes=NONE_TOLD, member=ann, at=now):
        return add(member, read(sample(name), now), wishes, import_id=50, now=at)

    return decided


def test_reminders_are_planned_for_the_newest_leg_day_only(bring, now):
    change, brought = bring("strong_again_with_one_more.csv", at=now - timedelta(days=2, hours=17))

    newest = brought.entries.sessions[0]
    assert len(change.imported.sessions) == 3
    assert {each.session_id for each in change.plan} == {newest.session_id}
    assert brought.newest is not None


def test_old_leg_days_send_nothing_and_say_nothing_of_when_running_opens(bring, now):
    change, brought = bring("hevy_german_months.csv")

    assert change.plan == ()
    assert brought.newest is None


def test_unknown_names_count_where_they_are_ticked(bring):
    _, without = bring("strong_comma.csv")
    change, ticked = bring("strong_comma.csv", FileWishes(legs=frozenset({DOOM})))

    assert [len(each.exercises) for each in without.entries.sessions] == [1, 3 + 2]
    assert [each.name for each in ticked.entries.sessions[0].exercises] == [
        "bulgarian_split_squat",
        DOOM,
    ]
    assert {each.focus for each in change.imported.sessions} == {Focus.LEGS}
    assert all(each.effort is None for each in change.imported.sessions)


def test_loads_without_a_unit_are_in_the_members_or_the_chosen_one(bring):
    _, kilograms = bring("strong_comma.csv")
    _, pounds = bring("strong_comma.csv", FileWishes(unit=MassUnit.LB))
    _, said = bring("hevy_kg.csv", FileWishes(unit=MassUnit.LB))

    loads = [made.entries.sessions[-1].exercises[0].load_kg for made in (kilograms, pounds, said)]
    assert loads == [100.0, 45.36, 100.0]


def test_nothing_new_changes_nothing(bring, ann):
    _, first = bring("strong_comma.csv")

    change, again = bring("strong_comma.csv", member=first.member._replace())

    assert change == Change()
    assert again.entries.there == 3


def test_undoing_takes_what_came_with_the_import_alone(bring, now):
    _, first = bring("strong_comma.csv")
    own = first.member.sessions[0]._replace(import_id=None)
    mixed = first.member._replace(sessions=(own, *first.member.sessions[1:]))

    change, undone = undo(mixed, 50, now)

    assert (undone.leg_days, undone.runs) == (1, 1)
    assert change.removed_import == 50


def test_after_undoing_only_what_is_left_counts(ann, now):
    own = LegSession(session_id=1, ended_at=now - timedelta(hours=1), effort=6)
    brought = tuple(
        LegSession(session_id=2 + weeks, ended_at=now - timedelta(weeks=weeks + 1), import_id=50)
        for weeks in range(12)
    )
    alone = ann._replace(sessions=(own,), session_count=1)
    mixed = ann._replace(sessions=(own, *brought), session_count=13)

    change, undone = undo(mixed, 50, now)

    assert undone.leg_days == 12
    assert change.plan == undo(alone, 50, now)[0].plan


def test_local_times_need_a_zone(bring, ann):
    with pytest.raises(NeedsZone):
        bring("hevy_kg.csv", member=ann._replace(profile=Profile()))
