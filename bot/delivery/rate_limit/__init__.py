"""Discord's rate limits: global rate, channel limits, invalid-request limit, a fair queue."""
