"""The checks of a machine as rows."""

from __future__ import annotations

from hustings.cli.printed.doctor_rows import Diagnosis, doctor_rows
from hustings.styled_text.rows import text_of

CHECKED = [
    Diagnosis("Python", ok=True, text="3.11.7", remedy="never shown"),
    Diagnosis("PDF", ok=False, text="HTML only", remedy="sudo apt-get install -y libpango-1.0-0"),
    Diagnosis("Terminal", ok=False, text="this is not one", required=False),
]


def test_a_sign_the_thing_and_what_mends_it() -> None:
    assert [
        "This machine            hustings 0.1.0, Linux",
        "",
        "✓ Python    3.11.7",
        "✕ PDF       HTML only",
        "            sudo apt-get install -y",
        "            libpango-1.0-0",
        "! Terminal  this is not one",
        "",
        "1 thing to mend.",
    ] == [text_of(row) for row in doctor_rows(CHECKED, "hustings 0.1.0, Linux", 45)]


def test_with_nothing_to_mend() -> None:
    rows = list(doctor_rows(CHECKED[::2], "Linux", 60))
    assert "All that is needed is here." == text_of(rows[-1])
