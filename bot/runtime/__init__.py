"""The process: supervised loops, signals, watchdog, maintenance, logging."""
