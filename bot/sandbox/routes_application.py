"""Routes of the application: commands, the gateway's address, interactions and webhooks."""

from bot.sandbox import errors, localized
from bot.sandbox.faults import CALLBACK
from bot.sandbox.interaction import Interaction
from bot.sandbox.routing import Answered, Call, Route
from bot.sandbox.shapes import Json


def application(call: Call) -> Json:
    """GET /applications/@me and /oauth2/applications/@me."""
    world = call.engine.world
    return {
        "id": str(world.application_id),
        "name": world.bot["username"],
        "icon": None,
        "description": "",
        "type": None,
        "summary": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": world.owner,
        "team": None,
        "flags": 0,
        "bot": world.bot,
        "integration_types_config": world.integration_types,
        "approximate_guild_count": sum(one.installed for one in world.guilds.values()),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
    }


def change_application(call: Call) -> Json:
    """PATCH /applications/@me: where it can be installed, of all that Discord takes."""
    world, wanted = call.engine.world, (call.body or {}).get("integration_types_config")
    world.begin()
    if wanted is not None:
        world.integration_types = {key: one or {} for key, one in wanted.items()}
    return application(call)


def gateway(call: Call) -> Json:
    """GET /gateway."""
    return {"url": call.engine.gateway.url}


def gateway_bot(call: Call) -> Json:
    """GET /gateway/bot."""
    served = call.engine.gateway
    return {"url": served.url, "shards": served.shards, "session_start_limit": served.start_limit()}


def list_commands(call: Call) -> list[Json]:
    """GET …/commands: with the words in languages only where they are asked for."""
    listed = call.engine.commands.listed(_scope(call))
    if _is_asked_for(call, "with_localizations"):
        return listed
    return [localized.plain(one) for one in listed]


def overwrite_commands(call: Call) -> list[Json]:
    """PUT …/commands."""
    if not isinstance(call.body, list):
        problem = "BASE_TYPE_BAD_TYPE", "Only iterables may be used in a ListType"
        raise errors.invalid_form({"": problem})
    return call.engine.commands.overwrite(_scope(call), call.body)


def create_command(call: Call) -> Answered:
    """POST …/commands: 201 for a new one, 200 for one replaced."""
    made, new = call.engine.commands.create(_scope(call), call.body)
    return Answered(201 if new else 200, made)


def one_command(call: Call) -> Json:
    """GET …/commands/{command_id}."""
    return call.engine.commands.get(_scope(call), call.id("command_id"))


def change_command(call: Call) -> Json:
    """PATCH …/commands/{command_id}."""
    return call.engine.commands.change(_scope(call), call.id("command_id"), call.body)


def delete_command(call: Call) -> None:
    """DELETE …/commands/{command_id}."""
    call.engine.commands.delete(_scope(call), call.id("command_id"))


def callback(call: Call) -> Json | None:
    """POST /interactions/{interaction_id}/{interaction_token}/callback."""
    ids = call.id("interaction_id"), call.params["interaction_token"]
    shown = call.engine.interactions.callback(*ids, call.body or {}, call.files)
    return shown if _is_asked_for(call, "with_response") else None


def follow_up(call: Call) -> Json:
    """POST /webhooks/{webhook_id}/{webhook_token}."""
    return call.engine.interactions.follow_up(_interaction(call), call.body or {}, call.files)


def one_answer(call: Call) -> Json:
    """GET /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}."""
    return call.engine.interactions.message(_interaction(call), call.params["message_id"]).data


def edit_answer(call: Call) -> Json:
    """PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}."""
    which = call.params["message_id"]
    edit = call.engine.interactions.edit
    return edit(_interaction(call), which, call.body or {}, call.files)


def delete_answer(call: Call) -> None:
    """DELETE /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}."""
    call.engine.interactions.delete(_interaction(call), call.params["message_id"])


def _interaction(call: Call) -> Interaction:
    return call.engine.interactions.of_token(call.id("webhook_id"), call.params["webhook_token"])


def _is_asked_for(call: Call, name: str) -> bool:
    return call.query.get(name, "").lower() in ("1", "true")


def _scope(call: Call) -> int | None:
    if call.id("application_id") != call.engine.world.application_id:
        raise errors.unknown_application()
    if "guild_id" not in call.params:
        return None
    guild = call.engine.world.guilds.get(call.id("guild_id"))
    if guild is None or not guild.installed:
        raise errors.missing_access()
    return guild.id


APPLICATION = "/applications/{application_id}"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"


def _command_routes(base: str) -> tuple[Route, ...]:
    return (
        Route("GET", f"{base}/commands", list_commands),
        Route("PUT", f"{base}/commands", overwrite_commands),
        Route("POST", f"{base}/commands", create_command),
        Route("GET", f"{base}/commands/{{command_id}}", one_command),
        Route("PATCH", f"{base}/commands/{{command_id}}", change_command),
        Route("DELETE", f"{base}/commands/{{command_id}}", delete_command),
    )


ROUTES = (
    Route("GET", "/applications/@me", application),
    Route("PATCH", "/applications/@me", change_application),
    Route("GET", "/oauth2/applications/@me", application),
    Route("GET", "/gateway", gateway, token=False),
    Route("GET", "/gateway/bot", gateway_bot),
    *_command_routes(APPLICATION),
    *_command_routes(APPLICATION + "/guilds/{guild_id}"),
    Route("POST", CALLBACK, callback, token=False),
    Route("POST", WEBHOOK, follow_up, token=False),
    Route("GET", WEBHOOK + "/messages/{message_id}", one_answer, token=False),
    Route("PATCH", WEBHOOK + "/messages/{message_id}", edit_answer, token=False),
    Route("DELETE", WEBHOOK + "/messages/{message_id}", delete_answer, token=False),
)
