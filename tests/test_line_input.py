"""Lines that come through a pipe: UTF-8, or refused with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.interview import run

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("lines", "line", "column"),
    [
        ("Peña\n".encode("latin-1"), 1, 3),
        ("Rivera\n/back\nPeña\n".encode("latin-1"), 3, 3),
        ("Rivera\n".encode("utf-16"), 1, 1),
        ("Rivera\n".encode("utf-16-le"), 1, 2),
    ],
)
def test_lines_in_another_encoding_are_refused_with_the_place_and_nothing_of_them_is_kept(
    lines: bytes, line: int, column: int, tmp_path: Path
) -> None:
    case = tmp_path / "a.hustings"
    code, out = run(case, "--plain", lines=lines)
    assert code == 1
    what = f"What comes in is not text in UTF-8: line {line}, character {column}."
    assert f"{what}\n  Save it as UTF-8 text, then send it again.\n" in out
    assert f"{int(line > 1)} answer" in out
    assert "\ufffd" not in run(case, "--plain", lines=b"/back\n")[1]


def test_a_mark_of_utf_8_at_the_start_and_line_ends_of_windows_are_fine(tmp_path: Path) -> None:
    case = tmp_path / "a.hustings"
    assert run(case, "--plain", lines="Peña\r\n/back\r\n".encode("utf-8-sig"))[0] == 0
    assert "Your answer: Peña\n" in run(case, "--plain", "--start", "campaign_name", lines=b"")[1]
