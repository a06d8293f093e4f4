"""Seeds that once broke a promise, tried for ever after (R39)."""

import pytest

from tests.torture import jumps


@pytest.mark.parametrize("seed", [5, 8, 9])
async def test_clock_that_was_wrong_hides_no_message_that_came(seed):
    """The history was looked at from a moment that was still to come: everything came again."""
    assert await jumps.one(seed) == (0, 0)
