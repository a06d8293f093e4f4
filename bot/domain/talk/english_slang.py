"""English short forms, slips of short words and noise, as they are typed."""

import re
from typing import Final

SLANG: Final = {
    **dict.fromkeys(("cna", "acn"), "can"),
    **dict.fromkeys(("shoud", "shuld", "shld"), "should"),
    **dict.fromkeys(("rn",), "right now"),
    **dict.fromkeys(("tmr", "tmw", "tmrow", "2mrw", "2morrow", "tomoz"), "tomorrow"),
    **dict.fromkeys(("u",), "you"),
    **dict.fromkeys(("hammy", "hammys", "hammies", "hammie"), "hamstrings"),
    "cant": "can't",
    "didnt": "didn't",
    "dont": "don't",
    "doesnt": "doesn't",
    "isnt": "isn't",
    "arent": "aren't",
    "whats": "what's",
    "hows": "how's",
    "yesterday's": "yesterday",
    "yesterdays": "yesterday",
    "sesh": "session",
    "squatted": "did squats",
    "deadlifted": "did deadlifts",
    **dict.fromkeys(
        ("lol", "haha", "hahaha", "lmao", "tbh", "ngl", "imo", "imho", "btw", "tho", "xd", "omg"),
        "",
    ),
}
# Nothing but a sign of thanks.
SAID_THANKS: Final = re.compile(
    "\\A[\\s\U0001f44d\U0001f44c\U0001f64f\U0001f4aa\U0001f60a\u2764\ufe0f"
    "\U0001f3fb-\U0001f3ff]+\\Z"
)
# A tick behind a leg day.
SAID_DONE: Final = re.compile("[\u2705\u2714\u2611]\ufe0f?")
