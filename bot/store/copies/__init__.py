"""Backups: made, rotated and restored."""
