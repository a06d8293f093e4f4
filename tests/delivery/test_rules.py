"""Members' own recurring reminders: day after day, once each, and what ends or holds them."""

from datetime import date, time, timedelta
from itertools import islice

import pytest

from bot.domain.decisions.rule_plans import upcoming
from bot.domain.facts.member import Change
from bot.domain.facts.occurrences import PlannedRule
from bot.domain.facts.reminders import State
from bot.domain.facts.settings import Kind, QuietHours, ReminderSettings, Rule, Where
from bot.domain.facts.training import Report
from tests.controls import enabled

BERLIN = "Europe/Berlin"  # the clocks go forward on Sunday 2026-03-29


@pytest.fixture
def give(gym):
    """Give somebody a rule, planned as from now."""

    async def give(person, **fields):
        member = await gym.store.members.context(person.id, None)
        rule = Rule(
            **{
                "member_id": person.id,
                "rule_id": 7000 + len(member.rules),
                "kind": Kind.HYDRATE,
                "at": time(13),
                "zone": "UTC",
                **fields,
            }
        )
        await gym.save(person, Change(rules=(planned(rule, member, gym.now),)))
        return rule

    return give


def planned(rule, member, now):
    coming = upcoming(rule, member.profile.quiet, None, after=now, now=now)
    return PlannedRule(rule=rule, ahead=tuple(islice(coming, 5)))


def arrivals(person):
    return [message.raw["timestamp"][:16] for message in person.inbox]


async def broken(gym, person):
    return [rule.broken for rule in (await gym.store.members.context(person.id, None)).rules]


async def test_rule_keeps_its_wall_time_across_dst(gym, ann, give):
    await give(ann, at=time(18), days=frozenset({0}), zone=BERLIN)
    gym.start(look_every=6 * 3600)

    await gym.wait(days=36)

    assert arrivals(ann) == [
        "2026-03-02T17:00",
        "2026-03-09T17:00",
        "2026-03-16T17:00",
        "2026-03-23T17:00",
        "2026-03-30T16:00",
        "2026-04-06T16:00",
    ]


async def test_rule_comes_though_leg_days_earn_no_reminders(gym, ann, give):
    await gym.save(ann, Change(reminders=ReminderSettings(on=False)))
    await give(ann)
    gym.start()

    await gym.wait(hours=2)

    assert arrivals(ann) == ["2026-03-02T13:00"]
    assert "Water" in ann.inbox[0].text
    assert enabled(ann.inbox[0]) == ["rem.done", "rem.snooze", "rem.stop"]


async def test_rule_says_another_text_each_time(gym, ann, give):
    await give(ann, kind=Kind.WALK)
    gym.start(look_every=6 * 3600)

    await gym.wait(days=5, hours=2)

    bodies = [message.text.split("\n")[1] for message in ann.inbox]
    assert len(bodies) == 6
    assert len(set(bodies[:3])) == 3
    assert bodies[3:] == bodies[:3]


async def test_rule_inside_quiet_hours_comes_at_their_end_once(gym, give):
    bea = gym.sandbox.person("bea")
    await gym.join(bea, quiet=QuietHours(start=time(22), end=time(8)))
    await give(bea, at=time(23))
    gym.start()

    await gym.wait(days=2)

    assert arrivals(bea) == ["2026-03-03T08:00", "2026-03-04T08:00"]


async def test_bedtime_inside_quiet_hours_comes_shortly_before_them(gym, give):
    bea = gym.sandbox.person("bea")
    await gym.join(bea, quiet=QuietHours(start=time(22), end=time(8)))
    await give(bea, kind=Kind.SLEEP, at=time(22, 30))
    gym.start()

    await gym.wait(days=2)

    assert arrivals(bea) == ["2026-03-02T21:45", "2026-03-03T21:45"]


async def test_rule_ends_with_its_last_day(gym, ann, give):
    await give(ann, until=date(2026, 3, 4))
    gym.start(look_every=6 * 3600)

    await gym.wait(days=6)

    assert arrivals(ann) == ["2026-03-02T13:00", "2026-03-03T13:00", "2026-03-04T13:00"]


async def test_downtime_is_one_late_message_and_every_skip_is_kept(gym, ann, give):
    await give(ann, at=time(11, 50))
    await gym.wait(days=3)
    gym.start()

    await gym.wait(minutes=1)

    assert arrivals(ann) == ["2026-03-05T12:00"]
    assert "Late: this was due <t:1772711400:f>." in ann.inbox[0].text
    assert [
        (f"{row.due_at:%d %H:%M}", str(row.state), row.reason) for row in await gym.rows(ann)
    ] == [
        ("03 11:50", "skipped", "stale"),
        ("04 11:50", "skipped", "stale"),
        ("05 11:50", "sent", None),
        ("06 11:50", "open", None),
    ]
    assert gym.delivery.health().ended == {"sent": 1, "skipped": 2}


