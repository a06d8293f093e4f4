"""The sandbox's page: a view on the engine for a browser on this machine, with no rules of its own.

What a person does there goes through `Person`, as from a test or the prompt; what they see is
told by the engine as it happens. The page itself lies in `static` and is served as it is.
"""

from bot.sandbox.web.site import PortTakenError, Site

__all__ = ["PortTakenError", "Site"]
