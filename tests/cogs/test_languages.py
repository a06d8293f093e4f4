"""Each reads their own language, and all the server's, wherever it comes from and whoever pressed.

The catalogues here mark what they say, so that every text shows the language it is in.
"""

import asyncio
from dataclasses import replace

import pytest

from bot.client.speaking import PreferredLocales
from bot.cluster.membership import Word
from bot.domain.facts.member import Change
from bot.domain.facts.settings import Profile
from bot.sandbox import Seen
from bot.sandbox.messages import Upload
from bot.store.engine.errors import StoreUnavailable
from bot.texts.languages import of_locale
from tests import stored
from tests.bracketed import action, marked, press, spoken, unmarked
from tests.cogs.conftest import NEVER_QUIET
from tests.cogs.test_talk import after

LEGS = {"effort": 8, "minutes": 60}
SPOKEN_BY = {"ann": "de", "bob": "pl", "cy": "ja"}
SERVER = "fr"
CHOSE_ITALIAN = Change(profile=Profile(zone="Europe/Berlin", language="it"))


@pytest.fixture(autouse=True)
def every_language(monkeypatch):
    with marked(monkeypatch):
        yield


@pytest.fixture(autouse=True)
async def ready(gym):
    """A server that is French in Discord, with a German, a Pole and a Japanese."""
    await gym.set_up_server(quiet=NEVER_QUIET)
    gym.sandbox.world.set_guild_locale(gym.sandbox.guild, SERVER)
    for name, locale in SPOKEN_BY.items():
        gym.people[name].locale = locale


@pytest.fixture
def three(gym):
    return [gym.people[name] for name in SPOKEN_BY]


def public(gym):
    """Return what all see in the channel of the bot's messages."""
    bot = str(gym.bot.user.id)
    seen = gym.people["coach"].sees(gym.sandbox.general)
    return [one for one in seen if one.raw["author"]["id"] == bot and not one.ephemeral]


async def agree(person):
    """Log a leg day, agree to it with reminders; return all that is shown."""
    asked = await person.slash("legday log", **LEGS)
    return [asked, await press(person, "keep.dm", on=asked)]


async def choose(person, value) -> Seen:
    """Choose a language in the profile."""
    panel = await person.slash("profile")
    shown = await person.select("profile.language", value, on=panel)
    assert isinstance(shown, Seen)
    return shown


async def test_three_log_ask_share_and_are_reminded_each_in_their_language_across_a_restart(
    gym, three
):
    for person in three:
        own = person.locale
        answers = await agree(person)
        asked = await person.slash("canirun")
        shared = await press(person, "log.share", on=answers[-1])
        assert [spoken(one) for one in (*answers, asked, shared)] == [own] * 4
        assert spoken(person.inbox[-1]) == own  # the first DM
        for where, kind in (("dm", "walk"), ("channel", "stretch")):
            added = await person.slash("reminders add", kind=kind, time="18:00", where=where)
            assert spoken(added) == own
    await gym.until(lambda: len(public(gym)) == len(three))
    assert [spoken(one) for one in public(gym)] == [SERVER] * 3

    await gym.restart()
    await gym.wait(hours=8)

    for person in three:
        assert {spoken(one) for one in person.inbox} == {person.locale}
        assert len(person.inbox) > 1
        assert all(person.mention in public(gym)[-1].text for person in three)
    assert [spoken(one) for one in public(gym)] == [SERVER] * 4


async def test_nothing_is_said_outside_of_the_language(ann):
    asked = await ann.slash("canirun")

    told = [word for word in unmarked(asked).split() if word.isalpha()]
    assert (spoken(asked), told) == ("de", [])


