"""Drawing, the one place that imports matplotlib; only ``bot.charts.worker``'s process does."""
