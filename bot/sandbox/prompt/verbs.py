"""What each word at the prompt does."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from bot.sandbox import localized, screen
from bot.sandbox.clock import SandboxClock
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.limits import modals
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.prompt import speaking, trouble, typed
from bot.sandbox.prompt.arrivals import local
from bot.sandbox.prompt.lines import LineError, span, words
from bot.sandbox.prompt.session import MARGIN, PromptSession
from bot.sandbox.seen import label
from bot.sandbox.shapes import Json
from bot.sandbox.snowflakes import is_number
from bot.sandbox.zones import zone_like

WIDTH = 34  # columns of a line to type, before what it is for

WHICH_MENU = 'Choose in which menu? Such as: choose "Time zone" Rome'

WHICH_TARGET = "Which command, on what? Such as: menu Log this on 3, menu Log this on @ann"

SHOWN = 8  # how many of a channel's newest messages `see` and `dm` show


@dataclass(frozen=True, slots=True)
class Verb:
    """A word the prompt knows: how it is used, what for, and what it does with the rest."""

    usage: str
    meaning: str
    act: Callable[[PromptSession, str], Awaitable[None]]


async def slash(session: PromptSession, text: str) -> None:
    """Use a slash command."""
    command = typed.slash(text, session.sandbox, session.me)
    session.show(await session.me.use(command.path, command.options))


async def offered(session: PromptSession, command: typed.Slash) -> list[Json]:
    """Return the choices of a command's last option: its own, or what the bot completes."""
    if command.choices:
        return _fixed(session, command)
    others = dict(command.options)
    text = str(others.pop(command.last or "", ""))
    return await session.me.choices(command.path, command.last or "", text, others)


def _fixed(session: PromptSession, command: typed.Slash) -> list[Json]:
    """Return the fixed choices that have what was typed for them in a name or value."""
    text = str(command.options[command.last or ""]).casefold()
    locale = session.me.locale
    return [
        one
        for one in command.choices
        if any(
            text in words.casefold()
            for words in (localized.name(one, locale), one["name"], str(one["value"]))
        )
    ]


async def _as(session: PromptSession, rest: str) -> None:
    session.be(rest)


async def _enter(session: PromptSession, rest: str) -> None:
    session.go(session.channel_named(rest))


async def _direct(session: PromptSession, _rest: str) -> None:
    session.go(session.me.dm)
    await _see(session, "")


async def _together(session: PromptSession, rest: str) -> None:
    named = [one.removeprefix("@") for one in words(rest)]
    if not named or not set(named) <= set(session.people()):
        raise LineError("With whom? Such as: with @bob @cy")
    others = (session.sandbox.person(one) for one in named)
    session.go(session.sandbox.private(session.me, *others))
    await _see(session, "")


async def _install(session: PromptSession, _rest: str) -> None:
    session.sandbox.add_to_account(session.me)
    session.print(f"{MARGIN}{session.me.name} takes the bot along anywhere.")


async def _press(session: PromptSession, rest: str) -> None:
    messages, wanted = session.among(words(rest))
    name = " ".join(wanted)
    if not name:
        raise LineError("Press which button? Such as: press Undo")
    found = [
        (message, button)
        for message in messages
        for button in (part for part in message.components if part["type"] == BUTTON)
        if name.casefold() in (label(button).casefold(), button.get("custom_id"))
    ]
    # A greyed-out button is refused only if there is no other of that name.
    found.sort(key=lambda pair: bool(pair[1].get("disabled")))
    if not found:
        raise ClientRefusal(f"{session.me.name} sees no button {name}.")
    message, button = found[0]
    session.show(await session.me.click(str(button.get("custom_id") or label(button)), on=message))


