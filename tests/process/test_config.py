import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.config import Config, ConfigError, environment

TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB"
EXAMPLE = Path(__file__).parents[2] / ".env.example"


def test_defaults_are_discord_and_the_data_folder():
    config = Config.from_env({"DISCORD_TOKEN": TOKEN})

    assert config == Config(
        discord_token=TOKEN,
        database_url="sqlite:///data/legday.db",
        discord_api_base="https://discord.com/api/v10",
        log_level="INFO",
        log_format="text",
        backup_dir=Path("data/backups"),
        backup_keep=7,
        backup_every_hours=24,
    )


def test_every_value_can_be_set():
    config = Config.from_env(
        {
            "DISCORD_TOKEN": f" {TOKEN}\n",
            "DATABASE_URL": "sqlite:////srv/gym.db",
            "DATABASE_POOL": "4",
            "DISCORD_API_BASE": "http://127.0.0.1:8080/api/v10/",
            "LOG_LEVEL": "debug",
            "LOG_FORMAT": "JSON",
            "BACKUP_DIR": "/backups",
            "BACKUP_KEEP": "3",
            "BACKUP_EVERY_HOURS": "0",
        }
    )

    assert config == Config(
        discord_token=TOKEN,
        database_url="sqlite:////srv/gym.db",
        database_pool=4,
        discord_api_base="http://127.0.0.1:8080/api/v10",
        log_level="DEBUG",
        log_format="json",
        backup_dir=Path("/backups"),
        backup_keep=3,
        backup_every_hours=0,
    )


def test_example_lists_the_variables_in_the_order_of_config_each_with_a_comment():
    lines = EXAMPLE.read_text().splitlines()

    named = [line.split("=")[0] for line in lines if re.match(r"[A-Z_]+=", line)]
    commented = [lines[at - 1].startswith("# ") for at, line in enumerate(lines) if "=" in line]

    assert named == [field.name.upper() for field in fields(Config)]
    assert commented == [True] * len(named)


def test_example_shows_the_defaults():
    example = environment(EXAMPLE) | {"DISCORD_TOKEN": TOKEN}

    assert Config.from_env(example) == Config.from_env({"DISCORD_TOKEN": TOKEN})


