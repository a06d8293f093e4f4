"""Rolls in the store: answers that set, leaving, closing, and what is deleted with whom."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.facts.errors import BadInput, Expired, NotAllowed, NotFound
from bot.domain.facts.settings import GuildSettings
from bot.domain.group.rolls import AskedRoll, Roll, RollKind, RollPress, Said
from tests import stored
from tests.store.conftest import NOW

GUILD, CHANNEL, ROLL, MESSAGE = 9, 90, 1 << 60, 1 << 61
ANN, BEN = 180_000_000_000_000_001, 180_000_000_000_000_002


def asked(roll_id=ROLL, channel_id=CHANNEL, guild_id=GUILD, by=BEN):
    return AskedRoll(
        roll_id=roll_id, guild_id=guild_id, channel_id=channel_id, member_id=by, text="tonight"
    )


def press(who, said, *, roll_id=ROLL, guild_id=GUILD, channel_id=CHANNEL, message_id=MESSAGE):
    return RollPress(
        roll_id=roll_id,
        guild_id=guild_id,
        channel_id=channel_id,
        member_id=who,
        said=said,
        message_id=message_id,
    )


@pytest.fixture
async def rolls(store):
    """A roll call, and Ann and Ben who take part."""
    await store.rolls.open(asked())
    for member in (ANN, BEN):
        await stored.join(store, GUILD, member)
    return store.rolls


@pytest.fixture
def answers(store):
    async def read(roll_id=ROLL):
        found = await store.rolls.look(roll_id)
        return {each.member_id: each.said for each in found.answers}

    return read


async def test_answers_set_and_do_not_toggle(rolls, answers, clock):
    seen = []
    for said in (Said.IN, Said.IN, Said.DONE, Said.REST, None, None):
        clock.advance(seconds=1)
        await rolls.press(press(ANN, said))
        seen.append((await answers()).get(ANN))

    assert seen == [Said.IN, Said.IN, Said.DONE, Said.REST, None, None]


async def test_newest_answer_stands_first(rolls, clock):
    for who in (ANN, BEN, ANN):
        clock.advance(seconds=1)
        await rolls.press(press(who, Said.IN))

    assert (await rolls.look(ROLL)).who(Said.IN) == (ANN, BEN)


async def test_who_has_not_joined_leaves_no_trace(rolls, store):
    stranger = BEN + 1

    expected = await rolls.expect(press(stranger, Said.IN))
    pressed = await rolls.press(press(stranger, Said.IN))

    assert not expected.joined
    assert pressed == expected
    assert not any((await store.members.export(stranger)).values())
    assert not (await rolls.look(ROLL)).roll.stale


@pytest.mark.parametrize(
    ("forged", "key"),
    [
        ({"guild_id": GUILD + 1}, "roll_gone"),
        ({"channel_id": CHANNEL + 1}, "roll_gone"),
        ({"roll_id": ROLL + 1}, "roll_gone"),
        ({"message_id": MESSAGE + 1}, "roll_gone"),
    ],
)
async def test_press_from_elsewhere_is_refused(rolls, answers, forged, key):
    await rolls.press(press(BEN, Said.IN))

    for ask in (rolls.expect, rolls.look_open, rolls.press):
        with pytest.raises(NotFound) as refused:
            await ask(press(ANN, Said.IN, **forged))
        assert refused.value.key == key

    assert await answers() == {BEN: Said.IN}


async def test_the_clock_closes_it_however_late_it_is_folded(rolls, store, clock, answers):
    await rolls.press(press(ANN, Said.IN))
    closes = (await rolls.look(ROLL)).roll.closes_at
    clock.at = closes - timedelta(seconds=1)
    await rolls.press(press(ANN, Said.DONE))
    clock.at = closes

    for ask in (rolls.expect, rolls.press):
        with pytest.raises(Expired) as late:
            await ask(press(ANN, Said.REST))
        assert late.value.key == "roll_closed"
    before = await answers()
    await store.roll_closing.round()

    closed = await rolls.look(ROLL)
    assert before == {ANN: Said.DONE}
    assert (closed.answers, closed.roll.counts, closed.roll.text) == ((), (0, 1, 0), "")
    assert (await store.members.export(ANN))["roll_answers"] == []


async def test_what_is_drawn_counts_only_while_it_is_the_latest(rolls, store):
    revisions = []
    for who in (ANN, BEN):
        await rolls.press(press(who, Said.IN))
        revisions.append((await rolls.look(ROLL)).roll.revision)
    first, second = revisions

    outrun = await rolls.drawn(ROLL, first)
    still = (await store.roll_closing.round())[0]
    latest = await rolls.drawn(ROLL, second)

    assert (outrun, latest) == (False, True)
    assert still == [(ROLL, CHANNEL, MESSAGE)]
    assert (await store.roll_closing.round())[0] == []


async def test_an_older_state_that_arrives_after_the_latest_is_drawn_over(rolls, store):
    await rolls.press(press(ANN, Said.IN))
    older = (await rolls.look(ROLL)).roll.revision
    await rolls.press(press(BEN, Said.IN))
    await rolls.drawn(ROLL, (await rolls.look(ROLL)).roll.revision)
    drawn = (await store.roll_closing.round())[0]

    assert not await rolls.drawn(ROLL, older)

    assert drawn == []
    assert (await store.roll_closing.round())[0] == [(ROLL, CHANNEL, MESSAGE)]


@pytest.fixture
async def card(rolls):
    """A leg day that Ann shares."""
    shared = Roll(
        kind=RollKind.CARD,
        roll_id=ROLL + 9,
        guild_id=GUILD,
        channel_id=CHANNEL,
        asked_by=ANN,
        text="legs:quads",
        message_id=MESSAGE + 9,
        opened_at=NOW,
        closes_at=NOW + timedelta(hours=48),
    )
    await rolls.keep(shared)
    return shared


async def test_a_card_is_removed_by_whose_it_is(rolls, card):
    await rolls.remove_card(BEN, card.message_id)
    kept = await rolls.look(card.roll_id)
    await rolls.remove_card(ANN, card.message_id)

    assert kept.roll == card
    assert await rolls.look(card.roll_id) is None


@pytest.mark.parametrize("way", ["leave", "delete"])
async def test_who_goes_takes_the_words_of_their_cards_along(rolls, store, card, way):
    if way == "leave":
        await store.memberships.leave(GUILD, ANN)
    else:
        await store.members.delete(ANN)

    withdrawn = (await rolls.look(card.roll_id)).roll
    assert (withdrawn.is_withdrawn, withdrawn.text, withdrawn.stale) == (True, "", True)


@pytest.mark.parametrize("way", ["leave", "delete"])
async def test_who_goes_is_is_named_nowhere_and_its_message_is_drawn_anew(
    rolls, store, answers, way
):
    for who in (ANN, BEN):
        await rolls.press(press(who, Said.IN))
    await rolls.drawn(ROLL, (await rolls.look(ROLL)).roll.revision)

    if way == "leave":
        assert await store.memberships.leave(GUILD, BEN)
        assert not await store.memberships.leave(GUILD, BEN)
    else:
        assert (await store.members.delete(BEN))["roll_answers"] == 1

    assert await answers() == {ANN: Said.IN}
    assert (await store.roll_closing.round())[0] == [(ROLL, CHANNEL, MESSAGE)]
    assert not await store.memberships.has(GUILD, BEN)
    assert not (await rolls.press(press(BEN, Said.IN))).joined
    assert (await rolls.look(ROLL)).roll.asked_by == (BEN if way == "leave" else None)


@pytest.mark.parametrize("first", ["leave", "fold"])
async def test_leaving_while_it_is_folded_leaves_no_name_whichever_comes_first(
    rolls, store, clock, answers, first
):
    for who in (ANN, BEN):
        await rolls.press(press(who, Said.IN))
    clock.at = (await rolls.look(ROLL)).roll.closes_at

    leaving, folding = store.memberships.leave(GUILD, ANN), store.roll_closing.round()
    await asyncio.gather(*([leaving, folding] if first == "leave" else [folding, leaving]))

    closed = await rolls.look(ROLL)
    assert await answers() == {}
    assert closed.roll.counts in {(1, 0, 0), (2, 0, 0)}  # several connections keep no order
    assert closed.roll.stale
    assert not await store.memberships.has(GUILD, ANN)


@pytest.mark.parametrize("way", ["off", "reset", "left"])
async def test_all_that_is_open_closes_with_the_server(rolls, store, way):
    await rolls.press(press(ANN, Said.IN))

    if way == "off":
        settings = GuildSettings(guild_id=GUILD, group_on=False)
        await stored.save_server(store, settings, now=NOW)
        with pytest.raises(NotAllowed):
            await rolls.press(press(ANN, Said.DONE))
    elif way == "reset":
        await store.guilds.reset(GUILD)
    else:
        await store.guilds.leave(GUILD)

    closed = await rolls.look(ROLL)
    assert closed.roll.counts == (1, 0, 0)
    assert closed.answers == ()
    assert await store.memberships.has(GUILD, ANN)


async def test_a_forgotten_server_takes_its_group_life_along(rolls, store):
    await rolls.press(press(ANN, Said.IN))

    await store.guilds.forget(GUILD)

    assert await rolls.look(ROLL) is None
    assert not await store.memberships.has(GUILD, ANN)


async def test_members_ask_once_a_channel_and_three_times_a_day(rolls, clock):
    with pytest.raises(BadInput) as twice:
        await rolls.open(asked(ROLL + 1))
    await rolls.open(asked())  # the same interaction again
    for number in (1, 2):
        await rolls.open(asked(ROLL + number, CHANNEL + number))
    with pytest.raises(BadInput) as fourth:
        await rolls.open(asked(ROLL + 3, CHANNEL + 3))
    await rolls.open(asked(ROLL + 4, CHANNEL, GUILD + 1))
    clock.advance(days=1)
    await rolls.open(asked(ROLL + 5))

    assert [twice.value.key, fourth.value.key] == ["roll_open_already", "rolls_full"]


async def test_numbers_and_unused_memberships_go_in_time(rolls, store, clock):
    await rolls.press(press(ANN, Said.IN))
    clock.advance(days=2)
    await store.roll_closing.round()
    clock.advance(days=34)
    await store.roll_closing.purge()
    kept = await rolls.look(ROLL)
    clock.advance(days=2)
    await store.roll_closing.purge()
    await store.memberships.purge()
    stays = await store.memberships.has(GUILD, ANN)
    clock.advance(days=330)
    await store.memberships.purge()

    assert kept is not None
    assert await rolls.look(ROLL) is None
    assert (stays, await store.memberships.has(GUILD, ANN)) == (True, False)


async def test_a_press_is_a_sign_of_life(rolls, store, clock):
    clock.advance(days=700)
    await rolls.open(asked(ROLL + 1))
    await rolls.press(press(BEN, Said.IN, roll_id=ROLL + 1))
    clock.advance(days=100)

    assert await store.members.purge(clock.now()) == 1

    assert (await store.members.export(BEN))["members"] != []
    assert (await store.members.export(ANN))["members"] == []


async def test_done_asks_to_log_only_who_logs_and_has_not(rolls, store, log, clock):
    async def says(who, said):
        return (await rolls.press(press(who, said))).unlogged

    before = await says(ANN, Said.DONE)
    await log(ANN, 1, ended_at=NOW - timedelta(days=2))
    forgot = await says(ANN, Said.DONE), await says(ANN, Said.IN)
    await log(ANN, 2, ended_at=NOW - timedelta(hours=1))

    assert (before, *forgot, await says(ANN, Said.DONE)) == (False, True, False, False)
