"""G22, G24: people type, press and forge anything; each time they get words, and nothing breaks.

A deed is a command with good and bad options, a press, a choice, a form, a forged or an old id, a
completion, a wait or a restart. What breaks is seen in the log, in an answer that speaks of a
reference, in silence, and in requests that Discord refuses as malformed.
"""

import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from bot.sandbox import ClientRefusal, NoAnswer, Person, Seen, SeenForm
from bot.sandbox.limits.choosing import SELECTS, STRING_SELECT
from bot.sandbox.limits.components import BUTTON
from bot.sandbox.limits.modals import TEXT_INPUT
from bot.sandbox.seed import seed as seeded
from bot.sandbox.shapes import Json
from bot.texts.error_cards import fault
from tests.torture.check import Check, Outcome
from tests.torture.gateway_faults import PATIENT
from tests.torture.scene import Scene, scene

WORDS = (
    *("now", "2h ago", "yesterday 18:30", "this morning", "mon 7pm", "tomorrow 9am", "in 3 days"),
    *("squat 5x5 100kg @8", "3x8 RDL 80, lunges 3x20", "5 km", "5:30/km", "1.5h"),
    *("Europe/Berlin", "Berlin", "New York", "UTC", "18:00", "7pm", "22:00", "12:00-13:00"),
    *("mon,wed,fri", "weekdays", "every day", "2026-12-24", "off", "never", "Legs felt heavy."),
    *("25:61", "30 feb", "nov 31", "-1", "0", "1e9", "NaN", "1" * 30, "a" * 100, "  ", "\n\n"),
    *("\u0663", "e\u0301\u0302", "👍🏽", "\u202eabc", "\x00", "@everyone <@1> `x`", "# no"),
    *("' OR 1=1 --", "{}", "%s %d", "{name}", "[a](https://example.com)", "<t:0:R>"),
)
STEPS = tuple(timedelta(minutes=each) for each in (1, 5, 20, 60, 180, 600, 1_440, 3_000))
SUBCOMMAND, GROUP, WHOLE, FLAG, CHANNEL, ROLE, NUMBER = 1, 2, 4, 5, 7, 8, 10
LOOKED_AT = 7  # messages of a place, the newest
REMEMBERED = 400  # ids of controls
LONGEST_ID = 100
MALFORMED = 400
BROKEN = fault("").title


