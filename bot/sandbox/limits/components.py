"""Limits of a message's components: classic rows, and Components V2.

Limits: discord/discord-api-docs, developers/components/reference.mdx; the total over text
displays: Rapptz/discord.py, discord/ui/view.py (`content_length`).
"""

from collections.abc import Callable, Collection, Iterator

from bot.sandbox.limits.choosing import SELECTS, check_select
from bot.sandbox.limits.form import FormCheck
from bot.sandbox.shapes import Json

ROW, BUTTON, SECTION, TEXT, THUMBNAIL = 1, 2, 9, 10, 11
GALLERY, FILE, SEPARATOR, CONTAINER = 12, 13, 14, 17

IN_CONTAINER = (ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR)
AT_TOP = (*IN_CONTAINER, CONTAINER)

MAX_COMPONENTS = 40
MAX_TEXT = 4000
ATTACHMENT = "attachment://"

Attached = Collection[str] | None
"""Names of the files at hand for ``attachment://``; None when unknown."""


def check_components(message: FormCheck, *, v2: bool, attached: Attached) -> None:
    """Check the components of a message.

    `v2` tells whether it carries the Components V2 flag.
    """
    for component in message.children("components", MAX_COMPONENTS if v2 else 5):
        _check(component, AT_TOP if v2 else (ROW,), attached)
    everything = list(walk(message.body.get("components")))
    check_ids(message, everything)
    if len(everything) > MAX_COMPONENTS:
        text = f"The maximum number of components in a message is {MAX_COMPONENTS}"
        message.refuse("components", "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text)
    if sum(_text_length(component) for _, component in everything) > MAX_TEXT:
        text = f"Total size of displayable text exceeds maximum size of {MAX_TEXT}"
        message.refuse("components", "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text)


def walk(components: object, path: str = "components") -> Iterator[tuple[str, Json]]:
    """Yield every component of a list and all within them, parents first, each with its path."""
    for index, component in enumerate(components if isinstance(components, list) else ()):
        if not isinstance(component, dict):
            continue
        here = f"{path}.{index}" if path else str(index)
        yield here, component
        yield from walk(component.get("components"), f"{here}.components")
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield f"{here}.{key}", component[key]


def check_custom_id(component: FormCheck) -> None:
    """Check that a component with presses or a value has a custom id."""
    if not component.has("custom_id"):
        component.refuse("custom_id", "COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
    component.text("custom_id", 100, low=1)


def check_ids(root: FormCheck, everything: list[tuple[str, Json]]) -> None:
    """Check that no two components of a body share a custom id or an id (0 means none)."""
    seen: set[tuple[str, object]] = set()
    for path, component in everything:
        for key, name in (("custom_id", "custom id"), ("id", "id")):
            value = component.get(key)
            if not value or not isinstance(value, (str, int)):
                continue
            if (key, value) in seen:
                code = f"COMPONENT_{key.upper()}_DUPLICATED"
                root.refuse(f"{path}.{key}", code, f"Component {name} cannot be duplicated")
            seen.add((key, value))


def _check(component: FormCheck, allowed: Collection[int], attached: Attached) -> None:
    if component.one_of("type", allowed) is None:
        return
    component.number("id", 0, 2**31 - 1)
    _CHECKS[component.body["type"]](component, attached)


def _check_row(row: FormCheck, attached: Attached) -> None:
    children = row.children("components", 5, low=1, required=True)
    for index, child in enumerate(children):
        kind = child.one_of("type", (BUTTON, *sorted(SELECTS)))
        if kind == BUTTON:
            _check_button(child, attached)
        elif kind is not None:
            child.number("id", 0, 2**31 - 1)
            check_custom_id(child)
            check_select(child, in_modal=False)
        # A select is as wide as five buttons: it shares its row with nothing.
        if index and any(each.body.get("type") in SELECTS for each in children[: index + 1]):
            message = "The specified component exceeds the maximum width"
            child.refuse("", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def _check_button(button: FormCheck, _attached: Attached) -> None:
    style = button.one_of("style", (1, 2, 3, 4, 5, 6))
    button.text("label", 80)
    needed = {5: "url", 6: "sku_id"}.get(style, "custom_id")
    for key in {"url", "sku_id", "custom_id"} - {needed}:
        if button.has(key):
            message = f"A {_words(needed)} and {_words(key)} cannot both be specified"
            button.refuse(key, "BUTTON_COMPONENT_FIELDS_MUTUALLY_EXCLUSIVE", message)
    if needed == "custom_id":
        check_custom_id(button)
    elif not button.has(needed):
        message = f"A {_words(needed)} is required"
        button.refuse(needed, f"BUTTON_COMPONENT_{needed.upper()}_REQUIRED", message)
    if needed == "url":
        _check_url(button, 512, ("http", "https", "discord"))
    if style != 6 and not button.body.get("label") and not button.has("emoji"):
        message = "A button needs a label or an emoji"
        button.refuse("label", "BUTTON_COMPONENT_LABEL_REQUIRED", message)


def _check_section(section: FormCheck, attached: Attached) -> None:
    for text in section.children("components", 3, low=1, required=True):
        _check(text, (TEXT,), attached)
    accessory = section.child("accessory", required=True)
    if accessory is not None:
        _check(accessory, (BUTTON, THUMBNAIL), attached)


def _check_text(text: FormCheck, _attached: Attached) -> None:
    text.text("content", MAX_TEXT, low=1, required=True)


def _check_gallery(gallery: FormCheck, attached: Attached) -> None:
    for item in gallery.children("items", 10, low=1, required=True):
        _check_media(item, attached)


def _check_media(owner: FormCheck, attached: Attached) -> None:
    owner.text("description", 1024, low=1)
    owner.truth("spoiler")
    media = owner.child("media", required=True)
    if media is not None:
        _check_url(media, 2048, ("http", "https", "attachment"), attached)


def _check_file(component: FormCheck, attached: Attached) -> None:
    component.truth("spoiler")
    media = component.child("file", required=True)
    if media is not None:
        _check_url(media, 2048, ("attachment",), attached)


def _check_separator(separator: FormCheck, _attached: Attached) -> None:
    separator.truth("divider")
    separator.one_of("spacing", (1, 2), required=False)


def _check_container(container: FormCheck, attached: Attached) -> None:
    container.number("accent_color", 0, 0xFFFFFF)
    container.truth("spoiler")
    for child in container.children("components", MAX_COMPONENTS, low=1, required=True):
        _check(child, IN_CONTAINER, attached)


def _check_url(
    owner: FormCheck, most: int, schemes: tuple[str, ...], attached: Attached = None
) -> None:
    url = owner.text("url", most, required=True)
    if url is None:
        return
    scheme, colon, rest = url.partition("://")
    if not colon or not rest:
        owner.refuse("url", "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    elif scheme.lower() not in schemes:
        names = ", ".join(f"'{each}'" for each in schemes)
        message = f'Scheme "{scheme}" is not supported. Scheme must be one of ({names}).'
        owner.refuse("url", "URL_TYPE_INVALID_SCHEME", message)
    elif url.startswith(ATTACHMENT) and attached is not None and rest not in attached:
        message = "The referenced attachment was not found"
        owner.refuse("url", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", message)


def _text_length(component: Json) -> int:
    content = component.get("content")
    return len(content) if component.get("type") == TEXT and isinstance(content, str) else 0


def _words(key: str) -> str:
    return key.replace("_", " ")


_CHECKS: dict[int, Callable[[FormCheck, Attached], None]] = {
    ROW: _check_row,
    BUTTON: _check_button,
    SECTION: _check_section,
    TEXT: _check_text,
    THUMBNAIL: _check_media,
    GALLERY: _check_gallery,
    FILE: _check_file,
    SEPARATOR: _check_separator,
    CONTAINER: _check_container,
}
