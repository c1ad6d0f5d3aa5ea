"""The JSON Schemas for editors: fresh, true to the shapes, and content with the packs that we ship.

An editor reads YAML 1.2, where `yes` is text and `0.5` a number; so do these tests.
"""

from __future__ import annotations

import json
import re
import runpy
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from hustings.pack.schema.json_schema import FILES, schema, text, write

TOP = Path(__file__).resolve().parents[3]
SCHEMAS = TOP / "questionnaires" / "schemas"
PACKS = [TOP / "tests" / "packs" / "mini", TOP / "tests" / "packs" / "town"]
"""Of ours; what ships is validated below."""


class _Core(yaml.CSafeLoader):
    """YAML 1.2, core schema: only these five kinds of plain text are anything but text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own form


for kind, pattern, firsts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{pattern})$"), firsts)
_Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def as_an_editor_reads(written: str) -> Any:
    return yaml.load(written, _Core)  # noqa: S506 - a SafeLoader


@cache
def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


def complaints(kind: str, written: str) -> list[str]:
    found = validator(kind).iter_errors(as_an_editor_reads(written))
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def kind_of(path: Path) -> str:
    return {"sections": "section", "rubric": "domain", "rules": "rules", "kit": "kit"}.get(path.parent.name, path.stem)


@pytest.mark.parametrize("kind", sorted(FILES))
def test_the_schemas_that_we_ship_are_not_stale(kind: str) -> None:
    assert text(kind) == (SCHEMAS / f"{kind}.json").read_text(encoding="utf-8")


def test_no_schema_is_left_over() -> None:
    assert sorted(f"{kind}.json" for kind in FILES) == sorted(path.name for path in SCHEMAS.iterdir())


@pytest.mark.parametrize("kind", sorted(FILES))
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert "https://json-schema.org/draft/2020-12/schema" == schema(kind)["$schema"]
    assert "\0" not in json.loads(text(kind)).get("properties", {})


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
def test_every_file_of_a_pack_validates(pack: Path) -> None:
    files = [path for path in sorted(pack.rglob("*.yaml")) if kind_of(path) in FILES]
    wrong = {path.name: complaints(kind_of(path), path.read_text(encoding="utf-8")) for path in files}
    assert {path.name: [] for path in files} == wrong
    assert {"questionnaire.yaml", "rubric.yaml"} <= wrong.keys()


HEADER = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
SHIPPED = sorted((TOP / "questionnaires").glob("*/**/*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(TOP).as_posix())
def test_every_file_that_ships_names_its_schema_in_its_first_line(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    named = HEADER.match(written)
    assert named is not None
    schema_file = (path.parent / named[1]).resolve()
    assert SCHEMAS == schema_file.parent
    assert kind_of(path) not in FILES or kind_of(path) == schema_file.stem
    assert [] == complaints(schema_file.stem, written)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a: yes\nb: no\nc: on", {"a": "yes", "b": "no", "c": "on"}),
        ("a: 0.5\nb: 3\nc: 1/3\nd: 010", {"a": 0.5, "b": 3, "c": "1/3", "d": 10}),
        ("a: true\nb:\nc: 2026-11-03", {"a": True, "b": None, "c": "2026-11-03"}),
    ],
)
def test_the_editor_of_these_tests_reads_yaml_1_2(written: str, said: object) -> None:
    assert said == as_an_editor_reads(written)


SECTION = "section: a\ntitle: T\nquestions:\n  - {id: q, type: number, text: How many, minutes: 1/3, required: yes"


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("}", []),
        (", lowest: 0, highest: 2.5}", []),
        (", note: x}", ["questions.0: Additional properties are not allowed ('note' was unexpected)"]),
        (", na: maybe}", ["questions.0.na: 'maybe' is not one of ['yes', 'no', True, False]"]),
        (", role: Press}", ["questions.0.role: 'Press' does not match '^[a-z][a-z0-9_]*$'"]),
        (
            ", lowest: few}",
            ["questions.0.lowest: 'few' does not match '^[+-]?[0-9]{1,12}(\\\\.[0-9]{1,12})?(/[0-9]{1,12})?$'"],
        ),
    ],
)
def test_an_editor_is_told_what_does_not_fit(added: str, expected: list[str]) -> None:
    assert expected == complaints("section", SECTION + added)


def test_a_table_takes_ids_only() -> None:
    [said] = complaints("answers", "answers: {staff: 3, Two Words: 4}")
    assert said.startswith("answers: 'Two Words' does not match any of the regexes: ")


def test_keys_are_explained_and_carry_no_empty_words() -> None:
    asked = schema("section")["$defs"]["QuestionShape"]["properties"]
    assert {"type": "string", "minLength": 1, "maxLength": 4000, "description": asked["why"]["description"]} == asked[
        "why"
    ]
    assert "Why we ask; shown on demand and in the report." == asked["why"]["description"]
    assert "place" not in asked


def test_every_schema_is_written_into_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "new" / "schemas")
    written = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "new" / "schemas").iterdir()}
    assert {kind: text(kind) for kind in FILES} == written


def test_the_module_can_be_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["schema", str(tmp_path)])
    runpy.run_path(str(TOP / "src" / "hustings" / "pack" / "schema" / "json_schema.py"), run_name="__main__")
    assert sorted(f"{kind}.json" for kind in FILES) == sorted(path.name for path in tmp_path.iterdir())
