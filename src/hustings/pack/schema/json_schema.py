"""JSON Schemas of a pack's files, made from the shapes that read them, for editors that complete and check YAML.

`python -m hustings.pack.schema.json_schema FOLDER` writes one file for each kind. A schema is looser than
`hustings check`: it knows the keys and types of one file, not whether the pack makes sense.
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path
from typing import Any

from pydantic.json_schema import PydanticJsonSchemaWarning

from hustings.pack.schema import language as l
from hustings.pack.schema import pack_shapes as s
from hustings.pack.schema import uses_and_rules as b
from hustings.pack.schema.kit import KitShape
from hustings.pack.schema.shape import Shape

FILES: dict[str, type[Shape]] = {
    "questionnaire": s.QuestionnaireShape,
    "section": s.SectionShape,
    "rubric": s.RubricShape,
    "domain": s.DomainShape,
    "cases": s.CasesShape,
    "sources": s.SourcesShape,
    "uses": b.UsesShape,
    "rules": b.RulesShape,
    "kit": KitShape,
    "answers": s.AnswersShape,
    "language": l.LanguageShape,
}
"""Every kind of authored file, by the name of its published JSON Schema."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLES = {
    "questionnaire": "questionnaire.yaml: what a pack is called and which sections it asks",
    "section": "sections/NAME.yaml: the questions of one section",
    "rubric": "rubric.yaml: how answers are weighed",
    "domain": "rubric/NAME.yaml: the items, gates and actions of one domain",
    "cases": "cases.yaml: worked campaigns and what must come out of them",
    "sources": "sources.yaml: where each fact comes from",
    "uses": "uses.yaml: what AI can do for a campaign, and what must be in place first",
    "rules": "rules/NAME.yaml: the rules that may apply in one place, with their sources",
    "kit": "kit/NAME.yaml: a text to adopt, filled from the answers",
    "answers": "An answers file for an interview without a person",
    "language": "languages/CODE.yaml of a pack: its texts in another language",
}


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file: a key of `shapes.FILES`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)  # exact fractions have no default in JSON
        made = FILES[kind].model_json_schema(by_alias=True)
    return {"$schema": DIALECT, "title": TITLES[kind], **_plain(made)}


def _plain(part: Any) -> Any:
    """Without what says nothing to an editor: titles that repeat a key, `null` (an empty value), empty defaults."""
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    plain = {key: _plain(value) for key, value in part.items() if not _says_nothing(key, value)}
    if plain.get("anyOf", [{}])[-1] == {"type": "null"} and len(plain["anyOf"]) == 2:  # noqa: PLR2004 - or nothing
        plain |= plain.pop("anyOf")[0]
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    return plain


def _says_nothing(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, [], {}))


def text(kind: str) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path) -> None:
    """Write the schema of every kind of file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in FILES:
        (folder / f"{kind}.json").write_text(text(kind), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
