"""Limits of a modal, and of what a person's client lets them submit.

Limits: discord/discord-api-docs, developers/components/reference.mdx and
developers/interactions/receiving-and-responding.mdx (modal).
"""

from collections.abc import Mapping

from bot.sandbox.errors import ClientRefusal
from bot.sandbox.limits.choosing import SELECTS, check_group, check_select, check_upload
from bot.sandbox.limits.components import ROW, TEXT, check_custom_id, check_ids, walk
from bot.sandbox.limits.form import FormCheck
from bot.sandbox.shapes import Json

TEXT_INPUT, LABEL, UPLOAD, RADIO, CHECKBOXES, CHECKBOX = 4, 18, 19, 21, 22, 23

FIELDS = (TEXT_INPUT, *sorted(SELECTS), UPLOAD, RADIO, CHECKBOXES, CHECKBOX)
"""What a label can hold, and so what a person can fill."""

REQUIRED_TEXT = "This field is required."


def check_modal(data: Json) -> None:
    """Check a modal to be opened: its title, custom id and one to five components.

    Raises:
        ApiError: 50035, with paths relative to `data`.
    """
    form = FormCheck(data)
    form.text("title", 45, low=1, required=True)
    form.text("custom_id", 100, low=1, required=True)
    for component in form.children("components", 5, low=1, required=True):
        kind = component.one_of("type", (ROW, TEXT, LABEL))
        component.number("id", 0, 2**31 - 1)
        if kind == TEXT:
            component.text("content", 4000, low=1, required=True)
        elif kind == LABEL:
            _check_label(component)
        elif kind == ROW:
            for child in component.children("components", 1, low=1, required=True):
                child.one_of("type", (TEXT_INPUT,))
                child.text("label", 45, low=1, required=True)
                _check_field(child)
    check_ids(form, list(walk(form.body.get("components"))))
    form.finish()


def fields(modal: Json) -> dict[str, Json]:
    """Return the fields a person can fill, by custom id, in their order.

    Each is the field's component with its ``label`` (and ``description``) put into it, so
    that a label's field and a legacy text input read alike.
    """
    found: dict[str, Json] = {}
    for component in modal.get("components", ()):
        if component["type"] == LABEL:
            inner = component["component"]
            words = {key: component.get(key) for key in ("label", "description")}
            found[inner["custom_id"]] = {**inner, **words}
        elif component["type"] == ROW:
            found.update({inner["custom_id"]: inner for inner in component["components"]})
    return found


def check_submit(modal: Json, values: Mapping[str, object]) -> None:
    """Check what a person filled in, as their client does before it sends the form.

    The ``values`` stand by custom id: a text, a list of values or files, or a truth for a checkbox.
    An absent field is left as the bot filled it, or empty.

    Raises:
        ClientRefusal: Names the field and says what is wrong with it.
    """
    known = fields(modal)
    for custom_id in values:
        if custom_id not in known:
            raise ClientRefusal(f"This form has no field {custom_id}.")
    for custom_id, field in known.items():
        value = values.get(custom_id, prefilled(field))
        if field["type"] == TEXT_INPUT:
            problem = _text_problem(field, value)
        elif field["type"] == CHECKBOX:
            problem = None if isinstance(value, bool) else "Choose yes or no."
        else:
            problem = _chosen_problem(field, value)
        if problem is not None:
            text = f"{field.get('label') or custom_id}: {problem}"
            raise ClientRefusal(text, {custom_id: problem})


def prefilled(field: Json) -> object:
    """Return what a field holds when the form opens."""
    if field["type"] == TEXT_INPUT:
        return field.get("value") or ""
    if field["type"] == CHECKBOX:
        return bool(field.get("default"))
    chosen = [option["value"] for option in field.get("options") or () if option.get("default")]
    return chosen or [default["id"] for default in field.get("default_values") or ()]


def _check_label(label: FormCheck) -> None:
    label.text("label", 45, low=1, required=True)
    label.text("description", 100)
    field = label.child("component", required=True)
    if field is not None and field.one_of("type", FIELDS) is not None:
        _check_field(field)


def _check_field(field: FormCheck) -> None:
    kind = field.body.get("type")
    field.number("id", 0, 2**31 - 1)
    check_custom_id(field)
    if kind == TEXT_INPUT:
        _check_text_input(field)
    elif kind in SELECTS:
        check_select(field, in_modal=True)
    elif kind == UPLOAD:
        check_upload(field)
    elif kind == CHECKBOX:
        field.truth("default")
    elif kind in (RADIO, CHECKBOXES):
        check_group(field, fewest_options=2 if kind == RADIO else 1, single=kind == RADIO)


def _check_text_input(field: FormCheck) -> None:
    field.one_of("style", (1, 2))
    field.text("placeholder", 100)
    field.text("value", 4000)
    field.truth("required")
    low = field.number("min_length", 0, 4000)
    high = field.number("max_length", 1, 4000)
    if low is not None and high is not None and low > high:
        message = f"int value should be less than or equal to {high}."
        field.refuse("min_length", "NUMBER_TYPE_MAX", message)


def _text_problem(field: Json, value: object) -> str | None:
    low, high = field.get("min_length") or 0, field.get("max_length") or 4000
    if not isinstance(value, str):
        return "Type a text."
    if not value:
        return REQUIRED_TEXT if field.get("required", True) else None
    if len(value) < low:
        return f"Must be at least {low} characters."
    if len(value) > high:
        return f"Must be {high} characters or fewer."
    return None


def _chosen_problem(field: Json, value: object) -> str | None:
    if not isinstance(value, list):
        return "Choose from the list."
    if not value:
        return REQUIRED_TEXT if field.get("required", True) else None
    offered = [option["value"] for option in field.get("options") or ()]
    if offered and not set(value) <= set(offered):
        return "Choose from the list."
    low, high = bounds(field)
    if len(value) < low:
        return f"Choose at least {low}."
    if len(value) > high:
        return f"Choose at most {high}."
    return None


def bounds(field: Json) -> tuple[int, int]:
    """Return how few and how many values may be chosen in a select, group or upload."""
    most = len(field["options"]) if field["type"] == CHECKBOXES else 1
    low, high = field.get("min_values"), field.get("max_values")
    return 1 if low is None else low, most if high is None else high
