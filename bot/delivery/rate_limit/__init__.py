"""Discord's rate limits kept: queue, buckets, invalid requests."""
