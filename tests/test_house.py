"""The rules of the house: who may import whom; where SQL, words, clocks and settings live."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")])

# Room -> the other rooms it may import; the longest matching prefix decides. Each has a rule.
# The room around one's own stands for the files that lie directly in it.
DOMAIN = (
    *(
        "facts",
        "tongues",
        "reading",
        "recovery",
        "talk",
        "timing",
        "group",
        "decisions",
        "week",
        "importing",
    ),
)
STORE = {
    "engine": (),
    "cluster": ("engine",),
    "recurring": ("engine",),
    "groups": ("engine",),
    "servers": ("engine", "recurring", "groups"),
    "reminders": ("engine", "recurring", "groups", "servers"),
    "plans": ("engine",),
    "members": ("engine", "recurring", "groups", "servers", "reminders", "plans"),
    "copies": ("engine", "servers", "members"),
}
BELOW_STORE = ("bot.domain", "bot.clock", "bot.meters")
TEXTS = {
    "catalogue": (),
    "legday": (),
    "runs": (),
    "servers": (),
    "group": ("canirun", "catalogue", "legday"),
    "canirun": ("catalogue",),
    "reminders": ("canirun", "catalogue", "runs", "group"),
    "profile": ("canirun", "reminders"),
    "week": ("canirun",),
    "imports": ("legday",),
}
MAY_IMPORT = {
    "bot.clock": (),
    "bot.config": (),
    "bot.meters": (),
    "bot.domain": (),
    **{
        f"bot.domain.{room}": tuple(f"bot.domain.{below}" for below in DOMAIN[:floor])
        for floor, room in enumerate(DOMAIN)
    },
    "bot.sandbox": (),
    "bot.texts": ("bot.domain",),
    **{
        f"bot.texts.{room}": ("bot.domain", "bot.texts", *(f"bot.texts.{one}" for one in below))
        for room, below in TEXTS.items()
    },
    "bot.store": (*BELOW_STORE, *(f"bot.store.{room}" for room in STORE)),
    **{
        f"bot.store.{room}": (*BELOW_STORE, *(f"bot.store.{one}" for one in below))
        for room, below in STORE.items()
    },
    "bot.workers": ("bot.config",),
    "bot.importing": ("bot.domain", "bot.workers"),
    "bot.rendering": ("bot.texts", "bot.clock", "bot.workers"),
    "bot.delivery": (
        "bot.store", "bot.texts", "bot.domain", "bot.rendering", "bot.clock", "bot.meters",
    ),
    "bot.cluster": ("bot.delivery", "bot.store", "bot.domain", "bot.clock", "bot.config"),
    "bot.client": (
        "bot.cluster", "bot.delivery", "bot.store", "bot.texts", "bot.domain", "bot.rendering",
        "bot.clock", "bot.config", "bot.workers", "bot.meters",
    ),
    "bot.runtime": (
        "bot.client", "bot.cluster", "bot.delivery", "bot.store", "bot.texts", "bot.domain",
        "bot.rendering", "bot.clock", "bot.config", "bot.meters",
    ),
    "bot.cli": (
        "bot.runtime", "bot.client", "bot.delivery", "bot.store", "bot.texts", "bot.domain",
        "bot.rendering", "bot.clock", "bot.config", "bot.sandbox",
    ),
    "bot.__main__": (
        "bot.cli", "bot.runtime", "bot.store", "bot.sandbox", "bot.config", "bot.clock",
    ),
    "cogs": (
        "bot.client", "bot.rendering", "bot.store", "bot.texts", "bot.domain", "bot.clock",
        "bot.delivery",
    ),
}  # fmt: skip
TOP = {"__init__.py", "__main__.py", "clock.py", "config.py", "meters.py"}
IMPURE = {"discord", "aiosqlite", "asyncio", "os", "time", "random", "sqlite3", "secrets"}
CLOCKS = re.compile(
    r"\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.(time|monotonic|perf_counter)\(|"
    r"\basyncio\.sleep\(|\brandom\.(random|choice|uniform|randint)\("
)
SEAMS = ("bot/clock.py", "bot/sandbox/", "bot/__main__.py")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imported(path: Path, *, hints: bool = False) -> frozenset[str]:
    """What a file imports when it runs; with ``hints`` also what it imports for type hints only."""
    names: list[str] = []
    for node in statements(parsed(path), hints=hints):
        if isinstance(node, ast.Import):
            names += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: absolute imports only"
            names += (f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def statements(block: ast.AST, *, hints: bool) -> Iterator[ast.AST]:
    """Yield all statements; without ``hints`` none that are for type checkers only."""
    inner = ("body", "orelse", "finalbody", "handlers", "cases")
    for node in (each for name in inner for each in getattr(block, name, ())):
        if hints or not (isinstance(node, ast.If) and is_for_hints(node.test)):
            yield node
            yield from statements(node, hints=hints)


def is_for_hints(test: ast.expr) -> bool:
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


@cache
def layer(name: str) -> str:
    found = [prefix for prefix in MAY_IMPORT if within(name, prefix)]
    assert found, f"{name} is in no room: give its room a rule in MAY_IMPORT"
    return max(found, key=len)


def test_imports_point_downwards():
    upwards = [
        f"{module_name(path)} imports {target}"
        for path in FILES
        for target in imported(path, hints=True)
        if (within(target, "bot") or within(target, "cogs"))
        and (module_name(path) == "bot" or not may_import(layer(module_name(path)), target))
    ]

    assert upwards == []


def may_import(room: str, target: str) -> bool:
    return layer(target) == room or any(
        layer(target) == other if within(room, other) else within(target, other)
        for other in MAY_IMPORT[room]
    )


def test_top_of_the_bot_holds_what_everybody_starts_from():
    assert {path.name for path in (ROOT / "bot").glob("*.py")} <= TOP


def test_rooms_lie_on_floors():
    """No circle between rooms, even one of type hints only."""
    finished: set[str] = set()
    while free := {room for room, may in MAY_IMPORT.items() if {*may} <= finished} - finished:
        finished |= free

    assert {*MAY_IMPORT} - finished == set()


def test_no_two_classes_share_a_name():
    """Nor differ by an underscore: one name, one thing."""
    names: dict[str, list[str]] = {}
    for path in FILES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                names.setdefault(node.name.lstrip("_"), []).append(module_name(path))

    assert {name: where for name, where in names.items() if len(where) > 1} == {}


def test_no_module_is_imported_as_words():
    hidden = re.compile(r"import \w+ as words\b")

    assert [str(p.relative_to(ROOT)) for p in FILES if hidden.search(p.read_text())] == []


@pytest.mark.parametrize("hints", [False, True], ids=["running", "with type hints"])
def test_modules_import_in_no_circle(hints):
    names = {module_name(path) for path in FILES}
    arrows = {
        module_name(path): {
            target
            for name in imported(path, hints=hints)
            for target in (name, name.rpartition(".")[0])
            if target in names and target != module_name(path)
        }
        for path in FILES
    }
    for package in [n for n in names if any(other.startswith(f"{n}.") for other in names)]:
        arrows[package] = {t for t in arrows[package] if not within(t, package)}

    finished: set[str] = set()
    while free := {name for name in names - finished if arrows[name] <= finished}:
        finished |= free

    assert {name: sorted(arrows[name] - finished) for name in names - finished} == {}


def test_domain_is_pure():
    impure = {
        module_name(path): found
        for path in FILES
        if within(module_name(path), "bot.domain")
        and (found := {name.split(".")[0] for name in imported(path)} & IMPURE)
    }

    assert impure == {}


def test_time_and_chance_come_through_the_seams():
    found = {
        module_name(path): calls
        for path in FILES
        if not str(path.relative_to(ROOT)).startswith(SEAMS)
        and (calls := CLOCKS.findall(path.read_text()))
    }

    assert found == {}


def test_zones_come_from_the_pinned_database_only():
    """By name, ``ZoneInfo`` would prefer the machine's copy, whatever its age (R38)."""
    by_name = re.compile(r"\bZoneInfo\((?!\"UTC\"\))")
    ours = [p for p in FILES if not within(module_name(p), "bot.sandbox")]

    assert [str(p.relative_to(ROOT)) for p in ours if by_name.search(p.read_text())] == []


