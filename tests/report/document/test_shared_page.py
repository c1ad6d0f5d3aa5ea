"""What may be shared: no score, and a few marked things, of which what is not named says nothing."""

from __future__ import annotations

from support.report import town_report, worked_report


def test_a_few_marked_things_are_named() -> None:
    shared = worked_report("school_board_in_order").shared
    assert shared.says[0].startswith("An invented campaign has looked at how ready it is for AI: Data privacy, ")
    assert 5 == len(shared.practices)
    assert shared == worked_report("school_board_in_order").shared


def test_another_answer_draws_another_lot() -> None:
    drawn = {worked_report("school_board_in_order", campaign_name=f"Name {n}").shared.practices for n in range(6)}
    assert len(drawn) > 1


def test_where_few_are_in_place_none_is_named() -> None:
    assert () == town_report().shared.practices == worked_report("statewide_full_open").shared.practices
