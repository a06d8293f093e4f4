"""Topics: running after leg day: whether, how, when, in which order."""

from bot.texts.catalogue.article import practice
from bot.texts.catalogue.entry import CatalogueEntry, Citation, Grade, Group, claim
from bot.texts.i18n import N_

CHEN = Citation(
    "Chen, Nosaka & Wu 2008",
    N_(
        "50 men, 30 min on the flat on days 1–6 at four speeds or not at all: same strength, "
        "soreness and running economy"
    ),
)
DAY_AFTER = Citation(
    "Doma & Deakin 2013",
    N_(
        "14 runners, a hard run to exhaustion the next day: 29 % shorter after lifting then "
        "running, 18 % after running then lifting; the cost of easier paces up by about 6–8 %"
    ),
)
UNTRAINED = Citation(
    "Doma et al. 2017",
    N_(
        "12–14 men new to lifting: even easy running is impaired to 24 h after their first two "
        "sessions; they advise waiting 48 h until the third"
    ),
)

RUN_AFTER_LEGS = CatalogueEntry(
    key="run_after_legs",
    title=N_("Running after leg day"),
    words=N_("can I run, good idea, bad idea, next day, today, squats, tired legs"),
    say=N_(
        "A good idea if it is done right: slow, short, warmed up, and only as your legs allow. "
        "Keep hard running for the third day."
    ),
    more=N_(
        "Three things decide: how hard leg day was, how long ago it was, and how your legs feel "
        "now. `/canirun` puts them together and gives a cap in minutes and the time at which the "
        "answer changes. Easy running in between takes nothing from your next leg day; fast or "
        "long running is what suffers, and what adds load."
    ),
    claims=(
        claim(
            N_("Easy running on sore legs does no harm, and does not speed recovery."),
            Grade.MODERATE,
            CHEN,
        ),
        claim(N_("Hard running is clearly worse the day after."), Grade.MODERATE, DAY_AFTER),
        claim(
            N_("New to leg day? Walk, or at most a short slow jog, for two days."),
            Grade.MODERATE,
            UNTRAINED,
        ),
    ),
    not_for=N_("With a stop sign, fever, or sharp or joint pain there is no run at all."),
    points=(17, 30),
    related=("easy_run", "next_session", "first_timer", "stop_signs"),
)
EASY_RUN = CatalogueEntry(
    key="easy_run",
    title=N_("What an easy run is"),
    words=N_("easy run, slow, jog, active recovery, talk test, pace, heart rate, tempo, intervals"),
    when=N_("When `/canirun` says easy or better."),
    say=N_(
        "Slow enough to talk in full sentences, effort 2–3 of 10. It will not slow recovery; it "
        "may loosen you up."
    ),
    more=N_(
        "20–30 min on the flat is plenty, 45 at most for regular runners with good legs; walking "
        "breaks count. With a watch: up to about 76 % of your highest heart rate. No intervals, "
        "tempo or long run until `/canirun` opens them. The article promises a faster recovery "
        "than rest alone; in controlled trials it was the same. So: it does no harm and may feel "
        "good."
    ),
    claims=(
        claim(
            N_("Same recovery as resting: no harm, no speed-up."),
            Grade.MODERATE,
            CHEN,
            Citation(
                "Chen, NTNU",
                N_("12 v 12 active men, 30 min a day very easily for four days: as rest"),
            ),
        ),
        claim(
            N_("Light movement eases soreness for an hour at most."),
            Grade.SMALL,
            Citation(
                "Andersen et al. 2013",
                N_("20 women, 10 min of light work for a sore shoulder: −0.8 of 10"),
            ),
        ),
        claim(N_("Hard or long is what the day after is bad for."), Grade.MODERATE, DAY_AFTER),
    ),
    not_for=N_(
        "If soreness has not eased after 10 min, pain rises or your stride changes: walk home."
    ),
    points=(15, 18, 20),
    related=("walk", "warm_up", "run_after_legs", "next_session"),
)
WALK = CatalogueEntry(
    key="walk",
    title=N_("An easy walk"),
    words=N_("walk, walking, stiff, loosen up, shuffle, rest day"),
    when=N_("12–48 h after leg day, at lunch or in the early evening."),
    say=N_("Stiff? A 10–30 min easy walk often feels good."),
    more=N_(
        "It is the gentlest form of active rest, and enough on a day with no run in it. The relief "
        "is gone within about an hour, and repair takes as long as it takes."
    ),
    claims=(
        claim(
            N_("Short relief from soreness; no faster repair."),
            Grade.SMALL,
            Citation(
                "Andersen et al. 2013",
                N_(
                    "20 women, 10 min of light work: −0.8 of 10, best within 20 min, gone by about "
                    "1 h"
                ),
            ),
        ),
    ),
    not_for=N_("Not with a limp, a hot swollen calf or any other stop sign."),
    points=(12, 15),
    related=("easy_run", "soreness", "stop_signs"),
)
WARM_UP = CatalogueEntry(
    key="warm_up",
    title=N_("Warming up"),
    words=N_("warm up, warmup, dynamic stretches, leg swings, brisk walk, cool down, before"),
    when=N_("Right before a run; 10–30 min before lifting."),
    say=N_(
        "Before a run 5–10 min: brisk walk, easy jog, leg swings. Before lifting ten easy minutes. "
        "It helps you feel ready."
    ),
    more=N_(
        "If your legs have not eased after 10 min of running, walk home. That a warm-up prevents "
        "injuries is often said, the article says it too, and it is not well shown. Before lifting "
        "it takes a little off the soreness two days later; a cool-down does not."
    ),
    claims=(
        claim(
            N_("A warm-up before lifting means a little less soreness later."),
            Grade.SMALL,
            Citation(
                "Law & Herbert 2007",
                N_(
                    "52 people, soreness two days later: 13 of 100 points lower (2 to 24) with a "
                    "warm-up, 0 (−11 to 11) with a cool-down"
                ),
            ),
        ),
        claim(
            N_("That it prevents injuries is not well shown."),
            Grade.WEAK,
            practice(N_("advises it before lifting and before running; names no study")),
        ),
    ),
    not_for=N_("Stop if something hurts more as you go."),
    points=(7, 19),
    related=("easy_run", "breaks", "stretch"),
)
NEXT_SESSION = CatalogueEntry(
    key="next_session",
    title=N_("How long legs need"),
    words=N_("how long, recovery time, 48 hours, next leg day, again, hard run, days, rest"),
    say=N_(
        "After an ordinary leg day count about 48 h before the next one or a hard run; 72 h and "
        "more when it was new, very hard or to failure."
    ),
    more=N_(
        "Hours tell more than “the next day”, and people differ: feeling and performance agree "
        "poorly, so neither decides alone. Sets to failure, lots of volume and unfamiliar lifts "
        "take longest. `/canirun` names the hour for you."
    ),
    claims=(
        claim(
            N_("About 48 h when trained, 72 h or more after failure or new work."),
            Grade.MODERATE,
            Citation(
                "Helland et al. 2020",
                N_(
                    "16 trained people, heavy sets: jump and sprint back between 24 and 48 h, "
                    "squat power not quite at 48 h"
                ),
            ),
            Citation(
                "Morán-Navarro et al. 2017",
                N_("10 trained men: sets to failure add 24–48 h at equal volume"),
            ),
            UNTRAINED,
        ),
    ),
    points=(17, 20),
    related=("run_after_legs", "first_timer", "plan_order", "race_spacing"),
)
PLAN_ORDER = CatalogueEntry(
    key="plan_order",
    title=N_("Legs and runs in one week"),
    words=N_("order, same day, run first, lift first, before or after, week, plan, schedule"),
    say=N_(
        "Try the hard run first, legs later the same day (6 h or more apart), then an easy day. "
        "Lifting first hurts tomorrow's run more."
    ),
    more=N_(
        "That keeps the easy days easy. If you only have one slot, put first what matters more to "
        "you, and keep the other one light."
    ),
    claims=(
        claim(
            N_("Order and distance matter for the day after, and for strength."),
            Grade.MODERATE,
            DAY_AFTER,
            Citation(
                "Robineau et al. 2016",
                N_(
                    "58 amateur rugby players, 7 weeks: under 6 h apart cost strength, 24 h was "
                    "best for endurance"
                ),
            ),
        ),
    ),
    points=(20,),
    related=("next_session", "balance", "race_spacing"),
)
RACE_SPACING = CatalogueEntry(
    key="race_spacing",
    title=N_("Leg day before a race"),
    words=N_("race, marathon, competition, event, taper, parkrun, 10k"),
    say=N_("Last heavy leg day four or more days before the race; light or none after."),
    more=N_(
        "Recovery takes 72–96 h after hard or new work, and a race is no place to find out. This "
        "spacing is our own careful reading of that; nobody has tested it as a rule."
    ),
    claims=(
        claim(
            N_("Four days is a rule of thumb from recovery times."),
            Grade.WEAK,
            Citation(
                "Bartolomei et al. 2017",
                N_("12 trained men, 8 sets of 10: strength still down at 72 h"),
            ),
            Citation(
                "Marcora & Bosio 2007",
                N_("30 runners, 48 h after 100 drop jumps: a 30-min time trial −4 %"),
            ),
        ),
    ),
    related=("next_session", "plan_order", "cold"),
)

GROUP = Group(
    key="running",
    title=N_("Running"),
    entries=(
        RUN_AFTER_LEGS, EASY_RUN, WALK, WARM_UP, NEXT_SESSION, PLAN_ORDER, RACE_SPACING,
    ),
)  # fmt: skip
