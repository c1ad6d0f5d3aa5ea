"""Where a case file lies: names that mean it, names that nothing can have, and the nearest one that is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hustings.answers.events import Answer, State
from hustings.casefile import create, open_case
from hustings.problems import InputError
from support.casefile import AT, fresh, pack, refused_both_ways

YES = Answer(State.ANSWERED, "yes")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("rivra.hustings", "\n  Did you mean `rivera.hustings`?"),
        ("rivera", "\n  Did you mean `rivera.hustings`?"),
        ("zzz.hustings", "\n  In that folder: `rivera.hustings`."),
    ],
)
def test_a_missing_file_is_named_and_the_nearest_is_offered(tmp_path: Path, name: str, hint: str) -> None:
    fresh(tmp_path)
    assert refused_both_ways(tmp_path / name) == f"There is no case file {tmp_path / name}.{hint}"


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        open_case(tmp_path / "nowhere" / "rivera.hustings")
    assert str(wrong.value) == f"There is no case file {tmp_path}/nowhere/rivera.hustings."


@pytest.mark.parametrize("name", [":memory:", "file::memory:?cache=shared", "a?mode=memory", "a#b", "%41"])
def test_names_that_mean_something_to_sqlite_are_only_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="There is no case file"):
        open_case(Path(name))
    with create(Path(name), pack=pack(), by="Ann", at=AT) as case:
        case.log("a1", "Ann").append("plan", YES)
    assert [one.name for one in tmp_path.iterdir()] == [name]
    with open_case(Path(name)) as case:
        assert len(case.events("a1")) == 1


@pytest.mark.parametrize("use", [open_case, lambda path: create(path, pack=pack(), by="Ann", at=AT)])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a\0b", "A file name cannot hold a NUL character."),
        ("x" * 300, f"{'x' * 300}: File name too long. "),
    ],
)
def test_names_that_no_file_can_have(tmp_path: Path, use: Callable[[Path], object], name: str, said: str) -> None:
    with pytest.raises(InputError) as wrong:
        use(tmp_path / name)
    ending = "Nothing was changed." if use is open_case else "No case file was made."
    assert str(wrong.value) == (said + ending if said.endswith(" ") else said)


def test_a_folder_is_not_made_for_it(tmp_path: Path) -> None:
    with pytest.raises(InputError) as wrong:
        create(tmp_path / "new" / "rivera.hustings", pack=pack(), by="Ann", at=AT)
    assert str(wrong.value) == f"There is no folder {tmp_path}/new.\n  Make it first, or choose another one."
