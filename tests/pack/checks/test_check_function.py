"""Circles in what needs what: each is told once, from its first member."""

from __future__ import annotations

import pytest

from hustings.pack.checks.check_function import circle, loops


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [("a", "a")]),
        ({"b": ["a"], "a": ["b"]}, [("b", "a", "b")]),
        ({"a": ["b"], "b": ["c"], "c": ["a"]}, [("a", "b", "c", "a")]),
        ({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}, [("a", "b", "a"), ("c", "d", "c")]),
    ],
)
def test_every_circle_is_found(graph: dict[str, list[str]], expected: list[tuple[str, ...]]) -> None:
    assert expected == sorted(loops(graph))


def test_a_circle_as_it_is_shown() -> None:
    assert "`a` -> `b` -> `a`" == circle(("a", "b", "a"))
