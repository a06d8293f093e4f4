"""Texts of ``/canirun``."""
