"""Each difference of two assessments, by its place."""

from __future__ import annotations

from collections.abc import Mapping

from hustings.report.verification.differences import Difference, differences


def found(there: Mapping[str, object], recomputed: Mapping[str, object]) -> list[Difference]:
    return list(differences(there, recomputed))


def test_the_same_differ_nowhere() -> None:
    one = {"index": {"exact": "1/2", "decimal": 0.5}, "gates": [{"id": "a", "open": None}]}
    assert [] == found(one, {**one})


def test_a_figure_is_one_difference() -> None:
    half, third = {"exact": "1/2", "decimal": 0.5}, {"exact": "1/3", "decimal": 0.333333}
    assert [Difference("index.pt", "0.5 (1/2)", "0.333333 (1/3)")] == found(
        {"index": {"pt": half}}, {"index": {"pt": third}}
    )
    assert [Difference("n", "2.0", "0.5 (1/2)")] == found({"n": {"exact": "2", "decimal": 2.0}}, {"n": half})


def test_parts_of_a_list_are_called_by_their_question_or_number() -> None:
    one, other = [{"question": "a", "w": 1}, 5], [{"question": "a", "w": True}, 5, "more"]
    assert [Difference("items[a].w", "1", "True"), Difference("items[3]", "", "more")] == found(
        {"items": one}, {"items": other}
    )


def test_what_is_only_in_one_and_what_is_not_recomputed() -> None:
    assert [Difference("a", "1", ""), Difference("b", "", "2")] == found(
        {"a": 1, "head": "x"}, {"b": 2, "hustings": "y"}
    )


def test_what_reports_of_earlier_versions_do_not_carry_is_no_difference() -> None:
    assert [] == found({"plan": {}}, {"plan": {"at_best": []}})
    assert [Difference("plan.at_best", "[]", "")] == found({"plan": {"at_best": []}}, {"plan": {}})
