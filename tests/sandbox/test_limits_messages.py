"""Messages: both sides of each limit, and Discord's words for what is beyond it."""

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.limits import check_interaction_response, check_message

TOO_LONG = "Must be {} or fewer in length."


def problems(body, **options):
    """Return the problems by path, or the code of a refusal without any."""
    try:
        check_message(body, **options)
    except ApiError as refusal:
        return refusal.problems() or refusal.code
    return {}


def embed(*lengths, **more):
    return {"description": "d" * lengths[0], **more}


FITS = [
    {"content": "x" * 2000},
    {"content": "x", "nonce": "n" * 25, "enforce_nonce": True},
    {"content": "x", "nonce": 2**63 - 1},
    {"content": "x", "nonce": -(2**63)},
    {"content": "x", "attachments": [{"id": 0, "filename": "f" * 1024, "description": "d" * 1024}]},
    {"embeds": [embed(1)] * 10},
    {"embeds": [embed(3000)] * 2},
    {"embeds": [{"title": "t" * 256, "fields": [{"name": "n" * 256, "value": "v"}]}]},
    {"embeds": [{"fields": [{"name": "n", "value": "v" * 1024}] * 5}]},
    {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 25}]},
    {"embeds": [{"title": "t", "footer": {"text": "f" * 2048}, "author": {"name": "a" * 256}}]},
    {"content": "x", "allowed_mentions": {"parse": ["users", "roles", "everyone"]}},
    {"content": "x", "allowed_mentions": {"parse": [], "users": [str(i) for i in range(100)]}},
    {"content": "x", "allowed_mentions": {"parse": ["users"], "users": []}},
    {"content": "x", "flags": 1 << 12},
    {"content": "x", "embeds": None, "components": [], "allowed_mentions": None},
]


@pytest.mark.parametrize("body", FITS)
def test_message_within_the_limits_is_taken(body):
    assert problems(body) == {}


REFUSED = [
    ({"content": "x" * 2001}, {"content": TOO_LONG.format(2000)}),
    ({"content": 5}, {"content": 'Could not interpret "5" as string.'}),
    ({"content": "x", "nonce": "n" * 26}, {"nonce": TOO_LONG.format(25)}),
    (
        {"content": "x", "nonce": 2**63},
        {"nonce": f"int value should be less than or equal to {2**63 - 1}."},
    ),
    (
        {"content": "x", "nonce": -(2**63) - 1},
        {"nonce": f"int value should be greater than or equal to {-(2**63)}."},
    ),
    (
        {"content": "x", "flags": 2**31},
        {"flags": "int value should be less than or equal to 2147483647."},
    ),
    (
        {"content": "x", "attachments": [{"filename": "", "description": "d" * 1025}]},
        {
            "attachments.0.filename": "Must be between 1 and 1024 in length.",
            "attachments.0.description": TOO_LONG.format(1024),
        },
    ),
    ({"embeds": [{"author": {"name": "a" * 257}}]}, {"embeds.0.author.name": TOO_LONG.format(256)}),
    (
        {"embeds": [{"fields": [{"name": "n"}]}]},
        {"embeds.0.fields.0.value": "This field is required"},
    ),
    ({"embeds": [embed(1)] * 11}, {"embeds": TOO_LONG.format(10)}),
    ({"embeds": [embed(4097)]}, {"embeds.0.description": TOO_LONG.format(4096)}),
    (
        {"embeds": [embed(3000), embed(3001)]},
        {"embeds": "Embed size exceeds maximum size of 6000"},
    ),
    ({"embeds": [{"title": "t" * 257}]}, {"embeds.0.title": TOO_LONG.format(256)}),
    ({"embeds": ["t"]}, {"embeds.0": "Only dictionaries may be used in a ModelType"}),
    (
        {"embeds": [{"fields": [{"name": "n" * 257, "value": ""}]}]},
        {
            "embeds.0.fields.0.name": "Must be between 1 and 256 in length.",
            "embeds.0.fields.0.value": "Must be between 1 and 1024 in length.",
        },
    ),
    (
        {"embeds": [{"fields": [{"value": "v"}]}]},
        {"embeds.0.fields.0.name": "This field is required"},
    ),
    (
        {"embeds": [{"fields": [{"name": "n", "value": "v"}] * 26}]},
        {"embeds.0.fields": TOO_LONG.format(25)},
    ),
    (
        {"embeds": [{"footer": {"text": "f" * 2049}}]},
        {"embeds.0.footer.text": TOO_LONG.format(2048)},
    ),
    (
        {"content": "x", "allowed_mentions": {"users": ["1"] * 101}},
        {"allowed_mentions.users": TOO_LONG.format(100)},
    ),
    (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        {"allowed_mentions": 'parse:["users"] and users: [ids...] are mutually exclusive.'},
    ),
    (
        {"content": "x", "allowed_mentions": {"parse": ["here"]}},
        {"allowed_mentions.parse.0": "Value must be one of {users, roles, everyone}."},
    ),
    (
        {"content": "x", "components": [{"type": 10, "content": "t"}]},
        {"components.0.type": "Value must be one of {1}."},
    ),
]


