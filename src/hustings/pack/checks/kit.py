"""Texts to adopt that can be filled in: questions and sources that exist, something to read, tables that are even."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import PLACEHOLDER
from hustings.pack.checks.clauses import condition_fits, condition_short
from hustings.pack.checks.uses import sources_exist
from hustings.pack.desk import Desk
from hustings.pack.kit import Block, Entry, KitText, Row
from hustings.pack.model import Pack
from hustings.problems import Place, Problem, did_you_mean

Written = tuple[str, Place]
MOST_COLUMNS = 12
MOST_ROWS = 200


def kit_conditions(pack: Pack, desk: Desk) -> Iterator[Problem]:
    """What decides whether a text, a block, a line or a row is there is asked."""
    for text in pack.kit:
        yield from _condition(pack, desk, text)
        for block in text.blocks:
            parts: tuple[Block | Entry | Row, ...] = (block, *block.entries, *block.rows)
            for part in parts:
                yield from _condition(pack, desk, part)


def _condition(pack: Pack, desk: Desk, part: KitText | Block | Entry | Row) -> Iterator[Problem]:
    if part.when is not None:
        here = desk.at(part.place, "when")
        yield from condition_fits(pack, desk, part.when, part.when_text, here)
        yield from condition_short(desk, part.when, here)
    elif part.sure:
        yield desk.problem(desk.key(part.place, "sure"), "`sure` of nothing", "Give it a `when`, or take `sure` away.")


def kit_placeholders(pack: Pack, desk: Desk) -> Iterator[Problem]:
    """Every name in braces is a question."""
    for block in (block for text in pack.kit for block in text.blocks):
        for text, place in _written(block, desk):
            for found in PLACEHOLDER.finditer(text):
                name = found[1]
                if name in pack.questions or name in desk.lost or "question" in desk.blind:
                    continue
                here = desk.inside(place, found[0], 0)
                what = f"`{found[0]}` stands for an answer, and no question is called `{name}`"
                yield desk.problem(here, what, did_you_mean(name, pack.questions))


def _written(block: Block, desk: Desk) -> Iterator[Written]:
    """Every text of a block, and where it stands."""
    if block.kind in ("heading", "text", "fill"):
        yield block.text, desk.at(block.place, block.kind)
    for entry in block.entries:
        yield entry.text, desk.at(entry.place, "text")
    for number, column in enumerate(block.columns):
        yield column, desk.at(block.place, "table", "columns", number)
    for row in block.rows:
        for cell, text in enumerate(row.cells):
            yield text, desk.at(row.place, cell)


def kit_sources(pack: Pack, desk: Desk) -> Iterator[Problem]:
    """What is cited stands in sources.yaml."""
    for text in pack.kit:
        yield from sources_exist(pack, desk, text.sources, text.place)


def kit_content(pack: Pack, desk: Desk) -> Iterator[Problem]:
    """A text says something; its file is called as it is; no two are called the same; tables are even."""
    seen = dict[str, KitText]()
    for text in pack.kit:
        here = desk.at(text.place, "document")
        if text.id in seen:
            hint = f"The first is in {seen[text.id].place.file}; rename one."
            yield desk.problem(here, f"two texts are called `{text.id}`", hint)
        seen.setdefault(text.id, text)
        if not text.blocks and desk.sound(text.place, "blocks"):
            what = f"`{text.id}` says nothing"
            yield desk.problem(desk.at(text.place, "blocks"), what, "Give it `blocks`, such as `- text: ...`.")
        for block in text.blocks:
            yield from _rows(block, desk)


def _rows(block: Block, desk: Desk) -> Iterator[Problem]:
    wide = len(block.columns)
    if wide > MOST_COLUMNS:
        what = f"the table has {wide} columns; at most {MOST_COLUMNS} fit on a page"
        yield desk.problem(desk.at(block.place, "table", "columns"), what, "Make two tables of it.")
    if len(block.rows) + block.blank > MOST_ROWS:
        what = f"the table has {len(block.rows) + block.blank} rows; at most {MOST_ROWS} are written"
        yield desk.problem(desk.at(block.place, "table"), what, "Who needs more copies the page.")
    for row in block.rows:
        if len(row.cells) > wide:
            what = f"this row has {len(row.cells)} cells, and the table {wide} columns"
            yield desk.problem(row.place, what, "Give each column one cell at most.")
    if block.widths and (len(block.widths) != wide or not all(block.widths)):
        what = f"`widths` has {len(block.widths)} numbers, and the table {wide} columns"
        yield desk.problem(desk.at(block.place, "table", "widths"), what, "Give each column one, from 1 on.")
