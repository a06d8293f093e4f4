"""Every torture check, in the order they run."""

from tests.torture.check import Check

CHECKS: tuple[Check, ...] = ()
