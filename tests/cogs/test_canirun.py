"""Can I run today? What members ask and what they read."""

import asyncio
import json
import re
from typing import Any

from bot.domain.recovery.assess import assess
from bot.domain.recovery.record import read
from bot.sandbox import NoAnswer
from tests.controls import buttons
from tests.refusals import refusal


async def reports(gym, person):
    return (await gym.store.members.context(person.id, None)).reports


async def unfolded(person, shown):
    return await person.click("run.why", on=shown)


def share_of(shown):
    """Return the action of an answer's button, disabled or not."""
    (action,) = re.findall(r"run\.share:[^'\"]*", str(shown.raw))
    return action


async def test_nothing_logged_gives_no_verdict_but_two_questions(gym, ann, snapshot):
    shown = await ann.slash("canirun")

    assert shown.text == snapshot
    assert len(shown.selects) == 2


async def test_answers_to_the_questions_improve_the_same_message(gym, ann, snapshot):
    asked = await ann.slash("canirun")

    after = await ann.select("run.tell:l", "24", on=asked)
    better = await ann.select("run.tell:s", "2", on=after)

    assert asked.id == after.id == better.id
    assert after.text == snapshot
    assert better.text == snapshot


async def test_soreness_alone_is_answered_with_care(gym, ann, snapshot):
    shown = await ann.slash("canirun", soreness=1)

    assert shown.text == snapshot


async def test_verdict_follows_leg_day_with_numbers_hours_and_confidence(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)

    shown = await ann.slash("canirun", soreness=3)

    assert shown.ephemeral
    assert shown.text == snapshot


PLANNED = [
    (2, {"run": "tempo", "minutes": 40}),
    (24, {"run": "tempo", "minutes": 40}),
    (24, {"run": "easy", "minutes": 20}),
    (24, {"run": "easy", "minutes": 90}),
    (72, {"run": "intervals", "soreness": 1}),
    (72, {"run": "walk", "soreness": 9}),
]


async def test_planned_run_gets_yes_changed_or_not_yet(gym, subtests, snapshot):
    members = [await gym.new_member() for _ in PLANNED]
    for member in members:
        await member.slash("legday log", effort=6, minutes=60)

    waited = 0
    for member, (hours, options) in zip(members, PLANNED, strict=True):
        with subtests.test(hours=hours, **options):
            await gym.wait(hours=hours - waited)
            waited = hours

            shown = await member.slash("canirun", **options)

            assert shown.text == snapshot(name=f"{hours}-{options}")


async def test_planned_time_in_the_future_is_judged_for_then(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)

    now = await ann.slash("canirun", run="easy", minutes=20)
    later = await ann.slash("canirun", run="easy", minutes=20, when="tomorrow 18:00")

    assert now.text == snapshot
    assert later.text == snapshot


async def test_verdict_on_a_planned_time_says_nothing_of_today(gym, ann, bob, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=9, minutes=60)

    shown = await ann.slash("canirun", when="in 10 hours")
    await ann.click("run.share", on=shown)

    (shared,) = [message for message in bob.sees() if not message.ephemeral]
    assert shown.text == snapshot
    assert "<t:" not in shared.text
    assert shared.text == snapshot


