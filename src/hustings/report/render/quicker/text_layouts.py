"""Lines of text with what their style needs made once for the style, not again for every line.

WeasyPrint 70 asks Pango for a context, a font description and attributes for each line that it tries, and once more
when it draws the line, which Pango then measures again. Here a style keeps them, and a line that was measured is drawn
as it was. Styles that decorate or space their letters are left as they are, and so is any other WeasyPrint.
"""

from __future__ import annotations

import re
from typing import Any

VERSION = "70.0"
"""Whose insides these are; with another one, nothing is changed."""
KEPT = "_hustings_pango"
VARIANTS = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
SEPARATORS = re.compile("[\n\v\f\r\x85\u2028\u2029]")
"""What ends a line."""


def quicken_text(module: Any) -> None:
    """Make the module `weasyprint` lay out text so, if it is the one that these functions fit."""
    if module.VERSION != VERSION:
        return
    from weasyprint.text.line_break import Layout  # type: ignore[import-untyped]

    if Layout.setup is not _setup:
        _Released.take(Layout)
        Layout.setup, Layout.set_text = _setup, _set_text
        Layout.deactivate, Layout.reactivate = _deactivate, _reactivate


def as_released() -> None:
    """Undo it."""
    if _Released.layout is not None:
        for name in _Released.NAMES:
            setattr(_Released.layout, name, getattr(_Released, name))


class _Released:
    """The functions as WeasyPrint has them."""

    NAMES = ("setup", "set_text", "deactivate", "reactivate")
    layout: Any = None
    setup: Any
    set_text: Any
    deactivate: Any
    reactivate: Any

    @classmethod
    def take(cls, layout: Any) -> None:
        cls.layout = layout
        for name in cls.NAMES:
            setattr(cls, name, staticmethod(getattr(layout, name)))


def _setup(self: Any, style: Any) -> None:
    """An empty layout for a style."""
    self.quick = style.__dict__.get(KEPT) or _kept(style)
    if self.quick is PLAIN:
        _Released.setup(self, style)
        return
    context, language, description, attributes = self.quick
    from weasyprint.text.ffi import ffi, gobject, pango  # type: ignore[import-untyped]

    self.style, self.language, self.first_line_direction = style, language, 0
    self.ascent = self.underline_position = self.strikethrough_position = None
    self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, description)
    pango.pango_layout_set_attributes(self.layout, attributes)


PLAIN = ("as released",)
"""In place of what a style keeps: its text is laid out as WeasyPrint does it."""


def _kept(style: Any) -> Any:
    """What the style keeps: a context, its language, a font description, attributes; or `PLAIN`."""
    spaced = style["word_spacing"] or style["letter_spacing"] not in ("normal", 0)
    if spaced or style["text_decoration_line"] != "none" or style["font_language_override"] != "normal":
        kept: Any = PLAIN
    else:
        from weasyprint.text.fonts import get_font_description  # type: ignore[import-untyped]

        kept = (*_context(style), get_font_description(style), _attributes(style))
    style.__dict__[KEPT] = kept
    return kept


def _context(style: Any) -> tuple[Any, Any]:
    from weasyprint.text.constants import PANGO_DIRECTION  # type: ignore[import-untyped]
    from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p

    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    if not style["lang"]:
        return context, pango.pango_language_get_default()
    spelt, _kept_alive = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(spelt)
    pango.pango_context_set_language(context, language)
    return context, language


def _attributes(style: Any) -> Any:
    """The features of the font, and no hyphens where a word may break anywhere; both to the end of any text."""
    from weasyprint.text.ffi import ffi, pango
    from weasyprint.text.fonts import font_features

    attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    if features := font_features(*(style[name] for name in VARIANTS)):
        written = ",".join(f"{name} {value}" for name, value in features.items()).encode()
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(written))
    if style["overflow_wrap"] in ("anywhere", "break-word"):
        pango.pango_attr_list_change(attributes, pango.pango_attr_insert_hyphens_new(False))
    return attributes


def _set_text(self: Any, text: str, justify: bool = False) -> None:
    if self.quick is PLAIN:
        _Released.set_text(self, text, justify)
        return
    from weasyprint.text.ffi import pango

    lines = SEPARATORS.search(text)
    self.text = text[: text.index("\n") + 2] if "\n" in text else text
    written = self.text.encode().replace(b"\x00", b"")
    pango.pango_layout_set_single_paragraph_mode(self.layout, not lines)  # which it is drawn in
    pango.pango_layout_set_text(self.layout, written, len(written))
    if "\t" in self.text:
        self.set_tabs()


def _deactivate(self: Any) -> None:
    if self.quick is PLAIN:
        _Released.deactivate(self)


def _reactivate(self: Any, style: Any) -> None:
    """As it was measured, if that is one line of the same style; measured again otherwise."""
    if self.quick is PLAIN or self.style is not style or self.justification_spacing:
        _Released.setup(self, style)
        self.quick = PLAIN
        _Released.set_text(self, self.text, True)
        return
    from weasyprint.text.ffi import ffi, pango

    if pango.pango_layout_get_line_readonly(self.layout, 1) != ffi.NULL:
        self.setup(style)
        self.set_text(self.text)
