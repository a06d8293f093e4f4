"""Commands: what may be registered, and what a person's client lets them send."""

import pytest

from bot.sandbox.errors import ApiError, ClientRefusal
from bot.sandbox.limits import check_commands, check_values

BETWEEN = "Must be between {} and {} in length."
BAD_NAME = "Command name is invalid"


def command(name="log", **more):
    return {"name": name, "description": "d", **more}


def option(name="effort", kind=3, **more):
    return {"type": kind, "name": name, "description": "d", **more}


def choices(number, kind=str, **more):
    return [{"name": f"c{i}", "value": kind(i), **more} for i in range(number)]


def problems(*commands):
    try:
        check_commands(list(commands))
    except ApiError as refusal:
        return refusal.problems() or refusal.code
    return {}


FITS = [
    command("n" * 32, description="d" * 100),
    command("it's-a_1"),
    command("журнал"),
    command("नमस्ते"),
    command("名前"),
    command(options=[option(str(i)) for i in range(25)]),
    command(options=[option(choices=choices(25))]),
    command(options=[option(choices=[{"name": "n" * 100, "value": "v" * 100}])]),
    command(options=[option(kind=4, choices=choices(2, int))]),
    command(options=[option(kind=10, min_value=-1.5, max_value=1.5)]),
    command(options=[option(kind=4, min_value=-(2**53) + 1, max_value=2**53 - 1)]),
    command(options=[option(min_length=0, max_length=6000)]),
    command(options=[option("a", required=True), option("b")]),
    command(options=[option("g", 2, options=[option("s", 1, options=[option()])])]),
    command(options=[option("s", 1), option("g", 2, options=[option("s", 1)])]),
    command(name_localizations={"de": "eintragen"}, description_localizations={"de": "d" * 100}),
    command(contexts=[0, 1], integration_types=[0]),
    command(options=[option(min_length=3, max_length=3), option("n", 4, min_value=2, max_value=2)]),
    command(options=[option(kind=10)]),
    {"name": "Show Log", "type": 2},
    {"name": "n" * 32, "type": 3},
]


@pytest.mark.parametrize("body", FITS)
def test_command_within_the_limits_is_registered(body):
    assert problems(body) == {}


MUTUAL = "Sub-command and sub-command group option types are mutually exclusive to all other types"

REFUSED = [
    (command("n" * 33), {"0.name": BETWEEN.format(1, 32)}),
    (command(""), {"0.name": BETWEEN.format(1, 32)}),
    (command("Log"), {"0.name": BAD_NAME}),
    (command("leg day"), {"0.name": BAD_NAME}),
    (command("лог!"), {"0.name": BAD_NAME}),
    (command(description=""), {"0.description": BETWEEN.format(1, 100)}),
    (command(description="d" * 101), {"0.description": BETWEEN.format(1, 100)}),
    (command(name_localizations={"de": "Groß"}), {"0.name_localizations.de": BAD_NAME}),
    (
        command(description_localizations={"de": "d" * 101}),
        {"0.description_localizations.de": BETWEEN.format(1, 100)},
    ),
    (
        command(options=[option(str(i)) for i in range(26)]),
        {"0.options": "Must be 25 or fewer in length."},
    ),
    (command(options=[option("Effort")]), {"0.options.0.name": BAD_NAME}),
    (command(options=[option(), option()]), {"0.options.1.name": "Option names must be unique"}),
    (
        command(options=[option(kind=12)]),
        {"0.options.0.type": "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}."},
    ),
    (
        command(options=[option("a"), option("b", required=True)]),
        {"0.options.1": "Required options must be placed before non-required options"},
    ),
    (
        command(options=[option(choices=choices(26))]),
        {"0.options.0.choices": "Must be 25 or fewer in length."},
    ),
    (
        command(options=[option(choices=[{"name": "", "value": "v" * 101}])]),
        {
            "0.options.0.choices.0.name": BETWEEN.format(1, 100),
            "0.options.0.choices.0.value": "Must be 100 or fewer in length.",
        },
    ),
    (
        command(options=[option(choices=choices(2, name="same"))]),
        {"0.options.0.choices": "Choice names must be unique"},
    ),
    (
        command(options=[option(choices=choices(2, value="same"))]),
        {"0.options.0.choices": "Choice values must be unique"},
    ),
    (
        command(options=[option(kind=4, choices=choices(1, str))]),
        {"0.options.0.choices.0.value": 'Value "0" is not int.'},
    ),
    (
        command(options=[option(kind=5, choices=choices(1))]),
        {
            "0.options.0.choices": "Options of this type cannot have choices",
            "0.options.0.choices.0.value": "Value is not a number.",
        },
    ),
    (
        command(options=[option(autocomplete=True, choices=choices(1))]),
        {"0.options.0.autocomplete": "Autocomplete cannot be used together with choices"},
    ),
    (
        command(options=[option(max_length=6001)]),
        {"0.options.0.max_length": "int value should be less than or equal to 6000."},
    ),
    (
        command(options=[option(min_length=3, max_length=2)]),
        {"0.options.0.min_length": "The minimum length cannot be greater than the maximum length"},
    ),
    (
        command(options=[option(kind=4, min_value=3, max_value=2)]),
        {"0.options.0.min_value": "The minimum value cannot be greater than the maximum value"},
    ),
    (
        command(options=[option(kind=4, max_value=2**53)]),
        {"0.options.0.max_value": f"int value should be less than or equal to {2**53 - 1}."},
    ),
    (command(options=[option("s", 1), option("v")]), {"0.options": MUTUAL}),
    (
        command(options=[option("g", 2, options=[option("g", 2)])]),
        {"0.options.0.options.0.type": "Value must be one of {1}."},
    ),
    (
        command(options=[option("s", 1, options=[option("s", 1)])]),
        {"0.options.0.options.0.type": "Value must be one of {3, 4, 5, 6, 7, 8, 9, 10, 11}."},
    ),
    (command(contexts=[3]), {"0.contexts.0": "Value must be one of {0, 1, 2}."}),
    (
        {"name": "Show", "type": 3, "description": "d"},
        {"0.description": "Context menu commands cannot have this field"},
    ),
    ({"name": "log"}, {"0.description": "This field is required"}),
    ({"type": 2}, {"0.name": "This field is required"}),
    ({"name": "", "type": 2}, {"0.name": BETWEEN.format(1, 32)}),
    ({"name": "n" * 33, "type": 2}, {"0.name": BETWEEN.format(1, 32)}),
    (command(contexts=[]), {"0.contexts": BETWEEN.format(1, 3)}),
    (command(contexts=[0, 1, 2, 0]), {"0.contexts": BETWEEN.format(1, 3)}),
    (
        command(options=[option(min_length=6001)]),
        {"0.options.0.min_length": "int value should be less than or equal to 6000."},
    ),
    (
        command(options=[option(kind=10, min_value="1")]),
        {"0.options.0.min_value": 'Value "1" is not float.'},
    ),
]


