"""The process: loops, signals, watchdog, maintenance, log lines."""
