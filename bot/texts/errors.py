"""The text of every error key, in one or two sentences, with how to mend it.

Every key raised anywhere has its line in one of these tables, in the order of the alphabet (a test
looks).
"""

from bot.texts import (
    errors_group,
    errors_importing,
    errors_members,
    errors_servers,
    errors_week,
)

TABLES = (
    errors_group.WORDS,
    errors_importing.WORDS,
    errors_members.WORDS,
    errors_servers.WORDS,
    errors_week.WORDS,
)
WORDS = dict(sorted(line for table in TABLES for line in table.items()))
