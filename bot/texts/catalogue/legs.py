"""Topics: leg day, why it aches, and what eases with time."""

from bot.texts.catalogue.article import NO_STUDY
from bot.texts.catalogue.entry import CatalogueEntry, Citation, Grade, Group, claim
from bot.texts.i18n import N_

LEG_DAY = CatalogueEntry(
    key="leg_day",
    title=N_("What leg day is for"),
    words=N_("why legs, squat, deadlift, compound, core, stability, glutes, benefits, hard"),
    say=N_(
        "Squats and deadlifts train much muscle at once: legs, hips and the core that holds you "
        "upright. That is why they count most in your leg load."
    ),
    more=N_(
        "Legs are hard for a reason: they are the largest muscles, the lifts use the whole body, "
        "and stairs, standing and walking give them no day off. Stronger legs help runners, "
        "cyclists and swimmers; core strength carries over to other lifts, how much is less sure."
    ),
    claims=(
        claim(
            N_("Strength training makes running cost less."),
            Grade.MODERATE,
            Citation(
                "Blagrove et al. 2018",
                N_(
                    "review of 24 studies with runners: running economy mostly 2–8 % better, not "
                    "in all of them"
                ),
            ),
        ),
        claim(N_("Big lifts build the core and steady other lifts."), Grade.WEAK, NO_STUDY),
    ),
    points=(1, 2, 3, 5),
    related=("balance", "soreness", "breaks", "back_pain"),
)
BALANCE = CatalogueEntry(
    key="balance",
    title=N_("Lifting and running both"),
    words=N_("balance, cardio, runner, lifter, both, cyclist, swimmer, week, strength"),
    say=N_(
        "Lifters gain from easy cardio and runners from a leg day: two strength days and some "
        "running fit into most weeks."
    ),
    more=N_(
        "Say in `/profile` whether you are mostly a lifter, mostly a runner or both: it decides "
        "what goes first where they clash. A week without one of them is no failure."
    ),
    claims=(
        claim(
            N_("Both kinds of exercise are worth having every week."),
            Grade.STRONG,
            Citation(
                "WHO guidelines, Bull et al. 2020",
                N_(
                    "adults: 150–300 min of moderate activity a week, and regular "
                    "muscle-strengthening"
                ),
            ),
        ),
        claim(
            N_("Runners who lift run more economically."),
            Grade.MODERATE,
            Citation(
                "Blagrove et al. 2018", N_("24 studies with runners: economy mostly 2–8 % better")
            ),
        ),
    ),
    points=(3, 16, 31),
    related=("plan_order", "leg_day", "easy_run"),
)
FIRST_TIMER = CatalogueEntry(
    key="first_timer",
    title=N_("First leg day, or back after a break"),
    words=N_("first time, beginner, new, comeback, long break, weeks off, worst soreness"),
    when=N_("3–6 h after a first, new or comeback leg day."),
    say=N_(
        "Expect soreness to peak in 1–3 days and be gone in about a week. Next time is easier: one "
        "session already protects you. **Tea-coloured urine, big swelling or real weakness: get "
        "medical help.**"
    ),
    more=N_(
        "Run plans wait a little longer this time: walk, or at most a short slow jog, for two "
        "days. Keep at it and it eases; the protection lasts for weeks and fades slowly, so after "
        "a break start lighter than you left off."
    ),
    claims=(
        claim(
            N_("One session protects the muscles for weeks to months."),
            Grade.MODERATE,
            Citation(
                "Nosaka et al. 2005",
                N_(
                    "30 men, arm muscles: nearly full protection after 4 and 8 weeks, partly lost "
                    "by 12"
                ),
            ),
            Citation(
                "Coratella et al. 2025",
                N_(
                    "13 men, first Nordic curls: strength down to day 3; four weeks later to day 1 "
                    "only"
                ),
            ),
        ),
        claim(
            N_("New lifters' running suffers for longer."),
            Grade.MODERATE,
            Citation("Doma et al. 2015", N_("untrained men: easy running impaired to 24 h")),
            Citation("Doma et al. 2017", N_("wait 48 h before running until the third session")),
        ),
        claim(
            N_("Dark urine, swelling or weakness after hard new work needs a blood test."),
            Grade.STRONG,
            Citation("CDC/NIOSH", N_("the signs can start days later; only a blood test can tell")),
        ),
    ),
    not_for=N_("Pain that is sharp, in a joint, or gets worse each day is not ordinary soreness."),
    points=(10,),
    related=("soreness", "next_session", "walk", "stop_signs"),
)
SORENESS = CatalogueEntry(
    key="soreness",
    title=N_("Why legs get sore"),
    words=N_("sore, soreness, doms, ache, muscle pain, micro tears, inflammation"),
    when=N_("Asked about a day after leg day, and again a day later."),
    say=N_(
        "Some soreness is normal and passes by itself: it peaks at about 24–72 h. New or "
        "lowering-heavy work makes you sore."
    ),
    more=N_(
        "It used to be put down to tiny tears alone, or to big muscles; newness and slow lowering "
        "matter more than size, and the tissue around the muscle is probably involved. Strength is "
        "lower from the first hour, so soreness alone does not tell how ready you are."
    ),
    claims=(
        claim(
            N_("It peaks at 24–72 h and then fades."),
            Grade.STRONG,
            Citation(
                "Tufano et al. 2012",
                N_("26 women, of 10: 2.9 at 24 h, 2.6 at 48 h, 2.0 at 72 h, 1.1 at 96 h"),
            ),
            Citation(
                "Wilke & Behringer 2021", N_("the tissue around the muscle probably takes part")
            ),
        ),
    ),
    not_for=N_("7 or more of 10, or still sore after a week: look at the stop signs."),
    points=(6, 10),
    related=("checkin", "foam_roll", "walk", "stop_signs"),
)
BREAKS = CatalogueEntry(
    key="breaks",
    title=N_("Breaks between sets"),
    words=N_("breaks, rest between sets, minutes, very hard, all out, pacing, session"),
    say=N_("Take breaks inside the session: about 3 min between heavy sets is time well spent."),
    more=N_(
        "Rushing makes a session feel harder without making it better. After an all-out day expect "
        "a longer recovery, and leave a repetition or two in reserve next time."
    ),
    claims=(
        claim(
            N_("Longer breaks mean more strength."),
            Grade.MODERATE,
            Citation(
                "Schoenfeld et al. 2016",
                N_("21 trained men, 8 weeks: 3 min beat 1 min for squat and bench press"),
            ),
        ),
        claim(
            N_("Stopping short of failure shortens recovery."),
            Grade.MODERATE,
            Citation(
                "Morán-Navarro et al. 2017",
                N_("10 trained men: sets to failure add 24–48 h at equal volume"),
            ),
        ),
    ),
    points=(8,),
    related=("warm_up", "next_session", "leg_day"),
)
BACK_PAIN = CatalogueEntry(
    key="back_pain",
    title=N_("Back pain and legs"),
    words=N_("back, lower back, spine, hip flexors, weak legs, sciatica, numb"),
    say=N_(
        "Strong legs and hips are good to have, but back pain has many causes, and most often none "
        "can be found. Staying active helps most people."
    ),
    more=N_(
        "The article puts back pain down to weak legs; that is not supported, so do not train "
        "through it on that account."
    ),
    claims=(
        claim(
            N_("That weak legs are the usual cause is not supported."),
            Grade.WEAK,
            Citation(
                "Guy's and St Thomas' NHS",
                N_("for most people no exact cause can be named; keep active"),
            ),
        ),
    ),
    not_for=N_(
        "Numbness between the legs, numb or weak legs, or trouble with bladder or bowel: emergency "
        "care now. Back pain that lasts, comes with fever or follows a fall: see a clinician."
    ),
    points=(4,),
    related=("leg_day", "stop_signs"),
)

GROUP = Group(
    key="legs",
    title=N_("Leg day"),
    entries=(LEG_DAY, BALANCE, FIRST_TIMER, SORENESS, BREAKS, BACK_PAIN),
)
