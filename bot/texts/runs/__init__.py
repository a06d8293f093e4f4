"""Texts of ``/run``."""
