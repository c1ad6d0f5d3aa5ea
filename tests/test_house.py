"""The house of design.md, enforced by reading imports: floors, doors between rooms, libraries, words, sizes."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "hustings"
PURE = ("problems", "pack", "answers", "scoring")
FACES = ("casefile", "interview", "workshop", "report", "kit")
FLOORS = {
    **{room: floor for floor, room in enumerate(PURE)},
    "wording": -1,  # below problems, whose hints are said too
    "line_input": 3,  # the faces read their lines with it
    "text": -1,
    "files": 0.5,  # says what is wrong as an InputError
    "writing": 4,  # how every face writes a file
    **dict.fromkeys(FACES, 5),
    "cli": 6,
}
LIBRARIES = {
    "yaml": "pack", "pydantic": "pack", "pydantic_core": "pack",
    "questionary": "interview", "prompt_toolkit": "interview", "wcwidth": "interview",
    "jinja2": "report", "markupsafe": "report", "weasyprint": "report", "pydyf": "report", "pypdf": "report",
    "tinyhtml5": "report", "tinycss2": "report", "PIL": "report",
    "sqlite3": "casefile", "click": "cli", "docx": "kit",
    "starlette": "workshop", "uvicorn": "workshop", "segno": "workshop",
}  # fmt: skip
HEAVY = ("weasyprint", "pypdf", "jinja2", "docx", "uvicorn", "segno")
NO_CLOCK_NO_WORLD = {
    "time",
    "random",
    "os",
    "sys",
    "socket",
    "subprocess",
    "sqlite3",
    "urllib",
    "http",
    "asyncio",
    "pathlib",
    "tempfile",
    "shutil",
    "io",
}
READS_FILES = {
    f"pack/{name}.py" for name in ("nodes", "read", "shelf", "schema", "answers_file", "language", "pack_files")
}
BANNED = re.compile(
    r"(?i)manager|handler|service|helper|utils|(?<![a-z])base|data(?!class)|info|process|handle|perform"
)
NAMED_BY_PYTHON = {"handle_starttag", "handle_startendtag", "handle_endtag", "handle_data", "data_received"}
"""Of html.parser and asyncio."""
LONGEST = 320


def files() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    return parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module imported, and whether at the top of the file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in ast.iter_child_nodes(tree)}
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a thing lives"
            module = node.module or ""
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "hustings" else [module]
        yield from ((name, id(node) in top) for name in names)


def ours(path: Path) -> Iterator[str]:
    """The rooms that a file takes from."""
    for name, _ in imports(path):
        parts = name.split(".")
        if parts[0] == "hustings" and len(parts) > 1 and parts[1] != "__version__":
            assert parts[1] in FLOORS, name
            yield parts[1]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_stands_on_lower_floors_only(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    assert here in FLOORS, f"{here} has no floor: give it one in design and here"
    above = {other for other in ours(path) if other != here and FLOORS[other] >= FLOORS[here]}
    assert set() == above, f"{here} must not import {above}"


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_each_library_lives_in_one_room(path: Path) -> None:
    for name, top in imports(path):
        library = name.split(".")[0]
        if library in LIBRARIES:
            assert LIBRARIES[library] == room(path) or (library == "sqlite3" and path.name == "doctor.py"), name
        else:
            assert library == "hustings" or library in sys.stdlib_module_names, f"{name} has no room in LIBRARIES"
        if library in HEAVY:
            assert not top, f"{name} is heavy: import it inside the function that needs it"


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_pure_floors_read_no_clock_and_touch_no_world(path: Path) -> None:
    if room(path) not in (*PURE, "wording", "text"):
        return
    worldly = {name.split(".")[0] for name, _ in imports(path)} & NO_CLOCK_NO_WORLD
    if path.relative_to(ROOT).as_posix() in READS_FILES:
        worldly -= {"os", "sys", "pathlib", "io"}
    assert set() == worldly
    assert not re.search(r"datetime\.now|date\.today|utcnow", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_names_are_of_the_field(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
    named = [node.name for node in ast.walk(tree) if isinstance(node, kinds) and node.name not in NAMED_BY_PYTHON]
    assert [] == [name for name in [*named, path.stem] if BANNED.search(name)]


@pytest.mark.parametrize("path", files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_says_what_it_is_for_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module docstring says what it is for"
    assert len(text.splitlines()) <= LONGEST


def test_no_circles() -> None:
    edges = {
        path.relative_to(ROOT).with_suffix("").as_posix().replace("/", "."): {
            name.removeprefix("hustings.") for name, _ in imports(path) if name.startswith("hustings.")
        }
        for path in files()
    }
    walked: dict[str, str] = {}

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, f"a circle: {' -> '.join((*trail, name))}"
        if name in walked:
            return
        for other in sorted(edges.get(name, set()) & edges.keys()):
            walk(other, (*trail, name))
        walked[name] = "done"

    for name in edges:
        walk(name, ())
    assert walked.keys() == edges.keys()
