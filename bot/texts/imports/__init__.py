"""Texts of ``/mydata import``."""
