"""Exports of training apps as entries: rows to workouts, names, what is kept already."""
