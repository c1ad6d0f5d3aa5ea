"""How a window is divided."""

from __future__ import annotations

from hustings.interview.screen.grid import Grid, grid_for


def test_margins_text_and_help_grow_with_the_window() -> None:
    grids = [grid_for(columns, 24) for columns in (60, 72, 80, 100, 140, 200)]
    assert [(60, 1, 58, 0), (72, 2, 68, 0), (80, 2, 76, 0), (100, 3, 58, 32), (140, 6, 76, 44), (200, 6, 76, 44)] == [
        (grid.columns, grid.margin, grid.text, grid.side) for grid in grids
    ]
    assert all(grid.margin + grid.stage < grid.columns for grid in grids)


def test_air_comes_with_rows_and_a_tall_window_is_not_filled() -> None:
    assert [(False, False, 0), (True, False, 1), (True, True, 1)] == [
        (grid.airy, grid.loose, grid.top) for grid in (grid_for(80, rows) for rows in (20, 24, 40))
    ]
    assert [20, 36, 34] == [grid_for(80, rows).height for rows in (20, 36, 60)]


def test_a_window_below_sixty_by_twenty_is_small() -> None:
    assert [True, True, False] == [grid_for(*size).small for size in ((59, 24), (60, 19), (60, 20))]
    assert Grid(8, 4, 1, 16).text == grid_for(8, 4).text
