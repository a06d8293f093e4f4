import io
import json
import logging

import pytest

from bot.config import Config
from bot.runtime.logs import buffered, set_up, tell_place
from bot.store.engine.errors import StoreUnavailable

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"
OTHER = "MjAwMDAwMDAwMDAwMDAwMDAw.XyZaBc.zyxwvutsrqponmlkjihgfedcba0123456789XY"
INTERACTION = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmFiY2RlZmdoaWprbG1ub3A"


@pytest.fixture
def written():
    """Set logging up on a stream and give it; put the process's logging back afterwards."""
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    stream = io.StringIO()

    def start(**settings: str) -> io.StringIO:
        set_up(Config(discord_token=TOKEN, **settings), stream)  # type: ignore[arg-type] # str only
        return stream

    yield start
    root.handlers[:], root.level = before
    logging.captureWarnings(capture=False)


@pytest.mark.parametrize("log_format", ["text", "json"])
@pytest.mark.parametrize(
    "said",
    [
        f"token {TOKEN}",
        f"another bot's {OTHER}",
        f"{{'Authorization': 'Bot {TOKEN}', 'x': 1}}",
        "Authorization: Bearer hidden-secret-value",
        f"POST https://discord.com/api/v10/interactions/123/{INTERACTION}/callback",
        f"PATCH /webhooks/123/{INTERACTION}/messages/@original",
        "POST /webhooks/1/unusual-hidden-secret-value?wait=true",
        f'{{"op": 2, "d": {{"token": "{TOKEN}"}}}}',
        f"bare {INTERACTION}",
    ],
)
def test_redaction_hides_every_kind_of_token(written, log_format, said):
    stream = written(log_format=log_format)

    logging.getLogger("bot").info("%s", said)

    assert "[hidden]" in stream.getvalue()
    for secret in (TOKEN, OTHER, INTERACTION, "hidden-secret-value"):
        assert secret not in stream.getvalue()


@pytest.mark.parametrize("log_format", ["text", "json"])
@pytest.mark.parametrize(
    ("logger", "error"),
    [("bot", StoreUnavailable("it is away")), ("asyncpg.pool", OSError("it is away"))],
)
def test_a_database_that_is_away_is_told_in_a_line_and_faults_with_their_traceback(
    written, log_format, logger, error
):
    stream = written(log_format=log_format)

    for each in (error, ValueError("a fault")):
        try:
            raise each
        except (StoreUnavailable, OSError, ValueError):
            logging.getLogger(logger if each is error else "bot").exception("loop %s failed", "x")

    [line, fault, *_] = stream.getvalue().splitlines()
    assert "loop x failed: it is away" in line
    assert "loop x failed" in fault
    assert stream.getvalue().count("Traceback") == 1
    assert "ValueError: a fault" in stream.getvalue()


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_redaction_cleans_tracebacks_and_stacks(written, log_format):
    stream = written(log_format=log_format)

    try:
        raise ValueError(f"refused {TOKEN}")
    except ValueError:
        logging.getLogger("cogs").exception("failed", stack_info=True)

    assert "ValueError: refused [hidden]" in stream.getvalue()
    assert TOKEN not in stream.getvalue()


def test_redaction_keeps_ids_and_paths(written):
    stream = written()

    logging.getLogger("bot").info("%s %s", "POST /channels/123/messages", 1234567890123456789)

    assert stream.getvalue().endswith("INFO bot POST /channels/123/messages 1234567890123456789\n")


@pytest.mark.parametrize("library", ["discord.http", "discord.gateway", "aiosqlite"])
def test_payloads_of_libraries_stay_out_even_at_debug(written, library):
    stream = written(log_level="DEBUG")

    logging.getLogger(library).debug("with {'content': 'my knee hurts'}")
    logging.getLogger("bot.client.app").debug("ours")

    assert stream.getvalue().splitlines()[0].endswith("DEBUG bot.client.app ours")


@pytest.mark.parametrize("control", ["\n", "\r", "\x1b[31m", "\x9b31m", "\x00", "\u2028", "\x7f"])
def test_nothing_in_a_message_ends_or_colours_a_text_line(written, control):
    stream = written()

    logging.getLogger("bot").warning(
        "asked for %s", f"x{control}2026-03-02T12:00:00Z INFO bot fine"
    )
    try:
        raise ValueError(f"x{control}2026-03-02T12:00:00Z INFO bot fine")
    except ValueError:
        logging.getLogger("bot").exception("failed%s", control)

    text = stream.getvalue()
    assert control == "\n" or control not in text
    lines = [line for line in text.splitlines() if not line.startswith("    ")]
    assert [line.split()[1] for line in lines] == ["WARNING", "ERROR"]


def test_json_lines_are_one_object_each(written):
    stream = written(log_format="json")

    logging.getLogger("bot").warning("two\nlines")

    [line] = stream.getvalue().splitlines()
    assert {**json.loads(line), "time": "…"} == {
        "time": "…",
        "level": "WARNING",
        "logger": "bot",
        "message": "two\nlines",
    }


def test_json_lines_say_which_process_wrote_them_as_soon_as_it_is_known(written):
    stream = written(log_format="json")
    place = {"slot": 3, "leader": False}

    with buffered(ValueError):
        logging.getLogger("bot").info("held back until the start is over")
        tell_place(lambda: place)
    place = {"slot": 3, "leader": True}
    logging.getLogger("bot").info("later")

    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["slot"], line["leader"]) for line in lines] == [(3, False), (3, True)]
