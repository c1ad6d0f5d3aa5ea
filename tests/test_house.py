"""The house of design.md, enforced by reading imports: floors, doors between rooms, libraries, words, sizes."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from support.bare_sentences import bare_sentences, exceptions

ROOT = Path(__file__).parent.parent / "src" / "hustings"
PURE = ("problems", "pack", "answers", "scoring")
FACES = ("casefile", "interview", "workshop", "report", "kit", "portfolio")
FLOORS = {
    **{room: floor for floor, room in enumerate(PURE)},
    "frozen_records": -2,  # Python's dataclass, quicker
    "messages": -1,  # below problems, whose hints are said too
    "line_input": 3,  # the faces read their lines with it
    "text": -1,
    "styled_text": -0.5,  # rows for a terminal, which the interview draws and the verbs print
    "file_input": 0.5,  # says what is wrong as an InputError
    "file_output": 4,  # how every face writes a file
    "word_files": 4,  # texts of the kit and the report as DOCX
    **dict.fromkeys(FACES, 5),
    "cli": 6,
}
LIBRARIES = {
    "yaml": "pack", "pydantic": "pack", "pydantic_core": "pack",
    "questionary": "interview", "prompt_toolkit": "interview", "wcwidth": "text",
    "jinja2": "report", "markupsafe": "report", "weasyprint": "report", "pydyf": "report", "pypdf": "report",
    "pyhanko": "report", "pyhanko_certvalidator": "report",
    "tinyhtml5": "report", "tinycss2": "report", "PIL": "report", "xlsxwriter": "report",
    "sqlite3": "casefile", "click": "cli", "docx": ("kit", "word_files"),
    "babel": ("messages", "pack"),  # dates and lists of ours; catalogs of a pack
    "starlette": "workshop", "uvicorn": "workshop", "segno": "workshop", "cryptography": ("report", "workshop"),
    "duckdb": "portfolio", "sqlglot": "portfolio",
}  # fmt: skip
HEAVY = (
    "pyhanko",
    "cryptography",
    "wcwidth",
    "babel",
    "weasyprint",
    "pypdf",
    "jinja2",
    "docx",
    "uvicorn",
    "segno",
    "xlsxwriter",
    "duckdb",
)
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
    f"pack/{name}.py"
    for name in (
        "loader",
        "shipped",
        "schema/json_schema",
        "source/answers_file",
        "source/pack_files",
        "source/yaml_source",
        "translation/translated_pack",
    )
}
BANNED = re.compile(
    r"(?i)manager|handler|service|helper|utils|(?<![a-z])base|data(?!class)|info|process|handle|perform"
)
NAMED_BY_PYTHON = {"handle_starttag", "handle_startendtag", "handle_endtag", "handle_data", "data_received"}
"""Of html.parser and asyncio."""
LONGEST = 320


@cache
def files() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room(path: Path) -> str:
    parts = path.relative_to(ROOT).parts
    return parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Every module imported, and whether at the top of the file."""
    tree = parsed(path)
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


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_a_room_stands_on_lower_floors_only() -> None:
    inside = [path for path in files() if room(path) not in ("__init__", "__main__")]
    assert set() == {room(path) for path in inside} - FLOORS.keys(), "no floor: give it one in design and here"
    above = {
        f"{where(path)} must not import {other}"
        for path in inside
        for other in ours(path)
        if other != room(path) and FLOORS[other] >= FLOORS[room(path)]
    }
    assert set() == above


def test_each_library_lives_in_one_room() -> None:
    libraries = [(path, name, top) for path in files() for name, top in imports(path)]
    assert [] == [(where(path), name) for path, name, _ in libraries if not _at_home(path, name.split(".")[0])]
    heavy = [(where(path), name) for path, name, top in libraries if top and name.split(".")[0] in HEAVY]
    assert [] == heavy, "import it inside the function that needs it"


def _at_home(path: Path, library: str) -> bool:
    if library in LIBRARIES:
        homes = LIBRARIES[library]
        at_home = room(path) in ((homes,) if isinstance(homes, str) else homes)
        return at_home or (library == "sqlite3" and path.name == "doctor.py")
    return library == "hustings" or library in sys.stdlib_module_names


