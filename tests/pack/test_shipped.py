"""Finding packs and themes: by path, by name, from a checkout and from a wheel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hustings.pack import shipped as place
from hustings.pack.shipped import DEFAULT_PACK, find_pack, shelf, shipped_pack
from hustings.problems import InputError
from hustings.report.render.themes.theme_folder import find_theme

TOP = Path(__file__).resolve().parents[2]
SHIPPED = [(find_pack, DEFAULT_PACK, "questionnaire.yaml"), (find_theme, "plain", "report.html")]
KINDS = [(find_pack, "pack", "questionnaire.yaml"), (find_theme, "theme", "report.html")]


def test_a_checkout_ships_what_lies_at_its_top() -> None:
    assert (TOP / "questionnaires", TOP / "reports") == (shelf("questionnaires"), shelf("reports"))


def test_a_wheel_ships_what_lies_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shelf" / "reports").mkdir(parents=True)
    monkeypatch.setattr(place, "PACKAGE", tmp_path)
    assert tmp_path / "shelf" / "reports" == shelf("reports")


def test_the_default_pack_is_found_by_name() -> None:
    assert TOP / "questionnaires" / "campaign-ai" == find_pack(DEFAULT_PACK)


def test_a_folder_of_ones_own_is_found_by_path(tmp_path: Path) -> None:
    (tmp_path / "questionnaire.yaml").touch()
    assert tmp_path == find_pack(str(tmp_path))


@pytest.mark.parametrize(("find", "name", "sign"), SHIPPED)
def test_a_folder_here_never_stands_for_a_shipped_name(
    find: Callable[[str], Path], name: str, sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = find(name)
    (tmp_path / name).mkdir()
    (tmp_path / name / sign).touch()
    monkeypatch.chdir(tmp_path)
    assert (before, True) == (find(name), before.is_absolute())
    assert Path(name) == find(f"./{name}")
    assert tmp_path / name == find(str(tmp_path / name))
    assert Path("..") / tmp_path.name / name == find(f"../{tmp_path.name}/{name}")


def test_here_is_a_folder_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "questionnaire.yaml").touch()
    monkeypatch.chdir(tmp_path)
    assert Path() == find_pack(".")


@pytest.mark.parametrize(("find", "kind", "sign"), KINDS)
def test_a_name_that_only_a_folder_has(
    find: Callable[[str], Path], kind: str, sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / sign).touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as wrong:
        find("mine")
    assert (f"There is no {kind} `mine`.", "To use the folder of that name: ./mine") == said(wrong)


@pytest.mark.parametrize("name", ["./mine", "mine/", "../mine", ".", "/etc", "Mine", "", "x" * 61, "a\x1b]0;b"])
def test_a_file_names_no_folder(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case file says which pack it was begun with; whoever made it may have written anything."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "questionnaire.yaml").touch()
    (tmp_path / "mine" / "questionnaire.yaml").touch()
    monkeypatch.chdir(tmp_path / "mine")
    with pytest.raises(InputError) as wrong:
        shipped_pack(name)
    assert f"There is no pack `{name[:60]}`." == wrong.value.what


def test_a_file_names_a_shipped_pack() -> None:
    assert find_pack(DEFAULT_PACK) == shipped_pack(DEFAULT_PACK)


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


def test_a_folder_that_is_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as wrong:
        find_pack("./mine")
    assert ("mine is not a pack: it holds no questionnaire.yaml.", "Allowed here: `campaign-ai`.") == said(wrong)


@pytest.mark.parametrize("name", ["", ".", "..", "../questionnaires", "nul\0", "x" * 5000])
def test_any_odd_name_is_a_pack_that_is_not_there(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        find_pack(name)
