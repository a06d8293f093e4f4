"""Torture: delivery under kills, faults, jumps of the clock and long stretches of time.

Its sandboxes have no rate limits: they play years and thousands of lives in minutes. What Discord
allows is held by the sandboxes of all other tests.
"""
