"""The readiness report: a result, turned into a document of ready sentences, printed by a theme to HTML and PDF.

`compose_document` -> `render_html` -> `render_pdf`, and `result_json` for machines. Jinja2 and WeasyPrint are imported
inside the functions that need them. These four are imported on first use, because the program that reads a sheet needs
none of them and starts faster without.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hustings.report.document.compose import compose_document
    from hustings.report.export.result_json import result_json
    from hustings.report.render.html import render_html
    from hustings.report.render.pdf import render_pdf

__all__ = ["compose_document", "render_html", "render_pdf", "result_json"]
HOMES = {
    "compose_document": "document.compose",
    "render_html": "render.html",
    "render_pdf": "render.pdf",
    "result_json": "export.result_json",
}


def __getattr__(name: str) -> object:
    if name not in HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
