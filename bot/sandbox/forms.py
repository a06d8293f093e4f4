"""The data of a submitted form, and of a choice in a select menu."""

from collections.abc import Collection, Mapping

from bot.sandbox import compose, limits
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.limits import modals
from bot.sandbox.limits.commands import ATTACHMENT
from bot.sandbox.limits.components import ROW
from bot.sandbox.limits.modals import CHECKBOX, LABEL, RADIO, TEXT_INPUT, UPLOAD
from bot.sandbox.seen import SeenForm
from bot.sandbox.shapes import Json


def submission(
    form: SeenForm, given: Mapping[str, object], resolver: compose.Resolver, *, unchecked: bool
) -> Json:
    """Build the data of a modal submit, of values ``given`` by label or custom id.

    What is absent stays as the bot filled it; ``unchecked`` sends what the client would refuse.

    Raises:
        ClientRefusal: the form has no such field, or the value does not fit it.
    """
    values = _by_custom_id(form, given)
    if not unchecked:
        limits.check_submit(form.raw, values)
    rows = [_row(row, values, resolver) for row in form.raw["components"]]
    return {"custom_id": form.custom_id, "components": rows}


def chosen(menu: Json, values: tuple[object, ...], *, unchecked: bool) -> list[object]:
    """Return the values chosen in a select menu, given by value or label.

    Raises:
        ClientRefusal: the menu does not offer them, or not so many.
    """
    by_label = {one["label"]: one["value"] for one in menu.get("options") or ()}
    offered = set(by_label.values())
    picked = [by_label.get(one, one) if _is_label(one, offered) else one for one in values]
    if unchecked:
        return picked
    if by_label and not set(map(str, picked)) <= offered:
        raise ClientRefusal("Choose from the list.")
    low, high = modals.bounds(menu)
    if not low <= len(picked) <= high:
        raise ClientRefusal(f"Choose between {low} and {high}.")
    return picked


def _is_label(one: object, offered: Collection[object]) -> bool:
    return isinstance(one, str) and one not in offered


def _by_custom_id(form: SeenForm, given: Mapping[str, object]) -> dict[str, object]:
    fields = modals.fields(form.raw)
    custom_ids = {one["label"]: custom_id for custom_id, one in fields.items()}
    values: dict[str, object] = {}
    for name, value in given.items():
        custom_id = custom_ids.get(name, name)
        if fields.get(custom_id, {}).get("type") in (None, TEXT_INPUT, CHECKBOX):
            values[custom_id] = value
        else:
            values[custom_id] = list(value) if isinstance(value, (list, tuple)) else [value]
    return values


def _row(row: Json, values: Mapping[str, object], resolver: compose.Resolver) -> Json:
    made: Json = {"type": row["type"], "id": row.get("id") or 0}
    if row["type"] == LABEL:
        made["component"] = _field(row["component"], values, resolver)
    elif row["type"] == ROW:
        made["components"] = [_field(one, values, resolver) for one in row["components"]]
    return made


def _field(field: Json, values: Mapping[str, object], resolver: compose.Resolver) -> Json:
    custom_id, kind = field["custom_id"], field["type"]
    value = values.get(custom_id, modals.prefilled(field))
    made: Json = {"type": kind, "id": field.get("id") or 0, "custom_id": custom_id}
    if kind in (TEXT_INPUT, CHECKBOX):
        return {**made, "value": value}
    several = list(value) if isinstance(value, (list, tuple)) else [value]
    if kind == RADIO:
        return {**made, "value": several[0] if several else None}
    if kind == UPLOAD:
        return {**made, "values": [resolver.value(ATTACHMENT, one) for one in several]}
    return {**made, "values": compose.selected(kind, several, resolver)}
