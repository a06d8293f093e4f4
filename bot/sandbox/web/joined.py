"""The page's scripts joined into one, and its styles: three requests open it instead of fifty."""

import json
import re
from pathlib import Path

STATIC = Path(__file__).parent / "static"
FIRST_SCRIPT = "app"
STYLES = ("base", "shell", "messages", "components", "composer", "forms", "narrow")
"""In this order: of two rules that say as much, the later one holds."""
IMPORT = re.compile(r'^import \{(.*)\} from "\./(\w+)\.js";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:class|function|const) (\w+))", re.MULTILINE)


def style() -> str:
    """Return all styles."""
    return "".join((STATIC / f"css/{name}.css").read_text(encoding="utf-8") for name in STYLES)


def script() -> str:
    """Return all modules, each as a function that is called once and returns what it exports."""
    modules = _modules()
    return "".join(map(_function, modules, modules.values())) + "//# sourceMappingURL=page.js.map\n"


def source_map() -> str:
    """Return where each line of the joined script comes from, for a browser's tools."""
    sections: list[dict[str, object]] = []
    above = 0
    for name, text in _modules().items():
        sections.append({"offset": {"line": above + 1, "column": 0}, "map": _lines_of(name, text)})
        above += _function(name, text).count("\n")
    return json.dumps({"version": 3, "sections": sections})


def _modules() -> dict[str, str]:
    """Return the modules' texts by name, each after those that it imports."""
    found: dict[str, str] = {}

    def find(name: str) -> None:
        text = (STATIC / f"js/{name}.js").read_text(encoding="utf-8")
        for _, needed in IMPORT.findall(text):
            if needed not in found:
                find(needed)
        found[name] = text

    find(FIRST_SCRIPT)
    return found


def _function(name: str, text: str) -> str:
    exported = ", ".join(EXPORT.findall(text))
    body = EXPORT.sub("", IMPORT.sub(r"const {\1} = \2_js;", text))
    return f"const {name}_js = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _lines_of(name: str, text: str) -> dict[str, object]:
    """Map each line to the same line of a module: "the source's first line", then "its next"."""
    mappings = "AAAA" + ";AACA" * text.count("\n")
    return {"version": 3, "sources": [f"static/js/{name}.js"], "names": [], "mappings": mappings}