async def test_a_choice_is_answered_in_its_language_at_once_and_outlasts_a_restart(gym, ann):
    await agree(ann)
    panel = await ann.slash("profile")
    offered = [each["label"] for each in panel.selects[-1]["options"]]

    chosen = await choose(ann, "pl")
    later = await ann.slash("canirun")
    await gym.restart()
    after = await ann.slash("canirun")
    ann.locale = "it"
    elsewhere = await ann.slash("canirun")
    back = await choose(ann, "discord")

    assert offered[0] == "⟦de·As in Discord (Deutsch)⟧"
    assert offered[1:] == [
        "English", "Deutsch", "Español", "Português do Brasil", "Français", "Italiano", "Polski",
        "日本語",
    ]  # fmt: skip
    assert [spoken(one) for one in (chosen, later, after, elsewhere)] == ["pl"] * 4
    assert spoken(back) == "it"
    assert back.selects[-1]["options"][0] == {
        "label": "⟦it·As in Discord (Italiano)⟧", "value": "discord", "default": True
    }  # fmt: skip


async def test_english_can_be_chosen_against_discord(gym, ann):
    await agree(ann)

    chosen = await choose(ann, "en-US")

    assert spoken(chosen) == "en"
    assert [each["label"] for each in chosen.selects[-1]["options"] if each.get("default")] == [
        "English"
    ]


async def test_a_choice_of_whom_nothing_is_kept_waits_for_consent(gym, ann):
    asked = await choose(ann, "pl")
    before = await ann.slash("canirun")

    kept = await press(ann, "keep.only", on=asked)
    after = await ann.slash("canirun")

    assert [spoken(one) for one in (asked, before, kept, after)] == ["de", "de", "pl", "pl"]


async def test_a_look_keeps_nothing_of_somebody_who_agreed_to_nothing(gym, ann):
    await ann.slash("canirun")
    await ann.slash("profile")

    assert not any((await gym.store.members.export(ann.id)).values())


async def test_who_deletes_everything_is_spoken_to_as_in_discord(gym, ann):
    await agree(ann)
    await choose(ann, "pl")
    asked = await press(ann, "data.ask", on=await ann.slash("mydata show"))
    deleted = await press(ann, "data.delete", on=asked)

    assert [spoken(one) for one in (deleted, await ann.slash("canirun"))] == ["pl", "de"]


async def test_a_reminder_is_worded_in_the_language_chosen_after_it_was_planned(gym, ann):
    await agree(ann)
    await ann.slash("reminders add", kind="walk", time="18:00", where="dm")
    before = len(ann.inbox)

    await choose(ann, "ja")
    await gym.wait(hours=8)

    came = ann.inbox[before:]
    assert came
    assert {spoken(one) for one in came} == {"ja"}


async def test_a_reminder_is_worded_in_the_language_discord_said_last(gym, ann):
    await agree(ann)
    await ann.slash("reminders add", kind="walk", time="18:00", where="dm")
    before = len(ann.inbox)

    ann.locale = "it"
    await ann.slash("legday log", effort=5, when="3 days ago")
    await gym.wait(hours=8)

    assert {spoken(one) for one in ann.inbox[before:]} == {"it"}


async def test_a_server_chooses_its_language_and_an_admin_keeps_theirs(gym, coach, ann):
    coach.locale = "pl"
    panel = await coach.slash("config setup")
    menu = next(one for one in panel.selects if one["custom_id"] == "config.language")
    await ann.slash("group join")

    chosen = await coach.select("config.language", "ja", on=panel)
    shown = await coach.slash("config show")
    await ann.slash("group rollcall", text="Leg night")
    asked = public(gym)[-1]
    await gym.restart()
    await ann.slash("group rollcall", text="Again")

    assert menu["options"][0]["label"] == "⟦pl·As in Discord's server settings (Français)⟧"
    assert [spoken(one) for one in (panel, chosen, shown)] == ["pl"] * 3
    assert "日本語" in chosen.text
    assert "日本語" in shown.text
    assert [spoken(asked), spoken(public(gym)[-1])] == ["ja", "ja"]


