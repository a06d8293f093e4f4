"""What operators and builders use beside the bot: service files, and the tool for translations."""
