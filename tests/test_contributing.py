"""`CONTRIBUTING.md` is kept: the paths, functions and commands that it names are there."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PATH = re.compile(r"(?<![\w./-])(?:src|tests|questionnaires|reports)/[\w./-]*[\w/]")
ARROW = re.compile(r"^   \|  (\w+) +(src/\S+\.py)", re.MULTILINE)
SHORT = re.compile(r"`([\w.-]+\.(?:py|html|css|js|json|yaml|md|po)|[\w.-]+/)`")
CHANGES = re.compile(r"^\| ([^*|][^|]+) \| (`.+) \|$", re.MULTILINE)
ENTRIES_OF_CHANGES = 30


def named() -> set[str]:
    """Every path that the text names; `NAME` stands for any name."""
    return set(PATH.findall(TEXT))


def defined(path: str) -> set[str]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def test_every_path_that_it_names_is_there() -> None:
    gone = {path for path in named() if not any(ROOT.glob(path.replace("NAME", "*").rstrip("/")))}
    assert set() == gone, "moved? name the new place in CONTRIBUTING.md"


def short_names_gone(text: str) -> list[str]:
    """Names without a path, such as `gates.py` or `mailed/`, that are in no folder which their line names."""
    return [name for line in text.splitlines() for name in SHORT.findall(line) if not _is_near(name, line)]


def _is_near(name: str, line: str) -> bool:
    paths = [ROOT / path for path in PATH.findall(line) if "NAME" not in path]
    folders = {path if path.is_dir() else path.parent for path in paths} or {ROOT}
    return any((ROOT / name).exists() or any(folder.rglob(name.rstrip("/"))) for folder in folders)


def test_every_file_that_it_names_without_a_path_is_where_its_line_leads() -> None:
    kept = TEXT.partition("## How a release is made")[0]  # which names folders that a build makes
    assert [] == short_names_gone(kept), "moved? name the new place in CONTRIBUTING.md"


def test_a_short_name_that_leads_nowhere_would_be_seen() -> None:
    line = "| caps | `src/hustings/scoring/score.py`, `gates.py`, `plan/`, `compose.py`, `nowhere/` |"
    assert ["compose.py", "nowhere/"] == short_names_gone(line)


def test_each_arrow_of_the_picture_is_a_function_of_the_file_beside_it() -> None:
    arrows = ARROW.findall(TEXT)
    assert ["read_pack", "render_pdf"] == [arrows[0][0], arrows[-1][0]]
    assert [] == [(name, path) for name, path in arrows if name not in defined(path)]


def test_the_likeliest_changes_lead_somewhere() -> None:
    table = TEXT.partition("## To change X, open Y")[2].partition("## How to add")[0]
    changes = CHANGES.findall(table)
    assert len(changes) >= ENTRIES_OF_CHANGES
    assert [] == [what for what, where in changes if not PATH.search(where)]


def test_every_target_of_make_that_it_names_is_there() -> None:
    targets = set(re.findall(r"(?:`|    )make ([a-z]+)\b", TEXT))
    assert {"check", "test", "messages", "lock"} <= targets
    assert set() == {target for target in targets if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)}


def test_it_travels_with_the_source_and_the_readme_leads_to_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "CONTRIBUTING.md" in project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert "](CONTRIBUTING.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_hooks_before_a_commit_fetch_nothing() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert ["local"] == re.findall(r"repo: (\S+)", hooks)
    assert ["ruff", "ruff", "mypy"] == re.findall(r"entry: \.venv/bin/(\w+)", hooks)
