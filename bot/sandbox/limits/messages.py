"""Limits of a message: text, embeds, mentions, files and components.

Limits: discord/discord-api-docs, developers/resources/message.mdx.
"""

from collections.abc import Collection

from bot.sandbox.errors import empty_message
from bot.sandbox.limits.components import Attached, check_components
from bot.sandbox.limits.form import FormCheck
from bot.sandbox.shapes import COMPONENTS_V2, EPHEMERAL, Json

SETTABLE = 1 << 2 | 1 << 12 | 1 << 13 | COMPONENTS_V2
"""The flags a bot can give a message: no embeds, no notification, voice message, components."""

MAX_FILES = 10
MAX_EMBEDS_TEXT = 6000

FILLINGS = ("content", "embeds", "components", "sticker_ids", "poll", "message_reference")
LEGACY = ("content", "embeds", "sticker_ids", "poll")  # fields that Components V2 takes out of use

EMBED_TEXTS = {"title": 256, "description": 4096}


def check_message(
    body: Json, *, files: int = 0, editing: bool = False, ordinary: bool = False
) -> None:
    """Check a message to be created, or when ``editing`` a change to one: absent fields stay.

    The ``flags`` of a change should hold those the message keeps; without them the layout itself
    tells whether it is Components V2. An ``ordinary`` message is no answer to an interaction, and
    so cannot be ephemeral.

    Raises:
        ApiError: 50006 for nothing at all, 50035 for everything else.
    """
    form = FormCheck(body)
    v2 = _is_v2(form, editing=editing)
    if not editing:
        _check_flags(form, SETTABLE if ordinary else SETTABLE | EPHEMERAL)
    form.text("content", 2000)
    _check_nonce(form)
    _check_embeds(form)
    _check_mentions(form)
    attachments = form.children("attachments", MAX_FILES)
    if files > MAX_FILES:
        form.refuse("files", "BASE_TYPE_MAX_LENGTH", f"Must be {MAX_FILES} or fewer in length.")
    if v2:
        _check_no_legacy(form)
    attached = _names(attachments, files=files, editing=editing)
    check_components(form, v2=v2, attached=attached)
    form.finish()
    if not editing and not files and not any(_filled(form.body.get(key)) for key in FILLINGS):
        raise empty_message()


def _filled(value: object) -> bool:
    """Tell whether a field holds anything; text of white space alone does not."""
    return bool(value.strip() if isinstance(value, str) else value)


def _check_flags(form: FormCheck, settable: int) -> None:
    flags = form.body.get("flags")
    if isinstance(flags, int) and flags >= 0 and flags & ~settable:
        # Discord documents which can be set, but not how it refuses the others.
        form.refuse("flags", "BASE_TYPE_CHOICES", f"Flags {flags & ~settable} cannot be set.")


def _is_v2(form: FormCheck, *, editing: bool) -> bool:
    if form.has("flags") or not editing:
        return bool((form.number("flags", 0, 2**31 - 1) or 0) & COMPONENTS_V2)
    components = form.body.get("components")
    items = components if isinstance(components, list) else []
    return any(isinstance(item, dict) and item.get("type") != 1 for item in items)


def _check_nonce(form: FormCheck) -> None:
    if isinstance(form.body.get("nonce"), str):
        form.text("nonce", 25)
    else:
        form.number("nonce", -(2**63), 2**63 - 1)
    form.truth("enforce_nonce")


def _check_embeds(form: FormCheck) -> None:
    embeds = form.children("embeds", 10)
    if sum(_check_embed(embed) for embed in embeds) > MAX_EMBEDS_TEXT:
        message = f"Embed size exceeds maximum size of {MAX_EMBEDS_TEXT}"
        form.refuse("embeds", "MAX_EMBED_SIZE_EXCEEDED", message)


def _check_embed(embed: FormCheck) -> int:
    texts = [embed.text(key, most) for key, most in EMBED_TEXTS.items()]
    embed.number("color", 0, 0xFFFFFF)
    for field in embed.children("fields", 25):
        texts.append(field.text("name", 256, low=1, required=True))
        texts.append(field.text("value", 1024, low=1, required=True))
    if (footer := embed.child("footer")) is not None:
        texts.append(footer.text("text", 2048))
    if (author := embed.child("author")) is not None:
        texts.append(author.text("name", 256))
    return sum(len(text) for text in texts if text)


def _check_mentions(form: FormCheck) -> None:
    mentions = form.child("allowed_mentions")
    if mentions is None:
        return
    parse = mentions.values("parse", 3) or []
    for index, kind in enumerate(parse):
        if kind not in ("users", "roles", "everyone"):
            message = "Value must be one of {users, roles, everyone}."
            mentions.refuse(f"parse.{index}", "BASE_TYPE_CHOICES", message)
    for kind in ("users", "roles"):
        if mentions.values(kind, 100) and kind in parse:
            message = f'parse:["{kind}"] and {kind}: [ids...] are mutually exclusive.'
            mentions.refuse("", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message)
    mentions.truth("replied_user")


def _check_no_legacy(form: FormCheck) -> None:
    for key in LEGACY:
        if form.body.get(key):
            message = f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
            form.refuse(key, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message)


def _names(attachments: Collection[FormCheck], *, files: int, editing: bool) -> Attached:
    names = [attachment.text("filename", 1024, low=1) for attachment in attachments]
    for attachment in attachments:
        attachment.text("description", 1024)
    known = [name for name in names if name is not None]
    # Files can be uploaded without being described, and an edit keeps those the message has.
    return None if editing or files > len(known) else known
