"""The published schemas, each read and checked once in a process: that takes longer than to validate by it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator


def validate(content: Any, path: Path) -> None:
    """Raise a `jsonschema.ValidationError` unless this keeps to the schema in that file."""
    validator(path).validate(content)


@cache
def validator(path: Path) -> Draft202012Validator:
    """What holds a result against the schema in a file."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
