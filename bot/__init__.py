"""Legday: log leg day, ask whether to run today, be reminded to recover."""