@pytest.mark.parametrize(("body", "expected"), REFUSED)
def test_command_beyond_a_limit_is_refused_in_discords_words(body, expected):
    assert problems(body) == expected


def test_scope_holds_a_hundred_commands_and_fifteen_of_each_menu():
    chat = [command(f"c{i}") for i in range(101)]
    menu = [{"name": f"m{i}", "type": 2} for i in range(16)]

    assert problems(*chat[:100], *menu[:15]) == {}
    assert problems(*chat) == 30032
    assert problems(*menu) == 30032
    assert problems(*({**one, "type": 3} for one in menu[:15])) == {}
    assert problems(*({**one, "type": 3} for one in menu)) == 30032


def test_command_names_are_unique_by_kind():
    assert problems(command("a"), {"name": "a", "type": 2}) == {}
    assert problems(command("a"), command("a")) == {"1": "Application command names must be unique"}


def test_command_holds_eight_thousand_characters_of_the_longest_language():
    def wide(name, per_value):
        texts = [f"{i:02}" for i in range(25)]
        offered = [{"name": text * 20, "value": text * per_value} for text in texts]
        return option(name, description="d" * 96, choices=offered)

    # 100 for the command, three options of 100 + 25 x (40 + 36), one of 100 + 25 x (40 + 32).
    options = [*[wide(f"abc{i}", 18) for i in range(3)], wide("last", 16)]
    fits = command("c", description="d" * 99, options=options)
    beyond = {**fits, "description_localizations": {"de": "d" * 100}}

    assert problems(fits) == {}
    assert problems(beyond) == {"0": "Command exceeds maximum size (8000)"}


LOG = command(
    options=[
        option(
            "log",
            1,
            options=[
                option("effort", 4, required=True, min_value=1, max_value=10),
                option("hours", 10, min_value=0.5),
                option("note", 3, min_length=2, max_length=5),
                option("focus", 3, choices=[{"name": "Quads", "value": "quads"}]),
                option("new", 5),
                option("who", 6),
                option("entry", 3, autocomplete=True),
            ],
        )
    ]
)

SENT = [
    ({"effort": 1}, None),
    ({"effort": 10}, None),
    ({"effort": 0}, "effort: Must be 1 or more."),
    ({"effort": 11}, "effort: Must be 10 or less."),
    ({"effort": "8"}, "effort: Enter a valid integer."),
    ({"effort": 8.5}, "effort: Enter a valid integer."),
    ({"effort": True}, "effort: Enter a valid integer."),
    ({}, "effort: This option is required. Specify a value."),
    ({"effort": 8, "hours": 0.5}, None),
    ({"effort": 8, "hours": True}, "hours: Enter a valid number."),
    ({"effort": 8, "note": "12"}, None),
    ({"effort": 8, "hours": 0.4}, "hours: Must be 0.5 or more."),
    ({"effort": 8, "note": "12345"}, None),
    ({"effort": 8, "note": "123456"}, "note: Must be 5 characters or fewer."),
    ({"effort": 8, "note": "1"}, "note: Must be at least 2 characters."),
    ({"effort": 8, "entry": "e" * 6000}, None),
    ({"effort": 8, "entry": "e" * 6001}, "entry: Must be 6000 characters or fewer."),
    ({"effort": 8, "focus": "quads"}, None),
    ({"effort": 8, "focus": "arms"}, "focus: This is not one of the choices."),
    ({"effort": 8, "new": False}, None),
    ({"effort": 8, "new": "no"}, "new: Choose True or False."),
    ({"effort": 8, "who": "100"}, None),
    ({"effort": 8, "who": 100}, "who: Choose from the list."),
    ({"effort": 8, "weight": 80}, "/log has no option weight."),
]


@pytest.mark.parametrize(("values", "expected"), SENT)
def test_client_sends_only_what_the_command_takes(values, expected):
    kinds = {one["name"]: one["type"] for one in LOG["options"][0]["options"]}
    given = [{"name": k, "type": kinds.get(k, 3), "value": v} for k, v in values.items()]
    said = None

    try:
        check_values(LOG, [{"name": "log", "type": 1, "options": given}])
    except ClientRefusal as refusal:
        said = str(refusal)

    assert said == expected
