"""A line of text in a chart drawn as one, where WeasyPrint 70 lays out and draws every letter by itself.

It does so because a letter may have a place of its own, and it puts a line that is centred or ends at a place into a
group that it moves. A line that has one place is laid out once here, without kerning and ligatures, so that each letter
stands where it stood, and is put in place by its width.
"""

from __future__ import annotations

from math import inf
from typing import Any

from hustings.report.render.quicker.text_layouts import VERSION

ELSEWHERE = frozenset(
    {
        *("dx", "dy", "rotate", "letter-spacing", "textLength", "lengthAdjust", "direction", "display-anchor"),
        *("dominant-baseline", "alignment-baseline", "transform", "opacity", "filter", "mask", "clip-path"),
    }
)
"""Attributes that put letters or lines elsewhere, or paint them otherwise: left to WeasyPrint."""
SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a line stands before its place."""
_released: list[Any] = []


def quicken_charts(module: Any) -> None:
    """Make the module `weasyprint` draw text so, if it is the one that these functions fit."""
    if module.VERSION != VERSION or _released:
        return
    from weasyprint.svg import SVG  # type: ignore[import-untyped]

    _released.append(SVG.draw_node)
    SVG.draw_node = _draw_node


def charts_as_released() -> None:
    """Undo it."""
    from weasyprint.svg import SVG

    while _released:
        SVG.draw_node = _released.pop()


def _draw_node(self: Any, node: Any, font_size: float, fill_stroke: bool = True, context: Any = None) -> None:
    if node.tag == "text" and fill_stroke and _is_one_line(node):
        from weasyprint.svg.utils import size  # type: ignore[import-untyped]

        _draw_line(self, node, size(node.get("font-size", "1em"), font_size, font_size))
    else:
        _released[0](self, node, font_size, fill_stroke, context)


def _is_one_line(node: Any) -> bool:
    """Whether it is text without parts, at one place, painted plainly."""
    places = [node.attrib.get(name, "").split() for name in ("x", "y")]
    return (
        bool(node.text and node.visible and node.display)
        and all(len(place) == 1 for place in places)
        and not any(True for _ in node)
        and ELSEWHERE.isdisjoint(node.attrib)
        and node.get("text-anchor", "start") in SHARES
    )


def _draw_line(svg: Any, node: Any, font_size: float) -> None:
    from weasyprint.draw.text import draw_emojis, draw_first_line  # type: ignore[import-untyped]
    from weasyprint.matrix import Matrix  # type: ignore[import-untyped]
    from weasyprint.svg.text import TextBox  # type: ignore[import-untyped]
    from weasyprint.svg.utils import size
    from weasyprint.text.line_break import split_first_line  # type: ignore[import-untyped]

    style = _style(svg, node, font_size)
    layout, _, _, width, _, baseline = split_first_line(node.text, style, svg.context, inf, 0)
    x = size(node.attrib["x"].strip(), font_size, svg.inner_width) - width * SHARES[node.get("text-anchor", "start")]
    y = size(node.attrib["y"].strip(), font_size, svg.inner_height)
    with svg.stream.stacked():
        fill, stroke = svg.set_graphical_state(node, font_size)
        svg.stream.begin_text()
        layout.reactivate(style)
        svg.fill_stroke(fill, stroke, text=True)
        line = TextBox(layout, style)
        line.baseline = baseline
        emojis = draw_first_line(svg.stream, line, "none", "none", Matrix(d=-1, e=x, f=y))
        svg.stream.end_text()
    draw_emojis(svg.stream, style, x, y, emojis)


def _style(svg: Any, node: Any, font_size: float) -> Any:
    """The style that WeasyPrint makes for text in a picture, without kerning and ligatures."""
    from weasyprint.css.properties import INITIAL_VALUES  # type: ignore[import-untyped]
    from weasyprint.svg.text import Style

    style = Style(INITIAL_VALUES)
    style.font_config = svg.font_config
    families = node.get("font-family", "sans-serif").split(",")
    weight = str(node.get("font-weight", 400))
    style.update(
        font_family=[family.strip("\"'") for family in families],
        font_style=node.get("font-style", "normal"),
        font_weight=700 if weight == "bold" else int(weight) if weight.isdecimal() else 400,
        font_size=font_size,
        font_kerning="none",
        font_variant_ligatures="none",
    )
    return style
