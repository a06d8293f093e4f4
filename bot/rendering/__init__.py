"""Rendering: cards as Discord components, and pictures."""
