"""What every shape of an authored file has in common: unknown keys are refused, and the place of writing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.json_schema import SkipJsonSchema

from hustings.pack.source.yaml_source import Placed
from hustings.problems import NOWHERE, Place

PLACE = "\0place"  # also written out below: mypy wants a literal there


def inline_or_file(raw: Any) -> str:
    """Whether a part is written out or names a file of its own."""
    return "inline" if isinstance(raw, dict | BaseModel) else "file"


class Shape(BaseModel):
    """A mapping of a file. It keeps the place where it was written, under a key that no author can type."""

    instead: ClassVar[Mapping[str, str]] = {}
    """Keys that were once taken, and what to write now."""
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    place: SkipJsonSchema[Place] = Field(NOWHERE, alias="\0place")

    @model_validator(mode="before")
    @classmethod
    def _placed(cls, data: Any) -> Any:
        return {**data, PLACE: data.place} if isinstance(data, Placed) else data