async def _choose(session: PromptSession, rest: str) -> None:
    messages, wanted = session.among(words(rest))
    if not wanted:
        raise LineError(WHICH_MENU)
    name = wanted[0].casefold()
    menus = [(message, menu) for message in messages for menu in message.selects]
    named = [one for one in menus if name in (label(one[1]).casefold(), one[1]["custom_id"])]
    # A word of the menu's long name will do.
    for message, menu in named or [
        one for one in menus if name and name in label(one[1]).casefold()
    ]:
        values = _menu_values(session, menu, wanted[1:])
        session.show(await session.me.select(menu["custom_id"], *values, on=message))
        return
    raise ClientRefusal(f"{session.me.name} sees no menu {wanted[0]}.")


async def _menu(session: PromptSession, rest: str) -> None:
    name, on, target = rest.rpartition(" on ")
    if not on or not target.strip():
        raise LineError(WHICH_TARGET)
    name = name.strip().strip('"')
    if is_number(target.strip()):
        messages, _ = session.among([target.strip(), name])
        session.show(await session.me.menu(name, messages[0]))
        return
    known = target.strip().removeprefix("@")
    if known not in session.people():
        raise ClientRefusal(f"{session.me.name} sees no {target.strip()}.")
    session.show(await session.me.menu(name, session.sandbox.person(known)))


async def _attach(session: PromptSession, rest: str) -> None:
    files = [typed.attached("attach", path) for path in words(rest)]
    if not files:
        raise LineError("Attach which file? Such as: attach ~/strong.csv")
    await speaking.answered(session, session.me.say("", *files))


async def _fill(session: PromptSession, rest: str) -> None:
    if not rest and session.me.form is not None:
        session.show(session.me.form)
        return
    await _submit(session, rest)


async def _submit(session: PromptSession, rest: str) -> None:
    form = session.me.form
    if form is None:
        raise ClientRefusal("No form is open.")
    values = typed.field_values(modals.fields(form.raw), rest, session.sandbox)
    session.show(await session.me.submit(values))


async def _complete(session: PromptSession, rest: str) -> None:
    command = typed.slash(rest, session.sandbox, session.me)
    if command.last is None:
        raise LineError("Complete which option? Such as: complete /legday edit entry:sq")
    choices = await offered(session, command)
    called = [(localized.name(one, session.me.locale), one["value"]) for one in choices]
    session.print(*(f"{MARGIN}{words}  ({value})" for words, value in called))
    if not choices:
        session.print(f"{MARGIN}(nothing offered)")


async def _wait(session: PromptSession, rest: str) -> None:
    clock = session.sandbox.clock
    if not isinstance(clock, SandboxClock):
        raise LineError("This sandbox runs in real time; nobody can hurry it.")
    await clock.advance(span(rest, clock.now(), session.zone))
    came = session.arrivals.news()
    session.print(*(came or [f"{MARGIN}(nothing came)"]))
    session.print(f"{MARGIN}It is {local(clock.now(), session.zone)}.")


async def _see(session: PromptSession, _rest: str) -> None:
    messages = session.me.sees()[-SHOWN:]
    session.print(*(session.arrivals.show(message.raw) for message in messages))
    if not messages:
        session.print(f"{MARGIN}(nothing here)")
    if session.me.form is not None:
        session.show(session.me.form)


async def _who(session: PromptSession, _rest: str) -> None:
    for name in session.people():
        person = session.sandbox.person(name)
        roles = screen.standing(session.sandbox.guild, person.id)
        admin = screen.manages(session.sandbox.guild, person.id)
        marks = ["may manage the server"] if admin else []
        marks += ["you"] if person.id == session.me.id else []
        said = f"  ({', '.join(marks)})" if marks else ""
        session.print(f"{MARGIN}{name:<8}{roles}{said}")
    server = f"{session.sandbox.guild.data['name']}: {' '.join(session.channel_names())}"
    session.print(f"{MARGIN}{server}. It is {local(session.sandbox.clock.now(), session.zone)}.")


async def _zone(session: PromptSession, rest: str) -> None:
    zone = zone_like(rest) if rest else session.zone
    if zone is None:
        raise LineError("Which zone? Such as: zone Asia/Tokyo, zone new york")
    if rest:
        session.sandbox.world.set_zone(session.me.id, zone)
    now = local(session.sandbox.clock.now(), zone)
    session.print(f"{MARGIN}{session.me.name}'s clock is in {zone}. It is {now}.")


