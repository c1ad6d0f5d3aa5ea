"""The brand under which a case is reported: that of the theme's folder, else the one beside the case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.cli.output import echo_lines
from hustings.messages import say
from hustings.text import harmless, one_line

if TYPE_CHECKING:
    from hustings.report.brand.brand_records import Brand


def case_brand(theme: str, folder: Path) -> Brand | None:
    """The brand. A note names its file, because that may have come along with the case. Raises `InputError`."""
    from hustings.report.brand.brand_file import find_brand, read_brand
    from hustings.report.render.themes.theme_folder import find_theme

    path = find_brand(find_theme(theme), folder)
    if path is None:
        return None
    brand = read_brand(path)
    echo_lines(brand_lines(brand, path))
    return brand


def brand_lines(brand: Brand, path: Path) -> Iterator[str]:
    """Whose brand it is, from which file, and what was changed in its colour."""
    from hustings.report.brand.brand_colour import brand_colours

    yield say("Brand: {name}, from {file}", name=one_line(harmless(brand.name)), file=path)
    if brand.colour and (note := brand_colours(brand.colour).note):
        yield f"  {note}"
