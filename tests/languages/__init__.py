"""Tests of the languages members are spoken to in, and ``make languages``."""
