"""Reading the export files of training apps, in a process of its own.

One module for each source; what all have in common is in ``bot.domain.importing``.
"""