async def test_crash_between_send_and_mark_brings_it_once_and_the_chain_goes_on(gym, ann, give):
    await give(ann)
    await gym.crash_after_send(hours=1)

    gym.start()
    await gym.wait(days=1, minutes=1)

    assert arrivals(ann) == ["2026-03-02T13:00", "2026-03-03T13:00"]


async def test_pause_holds_rules_back_without_a_message_or_a_skip(gym, ann, give):
    await give(ann)
    until = gym.now + timedelta(days=2)
    member = await gym.store.members.context(ann.id, None)
    settings = ReminderSettings(on=True, paused_until=until)
    gym.start()
    await gym.wait(hours=2)
    await gym.save(ann, Change(reminders=settings))

    await gym.wait(days=3)

    assert member.rules
    assert arrivals(ann) == ["2026-03-02T13:00", "2026-03-04T13:00", "2026-03-05T13:00"]


async def test_danger_sign_holds_rules_back_until_it_is_taken_back(gym, ann, give):
    await give(ann)
    await gym.save(ann, Change(report=Report(reported_at=gym.now, stop_sign=True)))
    gym.start()

    await gym.wait(hours=2)
    held = await gym.ends(ann)
    await gym.save(ann, Change(report=Report(reported_at=gym.now, stop_sign=False)))
    await gym.wait(days=1)

    assert held == [("skipped", "care"), ("open", None)]
    assert arrivals(ann) == ["2026-03-03T13:00"]


async def test_stop_ends_rules_too(gym, ann, give):
    await give(ann)
    gym.start()

    stopped = await gym.store.reminders.stop(ann.id)
    await gym.wait(days=2)

    assert (stopped.cancelled, stopped.ran) == (1, True)
    assert ann.inbox == []
    assert [rule.paused for rule in (await gym.store.members.context(ann.id, None)).rules] == [True]


async def test_zone_that_is_gone_is_told_once_with_the_last_reminder(gym, ann, give):
    await give(ann)
    await gym.store.database.execute("UPDATE rules SET zone = 'Mars/Olympus'")
    gym.start()

    await gym.wait(days=3)

    (told,) = ann.inbox
    assert "Water" in told.text
    assert "This was the last one for now" in told.text
    assert "Olympus" in told.text
    assert await broken(gym, ann) == ["zone_unknown"]


async def test_closed_dms_end_the_chain_without_breaking_the_rule(gym, ann, give):
    await give(ann)
    gym.sandbox.close_dms(ann)
    gym.start()

    await gym.wait(days=3)

    assert await gym.ends(ann) == [("given_up", "dm_closed")]
    assert await broken(gym, ann) == [None]
    assert len(gym.sends()) <= 2


async def test_rule_waits_for_its_dead_channel_without_knocking(gym, ann, give):
    guild = await gym.configure()
    await give(ann, where=Where.CHANNEL, guild_id=guild.guild_id)
    await gym.configure(channel_id=404)
    gym.start()

    await gym.wait(days=3)

    ends = [end for end in await gym.ends(ann) if end[0] != "open"]
    assert ends == [("given_up", "channel_gone"), *[("skipped", "channel_gone")] * 2]
    assert await broken(gym, ann) == [None]
    assert len(gym.sends()) == 1
    assert (await gym.store.guilds.get(guild.guild_id)).channel_broken == "channel_gone"


async def test_rule_in_a_channel_names_the_member_and_nothing_of_the_body(gym, ann, give):
    guild = await gym.configure()
    await give(ann, kind=Kind.LEG_DAY, where=Where.CHANNEL, guild_id=guild.guild_id)
    gym.start()

    await gym.wait(hours=2)

    (seen,) = gym.sandbox.person("bob").sees()
    assert ann.mention in seen.text
    assert "leg" not in seen.text.casefold()
    assert [ping.users for ping in gym.sandbox.pings] == [(ann.id,)]


async def test_rule_changed_while_it_is_sent_keeps_one_chain(gym, ann, give):
    rule = await give(ann)
    gym.start()
    held = gym.sandbox.faults.hang("POST", "/channels/*/messages", after_effect=True)
    await gym.wait(hours=1)
    member = await gym.store.members.context(ann.id, None)

    await gym.save(ann, Change(rules=(planned(rule, member, gym.now),)))
    held.release()
    await gym.wait(days=1, minutes=1)

    assert arrivals(ann) == ["2026-03-02T13:00", "2026-03-03T13:00"]
    assert [row.state for row in await gym.rows(ann)] == [State.SENT, State.SENT, State.OPEN]
