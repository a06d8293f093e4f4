"""Copies of the database: backups made, rotated and put back."""
