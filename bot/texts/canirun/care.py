"""The texts about danger signs: what to do; no plan, no score.

What to look for and whom to call: CDC/NIOSH on rhabdomyolysis, NHS on deep vein thrombosis, Mayo
Clinic on exercise with an illness (``recovery-model`` §1.7, §4). No diagnosis, no training advice.
"""

from dataclasses import replace

from bot.domain.recovery.answer import Care
from bot.domain.recovery.question import Ask, Symptom
from bot.texts.card import Button, Card, Option, Select, Tone
from bot.texts.choices import options
from bot.texts.i18n import N_, _
from bot.texts.wording import listed, with_english, within

SYMPTOMS = {
    Symptom.CHEST_PAIN: N_("Chest pain"),
    Symptom.FAINTING: N_("Fainting, or nearly"),
    Symptom.BREATHLESS: N_("Unusually short of breath"),
    Symptom.DARK_URINE: N_("Urine like tea or cola"),
    Symptom.LITTLE_URINE: N_("Very little urine"),
    Symptom.SEVERE_SWELLING: N_("Severe swelling"),
    Symptom.MARKED_WEAKNESS: N_("Marked weakness"),
    Symptom.NUMBNESS_TIGHT_COMPARTMENT: N_("Numb, with a hard, tight muscle"),
    Symptom.ONE_CALF_SWOLLEN_WARM: N_("One calf hot and swollen"),
    Symptom.NUMB_SADDLE_OR_LEG: N_("Numb or pins and needles, in the saddle or a leg"),
    Symptom.BLADDER_BOWEL_TROUBLE: N_("Bladder or bowel trouble"),
    Symptom.SHARP_PAIN: N_("Sharp pain"),
    Symptom.JOINT_PAIN: N_("Pain in a joint"),
    Symptom.TENDON_PAIN: N_("Pain in a tendon"),
    Symptom.BONE_POINT_PAIN: N_("Pain on one spot of a bone"),
    Symptom.NIGHT_PAIN: N_("Pain that wakes me at night"),
    Symptom.POP_FELT: N_("I felt a pop"),
    Symptom.LIMPING: N_("I limp, or my stride has changed"),
    Symptom.FEVER: N_("Fever now"),
    Symptom.FEVER_LAST_24H: N_("Fever in the last 24 hours"),
    Symptom.BELOW_NECK_ILLNESS: N_("Chesty cough or body aches"),
    Symptom.VOMITING_DIARRHOEA: N_("Vomiting or diarrhoea"),
    Symptom.HEAD_COLD: N_("A head cold only"),
}
# Said back without more than was told: "I had a fever last night", "I'm sick".
SAID_BACK = SYMPTOMS | {
    Symptom.FEVER: N_("Fever"),
    Symptom.BELOW_NECK_ILLNESS: N_("An illness"),
}
# Of an illness only that there is one is kept: which it was can be said back only to its telling.
ILL = (
    Symptom.FEVER,
    Symptom.FEVER_LAST_24H,
    Symptom.BELOW_NECK_ILLNESS,
    Symptom.VOMITING_DIARRHOEA,
)
NONE = "none"
HELD = N_("**Reminders are held** until you press the button below.")
NOT_KEPT = N_("Nothing of this is kept, so the next answer will not know of it.")

TITLES = {
    Care.EMERGENCY: N_("Call the emergency number now"),
    Care.URGENT: N_("Get medical care today, now rather than later"),
    Care.STOP_SIGN: N_("You reported a danger sign: no training until it is cleared"),
    Care.INJURY: N_("No run: this is not ordinary soreness"),
    Care.ILLNESS: N_("No exercise until you are well"),
}
WHAT = {
    Care.EMERGENCY: N_(
        "Chest pain, fainting or unusual breathlessness can be an emergency. Stop what you are "
        "doing, sit down, do not be alone, and call your emergency number."
    ),
    Care.URGENT: N_(
        "This can be a sign of something that must not wait, such as muscle breakdown or a clot, "
        "and only a clinician can tell. Go to urgent care or call your doctor's out-of-hours line, "
        "and say that it started after hard training. No exercise and no massage until then."
    ),
    Care.STOP_SIGN: N_(
        "If you have not seen a clinician about it, do that first. Nothing else follows here until "
        "it has been looked at and is gone."
    ),
    Care.INJURY: N_(
        "Do not run on it. If it is not clearly better in 48 hours, or if it comes back, see a "
        "physio or a doctor. If you cannot put weight on it, or it gets worse, go today."
    ),
    Care.ILLNESS: N_(
        "Rest until you have been without symptoms for 24 to 48 hours, then take two easy days. "
        "Trouble breathing, chest pain or a fever that stays: see a doctor."
    ),
}

