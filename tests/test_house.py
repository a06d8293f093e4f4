"""The rules of the house: who may import whom; where SQL, words, clocks and settings live."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "cogs").rglob("*.py")])

# Layer -> what of ours it may import. The longest matching prefix decides.
MAY_IMPORT = {
    "bot.domain": ("bot.domain",),
    "bot.clock": (),
    "bot.texts": ("bot.texts", "bot.domain"),
    "bot.store": ("bot.store", "bot.domain", "bot.clock"),
    "bot.rendering.components": ("bot.texts",),
    "bot.rendering.charts": ("bot.rendering.charts", "bot.texts", "bot.clock"),
    "bot.client.pictures": ("bot.rendering.charts", "bot.rendering.components", "bot.texts"),
    "bot.client.answering": (),
    "bot.client.interactions": (
        "bot.client.answering", "bot.texts", "bot.domain", "bot.rendering.components", "bot.client.pictures",
    ),
    "bot.client.forms": ("bot.client.interactions", "bot.client.saving", "bot.texts", "bot.domain"),
    "bot.client.saving": (
        "bot.client.answering", "bot.client.interactions", "bot.rendering.components", "bot.store", "bot.texts", "bot.domain",
        "bot.clock",
    ),
    "bot.delivery": (
        "bot.delivery", "bot.store", "bot.texts", "bot.domain", "bot.rendering.components", "bot.clock",
    ),
    "bot.sandbox": ("bot.sandbox",),
    "bot.cli.assess": ("bot.cli.assess", "bot.domain", "bot.texts"),
    "bot.cli.schedule": ("bot.domain",),
    "bot.config": (),
    "bot.runtime.logs": ("bot.config",),
    "cogs": (
        "bot.client.answering", "bot.client.app", "bot.client.forms", "bot.client.interactions", "bot.client.saving", "bot.rendering.components",
        "bot.store", "bot.texts", "bot.domain", "bot.clock", "bot.delivery",
    ),
    "bot": ("bot",),
}  # fmt: skip
IMPURE = {"discord", "aiosqlite", "asyncio", "os", "time", "random", "sqlite3", "secrets"}
CLOCKS = re.compile(
    r"\bdatetime\.(now|utcnow|today)\(|\bdate\.today\(|\btime\.(time|monotonic|perf_counter)\(|"
    r"\basyncio\.sleep\(|\brandom\.(random|choice|uniform|randint)\("
)
SEAMS = ("bot/clock.py", "bot/sandbox/", "bot/__main__.py")


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(path: Path) -> Iterator[str]:
    for node in running(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: absolute imports only"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def running(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under ``if TYPE_CHECKING``: a type hint is no arrow."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from running(node)


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(f"{prefix}.")


def layer(name: str) -> str:
    return max((prefix for prefix in MAY_IMPORT if within(name, prefix)), key=len)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_downwards(path):
    allowed = MAY_IMPORT[layer(module_name(path))]

    ours = [name for name in imported(path) if within(name, "bot") or within(name, "cogs")]

    assert [name for name in ours if not any(within(name, ok) for ok in allowed)] == []


def test_modules_import_in_no_circle():
    names = {module_name(path) for path in FILES}
    arrows = {
        module_name(path): {
            target
            for name in imported(path)
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


@pytest.mark.parametrize(
    "path", [p for p in FILES if "domain" in p.parts], ids=lambda p: str(p.relative_to(ROOT))
)
def test_domain_is_pure(path):
    assert {name.split(".")[0] for name in imported(path)} & IMPURE == set()


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_time_and_chance_come_through_the_seams(path):
    relative = str(path.relative_to(ROOT))

    found = [] if relative.startswith(SEAMS) else CLOCKS.findall(path.read_text())

    assert found == []


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


def test_cogs_do_not_reach_for_each_other():
    reaching = re.compile(r"get_cog\(|from cogs|import cogs")

    assert [p.name for p in (ROOT / "cogs").glob("*.py") if reaching.search(p.read_text())] == []


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
