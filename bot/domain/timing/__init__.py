"""When a reminder comes, whether it may, and what becomes of it."""
