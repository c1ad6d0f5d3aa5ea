"""DOCX files that a word processor opens as meant: lists, tables, sheets, heads and feet; the same bytes every time."""

from __future__ import annotations

from hustings.kit import word_file
from support.kit import made, reopened


def test_the_same_bytes_every_time() -> None:
    for name in ("ai_policy", "incident_log"):
        assert word_file(made(name), "a4") == word_file(made(name), "a4") != word_file(made(name), "letter"), name


def test_answers_never_become_markup() -> None:
    evil = "# [x](http://x) <b>*bold*</b> & \x1b[2J\u202e"
    read = reopened(made("vendor_letter", campaign_name=evil))
    assert any("from # [x](http://x) <b>*bold*</b> & [2J" in line.text for line in read.paragraphs)
    assert "\x1b" not in read.element.xml
