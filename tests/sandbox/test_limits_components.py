"""Components of messages: both sides of each limit."""

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.limits import check_message

V2 = 1 << 15


def problems(*components, flags=0, **options):
    try:
        check_message({"flags": flags, "components": list(components), **options})
    except ApiError as refusal:
        return refusal.problems()
    return {}


def button(custom_id="b", **more):
    return {"type": 2, "style": 1, "label": "Go", "custom_id": custom_id, **more}


def link(**more):
    return {"type": 2, "style": 5, "label": "Go", "url": "https://example.com", **more}


def row(*children):
    return {"type": 1, "components": list(children)}


def select(values=1, custom_id="s", **more):
    options = [{"label": f"L{i}", "value": f"v{i}"} for i in range(values)]
    return {"type": 3, "custom_id": custom_id, "options": options, **more}


def text(length=1):
    return {"type": 10, "content": "t" * length}


def section(*texts, accessory=None):
    return {"type": 9, "components": list(texts), "accessory": accessory or button()}


def box(*children, **more):
    return {"type": 17, "components": list(children), **more}


def media(url="https://example.com/a.png", **more):
    return {"media": {"url": url}, **more}


FITS = [
    (row(*[button(str(i)) for i in range(5)]), 0),
    (row(button("c" * 100, label="l" * 80)), 0),
    (row(button(label=None, emoji={"name": "👍"})), 0),
    (row(link(url="https://e.x/" + "u" * 500)), 0),
    (row({"type": 2, "style": 6, "sku_id": "1"}), 0),
    (row(select(25, placeholder="p" * 150, max_values=25)), 0),
    (row(select(2, min_values=0, max_values=2)), 0),
    (row({**select(), "options": [{"label": "l" * 100, "value": "v" * 100}]}), 0),
    (row({**select(), "options": [{"label": "a", "value": "v", "description": "d" * 100}]}), 0),
    (row({**select(), "options": [{"label": "a", "value": "v", "default": True}]}), 0),
    (row({"type": 5, "custom_id": "u"}), 0),
    (row({"type": 6, "custom_id": "u", "default_values": [{"id": "1", "type": "role"}]}), 0),
    (text(4000), V2),
    (section(text(), text(), text()), V2),
    (section(text(), accessory={"type": 11, **media(description="d" * 1024)}), V2),
    (box(text(), row(button()), {"type": 14, "spacing": 2}, accent_color=0xFFFFFF), V2),
    ({"type": 12, "items": [media()] * 10}, V2),
    ({"type": 12, "items": [media("https://e.x/" + "u" * 2036)]}, V2),
    ({"type": 14}, V2),
]


@pytest.mark.parametrize(("component", "flags"), FITS)
def test_component_within_the_limits_is_taken(component, flags):
    assert problems(component, flags=flags) == {}


BETWEEN = "Must be between {} and {} in length."
CHILD = "components.0.components.0"
MISSING = "This field is required"

