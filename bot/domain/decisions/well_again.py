"""Reports that revoke what was told of pain, illness and danger, or must not."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.facts.training import Illness, PainType, Report


def all_well(now: datetime) -> Report:
    """Return a report that revokes every pain, illness and danger sign."""
    return well_again(now)._replace(stop_sign=False)


def well_again(now: datetime) -> Report:
    """Return a report that revokes pain and illness, but no sign that a clinician clears."""
    return Report(reported_at=now, pain=PainType.NONE, illness=Illness.NONE)


def in_passing(report: Report, earlier: Sequence[Report]) -> Report:
    """Return a report without its denial of danger while a danger sign is on record.

    ``earlier`` reports are newest first.
    """
    standing = next((each.stop_sign for each in earlier if each.stop_sign is not None), None)
    return report._replace(stop_sign=None) if report.stop_sign is False and standing else report
