"""Commands, one file a group: options in, one answer out. No SQL, no rules, no prose."""
