"""What every shape of an authored file has in common."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from hustings.pack.schema.shape import PLACE, Shape, inline_or_file
from hustings.pack.source.yaml_source import Placed
from hustings.problems import NOWHERE, Place


class Dog(Shape):
    """A shape."""

    name: str


def test_a_shape_keeps_the_place_where_it_was_written() -> None:
    here = Place("dogs.yaml", 3, 5)
    written = Placed(here)
    written["name"] = "Rex"
    assert (here, "Rex") == ((found := Dog.model_validate(written)).place, found.name)
    assert NOWHERE == Dog.model_validate({"name": "Rex"}).place


def test_a_key_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError) as wrong:
        Dog.model_validate({"name": "Rex", "nmae": "Max"})
    assert [("extra_forbidden", ("nmae",))] == [(one["type"], one["loc"]) for one in wrong.value.errors()]
    assert PLACE not in Dog.model_json_schema()["properties"]


def test_a_part_is_written_out_or_names_its_file() -> None:
    assert ("inline", "inline", "file") == (
        inline_or_file({}), inline_or_file(Dog.model_validate({"name": "Rex"})), inline_or_file("fakes"),
    )  # fmt: skip
