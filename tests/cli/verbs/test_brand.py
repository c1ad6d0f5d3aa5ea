"""`hustings brand`: begun once, found without an option, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.cli import case_with_sample, hustings, refused

pytestmark = pytest.mark.slow


def test_begun_checked_and_found_without_an_option(tmp_path: Path) -> None:
    case_with_sample(tmp_path)
    ran = hustings("brand", "init", cwd=tmp_path)
    written = tmp_path / "brand.yaml"
    assert (0, f"Written: {written}\n  Change it, then: hustings brand check\n") == (ran.code, ran.out)
    text = written.read_text().replace("Your name", "Alder").replace("#1d4f7c", "#e3a81b")
    written.write_text(text)
    said = (
        "Brand: Alder, from brand.yaml\n"
        "  The colour #e3a81b has a contrast of 2.1 on paper, too little to read; #7a5a0f with 6.4 is used.\n"
    )
    assert (0, said) == (hustings("brand", "check", cwd=tmp_path).code, hustings("brand", "check", cwd=tmp_path).out)
    ran = hustings("report", "rivera", "--html", cwd=tmp_path)
    assert (0, True) == (ran.code, "Brand: Alder, from " in ran.out)
    assert "<strong>Alder</strong>" in (tmp_path / "rivera.html").read_text()


def test_nothing_is_written_over_and_mistakes_are_told(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("nam: a\n")
    said = refused(tmp_path, "brand", "init")
    assert "brand.yaml is there already; nothing was written.\n  Change it, or take it away first.\n" == said
    assert "brand.yaml:1:1: a brand has no `nam`" in refused(tmp_path, "brand", "check")
    assert "There is no folder no.\n" in refused(tmp_path, "brand", "init", "no")
