"""Decisions: what each command changes about a member or a server, as pure functions."""
