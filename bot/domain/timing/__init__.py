"""Timing: when a reminder comes, whether it may be sent, and its outcome."""
