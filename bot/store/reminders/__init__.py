"""Reminders: planned, claimed for delivery, settled."""