def test_example_token_is_refused_as_a_placeholder():
    shown = re.search(r"^DISCORD_TOKEN=(.*)$", EXAMPLE.read_text(), re.MULTILINE)

    assert shown
    with pytest.raises(ConfigError, match="placeholder"):
        Config.from_env({"DISCORD_TOKEN": shown[1]})


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({}, "DISCORD_TOKEN is not set"),
        ({"DISCORD_TOKEN": "  "}, "DISCORD_TOKEN is not set"),
        ({"DISCORD_TOKEN": "your-token-here"}, "placeholder"),
        ({"DISCORD_TOKEN": "changeme"}, "placeholder"),
        ({"DISCORD_TOKEN": "Bot abc"}, "spaces, quotes"),
        ({"DISCORD_TOKEN": '"abc"'}, "spaces, quotes"),
        ({"DISCORD_TOKEN": "abc\ndef"}, "spaces, quotes"),
        ({"DATABASE_URL": "data/legday.db"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://localhost"}, "DATABASE_URL"),
        ({"DATABASE_URL": "mysql://localhost/gym"}, "DATABASE_URL"),
        ({"DATABASE_POOL": "0"}, "DATABASE_POOL"),
        ({"DATABASE_URL": "sqlite:///"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///a%00b.db"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///~/legday.db"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL"),
        ({"DISCORD_API_BASE": "discord.com"}, "DISCORD_API_BASE"),
        ({"DISCORD_API_BASE": "ftp://discord.com"}, "DISCORD_API_BASE"),
        ({"DISCORD_API_BASE": "https://"}, "DISCORD_API_BASE"),
        ({"DISCORD_API_BASE": "http://localhost:99999/api"}, "DISCORD_API_BASE"),
        ({"DISCORD_API_BASE": "http://[::1/api"}, "DISCORD_API_BASE"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT"),
        ({"HEALTH_ADDRESS": "9100"}, "HEALTH_ADDRESS"),
        ({"HEALTH_ADDRESS": "127.0.0.1"}, "HEALTH_ADDRESS"),
        ({"HEALTH_ADDRESS": "127.0.0.1:99999"}, "HEALTH_ADDRESS"),
        ({"HEALTH_ADDRESS": "http://127.0.0.1:9100"}, "HEALTH_ADDRESS"),
        ({"HEALTH_ADDRESS": "[::1:9100"}, "HEALTH_ADDRESS"),
        ({"BACKUP_KEEP": "0"}, "BACKUP_KEEP"),
        ({"BACKUP_KEEP": "many"}, "BACKUP_KEEP"),
        ({"BACKUP_EVERY_HOURS": "-1"}, "BACKUP_EVERY_HOURS"),
        ({"REQUESTS_PER_SECOND": "0"}, "REQUESTS_PER_SECOND"),
        ({"SHARD_COUNT": "-1"}, "SHARD_COUNT"),
        ({"SHARD_SLOTS": "0"}, "SHARD_SLOTS"),
        ({"SHARD_SLOTS": "2", "SHARD_COUNT": "4"}, "SHARD_SLOTS above 1 needs PostgreSQL"),
        ({"SHARD_SLOTS": "2"}, "SHARD_COUNT must be set"),
        ({"SHARD_SLOTS": "3", "SHARD_COUNT": "2"}, "at most SHARD_COUNT"),
        ({"SHARD_SLOT": "1"}, "SHARD_SLOT (1) must be below SHARD_SLOTS (1)"),
        ({"OPERATOR": "o" * 101}, "OPERATOR"),
        ({"PLAIN_WORDS": "yes"}, "PLAIN_WORDS"),
        ({"CONTACT": "a\nb"}, "CONTACT"),
        ({"PRIVACY_URL": "example.org/privacy"}, "PRIVACY_URL"),
        ({"HEALTH_URL": "http://example.org/health"}, "HEALTH_URL"),
        ({"TERMS_URL": "https://example.org/a) [here](https://elsewhere.org"}, "TERMS_URL"),
        ({"TERMS_URL": "https://example.org/" + "a" * 512}, "TERMS_URL"),
    ],
)
def test_what_cannot_work_is_refused_in_one_line_naming_it(variables, says):
    given = variables if "DISCORD_TOKEN" in variables or not variables else None

    with pytest.raises(ConfigError) as caught:
        Config.from_env(given if given is not None else {"DISCORD_TOKEN": TOKEN, **variables})

    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_commands_that_stay_at_home_need_no_token():
    config = Config.from_env({"DISCORD_TOKEN": "your-bot-token"}, needs_token=False)

    assert config.discord_token == ""


def test_token_is_not_in_the_representation():
    assert TOKEN not in repr(Config.from_env({"DISCORD_TOKEN": TOKEN}))


def test_real_environment_wins_over_the_file(tmp_path, monkeypatch):
    file = tmp_path / ".env"
    file.write_text("LOG_LEVEL=DEBUG\nBACKUP_KEEP=3\nBACKUP_DIR\n")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")

    found = environment(file)

    assert (found["LOG_LEVEL"], found["BACKUP_KEEP"]) == ("ERROR", "3")
    assert "BACKUP_DIR" not in found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_dotenv_is_read_as_editors_and_shells_write_it(tmp_path, monkeypatch, encoding):
    monkeypatch.delenv("BACKUP_KEEP", raising=False)
    file = tmp_path / ".env"
    file.write_text("BACKUP_KEEP=3\n", encoding)

    assert environment(file)["BACKUP_KEEP"] == "3"


def test_a_dotenv_that_cannot_be_read_is_one_line(tmp_path):
    (tmp_path / "latin").write_bytes(b"BACKUP_DIR=caf\xe9\n")

    for file in (tmp_path, tmp_path / "latin"):
        with pytest.raises(ConfigError) as refused:
            environment(file)
        assert "\n" not in str(refused.value)
