"""One member's recovery from an ordinary leg day compared with the default, hour by hour."""

from dataclasses import dataclass
from math import exp, log

from bot.domain.facts.learned import Learning
from bot.domain.recovery.fatigue import FASTEST, SLOWEST, bout_decay, own_tau, theta_used
from bot.domain.recovery.learning import learned_of
from bot.domain.recovery.load import Bout
from bot.domain.recovery.parameters import FATIGUE_LIMITS
from bot.domain.recovery.question import AskedProfile

ORDINARY = Bout(hours_ago=0.0, load=1.0, known=True, failures=0.0, novelty=1.0)
SHOWN = 96  # hours


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryPace:
    """R by the hour after an ordinary leg day, and the hour at which hard running opens."""

    points: tuple[float, ...]
    hard_opens: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paces:
    """The default for somebody's age and experience, their own, and one sigma to either side."""

    default: RecoveryPace
    own: RecoveryPace
    fastest: RecoveryPace
    slowest: RecoveryPace


def paces_of(learning: Learning, profile: AskedProfile) -> Paces | None:
    """Return the paces, ``None`` where nothing was learnt or it is switched off.

    The own pace is the one that answers use: slower ones at once, faster ones late and by half.
    """
    if not learning.on or not learning.count:
        return None
    used = theta_used(learned_of(learning))
    return Paces(
        default=_pace(profile, 0.0),
        own=_pace(profile, used),
        fastest=_pace(profile, used - learning.sigma),
        slowest=_pace(profile, used + learning.sigma),
    )


def _pace(profile: AskedProfile, theta: float) -> RecoveryPace:
    decay = bout_decay(ORDINARY, own_tau(profile, min(SLOWEST, max(FASTEST, theta))))
    return RecoveryPace(
        points=tuple(decay.amplitude * exp(-hour / decay.tau) for hour in range(SHOWN + 1)),
        hard_opens=decay.tau * log(decay.amplitude / FATIGUE_LIMITS[-1]),
    )
