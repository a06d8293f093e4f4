"""Whether a claimed reminder may be sent now, from what the store knew at the claim."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.facts.kinds import ROLLS
from bot.domain.facts.occurrences import Claim, Recipient, Settlement
from bot.domain.facts.reminders import Postpone, Skip, SkipReason, Terms, verdict
from bot.domain.facts.settings import GuildSettings, Post, QuietHours, Rule, Where
from bot.domain.timing.own_rules import ZONE_UNKNOWN, runs
from bot.domain.timing.recurring import known_zone
from bot.domain.timing.settlement import broken, postponed, skipped

NOWHERE = ZoneInfo("UTC")
NEVER = QuietHours(start=time.min, end=time.min)


def judge(claim: Claim, now: datetime) -> Settlement | None:
    """Return the outcome of a claim that may not be sent now, ``None`` if it may.

    What its window outlives is postponed, the rest is skipped with its reason.
    """
    if claim.post is not None and known_zone(claim.post.zone) is None:
        return broken(claim, ZONE_UNKNOWN)
    if claim.care_first:
        return skipped(claim, now, SkipReason.CARE)
    terms = _terms(claim)
    reason = _no_way(claim)
    if terms.on and reason is not None:
        return skipped(claim, now, reason)
    decided = verdict(claim.due_at, claim.stale_at, now=now, terms=terms)
    if isinstance(decided, Skip):
        return skipped(claim, now, decided.reason)
    if isinstance(decided, Postpone):
        return postponed(claim, decided.until)
    return None


def _terms(claim: Claim) -> Terms:
    if claim.post is not None:
        return _terms_of_post(claim.post, claim.guild)
    if claim.recipient is not None and claim.rule is not None:
        return _terms_of_rule(claim.rule, claim.recipient)
    if claim.recipient is not None:
        return _terms_of_member(claim.recipient, claim.guild)
    return Terms(zone=NOWHERE, on=False)


def _terms_of_post(post: Post, guild: GuildSettings | None) -> Terms:
    on = not post.paused and (guild is None or guild.posts_on)
    return Terms(zone=known_zone(post.zone), quiet=guild.quiet if guild else QuietHours(), on=on)


def _terms_of_rule(rule: Rule, member: Recipient) -> Terms:
    """Return a rule's terms: an opt-in of its own. Where its zone is unknown its moment stands."""
    zone = known_zone(rule.zone)
    return Terms(
        zone=zone or NOWHERE,
        quiet=member.quiet if zone is not None else NEVER,
        on=runs(rule),
        paused_until=member.paused_until,
    )


def _terms_of_member(member: Recipient, guild: GuildSettings | None) -> Terms:
    """Return a plan's terms. Quiet hours need a zone; without one, its moment stands."""
    name = member.zone or (guild.zone if guild is not None else None)
    zone = None if name is None else known_zone(name)
    return Terms(
        zone=zone or NOWHERE,
        quiet=member.quiet if zone is not None else NEVER,
        on=member.reminders_on,
        paused_until=member.paused_until,
    )


def _no_way(claim: Claim) -> str | None:
    """Return why a claim cannot reach its destination."""
    if claim.recipient is None:
        return claim.post.broken or _no_roll(claim) if claim.post else None
    if claim.where is Where.DM:
        if claim.recipient.unshared:
            return "no_shared_server"
        return "dm_closed" if claim.recipient.dm_closed else None
    guild = claim.guild
    if guild is None or guild.channel_id is None or not guild.channel_reminders_on:
        return "channel_off"
    return guild.channel_broken


def _no_roll(claim: Claim) -> str | None:
    """Return why a message of group life is not sent."""
    if claim.kind in ROLLS and claim.guild is not None and not claim.guild.group_on:
        return "group_off"
    if claim.digest is not None and claim.digest.whole and claim.digest.says_nothing:
        return "nothing_to_say"
    return None
