"""What several processes of a bot share in their database beside its tables: locks, words, turns.

Only for PostgreSQL: a SQLite file belongs to one process.
"""
