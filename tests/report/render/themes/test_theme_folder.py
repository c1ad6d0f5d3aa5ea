"""Finding a theme: the one that ships by its name, any other by its path."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack import shipped as place
from hustings.problems import InputError
from hustings.report.render.themes.theme_folder import find_theme, ships

TOP = Path(__file__).resolve().parents[4]


def said(wrong: pytest.ExceptionInfo[InputError]) -> tuple[str, str]:
    return wrong.value.what, wrong.value.hint


def test_the_shipped_theme_is_found_by_name() -> None:
    assert TOP / "reports" / "plain" == find_theme("plain")


def test_where_nothing_ships_a_folder_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shelf" / "reports").mkdir(parents=True)
    monkeypatch.setattr(place, "PACKAGE", tmp_path)
    with pytest.raises(InputError) as wrong:
        find_theme("plain")
    assert ("There is no theme `plain`.", "Give a theme's name, or its folder as ./NAME.") == said(wrong)


def test_a_folder_that_is_no_theme(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        find_theme(str(tmp_path))
    assert f"{tmp_path} is not a theme: it holds no report.html." == wrong.value.what


def test_a_theme_that_is_not_there() -> None:
    with pytest.raises(InputError) as wrong:
        find_theme("plane")
    assert ("There is no theme `plane`.", "Did you mean `plain`?") == said(wrong)


def test_a_copy_of_the_shipped_theme_is_a_strangers(tmp_path: Path) -> None:
    (tmp_path / "report.html").touch()
    assert (True, False) == (ships(find_theme("plain")), ships(find_theme(str(tmp_path))))
