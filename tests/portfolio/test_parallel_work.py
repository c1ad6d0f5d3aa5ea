"""Work on one core, and on several: each argument has its result."""

from __future__ import annotations

from hustings.portfolio.parallel_work import side_by_side


def test_one_core_works_in_order_and_two_do_all_of_it() -> None:
    assert [("a", 1), ("bb", 2)] == list(side_by_side(["a", "bb"], len, 1))
    many = ["x" * n for n in range(1, 30)]
    assert {word: len(word) for word in many} == dict(side_by_side(iter(many), len, 2))
