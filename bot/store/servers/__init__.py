"""Servers' data."""
