"""Forms: what may be opened, and what a person's client lets them submit."""

import pytest

from bot.sandbox.errors import ApiError, ClientRefusal
from bot.sandbox.limits import check_modal, check_submit

BETWEEN = "Must be between {} and {} in length."
FIELD = "components.0.component"


def modal(*components, **more):
    return {"title": "Log", "custom_id": "log", "components": list(components), **more}


def label(component, **more):
    return {"type": 18, "label": "Effort", "component": component, **more}


def text_input(**more):
    return {"type": 4, "custom_id": "effort", "style": 1, **more}


def options(number, **more):
    return [{"label": f"L{i}", "value": f"v{i}", **more} for i in range(number)]


def select(number=3, **more):
    return {"type": 3, "custom_id": "focus", "options": options(number), **more}


def radio(number=2, **more):
    return {"type": 21, "custom_id": "r", "options": options(number, **more)}


def boxes(number=3, **more):
    return {"type": 22, "custom_id": "c", "options": options(number), **more}


def problems(form):
    try:
        check_modal(form)
    except ApiError as refusal:
        return refusal.problems()
    return {}


FITS = [
    modal(label(text_input()), title="t" * 45, custom_id="c" * 100),
    modal(*[label(text_input(custom_id=str(i))) for i in range(5)]),
    modal(
        label(text_input(min_length=0, max_length=4000, value="v" * 4000)),
        {"type": 10, "content": "t"},
    ),
    modal(label(text_input(placeholder="p" * 100), label="l" * 45, description="d" * 100)),
    modal({"type": 1, "components": [text_input(label="l" * 45)]}),
    modal(label(select(25, max_values=25))),
    modal(label(select(1, min_values=0, required=False))),
    modal(label({"type": 8, "custom_id": "where"})),
    modal(label({"type": 19, "custom_id": "file", "max_values": 10})),
    modal(label(radio(10))),
    modal(label(boxes(1))),
    modal(label(boxes(10, min_values=2, max_values=10))),
    modal(label({"type": 23, "custom_id": "new", "default": True})),
]


@pytest.mark.parametrize("form", FITS)
def test_form_within_the_limits_may_be_opened(form):
    assert problems(form) == {}


REFUSED = [
    (modal(label(text_input()), title="t" * 46), {"title": BETWEEN.format(1, 45)}),
    (modal(label(text_input()), title=""), {"title": BETWEEN.format(1, 45)}),
    (modal(label(text_input()), custom_id="c" * 101), {"custom_id": BETWEEN.format(1, 100)}),
    (modal(), {"components": BETWEEN.format(1, 5)}),
    (
        modal(*[label(text_input(custom_id=str(i))) for i in range(6)]),
        {"components": BETWEEN.format(1, 5)},
    ),
    (modal(text_input()), {"components.0.type": "Value must be one of {1, 10, 18}."}),
    (modal(label(text_input(), label="l" * 46)), {"components.0.label": BETWEEN.format(1, 45)}),
    (
        modal(label(text_input(), description="d" * 101)),
        {"components.0.description": "Must be 100 or fewer in length."},
    ),
    (modal(label(text_input(style=3))), {f"{FIELD}.style": "Value must be one of {1, 2}."}),
    (
        modal(label(text_input(max_length=4001))),
        {f"{FIELD}.max_length": "int value should be less than or equal to 4000."},
    ),
    (
        modal(label(text_input(max_length=0))),
        {f"{FIELD}.max_length": "int value should be greater than or equal to 1."},
    ),
    (
        modal(label(text_input(min_length=5, max_length=4))),
        {f"{FIELD}.min_length": "int value should be less than or equal to 4."},
    ),
    (
        modal(label(text_input(value="v" * 4001))),
        {f"{FIELD}.value": "Must be 4000 or fewer in length."},
    ),
    (
        modal(label(text_input(placeholder="p" * 101))),
        {f"{FIELD}.placeholder": "Must be 100 or fewer in length."},
    ),
    (
        modal({"type": 1, "components": [text_input()]}),
        {"components.0.components.0.label": "This field is required"},
    ),
    (modal(label(select(26))), {f"{FIELD}.options": BETWEEN.format(1, 25)}),
    (
        modal(label(select(min_values=0))),
        {f"{FIELD}.min_values": "int value should be greater than or equal to 1."},
    ),
    (
        modal(label(select(disabled=True))),
        {f"{FIELD}.disabled": "Components in modals cannot be disabled"},
    ),
    (
        modal(label({"type": 19, "custom_id": "f", "max_values": 11})),
        {f"{FIELD}.max_values": "int value should be less than or equal to 10."},
    ),
    (modal(label(radio(1))), {f"{FIELD}.options": BETWEEN.format(2, 10)}),
    (modal(label(radio(11))), {f"{FIELD}.options": BETWEEN.format(2, 10)}),
    (
        modal(label(radio(2, default=True))),
        {f"{FIELD}.options": "No more than 1 options can be chosen by default"},
    ),
    (modal(label(boxes(11))), {f"{FIELD}.options": BETWEEN.format(1, 10)}),
    (
        modal(label(boxes(max_values=11))),
        {f"{FIELD}.max_values": "int value should be less than or equal to 10."},
    ),
    (
        modal(label({"type": 2, "custom_id": "b"})),
        {f"{FIELD}.type": "Value must be one of {4, 3, 5, 6, 7, 8, 19, 21, 22, 23}."},
    ),
    (
        modal(label(text_input()), label(text_input())),
        {"components.1.component.custom_id": "Component custom id cannot be duplicated"},
    ),
    (
        modal(label({"type": 21, "custom_id": "r"})),
        {f"{FIELD}.options": "This field is required"},
    ),
    (
        modal(
            label(
                {
                    "type": 5,
                    "custom_id": "u",
                    "max_values": 25,
                    "default_values": [{"id": str(i), "type": "user"} for i in range(26)],
                }
            )
        ),
        {f"{FIELD}.default_values": "Must be 25 or fewer in length."},
    ),
]


