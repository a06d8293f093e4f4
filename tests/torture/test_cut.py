"""A shorter cut of every torture check, so that no change breaks a promise unnoticed."""

import pytest

from tests.torture.checks import CHECKS

SEED = 1
SHORT = [check for check in CHECKS if check.cut]


@pytest.mark.timeout(300)  # the slowest take a quarter of a minute of two idle cores
@pytest.mark.parametrize("check", SHORT, ids=lambda check: f"{check.goal}: {check.name}")
async def test_promise_is_kept(check):
    outcome = await check.run(SEED, check.cut)

    assert outcome.held, outcome
