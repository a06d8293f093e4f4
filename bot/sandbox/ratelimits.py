"""Discord's rate limits: a global one, and a bucket for each route and top-level resource.

Source: discord/discord-api-docs, developers/topics/rate-limits.mdx. The sizes of the buckets
are not documented; five messages in five seconds to a channel is what bots observe.
"""

import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2s

from bot.sandbox.errors import ApiError, rate_limited

Limit = tuple[int, float]  # so many requests in so many seconds

ELSEWHERE: Limit = (50, 1.0)  # the bucket of a route that no limit was set for

OLD_EDITS: Limit = (3, 20.0)
"""Edits of messages older than an hour, in one channel: not documented; what bots observe."""

DM_OPENINGS: Limit = (50, 10.0)
"""New DM channels: Discord tells no number, only that it limits them (code 40003)."""

INVALID: Limit = (10_000, 600.0)
"""Invalid requests after which Discord's proxy bans the address: answers of 401, 403 and 429."""

COUNTED_AS_INVALID = frozenset({401, 403, 429})

EXEMPT = ("/interactions/", "/webhooks/")  # paths that the global limit does not count


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitVerdict:
    """What the limits say of one request."""

    headers: dict[str, str] = field(default_factory=dict)  # of the answer, either way
    retry_after: float | None = None  # seconds, of a request that is refused
    scope: str | None = None  # of one that is refused: ``user`` or ``global``

    def refusal(self) -> ApiError | None:
        """Return the 429 to answer with, or None for a request that may pass."""
        if self.retry_after is None:
            return None
        return rate_limited(self.retry_after, everywhere=self.scope == "global")


@dataclass(slots=True)
class _Bucket:
    used: int = 0
    resets_at: float = -math.inf

    def wait(self, limit: Limit, now: float) -> float | None:
        """Count one if it may pass; else return the seconds until the bucket is empty again."""
        most, window = limit
        if now >= self.resets_at:
            self.used, self.resets_at = 0, now + window
        if self.used >= most:
            return self.resets_at - now
        self.used += 1
        return None


class RateLimits:
    """The limits of one bot, counted as requests arrive.

    The global one, ``per_second``, is over a sliding second; ``channel`` is that of creating, and
    of editing, messages in one channel; so many ``invalid`` requests get the client banned.
    """

    def __init__(
        self,
        now: Callable[[], float],
        *,
        per_second: int | None = 50,
        channel: Limit = (5, 5.0),
        invalid: Limit = INVALID,
    ) -> None:
        self.enabled = True
        self.per_second = per_second
        self.channel = channel
        self._now = now
        self._set: dict[tuple[str, str], Limit] = {}
        self._buckets: dict[tuple[str, str, str], _Bucket] = {}
        self._passed: deque[float] = deque()
        self._allowed, self._window = invalid
        self._invalid: deque[float] = deque()

    def set(self, method: str, template: str, limit: Limit) -> None:
        """Give a route its own bucket size from now on."""
        self._set[method, template] = limit

    def check(self, method: str, template: str, major: str = "") -> LimitVerdict:
        """Count a request and say whether it may pass; a refused one counts nowhere.

        The template has placeholders for its parameters; `major` is the channel, guild or webhook
        that the request is about, which has buckets of its own.
        """
        if not self.enabled:
            return LimitVerdict()
        counted = not template.startswith(EXEMPT)
        if counted and (wait := self._global_wait()) is not None:
            return _refused(wait, "global", {"X-RateLimit-Global": "true"})
        limit, now = self._limit(method, template), self._now()
        bucket = self._buckets.setdefault((method, template, major), _Bucket())
        wait = bucket.wait(limit, now)
        headers = _headers(method, template, limit[0], bucket, now)
        if wait is not None:
            return _refused(wait, "user", headers)
        if counted:
            self._passed.append(now)
        return LimitVerdict(headers=headers)

    def note(self, status: int, headers: Mapping[str, str]) -> None:
        """Count an answer where it is that of an invalid request; a shared limit's is not."""
        shared = headers.get("X-RateLimit-Scope") == "shared"
        if self.enabled and status in COUNTED_AS_INVALID and not shared:
            self._invalid.append(self._now())

    def banned(self) -> bool:
        """Tell whether the client made so many invalid requests that nothing is served to it."""
        now = self._now()
        while self._invalid and self._invalid[0] <= now - self._window:
            self._invalid.popleft()
        return self.enabled and len(self._invalid) >= self._allowed

    def spend(self, what: str, limit: Limit, major: str = "") -> float | None:
        """Count one of what has its own limit; return the seconds to wait if it is too many."""
        if not self.enabled:
            return None
        return self._buckets.setdefault(("", what, major), _Bucket()).wait(limit, self._now())

    def _global_wait(self) -> float | None:
        now = self._now()
        while self._passed and self._passed[0] <= now - 1:
            self._passed.popleft()
        if self.per_second is None or len(self._passed) < self.per_second:
            return None
        return self._passed[0] + 1 - now

    def _limit(self, method: str, template: str) -> Limit:
        if (method, template) in self._set:
            return self._set[method, template]
        writes_message = method in ("POST", "PATCH") and template.startswith("/channels/")
        return self.channel if writes_message and "/messages" in template else ELSEWHERE


def _headers(method: str, template: str, limit: int, bucket: _Bucket, now: float) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(limit - bucket.used),
        "X-RateLimit-Reset": f"{bucket.resets_at:.3f}",
        "X-RateLimit-Reset-After": f"{bucket.resets_at - now:.3f}",
        "X-RateLimit-Bucket": blake2s(f"{method} {template}".encode(), digest_size=8).hexdigest(),
    }


def _refused(wait: float, scope: str, headers: dict[str, str]) -> LimitVerdict:
    headers = {**headers, "Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": scope}
    # Rounded up: who waits as long as told must not be refused once more.
    return LimitVerdict(headers=headers, retry_after=math.ceil(wait * 1000) / 1000, scope=scope)
