"""Form fields that work in every viewer, while WeasyPrint's own work only in some.

WeasyPrint uses an embedded font that a viewer cannot type in, names no font for ticks, and cannot make a field
read-only. The two fonts here are built into every viewer.
"""

from __future__ import annotations

from typing import Any

WORDS, TICKS = "Helv", "ZaDb"
TICK = "4"
"""The letter that is a tick in that font."""
SIZE, SMALL = 10, 8


def usable(pdf: Any, fixed: str) -> None:
    """Correct the fields of a PDF that is about to be written; the field `fixed` becomes read-only."""
    import pydyf  # type: ignore[import-untyped]

    form = pdf.catalog.get("AcroForm")
    if form is None:
        return
    form["DR"] = pydyf.Dictionary({"Font": pydyf.Dictionary({WORDS: _font(pdf, "Helvetica"), TICKS: _font(pdf, None)})})
    for thing in list(pdf.objects):
        if isinstance(thing, pydyf.Dictionary) and thing.get("Subtype") == "/Widget":
            _mend(thing, fixed)


def _font(pdf: Any, name: str | None) -> Any:
    import pydyf

    font = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": f"/{name or 'ZapfDingbats'}"})
    if name:
        font["Encoding"] = "/WinAnsiEncoding"
    pdf.add_object(font)
    return font.reference


def _mend(field: Any, fixed: str) -> None:
    import pydyf

    if field["FT"] == "/Btn":
        field["MK"]["CA"] = pydyf.String(TICK)
        field["DA"] = pydyf.String(f"/{TICKS} {SIZE - 1} Tf 0 g")
        return
    kept = field["T"].string == fixed
    field["DA"] = pydyf.String(f"/{WORDS} {SMALL if kept else SIZE} Tf 0 g")
    if kept:
        field["Ff"] = 1
