"""Dates of rules, as precise as an author knows them."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from hustings.pack.schema.uses_and_rules import Dated, MaybeDated


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("2027-02", date(2027, 2, 1), date(2027, 2, 28)),
        ("2027-02-03", date(2027, 2, 3), date(2027, 2, 3)),
    ],
)
def test_a_date_stretches_over_what_is_known_of_it(written: str, first: date, last: date) -> None:
    found = TypeAdapter(Dated).validate_python(written)
    assert (first, last) == (found.first, found.last)


@pytest.mark.parametrize("written", ["", "soon", "2027-13", "2027-02-30", 2027])
def test_what_is_no_date_is_refused_also_where_it_may_be_left_out(written: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Dated).validate_python(written)
    with pytest.raises(ValidationError):
        TypeAdapter(MaybeDated).validate_python(written)
