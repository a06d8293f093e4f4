"""Logging a leg day, as members do it."""


async def test_log_asks_for_consent_first_and_then_keeps_the_entry(gym, ann):
    asked = await ann.slash("legday log", effort=8, minutes=60)
    kept_before = await gym.store.members.history(ann.id, limit=5)

    shown = await ann.click("Save only")

    assert "Before I keep your first entry" in asked.text
    assert kept_before.total == 0
    assert "Leg day logged" in shown.text
    assert shown.ephemeral
    assert (await gym.store.members.history(ann.id, limit=5)).total == 1
