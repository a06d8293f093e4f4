"""Texts of ``/legday``."""
