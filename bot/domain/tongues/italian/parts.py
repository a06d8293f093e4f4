"""Parts of patterns that several files of rules share."""

from typing import Final

# A day of the week.
DAY: Final = (
    r"(?:lun(?:edi)?|mar(?:tedi)?|mer(?:coledi)?|gio(?:vedi)?|ven(?:erdi)?|sab(?:at[oi])?"
    r"|dom(?:enica|eniche)?)\b\.?"
)