async def test_rested_is_said_once(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(days=12)

    shown = await ann.slash("canirun", soreness=0)

    assert shown.text == snapshot


async def test_illness_is_said_back_no_narrower_than_it_was_told(gym, ann, snapshot):
    await gym.join(ann)

    told = await ann.slash("canirun", ill="fever_or_chest")
    await ann.click("run.passed", on=told)
    asked = await ann.slash("canirun")
    chosen = await ann.click("run.wrong", on=asked)
    named = await ann.select("run.symptoms", "vomiting_diarrhoea", on=chosen)
    await gym.wait(minutes=1)
    later = await ann.slash("canirun")

    assert told.text == snapshot
    assert named.text == snapshot
    assert later.text == snapshot


async def test_care_says_when_nothing_of_it_is_kept(gym, ann, bob, snapshot):
    await gym.join(ann)

    hers = await ann.slash("canirun", pain="joint")
    his = await bob.slash("canirun", pain="joint")

    assert hers.text == snapshot
    assert his.text == snapshot


async def test_fever_that_passed_says_for_how_long_it_counts_and_offers_no_idle_button(
    gym, ann, snapshot
):
    await gym.join(ann)
    told = await ann.slash("canirun", ill="fever_or_chest")
    await gym.wait(minutes=1)

    passed = await ann.click("run.passed", on=told)
    await gym.wait(hours=25)
    after = await ann.slash("canirun", soreness=1)

    assert passed.text == snapshot
    assert passed.buttons == []
    assert after.text == snapshot


STOP_SIGNS = [
    {"pain": "sharp"},
    {"pain": "joint"},
    {"pain": "bone"},
    {"ill": "fever_or_chest"},
]


async def test_stop_signs_come_first_and_nothing_follows(gym, subtests, snapshot):
    members = [await gym.new_member() for _ in STOP_SIGNS]
    for member in members:
        await member.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=50)

    for member, options in zip(members, STOP_SIGNS, strict=True):
        with subtests.test(**options):
            shown = await member.slash("canirun", run="easy", minutes=20, **options)

            assert shown.text == snapshot(name=str(options))
            for training in ("min,", "effort", "opens", "Why", "points"):
                assert training not in shown.text
            assert "run.share" not in buttons(shown)


