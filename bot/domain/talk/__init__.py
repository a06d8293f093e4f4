"""What members write to the bot in a message, understood: what they ask, log, or answer."""
