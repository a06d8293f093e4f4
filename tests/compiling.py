"""What all workers need of the code, worked out once before they start: else each does it all."""

import compileall
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType

import pytest
from _pytest.assertion import rewrite
from hypothesis.internal.constants_ast import constants_from_module

ROOT = Path(__file__).parents[1]


def compile_all(config: pytest.Config) -> None:
    """Compile what changed; tests as pytest does, which explains asserts that fail."""
    for path in sorted(ROOT.glob("tests/**/*.py")):
        if path.match("test_*.py") or path.name == "conftest.py":
            _compile_test(path, config)
        else:
            compileall.compile_file(path, quiet=1)
    for path in sorted(
        path for folder in ("bot", "cogs") for path in ROOT.glob(f"{folder}/**/*.py")
    ):
        if _changed(path, Path(cache_from_source(path))):
            compileall.compile_file(path, quiet=1)
            _gather_constants(path)


def _compile_test(path: Path, config: pytest.Config) -> None:
    cached = rewrite.get_cache_dir(path) / f"{path.stem}{rewrite.PYC_TAIL}"
    if _changed(path, cached):
        cached.parent.mkdir(exist_ok=True)
        read, code = rewrite._rewrite_test(path, config)
        rewrite._write_pyc(config.stash[rewrite.assertstate_key], code, read, cached)


def _gather_constants(path: Path) -> None:
    """Have Hypothesis keep the constants that it also tries as examples."""
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    constants_from_module(module)


def _changed(path: Path, since: Path) -> bool:
    return not since.exists() or path.stat().st_mtime >= since.stat().st_mtime
