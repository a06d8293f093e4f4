"""The requests a page can make: a person's action, or a look at what they see."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.sandbox import localized, rights, screen, shapes
from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.hints import hint
from bot.sandbox.limits.commands import MESSAGE
from bot.sandbox.person import Person
from bot.sandbox.seen import Seen
from bot.sandbox.shapes import Json
from bot.sandbox.web import frames, moments, places
from bot.sandbox.web.frames import MalformedFrame
from bot.sandbox.web.viewer import Viewer

PAGE, LARGEST_PAGE = 50, 100
GONE = "This message was deleted."
NO_CHANNEL = "You do not see this channel."
NO_RIGHTS = "A direct message has no permissions to change."
REAL_TIME = "This sandbox runs in real time; nobody can hurry it."

Ask = Callable[[Viewer, Json], Awaitable[Json]]


async def answer(viewer: Viewer, frame: Json) -> Json:
    """Do what a frame asks for and return what its answer carries.

    Raises:
        MalformedFrame: there is no such ask, or not with these values.
        ClientRefusal: the person's client would not send it.
        ApiError: Discord refuses it.
        NoAnswer: the bot did not answer in time.
        ClockStuckError: the bot works on and on where the clock should move.
    """
    ask = ASKS.get(frames.text(frame, "do"))
    if ask is None:
        raise MalformedFrame("There is no such ask.")
    return await ask(viewer, frame)


async def _history(viewer: Viewer, frame: Json) -> Json:
    channel = _channel(viewer, frame)
    before = None if frame.get("before") is None else frames.identifier(frame, "before")
    limit = frame.get("limit", PAGE)
    if not isinstance(limit, int) or not 1 <= limit <= LARGEST_PAGE:
        raise MalformedFrame(f"limit is between 1 and {LARGEST_PAGE}.")
    person, engine = viewer.person, viewer.sandbox.engine
    found, more = screen.page(engine, person.id, channel, before=before, limit=limit)
    if before is None:
        viewer.enter(int(channel["id"]))
    return {"messages": [one.data for one in found], "more": more}


async def _command(viewer: Viewer, frame: Json) -> Json:
    person = _there(viewer, frame)
    await person.use(_name(frame), frames.values(frame, "options"))
    return {}


async def _complete(viewer: Viewer, frame: Json) -> Json:
    option, text = frames.text(frame, "option"), frames.text(frame, "text")
    options = frames.values(frame, "options")
    person = _there(viewer, frame)
    choices = await person.choices(_name(frame), option, text, options)
    return {"choices": [localized.shown(one, person.locale) for one in choices]}


async def _press(viewer: Viewer, frame: Json) -> Json:
    custom_id = frames.text(frame, "custom_id")
    await viewer.person.click(custom_id, on=_message(viewer, frame))
    return {}


async def _menus(viewer: Viewer, frame: Json) -> Json:
    channel, engine = _channel(viewer, frame), viewer.sandbox.engine
    offered = screen.commands(engine, viewer.person.id, channel, MESSAGE)
    locale = viewer.person.locale
    return {
        "menus": [{"name": one["name"], "shown": localized.name(one, locale)} for one in offered]
    }


async def _menu(viewer: Viewer, frame: Json) -> Json:
    await viewer.person.menu(_name(frame), _message(viewer, frame))
    return {}


async def _select(viewer: Viewer, frame: Json) -> Json:
    custom_id, chosen = frames.text(frame, "custom_id"), frames.texts(frame, "values")
    await viewer.person.select(custom_id, *chosen, on=_message(viewer, frame))
    return {}


async def _submit(viewer: Viewer, frame: Json) -> Json:
    await viewer.person.submit(frames.filled(frame, "values"))
    return {}


async def _dismiss(viewer: Viewer, _frame: Json) -> Json:
    viewer.person.close_form()
    return {}


async def _say(viewer: Viewer, frame: Json) -> Json:
    there = _there(viewer, frame)
    said = there.say(frames.text(frame, "content"), *frames.files(frame, "files"))
    bot = str(viewer.sandbox.world.bot_id)
    in_dm = there.channel["type"] == shapes.DM
    return {"addressed": in_dm or bot in {one["id"] for one in said.raw["mentions"]}}


async def _hint(viewer: Viewer, frame: Json) -> Json:
    found = hint(viewer.sandbox, _there(viewer, frame), frames.text(frame, "text"))
    be = found.be and {"id": str(found.be.id), "name": found.be.name}
    return {"text": found.text, "lines": list(found.lines), "be": be}


async def _hide(viewer: Viewer, frame: Json) -> Json:
    message_id = frames.identifier(frame, "message")
    for channel in places.visible(viewer.sandbox, viewer.person):
        seen = viewer.person.seen(int(channel["id"]), message_id)
        if seen is not None:
            viewer.person.dismiss(seen)
    return {}


async def _advance(viewer: Viewer, frame: Json) -> Json:
    clock = viewer.sandbox.clock
    if not isinstance(clock, SandboxClock):
        raise ClientRefusal(REAL_TIME)
    seconds = frame.get("seconds")
    if seconds is None:
        step = moments.until(frames.text(frame, "to"), clock.now(), viewer.zone)
    elif isinstance(seconds, (int, float)) and 0 < seconds <= moments.LONGEST.total_seconds():
        step = moments.checked(timedelta(seconds=seconds))
    else:
        raise ClientRefusal(moments.HOW_FAR)
    await clock.advance(step)
    return {"now": shapes.iso(clock.now())}


async def _commands(viewer: Viewer, frame: Json) -> Json:
    return {"commands": places.commands(_there(viewer, frame))}


async def _language(viewer: Viewer, frame: Json) -> Json:
    locale = frames.text(frame, "locale")
    if locale not in localized.LOCALES:
        raise MalformedFrame("locale is one of Discord's languages.")
    viewer.person.locale = locale
    return {}


async def _people(viewer: Viewer, _frame: Json) -> Json:
    return places.choosable(viewer.sandbox, viewer.person)


async def _rights(viewer: Viewer, frame: Json) -> Json:
    held = rights.holds(viewer.sandbox.world, _guild_channel(viewer, frame))
    named = [(name, words, held[name]) for name, (_, words) in rights.RIGHTS.items()]
    return {"rights": [{"name": name, "words": words, "on": on} for name, words, on in named]}


async def _right(viewer: Viewer, frame: Json) -> Json:
    channel, name, on = _guild_channel(viewer, frame), frames.text(frame, "name"), frame.get("on")
    if name not in rights.RIGHTS or not isinstance(on, bool):
        raise MalformedFrame("name is a right's, on a truth.")
    rights.set_right(viewer.sandbox.world, channel, name, on=on)
    return await _rights(viewer, frame)


async def _wire(viewer: Viewer, frame: Json) -> Json:
    viewer.tap(on=frame.get("on") is True)
    return {}


def _channel(viewer: Viewer, frame: Json) -> Json:
    channel = viewer.sandbox.world.channels.get(frames.identifier(frame, "channel"))
    if channel is None or not screen.visible(viewer.sandbox.world, viewer.person.id, channel):
        raise ClientRefusal(NO_CHANNEL)
    return channel


def _guild_channel(viewer: Viewer, frame: Json) -> Json:
    channel = _channel(viewer, frame)
    if channel["type"] in shapes.PRIVATE:
        raise ClientRefusal(NO_RIGHTS)
    return channel


def _there(viewer: Viewer, frame: Json) -> Person:
    return viewer.person.at(_channel(viewer, frame))


def _name(frame: Json) -> str:
    name = frames.text(frame, "name")
    if not name.strip("/ "):
        raise MalformedFrame("name is a command's.")
    return name


def _message(viewer: Viewer, frame: Json) -> Seen:
    channel_id, message_id = (frames.identifier(frame, key) for key in ("channel", "message"))
    seen = viewer.person.seen(channel_id, message_id)
    if seen is None:
        raise ClientRefusal(GONE)
    return seen


ASKS: dict[str, Ask] = {
    "history": _history,
    "command": _command,
    "complete": _complete,
    "press": _press,
    "menus": _menus,
    "menu": _menu,
    "select": _select,
    "submit": _submit,
    "dismiss": _dismiss,
    "say": _say,
    "hint": _hint,
    "hide": _hide,
    "advance": _advance,
    "commands": _commands,
    "language": _language,
    "people": _people,
    "rights": _rights,
    "right": _right,
    "wire": _wire,
}
