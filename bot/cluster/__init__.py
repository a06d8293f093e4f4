"""The processes of one bot: which shards are whose, and which process leads."""
