"""Finding packs and themes: by path, by name, from a checkout and from a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.pack import shelf as place
from hustings.pack.shelf import DEFAULT_PACK, find_pack, find_theme, shelf
from hustings.problems import InputError

TOP = Path(__file__).resolve().parents[2]


def test_a_checkout_ships_what_lies_at_its_top() -> None:
    assert (TOP / "questionnaires", TOP / "reports") == (shelf("questionnaires"), shelf("reports"))


def test_a_wheel_ships_what_lies_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shelf" / "reports").mkdir(parents=True)
    monkeypatch.setattr(place, "PACKAGE", tmp_path)
    assert tmp_path / "shelf" / "reports" == shelf("reports")


def test_the_default_pack_is_found_by_name() -> None:
    assert TOP / "questionnaires" / "campaign-ai" == find_pack(DEFAULT_PACK)


def test_the_shipped_theme_is_found_by_name() -> None:
    assert TOP / "reports" / "plain" == find_theme("plain")


def test_a_folder_of_ones_own_is_found_by_path(tmp_path: Path) -> None:
    (tmp_path / "questionnaire.yaml").touch()
    assert tmp_path == find_pack(str(tmp_path))


def test_a_folder_here_goes_before_a_shipped_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "campaign-ai").mkdir()
    (tmp_path / "campaign-ai" / "questionnaire.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert Path("campaign-ai") == find_pack("campaign-ai")


def test_a_folder_here_that_is_no_pack_does_not_hide_a_shipped_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "campaign-ai").mkdir()
    monkeypatch.chdir(tmp_path)
    assert TOP / "questionnaires" / "campaign-ai" == find_pack("campaign-ai")


def said(wrong: pytest.ExceptionInfo[InputError]) -> tuple[str, str]:
    return wrong.value.what, wrong.value.hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("campain-ai", "Did you mean `campaign-ai`?"),
        ("zzz", "Allowed here: `campaign-ai`."),
    ],
)
def test_a_pack_that_is_not_there(name: str, hint: str) -> None:
    with pytest.raises(InputError) as wrong:
        find_pack(name)
    assert (f"There is no pack `{name}`.", hint) == said(wrong)


def test_a_theme_that_is_not_there() -> None:
    with pytest.raises(InputError) as wrong:
        find_theme("plane")
    assert ("There is no theme `plane`.", "Did you mean `plain`?") == said(wrong)


def test_a_folder_that_is_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as wrong:
        find_pack("mine")
    assert ("mine is not a pack: it holds no questionnaire.yaml.", "Allowed here: `campaign-ai`.") == said(wrong)


def test_where_nothing_ships_a_folder_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shelf" / "reports").mkdir(parents=True)
    monkeypatch.setattr(place, "PACKAGE", tmp_path)
    with pytest.raises(InputError) as wrong:
        find_theme("plain")
    assert ("There is no theme `plain`.", "Give a theme's name or folder.") == said(wrong)


@pytest.mark.parametrize("name", ["", ".", "..", "../questionnaires", "nul\0", "x" * 5000])
def test_any_odd_name_is_a_pack_that_is_not_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        find_pack(name)