def test_pure_floors_read_no_clock_and_touch_no_world() -> None:
    pure = [path for path in files() if room(path) in (*PURE, "messages", "text")]
    assert {} == {where(path): found for path in pure if (found := _worldly(path))}
    clock = re.compile(r"datetime\.now|date\.today|utcnow")
    assert [] == [where(path) for path in pure if clock.search(path.read_text(encoding="utf-8"))]


def _worldly(path: Path) -> set[str]:
    found = {name.split(".")[0] for name, _ in imports(path)} & NO_CLOCK_NO_WORLD
    if path.name in ("messages.py", "po_file.py"):
        return found - {"io"}  # hand bytes to gettext and Babel, which want a file; others read and write them
    if where(path) == "scoring/robustness/draws.py":
        return found - {"random"}  # with a seed of its own, so that the same answers give the same draws
    return found - {"os", "sys", "pathlib", "io"} if where(path) in READS_FILES else found


def test_names_are_of_the_field() -> None:
    assert {} == {where(path): found for path in files() if (found := _banned(path))}


def _banned(path: Path) -> list[str]:
    kinds = (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
    named = [node.name for node in ast.walk(parsed(path)) if isinstance(node, kinds)]
    return [name for name in [*named, path.stem] if name not in NAMED_BY_PYTHON and BANNED.search(name)]


def test_a_file_says_what_it_is_for_and_stays_small() -> None:
    assert [] == [where(path) for path in files() if not ast.get_docstring(parsed(path))], (
        "a module says what it is for"
    )
    assert [] == [where(path) for path in files() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST]


def test_a_sentence_for_a_user_is_spoken() -> None:
    """Through `say` or `several`; in the pack, which hands its sentences up, also what a function returns.

    The titles of JSON Schemas are for editors, and English.
    """
    told = exceptions([parsed(path) for path in files()])
    handed_up = {path for path in files() if room(path) == "pack" and path.name != "json_schema.py"}
    found = {path: bare_sentences(parsed(path), told, returned=path in handed_up) for path in files()}
    assert {} == {where(path): sentences for path, one in found.items() if (sentences := list(one))}


def test_a_sentence_that_is_not_spoken_is_noticed() -> None:
    code = """
class OtherError(InputError): ...
HINTS = {"one": "Take it away.", "two": english("Keep it.")}
def check(diagnostics, n):
    what = f"`{n}` is not {n} here"
    more, less = say("the file is empty"), "the file is full"
    yield diagnostics.problem(n, what, say("Write it out."))
    yield Problem(n, more if n else less, "A" + " name of it.", severity="warning")
    diagnostics.report(n, say("two `{n}`", n=n), HINTS[n])
    raise OtherError("so it is")
def plainly(n):
    return ("nobody knows", "") if n else (say("is empty"), "key")
"""
    bare = {"`…` is not … here", "the file is full", " name of it.", "Take it away.", "so it is"}
    tree = ast.parse(code)
    assert bare == {text for _, text in bare_sentences(tree, exceptions([tree]))}
    assert {*bare, "nobody knows"} == {text for _, text in bare_sentences(tree, exceptions([tree]), returned=True)}


TESTS = Path(__file__).parent


def test_every_module_that_does_something_has_its_test_where_one_looks() -> None:
    acting = [where(path) for path in files() if path.name != "__init__.py" and _acts(parsed(path))]
    lacking = [name for name in acting if not (TESTS / name).with_name(f"test_{Path(name).name}").exists()]
    assert [] == lacking


def _acts(tree: ast.Module) -> bool:
    """Whether there is a function, or a method, with a statement beside its docstring; records and words have none."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(len(node.body) > bool(ast.get_docstring(node)) and not _is_open(node) for node in functions)


def _is_open(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it is a method that a protocol only names."""
    match node.body[-1]:
        case ast.Expr(value=ast.Constant(value=value)):
            return value is ... or isinstance(value, str)
        case _:
            return False


def test_a_module_without_its_test_would_be_seen() -> None:
    record = "class Dog:\n    name: str\nclass Face:\n    def ask(self) -> str:\n        ...\n"
    assert [False, True, True] == [
        _acts(ast.parse(code))
        for code in (record, f"{record}    def says(self):\n        return 1\n", "async def go():\n    await x()")
    ]


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
