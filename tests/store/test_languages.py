"""The language somebody is written to: what Discord says, kept with what is written, or chosen."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.facts.member import KeptAnswer
from bot.domain.facts.settings import Consent, GuildSettings, Profile
from bot.store.engine.heard import hear
from bot.store.members.languages import Chosen
from tests import stored

ANN = 180_000_000_000_000_001
BEN = 180_000_000_000_000_002
DAY = timedelta(days=1)


@pytest.fixture
def in_language():
    """Return a function that does something in a task that answers somebody."""

    async def answering(locale, work, member_id=ANN):
        async def task():
            hear(member_id, locale)
            return await work

        return await asyncio.create_task(task())

    return answering


async def kept(store, member_id=ANN):
    (row,) = (await store.members.export(member_id))["members"]
    return row["locale"], row["language_chosen"]


async def test_what_discord_says_is_kept_with_the_next_change_of_any_sort(
    store, change, log, session_of, in_language
):
    await in_language("de", log(ANN, 1))
    first = await kept(store)
    await in_language("pl", change(ANN, session=session_of(ANN, 2)))
    logged = await kept(store)
    await in_language("ja", change(ANN, profile=Profile(zone="Asia/Tokyo")))

    assert [first, logged, await kept(store)] == [("de", 0), ("pl", 0), ("ja", 0)]


async def test_a_change_that_answers_nobody_leaves_it_as_it_was(
    store, log, change, session_of, in_language
):
    await in_language("de", log(ANN, 1))

    await change(ANN, session=session_of(ANN, 2))
    await change(ANN, profile=Profile(zone="UTC"))

    assert await kept(store) == ("de", 0)


async def test_anothers_language_is_never_kept(store, log, in_language):
    await log(ANN, 1)

    await in_language("de", log(ANN, 2), member_id=BEN)

    assert await kept(store) == (None, 0)


async def test_a_choice_outlasts_what_discord_says_until_it_is_taken_back(
    store, log, change, session_of, in_language, clock
):
    await in_language("de", log(ANN, 1))
    await in_language("de", change(ANN, profile=Profile(language="fr")))
    chosen = await kept(store)
    await in_language("pl", change(ANN, session=session_of(ANN, 2)))
    logged = await kept(store)
    clock.advance(days=2)
    await store.members.context(ANN, None)
    await in_language("pl", store.members.touch(ANN, clock.now()))

    assert [chosen, logged, await kept(store)] == [("fr", 1)] * 3
    assert (await store.members.context(ANN, None)).profile.language == "fr"
    assert await store.languages.of_member(ANN) == "fr"

    await in_language("pl", change(ANN, profile=Profile()))

    assert await kept(store) == ("pl", 0)
    assert (await store.members.context(ANN, None)).profile.language is None


async def test_a_look_keeps_it_once_a_day_at_most(store, log, clock, in_language):
    await in_language("de", log(ANN, 1))
    await store.members.context(ANN, None)
    await in_language("pl", store.members.touch(ANN, clock.now()))
    same_day = await kept(store)

    clock.advance(days=2)
    await store.members.context(ANN, None)
    await in_language("pl", store.members.touch(ANN, clock.now()))

    assert [same_day, await kept(store)] == [("de", 0), ("pl", 0)]


async def test_a_kept_answer_keeps_it_as_a_look_does(store, log, clock, in_language):
    await in_language("de", log(ANN, 1))
    clock.advance(days=2)
    await store.members.context(ANN, None)
    asked = KeptAnswer(
        answer_id=7, asked_at=clock.now(), model="1", question="{}", clearance=None, reply="ask"
    )

    await in_language("it", store.members.keep_answer(ANN, asked))

    assert await kept(store) == ("it", 0)


async def test_a_look_of_somebody_of_whom_nothing_is_kept_keeps_nothing(store, clock, in_language):
    await in_language("de", store.members.context(ANN, 9))
    await in_language("de", store.members.touch(ANN, clock.now()))

    assert not any((await store.members.export(ANN)).values())
    assert await store.languages.of_member(ANN) is None


@pytest.mark.parametrize("locale", ["", "x" * 21])
async def test_what_can_be_no_name_of_a_language_is_not_kept(store, log, in_language, locale):
    await in_language(locale, log(ANN, 1))

    assert await kept(store) == (None, 0)


@pytest.mark.parametrize(
    ("locale", "units"),
    [
        ("en-US", ("lb", "mi")),
        ("en-GB", ("kg", "mi")),
        ("de", ("kg", "km")),
        ("tlh", ("kg", "km")),
        (None, ("kg", "km")),
    ],
)
async def test_units_of_somebody_new_follow_from_the_language(
    store, log, in_language, locale, units
):
    async def first_look():
        return (await store.members.context(ANN, None)).profile

    look = first_look() if locale is None else in_language(locale, first_look())
    shown = await look
    await (log(ANN, 1) if locale is None else in_language(locale, log(ANN, 1)))
    stored = (await store.members.context(ANN, None)).profile

    assert [(one.mass_unit, one.distance_unit) for one in (shown, stored)] == [units] * 2


async def test_units_of_somebody_known_stay_whatever_language_follows(store, log, in_language):
    await in_language("de", log(ANN, 1))

    await in_language("en-US", log(ANN, 2))

    profile = (await store.members.context(ANN, None)).profile
    assert (profile.mass_unit, profile.distance_unit) == ("kg", "km")


async def test_who_takes_part_in_a_group_first_has_language_and_units_too(store, in_language):
    await in_language("en-US", stored.join(store, 9, ANN))
    await in_language("de", store.rolls.join(9, BEN, None), member_id=BEN)

    assert [await kept(store, one) for one in (ANN, BEN)] == [("en-US", 0), ("de", 0)]
    units = [(await store.members.context(one, None)).profile.mass_unit for one in (ANN, BEN)]
    assert units == ["lb", "kg"]


async def test_those_who_chose_are_read_together(store, change, now):
    agreed = Consent(version=1, given_at=now)
    await change(ANN, consent=agreed, profile=Profile(language="pl"))
    await change(BEN, consent=agreed, profile=Profile())
    await stored.save_server(store, GuildSettings(guild_id=9, locale="ja"), now=now)
    await stored.save_server(store, GuildSettings(guild_id=8), now=now)

    assert await store.languages.chosen() == Chosen(members={ANN: "pl"}, servers={9: "ja"})


async def test_a_claim_brings_the_language_of_whom_it_is_for_as_it_is_now(
    store, log, change, planned, now, in_language
):
    where = {"hours": 1}
    await in_language("de", log(ANN, 1, planned(1, **where)))
    await stored.save_server(store, GuildSettings(guild_id=9, channel_id=90, locale="fr"), now=now)
    await in_language("de", change(ANN, profile=Profile(language="pl")))

    (claim,) = await store.reminders.claim(
        now + timedelta(hours=1), lease=timedelta(minutes=2), limit=1
    )

    assert claim.recipient is not None
    assert claim.recipient.locale == "pl"