async def test_danger_sign_stands_until_it_is_taken_back(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    before = len(ann.inbox)
    asked = await ann.slash("canirun")
    listed = await ann.click("run.wrong", on=asked)

    care = await ann.select("run.symptoms", "dark_urine", on=listed)
    await gym.wait(days=4)
    still = await ann.slash("canirun", soreness=0)
    well = await ann.click("run.cleared", on=still)

    assert care.text == snapshot
    assert ann.inbox[before:] == []  # the reminders of that leg day are cancelled
    assert still.text == snapshot
    assert well.text == snapshot
    (stop,) = [r for r in await reports(gym, ann) if r.stop_sign]
    assert stop.pain is None  # which sign it was is not kept


async def test_sign_pressed_by_mistake_brings_the_reminders_back(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    before = len(ann.inbox)
    listed = await ann.click("run.wrong", on=await ann.slash("canirun"))
    care = await ann.select("run.symptoms", "dark_urine", on=listed)

    await ann.click("run.cleared", on=care)
    await gym.wait(days=3)

    assert ann.inbox[before].text == snapshot


async def test_sore_tendon_is_not_forgotten_with_the_next_answer(gym, ann, snapshot):
    listed = await ann.click("run.wrong", on=await ann.slash("canirun"))

    walk = await ann.select("run.symptoms", "tendon_pain", on=listed)
    after = await ann.select("run.tell:s", "1", on=walk)

    assert walk.text == snapshot
    assert after.text == snapshot
    assert not any((await gym.store.members.export(ann.id)).values())


async def test_pain_that_has_passed_takes_back_no_danger_sign(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    hurt = await ann.slash("canirun", pain="sharp")
    listed = await ann.click("run.wrong", on=await ann.slash("canirun", pain="none"))
    await ann.select("run.symptoms", "dark_urine", on=listed)

    after = await ann.click("run.passed", on=hurt)

    assert after.text == snapshot
    assert "run.passed" not in buttons(after)


async def test_no_further_sign_takes_back_none_that_stands(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    early = await ann.click("run.wrong", on=await ann.slash("canirun"))
    late = await ann.click("run.wrong", on=await ann.slash("canirun"))
    await ann.select("run.symptoms", "dark_urine", on=late)

    after = await ann.select("run.symptoms", "none", on=early)

    assert after.text == snapshot


async def test_older_message_does_not_take_back_a_pain_reported_since(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=60)
    older = await unfolded(ann, await ann.slash("canirun", soreness=1, pain="muscle_ache"))
    await gym.wait(minutes=5)
    await ann.slash("canirun", pain="sharp")

    after = await ann.click("run.feel:better", on=older)

    assert after.text == snapshot


async def test_what_an_older_message_was_told_grows_old_with_it(gym, ann, snapshot):
    fresh = await ann.slash("canirun", soreness=1, pain="muscle_ache")
    await gym.wait(hours=11)
    still = await ann.click("run.feel:worse", on=await unfolded(ann, fresh))

    await gym.wait(hours=2)
    stale = await ann.click("run.feel:better", on=still)

    assert still.text == snapshot
    assert stale.text == snapshot


async def test_what_was_told_once_is_kept_once(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=20)
    asked = await ann.slash("canirun", soreness=1)

    await gym.wait(minutes=1)
    typed = await ann.select("run.tell:p", "1", on=asked)
    await gym.wait(minutes=1)
    await ann.click("run.feel:better", on=await unfolded(ann, typed))

    kept = await reports(gym, ann)
    assert [(each.soreness, each.pain) for each in kept if each.soreness or each.pain] == [
        (None, "muscle_ache"),
        (1, None),
    ]


async def test_illness_is_kept_before_a_leg_day_is_known(gym, ann):
    await gym.join(ann)

    await ann.slash("canirun", ill="head_cold")

    assert [each.illness for each in await reports(gym, ann)] == ["head_cold"]


async def test_after_a_fever_two_easy_days_come_first(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=1, minutes=20)
    await gym.wait(days=5)
    ill = await ann.slash("canirun", ill="fever_or_chest")
    await gym.wait(hours=30)

    well = await ann.click("run.passed", on=ill)
    await gym.wait(hours=43)
    after = await ann.slash("canirun")

    assert well.text == snapshot
    assert after.text == snapshot


HOLDING = [
    ({"pain": "sharp"}, "Is that pain gone?"),
    ({"pain": "tendon"}, "Is that pain gone?"),
    ({"ill": "fever_or_chest"}, "Are you well again?"),
    ({"ill": "head_cold"}, "Are you well again?"),
]


async def test_sign_that_has_held_for_two_days_is_asked_about(gym, subtests):
    members = [await gym.new_member() for _ in HOLDING]
    for member in members:
        await member.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=20)
    first = [
        await member.slash("canirun", **options)
        for member, (options, _) in zip(members, HOLDING, strict=True)
    ]
    await gym.wait(hours=47)
    soon = [await member.slash("canirun") for member in members]
    await gym.wait(hours=1)
    later = [await member.slash("canirun") for member in members]

    for number, (options, question) in enumerate(HOLDING):
        with subtests.test(**options):
            assert question not in first[number].text + soon[number].text
            assert question in later[number].text
            assert "run.passed" in buttons(later[number])


async def test_urgent_sign_is_followed_by_no_question_about_an_older_one(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("canirun", ill="head_cold")
    await gym.wait(hours=60)
    listed = await ann.click("run.wrong", on=await ann.slash("canirun"))

    care = await ann.select("run.symptoms", "chest_pain", on=listed)

    assert care.text == snapshot
    assert "?" not in care.text


async def test_very_sore_is_asked_about_danger_signs(gym, ann, snapshot):
    asked = await ann.slash("canirun", soreness=8)

    denied = await ann.click("run.none", on=asked)

    assert asked.text == snapshot
    assert asked.text.startswith("### First: dark urine")
    assert "run.none" not in buttons(denied)
    assert denied.text == snapshot


async def test_unsure_about_danger_signs_opens_the_list(gym, ann, snapshot):
    asked = await ann.slash("canirun", soreness=8)

    shown = await ann.click("run.wrong", on=asked)

    assert shown.text == snapshot


async def test_painkiller_asks_for_the_score_before_it(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=48)
    asked = await ann.slash("canirun")
    scale = await ann.select("run.tell:s", "pill", on=asked)

    shown = await ann.select("run.tell:b", "6", on=scale)

    assert shown.text == snapshot


async def test_feeling_worse_or_better_changes_todays_answer(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=42)
    asked = await ann.slash("canirun", soreness=3, pain="muscle_ache")

    worse = await ann.click("run.feel:worse", on=await unfolded(ann, asked))
    better = await ann.click("run.feel:better", on=worse)

    assert asked.text == snapshot
    assert worse.text == snapshot
    assert better.text.startswith("### A steady")
    assert better.text == snapshot
    assert asked.id == worse.id == better.id


async def test_sprints_ask_where_it_is_sore(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=90)

    asked = await ann.slash("canirun", run="sprints", soreness=3, pain="muscle_ache", sleep=8.0)
    after = await ann.select("run.tell:g", "0", on=asked)

    assert asked.text == snapshot
    assert after.text == snapshot


async def test_feeling_worse_is_learnt_from(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=48)
    asked = await ann.slash("canirun")

    await ann.click("run.feel:worse", on=await unfolded(ann, asked))

    learning = (await gym.store.members.context(ann.id, None)).learning
    assert learning.count == 1
    assert learning.theta > 0


async def test_answers_are_kept_to_be_given_again(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=30)
    shown = await ann.slash("canirun", run="steady", minutes=40, soreness=3)
    await ann.slash("canirun", pain="sharp")

    (kept,) = (await gym.store.members.export(ann.id))["answers"]

    again = assess(read(json.dumps(kept["question"])))
    assert again.clearance is not None
    assert (kept["model"], kept["clearance"]) == (again.model, again.clearance.word)
    assert kept["reply"] == again.reply
    assert shown.text == snapshot


async def test_without_consent_nothing_told_is_kept(gym, ann, snapshot):
    shown = await ann.slash("canirun", soreness=5, sleep=4.0)

    assert shown.text == snapshot
    assert not any((await gym.store.members.export(ann.id)).values())


async def test_with_consent_what_was_told_counts_later(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=60)
    await ann.slash("canirun", soreness=7)

    later = await ann.slash("canirun")

    assert later.text == snapshot


async def test_share_says_the_verdict_and_nothing_else(gym, ann, bob, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=24)
    await ann.slash("canirun", soreness=4, sleep=6.0)

    await ann.click("run.share")

    public = await gym.until_shown(bob, "Can I run today?")
    assert public.text == snapshot
    assert not any(character.isdigit() for character in public.text.replace(str(ann.id), ""))
    assert gym.sandbox.pings == []


async def test_share_pressed_twice_at_once_posts_once(gym, ann, bob):
    shown = await ann.slash("canirun", soreness=2)

    await asyncio.gather(ann.click("run.share", on=shown), ann.click("run.share", on=shown))
    await gym.until_refused(ann, "already_shared")
    await gym.until_shown(bob, "Can I run today?")

    assert len([message for message in bob.sees() if not message.ephemeral]) == 1


async def test_answer_that_was_shared_is_not_shared_again(gym, ann, bob):
    first = await ann.slash("canirun", soreness=2)
    await ann.click("run.share", on=first)
    action = share_of(first)

    await gym.restart()
    again = await ann.press_custom_id(action, on=first)
    other = await ann.press_custom_id("run.share:s3", on=first)
    for said in (again, other):
        assert refusal(said) == "already_shared"
    assert len([message for message in bob.sees() if not message.ephemeral]) == 1


async def test_answer_stays_shared_whatever_is_told_after(gym, ann, bob):
    first = await ann.slash("canirun", soreness=2)
    await ann.click("run.share", on=first)

    after = await ann.select("run.tell:l", "72", on=first)
    await gym.restart()
    again = await ann.press_custom_id(share_of(after), on=after)

    assert refusal(again) == "already_shared"
    assert len([message for message in bob.sees() if not message.ephemeral]) == 1


async def test_share_that_no_message_offers_is_refused(gym, ann, bob):
    helped = await ann.slash("help")

    said = await ann.press_custom_id("run.share:s2", on=helped, forged=True)

    assert "run.share" not in buttons(helped)
    assert said.ephemeral
    assert not [message for message in bob.sees() if not message.ephemeral]


async def test_buttons_work_after_a_restart(gym, ann, snapshot):
    asked = await ann.slash("canirun", run="tempo", minutes=40)

    await gym.restart()
    after = await ann.select("run.tell:l", "12", on=asked)

    assert after.text == snapshot


BAD: list[dict[str, Any]] = [
    {"minutes": 0},
    {"minutes": -5},
    {"sleep": 25.0},
    {"run": "fly"},
    {"pain": "a lot"},
    {"when": "yesterday 10:00"},
    {"when": "in 5 weeks"},
    {"when": "🦵"},
    {"soreness": 11},
    {"soreness": -1},
]


async def test_nonsense_is_asked_about_and_clears_nothing(gym, ann, subtests, snapshot):
    await gym.join(ann)

    for options in BAD:
        with subtests.test(options=options):
            shown = await ann.slash("canirun", unchecked=True, **options)

            assert not isinstance(shown, NoAnswer)
            assert shown.text == snapshot(name=str(options))
            assert await reports(gym, ann) == ()


FORGED = ["j1", "r99", "s5; DROP", "w9" + "9" * 40, "p-1", "é"]


async def test_forged_button_is_refused(gym, ann, subtests):
    shown = await ann.slash("canirun", soreness=2)

    for packed in FORGED:
        with subtests.test(packed=packed):
            said = await ann.press_custom_id(f"run.again:{packed}", on=shown)

            assert refusal(said) == "control_unknown"


async def test_why_unfolds_and_folds_the_same_message_and_keeps_nothing(gym, ann, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)
    asked = await ann.slash("canirun", run="intervals", minutes=40, soreness=3, pain="muscle_ache")
    before = await gym.store.members.export(ann.id)

    open_ = await ann.click("run.why", on=asked)
    folded = await ann.click("run.why", on=open_)

    assert asked.id == open_.id == folded.id
    assert folded.components == asked.components
    assert open_.text.startswith(asked.text.split("\n-# ")[0])
    assert buttons(open_).count("run.feel") == 2  # better, worse
    assert "run.picture" in buttons(open_)
    assert not {"run.feel", "run.picture"} & set(buttons(asked))
    assert await gym.store.members.export(ann.id) == before
    assert open_.text == snapshot


async def test_why_of_an_old_answer_works_after_a_restart_and_tells_of_now(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)
    asked = await ann.slash("canirun", run="intervals", minutes=40)

    await gym.wait(days=4)
    await gym.restart()
    open_ = await ann.click("run.why", on=asked)

    assert "Leg day 5 days ago" in open_.text
    assert "Hide why" in open_.buttons


async def test_why_pressed_by_somebody_else_tells_nothing_of_the_first(gym, ann, bob):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)
    asked = await ann.slash("canirun")

    theirs = await bob.press_custom_id("run.why:y1", on=asked)

    assert len(theirs.selects) == 2  # asked about a leg day of their own
    assert "24 hours ago" not in theirs.text


async def test_why_after_everything_was_deleted_asks_anew(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)
    asked = await ann.slash("canirun")
    await ann.slash("mydata delete")
    await ann.click("data.delete")

    after = await ann.click("run.why", on=asked)

    assert len(after.selects) == 2
    assert not any((await gym.store.members.export(ann.id)).values())


async def test_topic_of_the_main_cause_leads_back_to_the_answer(gym, ann):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)
    open_ = await unfolded(ann, await ann.slash("canirun", run="easy", minutes=20))

    topic = await ann.click("run.learn:run_after_legs", on=open_)
    back = await ann.click("run.again", on=topic)

    assert topic.text.startswith("### Running after leg day")
    assert back.components == open_.components


async def test_made_up_topic_is_refused(gym, ann):
    shown = await ann.slash("canirun", soreness=2)

    said = await ann.press_custom_id("run.learn:gone:s2", on=shown)

    assert refusal(said) == "control_unknown"


async def test_first_three_answers_say_the_warm_up_in_full(gym, ann, bob):
    await gym.join(ann)
    await ann.slash("legday log", effort=7, minutes=60)
    await gym.wait(hours=24)
    # Each tells something: then it is kept before it is shown, not after.
    told = [(await ann.slash("canirun", run="easy", soreness=2)).text for _ in range(4)]
    stranger = [(await bob.slash("canirun", soreness=1)).text for _ in range(4)]

    full = ["leg swings" in text for text in told]
    assert full == [True, True, True, False]
    assert all("walk home" in text.lower() for text in told)
    assert all("leg swings" in text for text in stranger)


async def test_share_tells_the_offer_and_never_the_ceiling(gym, ann, bob, snapshot):
    await gym.join(ann)
    await ann.slash("legday log", effort=6, minutes=60)
    await gym.wait(hours=60)
    asked = await ann.slash("canirun", run="easy", minutes=20, soreness=1, when="in 5 hours")

    await ann.click("run.share", on=asked)

    (public,) = [message for message in bob.sees() if not message.ephemeral]
    assert public.text == snapshot
    assert not any(character.isdigit() for character in public.text.replace(str(ann.id), ""))
