"""What people type is kept clean and shown back without pinging, linking or breaking the layout."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts import plain_text

ANY_TEXT = st.text(st.characters(), max_size=200)
HOSTILE_PIECES = (
    *("@everyone", "@here", "<@1>", "<@&1>", "<#1>", "</x:1>", "<:a:1>", "<t:0:R>", "\\", "`"),
    *("**", "__", "~~", "||", "[x](https://x.y)", "http://x", "discord.gg/x", "\n", "# ", "> "),
    *("- ", "-# ", "1. ", "1) ", "\u202e", "\u200b", " ", "a", "é", "🏋️", "\ud800", "\x00"),
)
HOSTILE_TEXT = st.lists(st.sampled_from(HOSTILE_PIECES), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  squats felt good  ", "squats felt good"),
        ("a\x00b\x07c\x1b[31m", "abc[31m"),
        ("left\u202eright\u2066x\u2069", "leftrightx"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("e\u0301", "é"),
        ("a\t\u00a0 b", "a b"),
        ("one\r\n\r\n\r\n two\u2028three", "one\ntwo\nthree"),
        ("\u3164\u2800\u200b\u00ad", ""),
        ("Z" + "\u0335" * 40 + "!", "Z" + "\u0335" * 3 + "!"),
        ("👩‍👩‍👧 🏋️", "👩‍👩‍👧 🏋️"),
        ("مرحبا שלום", "مرحبا שלום"),
        ("", ""),
    ],
)
def test_clean_keeps_the_words_and_drops_what_hides(typed, kept):
    assert plain_text.clean(typed, limit=100) == kept


@pytest.mark.parametrize(
    ("typed", "limit", "kept"),
    [
        ("abcde", 5, "abcde"),
        ("abcdef", 5, "abcd…"),
        ("abc def", 5, "abc…"),
        ("x" * 4000, 10, "x" * 9 + "…"),
    ],
)
def test_clean_shows_that_a_long_text_was_cut(typed, limit, kept):
    assert plain_text.clean(typed, limit=limit) == kept


def test_one_line_has_no_line_breaks():
    assert plain_text.one_line("Iron\r\n# Temple\u2028x", limit=50) == "Iron # Temple x"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("@everyone @here", "@\u200beveryone @\u200bhere"),
        ("<@123> <@!123> <@&9>", "\\<@\u200b123\\> \\<@\u200b!123\\> \\<@\u200b&9\\>"),
        ("<#5> <:x:1> <t:0:R>", "\\<\\#5\\> \\<:x:1\\> \\<t:0:R\\>"),
        ("[here](https://evil.example)", "\\[here\\]\\(https:\\/\\/evil.example\\)"),
        ("https://evil.example", "https:\\/\\/evil.example"),
        ("discord.gg/abc", "discord.gg\\/abc"),
        ("**b** __u__ ~~s~~ ||x|| `c`", r"\*\*b\*\* \_\_u\_\_ \~\~s\~\~ \|\|x\|\| \`c\`"),
        ("# Title\n-# small\n> quote", "\\# Title\n\\-\\# small\n\\> quote"),
        ("- a\n  + b\n1. c\n12) d", "\\- a\n  \\+ b\n1\\. c\n12\\) d"),
        ("5x5 @8 - fine, 1.5 kg", "5x5 @\u200b8 - fine, 1.5 kg"),
        (r"¯\_(ツ)_/¯", r"¯\\\_\(ツ\)\_\/¯"),
        ("plain words", "plain words"),
    ],
)
def test_escape_shows_it_as_typed(typed, shown):
    assert plain_text.escape(typed) == shown


@given(ANY_TEXT | HOSTILE_TEXT)
def test_clean_twice_is_clean_once_and_can_be_stored(typed):
    kept = plain_text.clean(typed, limit=50)

    assert plain_text.clean(kept, limit=50) == kept
    assert len(kept) <= 50
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.encode() is not None
    assert not re.search("[\x00-\x09\x0b-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]", kept)


@given(HOSTILE_TEXT | ANY_TEXT)
def test_escape_leaves_nothing_that_discord_acts_on(typed):
    shown = plain_text.escape(typed)

    assert not re.search(r"@(everyone|here|!|&|\d)", shown)
    assert "://" not in shown
    assert not re.search(r"discord\.gg/", shown)
    unescaped = re.sub(r"\\[^0-9A-Za-z\s]", "·", shown)
    assert not re.search(r"[`*_~|\[\]<>#]", unescaped)
    assert not re.search(r"^\s*[-+] ", unescaped, re.MULTILINE)
    assert not re.search(r"^\s*\d+[.)] ", unescaped, re.MULTILINE)


@given(ANY_TEXT | HOSTILE_TEXT)
def test_escape_only_adds(typed):
    shown = plain_text.escape(typed)

    read = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", shown).replace("@\u200b", "@")
    assert read == typed


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("São PAULO", "sao paulo"), ("٥×٥", "5×5"), ("５", "5"), ("Straße", "strasse")],
)
def test_fold_forgets_case_accents_and_scripts_of_digits(typed, folded):
    assert plain_text.fold(typed) == folded
