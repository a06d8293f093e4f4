"""Whether a claim may be sent now: pure, decided on what the store knew when it was claimed."""

from datetime import datetime

from bot.delivery.settling import broken, postponed, skipped
from bot.domain.occurrences import Claim, Recipient, Settlement
from bot.domain.posts import known_zone
from bot.domain.schedule import quiet_until
from bot.domain.settings import GuildSettings, Post, QuietHours, Where


def judge(claim: Claim, now: datetime) -> Settlement | None:
    """Return why a claim is not sent now, or ``None`` if it is.

    What its window outlives is postponed, the rest is skipped with its reason.
    """
    if claim.post is not None and known_zone(claim.post.zone) is None:
        return broken(claim, "zone_unknown")
    if now >= claim.stale_at:
        return skipped(claim, now, "too_late")
    reason = _refusal(claim)
    if reason is not None:
        return skipped(claim, now, reason)
    for until, why in _waits(claim, now):
        if until is not None and until > now:
            in_time = until < claim.stale_at
            return postponed(claim, until) if in_time else skipped(claim, now, why)
    return None


def _refusal(claim: Claim) -> str | None:
    if claim.post is not None:
        return _post_refusal(claim.post, claim.guild)
    if claim.recipient is None or not claim.recipient.reminders_on:
        return "off"
    if claim.where is Where.DM:
        return "dm_closed" if claim.recipient.dm_closed else None
    guild = claim.guild
    if guild is None or guild.channel_id is None or not guild.channel_reminders_on:
        return "channel_off"
    return None


def _post_refusal(post: Post, guild: GuildSettings | None) -> str | None:
    if post.broken is not None:
        return post.broken
    if post.paused or (guild is not None and not guild.posts_on):
        return "paused"
    return None


def _waits(claim: Claim, now: datetime) -> tuple[tuple[datetime | None, str], ...]:
    recipient, guild = claim.recipient, claim.guild
    if recipient is not None:
        quiet = _quiet_end(now, recipient.quiet, _zone(recipient, guild))
        return (recipient.paused_until, "paused"), (quiet, "quiet_hours")
    if claim.post is not None and guild is not None:
        return ((_quiet_end(now, guild.quiet, claim.post.zone), "quiet_hours"),)
    return ()


def _zone(recipient: Recipient, guild: GuildSettings | None) -> str | None:
    return recipient.zone or (guild.zone if guild is not None else None)


def _quiet_end(now: datetime, quiet: QuietHours, zone: str | None) -> datetime | None:
    found = None if zone is None else known_zone(zone)
    return None if found is None else quiet_until(now, quiet, found)