async def test_a_servers_choice_can_be_taken_back_and_goes_with_a_reset(gym, coach):
    said = []
    for value in ("ja", "discord", "it"):
        panel = await coach.slash("config setup")
        await coach.select("config.language", value, on=panel)
        said.append(spoken(await coach.click("config.welcome", on=panel)))
    asked = await coach.slash("config reset")
    await press(coach, "config.reset", on=asked)
    await gym.set_up_server()
    after = await coach.click("config.welcome", on=await coach.slash("config setup"))

    assert [*said, spoken(after)] == ["ja", SERVER, "it", SERVER]
    assert "Its language is as in Discord again." in asked.text


async def test_a_language_changed_in_discord_counts_from_then_on(gym, ann):
    gym.sandbox.world.set_guild_locale(gym.sandbox.guild, "it")

    await ann.slash("reminders add", kind="stretch", time="18:00", where="channel")
    await agree(ann)
    await ann.slash("reminders add", kind="stretch", time="18:00", where="channel")
    await gym.wait(hours=8)

    assert {spoken(one) for one in public(gym)} == {"it"}


async def test_presses_of_many_leave_a_roll_call_in_the_servers_language(gym, three):
    for person in three:
        asked = await person.slash("group join")
        assert spoken(await press(person, "group.join", on=asked)) == person.locale
    await three[0].slash("group rollcall", text="Leg night")
    for person in three[1:]:
        await press(person, "roll.in", on=public(gym)[-1])
        await gym.wait(seconds=5)
        mine = await press(person, "roll.mine", on=public(gym)[-1])
        assert (spoken(mine), spoken(public(gym)[-1])) == (person.locale, SERVER)
        assert person.mention in public(gym)[-1].text
    await gym.restart()
    await gym.wait(days=1)

    assert spoken(public(gym)[-1]) == SERVER  # closed, by nobody's press


async def test_done_under_a_post_counts_in_the_servers_language(gym, coach, three):
    await coach.slash("config post add", kind="hydrate", time="18:00")
    await gym.wait(hours=8)
    came = public(gym)[-1]
    for person in three:
        await press(person, "post.done", on=public(gym)[-1])

    assert [spoken(one) for one in (came, public(gym)[-1])] == [SERVER, SERVER]
    assert "Done · 3" in str(public(gym)[-1].components)


async def test_posts_and_reminders_in_the_channel_come_in_the_language_admins_chose(
    gym, coach, ann
):
    panel = await coach.slash("config setup")
    await coach.select("config.language", "ja", on=panel)
    await coach.slash("config post add", kind="hydrate", time="18:00")
    await coach.slash("config post add", kind="digest", time="19:00", days="sun")
    await agree(ann)
    await ann.slash("reminders add", kind="stretch", time="20:00", where="channel")

    await gym.restart()
    await gym.wait(hours=10)

    assert len(public(gym)) > 1
    assert {spoken(one) for one in public(gym)} == {"ja"}


async def test_done_with_ones_own_reminder_in_the_channel_stays_in_the_servers_language(gym, ann):
    await agree(ann)
    await ann.slash("reminders add", kind="stretch", time="18:00", where="channel")
    await gym.wait(hours=8)
    came = public(gym)[-1]

    done = await press(ann, "rem.done", on=came)

    assert isinstance(done, Seen)
    assert done.id == came.id
    assert [spoken(came), spoken(done)] == [SERVER, SERVER]


async def test_a_welcome_is_looked_at_and_posted_in_the_servers_language(gym, coach):
    coach.locale = "pl"
    seen = await coach.click("config.welcome", on=await coach.slash("config setup"))
    panel = await press(coach, "config.welcome_post", on=seen)

    assert spoken(seen) == f"{SERVER} pl"
    assert spoken(panel) == "pl"
    assert spoken(public(gym)[-1]) == SERVER


async def test_a_shared_verdict_is_the_servers_and_what_confirms_it_ones_own(gym, ann):
    await agree(ann)
    answered = await ann.slash("canirun", soreness=2)

    confirmed = await press(ann, "run.share", on=answered)
    await gym.until(lambda: public(gym))

    assert [spoken(confirmed), spoken(public(gym)[-1])] == ["de", SERVER]


