"""Whose name is recorded: what was given, what is remembered from then, or nobody's; never the login name."""

from __future__ import annotations

import getpass
import stat
from pathlib import Path

import pytest

from hustings.casefile import open_case
from hustings.cli.remembered_name import author
from support.cli import ROOT, hustings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for settings; the file in it that holds the name."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path / "settings" / "hustings" / "name"


def test_a_given_name_is_remembered_and_forgotten(settings: Path) -> None:
    assert ["", "Ann Lee", "Ann Lee", "Ben", "Ben"] == [author(by) for by in (None, " Ann\nLee ", None, "Ben", None)]
    assert 0o600 == stat.S_IMODE(settings.stat().st_mode)
    assert ["", "", ""] == [author(by) for by in ("", None, "\u200b")]
    assert not settings.exists()


def test_a_file_that_is_odd_names_nobody(settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    for content in (b"\xff\xfe", b"x" * 2000, b"\x1b\x1b"):
        settings.write_bytes(content)
        assert "" == author(None)
    settings.write_bytes(b"\x1b]52;c;eA==\x07Ann")
    assert "]52;c;eA==Ann" == author(None)


def test_where_nothing_can_be_remembered_the_name_counts_all_the_same() -> None:
    assert ("Ann", "") == (author("Ann"), author(None))


@pytest.mark.slow
def test_the_login_name_is_never_taken(tmp_path: Path) -> None:
    answers = tmp_path / "some.yaml"
    answers.write_text("answers: {p_c1: partly}\n", "utf-8")
    pack = str(ROOT / "tests" / "packs" / "mini")
    assert 0 == hustings("interview", "rivera", "--answers", answers, "--pack", pack, cwd=tmp_path).code
    with open_case(tmp_path / "rivera.hustings", write=False) as case:
        assert ("", [""]) == (case.latest().by, [event.by for event in case.events("a1")])
    assert getpass.getuser()
