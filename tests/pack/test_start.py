"""Reading a pack is quick, and the rooms that only use one do not pay for reading it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACK = ROOT / "src" / "hustings" / "pack"


def importers(library: str) -> list[str]:
    return [path.relative_to(PACK).as_posix() for path in sorted(PACK.rglob("*.py")) if library in imported(path)]


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.split(".")[0] for name in plain | {n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)}}


def test_each_library_stays_where_files_are_read() -> None:
    assert ["source/yaml_source.py"] == importers("yaml")
    outside = {name for name in importers("pydantic") if not name.startswith("schema/")}
    assert {"source/recovery.py", "source/scalars.py", "source/validation.py"} == outside


def test_records_and_conditions_start_without_them() -> None:
    names = ("questionnaire", "model", "editions", "conditions", "item_values", "condition_truth", "shipped")
    said = f"import sys; {'; '.join(f'import hustings.pack.{name}' for name in names)}"
    heavy = "print(sorted({'yaml', 'pydantic', 'pydantic_core'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", f"{said}; {heavy}"], capture_output=True, text=True, check=True)
    assert "[]\n" == done.stdout
