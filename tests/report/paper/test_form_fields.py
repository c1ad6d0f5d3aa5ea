"""Fields of a worksheet as every viewer fills and shows them."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

pytestmark = pytest.mark.slow


def test_the_stamp_is_read_only_and_each_field_says_what_it_is(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        by_name = {str(field.T): field for field in pdf.Root.AcroForm.Fields}
        assert 1 == int(by_name["sheet"].Ff)
        assert "/Ff" not in by_name["name"]
        assert "Has anyone used a chatbot for campaign work in the last 30 days? Yes" == str(by_name["uses_ai:yes"].TU)
        assert pdf.Root.AcroForm.NeedAppearances


def test_fields_are_set_in_fonts_that_every_viewer_has(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        form = pdf.Root.AcroForm
        assert {"/Helv", "/ZaDb"} == set(form.DR.Font.keys())
        assert {"/Helv 10 Tf 0 g", "/Helv 8 Tf 0 g", "/ZaDb 9 Tf 0 g"} == {str(field.DA) for field in form.Fields}
        boxes = [field for field in form.Fields if field.FT == "/Btn"]
        assert {"4"} == {str(field.MK.CA) for field in boxes}
        assert 8.5 < min(float(field.Rect[2] - field.Rect[0]) for field in boxes)  # points: as large as it looks
