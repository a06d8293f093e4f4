"""A body unlike Discord's description is refused before it has an effect, on every route."""

import json
from copy import deepcopy

import aiohttp
import pytest

from bot.sandbox import Sandbox
from bot.sandbox.openapi import Wire
from bot.sandbox.routes_application import ROUTES as APPLICATION_ROUTES
from bot.sandbox.routes_channels import ROUTES as CHANNEL_ROUTES

COMMAND = {"name": "log", "description": "Log", "type": 1}
APPLICATION = "/applications/{application_id}"
GUILD = APPLICATION + "/guilds/{guild_id}"
MESSAGES = "/channels/{channel_id}/messages"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
ACCEPTED = (
    ("POST", "/users/@me/channels", {"recipient_id": "{stranger}"}),
    ("POST", MESSAGES, {"content": "hi"}),
    ("PATCH", MESSAGES + "/{message_id}", {"content": "changed"}),
    ("PATCH", "/applications/@me", {"integration_types_config": {"0": {}, "1": {}}}),
    ("POST", CALLBACK, {"type": 4, "data": {"content": "hi"}}),
    ("POST", CALLBACK, {"type": 5}),
    ("POST", WEBHOOK, {"content": "hi"}),
    ("PATCH", WEBHOOK + "/messages/{message_id}", {"content": "changed"}),
    *(("PUT", f"{scope}/commands", [COMMAND]) for scope in (APPLICATION, GUILD)),
    *(("POST", f"{scope}/commands", COMMAND) for scope in (APPLICATION, GUILD)),
    *(
        ("PATCH", f"{scope}/commands/{{command_id}}", {"description": "changed"})
        for scope in (APPLICATION, GUILD)
    ),
)
"""Each route that takes a body, with one that it accepts."""
WITH_BODY = sorted(
    (route.method, route.template)
    for route in (*CHANNEL_ROUTES, *APPLICATION_ROUTES)
    if route.method in ("POST", "PATCH", "PUT") and not route.template.endswith("/typing")
)


@pytest.fixture
async def described(tmp_path, monkeypatch):
    """A sandbox held to a description of all its routes that knows no key `odd`."""
    schema = {"properties": {"odd": False}, "additionalProperties": True}
    operation = {
        "requestBody": {"content": {"application/json": {"schema": {**schema, "items": schema}}}}
    }
    paths: dict[str, dict[str, object]] = {}
    for method, template in WITH_BODY:
        paths.setdefault(template, {})[method.lower()] = operation
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps({"paths": paths, "components": {"schemas": {}}}))
    monkeypatch.setattr(Sandbox, "wire", Wire(file))
    async with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
async def ask(described):
    """Make one request as a bot; return its status and its JSON."""
    headers = {"Authorization": f"Bot {described.token}"}
    async with aiohttp.ClientSession(headers=headers) as session:

        async def ask(method, path, body):
            async with session.request(method, described.url + path, json=body) as answer:
                return answer.status, await answer.json(content_type=None)

        yield ask


def opened(sandbox):
    sandbox.commands.create(None, COMMAND)
    made = sandbox.person("ann").compose_slash("log", unchecked=True)
    sandbox.interactions.open(made)
    return made


async def prepared(sandbox, ask, method, template):
    """Make what the route is about; return the ids and tokens to fill into its path."""
    ids = {
        "application_id": sandbox.world.application_id,
        "guild_id": sandbox.guild.id,
        "channel_id": sandbox.general["id"],
        "stranger": sandbox.person("bob").id,
    }
    if "/commands/" in template:
        scope = template.removesuffix("/{command_id}").format_map(ids)
        ids["command_id"] = (await ask("POST", scope, COMMAND))[1]["id"]
    if template.startswith(MESSAGES) and method == "PATCH":
        sent = await ask("POST", MESSAGES.format_map(ids), {"content": "hi"})
        ids["message_id"] = sent[1]["id"]
    if template.startswith(("/interactions", "/webhooks")):
        made = opened(sandbox)
        ids |= {"interaction_id": made.id, "interaction_token": made.payload["token"]}
        ids |= {"webhook_id": ids["application_id"], "webhook_token": made.payload["token"]}
        if template.startswith("/webhooks"):
            answer = {"type": 4, "data": {"content": "hi"}}
            assert (await ask("POST", CALLBACK.format_map(ids), answer))[0] == 204
            ids["message_id"] = "@original"
        ids["interaction"] = made
    return ids


def state(sandbox, ids):
    interaction = ids.get("interaction")
    return deepcopy(
        (
            {
                where: {key: one.data for key, one in kept.items()}
                for where, kept in sandbox.messages.by_channel.items()
                if kept
            },
            sorted(sandbox.world.dms),
            sandbox.world.integration_types,
            [sandbox.commands.listed(scope) for scope in (None, sandbox.guild.id)],
            len(sandbox.commands.syncs),
            interaction and (interaction.answer, interaction.form, len(interaction.follow_ups)),
        )
    )


def odd(body):
    return [{**one, "odd": 1} for one in body] if isinstance(body, list) else {**body, "odd": 1}


def filled(body, ids):
    if isinstance(body, dict) and "recipient_id" in body:
        return {**body, "recipient_id": str(ids["stranger"])}
    return body


def test_every_route_with_a_body_is_tried():
    assert sorted({(method, template) for method, template, _ in ACCEPTED}) == WITH_BODY


@pytest.mark.parametrize(("method", "template", "body"), ACCEPTED)
async def test_body_unlike_the_description_has_no_effect(described, ask, method, template, body):
    ids = await prepared(described, ask, method, template)
    path, body = template.format_map(ids), filled(body, ids)
    before = state(described, ids)

    refused = await ask(method, path, odd(body))
    after = state(described, ids)
    told = len(described.violations)
    accepted = await ask(method, path, body)

    assert refused[0] == 400
    assert "WIRE_MISMATCH" in json.dumps(refused[1])
    assert (after, told) == (before, 1)
    assert accepted[0] in (200, 201, 204)
    assert state(described, ids) != before


async def test_what_the_route_refuses_itself_is_told_in_its_own_words(described, ask):
    messages = f"/channels/{described.general['id']}/messages"

    status, told = await ask("POST", messages, odd({"content": "x" * 2001}))

    assert (status, told["code"]) == (400, 50035)
    assert "WIRE_MISMATCH" not in json.dumps(told)
    assert described.violations == []