@pytest.mark.parametrize("locale", ["xx-NEW", "sv-SE", "en-GB"])
async def test_a_locale_that_is_not_spoken_is_english_and_nothing_breaks(gym, ann, locale):
    gym.sandbox.world.set_guild_locale(gym.sandbox.guild, locale)
    ann.locale = locale
    answers = await agree(ann)
    panel = await ann.slash("profile")
    await ann.slash("reminders add", kind="stretch", time="18:00", where="channel")
    await gym.restart()
    await gym.wait(hours=8)

    shown = [*answers, panel, *ann.inbox, *public(gym)]
    assert {spoken(one) for one in shown} == {"en"}
    assert panel.selects[-1]["options"][0]["label"] == "As in Discord (English)"


@pytest.mark.parametrize(
    ("locale", "load", "distance"),
    [("en-US", "lb", "mi"), ("en-GB", "kg", "mi"), ("de", "kg", "km")],
)
async def test_units_of_somebody_new_are_those_of_where_their_language_is(
    gym, ann, locale, load, distance
):
    ann.locale = locale
    await ann.slash("legday log", effort=8, exercises="squat 5x5 100")
    shown = ann.sees()[-1]
    await press(ann, "keep.only", on=shown)

    profile = (await gym.store.members.context(ann.id, None)).profile
    page = await gym.store.members.history(ann.id, limit=1)

    assert (profile.mass_unit, profile.distance_unit) == (load, distance)
    assert page.entries[0].exercises[0].load_unit == load


async def test_a_choice_that_no_menu_has_changes_nothing(gym, ann, coach):
    await agree(ann)
    panel, setup = await ann.slash("profile"), await coach.slash("config setup")

    for value in ("xx", "de-DE", ""):
        for person, name, on in ((ann, "profile", panel), (coach, "config", setup)):
            shown = await person.press_custom_id(
                f"{name}.language", on=on, component_type=3, values=(value,)
            )
            assert isinstance(shown, Seen)

    assert (await gym.store.members.context(ann.id, None)).profile.language is None
    assert (await gym.store.guilds.get(gym.sandbox.guild.id)).locale is None


async def test_only_who_manages_the_server_sets_its_language(gym, ann, coach):
    panel = await coach.slash("config setup")

    await ann.press_custom_id("config.language", on=panel, component_type=3, values=("ja",))

    assert (await gym.store.guilds.get(gym.sandbox.guild.id)).locale is None
    assert action(panel, "config.language")


async def test_what_is_written_is_answered_in_its_writers_language_and_pointed_at_in_the_servers(
    gym, ann
):
    await agree(ann)
    await gym.restart()
    by_dm = await after(gym, ann, "can I run today?", where=ann.dm)
    pointer = await after(gym, ann, "@Legday can I run today?")
    shown = await press(ann, "talk.ask", on=pointer)
    await choose(ann, "pl")
    chosen = await after(gym, ann, "can I run today?", where=ann.dm)

    assert [spoken(one) for one in (by_dm, pointer, shown, chosen)] == ["de", SERVER, "de", "pl"]


async def test_who_agreed_to_nothing_is_read_and_answered_as_discord_said_a_moment_ago(gym, ann):
    unknown = await after(gym, ann, "kann ich heute laufen?", where=ann.dm)
    await ann.slash("canirun")
    known = await after(gym, ann, "kann ich heute laufen?", where=ann.dm)
    await ann.slash("mydata delete")
    kept = await gym.store.languages.of_member(ann.id)

    assert [spoken(unknown), spoken(known), kept] == ["en", "de", None]
    assert action(known, "run.wrong")


async def test_who_writes_while_the_store_is_away_hears_english(gym, ann):
    await agree(ann)
    await gym.restart()

    async def away(_member_id):
        raise StoreUnavailable("no store")

    gym.store.languages.of_member = away

    answered = await after(gym, ann, "help", where=ann.dm)

    assert spoken(answered) == "en"
    assert "Write to me in your own words" in answered.text  # and of no fault


