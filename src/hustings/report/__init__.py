"""The readiness report: a result, turned into a document of ready sentences, printed by a theme to HTML and PDF.

`document` -> `render_html` -> `render_pdf`, and `result_json` for machines. Jinja2 and WeasyPrint are imported inside
the functions that need them. These four are imported when they are asked for: a second program that reads a sheet
needs none of them, and starts in half the time.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hustings.report.compose import document
    from hustings.report.export import result_json
    from hustings.report.pdf import render_pdf
    from hustings.report.render import render_html

__all__ = ["document", "render_html", "render_pdf", "result_json"]
HOMES = {"document": "compose", "render_html": "render", "render_pdf": "pdf", "result_json": "export"}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