# Signs of nerves that are pressed on at the end of the spine: hours count (NHS, cauda equina).
SPINE = frozenset({Symptom.NUMB_SADDLE_OR_LEG, Symptom.BLADDER_BOWEL_TROUBLE})
EMERGENCY_DEPARTMENT = N_(
    "Numb or tingling there, or new bladder or bowel trouble, can be a nerve under pressure, and "
    "that must not wait: go to an emergency department today. No exercise and no massage until "
    "you have been seen."
)

CLEARED = N_("Cleared by a clinician, or pressed by mistake")
PASSED = N_("That has passed")
TAKEN_BACK = {  # what the button says, and its action: pain that passed clears no danger sign
    Care.EMERGENCY: (CLEARED, "run.cleared"),
    Care.URGENT: (CLEARED, "run.cleared"),
    Care.STOP_SIGN: (CLEARED, "run.cleared"),
    Care.INJURY: (PASSED, "run.passed"),
    Care.ILLNESS: (PASSED, "run.passed"),
}

AGAIN = {
    Ask.STOP_SIGN_GONE: N_("Has that danger sign been looked at, and is it gone?"),
    Ask.PAIN_GONE: N_("Is that pain gone?"),
    Ask.ILLNESS_GONE: N_("Are you well again?"),
}
"""What is asked about a sign that was reported more than two days ago and still holds."""
ASKED = {
    Care.STOP_SIGN: Ask.STOP_SIGN_GONE,
    Care.INJURY: Ask.PAIN_GONE,
    Care.ILLNESS: Ask.ILLNESS_GONE,
}


def card(
    care: Care,
    stop: tuple[Symptom, ...],
    packed: str,
    *,
    named: frozenset[Symptom] = frozenset(),
    ask: Ask | None = None,
    kept: bool = True,
) -> Card:
    """Return the care card: no plan, no score, nothing to share.

    ``named`` are the signs that were chosen just now; what is kept of an illness is less than that.
    ``ask`` is what to ask about a sign that has held for long; ``kept`` is whether any is kept.
    """
    known = [sign for sign in stop if sign in SYMPTOMS and (sign in named or sign not in ILL)]
    told = [_(SAID_BACK[sign]) for sign in known]
    lingers = stop == (Symptom.FEVER_LAST_24H,) and not named
    if not lingers and not named.intersection(ILL) and set(stop).intersection(ILL):
        told.append(_("fever, or ill below the neck"))
    spine = care is Care.URGENT and SPINE.intersection(stop)
    body = [_(EMERGENCY_DEPARTMENT if spine else WHAT[care])]
    if told:
        body.append(_("You told me: {signs}.").format(signs=listed(map(within, told))))
    if lingers:
        body.append(
            _(
                "A fever counts for 24 hours after you last told me of it, for the body is still "
                "busy with it then. Ask again after that."
            )
        )
    if Symptom.VOMITING_DIARRHOEA in named:
        body.append(_("Drink small sips, often."))
    if ask is not None and ASKED.get(care) is ask:
        body.append(_(AGAIN[ask]))
    if not kept:
        body.append(_(NOT_KEPT))
    taken_back, action = TAKEN_BACK[care]
    passed = Button(label=_(taken_back), action=f"{action}:{packed}")
    return Card(
        title=_(TITLES[care]),
        body=tuple(body),
        small=with_english(_("General information, not medical advice.")),
        tone=Tone.STOP,
        rows=() if lingers else ((passed,),),
    )


def held(shown: Card) -> Card:
    """Return a care card that says that reminders are held, and what frees them."""
    return replace(shown, body=(*shown.body, _(HELD)))


def symptoms_card(packed: str = "", *, action: str = "", back: str = "") -> Card:
    """Ask what feels wrong, everything at once; by default for an answer with its token."""
    signs = options(SYMPTOMS)
    return Card(
        title=_("What feels wrong?"),
        body=(
            _(
                "Choose all that fit. Chest pain, fainting or trouble breathing: don't wait for "
                "me, call your emergency number."
            ),
        ),
        small=with_english(
            _(
                "Only you see this. Of a danger sign only that there is one is kept, of pain and "
                "illness the kind."
            )
        ),
        tone=Tone.CAUTION,
        rows=(
            (
                Select(
                    placeholder=_("What you notice"),
                    action=action or f"run.symptoms:{packed}",
                    options=(*signs, Option(label=_("None of these"), value=NONE)),
                    most=len(signs),
                ),
            ),
            (Button(label=_("Back"), action=back or f"run.again:{packed}"),),
        ),
    )
