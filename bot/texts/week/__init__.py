"""The words of the training plan: its week looked at, its changes."""
