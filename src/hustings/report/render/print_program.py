"""The second program that prints with the theme that ships: it loads WeasyPrint while it waits for its page.

It makes one PDF and ends, so nothing is gained by collecting what is no longer used; looking for it takes a tenth of
the time.
"""

from __future__ import annotations

import gc
from contextlib import suppress

from hustings.problems import InputError
from hustings.report.limited_program import work_on
from hustings.report.render.html import compile_templates
from hustings.report.render.pdf import VARIANT
from hustings.report.render.themes.theme_folder import DEFAULT_THEME, find_theme
from hustings.report.render.themes.theme_program import main
from hustings.report.render.weasyprint_start import weasyprint

FIRST = """<!doctype html><html lang="en"><title>1</title><h1>1</h1><p>One <b>2</b><table><tr><th>1<td>2</table>
<ul><li>1</ul><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>1</title><path d="M0 0h9"/>
<text x="1" y="9">1</text></svg>"""
"""A page that nobody sees: what the first page of a program costs is paid with it."""


def prepare() -> None:
    """Load what printing needs, and print a page. What is missing is reported when there is a page to print."""
    gc.disable()
    with suppress(InputError):
        compile_templates(find_theme(DEFAULT_THEME))
        weasyprint().HTML(string=FIRST).write_pdf(pdf_variant=VARIANT)


if __name__ == "__main__":
    work_on(main, prepare)
