"""Texts of ``/config``."""