async def _language(session: PromptSession, rest: str) -> None:
    if rest:
        known = {locale.casefold(): locale for locale in localized.LOCALES}
        if rest.casefold() not in known:
            raise LineError(f"Which language? Discord has {', '.join(localized.LOCALES)}.")
        session.me.locale = known[rest.casefold()]
    session.print(f"{MARGIN}{session.me.name}'s Discord is in {session.me.locale}.")


async def _help(session: PromptSession, _rest: str) -> None:
    session.print(f"{MARGIN}{'/command option:value':<{WIDTH}}use a slash command of the bot")
    session.print(*(f"{MARGIN}{verb.usage:<{WIDTH}}{verb.meaning}" for verb in VERBS.values()))
    session.print(f"{MARGIN}{'# …':<{WIDTH}}a comment; a line beginning with ! is meant to fail")


async def _leave(session: PromptSession, _rest: str) -> None:
    session.over = True


def _menu_values(session: PromptSession, menu: Json, wanted: list[str]) -> Iterator[str]:
    """Yield the values of what is wanted: a value, a label, or a word that one label alone has."""
    values = {
        shown.casefold(): option["value"]
        for option in menu.get("options") or ()
        for shown in (option["value"], option["label"])
    }
    for one in wanted:
        alike = {value for shown, value in values.items() if one.casefold() in shown}
        chosen = alike.pop() if len(alike) == 1 else typed.identifier(one, session.sandbox)
        yield values.get(one.casefold(), chosen)


VERBS: dict[str, Verb] = {
    "as": Verb("as ann", "go on as another person", _as),
    "in": Verb("in #gym", "go to a channel", _enter),
    "dm": Verb("dm", "go to your DM with the bot and show it", _direct),
    "with": Verb("with @bob @cy", "go to your DM or group with them, without the bot", _together),
    "install": Verb("install", "add the bot to your account, to use it anywhere", _install),
    "press": Verb("press Undo, press 2 Undo", "press a button (of message 2)", _press),
    "choose": Verb('choose "Time zone" Rome', "choose in a menu", _choose),
    "menu": Verb("menu Log this on 3, … on @ann", "use a message's or person's Apps menu", _menu),
    "attach": Verb("attach ~/strong.csv", "post a message with a file of this machine", _attach),
    "say": Verb("say hello, or @Legday hello", "write a message", speaking.say),
    "reply": Verb("reply 8 done", "write in reply to message 8", speaking.reply),
    "fill": Verb("fill effort:8 minutes:60", "fill in the open form; alone: show it", _fill),
    "submit": Verb("submit", "submit the open form as it stands", _submit),
    "complete": Verb("complete /edit entry:sq", "show what an option offers", _complete),
    "wait": Verb("wait 8h, wait until 08:00", "let time pass", _wait),
    "zone": Verb("zone Asia/Tokyo", "set your clock to a zone; alone: tell it", _zone),
    "language": Verb("language pl", "set the language of your Discord; alone: tell it", _language),
    "see": Verb("see", "show what you see here", _see),
    "who": Verb("who", "show who and what there is", _who),
    "dms": Verb("dms closed, dms open", "close your DMs to the bot, open them", trouble.dms),
    "deny": Verb("deny send #gym", "take away what the bot may do in a channel", trouble.deny),
    "allow": Verb("allow send #gym", "give it back", trouble.allow),
    "delete": Verb("delete #gym", "delete a channel", trouble.delete),
    "leave": Verb("leave bob, join bob", "somebody leaves the server", trouble.leave),
    "join": Verb("join bob", "joins, or comes back, without roles", trouble.join),
    "outage": Verb("outage, outage over", "Discord goes down, comes back", trouble.outage),
    "restart": Verb("restart", "stop the bot and start it again", trouble.restart),
    "help": Verb("help", "show this", _help),
    "quit": Verb("quit", "leave", _leave),
}
