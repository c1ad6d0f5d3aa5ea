"""The chapters behind page one: domains, steps, certainty, ledger, answers, sources, method."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from support.report import town_report


def test_everything_is_ready_text() -> None:
    """A theme reckons nothing: the document holds text, truth values and records of these, frozen."""

    def leaves(value: object) -> list[type]:
        if isinstance(value, tuple):
            return [leaf for part in value for leaf in leaves(part)]
        if is_dataclass(value):
            return [leaf for field in fields(value) for leaf in leaves(getattr(value, field.name))]
        return [type(value)]

    assert set(leaves(town_report())) <= {str, bool, type(None)}


# --- charts ------------------------------------------------------------------------------------------------
