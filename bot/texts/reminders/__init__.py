"""Words of reminders and of /reminders."""
