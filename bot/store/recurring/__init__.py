"""Recurring reminders: servers' posts and members' own rules."""
