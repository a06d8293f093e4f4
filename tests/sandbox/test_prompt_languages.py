"""The prompt in a person's language: what it lists, and what may be typed."""

import io

import pytest

from bot.sandbox.prompt import from_stream, run_prompt
from bot.sandbox.prompt.completion import completions
from bot.sandbox.prompt.session import PromptSession
from bot.sandbox.seed import ZONE, seed
from tests.sandbox.polish import in_polish, log_this, run


@pytest.fixture
async def gym(sandbox, start):
    seed(sandbox)
    await start(run, log_this)
    in_polish(sandbox)
    return sandbox


async def transcript(gym, *lines):
    out = io.StringIO()
    script = from_stream(io.StringIO("\n".join(lines)))
    code = await run_prompt(gym, script, out, interactive=False)
    return out.getvalue().splitlines(), code


@pytest.mark.parametrize(
    ("language", "offered"),
    [("pl", ["Lekki  (e)", "Race  (r)"]), ("de", ["Easy  (e)", "Race  (r)"])],
)
async def test_complete_lists_fixed_choices_in_the_persons_language(gym, language, offered):
    printed, code = await transcript(gym, f"language {language}", "complete /run kind:")

    assert [line.strip() for line in printed[-2:]] == offered
    assert code == 0


async def test_complete_narrows_fixed_choices_by_either_name(gym):
    for typed, found in (("lek", "Lekki  (e)"), ("eas", "Lekki  (e)"), ("rac", "Race  (r)")):
        printed, _ = await transcript(gym, "language pl", f"complete /run rodzaj:{typed}")
        assert printed[3:] == [f"      {found}"], typed


async def test_what_the_bot_completes_is_listed_in_the_persons_language(gym):
    printed, code = await transcript(
        gym, "complete /run place:p", "language pl", "complete /run place:p"
    )

    assert [line for line in printed if "(park)" in line] == [
        "      Park  (park)",
        "      Las  (park)",
    ]
    assert code == 0


@pytest.mark.parametrize(
    "line",
    ["/run rodzaj:Lekki", "/run kind:easy", "/run rodzaj:Easy", "/run kind:lekki", "/run kind:e"],
)
async def test_option_and_choice_are_typed_by_either_name(gym, line):
    printed, code = await transcript(gym, "language pl", line)

    assert printed[-2] == "      e pl"
    assert code == 0


async def test_words_of_a_language_that_is_not_ones_own_are_none(gym):
    printed, code = await transcript(gym, "!/run rodzaj:Lekki", "!/run kind:Lekki")

    assert "There is no option rodzaj" in printed[1]
    assert "This is not one of the choices." in printed[3]
    assert code == 0


async def test_option_given_by_both_names_is_given_twice(gym):
    printed, _ = await transcript(gym, "language pl", "!/run rodzaj:Lekki kind:Race")

    assert printed[-1] == "      ✗ kind is given twice."


@pytest.mark.parametrize("name", ["Log this", "Zapisz to", "zapisz TO"])
async def test_apps_menu_is_used_by_either_name(gym, name):
    printed, code = await transcript(gym, "language pl", "say squat", f"menu {name} on 1")

    assert printed[-2].startswith("      logged ")
    assert code == 0


async def test_tab_offers_options_and_choices_as_they_are_called(gym):
    session = PromptSession(gym, io.StringIO(), ZONE)
    session.me.locale = "pl"

    def offered(line):
        return completions(session, line, lambda _command: [])

    assert offered("/run ") == ["place:", "rodzaj:"]
    assert offered("/run rodzaj:Lekki ") == offered("/run kind:Easy ") == ["place:"]
    assert offered("/run rodzaj:") == ["rodzaj:Lekki ", "rodzaj:Race "]
    assert offered("/run kind:") == ["kind:Lekki ", "kind:Race "]
