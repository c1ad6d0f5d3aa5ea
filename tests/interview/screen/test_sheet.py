"""Every state of the interview at every size: nothing too wide, too long, cut or without keys; screens as accepted.

`python tests/interview/screen/test_sheet.py` writes the accepted screens anew; look at what has changed before you
commit them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hustings.interview.screen.grid import grid_for
from hustings.interview.screen.sheet import sheet
from hustings.interview.screen.view import View
from hustings.styled_text.rows import text_of
from support import screens

ACCEPTED = Path(__file__).parent / "accepted"
SHOWN = ((60, 20), (80, 24), (100, 34), (140, 34))
IN_SMALL_WINDOWS = (
    "choices shows them again above below more lines line read on keys "
    "atrás opciones las muestra otra vez arriba abajo más líneas línea seguir leyendo teclas"
)


def accepted(columns: int, rows: int) -> str:
    """All states at a size."""
    pages = (
        "\n".join((f"[{state}]", *screens.lines(screens.drawn(state, columns, rows)))) for state in screens.states()
    )
    return "\n".join(pages) + "\n"


@pytest.mark.parametrize(("columns", "rows"), SHOWN)
def test_screens_look_as_they_were_accepted(columns: int, rows: int) -> None:
    assert (ACCEPTED / f"{columns}x{rows}.txt").read_text("utf-8") == accepted(columns, rows)


@pytest.mark.parametrize("language", ["", "es"])
def test_nothing_overflows_or_is_cut_and_keys_are_there(language: str) -> None:
    found = dict[str, list[str]]()
    for state, (page, _) in screens.states(language).items():
        known = screens.words_in(page) | screens.words_of(IN_SMALL_WINDOWS.split())
        known |= screens.words_of(
            line for s in ((200, 60), (99, 60)) for line in screens.lines(screens.drawn(state, *s, language))
        )
        for columns, rows in screens.SIZES:
            drawn = screens.drawn(state, columns, rows, language)
            if wrong := screens.wrong(drawn, grid_for(columns, rows), known):
                found[f"{state} {columns}x{rows}"] = wrong
    assert {} == found


def test_what_does_not_fit_can_be_read_on() -> None:
    page, view = screens.states()["stop"]
    grid = grid_for(60, 20)
    assert sheet(page, view, grid).more
    last = screens.lines(sheet(page, replace(view, top=99), grid))
    assert "Ask counsel." in " ".join(" ".join(last).replace("┃", "").split())


def test_help_folds_the_choices_where_they_leave_it_no_room() -> None:
    assert screens.drawn("help", 60, 20).folded
    assert not screens.drawn("help", 80, 40).folded
    assert "6 choices   Esc shows them again" in "\n".join(screens.lines(screens.drawn("help", 60, 20)))


def test_the_field_lies_where_it_is_drawn() -> None:
    page, view = screens.states()["date"]
    drawn = sheet(page, view, grid_for(80, 24))
    assert drawn.field is not None
    column, row, width, height = drawn.field
    assert ("28 jan", 30, 1) == (text_of(drawn.rows[row])[column:].rstrip(), width, height)
    assert sheet(page, replace(view, lifted=True), grid_for(80, 24)).field is None


def test_even_a_tiny_window_shows_what_is_selected_and_the_keys() -> None:
    page, view = screens.states()["select"]
    for columns, rows in ((40, 14), (30, 10), (20, 6)):
        drawn = sheet(page, replace(view, selected=3), grid_for(columns, rows))
        assert len(drawn.rows) <= rows
        assert any("❯" in line for line in screens.lines(drawn)), (columns, rows)


def test_a_refusal_is_marked_otherwise_than_news() -> None:
    page, _ = screens.states()["select"]
    lines = {
        refused: screens.lines(sheet(replace(page, notices=("Told.",), refused=refused), View(), grid_for(80, 24)))
        for refused in (True, False)
    }
    assert ["    ✕ Told."] == [line for line in lines[True] if "Told." in line]
    assert ["    • Told."] == [line for line in lines[False] if "Told." in line]


if __name__ == "__main__":
    for size in SHOWN:
        (ACCEPTED / f"{size[0]}x{size[1]}.txt").write_text(accepted(*size), "utf-8")
