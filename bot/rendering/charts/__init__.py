"""Charts, drawn by a process of their own: the plotting library stays out of the bot's memory."""