class Errors(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record as one line."""
        self.lines.append(" | ".join(self.format(record).splitlines()[-2:]))


@dataclass(slots=True)
class Mischief:
    """What people do in a scene, and every custom id they have seen."""

    stage: Scene
    people: dict[str, Person]
    errors: Errors
    ids: list[str] = field(default_factory=list)
    judged: int = 0  # requests

    @property
    def rng(self) -> random.Random:
        """The dice."""
        return self.stage.rng

    def somebody(self) -> Person:
        """Return one of them, now and then in their DM."""
        person = self.rng.choice(list(self.people.values()))
        return person.at(person.dm) if self.rng.random() < 0.2 else person

    async def use(self, person: Person) -> Seen | SeenForm:
        """Use a command, with nonsense that no client would send three times out of ten."""
        wild = self.rng.random() < 0.3
        name, options = self.rng.choice(list(_commands(person.commands)))
        given = {
            one["name"]: self._value(one, wild=wild)
            for one in options
            if one.get("required") or self.rng.random() < 0.4
        }
        return await person.slash(name, unchecked=wild, **given)

    async def press(self, person: Person) -> Seen | SeenForm | None:
        """Press a button."""
        found = [(seen, one) for seen, one in self._controls(person) if one["type"] == BUTTON]
        live = [(seen, one) for seen, one in found if not one.get("disabled")]
        if not live:
            return None
        seen, one = self.rng.choice(live)
        return await person.click(one["custom_id"], on=seen)

    async def choose(self, person: Person) -> Seen | SeenForm | None:
        """Choose in a menu what it offers, or what it does not."""
        found = [(seen, one) for seen, one in self._controls(person) if one["type"] in SELECTS]
        if not found:
            return None
        seen, one = self.rng.choice(found)
        wild = self.rng.random() < 0.3
        values = [str(self.rng.choice((self.stage.sandbox.general["id"], self._number())))]
        if one["type"] == STRING_SELECT:
            offered = [option["value"] for option in one["options"]]
            count = self.rng.randint(one.get("min_values", 1), one.get("max_values", 1))
            values = [self._words()] if wild else self.rng.sample(offered, count)
        return await person.select(one["custom_id"], *values, on=seen, unchecked=wild)

    async def forge(self, person: Person) -> Seen | SeenForm | None:
        """Send an id that somebody saw once, whole or spoilt, as a button or a menu."""
        found = self._controls(person)
        if not found:
            return None
        seen, _ = self.rng.choice(found)
        kind = self.rng.choice((BUTTON, STRING_SELECT))
        values = (self._words()[:LONGEST_ID],) if self.rng.random() < 0.5 else ()
        return await person.press_custom_id(
            self._spoilt(self.rng.choice(self.ids)),
            on=seen,
            component_type=kind,
            values=values if kind == STRING_SELECT else (),
        )

    async def fill(self, person: Person) -> Seen | SeenForm | None:
        """Fill in the form that is open."""
        if person.form is None:
            return None
        given: dict[str, object] = {}
        for label, one in person.form.fields.items():
            if one["type"] == TEXT_INPUT and self.rng.random() < 0.8:
                given[label] = self._words()[: one.get("max_length", 4_000)]
            elif one["type"] == STRING_SELECT and self.rng.random() < 0.8:
                given[label] = self.rng.choice(one["options"])["value"]
        return await person.fill(unchecked=self.rng.random() < 0.3, **given)

    async def complete(self, person: Person) -> None:
        """Have an option completed."""
        name, option = self.rng.choice(
            [
                (name, one["name"])
                for name, options in _commands(person.commands)
                for one in options
                if one.get("autocomplete")
            ]
        )
        await person.complete(name, option=option, text=self._words()[:LONGEST_ID])

    async def wait(self, _: Person) -> None:
        """Let time pass."""
        await self.stage.true.advance(self.rng.choice(STEPS))

    def broken(self, shown: Seen | SeenForm | None) -> Iterator[str]:
        """Tell what broke with the last deed."""
        yield from self.errors.lines
        yield from self.stage.sandbox.rest.violations
        if shown is not None and BROKEN in shown.text:
            yield shown.text
        made = self.stage.sandbox.requests
        for one in made[self.judged :]:
            if one.status == MALFORMED:
                yield f"Discord refused {one.method} {one.path} ({one.code})"
        self.judged = len(made)

    def _controls(self, person: Person) -> list[tuple[Seen, Json]]:
        newest = person.sees()[-LOOKED_AT:] + person.sees(person.dm)[-LOOKED_AT:]
        found = [(seen, one) for seen in newest for one in seen.components if "custom_id" in one]
        self.ids = [*self.ids, *(one["custom_id"] for _, one in found)][-REMEMBERED:]
        return found

    def _value(self, option: Json, *, wild: bool) -> object:
        choices = option.get("choices")
        if choices and not (wild and self.rng.random() < 0.5):
            return self.rng.choice(choices)["value"]
        least, most = option.get("min_value", 0), option.get("max_value", 100)
        kind, world = option["type"], self.stage.sandbox
        if kind in (WHOLE, NUMBER):
            beyond = (-1, 0, 10**12, 2**53, least - 1, most + 1)
            within = self.rng.uniform(least, most)
            fitting = round(within) if kind == WHOLE else round(within, 2)
            return self.rng.choice(beyond) if wild else fitting
        if kind == FLAG:
            return self.rng.random() < 0.5
        if kind in (CHANNEL, ROLE):
            known = world.general["id"] if kind == CHANNEL else world.guild.id
            return str(self.rng.choice((known, self._number())))
        said = self._words()
        return said if wild else said[: option.get("max_length", 6_000)]

    def _words(self) -> str:
        said = " ".join(self.rng.choices(WORDS, k=self.rng.choice((1, 1, 1, 2, 3))))
        return said * 50 if self.rng.random() < 0.05 else said

    def _number(self) -> int:
        return self.rng.randrange(10**18)

    def _spoilt(self, action: str) -> str:
        place = self.rng.randrange(len(action))
        other = self.rng.choice("0123456789abcz:.-")
        ways = (
            action,
            action + self.rng.choice((":1", ":", "x", "é")),
            action.rpartition(":")[0],
            action[:place] + other + action[place + 1 :],
            f"{action.partition(':')[0]}:{self._words()}",
        )
        return self.rng.choice(ways)[:LONGEST_ID] or "x"


DEEDS: dict[Callable[[Mischief, Person], Awaitable[Seen | SeenForm | None]], int] = {
    Mischief.use: 30,
    Mischief.press: 30,
    Mischief.choose: 12,
    Mischief.fill: 15,
    Mischief.forge: 10,
    Mischief.complete: 3,
    Mischief.wait: 5,
}


async def run(seed: int, cases: int) -> Outcome:
    """Do so many deeds, each by somebody else, until something breaks."""
    faults: list[str] = []
    done: Counter[str] = Counter()
    errors = Errors()
    logging.getLogger().addHandler(errors)
    try:
        async with scene(seed, answer_within=PATIENT) as stage:
            mischief = Mischief(stage, seeded(stage.sandbox), errors)
            await stage.connected()
            while done.total() < cases and not faults:
                deed = stage.rng.choices(list(DEEDS), list(DEEDS.values()))[0]
                try:
                    shown = await deed(mischief, mischief.somebody())
                except ClientRefusal:
                    continue
                except NoAnswer:
                    shown = None
                    errors.lines.append("no answer")
                done[deed.__name__] += 1
                faults += (
                    f"deed {done.total()}, {deed.__name__}: {each}"
                    for each in mischief.broken(shown)
                )
    finally:
        logging.getLogger().removeHandler(errors)
    note = ", ".join(f"{name} {count}" for name, count in done.most_common())
    return Outcome(cases=done.total(), faults=tuple(faults), note=note)


def _commands(offered: list[Json], before: str = "") -> Iterator[tuple[str, list[Json]]]:
    """Yield every command by its whole name, with its options."""
    for one in offered:
        name, options = f"{before} {one['name']}".strip(), one.get("options") or []
        inner = [each for each in options if each["type"] in (SUBCOMMAND, GROUP)]
        if inner:
            yield from _commands(inner, name)
        else:
            yield name, options


NONSENSE = Check(
    goal="G22", name="nonsense typed, pressed and forged", run=run, full=20_000, cut=250
)
