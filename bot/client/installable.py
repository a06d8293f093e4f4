"""Where the application can be installed: in servers, and by members for themselves."""

import logging
from typing import Any

import discord
from discord.http import HTTPClient, Route

log = logging.getLogger(__name__)

USER = "1"  # of Discord's installation contexts, as a key
SET_UP = {"oauth2_install_params": {"scopes": ["applications.commands"], "permissions": 0}}


async def offer_to_users(http: HTTPClient) -> None:
    """Let members add the bot to their account, if the application does not yet.

    Where Discord refuses, servers are served all the same; ``doctor`` says what to tick.
    """
    try:
        application = await http.request(Route("GET", "/applications/@me"))
        config = application.get("integration_types_config") or {"0": {}}
        if USER not in config:
            kept = {key: _as_sent(one or {}) for key, one in config.items()}
            changed = {"integration_types_config": {**kept, USER: SET_UP}}
            await http.request(Route("PATCH", "/applications/@me"), json=changed)
            log.info("members can now add the bot to their account")
    except (discord.Forbidden, discord.NotFound) as error:
        log.warning("members cannot add the bot to their account (%s)", error)


def account_link(application_id: int | None) -> str:
    """Return the address at which a member adds the bot to their account."""
    link = discord.utils.oauth_url(application_id or 0, scopes=("applications.commands",))
    return f"{link}&integration_type={USER}"


def _as_sent(context: dict[str, Any]) -> dict[str, Any]:
    """Return what Discord tells of an installation context as it takes it: numbers as numbers."""
    install = context.get("oauth2_install_params")
    if install is None:
        return {}
    sent = {"scopes": install["scopes"], "permissions": int(install["permissions"])}
    return {"oauth2_install_params": sent}
