"""What a browser lets people type is what the program takes: the same limits in the pages as in the code."""

from __future__ import annotations

import re
from pathlib import Path

import hustings.workshop
from hustings.answers.accept import LONGEST, LONGEST_NAME, LONGEST_NOTE
from hustings.workshop.session.input.warm_up import LONGEST as LONGEST_WORDS

PAGES = Path(hustings.workshop.__file__).parent / "pages"
CODE = 12


def test_every_field_of_the_pages_has_one_of_our_limits() -> None:
    found = [
        int(most)
        for page in PAGES.rglob("*.*")
        for most in re.findall(r'maxlength[=:] ?"?(\d+)', page.read_text(encoding="utf-8"))
    ]
    assert {LONGEST, LONGEST_NOTE, LONGEST_NAME, LONGEST_WORDS, CODE} == set(found)