REFUSED = [
    (row(), 0, {"components.0.components": BETWEEN.format(1, 5)}),
    (
        row(*[button(str(i)) for i in range(6)]),
        0,
        {"components.0.components": BETWEEN.format(1, 5)},
    ),
    (row(button("c" * 101)), 0, {f"{CHILD}.custom_id": BETWEEN.format(1, 100)}),
    (row(button("")), 0, {f"{CHILD}.custom_id": BETWEEN.format(1, 100)}),
    (row(button(None)), 0, {f"{CHILD}.custom_id": "A custom id is required"}),
    (row(button(label="l" * 81)), 0, {f"{CHILD}.label": "Must be 80 or fewer in length."}),
    (row(button(label="")), 0, {f"{CHILD}.label": "A button needs a label or an emoji"}),
    (row(button(style=7)), 0, {f"{CHILD}.style": "Value must be one of {1, 2, 3, 4, 5, 6}."}),
    (
        row(link(custom_id="c")),
        0,
        {f"{CHILD}.custom_id": "A url and custom id cannot both be specified"},
    ),
    (
        row(button(url="https://e.x")),
        0,
        {f"{CHILD}.url": "A custom id and url cannot both be specified"},
    ),
    (row(link(url=None)), 0, {f"{CHILD}.url": "A url is required"}),
    (row(link(url="example")), 0, {f"{CHILD}.url": "Not a well formed URL."}),
    (row(link(url="https://" + "u" * 505)), 0, {f"{CHILD}.url": "Must be 512 or fewer in length."}),
    (
        row(button(), select()),
        0,
        {"components.0.components.1": "The specified component exceeds the maximum width"},
    ),
    (
        row(button("a"), button("a")),
        0,
        {"components.0.components.1.custom_id": "Component custom id cannot be duplicated"},
    ),
    (row(select(26)), 0, {f"{CHILD}.options": BETWEEN.format(1, 25)}),
    (row(select(2, max_values=3)), 0, {f"{CHILD}.options": BETWEEN.format(3, 25)}),
    (
        row(select(1, max_values=26)),
        0,
        {f"{CHILD}.max_values": "int value should be less than or equal to 25."},
    ),
    (
        row(select(3, min_values=2, max_values=1)),
        0,
        {
            f"{CHILD}.min_values": "int value should be less than or equal to 1.",
        },
    ),
    (
        row(select(1, placeholder="p" * 151)),
        0,
        {f"{CHILD}.placeholder": "Must be 150 or fewer in length."},
    ),
    (
        row({**select(), "options": [{"label": "a", "value": "v"}, {"label": "b", "value": "v"}]}),
        0,
        {f"{CHILD}.options.1.value": "The specified option value is already used"},
    ),
    (
        row({**select(), "options": [{"label": x, "value": x, "default": True} for x in "ab"]}),
        0,
        {f"{CHILD}.options": "No more than 1 options can be chosen by default"},
    ),
    (
        row({"type": 5, "custom_id": "u", "default_values": [{"id": "1", "type": "role"}]}),
        0,
        {f"{CHILD}.default_values.0.type": "Value must be one of {user}."},
    ),
    (text(0), V2, {"components.0.content": BETWEEN.format(1, 4000)}),
    (button(), V2, {"components.0.type": "Value must be one of {1, 9, 10, 12, 13, 14, 17}."}),
    (section(), V2, {"components.0.components": BETWEEN.format(1, 3)}),
    (section(*[text()] * 4), V2, {"components.0.components": BETWEEN.format(1, 3)}),
    (
        {**section(text()), "accessory": None},
        V2,
        {"components.0.accessory": "This field is required"},
    ),
    (
        box(box(text())),
        V2,
        {f"{CHILD}.type": "Value must be one of {1, 9, 10, 12, 13, 14}."},
    ),
    (
        box(text(), accent_color=0x1000000),
        V2,
        {"components.0.accent_color": "int value should be less than or equal to 16777215."},
    ),
    ({"type": 12, "items": []}, V2, {"components.0.items": BETWEEN.format(1, 10)}),
    ({"type": 12, "items": [media()] * 11}, V2, {"components.0.items": BETWEEN.format(1, 10)}),
    (
        {"type": 12, "items": [media("ftp://e.x")]},
        V2,
        {
            "components.0.items.0.media.url": (
                'Scheme "ftp" is not supported. '
                "Scheme must be one of ('http', 'https', 'attachment')."
            )
        },
    ),
    (
        {"type": 13, "file": {"url": "attachment://no.txt"}},
        V2,
        {"components.0.file.url": "The referenced attachment was not found"},
    ),
    ({"type": 14, "spacing": 3}, V2, {"components.0.spacing": "Value must be one of {1, 2}."}),
]


@pytest.mark.parametrize(("component", "flags", "expected"), REFUSED)
def test_component_beyond_a_limit_is_refused_in_discords_words(component, flags, expected):
    assert problems(component, flags=flags) == expected


OPTION = "components.0.components.0.options.0"
PEOPLE = [{"id": "1", "type": "user"}, {"id": "2", "type": "user"}]

REFUSED_IN_DETAIL = [
    (
        {"options": [{"label": "", "value": ""}]},
        {f"{OPTION}.label": BETWEEN.format(1, 100), f"{OPTION}.value": BETWEEN.format(1, 100)},
    ),
    (
        {"options": [{"label": "l" * 101, "value": "v" * 101}]},
        {f"{OPTION}.label": BETWEEN.format(1, 100), f"{OPTION}.value": BETWEEN.format(1, 100)},
    ),
    ({"options": [{}]}, {f"{OPTION}.label": MISSING, f"{OPTION}.value": MISSING}),
    (
        {"options": [{"label": "a", "value": "v", "description": "d" * 101}]},
        {f"{OPTION}.description": "Must be 100 or fewer in length."},
    ),
    ({"options": None}, {f"{CHILD}.options": MISSING}),
    ({"type": 5, "default_values": PEOPLE}, {f"{CHILD}.default_values": BETWEEN.format(1, 1)}),
    (
        {"type": 5, "default_values": [{}]},
        {f"{CHILD}.default_values.0.id": MISSING, f"{CHILD}.default_values.0.type": MISSING},
    ),
    (
        {"type": 5, "default_values": [{"id": "", "type": "user"}]},
        {f"{CHILD}.default_values.0.id": BETWEEN.format(1, 20)},
    ),
    (
        {"type": 5, "id": 2**31},
        {f"{CHILD}.id": "int value should be less than or equal to 2147483647."},
    ),
]


