"""Topics: when not to run, and when to see a professional."""

from bot.texts.catalogue.article import practice
from bot.texts.catalogue.entry import CatalogueEntry, Citation, Grade, Group, claim
from bot.texts.i18n import N_

STOP_SIGNS = CatalogueEntry(
    key="stop_signs",
    title=N_("Signs to stop at"),
    words=N_(
        "stop, danger, dark urine, tea, cola, swelling, weakness, chest pain, calf, sharp pain, "
        "joint, limp, doctor, emergency, injury"
    ),
    say=N_(
        "**Chest pain, fainting, unusual breathlessness: emergency number, now.** Urine like tea "
        "or cola, very little urine, big swelling, real weakness, one hot swollen calf, or a hard, "
        "numb muscle: medical care today."
    ),
    more=N_(
        "Sharp pain, pain in a joint or on one spot of a bone, pain at night, a pop, a limp: no "
        "run, and see a physio or doctor if it is not clearly better in 48 h or comes back. In "
        "`/canirun`, **Something feels wrong** takes all of these; nothing else counts then."
    ),
    claims=(
        claim(
            N_("These signs are not soreness."),
            Grade.STRONG,
            Citation(
                "CDC/NIOSH",
                N_(
                    "dark urine, weakness, pain worse than expected: can start days later; only a "
                    "blood test can tell, so go at once"
                ),
            ),
            Citation("NHS", N_("one hot, swollen, throbbing calf: urgent")),
        ),
    ),
    related=("illness", "ask_first", "soreness", "painkiller"),
)
LISTEN = CatalogueEntry(
    key="listen",
    title=N_("You know your body best"),
    words=N_("listen, body, feel, judge, overdo, too much, rest day, override, stress"),
    say=N_(
        "A verdict is an estimate; you know your body best. Feel worse than it says? Do less, and "
        "that is never a failure."
    ),
    more=N_(
        "It depends: on the leg day, on the run, on you. Rest is needed after hard work, and an "
        "easy walk or jog is one form of it; too much stress on tired legs is how people overdo "
        "it. The only thing not to override is a stop sign."
    ),
    claims=(
        claim(
            N_("How recovered people feel says something about how they perform."),
            Grade.MODERATE,
            Citation(
                "Laurent et al. 2011",
                N_("16 people: felt recovery went fairly closely with the next sprints (r −0.63)"),
            ),
            Citation(
                "Helland et al. 2020", N_("16 trained people: in one person the two agree poorly")
            ),
        ),
        claim(
            N_("Overdoing it risks injury."),
            Grade.WEAK,
            practice(N_("warns of too much stress on tired legs; names no study")),
            Citation(
                "Frandsen et al. 2025",
                N_(
                    "5,205 runners: one run over 10 % longer than any of the last 30 days went "
                    "with 1.5–2.3 times the injuries"
                ),
            ),
        ),
    ),
    points=(13, 14, 15),
    related=("run_after_legs", "stop_signs", "next_session"),
)
CHECKIN = CatalogueEntry(
    key="checkin",
    title=N_("Why I ask how sore you are"),
    words=N_("check-in, checkin, question, score, scale, 0-10, rate, report"),
    when=N_("24–36 h after leg day and again at 48–60 h; never after 96 h."),
    say=N_("How sore are your legs, 0–10? Muscle ache, or sharp or joint pain?"),
    more=N_(
        "Two taps, and the answer to `/canirun` gets surer. Ache counts into the sum; sharp or "
        "joint pain outranks it. At 7 or more you are asked about dark urine, swelling and "
        "weakness. Only you see what you said."
    ),
    claims=(
        claim(
            N_("Asking people follows their training load better than most measurements."),
            Grade.MODERATE,
            Citation("Saw et al. 2016", N_("review of 56 studies")),
        ),
    ),
    points=(6,),
    related=("soreness", "listen", "stop_signs"),
)
ILLNESS = CatalogueEntry(
    key="illness",
    title=N_("Running with a cold or fever"),
    words=N_("ill, illness, sick, cold, flu, fever, cough, stomach, virus, sniffles"),
    say=N_(
        "Fever, cough, body aches or an upset stomach: no exercise until you are well. A head cold "
        "only: easy at most."
    ),
    more=N_(
        "Wait until you have been without symptoms for 24–48 h, then take two easy days. Illness "
        "outranks every score here."
    ),
    claims=(
        claim(
            N_("The neck check: above it, light is usually fine; below it, rest."),
            Grade.WEAK,
            Citation("Mayo Clinic", N_("the opinion of experts, not a trial")),
        ),
    ),
    not_for=N_("Trouble breathing, chest pain or a fever that stays: see a doctor."),
    related=("stop_signs", "sleep", "listen"),
)
HEAT = CatalogueEntry(
    key="heat",
    title=N_("Running in the heat"),
    words=N_("hot, heat, summer, sun, humid, temperature, 32, 90"),
    say=N_(
        "From 32 °C (90 °F) keep it easy and short, go early or late, and drink to thirst. Not at "
        "all after a night of heavy drinking."
    ),
    more=N_("Humid air makes it worse, for sweat then hardly cools. It takes days to get used to."),
    claims=(
        claim(
            N_("From about 32 °C the heat alone is reason for care."),
            Grade.MODERATE,
            Citation("NOAA", N_("a heat index of 90–103 °F (32–39 °C) asks for extreme caution")),
        ),
    ),
    not_for=N_(
        "Dizzy, sick, confused or no longer sweating: stop, get into the cool, and call for help."
    ),
    related=("hydrate", "easy_run", "stop_signs"),
)
ASK_FIRST = CatalogueEntry(
    key="ask_first",
    title=N_("Pregnancy, medicines, under 18"),
    words=N_(
        "pregnant, pregnancy, medication, medicine, statin, heart, kidney, surgery, teenager, age, "
        "minor, blood thinner"
    ),
    say=N_(
        "Pregnant, with heart or kidney disease, after surgery, or on medicine that concerns "
        "muscles or blood? Ask your clinician how much is right; only general tips apply here."
    ),
    more=N_(
        "With statins, or after severe muscle damage in the past, ask a doctor sooner than others "
        "would. Under 18 sleep counts even more, and the tips on alcohol, cold water, caffeine and "
        "painkillers are not for you."
    ),
    claims=(
        claim(
            N_("Teenagers who sleep little get injured more."),
            Grade.WEAK,
            Citation(
                "Milewski et al. 2014", N_("112 young athletes, under 8 h: 1.7 times the injuries")
            ),
        ),
        claim(
            N_("Being active is good in pregnancy and with most conditions, suitably chosen."),
            Grade.STRONG,
            Citation(
                "WHO guidelines, Bull et al. 2020", N_("have recommendations of their own for both")
            ),
        ),
    ),
    related=("stop_signs", "illness", "sleep"),
)
PAINKILLER = CatalogueEntry(
    key="painkiller",
    title=N_("Painkillers"),
    words=N_("painkiller, ibuprofen, pill, tablet, anti-inflammatory, paracetamol, aspirin"),
    say=N_(
        "Painkillers hide soreness, so I use the score from before. Do not take them to get "
        "through a run; ask a pharmacist or doctor if unsure."
    ),
    more=N_(
        "Pain that needs a pill to run through is an answer by itself. On long hot runs some of "
        "them may be hard on the kidneys."
    ),
    claims=(
        claim(
            N_("Running long on them may harm the kidneys."),
            Grade.WEAK,
            Citation(
                "Lipman et al. 2017",
                N_(
                    "89 runners over 80 km: kidney injury 52 % v 34 % (difference −4 to 41 %, so "
                    "it may be chance)"
                ),
            ),
        ),
    ),
    related=("stop_signs", "soreness", "ask_first"),
    adults=True,
)

GROUP = Group(
    key="care",
    title=N_("When to stop, when to ask"),
    entries=(STOP_SIGNS, LISTEN, CHECKIN, ILLNESS, HEAT, ASK_FIRST, PAINKILLER),
)
