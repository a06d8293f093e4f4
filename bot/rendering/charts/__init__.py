"""Pictures drawn by a process of its own, so that the plotting library never enters the bot's."""
