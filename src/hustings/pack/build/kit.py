"""kit/*.yaml to records: conditions parsed, each block of one kind.

What cannot be resolved becomes a problem and is left out, so that the checks still see the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from hustings.messages import listed, say
from hustings.pack.kit import KINDS, BlockKind, KitBlock, KitEntry, KitText, Row
from hustings.pack.schema import kit as s
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place


def kit_of(diagnostics: Diagnostics, shapes: tuple[s.KitShape, ...]) -> tuple[KitText, ...]:
    """The texts to adopt, from the shapes of their files."""
    return tuple(_text(diagnostics, shape) for shape in shapes)


def _text(diagnostics: Diagnostics, shape: s.KitShape) -> KitText:
    blocks = (_block(diagnostics, block) for block in shape.blocks)
    read = tuple(block for block in blocks if block is not None)
    return KitText(
        id=shape.document,
        title=shape.title,
        about=shape.about,
        blocks=read,
        sources=tuple(shape.sources),
        landscape=shape.landscape,
        when=diagnostics.condition(shape.when, diagnostics.at(shape.place, "when")),
        when_text=shape.when or "",
        sure=shape.sure,
        place=shape.place,
    )


def _written(shape: s.BlockShape, kind: BlockKind) -> object:
    return getattr(shape, "list_" if kind == "list" else kind)


def _block(diagnostics: Diagnostics, shape: s.BlockShape) -> KitBlock | None:
    kinds = [kind for kind in KINDS if _written(shape, kind) is not None]
    if len(kinds) != 1:
        if diagnostics.sound(shape.place):
            what = say("a block holds {kinds}", kinds=listed([f"`{kind}`" for kind in kinds]))
            hint = say("Give it one of {kinds}.", kinds=", ".join(KINDS))
            diagnostics.report(shape.place, what if kinds else say("a block holds nothing"), hint)
        return None
    when = diagnostics.condition(shape.when, diagnostics.at(shape.place, "when"))
    if shape.when is not None and when is None:
        return None
    kind, table = kinds[0], shape.table
    written = _written(shape, kind)
    return KitBlock(
        kind=kind,
        text=written if isinstance(written, str) and kind not in ("rules", "uses") else "",
        entries=_entries(diagnostics, written, shape, kind) if isinstance(written, list) else (),
        columns=tuple(table.columns) if table else (),
        rows=_rows(diagnostics, table) if table else (),
        blank=table.blank if table else 0,
        widths=tuple(table.widths) if table else (),
        when=when,
        when_text=shape.when or "",
        sure=shape.sure,
        place=shape.place,
    )


def _rows(diagnostics: Diagnostics, table: s.TableShape) -> tuple[Row, ...]:
    places = (diagnostics.at(table.place, "rows", number) for number in range(len(table.rows)))
    return tuple(_row(diagnostics, row, place) for row, place in zip(table.rows, places, strict=True))


def _row(diagnostics: Diagnostics, row: list[str] | s.RowShape, place: Place) -> Row:
    if isinstance(row, list):
        return Row(tuple(row), place=place)
    when = diagnostics.condition(row.when, diagnostics.at(row.place, "when"))
    return Row(tuple(row.cells), when, row.when or "", row.sure, diagnostics.at(row.place, "cells"))


def _entries(
    diagnostics: Diagnostics, written: Sequence[str | s.EntryShape], shape: s.BlockShape, kind: str
) -> tuple[KitEntry, ...]:
    entries = list[KitEntry]()
    for number, one in enumerate(written):
        place = diagnostics.at(shape.place, kind, number)
        if isinstance(one, str):
            entries.append(KitEntry(one, place=place))
            continue
        when = diagnostics.condition(one.when, diagnostics.at(one.place, "when"))
        if one.when is None or when is not None:
            entries.append(KitEntry(one.text, when, one.when or "", one.sure, one.place))
    return tuple(entries)
