"""The picture of what was learnt: how leg fatigue fades for one member, against the default."""

from bot.domain.decisions.known_of_member import said
from bot.domain.facts.member import Member
from bot.domain.recovery.pace import Paces, RecoveryPace, paces_of
from bot.domain.recovery.parameters import FATIGUE_LIMITS
from bot.texts.i18n import _
from bot.texts.picture import Fading, RecoveryPicture, Tick

EVERY = 24  # hours between two words of the axis


def paces(member: Member) -> Paces | None:
    """Return how a member recovers by what was learnt, ``None`` where that is nothing."""
    return paces_of(member.learning, said(member.profile))


def recovery(member: Member) -> RecoveryPicture | None:
    """Return the picture of a member's recovery, ``None`` where nothing was learnt."""
    found = paces(member)
    if found is None:
        return None
    return RecoveryPicture(
        alt=told(found),
        title=_("After an ordinary leg day"),
        axis=_("hours after leg day"),
        default=_fading(_("default"), found.default),
        own=_fading(_("you"), found.own),
        fastest=_line(found.fastest),
        slowest=_line(found.slowest),
        limit=Tick(at=FATIGUE_LIMITS[-1], word=_("hard running opens")),
        key=_("dashed: default · shaded: your range"),
        ticks=tuple(
            Tick(at=float(hour), word=str(hour)) for hour in range(0, len(found.own.points), EVERY)
        ),
    )


def told(found: Paces) -> str:
    """Say what the picture says: when hard running opens, for whom, and how sure that is."""
    return _(
        "After an ordinary leg day hard running opens for you after about {own} hours, somewhere "
        "from {fast} to {slow}; by the default after {default}."
    ).format(
        own=round(found.own.hard_opens),
        fast=round(found.fastest.hard_opens),
        slow=round(found.slowest.hard_opens),
        default=round(found.default.hard_opens),
    )


def _fading(name: str, pace: RecoveryPace) -> Fading:
    words = _("{name}: {hours} h").format(name=name, hours=round(pace.hard_opens))
    return Fading(name=words, line=_line(pace), opens=round(pace.hard_opens, 1))


def _line(pace: RecoveryPace) -> tuple[tuple[float, float], ...]:
    return tuple((float(hour), round(points, 1)) for hour, points in enumerate(pace.points))
