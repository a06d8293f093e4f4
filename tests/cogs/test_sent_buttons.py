"""Every control that stands in messages already sent is still read.

The actions are written out as people's messages hold them, never made: none of these lines may
change while a message with it may stand. A new action, or a new argument, gets a line of its own.
"""

from bot.sandbox import Seen
from bot.sandbox.seen import BUTTON, STRING_SELECT

ID = "1477998909849600099"  # of an entry, a reminder or a post that is gone: told so, not misread
PACKED = "r3m45w1772452800s4p1z6.5i1a2h1b7l36d1f0g10n2v1"
UNFOLDED = "r3m45w1772452800s4p1z6.5i1a2h1b7l36d1f0g10n2v1y1k1"
AHEAD = "r9m50w1772539200s2t29541000o0c2q0"
LIFTING = "s2o1"
MADE_UP = "gone.and.never.sent"
TOPICS = (
    "alcohol", "ask_first", "back_pain", "balance", "breaks", "caffeine", "checkin", "cold",
    "compression", "easy_run", "eat", "first_timer", "foam_roll", "habits", "heat", "hydrate",
    "illness", "leg_day", "listen", "massage", "next_session", "painkiller", "plan_order",
    "race_spacing", "run_after_legs", "sleep", "soreness", "stop_signs", "stretch", "walk",
    "warm_up",
)  # fmt: skip

