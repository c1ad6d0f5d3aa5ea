"""The published JSON Schemas: up to date, and true of every file that ships, as an editor reads it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from hustings.pack import schema
from hustings.pack.shapes import FILES

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "questionnaires" / "schemas"
HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class Editor(yaml.SafeLoader):
    """YAML with the types of its version 1.2, as editors have them: yes and 2026-11-03 are text."""


Editor.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def as_an_editor(text: str) -> Any:
    return yaml.load(text, Editor)  # noqa: S506 - a safe loader, with fewer types


def wrong(kind: str, text: str) -> list[str]:
    errors = Draft202012Validator(schema.schema(kind)).iter_errors(as_an_editor(text))
    return sorted(error.json_path for error in errors)


@pytest.mark.parametrize("kind", FILES)
def test_the_published_schema_is_up_to_date(kind: str) -> None:
    assert schema.text(kind) == (SCHEMAS / f"{kind}.json").read_text(encoding="utf-8"), "run: make schemas"


def test_they_are_written_by_one_command(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hustings.pack.schema", str(tmp_path / "new")], check=True)
    assert sorted(f"{kind}.json" for kind in FILES) == sorted(path.name for path in (tmp_path / "new").iterdir())
    assert schema.text("rubric") == (tmp_path / "new" / "rubric.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", FILES)
def test_a_schema_is_a_schema_and_says_what_it_is_for(kind: str) -> None:
    made = json.loads(schema.text(kind))
    Draft202012Validator.check_schema(made)
    assert ("https://json-schema.org/draft/2020-12/schema", schema.TITLES[kind]) == (made["$schema"], made["title"])
    assert "\\u0000" not in json.dumps(made)


SHIPPED = sorted((ROOT / "questionnaires").glob("*/**/*.yaml")) + sorted((ROOT / "tests/packs/mini").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_file_that_ships_is_true_to_its_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = HEADER.match(text)
    kind = Path(named[1]).stem if named else path.stem
    if named:
        assert SCHEMAS / f"{kind}.json" == (path.parent / named[1]).resolve()
    assert [] == wrong(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("section", "section: a\ntitle: A\nquestions: [{id: q, type: yes_no, text: T, requried: yes}]", ["$.questions[0]"]),
        ("section", "section: a\ntitle: A\nquestions: [{id: Q, type: yes_no, text: T, na: on}]",
         ["$.questions[0].id", "$.questions[0].na"]),
        ("section", "section: a\ntitle: A\nquestions: []", ["$.questions"]),
        ("domain", "domain: a", ["$", "$", "$", "$", "$"]),
        ("answers", "answers: {Bad: 1}", ["$.answers"]),
    ],
)  # fmt: skip
def test_an_editor_marks_mistakes_of_form(kind: str, text: str, expected: list[str]) -> None:
    assert expected == wrong(kind, text)


@pytest.mark.parametrize("number", ["0.5", "1", "1/3", "'0.7'"])
def test_a_number_may_be_written_in_every_way_that_is_read(number: str) -> None:
    values = f"alpha: {{value: {number}, because: b}}"
    assert "$.parameters.alpha.value" not in wrong("rubric", f"parameters: {{{values}}}")
