"""Members' own recurring reminders: when they come, and what a member may decide about them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.decisions import rule_plans, rules
from bot.domain.decisions.rules import RuleEdit, RuleRequest
from bot.domain.facts.errors import BadInput, LegdayError, NeedsZone, NotFound
from bot.domain.facts.member import Change, Member
from bot.domain.facts.reminders import OPEN_END
from bot.domain.facts.schedule import quiet_until
from bot.domain.facts.settings import (
    MAX_RULES,
    Consent,
    GuildSettings,
    Kind,
    Profile,
    QuietHours,
    ReminderSettings,
    Rule,
    Where,
)
from bot.domain.reading import zone_tables, zones
from bot.domain.timing import own_rules, recurring
from bot.domain.timing.recurring import GRACE, LONGEST_MOVE, Recurrence
from tests.domain.rule_fields import RuleFields


class AllFields(RuleFields, total=False):
    """Of a ``Rule``, its kind too."""

    kind: Kind


class TypedEdit(TypedDict, total=False):
    """Of a rule, what somebody typed to change it."""

    at: str
    days: str
    until: str
    where: Where


class Typed(TypedEdit, total=False):
    """Of a rule, what somebody typed to add it."""

    kind: Kind


NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
BERLIN = "Europe/Berlin"
ANN = Member(
    member_id=7,
    consent=Consent(version=1, given_at=NOW),
    profile=Profile(zone=BERLIN),
    reminders=ReminderSettings(on=True),
)
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0))
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2031, 1, 1)).map(  # noqa: DTZ001 - Hypothesis wants naive bounds
    lambda at: at.replace(tzinfo=UTC, second=0, microsecond=0)
)
ZONES = st.sampled_from(sorted(zone_tables.names()))
RECURRENCES = st.builds(
    Recurrence,
    of=st.just(1),
    at=CLOCKS,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    zone=ZONES.map(zones.zone),
    quiet=st.builds(QuietHours, start=CLOCKS, end=CLOCKS),
    early=st.booleans(),
)


def rule(**fields: Unpack[AllFields]) -> Rule:
    made = Rule(member_id=7, rule_id=1, kind=Kind.WALK, at=time(18), zone=BERLIN)
    return replace(made, **fields)


def dues(one: Rule, member: Member = ANN, count: int = 3) -> list[str]:
    coming = rule_plans.upcoming(
        one, member.profile.quiet, member.reminders.paused_until, after=NOW, now=NOW
    )
    return [f"{each.due_at:%a %d %H:%M}" for each in islice(coming, count)]


def added(member: Member = ANN, **typed: Unpack[Typed]) -> tuple[Change, rules.Added]:
    ask = RuleRequest(kind=Kind.WALK, at="18:00")
    return rules.add(member, 1, replace(ask, **typed), NOW)


@settings(max_examples=150, deadline=None)
@given(RECURRENCES, MOMENTS)
def test_occurrences_come_in_order_once_a_date_and_outside_quiet_hours(
    one: Recurrence, after: datetime
) -> None:
    coming = list(islice(recurring.comings(one, after=after), 6))

    for earlier, later in pairwise(coming):
        assert earlier.nominal_date < later.nominal_date
        assert earlier.due_at <= later.due_at
    for each in coming:
        assert each.due_at > after
        assert each.nominal_date.weekday() in one.days
        assert each.stale_at == each.due_at + GRACE
        assert quiet_until(each.due_at, one.quiet, one.zone) is None


@settings(max_examples=150, deadline=None)
@given(RECURRENCES, MOMENTS, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_after_an_outage_each_occurrence_is_missed_or_ahead(
    one: Recurrence, after: datetime, down: timedelta
) -> None:
    now = after + down

    missed = recurring.missed(one, after=after, now=now)
    ahead = list(islice(recurring.ahead(one, after=after, now=now), 3))

    assert [*missed, *ahead] == list(
        islice(recurring.comings(one, after=after), len(missed) + len(ahead))
    )
    assert all(each.stale_at <= now for each in missed)
    late = [each for each in ahead if each.due_at <= now]
    assert all(each.due_at + GRACE > now for each in late)


@settings(max_examples=150, deadline=None)
@given(RECURRENCES, MOMENTS, ZONES, st.timedeltas(timedelta(0), timedelta(days=2)))
def test_moved_zone_repeats_no_date_that_was_over(
    one: Recurrence, start: datetime, zone: str, later: timedelta
) -> None:
    now = start + later
    before = rule(at=one.at, days=one.days, zone=one.zone.key)
    moved = ANN._replace(profile=Profile(zone=zone, quiet=one.quiet), rules=(before,))
    was_next = next(rule_plans.upcoming(before, one.quiet, None, after=now, now=now))

    (planned,) = rule_plans.replanned(moved, now)

    assert planned.rule.zone == zone
    assert planned.rule.at == before.at
    assert all(each.nominal_date >= was_next.nominal_date for each in planned.ahead)
    horizon = now + timedelta(days=36) + LONGEST_MOVE
    assert all(now < each.due_at < horizon for each in planned.ahead)


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (rule(), ["Mon 02 17:00", "Tue 03 17:00", "Wed 04 17:00"]),
        (rule(days=frozenset({5, 6})), ["Sat 07 17:00", "Sun 08 17:00", "Sat 14 17:00"]),
        (rule(at=time(12)), ["Tue 03 11:00", "Wed 04 11:00", "Thu 05 11:00"]),
        (rule(until=date(2026, 3, 3)), ["Mon 02 17:00", "Tue 03 17:00"]),
        (rule(until=date(2026, 3, 1)), []),
        (rule(at=time(23)), ["Tue 03 07:00", "Wed 04 07:00", "Thu 05 07:00"]),
        (rule(at=time(23), kind=Kind.SLEEP), ["Mon 02 20:45", "Tue 03 20:45", "Wed 04 20:45"]),
        (rule(at=time(2), kind=Kind.SLEEP), ["Mon 02 20:45", "Tue 03 20:45", "Wed 04 20:45"]),
        (rule(paused=True), []),
        (rule(broken="channel_gone"), []),
        (rule(zone="Mars/Olympus"), []),
        (rule(days=frozenset()), []),
    ],
)
def test_rule_comes(one: Rule, expected: list[str]) -> None:
    assert dues(one) == expected


def test_bedtime_in_a_night_without_an_evening_comes_when_it_ends() -> None:
    nearly_always = QuietHours(start=time(8, 10), end=time(8))
    member = ANN._replace(profile=Profile(zone=BERLIN, quiet=nearly_always))

    assert dues(rule(kind=Kind.SLEEP), member) == ["Tue 03 07:00", "Wed 04 07:00", "Thu 05 07:00"]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (NOW + timedelta(days=3), ["Thu 05 17:00", "Fri 06 17:00", "Sat 07 17:00"]),
        (NOW - timedelta(days=3), ["Mon 02 17:00", "Tue 03 17:00", "Wed 04 17:00"]),
        (OPEN_END, []),
    ],
)
def test_pause_holds_a_rule_back(until: datetime, expected: list[str]) -> None:
    settings_ = ReminderSettings(on=True, paused_until=until)

    assert dues(rule(), ANN._replace(reminders=settings_)) == expected


def test_add_reads_what_was_typed() -> None:
    change, result = added(at="7 pm", days="mo, we and fr", until="3 weeks")

    expected = rule(at=time(19), days=frozenset({0, 2, 4}), until=date(2026, 3, 23))
    assert result.planned.rule == expected
    assert change.rules == (result.planned,)
    assert result.member.rules == (expected,)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ({"at": "25:61"}, "clock_not_understood"),
        ({"at": ""}, "clock_not_understood"),
        ({"days": "every 30 Feb"}, "days_not_understood"),
        ({"days": "feb 30"}, "days_not_understood"),
        ({"days": "never"}, "days_not_understood"),
        ({"days": " "}, "days_not_understood"),
        ({"until": "yesterday"}, "rule_until_past"),
        ({"until": "500 days"}, "rule_until_too_far"),
        ({"until": "some day"}, "rule_until_not_understood"),
        ({"at": "9:00", "until": "today"}, "rule_never_comes"),
        ({"kind": Kind.CHECKIN}, "not_a_choice"),
        ({"where": Where.OFF}, "not_a_choice"),
        ({"where": Where.CHANNEL}, "channel_needs_server"),
    ],
)
def test_add_refuses(typed: Typed, key: str) -> None:
    with pytest.raises(LegdayError) as refused:
        added(**typed)

    assert refused.value.key == key


def test_add_needs_a_zone_that_there_is() -> None:
    with pytest.raises(NeedsZone):
        added(ANN._replace(profile=Profile()))
    with pytest.raises(BadInput) as refused:
        added(ANN._replace(profile=Profile(zone="Mars/Olympus")))

    assert refused.value.key == "zone_unknown"


def test_add_takes_the_servers_zone_and_channel() -> None:
    here = GuildSettings(guild_id=5, channel_id=6, zone="Asia/Tokyo")
    member = ANN._replace(profile=Profile(), guild=here)

    _, result = added(member, where=Where.CHANNEL)

    assert result.planned.rule == rule(zone="Asia/Tokyo", where=Where.CHANNEL, guild_id=5)
    assert not result.try_dm


def test_quota_counts_what_still_runs() -> None:
    over = tuple(rule(rule_id=n + 100, until=date(2026, 2, 1)) for n in range(5))
    full = tuple(rule(rule_id=n + 200, at=time(8, n)) for n in range(MAX_RULES))

    added(ANN._replace(rules=over + full[1:]))
    with pytest.raises(BadInput) as refused:
        added(ANN._replace(rules=over + full))

    assert refused.value.key == "rules_full"


def test_the_same_interaction_again_is_the_same_rule() -> None:
    _, once = added()

    _, twice = added(once.member)

    assert twice.member.rules == once.member.rules


@pytest.mark.parametrize(
    ("member", "tries"),
    [
        (ANN, False),
        (ANN._replace(dm_closed_at=NOW), True),
        (ANN._replace(reminders=ReminderSettings()), True),
        (ANN._replace(reminders=ReminderSettings(), rules=(rule(rule_id=9, at=time(9)),)), False),
    ],
    ids=["comes by DM already", "was closed", "nothing came by DM", "another comes by DM"],
)
def test_first_dm_is_tried(member: Member, tries: bool) -> None:
    assert added(member)[1].try_dm is tries


def test_closed_dms_leave_nothing_planned_by_dm() -> None:
    here = rule(rule_id=2, where=Where.CHANNEL, guild_id=5)
    closed = ANN._replace(dm_closed_at=NOW, rules=(rule(), here))

    by_dm, in_channel = rule_plans.replanned(closed, NOW)

    assert by_dm.ahead == ()
    assert in_channel.ahead


def test_new_zone_mends_what_the_old_one_broke_and_nothing_else() -> None:
    gone = rule(zone="Mars/Olympus", broken="zone_unknown")
    dead = rule(rule_id=2, broken="channel_gone", where=Where.CHANNEL, guild_id=5)

    mended, still = rule_plans.replanned(ANN._replace(rules=(gone, dead)), NOW)

    assert (mended.rule.broken, mended.rule.zone) == (None, BERLIN)
    assert mended.ahead
    assert (still.rule.broken, still.ahead) == ("channel_gone", ())


def test_resuming_starts_all_but_those_without_a_zone() -> None:
    stopped = rule(paused=True)
    dead = rule(rule_id=2, broken="channel_gone")
    gone = rule(rule_id=3, zone="Mars/Olympus", broken="zone_unknown")

    running = rules.resumed(ANN._replace(rules=(stopped, dead, gone)))

    assert [own_rules.runs(one) for one in running] == [True, True, False]


def test_remove_finds_own_ones_only() -> None:
    change, gone = rules.remove(ANN._replace(rules=(rule(),)), 1, NOW)

    assert change.removed_rules == (1,)
    assert gone == rule()
    with pytest.raises(NotFound):
        rules.remove(ANN, 1, NOW)


def test_known_zone_is_that_of_the_pinned_database() -> None:
    assert recurring.known_zone(BERLIN) is zones.zone(BERLIN)
    assert recurring.known_zone("Mars/Olympus") is None
    assert isinstance(recurring.known_zone("UTC"), ZoneInfo)


OLD = rule(until=date(2026, 5, 1), days=frozenset({0, 2}), where=Where.CHANNEL, guild_id=9)
HAS = ANN._replace(rules=(OLD,), guild=GuildSettings(guild_id=9, channel_id=90))


@pytest.mark.parametrize(
    ("said", "changed"),
    [
        ({"at": "7:15pm"}, {"at": time(19, 15)}),
        ({"days": "weekends"}, {"days": frozenset({5, 6})}),
        ({"until": "20 march"}, {"until": date(2026, 3, 20)}),
        ({"until": "Never"}, {"until": None}),
        ({"where": Where.DM}, {"where": Where.DM, "guild_id": None}),
        ({"where": Where.CHANNEL}, {}),
    ],
)
def test_edit_changes_only_what_is_said(said: TypedEdit, changed: AllFields) -> None:
    change, edited = rules.edit(HAS, 1, RuleEdit(**said), NOW)

    assert edited.planned.rule == replace(OLD, **changed)
    assert [planned.rule for planned in change.rules] == [edited.planned.rule]
    assert edited.member.rules == (edited.planned.rule,)


@pytest.mark.parametrize(
    ("broken", "said", "after"),
    [
        ("50001", {"where": Where.DM}, None),
        ("50001", {"at": "19:00"}, "50001"),
        (own_rules.ZONE_UNKNOWN, {"where": Where.DM}, own_rules.ZONE_UNKNOWN),
    ],
)
def test_edit_tries_again_what_was_disabled_for_its_place(
    broken: str, said: TypedEdit, after: str | None
) -> None:
    zone = "Mars/Base" if broken == own_rules.ZONE_UNKNOWN else BERLIN
    has = HAS._replace(profile=Profile(), rules=(replace(OLD, broken=broken, zone=zone),))

    _, edited = rules.edit(has, 1, RuleEdit(**said), NOW)

    assert edited.planned.rule.broken == after


@pytest.mark.parametrize(
    ("rule_id", "said", "key"),
    [
        (2, {"at": "19:00"}, "rule_gone"),
        (1, {}, "rule_edit_is_empty"),
        (1, {"at": "soonish"}, "clock_not_understood"),
        (1, {"where": Where.OFF}, "not_a_choice"),
        (1, {"until": "yesterday"}, "rule_until_past"),
        (1, {"days": "sun", "until": "tomorrow"}, "rule_never_comes"),
        (1, {"at": "12:00", "days": "every day", "where": Where.DM}, "rule_exists"),
    ],
)
def test_edit_refuses(rule_id: int, said: TypedEdit, key: str) -> None:
    other = rule(rule_id=3, at=time(12))
    has = HAS._replace(rules=(other, OLD))

    with pytest.raises(LegdayError) as refused:
        rules.edit(has, rule_id, RuleEdit(**said), NOW)

    assert refused.value.key == key


def test_edit_of_the_last_that_fits_is_no_new_one() -> None:
    full = tuple(rule(rule_id=number, at=time(1, number)) for number in range(1, MAX_RULES + 1))

    change, _ = rules.edit(ANN._replace(rules=full), 3, RuleEdit(at="18:00"), NOW)

    assert len(change.rules) == MAX_RULES


def test_edit_of_a_stopped_rule_leaves_it_stopped() -> None:
    has = HAS._replace(rules=(replace(OLD, paused=True),))

    _, edited = rules.edit(has, 1, RuleEdit(at="19:00"), NOW)

    assert edited.planned.rule.paused
    assert edited.planned.ahead == ()
