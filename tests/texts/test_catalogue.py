"""The advice catalogue: complete, graded, sourced, honest where article and evidence differ."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.decisions import known_of_member
from bot.domain.decisions.answer_token import AnswerToken
from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.kinds import ROLLS
from bot.domain.facts.member import Member
from bot.domain.facts.settings import Kind, Leaning
from bot.domain.facts.training import LegSession
from bot.domain.recovery.answer import Clearance, Gate, Reason
from bot.domain.recovery.assess import assess
from bot.rendering.components import layout
from bot.sandbox.limits import check_message
from bot.texts import help as help_texts
from bot.texts.canirun import answers, reasons, unfolded, verdict
from bot.texts.catalogue import ENTRIES, GROUPS, article, learn, search
from bot.texts.catalogue.entry import GRADES, Grade
from bot.texts.profile import consent, form
from bot.texts.reminders.tips import TIPS, Tip

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FORBIDDEN = re.compile(
    r"toxin|flush|lactic|no pain|guarantee|calorie|weight|burn|\bearn|diagnos|\bdoses?\b|"
    r"detox|https?:|www\.|®|™",
    re.IGNORECASE,
)
# The topics of advice.md §1, and what the article lacks by the last lines of advice.md §4.
KEYS = {
    "hydrate", "eat", "sleep", "caffeine", "walk", "easy_run", "warm_up", "foam_roll", "massage",
    "compression", "cold", "stretch", "alcohol", "next_session", "plan_order", "race_spacing",
    "first_timer", "painkiller", "soreness", "checkin",
    "stop_signs", "illness", "heat", "ask_first",
}  # fmt: skip


def words_of(card):
    return "\n".join([card.title, *card.body, card.small or ""])


def shown(key):
    return words_of(learn.entry(ENTRIES[key]))


def in_help():
    return words_of(help_texts.overview(manages=False))


def leg_day(hours_ago, allows):
    return reasons.reason(
        Reason(
            gate=Gate.LEG_DAY,
            points=60,
            of=60,
            hours_ago=hours_ago,
            allows=allows,
            sets_class=True,
        )
    )


def canirun_answer():
    """The answer to somebody who trained legs a day ago."""
    session = LegSession(session_id=1, ended_at=NOW - timedelta(hours=26), effort=7, minutes=50)
    member = Member(member_id=7, sessions=(session,), session_count=1)
    answer = assess(known_of_member.question(member, NOW, AnswerToken().question(NOW)))
    return words_of(answers.card(Shown(answer=answer, told=AnswerToken(), now=NOW, kept=True)))


def everywhere():
    """Every card of ``/learn``."""
    return [
        learn.overview(),
        *(learn.group(group) for group in GROUPS),
        *(learn.entry(entry) for entry in ENTRIES.values()),
    ]


# Point of the article -> what a member must be able to read, and where besides `/learn`.
SURFACES = {
    1: [(lambda: shown("leg_day"), "Squats and deadlifts"), (lambda: shown("leg_day"), "leg load")],
    2: [(lambda: shown("leg_day"), "core strength carries over")],
    3: [(lambda: shown("leg_day"), "runners, cyclists and swimmers")],
    4: [
        (lambda: shown("back_pain"), "many causes"),
        (lambda: shown("back_pain"), "not supported"),
        (lambda: shown("back_pain"), "emergency care now"),
    ],
    5: [
        (lambda: shown("leg_day"), "no day off"),
        (lambda: leg_day(20, Clearance.WALK), "legs have worked all day too"),
    ],
    6: [
        (lambda: shown("soreness"), "Some soreness is normal"),
        (lambda: shown("checkin"), "How sore are your legs, 0–10?"),
        (lambda: TIPS[Kind.FIRST_TIMER].private[0], "peak in 1–3 days"),
    ],
    7: [
        (lambda: shown("warm_up"), "Before lifting ten easy minutes"),
        (lambda: " ".join(TIPS[Kind.WARM_UP].group), "before lifting"),
    ],
    8: [(lambda: shown("breaks"), "Take breaks inside the session")],
    9: [(lambda: shown("stretch"), "will not change tomorrow's soreness")],
    10: [
        (lambda: TIPS[Kind.FIRST_TIMER].private[0], "Next time is easier"),
        (lambda: reasons.PLAIN[Gate.NEW_STIMULUS], "New work for your legs"),
    ],
    11: [(lambda: shown("cold"), "not a default")],
    12: [
        (lambda: shown("walk"), "easy walk"),
        (lambda: verdict.VERDICTS[Clearance.WALK], "Walk today"),
    ],
    13: [
        (lambda: shown("listen"), "you know your body best"),
        (canirun_answer, "you know best"),
    ],
    14: [
        (lambda: unfolded.RECOVERY[Clearance.REST], "overdo it"),
        (lambda: unfolded.RECOVERY[Clearance.WALK], "overdoing it"),
    ],
    15: [
        (lambda: unfolded.RECOVERY[Clearance.REST], "Rest is part of the training"),
        (lambda: unfolded.RECOVERY[Clearance.WALK], "one form of it"),
        (lambda: unfolded.RECOVERY[Clearance.EASY], "one form of rest"),
        (lambda: unfolded.RECOVERY[Clearance.MODERATE], "recovery"),
        (lambda: unfolded.RECOVERY[Clearance.HARD], "easy days stay part"),
    ],
    16: [(lambda: shown("balance"), "Lifters gain from easy cardio")],
    17: [(lambda: shown("run_after_legs"), "how hard leg day was, how long ago")],
    18: [
        (lambda: unfolded.RECOVERY[Clearance.EASY], "may ease soreness"),
        (lambda: shown("easy_run"), "will not slow recovery"),
    ],
    19: [
        (lambda: shown("warm_up"), "brisk walk, easy jog, leg swings"),
        (lambda: " ".join(TIPS[Kind.WARM_UP].group), "leg swings"),
        (canirun_answer, "Warm up 10 minutes: brisk walk, easy jog, leg swings"),
    ],
    20: [
        (canirun_answer, "**Hard runs:** likely"),
        (canirun_answer, "An easy 30 minutes is fine"),
        (lambda: shown("easy_run"), "No intervals, tempo or long run"),
        (lambda: shown("run_after_legs"), "29 % shorter"),
    ],
    21: [(lambda: shown("compression"), "wash nothing out")],
    22: [(lambda: shown("compression"), "while running is unclear")],
    23: [
        (lambda: shown("hydrate"), "keep water within reach"),
        (lambda: TIPS[Kind.HYDRATE].private[0], "Drink to thirst"),
    ],
    24: [
        (lambda: shown("sleep"), "2.9 times the colds"),
        (lambda: TIPS[Kind.SLEEP].private[0], "7 h or more"),
        (lambda: reasons.PLAIN[Gate.SLEEP], "h of sleep last night"),
    ],
    25: [
        (lambda: shown("massage"), "ease soreness"),
        (lambda: TIPS[Kind.FOAM_ROLL].private[0], "Roll each sore muscle"),
    ],
    26: [
        (lambda: shown("massage"), "lotion"),
        (lambda: " ".join(TIPS[Kind.FOAM_ROLL].private), "lotion"),
    ],
    27: [
        (lambda: shown("alcohol"), "keep it small"),
        (lambda: reasons.PLAIN[Gate.ALCOHOL], "Alcohol"),
    ],
    28: [(lambda: shown("compression"), "After the session")],
    29: [
        (lambda: shown("habits"), "few do them"),
        (in_help, "few do them"),
        (lambda: words_of(consent.panel(1, zone=None, known_zone=None)), "when to wind down"),
    ],
    30: [(lambda: shown("run_after_legs"), "A good idea if it is done right")],
    31: [(lambda: " ".join(form.LEANINGS.values()), "runner")],
    32: [(lambda: words_of(learn.overview()), article.SITE)],
}
ELSEWHERE = {32}  # no topic of its own: what it asks for is how the article is cited


def test_every_point_of_the_article_is_listed():
    assert set(SURFACES) == set(range(1, 33))  # S1 to S32


@pytest.mark.parametrize("point", sorted(SURFACES), ids=lambda point: f"S{point}")
def test_point_of_the_article_surfaces(point):
    answering = [entry.key for entry in ENTRIES.values() if point in entry.points]

    missing = [words for read, words in SURFACES[point] if words.lower() not in read().lower()]

    assert missing == []
    assert answering or point in ELSEWHERE


# advice.md §3: topic -> the wording where article and evidence differ.
@pytest.mark.parametrize(
    ("key", "wording"),
    [
        ("compression", "may feel better; recovery is no faster"),
        ("easy_run", "does no harm and may feel good"),
        ("stretch", "optional"),
        ("cold", "not a default"),
        ("alcohol", "Small is fine, big nights cost you"),
        ("warm_up", "helps you feel ready"),
        ("soreness", "New or lowering-heavy work makes you sore"),
        ("massage", "Some relief"),
        ("run_after_legs", "Walk, or at most a short slow jog, for two days"),
        ("first_timer", "walk, or at most a short slow jog, for two days"),
    ],
)
def test_topic_follows_the_evidence_where_the_article_does_not(key, wording):
    flat = " ".join(shown(key).split())

    assert wording in flat


def test_back_pain_is_not_put_down_to_weak_legs():
    assert "weak legs; that is not supported" in shown("back_pain")


def test_catalogue_has_every_topic_and_knows_their_relations():
    related = {key for entry in ENTRIES.values() for key in entry.related}

    assert set(ENTRIES) >= KEYS
    assert related <= set(ENTRIES)
    assert sum(len(group.entries) for group in GROUPS) == len(ENTRIES)
    assert [entry.key for entry in ENTRIES.values() if entry.key in entry.related] == []
    assert [entry.key for entry in ENTRIES.values() if not 1 <= len(entry.related) <= 4] == []


def test_every_claim_is_graded_and_says_from_whom():
    claims = [(key, claim) for key, entry in ENTRIES.items() for claim in entry.claims]

    assert [key for key, entry in ENTRIES.items() if not entry.claims] == []
    assert [key for key, claim in claims if not claim.sources] == []
    assert set(GRADES) == set(Grade) == {claim.grade for _, claim in claims}


@pytest.mark.parametrize(
    ("key", "grade", "who", "number"),
    [
        ("hydrate", Grade.STRONG, "ACSM 2007", "2 %"),
        ("eat", Grade.STRONG, "ISSN 2017", "1.4–2.0 g per kg"),
        ("sleep", Grade.STRONG, "Craven et al. 2022", "−7.6 %"),
        ("caffeine", Grade.MODERATE, "Gardiner et al. 2023", "13.2 h"),
        ("walk", Grade.SMALL, "Andersen et al. 2013", "−0.8 of 10"),
        ("easy_run", Grade.MODERATE, "Chen, Nosaka & Wu 2008", "50 men"),
        ("warm_up", Grade.SMALL, "Law & Herbert 2007", "13 of 100"),
        ("foam_roll", Grade.SMALL, "Wiewelhove et al. 2019", "−6.0 %"),
        ("massage", Grade.SMALL, "Davis et al. 2020", "1,012 people"),
        ("compression", Grade.SMALL, "Négyesi et al. 2022", "350 people"),
        ("cold", Grade.SMALL, "Machado et al. 2016", "0.3 points"),
        ("stretch", Grade.NONE, "Afonso et al. 2021", "11 trials"),
        ("alcohol", Grade.MODERATE, "Barnes et al. 2010", "41–45 % v 26–32 %"),
        ("next_session", Grade.MODERATE, "Helland et al. 2020", "24 and 48 h"),
        ("plan_order", Grade.MODERATE, "Robineau et al. 2016", "6 h apart"),
        ("race_spacing", Grade.WEAK, "Bartolomei et al. 2017", "72 h"),
        ("first_timer", Grade.MODERATE, "Nosaka et al. 2005", "4 and 8 weeks"),
        ("checkin", Grade.MODERATE, "Saw et al. 2016", "56 studies"),
        ("painkiller", Grade.WEAK, "Lipman et al. 2017", "52 % v 34 %"),
    ],
)
def test_topic_carries_its_grade_source_and_number(key, grade, who, number):
    [line] = [line for line in shown(key).split("\n") if line.startswith(f"  - {who}")][:1]

    assert ENTRIES[key].claims[0].grade is grade
    assert number in line


def test_cards_keep_discords_limits_and_the_words_of_the_house():
    for card in everywhere():
        check_message({"flags": 1 << 15, "components": layout(card).to_components()})
        assert FORBIDDEN.findall(words_of(card)) == []
        assert words_of(card).count("not medical advice") == 1


def test_forbidden_words_are_found():
    assert FORBIDDEN.findall("Tights flush toxins") == ["flush", "toxin"]


def test_small_effects_are_called_small():
    for key in ("foam_roll", "massage", "walk", "cold", "compression"):
        assert "**Small effect**" in shown(key)
    assert "**No useful effect found**" in shown("stretch")


def test_tips_that_are_not_for_minors_are_marked():
    adults = {key for key, entry in ENTRIES.items() if entry.adults}

    assert adults == {"alcohol", "cold", "caffeine", "painkiller"}
    assert all("For adults only." in shown(key) for key in adults)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in {Kind.TEXT, *ROLLS}])
def test_every_reminder_has_its_topic(kind):
    tip = TIPS.get(kind, Tip())
    said = (ENTRIES[kind.value].say, *tip.private, *tip.group)

    assert ENTRIES[kind.value].claims
    assert [text for text in said if FORBIDDEN.search(text)] == []


@pytest.mark.parametrize("kind", [Kind.HYDRATE, Kind.SLEEP, Kind.FOAM_ROLL, Kind.FIRST_TIMER])
def test_reminders_first_wording_is_the_topics(kind):
    assert TIPS[kind].private[0] == ENTRIES[kind.value].say


def test_painkiller_note_is_the_topics():
    assert ENTRIES["painkiller"].say in unfolded.NOTES.values()


@pytest.mark.parametrize(
    ("hours_ago", "allows", "said"),
    [
        (11, Clearance.WALK, False),
        (12, Clearance.WALK, True),
        (40, Clearance.REST, True),
        (40, Clearance.EASY, False),
    ],
)
def test_reason_counts_the_day_on_ones_feet(hours_ago, allows, said):
    assert ("worked all day" in leg_day(hours_ago, allows)) is said


def test_leaning_is_asked_and_explained():
    assert set(form.LEANINGS) == set(Leaning)
    assert "mostly a lifter, mostly a runner or both" in shown("balance")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("foam_roll", "foam_roll"),
        ("Foam Rolling", "foam_roll"),
        ("leg-day", "leg_day"),
        ("run-after-legs", "run_after_legs"),
        ("DOMS", "soreness"),
        ("ice bath", "cold"),
        ("Beer", "alcohol"),
        (" what to eat ", None),
        ("drinking", None),
        ("quantum physics", None),
        ("", None),
        ("***", None),
    ],
)
def test_entry_is_found_by_what_names_it(typed, key):
    found = search.entry(typed)

    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("foam rolr", "foam_roll"),
        ("compresion", "compression"),
        ("streching", "stretch"),
        ("massge", "massage"),
        ("hydrat", "hydrate"),
        ("can i run after squats", "run_after_legs"),
        ("should I drink beer tonight", "alcohol"),
        ("stop", "stop_signs"),
        ("fever", "illness"),
        ("pregnant", "ask_first"),
        ("dark urine", "stop_signs"),
    ],
)
def test_topics_come_by_other_words_and_in_spite_of_typos(typed, first):
    assert search.topics(typed)[0].key == first


def test_topics_are_all_there_for_nothing_and_none_for_nonsense():
    assert len(search.topics("", limit=99)) == len(ENTRIES)
    assert len(search.topics("")) == 25
    assert search.topics("xyzzy") == search.topics("@#!") == []
    assert len(search.topics("legs " * 10_000)) <= 25
