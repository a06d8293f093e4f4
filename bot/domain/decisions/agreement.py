"""Whether the consent that a member gave covers a change: later texts name more that is kept."""

from bot.domain.facts.member import Change, Member
from bot.domain.facts.settings import PLANS_AND_IMPORTS


def is_agreed(member: Member, change: Change) -> bool:
    """Tell whether a change may be saved. Nobody is asked before something of theirs goes."""
    if change.consent is not None:
        return True
    if member.consent is None:
        return False
    plans = change.week is not None and not {*change.week.items} <= {*member.week.items}
    is_newer = plans or change.imported is not None
    return member.consent.version >= PLANS_AND_IMPORTS or not is_newer