def test_sql_lives_in_the_store_only():
    sql = re.compile(r"\b(SELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")
    outside = [p for p in FILES if not within(module_name(p), "bot.store")]

    assert [str(p.relative_to(ROOT)) for p in outside if sql.search(p.read_text())] == []


def test_environment_is_read_in_config_only():
    reading = re.compile(r"os\.(environ|getenv)")
    readers = {str(p.relative_to(ROOT)) for p in FILES if reading.search(p.read_text())}

    assert readers <= {"bot/config.py", "bot/__main__.py"}


def test_server_of_an_interaction_is_asked_of_one_module_only():
    asking = re.compile(r"interaction\.guild(_id)?\b")
    askers = {str(p.relative_to(ROOT)) for p in FILES if asking.search(p.read_text())}

    assert askers <= {"bot/client/installs.py"}


def test_cogs_do_not_reach_for_each_other():
    reaching = re.compile(r"get_cog\(|from cogs|import cogs")

    assert [p.name for p in (ROOT / "cogs").glob("*.py") if reaching.search(p.read_text())] == []


def test_a_bot_on_sqlite_imports_nothing_for_postgresql():
    drivers = {module_name(p) for p in FILES if "asyncpg" in {n.split(".")[0] for n in imported(p)}}
    probe = "import sys, bot.runtime.process, bot.__main__; sys.exit('asyncpg' in sys.modules)"

    assert drivers <= {
        "bot.store.cluster.anchor",
        *(
            f"bot.store.engine.{one}"
            for one in (
                "postgres",
                "postgres_pool",
                "postgres_statements",
                "postgres_together",
                "server_facts",
            )
        ),
    }
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False)  # noqa: S603 (ours)
    assert done.returncode == 0


def test_plotting_is_imported_by_the_drawing_process_only():
    library = {"matplotlib", "numpy", "PIL", "mpl_toolkits"}
    plotting = {module_name(p) for p in FILES if {n.split(".")[0] for n in imported(p)} & library}
    drawing = {
        module_name(p)
        for p in FILES
        if any(within(n, "bot.rendering.charts.drawing") for n in imported(p))
    }

    assert all(within(name, "bot.rendering.charts.drawing") for name in plotting)
    assert {name for name in drawing if not within(name, "bot.rendering.charts.drawing")} == {
        "bot.rendering.charts.worker"
    }


def test_files_of_members_are_read_by_the_reading_process_only():
    readers = {
        module_name(p)
        for p in FILES
        if any(within(n, "bot.importing") or within(n, "fitdecode") for n in imported(p))
    }

    assert {name for name in readers if not within(name, "bot.importing")} == set()


def test_calendars_are_imported_when_the_first_one_is_written():
    """It takes 130 ms: within a function, for a thread of its own, and in one module."""
    users = {module_name(p): p for p in FILES if any(within(n, "icalendar") for n in imported(p))}
    at_start = {
        alias.name
        for path in users.values()
        for node in parsed(path).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }

    assert {*users} == {"bot.rendering.calendar_file"}
    assert not any(within(name, "icalendar") for name in at_start)
