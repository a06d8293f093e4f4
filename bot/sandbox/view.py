"""A message or a form as a person sees it, in plain text for a terminal.

Buttons are ``[Done]``, greyed out ``(Done)``, links ``[Guide ↗]``; a select is
``⟨Choose a zone ▾⟩`` with its options behind it, a container or embed has a rule at its left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, tzinfo

from bot.sandbox.limits import modals
from bot.sandbox.limits.choosing import SELECTS
from bot.sandbox.limits.components import (
    BUTTON,
    CONTAINER,
    FILE,
    GALLERY,
    ROW,
    SECTION,
    SEPARATOR,
    TEXT,
    THUMBNAIL,
)
from bot.sandbox.markdown import Reader, readable
from bot.sandbox.seen import LINK_STYLE
from bot.sandbox.shapes import EPHEMERAL, LOADING, Json

RULE = "│ "
LINE = "─" * 20

Lines = Iterator[str]


def plain(
    message: Json, *, now: datetime, zone: tzinfo, names: Mapping[str, str] | None = None
) -> str:
    """Return a message as its reader sees it, without its author and time.

    Relative moments hang on `now`. `names` are what is shown for an id, sign included (``{"12":
    "@ann"}``); the users a message mentions need not be among them.
    """
    mentioned = {user["id"]: f"@{user['username']}" for user in message.get("mentions") or ()}
    reader = Reader(now=now, zone=zone, names={**mentioned, **(names or {})})
    return "\n".join(line.rstrip() for line in _message(message, reader))


def form(modal: Json, *, now: datetime, zone: tzinfo) -> str:
    """Return an open form: its title, words and fields with what they ask for and hold."""
    reader = Reader(now=now, zone=zone)
    lines = [f"╭ {modal['title']}"]
    for component in modal["components"]:
        if component["type"] == TEXT:
            lines += _ruled(readable(component["content"], reader).splitlines())
    for custom_id, field in modals.fields(modal).items():
        lines += _ruled(_field(custom_id, field))
    return "\n".join(line.rstrip() for line in lines)


def _message(message: Json, reader: Reader) -> Lines:
    flags = message.get("flags") or 0
    if flags & LOADING:
        yield "… is thinking"
    if content := message.get("content"):
        yield from readable(content, reader).splitlines()
    for embed in message.get("embeds") or ():
        yield from _ruled(_embed(embed, reader))
    yield from _all(message.get("components") or (), reader)
    shown = {one["url"] for one in _media(message.get("components") or ())}
    for attachment in message.get("attachments") or ():
        url = f"attachment://{attachment['filename']}"
        if not shown & {url, attachment.get("url")}:
            yield f"(file: {attachment['filename']})"
    marks = ["edited"] if message.get("edited_timestamp") else []
    marks += ["only you can see this"] if flags & EPHEMERAL else []
    if marks:
        yield f"({', '.join(marks)})"


def _embed(embed: Json, reader: Reader) -> Lines:
    author, footer = embed.get("author") or {}, embed.get("footer") or {}
    if author.get("name"):
        yield author["name"]
    for key in ("title", "description"):
        if embed.get(key):
            yield from readable(embed[key], reader).splitlines()
    for field in embed.get("fields") or ():
        value = readable(field["value"], reader).replace("\n", "\n  ")
        yield from f"{readable(field['name'], reader)}: {value}".splitlines()
    if footer.get("text"):
        yield footer["text"]


def _all(components: Iterable[Json], reader: Reader) -> Lines:
    for component in components:
        show = _SHOWN.get(component["type"])
        if show is not None:
            yield from show(component, reader)


def _row(row: Json, reader: Reader) -> Lines:
    children = row["components"]
    if all(child["type"] == BUTTON for child in children):
        yield " ".join(_button(child) for child in children)
    else:
        yield from (_select(child, reader) for child in children if child["type"] in SELECTS)


def _button(button: Json) -> str:
    emoji = (button.get("emoji") or {}).get("name")
    words = " ".join(part for part in (emoji, button.get("label")) if part)
    if button.get("disabled"):
        return f"({words})"
    return f"[{words} ↗]" if button["style"] == LINK_STYLE else f"[{words}]"


def _select(select: Json, reader: Reader) -> str:
    options = [
        f"{option['label']}{' ✓' if option.get('default') else ''}"
        for option in select.get("options") or ()
    ]
    chosen = [reader.names.get(one["id"], "?") for one in select.get("default_values") or ()]
    words = select.get("placeholder") or "Make a selection"
    head = f"({words} ▾)" if select.get("disabled") else f"⟨{words} ▾⟩"
    return " ".join([head, " | ".join([*options, *(f"{name} ✓" for name in chosen)])])


def _section(section: Json, reader: Reader) -> Lines:
    lines = list(_all(section["components"], reader))
    accessory = section["accessory"]
    if accessory["type"] == BUTTON:
        lines[-1] += f"  {_button(accessory)}"
    yield from lines
    if accessory["type"] == THUMBNAIL:
        yield _picture(accessory)


def _text(text: Json, reader: Reader) -> Lines:
    yield from readable(text["content"], reader).splitlines()


def _gallery(gallery: Json, _reader: Reader) -> Lines:
    yield from (_picture(item) for item in gallery["items"])


def _picture(item: Json) -> str:
    return f"(picture: {item.get('description') or item['media']['url'].rpartition('/')[2]})"


def _file(component: Json, _reader: Reader) -> Lines:
    yield f"(file: {component['file']['url'].rpartition('/')[2]})"


def _separator(separator: Json, _reader: Reader) -> Lines:
    yield LINE if separator.get("divider", True) else ""


def _container(container: Json, reader: Reader) -> Lines:
    yield from _ruled(_all(container["components"], reader))


def _ruled(lines: Iterable[str]) -> Lines:
    return (f"{RULE}{line}" for line in lines)


def _media(components: Iterable[Json]) -> Iterator[Json]:
    for component in components:
        yield from (item["media"] for item in component.get("items") or ())
        yield from (component[key] for key in ("file", "media") if key in component)
        yield from _media(component.get("components") or ())
        if "accessory" in component:
            yield from _media([component["accessory"]])


def _field(custom_id: str, field: Json) -> Lines:
    required = field["type"] != modals.CHECKBOX and field.get("required", True)
    value = modals.prefilled(field)
    held = ", ".join(value) if isinstance(value, list) else _said(value)
    yield f"{field.get('label') or custom_id}{'*' if required else ''} ({custom_id}): {held}"
    if field.get("description"):
        yield f"    {field['description']}"
    if field.get("placeholder"):
        yield f"    e.g. {field['placeholder']}"
    options = field.get("options") or ()
    if options:
        yield "    " + " | ".join(_option(option) for option in options)


def _option(option: Json) -> str:
    label, value = str(option["label"]), str(option["value"])
    return label if label == value else f"{label} ({value})"


def _said(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


_SHOWN: dict[int, Callable[[Json, Reader], Lines]] = {
    ROW: _row,
    SECTION: _section,
    TEXT: _text,
    GALLERY: _gallery,
    FILE: _file,
    SEPARATOR: _separator,
    CONTAINER: _container,
}
