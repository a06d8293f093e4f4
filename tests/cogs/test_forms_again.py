"""A form that was refused opens again with what was typed, in every field, whatever form it is."""

from bot.sandbox import SeenForm
from bot.sandbox.limits.choosing import STRING_SELECT

NONSENSE = "blue o'clock"
STARTED = {"legs": "24", "hardness": "hard", "soreness": "3", "running": "some"}
# One kind of form, ``ZoneQuestion``, tried as "zone.told" and before anything is kept; details.
BY_ITSELF = {
    "log.details",
    "keep.zone_told", "keep.dm_zone_told", "log.zone_told", "own.zone_told", "imports.zone_told",
    "keep.locate_told",
}  # fmt: skip


async def log(ann):
    return await ann.slash("legday log")


async def edit(ann):
    await ann.slash("legday log", effort=8)
    return await ann.click("log.edit")


async def run(ann):
    return await ann.slash("run log")


async def edited_run(ann):
    await ann.slash("run log", minutes=30)
    return await ann.click("runs.edit")


async def start(ann):
    return await ann.slash("start")


async def checkin(ann):
    return await ann.slash("checkin")


def panel(command, button):
    async def open_form(ann):
        return await ann.click(button, on=await ann.slash(command))

    return open_form


FORMS = {
    "log.form:new": (log, {"minutes": NONSENSE, "exercises": "squat 5x5", "focus": "quads"}),
    "log.form:": (edit, {"when": NONSENSE, "effort": "7", "focus": "calves"}),
    "runs.form:new": (run, {"distance": NONSENSE, "minutes": "30"}),
    "runs.form:": (edited_run, {"distance": NONSENSE, "minutes": "31"}),
    "start.form:": (start, {**STARTED, "zone": NONSENSE}),
    "check.form:": (checkin, {"soreness": "4", "sleep": NONSENSE}),
    "zone.told:": (panel("profile", "profile.zone"), {"zone": NONSENSE}),
    "profile.times_told": (
        panel("profile", "profile.times"),
        {"wake": "7:00", "bed": NONSENSE, "quiet_from": "22:00", "quiet_to": "7am"},
    ),
    "profile.runs_told": (panel("profile", "profile.runs"), {"runs": NONSENSE, "longest": "90"}),
    "config.zone_told": (panel("config setup", "config.zone"), {"zone": NONSENSE}),
    "config.quiet_told": (panel("config setup", "config.quiet"), {"start": NONSENSE, "end": "7"}),
}


def held(form):
    """Return what a form is filled with, by key."""
    found = {}
    for field in form.fields.values():
        chosen = [one["value"] for one in field.get("options", ()) if one.get("default")]
        key = field["custom_id"]
        found[key] = ",".join(chosen) if field["type"] == STRING_SELECT else field.get("value", "")
    return found


async def test_refused_form_opens_again_as_it_was_typed(gym, coach, subtests):
    await gym.join(coach)

    for name, (open_form, typed) in FORMS.items():
        with subtests.test(name=name):
            form = await open_form(coach)
            assert isinstance(form, SeenForm)
            assert form.custom_id.startswith(name)
            filled = {**held(form), **typed}
            refused = await coach.fill(**typed)

            again = await coach.click("Open the form again", on=refused)

            assert held(again) == filled
            assert again.custom_id == form.custom_id
            twice = await coach.fill()
            assert held(await coach.click("Open the form again", on=twice)) == filled


async def test_zone_asked_for_before_anything_is_kept_opens_again_too(gym, ann):
    await ann.slash("legday log", effort=5)
    await ann.click("keep.dm")
    refused = await ann.fill(zone=NONSENSE)

    again = await ann.click("keep.dm_zone_again", on=refused)

    assert held(again) == {"zone": NONSENSE}
    await ann.fill(zone="Europe/Berlin")
    member = await gym.store.members.context(ann.id, None)
    assert (member.zone, member.session_count) == ("Europe/Berlin", 1)


async def test_zone_that_an_entry_waits_for_opens_again_too(gym, ann):
    await ann.slash("legday log", effort=5, when="yesterday 18:00")
    await ann.click("keep.locate")
    refused = await ann.fill(zone=NONSENSE)

    again = await ann.click("keep.locate_again", on=refused)

    assert held(again) == {"zone": NONSENSE}
    await ann.fill(zone="Europe/Berlin")
    await ann.click("keep.only")
    member = await gym.store.members.context(ann.id, None)
    assert (member.zone, member.session_count) == ("Europe/Berlin", 1)


async def test_details_that_are_refused_open_again_as_they_were_typed(gym, ann):
    await gym.join(ann)
    shown = await ann.slash("legday log", effort=5)
    form = await ann.click("log.more", on=shown)
    await ann.click("log.undo", on=shown)
    refused = await ann.fill(note="heavy", new_exercise="yes")

    again = await ann.click("log.details_again", on=refused)

    assert held(again) == {"note": "heavy", "new_exercise": "yes"}
    assert again.custom_id == form.custom_id


async def test_every_form_that_is_sent_is_tried_here(gym):
    tried = {name.partition(":")[0] for name in FORMS} | BY_ITSELF

    assert tried == gym.bot.tree.router._forms
