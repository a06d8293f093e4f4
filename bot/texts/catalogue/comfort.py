"""Topics: what may feel good on sore legs, with small effects."""

from bot.texts.catalogue.article import NO_STUDY
from bot.texts.catalogue.entry import CatalogueEntry, Citation, Grade, Group, claim
from bot.texts.i18n import N_

DUPUY = Citation(
    "Dupuy et al. 2018",
    N_("99 studies: larger effects, but studies that found none are probably missing"),
)

FOAM_ROLL = CatalogueEntry(
    key="foam_roll",
    title=N_("Foam rolling"),
    words=N_("foam roll, foam roller, rolling, roller, ball, massage gun, lotion"),
    when=N_("1–72 h after leg day, best at 18–48 h, in the evening or after a shower."),
    say=N_(
        "Roll each sore muscle 1–2 min, at a pressure you can breathe through. Expect a bit less "
        "soreness, not faster legs."
    ),
    more=N_("One to three slow passes a muscle are the usual amount; more hurts more, no better."),
    claims=(
        claim(
            N_("A bit less soreness, hardly any effect on jumping."),
            Grade.SMALL,
            Citation(
                "Wiewelhove et al. 2019",
                N_(
                    "pain −6.0 % (g 0.47), strength loss eased by 3.9 % (g 0.21), both small; jump "
                    "trivial"
                ),
            ),
            Citation(
                N_("A trial with 80 people, 2020"),
                N_("2 min at 1, 24, 48 and 72 h: less pain, more force"),
            ),
        ),
        claim(
            N_("When to leave it: what experts agree on."),
            Grade.WEAK,
            Citation(
                "Bartsch et al. 2021",
                N_("no: open wounds, fractures; care: inflammation, clots, infected bone"),
            ),
        ),
    ),
    not_for=N_(
        "Not over joints, wounds, broken bones, hot or swollen spots, or a strain. With blood "
        "thinners or a clotting problem, ask your clinician first."
    ),
    points=(25, 26),
    related=("massage", "soreness", "stretch", "stop_signs"),
)
MASSAGE = CatalogueEntry(
    key="massage",
    title=N_("Massage"),
    words=N_("massage, massaging, lotion, oil, rub, physio, knead"),
    when=N_("2–48 h after leg day, in the evening."),
    say=N_("A 10–20 min massage can ease soreness for a while."),
    more=N_(
        "Some relief, not the huge difference the article makes of it. A little lotion makes it "
        "more comfortable; it does nothing else."
    ),
    claims=(
        claim(
            N_("Less soreness and stiffness; no gain in strength, speed or endurance."),
            Grade.SMALL,
            Citation(
                "Davis et al. 2020",
                N_(
                    "29 studies, 1,012 people: soreness and flexibility yes; strength, jump, "
                    "sprint, endurance and fatigue no"
                ),
            ),
            DUPUY,
        ),
        claim(N_("Lotion is for comfort only."), Grade.WEAK, NO_STUDY),
    ),
    not_for=N_(
        "Not with fever, over a hot or bruised area, a wound or a strain. With blood thinners or a "
        "clotting problem, ask your clinician first."
    ),
    points=(25, 26),
    related=("foam_roll", "soreness", "stretch"),
)
STRETCH = CatalogueEntry(
    key="stretch",
    title=N_("Stretching"),
    words=N_("stretch, stretching, static, flexibility, yoga, mobility, afterwards"),
    when=N_("Any time, if you enjoy it."),
    say=N_("Stretch if it feels good; it will not change tomorrow's soreness."),
    more=N_(
        "The article stretches to limit soreness. Tested often, the difference is under 1 of 100 "
        "points, so it is optional."
    ),
    claims=(
        claim(
            N_("It does not prevent soreness."),
            Grade.NONE,
            Citation(
                "Herbert et al., Cochrane 2011",
                N_("under 1 of 100 points, before or after exercise"),
            ),
            Citation(
                "Afonso et al. 2021", N_("11 trials, stretching v rest afterwards: no clear effect")
            ),
        ),
    ),
    not_for=N_("Not into sharp pain or a suspected strain."),
    points=(9,),
    related=("warm_up", "foam_roll", "walk"),
)
COMPRESSION = CatalogueEntry(
    key="compression",
    title=N_("Compression tights and socks"),
    words=N_("compression, tights, socks, sleeves, leggings, lactate, gear"),
    when=N_("After the session, up to 48 h, as clothing."),
    say=N_(
        "If you like tights, wear them: some people feel less sore. They wash nothing out of the "
        "muscle and do not restore strength."
    ),
    more=N_(
        "The article says that they clear waste from the muscle and speed recovery. Soreness does "
        "not come from waste: lactate is back to normal within about an hour by itself. It may "
        "feel better; recovery is no faster. Whether they help while running is unclear, and there "
        "the article is right."
    ),
    claims=(
        claim(
            N_("Perhaps a little less soreness; knowing what one wears may be part of it."),
            Grade.SMALL,
            Citation(
                "Hill et al. 2014", N_("review: a small to medium effect on soreness (g 0.40)")
            ),
        ),
        claim(
            N_("Strength does not come back sooner, and lactate does not go sooner."),
            Grade.NONE,
            Citation(
                "Négyesi et al. 2022",
                N_("19 trials, 350 people: −0.03 to 0.26, never beyond chance"),
            ),
            Citation(
                "Marqués-Jiménez et al. 2016",
                N_("blood lactate was clearly higher with compression (SMD 0.98)"),
            ),
        ),
    ),
    not_for=N_(
        "Not with arterial disease, severe heart failure, nerve damage, a skin infection, or numb "
        "or cold toes. Take them off at night if they bother you."
    ),
    points=(21, 22, 28),
    related=("soreness", "massage", "cold"),
)
COLD = CatalogueEntry(
    key="cold",
    title=N_("Ice and cold water"),
    words=N_("ice, icing, cold, ice bath, plunge, cold water, shower, cryo, inflammation"),
    when=N_("Only if you want it, or before an event within 48 h; in the first 2 h."),
    say=N_(
        "10–15 min in water of 10–15 °C can take the edge off soreness. Skip it as a habit after "
        "lifting: it can reduce strength gains."
    ),
    more=N_(
        "So it is not a default here. Cooling cuffs on the thigh did nothing measurable, and the "
        "inflammation that ice is meant to stop is probably part of how muscle adapts."
    ),
    claims=(
        claim(
            N_("Cold water: a little less soreness."),
            Grade.SMALL,
            Citation("Machado et al. 2016", N_("about 0.3 points, best 11–15 min at 11–15 °C")),
        ),
        claim(
            N_("As a habit it costs muscle and strength."),
            Grade.MODERATE,
            Citation(
                "Roberts et al. 2015", N_("21 men, 12 weeks, 10 min after lifting: less of both")
            ),
        ),
        claim(
            N_("Cooling the thigh alone does nothing useful."),
            Grade.NONE,
            Citation("Hohenauer et al. 2016", N_("22 people: no effect")),
        ),
    ),
    not_for=N_(
        "With heart disease, high blood pressure, Raynaud's, cold hives, nerve damage or in "
        "pregnancy ask a clinician first. Never alone in the water."
    ),
    points=(11,),
    related=("soreness", "compression", "race_spacing"),
    adults=True,
)

GROUP = Group(
    key="comfort",
    title=N_("For sore legs"),
    entries=(FOAM_ROLL, MASSAGE, STRETCH, COMPRESSION, COLD),
)
