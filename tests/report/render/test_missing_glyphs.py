"""What to install for characters that no typeface here can draw."""

from __future__ import annotations

from hustings.report.render.missing_glyphs import missing_glyphs


def test_what_to_install_depends_on_the_character() -> None:
    told = "\n".join(missing_glyphs(("🗳", "票")))
    assert "has 🗳 (U+1F5F3, ballot box with ballot), 票 (U+7968, cjk unified ideograph-7968); the paper" in told
    assert "sudo apt-get install fonts-noto-color-emoji fonts-noto-cjk)" in told
    assert () == missing_glyphs(())
    assert "…" in missing_glyphs(tuple("abcdefgh"))[0]
