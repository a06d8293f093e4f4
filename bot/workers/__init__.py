"""Processes of the bot's own for work that would hold it up: started, asked and ended."""
