"""An admin's own text: formatted as Discord does, without pings and without links that deceive."""

import pytest

from bot.domain.facts.plain_text import formatted


@pytest.mark.parametrize(
    "text",
    [
        "**Squats** at 6, bring a _mat_",
        "Sign up: https://example.org/leg_day",
        "See <#1477998909849600004>",
        "[Sign up](https://example.org/legs)",
        "[example.org](https://www.example.org/legs)",
        "# Legs\n- squats\n- lunges\n> no excuses",
        "`5x5` and ```3x8```",
    ],
)
def test_formatting_stays(text):
    assert formatted(text) == text


@pytest.mark.parametrize(
    "text", ["@everyone", "@here", "<@1477998909849600011>", "<@&1477998909849600006>", "<@!1>"]
)
def test_mentions_ping_nobody(text):
    shown = formatted(f"Legs, {text}!")

    assert text not in shown
    assert shown.replace("\u200b", "") == f"Legs, {text}!"


@pytest.mark.parametrize(
    "link",
    [
        "[https://discord.com/login](https://evil.example/login)",
        "[discord.com](https://evil.example)",
        "[go to WWW.Discord.com now](<https://evil.example>)",
        "[discord.com](https://discord.com.evil.example/)",
        "[discord.com](https://discord.com@evil.example/)",
    ],
)
def test_link_that_shows_another_address_cannot_be_pressed(link):
    assert formatted(f"Win: {link}").replace("\u200b", "") == f"Win: \\{link}"


def test_open_code_block_ends_with_the_text():
    assert formatted("```squats").count("```") == 2
