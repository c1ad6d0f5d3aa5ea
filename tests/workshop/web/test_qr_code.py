"""The join link as a QR code, for the projector and for the terminal."""

from __future__ import annotations

import re

from hustings.workshop.web.qr_code import qr_picture, qr_text

LINK = "http://192.168.1.20:8650/#ABC234"


def test_the_code_can_be_scanned_from_the_terminal() -> None:
    lines = qr_text(LINK).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert len(lines) < 24


def test_the_projector_gets_a_square_drawing_with_a_quiet_border() -> None:
    drawing = qr_picture(LINK).decode()
    modules = len(qr_text(LINK).splitlines()[0]) - 2 * 4
    assert {str((modules + 2 * 2) * 4)} == set(re.findall(r'(?:width|height)="(\d+)"', drawing))
