"""Torture: delivery under kills, faults, jumps of the clock and long stretches of time."""