async def test_what_is_shared_where_the_bot_is_nobodys_is_in_that_places_language(gym, ann):
    foreign = gym.sandbox.world.add_guild("Elsewhere", installed=False, locale="it")
    gym.sandbox.person("ann", guild=foreign)
    gym.sandbox.add_to_account(ann)
    away = ann.at(gym.sandbox.world.add_channel(foreign, "training"))
    answered = await away.slash("canirun", soreness=2)
    confirmed = await press(away, "run.share", on=answered)
    await gym.until(lambda: [one for one in away.sees() if not one.ephemeral])

    shared = [one for one in away.sees() if not one.ephemeral]
    assert [spoken(one) for one in (answered, confirmed, *shared)] == ["de", "de", "it"]


async def test_what_a_stranger_wrote_is_worded_when_they_press(gym, bob):
    pointer = await after(gym, bob, "@Legday", Upload("x.csv", "text/csv", b"a,b"))

    shown = await press(bob, "talk.show", on=pointer)

    assert [spoken(pointer), spoken(shown)] == [SERVER, "pl"]


async def test_a_danger_sign_of_somebody_new_is_read_in_the_servers_language(gym, bob):
    gym.sandbox.world.set_guild_locale(gym.sandbox.guild, "de")

    pointer = await after(gym, bob, "@Legday ich habe Brustschmerzen")
    shown = await press(bob, "talk.care", on=pointer)

    assert spoken(shown) == "pl"


async def test_done_written_in_reply_leaves_the_reminder_in_the_servers_language(gym, ann):
    await agree(ann)
    await ann.slash("reminders add", kind="stretch", time="18:00", where="channel")
    await gym.wait(hours=8)
    came = public(gym)[-1]

    ann.say("done", reply_to=came)
    await gym.until(lambda: "Done." in ann.see(came).text)

    assert spoken(ann.see(came)) == SERVER


async def test_a_choice_in_another_process_is_heard_of(gym, ann):
    await agree(ann)
    told: list[Word] = []
    gym.bot.cluster.tell = told.append
    await choose(ann, "pl")
    assert told == [Word.LANGUAGES]

    await gym.store.members.revise(
        ann.id, None, now=gym.clock.now(), decide=lambda member: (CHOSE_ITALIAN, None)
    )
    before = await ann.slash("canirun")
    gym.bot.interpreter.expect()
    await gym.bot.interpreter._looking
    heard = await ann.slash("canirun")

    assert [spoken(before), spoken(heard)] == ["pl", "it"]


async def test_a_choice_made_while_all_are_read_is_not_lost(gym):
    guild_id, interpreter = gym.sandbox.guild.id, gym.bot.interpreter
    read, reads = gym.store.languages.chosen, []

    async def overtaken():
        found = await read()
        reads.append(found)
        if len(reads) == 1:
            settings = replace(await gym.store.guilds.get(guild_id), locale="ja")
            await stored.save_server(gym.store, settings, now=gym.clock.now())
            interpreter.server_chose(guild_id, "ja")
        return found

    gym.store.languages.chosen = overtaken
    interpreter.expect()
    await interpreter._looking

    assert await interpreter.of_server(guild_id) is of_locale("ja")


async def test_discord_is_asked_once_a_day_about_servers_of_other_processes(gym):
    asked = PreferredLocales(lambda _: None, gym.bot.transport, gym.clock)
    guild_id = gym.sandbox.guild.id
    path = "/guilds/{guild_id}"

    async def ask(about):
        asking = asyncio.create_task(asked.of(about))
        await gym.wait(seconds=1)  # requests are paced
        return await asking

    told = [await ask(guild_id), await ask(guild_id)]
    count = len(gym.sandbox.sent("GET", path))
    gym.sandbox.world.set_guild_locale(gym.sandbox.guild, "it")
    await gym.wait(hours=25)
    gym.sandbox.faults.fail("GET", "/guilds/*", status=503)
    away, then = await ask(guild_id), await ask(guild_id)

    assert (told, count) == ([SERVER, SERVER], 1)
    assert (away, then) == (SERVER, "it")
    assert await ask(1) is None
