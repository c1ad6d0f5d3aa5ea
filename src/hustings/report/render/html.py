"""A document and a theme to one self-contained HTML page: fonts and styles inside, no scripts, no requests.

The same page is printed to PDF, so that phone and paper cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.messages import say
from hustings.problems import InputError
from hustings.report.brand.brand_records import Brand
from hustings.report.brand.branded_report import properties_of, style_of
from hustings.report.document.document_records import Document
from hustings.report.render.themes.isolated_theme import in_second_program
from hustings.report.render.themes.page_check import guarded
from hustings.report.render.themes.template_errors import theme_error
from hustings.report.render.themes.theme import brand, inline_link, style_sheet, theme_text
from hustings.report.render.themes.theme_folder import ships
from hustings.text import direction, harmless

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

PAGE = "report.html"


def render_html(document: Document, theme: Path) -> str:
    """The report as one page. Raises `InputError` that names what is wrong in the theme."""
    return render_page(PAGE, theme, document=document)


def render_page(name: str, theme: Path, **values: object) -> str:
    """One of the theme's pages, filled. Raises `InputError` that names what is wrong in the theme.

    `values`: what the page prints; among them a `document`, which has its brand, or the brand alone as `house`.

    A theme that does not ship with Hustings is not trusted: a second program fills its pages, within limits.
    """
    if ships(theme):
        return filled_page(name, theme, values)
    return in_second_program("page", (name, theme, values)).content.decode()


def filled_page(name: str, theme: Path, values: Mapping[str, object]) -> str:
    """The page, filled in this program."""
    from markupsafe import Markup

    environment = _environment(theme)
    try:
        house = _house(values)
        colours = {**brand(theme), **properties_of(house)}
        house_style = Markup(style_of(house))  # noqa: S704 - colours only, each validated
        given = {**values, "house": house}
        page = environment.get_template(name).render(brand=colours, house_style=house_style, **given)
    except (InputError, MemoryError):
        raise
    except Exception as wrong:  # a template can fail in any way, and that is the theme's fault
        raise theme_error(wrong, theme) from wrong
    return guarded(page, quickly=ships(theme))


def _house(values: Mapping[str, object]) -> Brand | None:
    """The brand of a page: that of its document, or the one that is given with it."""
    document, house = values.get("document"), values.get("house")
    if isinstance(document, Document):
        return document.brand
    return house if isinstance(house, Brand) else None


def compile_templates(theme: Path) -> None:
    """Compile the templates of the report, so that filling its page is all that is left to do."""
    environment = _environment(theme)
    for name in (PAGE, *(f"parts/{path.name}" for path in sorted((theme / "parts").glob("*.html")))):
        environment.get_template(name)


@lru_cache(maxsize=4)
def _environment(theme: Path) -> SandboxedEnvironment:
    """The environment of the templates: escapes everything, refuses undefined names, reads only the theme's files.

    It is kept, because to compile the templates takes longer than to fill them; one that has changed is read again.
    """
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup

    environment = SandboxedEnvironment(
        loader=FunctionLoader(lambda name: _template(theme, name)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["say"] = say
    environment.globals["direction"] = direction
    environment.globals["style"] = lambda name: Markup(style_sheet(theme, name))  # noqa: S704 - the theme's own file
    environment.globals["image"] = lambda name: inline_link(theme, name)
    return environment


def _template(theme: Path, name: str) -> tuple[str, str, Callable[[], bool]]:
    """Its text, its name, and whether it still is what stands in the theme."""
    text = theme_text(theme, name)
    return text, name, lambda: theme_text(theme, name) == text


def _printable(value: object) -> object:
    """Text without control characters. Markup is the theme's own and is unchanged."""
    return harmless(value) if isinstance(value, str) and type(value) is str else value