@pytest.mark.parametrize(("body", "expected"), REFUSED)
def test_message_beyond_a_limit_is_refused_in_discords_words(body, expected):
    assert problems(body) == expected


def test_legacy_fields_are_refused_with_components_v2():
    text = {"type": 10, "content": "t"}
    body = {"flags": 1 << 15, "components": [text], "content": "x", "embeds": [embed(1)]}

    assert problems(body) == {
        key: f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2"
        for key in ("content", "embeds")
    }


@pytest.mark.parametrize("body", [{}, {"content": ""}, {"flags": 1 << 15, "components": []}])
def test_message_with_nothing_in_it_is_refused_as_empty(body):
    assert problems(body) == 50006


def test_message_of_files_alone_is_taken():
    assert problems({}, files=1) == {}
    assert problems({}, files=10) == {}
    assert problems({}, files=11) == {"files": TOO_LONG.format(10)}


def test_edit_may_leave_everything_as_it_is():
    assert problems({}, editing=True) == {}
    assert problems({"content": "x" * 2001}, editing=True) == {"content": TOO_LONG.format(2000)}


def test_edit_without_flags_reads_the_layout_as_it_is():
    layout = [{"type": 10, "content": "t"}]

    assert problems({"components": layout}, editing=True) == {}
    assert list(problems({"components": layout, "content": "x"}, editing=True)) == ["content"]


@pytest.mark.parametrize(
    ("kind", "legal"),
    [
        ("command", [4, 5, 9]),
        ("component", [4, 5, 6, 7, 9]),
        ("modal", [4, 5, 6, 7]),
        ("autocomplete", [8]),
        ("ping", [1]),
    ],
)
def test_interaction_takes_only_the_answers_of_its_kind(kind, legal):
    words = f"Value must be one of {{{', '.join(map(str, legal))}}}."
    data = {"content": "x", "choices": [], "title": "t", "custom_id": "c"}
    form = [{"type": 10, "content": "t"}]
    taken = []

    for answer in range(1, 13):
        body = {"type": answer, "data": {**data, "components": form if answer == 9 else []}}
        if answer_problems(body, kind) == {}:
            taken.append(answer)

    assert taken == legal
    assert answer_problems({"type": 77, "data": data}, kind) == {"type": words}


def answer_problems(body, kind):
    try:
        check_interaction_response(body, kind)
    except ApiError as refusal:
        return refusal.problems() or refusal.code
    return {}


def choices(number, **more):
    return {"type": 8, "data": {"choices": [{"name": "n", "value": "v", **more}] * number}}


def test_autocomplete_choices_have_limits():
    fits = answer_problems(choices(25, name="n" * 100, value="v" * 100), "autocomplete")
    number = answer_problems(choices(1, value=7), "autocomplete")
    too_many = answer_problems(choices(26), "autocomplete")
    too_long = answer_problems(choices(1, name="n" * 101, value="v" * 101), "autocomplete")
    no_value = answer_problems(choices(1, value=None), "autocomplete")

    assert fits == number == {}
    assert too_many == {"data.choices": TOO_LONG.format(25)}
    assert too_long == {
        "data.choices.0.name": "Must be between 1 and 100 in length.",
        "data.choices.0.value": TOO_LONG.format(100),
    }
    assert no_value == {"data.choices.0.value": "This field is required"}


def test_answer_is_checked_below_its_data():
    long = {"type": 4, "data": {"content": "x" * 2001}}

    assert answer_problems(long, "command") == {"data.content": TOO_LONG.format(2000)}
    assert answer_problems({"type": 4}, "command") == {"data": "This field is required"}
    assert answer_problems({"type": 4, "data": {}}, "command") == 50006
    assert answer_problems({"type": 9, "data": {"title": "t", "custom_id": "c"}}, "command") == {
        "data.components": "This field is required"
    }


@pytest.mark.parametrize("content", ["", " ", "\n \t"])
def test_white_space_alone_is_an_empty_message(content):
    assert answer_problems({"type": 4, "data": {"content": content}}, "command") == 50006


@pytest.mark.parametrize(
    ("flags", "ordinary", "fits"),
    [
        (1 << 12 | 1 << 2, True, True),
        (1 << 6, False, True),
        (1 << 6, True, False),
        (1 << 7, False, False),
        (1 << 14, True, False),
    ],
)
def test_only_documented_flags_can_be_set(flags, ordinary, fits):
    found = problems({"content": "x", "flags": flags}, ordinary=ordinary)

    assert (found == {}) is fits
    assert fits or set(found) == {"flags"}
