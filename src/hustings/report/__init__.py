"""The readiness report: a result, turned into a document of ready sentences, printed by a theme to HTML and PDF.

`document` -> `render_html` -> `render_pdf`, and `result_json` for machines. Jinja2 and WeasyPrint are imported inside
the functions that need them.
"""

from hustings.report.compose import document
from hustings.report.export import result_json
from hustings.report.pdf import render_pdf
from hustings.report.render import render_html

__all__ = ["document", "render_html", "render_pdf", "result_json"]
