"""The fixed lines about somebody's body, which come before every score: kind, short and true.

Running after birth: Goom, Donnelly & Brockwell 2019. The others send to who knows.
"""

from bot.domain.decisions.shown_answer import Shown
from bot.domain.facts.tables import complete
from bot.domain.facts.training import Region
from bot.domain.recovery.answer import AboutMeLine, Clearance
from bot.domain.recovery.beside_answers import AboutMeKey
from bot.texts.canirun.questions import REGIONS
from bot.texts.i18n import N_, _, ngettext
from bot.texts.wording import within

LINES = complete(
    "lines about somebody's body",
    {
        AboutMeKey.PREGNANT: N_(
            "Pregnant: stay at talking pace, and let your midwife or doctor say what fits."
        ),
        AboutMeKey.JUST_BORN: N_(
            "{since} after birth: walk for now, and see a pelvic health physio before you run."
        ),
        AboutMeKey.AFTER_BIRTH: N_(
            "{since} after birth: easy at most; leaking, heaviness or pain: stop and see a pelvic "
            "health physio."
        ),
        AboutMeKey.HEART_OR_KIDNEY: N_(
            "With a heart or kidney condition your doctor's limits come first; until then easy."
        ),
        AboutMeKey.STATIN: N_(
            "On a statin: tell your doctor of muscle pain that training does not explain."
        ),
        AboutMeKey.STATIN_SORE: N_("So sore on a statin: have it checked by your doctor."),
        AboutMeKey.INJECTION: N_(
            "After the injection: walk only, until whoever gave it says you may run."
        ),
        AboutMeKey.PHYSIO: N_("Your physio's plan comes before mine."),
        AboutMeKey.HEALING: N_(
            "Still healing ({place}): {most} at most, until whoever treats it says more."
        ),
    },
    AboutMeKey,
)
ELSEWHERE = {
    Region.LOWER_BACK: N_("Lower back"),
    Region.ARMS: N_("Arms"),
    Region.SHOULDERS: N_("Shoulders"),
    Region.CHEST: N_("Chest"),
}
SOMEWHERE = N_("a place")


def about_me(shown: Shown) -> list[str]:
    """Return the lines that are so, the strictest first."""
    return [_line(each, shown) for each in shown.answer.about_me]


def _line(line: AboutMeLine, shown: Shown) -> str:
    weeks = None if shown.question is None else shown.question.about_me.weeks_since_birth
    since = _("So soon")
    if weeks is not None:
        since = ngettext("{n} week", "{n} weeks", int(weeks)).format(n=int(weeks))
    names = {**REGIONS, **ELSEWHERE}
    place = names.get(Region(line.place), SOMEWHERE) if line.place else SOMEWHERE
    return _(LINES[line.key]).format(
        since=since,
        place=within(_(place)),
        most=_("a walk") if line.allows is Clearance.WALK else _("an easy run"),
    )
