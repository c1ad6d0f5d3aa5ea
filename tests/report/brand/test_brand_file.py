"""`brand.yaml` from anybody: every mistake with its line, and nothing from outside its folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from hustings.problems import PackError
from hustings.report.brand.brand_file import find_brand, read_brand
from hustings.report.brand.brand_records import Brand

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def brand(folder: Path, text: str) -> Brand:
    (folder / "brand.yaml").write_text(text, encoding="utf-8")
    return read_brand(folder / "brand.yaml")


def wrong(folder: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(PackError) as found:
        brand(folder, text)
    return [(one.place.line, one.what) for one in found.value.problems]


def test_all_that_it_may_say(tmp_path: Path) -> None:
    (tmp_path / "l.svg").write_text(SVG)
    found = brand(
        tmp_path,
        'name: A & F\nline: b\nlogo: l.svg\nlogo_text: A\ncolour: "#e3a81b"\nauthor: c\naddress: d\n'
        "classed: e\nfooter:\n",
    )
    assert ("A & F", "b", "c", "d", "e", "", "#e3a81b", "A") == (
        found.name, found.line, found.author, found.address, found.classed, found.footer, found.colour, found.logo_text,
    )  # fmt: skip
    assert found.logo.startswith("data:image/svg+xml;base64,")


def test_every_mistake_at_once_with_its_line(tmp_path: Path) -> None:
    text = f"nam: a\ncolour: blue\nlogo: l.svg\nauthor: [a]\nfooter: {'x' * 101}\n"
    assert [
        (1, "a brand has no `nam`"),
        (1, "a brand has no `name`"),
        (2, "`blue` is not a colour"),
        (3, "the logo has no words that stand for it"),
        (4, "`author` is not a line of text"),
        (5, "`footer` is longer than 100 letters"),
    ] == wrong(tmp_path, text)


@pytest.mark.parametrize("text", ["- a\n", "a\n", ""])
def test_what_is_no_brand(text: str, tmp_path: Path) -> None:
    assert "this is not a brand" == wrong(tmp_path, text)[0][1]


def test_a_logo_outside_its_folder_is_not_read_also_not_through_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (tmp_path / "secret.svg").write_text(SVG)
    (folder / "link.svg").symlink_to(tmp_path / "secret.svg")
    for name in ("../secret.svg", "link.svg", str(tmp_path / "secret.svg")):
        found = wrong(folder, f"name: a\nlogo: {name}\nlogo_text: b\n")
        assert [(2, f"the logo {name} is outside the brand's folder")] == found


def test_a_logo_that_is_not_there_or_too_large(tmp_path: Path) -> None:
    text = "name: a\nlogo: l.svg\nlogo_text: b\n"
    assert "the logo l.svg: it cannot be read (No such file or directory)" == wrong(tmp_path, text)[0][1]
    (tmp_path / "l.svg").write_bytes(b"<svg>" + b" " * 20_000_000)
    assert [(2, "the logo l.svg: it is larger than 1 MB")] == wrong(tmp_path, text)


def test_the_brand_of_the_theme_counts_before_the_one_beside_the_case(tmp_path: Path) -> None:
    theme, case = tmp_path / "theme", tmp_path / "case"
    theme.mkdir()
    case.mkdir()
    assert find_brand(theme, case) is None
    (case / "brand.yaml").touch()
    assert case / "brand.yaml" == find_brand(theme, case)
    (theme / "brand.yaml").touch()
    assert theme / "brand.yaml" == find_brand(theme, case)
