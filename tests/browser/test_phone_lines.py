"""What a newcomer reads at the width of a phone: how many lines each card takes."""

from tests.browser.test_answer_fits import LINES, PHONE


async def lines(tab, words):
    """Return how many lines the card with these words has, its controls left out."""
    message = await tab.reads(words)
    return await message.locator(".container").evaluate(LINES)


async def test_question_for_consent_and_the_card_of_a_leg_day_fit_a_phone(opened):
    tab = await opened("ann", viewport=PHONE)

    await tab.command("legday log", effort="8", minutes="60")
    consent = await lines(tab, "to keep it")
    await tab.press("Save and DM me reminders")
    await tab.fill(**{"A city near you": "Berlin"})
    card = await lines(tab, "Leg day logged")

    assert (consent <= 12, card <= 12) == (True, True), (consent, card)


async def test_help_fits_a_phone(opened):
    ann = await opened("ann", viewport=PHONE)
    coach = await opened("coach", viewport=PHONE)

    await ann.command("help")
    await coach.command("help")
    taken = [await lines(tab, "can I run today?") for tab in (ann, coach)]
    await coach.press("All commands")
    taken.append(await lines(coach, "/config post add"))

    assert max(taken) <= 24, taken