BUTTONS = (
    f"log.edit:{ID}",
    f"log.more:{ID}",
    f"log.undo:{ID}",
    f"log.share:{ID}",
    f"log.pounds:{ID}",
    "log.page",
    f"log.page:1772452800:{ID}",
    "log.at:1",
    "log.stats:4",
    "log.stats:12",
    "log.stats:52",
    f"log.again:{ID}",
    f"log.details_again:{ID}",
    f"runs.edit:{ID}",
    f"runs.undo:{ID}",
    "runs.page",
    f"runs.page:1772452800:{ID}",
    "runs.at:1",
    f"runs.again:{ID}",
    f"check.again:{ID}",
    "run.again:",
    "run.keep:",
    f"run.keep:{PACKED}",
    f"run.again:{PACKED}",
    f"run.again:{AHEAD}",
    f"run.again:{LIFTING}",
    f"run.why:{AHEAD}y1",
    "run.wrong:",
    f"run.wrong:{PACKED}",
    f"run.before:{PACKED}",
    f"run.passed:{PACKED}",
    "run.cleared:",
    f"run.cleared:{PACKED}",
    f"run.share:{PACKED}",
    f"run.picture:{PACKED}",
    f"run.picture:{UNFOLDED}",
    f"run.why:{PACKED}",
    f"run.why:{UNFOLDED}",
    f"run.none:{PACKED}",
    f"run.learn:run_after_legs:{UNFOLDED}",
    f"run.feel:worse:{PACKED}",
    f"run.feel:better:{PACKED}",
    f"keep.dm:{ID}",
    f"keep.only:{ID}",
    f"keep.no:{ID}",
    f"keep.zone:{ID}",
    f"keep.zone_again:{ID}",
    f"keep.both:{ID}",
    f"keep.one:{ID}",
    f"rem.done:{ID}",
    f"rem.snooze:{ID}",
    f"rem.snooze_to:{ID}:hour",
    f"rem.snooze_to:{ID}:tonight",
    f"rem.snooze_to:{ID}:tomorrow",
    f"rem.stop:{ID}",
    f"all.done:{ID}",
    f"all.done:{ID}:1a.2",
    f"all.snooze:{ID}",
    f"all.snooze:{ID}:3",
    f"all.snooze_to:{ID}:hour",
    f"all.snooze_to:{ID}:tonight",
    f"all.snooze_to:{ID}:tomorrow",
    f"all.stop:{ID}",
    f"all.stop:{ID}:z",
    f"post.done:{ID}",
    f"post.pause:{ID}",
    f"post.resume:{ID}",
    f"post.unping:{ID}",
    f"post.spread:{ID}:on",
    f"post.spread:{ID}:off",
    f"post.remove:{ID}",
    "notice.again",
    "config.panel",
    "config.zone",
    f"config.zone_again:{ID}",
    f"config.quiet_again:{ID}",
    "config.quiet",
    "config.posts:on",
    "config.posts:off",
    "config.reminders:on",
    "config.reminders:off",
    "config.keep",
    "config.gather",
    "config.reset",
    "own.pause",
    "own.resume",
    "own.resume_apart",
    "own.quiet:sleep:1410:480",
    "own.passed",
    "config.usual",
    "config.send",
    "config.welcome",
    "config.welcome_post",
    "own.cleared",
    f"rem.only:{ID}:on",
    f"rem.only:{ID}:off",
    f"all.only:{ID}:on",
    "own.again",
    "own.all:0",
    "own.all:3",
    "own.stop",
    f"log.zone:{ID}",
    "zone",
    f"zone.again:{ID}",
    f"keep.dm_zone_again:{ID}",
    f"log.zone_again:{ID}",
    f"own.zone_again:{ID}",
    f"profile.times_again:{ID}",
    f"profile.runs_again:{ID}",
    "start",
    f"start.again:{ID}",
    f"start.back:{ID}",
    "profile.zone",
    "profile.times",
    "profile.runs",
    "profile.learn:on",
    "profile.learn:off",
    "profile.learn:reset",
    "profile.picture",
    "profile.about",
    "about.agree",
    "about.clear",
    "about.back",
    "learn",
    *(f"learn:{topic}" for topic in TOPICS),
    "data.export",
    "data.ask",
    "data.keep",
    "data.delete",
)
SELECTS = (
    (f"run.tell:s:{PACKED}", "4"),
    (f"run.tell:s:{PACKED}", "pill"),
    (f"run.tell:l:{PACKED}", "9999"),
    (f"run.tell:p:{PACKED}", "5"),
    (f"run.tell:z:{PACKED}", "4.5"),
    (f"run.tell:n:{PACKED}", "2"),
    (f"run.tell:g:{PACKED}", "11"),
    (f"run.tell:d:{PACKED}", "0"),
    (f"run.tell:d:{PACKED}", "1"),
    (f"run.tell:b:{PACKED}", "7"),
    (f"run.symptoms:{PACKED}", "chest_pain"),
    (f"log.newness:{ID}", "first_ever"),
    ("log.pick", ID),
    ("runs.pick", ID),
    (f"runs.felt:{ID}", "5"),
    (f"start.zone:{ID}", "Europe/Berlin"),
    (f"start.danger:{ID}", "1"),
    (f"start.danger:{ID}", "0"),
    (f"start.symptoms:{ID}", "chest_pain"),
    ("start.days", "0"),
    (f"keep.zone_picked:{ID}", "Europe/Berlin"),
    (f"keep.dm_zone_picked:{ID}", "Europe/Berlin"),
    (f"log.zone_picked:{ID}", "Europe/Berlin"),
    ("own.zone_picked:resume", "Europe/Berlin"),
    ("zone.picked:panel", "Europe/Berlin"),
    ("zone.picked:new", "Europe/Berlin"),
    ("config.channel", ID),
    ("config.zone_picked", "Europe/Berlin"),
    ("profile.choose:units", "kg_km"),
    ("profile.choose:units", "lb_mi"),
    ("profile.choose:units", "kg_mi"),
    ("profile.choose:units", "lb_km"),
    ("profile.choose:experience", "new"),
    ("profile.choose:experience", "some"),
    ("profile.choose:experience", "long"),
    ("profile.choose:age", "under_18"),
    ("profile.choose:age", "18_39"),
    ("profile.choose:age", "40_59"),
    ("profile.choose:age", "60_plus"),
    ("profile.choose:leaning", "lifter"),
    ("profile.choose:leaning", "runner"),
    ("profile.choose:leaning", "both"),
    ("about.conditions", "statin"),
    ("about.birth", "8"),
    ("about.healing", "knee"),
    ("learn.group", "running"),
    ("learn.group", "legs"),
    ("learn.group", "everyday"),
    ("learn.group", "comfort"),
    ("learn.group", "care"),
    *(("learn.topic", topic) for topic in TOPICS),
    ("own.remove", ID),
    (f"check.sore:{ID}", "10"),
    (f"check.danger:{ID}", "none"),
    (f"check.danger:{ID}:pain_type", "some"),
    (f"check.pain:{ID}", "muscle_ache"),
)
FORMS = (
    "start.form:new",
    "log.form:new",
    f"log.form:{ID}",
    f"log.form:{ID}:3x4aE9kQ-_b1Zz0pLm2w",
    f"log.details:{ID}",
    "runs.form:new",
    f"runs.form:{ID}",
    f"runs.form:{ID}:3x4aE9kQ-_b1Zz0pLm2w",
    "check.form:new",
    f"keep.zone_told:{ID}",
    f"keep.dm_zone_told:{ID}",
    f"log.zone_told:{ID}",
    "own.zone_told:resume",
    "zone.told:panel",
    "zone.told:new",
    "config.zone_told",
    "config.quiet_told",
    "profile.times_told",
    "profile.runs_told",
)


async def test_every_action_is_listed_here_as_it_was_sent(gym):
    sent = {*BUTTONS, *FORMS, *(action for action, _ in SELECTS)}

    assert {action.partition(":")[0] for action in sent} == set(gym.bot.tree.router._handlers)


def offered_only(action):
    """Tell whether an action counts only from a message that offers it (tried in test_canirun)."""
    return action.startswith("run.share:")


async def test_every_control_already_sent_is_read(gym, ann, coach):
    await gym.join(ann)
    card = await ann.slash("legday log", effort=8, minutes=60)
    not_read = await ann.press_custom_id(MADE_UP, on=card)
    assert isinstance(not_read, Seen)
    pressed = [
        *((action, BUTTON, ()) for action in (*FORMS, *BUTTONS) if not offered_only(action)),
        *((action, STRING_SELECT, (value,)) for action, value in SELECTS),
    ]

    for person in (coach, ann):
        for action, kind, values in pressed:
            shown = await person.press_custom_id(
                action, on=card, component_type=kind, values=values
            )
            if isinstance(shown, Seen):
                assert shown.text != not_read.text, (action, values)