@pytest.mark.parametrize(("changes", "expected"), REFUSED_IN_DETAIL)
def test_select_beyond_a_limit_is_refused_in_its_details(changes, expected):
    assert problems(row({**select(), **changes})) == expected


@pytest.mark.parametrize(
    ("component", "path"),
    [
        ({"type": 1}, "components"),
        ({"type": 9, "accessory": button()}, "components"),
        ({"type": 10}, "content"),
        ({"type": 12}, "items"),
        ({"type": 12, "items": [{}]}, "items.0.media"),
        ({"type": 12, "items": [{"media": {}}]}, "items.0.media.url"),
        ({"type": 13}, "file"),
        ({"type": 17}, "components"),
    ],
)
def test_component_without_what_it_needs_is_refused(component, path):
    assert problems(component, flags=V2) == {f"components.0.{path}": MISSING}


def test_empty_container_and_wordy_pictures_are_refused():
    wordy = {"type": 12, "items": [media(description=words) for words in ("", "d" * 1025)]}
    far = {"type": 12, "items": [media("https://e.x/" + "u" * 2037)]}
    file = {"type": 13, "file": {"url": "attachment://" + "u" * 2036}}
    long = "Must be 2048 or fewer in length."

    assert problems(box(), flags=V2) == {"components.0.components": BETWEEN.format(1, 40)}
    assert problems(wordy, flags=V2) == {
        f"components.0.items.{index}.description": BETWEEN.format(1, 1024) for index in (0, 1)
    }
    assert problems(far, flags=V2) == {"components.0.items.0.media.url": long}
    assert problems(file, flags=V2) == {"components.0.file.url": long}


def test_classic_message_holds_five_rows():
    rows = [row(button(str(i))) for i in range(6)]

    assert problems(*rows[:5]) == {}
    assert problems(*rows) == {"components": "Must be 5 or fewer in length."}


def test_layout_holds_forty_components_counted_with_all_within():
    twelve = box(row(*[button(str(i)) for i in range(5)]), *[text()] * 5)

    fits = problems(twelve, *[text()] * 28, flags=V2)
    beyond = problems(twelve, *[text()] * 29, flags=V2)

    assert fits == {}
    assert beyond == {"components": "The maximum number of components in a message is 40"}


def test_layout_holds_four_thousand_characters_over_all_texts():
    fits = problems(text(2000), section(text(2000)), flags=V2)
    beyond = problems(text(2000), section(text(2001)), flags=V2)

    assert fits == {}
    assert beyond == {"components": "Total size of displayable text exceeds maximum size of 4000"}


def test_accessory_shares_its_custom_id_with_nothing():
    found = problems(section(text(), accessory=button("x")), row(button("x")), flags=V2)

    assert found == {
        "components.1.components.0.custom_id": "Component custom id cannot be duplicated"
    }


def test_attachment_must_be_among_those_described():
    file = {"type": 13, "file": {"url": "attachment://plan.csv"}}
    described = [{"id": 0, "filename": "plan.csv"}]

    assert problems(file, flags=V2, attachments=described) == {}
    assert problems({**file, "file": {"url": "https://e.x/plan.csv"}}, flags=V2) == {
        "components.0.file.url": (
            "Scheme \"https\" is not supported. Scheme must be one of ('attachment')."
        )
    }


def test_components_share_no_id_except_none():
    first, second = {**text(), "id": 7}, {**text(), "id": 7}

    assert problems({**text(), "id": 0}, {**text(), "id": 0}, flags=V2) == {}
    assert problems(first, second, flags=V2) == {
        "components.1.id": "Component id cannot be duplicated"
    }


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"divider": "yes"}, {"components.0.divider": "Must be either true or false."}),
        ({"id": True}, {"components.0.id": 'Value "True" is not int.'}),
        ({"id": -1}, {"components.0.id": "int value should be greater than or equal to 0."}),
        (
            {"id": 2**31},
            {"components.0.id": "int value should be less than or equal to 2147483647."},
        ),
        ({"spacing": True}, {"components.0.spacing": "Value must be one of {1, 2}."}),
    ],
)
def test_field_of_the_wrong_type_is_refused(wrong, expected):
    assert problems({"type": 14, **wrong}, flags=V2) == expected


def test_list_of_the_wrong_type_is_refused():
    assert problems({"type": 1, "components": {}}) == {
        "components.0.components": "Only iterables may be used in a ListType"
    }
