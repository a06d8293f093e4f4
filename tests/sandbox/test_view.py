"""Messages and forms as a person reads them in a terminal."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.markdown import Reader, readable
from bot.sandbox.view import form, plain

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday
BERLIN = ZoneInfo("Europe/Berlin")
NOON = int(NOW.timestamp())
READER = Reader(now=NOW, zone=BERLIN, names={"1": "@ann", "2": "@Squad", "3": "#gym"})


def seen(*components, **more):
    message = {"content": "", "components": list(components), **more}
    return plain(message, now=NOW, zone=BERLIN, names={"1": "@ann"}).split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Rest** __now__ ~~later~~ *please* _do_", "Rest now later please do"),
        ("***all*** and snake_case_name and 2 * 3 * 4", "all and snake_case_name and 2 * 3 * 4"),
        ("# Title\n## Sub\n-# small\n- one\n  - two", "Title\nSub\nsmall\n• one\n  • two"),
        (r"\*\*not bold\*\* \<@1> \# no \_so\_", "**not bold** <@1> # no _so_"),
        ("`**code**` and ```py\nx = *a*\n```", "**code** and x = *a*\n"),
        ("<@1> <@!1> <@&2> <#3> <@9> <#9>", "@ann @ann @Squad #gym @unknown #unknown"),
        ("</legday log:77> <:squat:5> <a:run:6>", "/legday log :squat: :run:"),
        ("[the **guide**](https://e.x/a)", "the guide (https://e.x/a)"),
        ("#3 and 5-3 and a - b", "#3 and 5-3 and a - b"),
    ],
)
def test_markdown_reads_as_plain_text(text, expected):
    assert readable(text, READER) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("", "2 March 2026 13:00"),
        (":t", "13:00"),
        (":T", "13:00:00"),
        (":d", "02/03/2026"),
        (":D", "2 March 2026"),
        (":f", "2 March 2026 13:00"),
        (":F", "Monday, 2 March 2026 13:00"),
        (":R", "now"),
    ],
)
def test_moments_are_shown_in_the_readers_zone(style, expected):
    assert readable(f"<t:{NOON}{style}>", READER) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (1, "in 1 second"),
        (-59, "59 seconds ago"),
        (59, "in 59 seconds"),
        (60, "in 1 minute"),
        (3600, "in 1 hour"),
        (30 * 86400 - 1, "in 30 days"),
        (30 * 86400, "in 1 month"),
        (365 * 86400, "in 1 year"),
        (36 * 3600, "in 2 days"),
        (-8 * 3600, "8 hours ago"),
        (60 * 86400, "in 2 months"),
        (-800 * 86400, "2 years ago"),
    ],
)
def test_relative_moments_use_the_largest_unit(seconds, expected):
    assert readable(f"<t:{NOON + seconds}:R>", READER) == expected


def test_moment_beyond_the_calendar_is_invalid():
    assert readable("<t:99999999999999:R>", READER) == "Invalid date"


def test_layout_has_a_rule_and_its_buttons_in_brackets():
    button = {"type": 2, "style": 1, "custom_id": "a"}

    lines = seen(
        {
            "type": 17,
            "components": [
                {"type": 10, "content": f"## Logged\nhard run <t:{NOON}:t>"},
                {"type": 14},
                {
                    "type": 9,
                    "components": [{"type": 10, "content": "hydrate"}],
                    "accessory": {**button, "label": "Done"},
                },
                {
                    "type": 1,
                    "components": [
                        {**button, "label": "Undo", "emoji": {"name": "↩"}},
                        {**button, "label": "Share", "disabled": True},
                        {"type": 2, "style": 5, "url": "https://e.x", "label": "Guide"},
                    ],
                },
            ],
        },
        flags=1 << 15 | 1 << 6,
    )

    assert lines == [
        "│ Logged",
        "│ hard run 13:00",
        "│ ────────────────────",
        "│ hydrate  [Done]",
        "│ [↩ Undo] (Share) [Guide ↗]",
        "(only you can see this)",
    ]


def test_selects_show_their_options_and_what_is_chosen():
    zones = [{"label": "Berlin", "value": "b", "default": True}, {"label": "Rome", "value": "r"}]

    lines = seen(
        {
            "type": 1,
            "components": [{"type": 3, "custom_id": "z", "placeholder": "Zone", "options": zones}],
        },
        {
            "type": 1,
            "components": [
                {"type": 5, "custom_id": "u", "default_values": [{"id": "1", "type": "user"}]}
            ],
        },
    )

    assert lines == ["⟨Zone ▾⟩ Berlin ✓ | Rome", "⟨Make a selection ▾⟩ @ann ✓"]


def test_pictures_and_files_are_named_once():
    picture = {"media": {"url": "attachment://load.png"}, "description": "load falls"}
    files = [{"filename": "load.png", "url": "u1"}, {"filename": "data.csv", "url": "u2"}]

    lines = seen({"type": 12, "items": [picture]}, attachments=files)

    assert lines == ["(picture: load falls)", "(file: data.csv)"]


def test_classic_message_shows_content_and_embeds():
    embed = {
        "title": "Plan",
        "fields": [{"name": "easy", "value": "**now**"}],
        "footer": {"text": "not medical advice"},
    }
    mentions = [{"id": "7", "username": "bob"}]

    lines = seen(content="hi <@7>", embeds=[embed], mentions=mentions, edited_timestamp="x")

    assert lines == ["hi @bob", "│ Plan", "│ easy: now", "│ not medical advice", "(edited)"]


def test_answer_to_come_is_thinking():
    assert seen(flags=1 << 7 | 1 << 6) == ["… is thinking", "(only you can see this)"]


def test_form_shows_fields_with_what_they_hold_and_offer():
    modal = {
        "title": "Log leg day",
        "components": [
            {"type": 10, "content": "Last: **60 min**"},
            {
                "type": 18,
                "label": "Effort",
                "description": "1 to 10",
                "component": {"type": 4, "custom_id": "effort", "value": "7", "placeholder": "8"},
            },
            {
                "type": 18,
                "label": "Focus",
                "component": {
                    "type": 3,
                    "custom_id": "focus",
                    "required": False,
                    "options": [
                        {"label": "Quads", "value": "quads", "default": True},
                        {"label": "all", "value": "all"},
                    ],
                },
            },
            {"type": 18, "label": "New?", "component": {"type": 23, "custom_id": "new"}},
        ],
    }

    assert form(modal, now=NOW, zone=BERLIN).split("\n") == [
        "╭ Log leg day",
        "│ Last: 60 min",
        "│ Effort* (effort): 7",
        "│     1 to 10",
        "│     e.g. 8",
        "│ Focus (focus): quads",
        "│     Quads (quads) | all",
        "│ New? (new): no",
    ]
