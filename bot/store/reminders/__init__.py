"""Occurrences: planned, claimed for delivery, settled."""
