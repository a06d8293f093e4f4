"""What Tab offers: verbs, names, commands, options, choices, and what the bot completes."""

from collections.abc import Callable, Iterable

from bot.sandbox import localized, shapes
from bot.sandbox.errors import ClientRefusal
from bot.sandbox.limits import modals
from bot.sandbox.limits.commands import BOOLEAN, NESTING
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.prompt import typed
from bot.sandbox.prompt.lines import LineError
from bot.sandbox.prompt.session import PromptSession
from bot.sandbox.prompt.verbs import VERBS
from bot.sandbox.rights import RIGHTS
from bot.sandbox.seen import label
from bot.sandbox.shapes import Json

Ask = Callable[[typed.Slash], list[Json]]  # asks the bot for the choices of a command's last option


def completions(session: PromptSession, line: str, ask: Ask) -> list[str]:
    """Return what the word at the end of a line may become; `ask` lets the bot complete it."""
    verb, space, rest = line.lstrip().partition(" ")
    if verb == "complete" and space:
        return completions(session, rest, ask)
    word = line.rpartition(" ")[2]
    found: Iterable[str]
    if verb.startswith("/"):
        found = _command(session, line.lstrip(), ask) if space else _commands(session)
    elif not space:
        found = [f"{name} " for name in VERBS]
    else:
        found = _arguments(session, verb)
    return sorted(one for one in found if one.casefold().startswith(word.casefold()))


def _commands(session: PromptSession) -> list[str]:
    scopes = (session.sandbox.guild.id, None)
    known = [one for scope in scopes for one in session.sandbox.commands.listed(scope)]
    return [f"/{one['name']} " for one in known if one["type"] == 1]


def _arguments(session: PromptSession, verb: str) -> Iterable[str]:
    if verb in ("as", "leave"):
        return session.people()
    if verb in ("in", "delete"):
        return session.channel_names()
    if verb in ("deny", "allow"):
        return [*RIGHTS, *session.channel_names()]
    if verb in ("press", "choose"):
        shown = [
            label(part)
            for message in session.me.newest()
            for part in (message.selects if verb == "choose" else message.components)
            if verb == "choose" or part["type"] == BUTTON
        ]
        return [_quoted(one) if verb == "choose" else one for one in shown]
    form = session.me.form
    if verb in ("fill", "submit") and form is not None:
        return [f"{custom_id}:" for custom_id in modals.fields(form.raw)]
    return []


def _command(session: PromptSession, line: str, ask: Ask) -> list[str]:
    done, _, word = line.rpartition(" ")
    first, *path = [part for part in done.split() if ":" not in part]
    scope = shapes.guild_id(session.me.channel)
    described = session.sandbox.commands.named(first.removeprefix("/"), scope)
    for part in path:
        inner = {one["name"]: one for one in (described or {}).get("options") or ()}
        if part in inner and inner[part]["type"] in NESTING:
            described = inner[part]
    locale, options = session.me.locale, list((described or {}).get("options") or ())
    known = localized.named(options, locale)
    name, colon, _ = word.partition(":")
    if colon and name in known:
        return [f"{name}:{_quoted(one)} " for one in _values(session, known[name], line, ask)]
    typed_names = (part.partition(":")[0] for part in done.split() if ":" in part)
    given = [known[one] for one in typed_names if one in known]
    return [_opening(one, locale) for one in options if one not in given]


def _values(session: PromptSession, option: Json, line: str, ask: Ask) -> list[str]:
    if option["type"] == BOOLEAN:
        return ["yes", "no"]
    if not option.get("autocomplete"):
        return [localized.name(one, session.me.locale) for one in option.get("choices") or ()]
    try:
        return [
            str(choice["value"]) for choice in ask(typed.slash(line, session.sandbox, session.me))
        ]
    except (LineError, ClientRefusal):
        return []


def _opening(option: Json, locale: str) -> str:
    """Return how an option begins: as it is called in a language, a subcommand as it is sent."""
    nests = option["type"] in NESTING
    return f"{option['name']} " if nests else f"{localized.name(option, locale)}:"


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text
