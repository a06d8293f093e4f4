"""All commands, and the storm, in longer English and in Japanese: nothing breaks or is left out."""

import io
import re

import pytest

from bot.texts.languages import LANGUAGES
from tests.languages.lengthened import CLOSE, OPEN
from tests.languages.tour import PSEUDO, ROOT, TOUR, actions_of, lines_of, translated

STORM = ROOT / "tests" / "storm.txt"
MOMENT = re.compile(  # as Discord shows them, which is not ours to translate
    r"(?:\w+day, )?\d{1,2} \w+ \d{4}(?: \d\d:\d\d)?|in \d+ \w+|\d+ \w+ ago|\(now\)"
)
SHOWN_AS_IT_IS = re.compile(
    r"\(focus\): legs|[@#][\w-]+|\(\w+\)"  # people and channels, names of fields
    r"|e\.g\..*"  # what may be typed
    r"|\d+x\d+|[\d.]+ ?(?:kg|km|mi)\b|RPE"  # notation
    r"|Squats tonight\?|Squats after the outage\?|Night shift: water\?|Leg night at"  # typed
    r"|\(picture:|Europe/Berlin|" + "|".join(language.name for language in LANGUAGES)
)
WORD = re.compile(r"[A-Za-z]{2,}")


def outside(line: str) -> str:
    """What of a line is in no brackets."""
    depth, kept = 0, []
    for letter in line:
        depth += letter == OPEN
        if depth == 0:
            kept.append(letter)
        depth -= letter == CLOSE
    return "".join(kept)


def said_in_english(transcript: str) -> list[str]:
    """The lines of messages that hold words outside of brackets."""
    shown = [line.partition("│")[2] for line in transcript.splitlines() if "│" in line]
    plain = [(SHOWN_AS_IT_IS.sub("", MOMENT.sub("", outside(line))), line) for line in shown]
    return [line.strip() for left, line in plain if WORD.search(left)]


async def fits_and_is_translated(actions: list[str]) -> None:
    """Play a script of actions in longer English: nothing breaks or is left in English."""
    out = io.StringIO()
    code = await translated(actions, out, PSEUDO)
    assert [line for line in out.getvalue().splitlines() if "The bot reported" in line] == []
    assert code == 0
    assert said_in_english(out.getvalue()) == []


@pytest.mark.usefixtures("draws_at_once")
async def test_tour_runs_through_in_longer_english_and_in_japanese():
    actions = await actions_of(lines_of(TOUR))
    await fits_and_is_translated(actions)

    out = io.StringIO()
    assert await translated(actions, out, "ja") == 0
    assert "今日脚トレする？" in out.getvalue()
    assert "Leg day today?" not in out.getvalue()  # what all see is in the server's language


@pytest.mark.usefixtures("draws_at_once")
async def test_storm_runs_through_in_longer_english():
    await fits_and_is_translated(await actions_of(lines_of(STORM)))


@pytest.mark.parametrize("line", ["│ Saved.", "│ ⟦Saved⟧ and more", "│ • Monday: ⟦x⟧"])
def test_english_words_are_noticed(line):
    assert said_in_english(line)
