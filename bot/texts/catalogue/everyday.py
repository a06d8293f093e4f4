"""Topics: water, food, sleep, and what gets in their way."""

from bot.texts.catalogue.entry import (
    OWN_READING,
    CatalogueEntry,
    Citation,
    Grade,
    Group,
    claim,
)
from bot.texts.i18n import N_

HABITS = CatalogueEntry(
    key="habits",
    title=N_("Knowing it and doing it"),
    words=N_("habit, reminders, routine, discipline, why remind, forget"),
    say=N_(
        "Everyone knows about water, sleep and the roller; few do them. Tie each to a time of day, "
        "and let a reminder do the remembering."
    ),
    more=N_(
        "That is what the reminders after a leg day are for: few, on time, and each with a Stop "
        "button. `/reminders set` moves one to when it fits you. Doing all of them never unlocks a "
        "harder run; they are for you, not for the verdict."
    ),
    claims=(
        claim(
            N_("A plan with a time and place helps people do what they mean to."),
            Grade.MODERATE,
            Citation(
                "Gollwitzer & Sheeran 2006",
                N_("94 tests, not of exercise alone: a medium to large effect, d 0.65"),
            ),
        ),
    ),
    points=(29,),
    related=("hydrate", "sleep", "foam_roll"),
)
HYDRATE = CatalogueEntry(
    key="hydrate",
    title=N_("Water"),
    words=N_("water, drink, drinking, hydration, hydrate, thirst, thirsty, fluid, litres"),
    when=N_("In the first 3 h after leg day, before a run, and on hot days."),
    say=N_("Drink to thirst after training, and keep water within reach."),
    more=N_(
        "Thirst is a good guide. For orientation: adults need about 2.0–2.5 L a day from drinks "
        "and food together, more when they sweat. Drinking more than you want does not make legs "
        "less sore, and far too much is dangerous."
    ),
    claims=(
        claim(
            N_("Being well hydrated keeps performance up."),
            Grade.STRONG,
            Citation("ACSM 2007", N_("avoid losing more than 2 % of body mass in sweat")),
            Citation("EFSA 2010", N_("2.0 L a day for women, 2.5 L for men, food included")),
            Citation("NATA", N_("over-drinking can thin the blood dangerously")),
        ),
        claim(N_("That drinking more eases soreness: no good evidence."), Grade.WEAK, OWN_READING),
    ),
    not_for=N_(
        "If you were told to limit fluids, follow your clinician. **Urine like cola or tea is not "
        "thirst: get medical help.**"
    ),
    points=(23,),
    related=("heat", "eat", "alcohol", "stop_signs"),
)
EAT = CatalogueEntry(
    key="eat",
    title=N_("Food and protein"),
    words=N_("eat, food, protein, meal, carbs, shake, nutrition, hungry, after training"),
    when=N_("At a meal in the first hours; there is no rush."),
    say=N_(
        "A normal meal with about 20–40 g protein (0.25 g per kg) and some carbs covers you; no "
        "rush."
    ),
    more=N_(
        "What counts is the whole day, not the half hour after training. Spread protein over your "
        "meals and eat as you like."
    ),
    claims=(
        claim(
            N_("Enough protein over the day supports what training builds."),
            Grade.STRONG,
            Citation("ISSN 2017", N_("1.4–2.0 g per kg a day, about 0.25 g per kg in a meal")),
        ),
        claim(N_("That it eases soreness is doubtful."), Grade.WEAK, OWN_READING),
    ),
    not_for=N_("With kidney disease, ask your clinician about protein."),
    related=("hydrate", "sleep", "alcohol"),
)
SLEEP = CatalogueEntry(
    key="sleep",
    title=N_("Sleep"),
    words=N_("sleep, sleeping, bed, night, nap, tired, insomnia, wind down, colds, shift work"),
    when=N_("The evening of leg day and the next, 60–90 min before your usual bedtime."),
    say=N_("Aim for 7 h or more tonight; it is the recovery habit with the best odds."),
    more=N_(
        "Short nights cost performance the next day and go with more colds; how much they slow "
        "muscle repair itself is less clear. Working shifts? It is your main sleep that counts."
    ),
    claims=(
        claim(
            N_("7 h or more is what adults need."),
            Grade.STRONG,
            Citation("AASM/SRS 2015", N_("consensus of sleep experts")),
        ),
        claim(
            N_("Short nights cost performance and go with more colds."),
            Grade.MODERATE,
            Citation(
                "Craven et al. 2022",
                N_("69 papers, 6 h or less: −7.6 % on average (−11.9 to −3.1)"),
            ),
            Citation(
                "Cohen et al. 2009",
                N_("153 people given a cold virus: under 7 h, 2.9 times the colds"),
            ),
            Citation(
                "Prather et al. 2015",
                N_("sleep measured at the wrist: under 6 h, 4.2 times the colds"),
            ),
        ),
        claim(
            N_("Its effect on muscle repair is less clear."),
            Grade.WEAK,
            Citation(
                "Lamon et al. 2021", N_("13 adults: 18 % less protein built after a night awake")
            ),
            Citation("Dattilo et al. 2020", N_("10 men, 48 h awake: strength came back no later")),
        ),
    ),
    not_for=N_(
        "Insomnia, or a newborn at home? Mute it with `/reminders set`; a bad night is no failure."
    ),
    points=(24,),
    related=("caffeine", "alcohol", "habits"),
)
CAFFEINE = CatalogueEntry(
    key="caffeine",
    title=N_("Coffee and pre-workout"),
    words=N_("coffee, caffeine, tea, energy drink, pre-workout, espresso, stimulant"),
    when=N_("The day of leg day, about 9 h before bedtime."),
    say=N_(
        "Last coffee about 9 h before bed protects tonight's sleep; a strong pre-workout needs "
        "about 13 h."
    ),
    more=N_("Nothing against coffee: it is the hour that matters. Some people need longer."),
    claims=(
        claim(
            N_("Late caffeine shortens the night."),
            Grade.MODERATE,
            Citation(
                "Gardiner et al. 2023",
                N_("review: 45 min less sleep; 8.8 h clear for a coffee, 13.2 h for a pre-workout"),
            ),
        ),
    ),
    related=("sleep",),
    adults=True,
)
ALCOHOL = CatalogueEntry(
    key="alcohol",
    title=N_("Alcohol after training"),
    words=N_("alcohol, beer, wine, drinks, drinking, party, pub, hangover"),
    say=N_(
        "If you drink tonight, keep it small: one or two is unlikely to matter; a big night can "
        "set you back and costs sleep."
    ),
    more=N_(
        "The article warns of a couple of beers because they dehydrate. Small is fine, big nights "
        "cost you: at low amounts nothing was measured, at high ones less muscle is built and, in "
        "one study of men, strength came back later."
    ),
    claims=(
        claim(
            N_("Large amounts slow muscle building."),
            Grade.MODERATE,
            Citation("Parr et al. 2014", N_("8 men, 1.5 g per kg: 24–37 % less protein built")),
        ),
        claim(
            N_("Strength and soreness mostly stay as they are."),
            Grade.WEAK,
            Citation(
                "Barnes et al. 2010",
                N_("10 men, 1 g per kg: strength down 41–45 % v 26–32 % at 36 h"),
            ),
            Citation("Barnes et al. 2011", N_("0.5 g per kg: no effect")),
            Citation("McLeay et al. 2017", N_("8 women, 0.88 g per kg: no effect")),
            Citation("Lakićević 2019", N_("12 studies: force and soreness mostly unchanged")),
        ),
    ),
    not_for=N_("None at all under 18, in pregnancy, or with medicines that do not go with it."),
    points=(27,),
    related=("sleep", "hydrate", "heat"),
    adults=True,
)

GROUP = Group(
    key="everyday",
    title=N_("Every day: drink, eat, sleep"),
    entries=(HABITS, HYDRATE, EAT, SLEEP, CAFFEINE, ALCOHOL),
)