@pytest.mark.parametrize(("form", "expected"), REFUSED)
def test_form_beyond_a_limit_is_refused_in_discords_words(form, expected):
    assert problems(form) == expected


def submitted(component, value=None):
    values = {} if value is None else {component["custom_id"]: value}
    try:
        check_submit(modal(label(component)), values)
    except ClientRefusal as refusal:
        return str(refusal)
    return None


optional = {"required": False}

SUBMITTED = [
    (text_input(), "8", None),
    (text_input(), None, "Effort: This field is required."),
    (text_input(**optional), None, None),
    (text_input(value="7"), None, None),
    (text_input(min_length=2, max_length=3), "1", "Effort: Must be at least 2 characters."),
    (text_input(min_length=2, max_length=3), "12", None),
    (text_input(min_length=2, max_length=3), "123", None),
    (text_input(min_length=2, max_length=3), "1234", "Effort: Must be 3 characters or fewer."),
    (text_input(min_length=2, **optional), "", None),
    (text_input(), "x" * 4000, None),
    (text_input(), "x" * 4001, "Effort: Must be 4000 characters or fewer."),
    (text_input(), 8, "Effort: Type a text."),
    (select(), ["v1"], None),
    (select(), ["other"], "Effort: Choose from the list."),
    (select(), ["v0", "v1"], "Effort: Choose at most 1."),
    (select(min_values=2, max_values=2), ["v0"], "Effort: Choose at least 2."),
    (select(), None, "Effort: This field is required."),
    (select(**optional), [], None),
    (boxes(), ["v0", "v1", "v2"], None),
    (boxes(max_values=2), ["v0", "v1", "v2"], "Effort: Choose at most 2."),
    (radio(), ["v0", "v1"], "Effort: Choose at most 1."),
    ({"type": 5, "custom_id": "u", "default_values": [{"id": "1", "type": "user"}]}, None, None),
    ({"type": 23, "custom_id": "n"}, None, None),
    ({"type": 23, "custom_id": "n"}, "yes", "Effort: Choose yes or no."),
]


@pytest.mark.parametrize(("component", "value", "expected"), SUBMITTED)
def test_client_submits_only_what_the_form_allows(component, value, expected):
    assert submitted(component, value) == expected


def test_client_has_no_field_that_the_form_lacks():
    with pytest.raises(ClientRefusal, match=r"^This form has no field minutes\.$"):
        check_submit(modal(label(text_input())), {"minutes": "60"})


def test_legacy_text_input_is_named_by_its_own_label():
    legacy = modal({"type": 1, "components": [text_input(label="How hard")]})

    with pytest.raises(ClientRefusal, match=r"^How hard: This field is required\.$"):
        check_submit(legacy, {})
