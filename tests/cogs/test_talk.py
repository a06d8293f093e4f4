"""Members write in their own words: who sees what, what is kept, and what is passed over."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.facts.training import Activity
from tests.refusals import refusal

LOGGED = "leg day done, squats 5x5 100kg, 8/10"


async def after(gym, person, said, *files, where=None, reply_to=None, ping=True):
    """Write something; return what the bot put there for it, once it has."""
    there = person.at(where) if where else person
    before = {seen.id for seen in there.sees()}
    written = there.say(said, *files, reply_to=reply_to, ping=ping)
    changed = gym.sandbox.rest.changed
    while not (
        came := [one for one in there.sees() if one.id not in before and one.id != written.id]
    ):
        changed.clear()
        await changed.wait()
    return came[-1]


async def silence(gym, person, *said, where=None):
    """Write what earns no answer, then something by DM that does; return what came meanwhile."""
    there = person.at(where) if where else person
    written = {there.say(one).id for one in said}
    before = {seen.id for seen in there.sees()} - written
    await after(gym, gym.people["dee"], "help", where=gym.people["dee"].dm)
    return [seen for seen in there.sees() if seen.id not in before | written]


def by_bot(gym, person):
    bot_id = str(gym.sandbox.world.bot_id)
    return [seen for seen in person.sees() if seen.raw["author"]["id"] == bot_id]


def actions(seen):
    return [part["custom_id"] for part in seen.components if part["type"] == 2]


async def sessions(gym, person):
    return (await gym.store.members.context(person.id, None)).sessions


async def test_in_a_server_an_answer_is_for_the_asker_alone_and_the_pointer_goes(gym, ann, bob):
    await gym.join(ann)
    pointer = await after(gym, ann, "@Legday can I run tomorrow 7am? legs 4/10")
    seen_by_others = by_bot(gym, bob)
    refused = await bob.click("talk.ask", on=pointer)
    shown = await ann.click("talk.ask", on=pointer)

    assert [one.id for one in seen_by_others] == [pointer.id]
    assert gym.sandbox.pings[-1].users == (gym.sandbox.world.bot_id,)  # ann's, none since
    assert refusal(refused) == "asked_by_another"
    assert shown.ephemeral
    assert "4" in shown.text
    assert all(action.startswith("run.") or action == "start" for action in actions(shown))
    await gym.until_gone(ann, pointer)
    assert gym.sandbox.violations == []


async def test_a_log_is_read_back_and_kept_by_save_alone(gym, ann):
    await gym.join(ann)
    pointer = await after(gym, ann, f"@Legday {LOGGED}, 1h ago")
    before = await sessions(gym, ann)
    shown = await ann.click("talk.show", on=pointer)
    unsaved = await sessions(gym, ann)
    saved = await ann.click("talk.save", on=shown)
    await ann.press_custom_id(actions(shown)[0], on=saved)
    (session,) = await sessions(gym, ann)

    assert (before, unsaved) == ((), ())
    assert (session.effort, session.exercises[0].load_kg) == (8, 100)
    assert session.session_id == int(pointer.raw["message_reference"]["message_id"])
    assert session.ended_at.timestamp() == pytest.approx(gym.clock.now().timestamp() - 3600, abs=60)


async def test_a_match_that_was_played_is_kept_among_the_runs(gym, ann, snapshot):
    await gym.join(ann)
    read_back = await after(gym, ann, "played football for 90 min 5 hours ago", where=ann.dm)
    await ann.at(ann.dm).click("talk.save", on=read_back)
    (kept,) = (await gym.store.members.context(ann.id, None)).runs

    assert read_back.text == snapshot
    assert (kept.activity, kept.minutes) == (Activity.MATCH, 90)
    assert kept.ended_at == gym.clock.now() - timedelta(hours=5)


async def test_save_of_a_newcomer_asks_for_consent_and_that_completes_the_entry(gym, ann):
    read_back = await after(gym, ann, f"{LOGGED}, 1h ago", where=ann.dm)
    asked = await ann.click("talk.save", on=read_back)
    before = await sessions(gym, ann)
    await ann.click("keep.only", on=asked)
    (session,) = await sessions(gym, ann)

    assert before == ()
    assert (session.effort, session.exercises[0].sets) == (8, 5)


async def test_change_opens_the_form_filled_in_and_no_lets_it_go(gym, ann):
    await gym.join(ann)
    read_back = await after(gym, ann, "ran 5k in 31 min", where=ann.dm)
    await ann.at(ann.dm).click("talk.change", on=read_back)
    form = {part["custom_id"]: part.get("value") for part in ann.form.fields.values()}
    ann.close_form()
    await ann.at(ann.dm).click("talk.no", on=read_back)
    again = await ann.at(ann.dm).press_custom_id(actions(read_back)[0], on=read_back)

    assert (form["minutes"], form["distance"]) == ("31", "5 km")
    assert refusal(again) == "entry_expired"
    assert (await gym.store.members.context(ann.id, None)).runs == ()


async def test_by_dm_the_answer_itself_comes(gym, ann, snapshot):
    said = ("can I run today?", "I have chest pain, can I run?", "hello", "what is love", LOGGED)
    shown = [await after(gym, ann, one, where=ann.dm) for one in said]

    assert [one.text for one in shown] == snapshot
    assert not any(one.ephemeral for one in shown)


async def messages_of_bot(gym, person, said):
    """Write by DM; return both messages of the answer, once they are there."""
    first = await after(gym, person, said, where=person.dm)
    there = person.at(person.dm)
    await gym.until(lambda: by_bot(gym, there)[-1].id > first.id)
    return first, by_bot(gym, there)[-1]


async def test_a_leg_day_told_with_a_question_counts_and_is_kept_by_save_alone(gym, ann):
    await gym.join(ann)
    said = "did squats and lunges last night, pretty sore. 10k ok?"
    answered, read_back = await messages_of_bot(gym, ann, said)
    before = await sessions(gym, ann)
    saved = await ann.at(ann.dm).click("talk.save", on=read_back)
    (session,) = await sessions(gym, ann)
    again = await after(gym, ann, said, where=ann.dm)
    why = await ann.at(ann.dm).click("run.why", on=answered)
    hours = round((gym.clock.now() - session.ended_at).total_seconds() / 3600)

    assert before == ()
    assert [line.name for line in session.exercises] == ["squat", "lunge"]
    assert "Leg day logged" in saved.text
    for shown in (answered, again, why):  # told, logged and asked again, told and logged
        assert f"{hours} hours ago" in shown.text
        assert "Soreness is 6 of 10" in shown.text
    assert by_bot(gym, ann.at(ann.dm))[-1].id == again.id  # it is in the log: nothing to save


async def test_in_a_server_what_was_told_with_a_question_is_read_back_behind_the_answer(gym, ann):
    await gym.join(ann)
    pointer = await after(gym, ann, "@Legday did legs 3 hours ago 9/10, can I run today?")
    answered = await ann.click("talk.show", on=pointer)
    read_back = ann.sees()[-1]
    await ann.click("talk.save", on=read_back)
    (session,) = await sessions(gym, ann)

    assert "3 hours ago" in answered.text
    assert answered.ephemeral
    assert read_back.ephemeral
    assert session.effort == 9


async def test_what_names_a_time_of_day_goes_on_once_the_zone_is_told(gym, ann, bob):
    """Of somebody who agreed to nothing the zone is kept with the entry; of others at once."""
    await bob.slash("legday log", effort=3, when="14 days ago")
    await bob.click("keep.only")
    asked = await after(gym, ann, "log leg day yesterday 6pm 45 min effort 7", where=ann.dm)
    await ann.at(ann.dm).click("keep.locate", on=asked)
    read_back = await ann.fill(zone="Berlin")
    consent = await ann.at(ann.dm).click("talk.save", on=read_back)
    await ann.at(ann.dm).click("keep.only", on=consent)
    (session,) = await sessions(gym, ann)
    question = await after(
        gym, bob, "did legs yesterday 6pm. can I run tomorrow 7am?", where=bob.dm
    )
    await bob.at(bob.dm).click("keep.locate", on=question)
    answered = await bob.fill(zone="Tokyo")
    told = bob.at(bob.dm).sees()[-1]

    assert all(actions(one)[0].startswith("keep.locate") for one in (asked, question))
    assert (session.effort, session.minutes) == (7, 45)
    assert session.ended_at.astimezone(ZoneInfo("Europe/Berlin")).hour == 18
    assert actions(answered)[0].startswith("run.")
    assert actions(told)[0].startswith("talk.save")
    zones = [(await gym.store.members.context(one.id, None)).zone for one in (ann, bob)]
    assert zones == ["Europe/Berlin", "Asia/Tokyo"]


async def test_what_a_zone_was_told_for_waits_as_long_again(gym, ann):
    asked = await after(gym, ann, "log leg day yesterday 6pm 45 min effort 7", where=ann.dm)
    await gym.wait(minutes=10)
    await ann.at(ann.dm).click("keep.locate", on=asked)
    read_back = await ann.fill(zone="Berlin")
    await gym.wait(minutes=10)
    consent = await ann.at(ann.dm).click("talk.save", on=read_back)
    await ann.at(ann.dm).click("keep.only", on=consent)
    (session,) = await sessions(gym, ann)

    assert session.ended_at.astimezone(ZoneInfo("Europe/Berlin")).hour == 18


async def test_a_zone_that_was_told_too_late_finds_nothing(gym, ann):
    asked = await after(gym, ann, "is 5k easy ok tomorrow morning", where=ann.dm)
    await gym.wait(minutes=16)
    late = await ann.at(ann.dm).press_custom_id(actions(asked)[0], on=asked)

    assert refusal(late) == "entry_expired"


async def test_what_is_asked_about_the_bot_leads_to_where_it_is_done(gym, ann, snapshot):
    said = (
        *("remind me to foam roll at 9pm", "how do i delete my data", "what is my streak"),
        *("change my time zone", "set quiet hours", "thanks", "went for a run", "who are you"),
    )
    gym.bot.spoken_limits.lift()
    shown = [await after(gym, ann, one, where=ann.dm) for one in said]
    pointer = await after(gym, ann, "@Legday should I stretch before running?")
    learnt = await ann.click("talk.show", on=pointer)

    assert [one.text for one in shown] == snapshot
    assert [actions(one)[:1] for one in shown[3:5]] == [["zone"], ["profile.times"]]
    assert actions(learnt)[0].startswith("learn")


@pytest.mark.parametrize(
    ("locale", "said", "told"),
    [
        ("en-US", "had a fever yesterday, can I run?", "You told me: fever."),
        ("de", "ich hatte gestern Fieber, kann ich laufen?", "Du hast mir gesagt: Fieber."),
        ("en-US", "I'm sick, can I run?", "You told me: an illness."),
    ],
)
async def test_of_an_illness_no_more_is_said_back_than_was_told(gym, ann, locale, said, told):
    ann.locale = locale
    await gym.join(ann)
    care = await after(gym, ann, said, where=ann.dm)

    assert [action.partition(":")[0] for action in actions(care)] == ["run.passed"]
    assert told in care.text


@pytest.mark.parametrize("said", ["my legs hurt", "I slept badly"])
async def test_how_somebody_is_without_a_number_leads_to_the_check_in(gym, ann, said):
    told = await after(gym, ann, said, where=ann.dm)

    assert actions(told) == ["talk.form:checkin"]


async def test_two_logs_in_a_message_are_asked_for_one_at_a_time(gym, ann):
    hint = "A leg day and a run go in a message each."
    two = await after(gym, ann, "legs 8, then ran 5k", where=ann.dm)
    one = await after(gym, ann, "legs 8 whatever", where=ann.dm)

    assert (hint in two.text, hint in one.text) == (True, False)
    assert actions(two) == ["talk.form:legs", "talk.form:run"]


async def test_care_outlasts_a_restart(gym, ann):
    pointer = await after(gym, ann, "@Legday my calf is swollen and warm, can I run?")
    log = await after(gym, ann, f"@Legday {LOGGED}")
    await gym.restart()
    care = await ann.click("talk.care", on=pointer)
    gone = await ann.click("talk.show", on=log)

    assert [action.partition(":")[0] for action in actions(care)] == ["run.cleared"]
    assert refusal(gone) == "entry_expired"


async def test_what_addresses_nobody_is_passed_over(gym, ann, other_channel):
    post = await after(gym, ann, "@Legday help")
    came = await silence(
        gym,
        ann,
        "can I run today?",
        "> @Legday can I run today?",
        "`@Legday can I run today?`",
        "```\n@Legday can I run?\n```",
        "@everyone can I run?",
    )
    ann.say("haha nice one", reply_to=post)
    ann.say("can I run today?", reply_to=post, ping=False)
    gym.sandbox.deny(other_channel, "send_messages")
    hidden = await silence(gym, ann, "@Legday can I run?", where=other_channel)

    assert came == hidden == []
    assert [one.id for one in by_bot(gym, ann)] == [post.id]


async def test_a_question_that_may_be_meant_for_others_needs_a_name(gym, ann):
    post = await after(gym, ann, "@Legday help")
    ann.say("and tomorrow?", reply_to=post)
    await after(gym, ann, "@Legday and tomorrow?")

    assert await silence(gym, ann) == []
    assert len(by_bot(gym, ann)) == 2


async def test_a_question_in_reply_to_the_bot_needs_no_name(gym, ann):
    pointer = await after(gym, ann, "@Legday help")
    answered = await after(gym, ann, "can I run today?", reply_to=pointer)

    assert actions(answered)[0].startswith("talk.ask:")


async def test_too_many_messages_are_met_with_silence_until_some_seconds_later(gym, ann, bob):
    for _ in range(5):
        await after(gym, ann, "help", where=ann.dm)
    sixth = await silence(gym, ann, "help", where=ann.dm)
    other = await after(gym, bob, "help", where=bob.dm)
    await gym.wait(seconds=11)
    later = await after(gym, ann, "help", where=ann.dm)
    await gym.wait(seconds=11)  # Discord itself holds back a sixth message of five seconds
    late = await silence(gym, ann, where=ann.dm)

    assert (sixth, late) == ([], [])
    assert other.text == later.text
    assert len(by_bot(gym, ann.at(ann.dm))) == 5 + 1


async def test_pointers_that_nobody_presses_go_after_a_quarter_of_an_hour(gym, ann):
    pointer = await after(gym, ann, "@Legday can I run?")
    await gym.wait(minutes=14)
    still = ann.see(pointer)
    await gym.wait(minutes=2)

    assert still is not None
    await gym.until_gone(ann, pointer)


@pytest.fixture
async def reminded(gym, ann):
    """Ann, with the first reminder of a leg day in her DMs."""
    await gym.join(ann)
    await ann.slash("legday log", effort=8)
    before = {seen.id for seen in ann.inbox}
    await gym.wait(hours=9)
    (reminder, *_) = [
        seen
        for seen in ann.inbox
        if seen.id not in before and actions(seen) and actions(seen)[0].startswith("rem.done")
    ]
    return reminder


async def state(gym, ann, reminder):
    number = int(actions(reminder)[0].split(":")[1])
    return await gym.store.reminders.get(ann.id, number)


async def test_done_in_reply_closes_the_reminder_as_its_button_would(gym, ann, reminded):
    ann.at(ann.dm).say("done!", reply_to=reminded)
    await gym.until(lambda: actions(ann.see(reminded))[0].startswith("rem.stop"))

    assert (await state(gym, ann, reminded)).done_at is not None


async def test_snooze_and_stop_in_reply_act_at_once(gym, ann, reminded):
    far = await after(gym, ann, "snooze 3 days", where=ann.dm, reply_to=reminded)
    await after(gym, ann, "snooze 12h", where=ann.dm, reply_to=reminded)
    rows = await gym.store.reminders.upcoming(ann.id)
    snoozed = [row.due_at for row in rows if row.state == "open"]
    await after(gym, ann, "stop", where=ann.dm, reply_to=reminded)

    assert refusal(far) == "snooze_length"
    assert gym.clock.now() + timedelta(hours=12) in snoozed
    assert not (await gym.store.members.context(ann.id, None)).reminders.on


async def test_stop_by_itself_asks_which_reminders(gym, ann, snapshot):
    await gym.join(ann)
    asked = await after(gym, ann, "stop", where=ann.dm)
    before = (await gym.store.members.context(ann.id, None)).reminders.on
    pointer = await after(gym, ann, "@Legday stop please")
    shown = await ann.click("talk.which", on=pointer)
    await ann.at(ann.dm).click(actions(asked)[0], on=asked)

    assert asked.text == shown.text == snapshot
    assert actions(asked) == actions(shown) == ["own.stop"]
    assert before
    assert not (await gym.store.members.context(ann.id, None)).reminders.on


@pytest.mark.no_rate_limits("says dozens of sentences within seconds")
async def test_no_text_changes_a_row_without_a_press(gym, ann, bob, reminded, kept):
    from tests.talk.test_sentences import CORPUS  # noqa: PLC0415

    before = kept()
    gym.bot.spoken_limits.lift()
    for _, said in CORPUS[::12]:
        if said:
            await after(gym, ann, said, where=ann.dm)
            await after(gym, bob, f"@Legday {said}")

    assert kept() == before


async def test_in_a_channel_only_its_member_closes_a_reminder(gym, ann, bob):
    await gym.join(ann)
    await gym.set_up_server()
    await ann.slash("reminders add", where="channel", kind="walk", time="18:00")
    await gym.wait(hours=6, seconds=10)
    (walk,) = [seen for seen in by_bot(gym, bob) if "rem.done" in " ".join(actions(seen))]
    bob.say("done", reply_to=walk)
    others = await silence(gym, bob)
    by_others = await state(gym, ann, walk)
    ann.say("done", reply_to=walk)
    await gym.until(lambda: actions(ann.see(walk))[0].startswith("rem.stop"))
    pointer = await after(gym, ann, "stop", reply_to=walk)
    stopped = await ann.click("talk.show", on=pointer)

    assert others == []
    assert by_others.done_at is None
    assert (await state(gym, ann, walk)).done_at is not None
    assert stopped.ephemeral
    assert not (await gym.store.members.context(ann.id, None)).reminders.on
