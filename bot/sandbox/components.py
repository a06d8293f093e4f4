"""Components as Discord keeps them: each with an id, attached files resolved to their address."""

from collections.abc import Iterator

from bot.sandbox import shapes
from bot.sandbox.limits.components import ATTACHMENT, FILE
from bot.sandbox.shapes import Json


def stored(components: list[Json], attachments: list[Json]) -> list[Json]:
    """Copy components as a message keeps them: ids filled in, `attachment://` made an address."""
    taken = {part["id"] for part in shapes.walk(components) if part.get("id")}
    free = iter(number for number in range(1, 10_000) if number not in taken)
    addresses = {one["filename"]: one for one in attachments}
    return [_stored(part, free, addresses) for part in components]


def _stored(part: Json, free: Iterator[int], addresses: dict[str, Json]) -> Json:
    made = {key: value for key, value in part.items() if value is not None or key == "emoji"}
    made["id"] = part.get("id") or next(free)
    if "components" in part:
        made["components"] = [_stored(one, free, addresses) for one in part["components"]]
    for key in ("component", "accessory"):
        if part.get(key):
            made[key] = _stored(part[key], free, addresses)
    for key in ("media", "file"):
        if part.get(key):
            made[key] = _media(part[key], addresses)
    if "items" in part:
        made["items"] = [{**one, "media": _media(one["media"], addresses)} for one in part["items"]]
    if part["type"] == FILE:
        attached = addresses.get(_name(part["file"]))
        if attached:
            made |= {"name": attached["filename"], "size": attached["size"]}
    return made


def _name(media: Json) -> str:
    return str(media["url"]).removeprefix(ATTACHMENT)


def _media(media: Json, addresses: dict[str, Json]) -> Json:
    attached = addresses.get(_name(media)) if str(media["url"]).startswith(ATTACHMENT) else None
    url = attached["url"] if attached else media["url"]
    made = {"url": url, "proxy_url": url, "width": None, "height": None, "flags": 0}
    if attached:
        made |= {"attachment_id": attached["id"], "content_type": attached["content_type"]}
    return made
