"""Discord's own API description, held against what a bot sends.

The description (github.com/discord/discord-api-spec, specs/openapi.json) is not part of the
project, and jsonschema only of its development requirements; without either there is no check.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import orjson

from bot.sandbox.bodies import with_text_ids
from bot.sandbox.shapes import Json

VARIABLE = "DISCORD_OPENAPI"  # the environment variable with the path of the description

UNDESCRIBED = frozenset({"nsfw", "tts"})
"""Keys of discord.py that the description lacks: ``nsfw`` of commands is documented, ``tts`` of an
edit is always false and passed over by Discord.

https://discord.com/developers/docs/interactions/application-commands#application-command-object
"""

SHOWN = 120  # the most characters of an offending value that a message repeats

KEPT = 256  # how many bodies' results are kept: every bot that starts sends the same large commands

KEPT_PARTS = 10_000  # how many parts of bodies, such as buttons, are known to match


class Wire:
    """Checks request bodies against Discord's API description, OpenAPI 3.1 as JSON.

    Discord passes over keys it does not know. Here they are mistakes: a misspelt
    ``allowed_mentions`` would ping everybody that a text names.
    """

    def __init__(self, path: Path) -> None:
        self._document = json.loads(path.read_text(encoding="utf-8"))
        self._routes: defaultdict[int, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        # A literal path outranks one with a parameter in that place.
        for template in sorted(self._document["paths"], key=lambda path: path.count("{")):
            self._routes[template.count("/")].append((_pattern(template), template))
        self._matching: set[tuple[int, bytes]] = set()
        """Parts that match, by their union: most of what a bot sends it has sent before."""
        self._validator = lru_cache(maxsize=None)(self._compile)
        self._mismatches = lru_cache(maxsize=KEPT)(self._find_mismatches)

    def check(self, method: str, path: str, body: object) -> list[str]:
        """Say what in a JSON body does not match; an empty list means that all does.

        The path is that below the API's version, such as ``/channels/1/messages``; the body of a
        multipart request is that of its ``payload_json``. Snowflakes may be numbers, as Discord
        takes them.
        """
        template = self.template(path)
        if template is None:
            return [f"{path}: no such path"]
        return list(self._mismatches(method, template, orjson.dumps(body)))

    def template(self, path: str) -> str | None:
        """Return the described path that a concrete one matches, or None."""
        bare = path.partition("?")[0]
        routes = self._routes[bare.count("/")]
        return next((template for pattern, template in routes if pattern.match(bare)), None)

    def _find_mismatches(self, method: str, template: str, body: bytes) -> tuple[str, ...]:
        validator = self._validator(method.lower(), template)
        if validator is None:
            return (f"{method} {template}: no such method",)
        return tuple(_words(error) for error in validator(with_text_ids(orjson.loads(body))))

    def _compile(self, method: str, template: str) -> Callable[[object], Iterator[Any]] | None:
        from jsonschema import Draft202012Validator, validators  # noqa: PLC0415 - a development requirement

        operation = self._document["paths"][template].get(method)
        if operation is None:
            return None
        content = operation.get("requestBody", {}).get("content", {})
        schema = content.get("application/json", {}).get("schema", {})
        own = {
            "$ref": self._check_reference,
            "oneOf": self._check_union,
            "anyOf": self._check_union,
            "properties": partial(_check_keys, Draft202012Validator.VALIDATORS["properties"]),
        }
        strict = validators.extend(Draft202012Validator, own)
        strict.descend = _descend
        errors: Callable[[object], Iterator[Any]] = strict(schema).iter_errors
        return errors

    def _check_reference(
        self,
        validator: Any,  # noqa: ANN401 - jsonschema, imported late, has no types here
        reference: str,
        value: object,
        _schema: Json,
    ) -> Iterator[Any]:
        """Check by the schema that is referred to; jsonschema's own way to find it is long."""
        yield from validator.descend(value, self._referred({"$ref": reference}))

    def _check_union(
        self,
        validator: Any,  # noqa: ANN401 - jsonschema, imported late, has no types here
        members: list[Json],
        value: object,
        _schema: Json,
    ) -> Iterator[Any]:
        """Check a union by the member that the value means, for speed and plain messages.

        Discord's unions of components, options and callbacks are told apart by ``type``; of
        others the member that fails least speaks for all.
        """
        part = (id(members), orjson.dumps(value))
        if part in self._matching:
            return
        alternatives = [self._referred(member) for member in members]
        meant = [member for member in alternatives if _is_meant(member, value)]
        failures: list[list[Any]] = []
        for member in meant or alternatives:
            failures.append(list(validator.descend(value, member)))
            if not failures[-1]:
                if len(self._matching) == KEPT_PARTS:
                    self._matching.clear()
                self._matching.add(part)
                return
        yield from min(failures, key=len)

    def _referred(self, schema: Json) -> Json:
        """Return the schema that a reference is to, or the schema itself."""
        name = schema.get("$ref", "").rpartition("/")[2]
        found: Json = self._document["components"]["schemas"][name] if name else schema
        return found


def _is_meant(member: Json, value: object) -> bool:
    if "const" in member:
        return bool(member["const"] == value)
    if value is None or member.get("type") == "null":
        return value is None and member.get("type") == "null"
    kinds = member.get("properties", {}).get("type", {}).get("enum")
    return kinds is None or not isinstance(value, dict) or value.get("type") in kinds


def _descend(
    validator: Any,  # noqa: ANN401 - jsonschema, imported late, has no types here
    instance: object,
    schema: Json | bool,
    path: str | int | None = None,
    **_told: object,
) -> Iterator[Any]:
    """Check a part by its schema; jsonschema's own way makes a validator anew for each part."""
    if isinstance(schema, bool):
        schema = {} if schema else {"enum": []}  # takes everything, or nothing
    for keyword, wanted in schema.items():
        check = validator.VALIDATORS.get(keyword)
        for error in (check and check(validator, wanted, instance, schema)) or ():
            if path is not None:
                error.path.appendleft(path)
            yield error


def _check_keys(
    check: Callable[..., Iterator[Any]],
    validator: Any,  # noqa: ANN401 - jsonschema, imported late, has no types here
    properties: Json,
    value: object,
    schema: Json,
) -> Iterator[Any]:
    """Check an object's values by ``check``, and that each of its keys is described."""
    from jsonschema import ValidationError  # noqa: PLC0415 - a development requirement

    yield from check(validator, properties, value, schema)
    if isinstance(value, dict) and "additionalProperties" not in schema:
        for key in sorted(value.keys() - properties.keys() - UNDESCRIBED):
            yield ValidationError(f"{key!r} is not a described key")


def from_env(environ: Mapping[str, str]) -> Wire | None:
    """Return the check that the environment asks for; None without one, or without jsonschema."""
    path = environ.get(VARIABLE)
    return _read(Path(path)) if path and find_spec("jsonschema") else None


@lru_cache(maxsize=1)
def _read(path: Path) -> Wire:
    """Read a description once for all sandboxes of a process, as it is large."""
    return Wire(path)


def _pattern(template: str) -> re.Pattern[str]:
    literals = re.split(r"\{[^}]+\}", template)
    return re.compile("[^/]+".join(map(re.escape, literals)) + "$")


def _words(error: Any) -> str:  # noqa: ANN401 - jsonschema, imported late, has no types here
    where = ".".join(map(str, error.absolute_path)) or "body"
    message = str(error.message)
    if len(message) > SHOWN:
        message = f"{message[: SHOWN // 2]} … {message[-SHOWN // 2 :]}"
    return f"{where}: {message}"
