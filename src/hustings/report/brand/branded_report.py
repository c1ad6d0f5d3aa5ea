"""A report under a brand: what the brand changes in the document, and the brand as a report carries it."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from hustings.report.brand.brand_colour import HEX, brand_colours
from hustings.report.brand.brand_records import TEXTS, Brand
from hustings.report.brand.logo import LARGEST, checked_logo
from hustings.report.document.document_records import Document

CARRIED = "logo"


def branded(document: Document, brand: Brand | None) -> Document:
    """The document under the brand; as it is without one."""
    if brand is None:
        return document
    return replace(document, brand=brand, classed=brand.classed or document.classed)


def properties_of(brand: Brand | None) -> dict[str, str]:
    """The properties of a theme's `brand.css` that the brand replaces, by name."""
    if brand is None:
        return {}
    named = {"brand_name": f'"{brand.name}"', "brand_line": f'"{brand.line}"'}
    if not brand.colour:
        return named
    found = brand_colours(brand.colour)
    return {**named, "accent": found.accent, "accent_light": found.light, "rule": found.rule}


def style_of(brand: Brand | None) -> str:
    """The colours of the brand as a style sheet, to stand after the theme's."""
    coloured = {name: value for name, value in properties_of(brand).items() if HEX.fullmatch(value)}
    rules = "".join(f"--{name.replace('_', '-')}: {value}; " for name, value in coloured.items())
    return f":root {{ {rules}}}" if rules else ""


def carried_brand(brand: Brand | None) -> dict[str, str] | None:
    """The brand as JSON, to be carried inside a report, so that its pages can be printed again later."""
    return None if brand is None else asdict(brand)


def brand_from(carried: Any) -> Brand | None:
    """The brand that a report carries. It is untrusted: raises `ValueError` or `InputError` if it is malformed."""
    if carried is None:
        return None
    if not isinstance(carried, Mapping) or carried.keys() != {field.name for field in fields(Brand)}:
        raise ValueError("no brand")
    texts = {name: carried[name] for name in TEXTS}
    if not all(isinstance(text, str) and len(text) <= TEXTS[name] for name, text in texts.items()):
        raise ValueError("no texts of a brand")
    if texts["colour"] and not HEX.fullmatch(texts["colour"]):
        raise ValueError("no colour")
    return Brand(logo=_logo(carried[CARRIED]), **texts)


def _logo(link: Any) -> str:
    if link == "":
        return ""
    if not isinstance(link, str) or len(link) > 2 * LARGEST or not link.startswith("data:image/"):
        raise ValueError("no logo")
    return checked_logo(b64decode(link.partition(",")[2]), "logo")
