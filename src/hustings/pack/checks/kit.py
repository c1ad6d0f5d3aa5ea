"""Texts to adopt that can be filled in: questions and sources that exist, something to read, tables that are even."""

from __future__ import annotations

from collections.abc import Iterator

from hustings.messages import PLACEHOLDER, say
from hustings.pack.checks.conditions import condition_fits, condition_short
from hustings.pack.checks.uses import sources_exist
from hustings.pack.kit import KitBlock, KitEntry, KitText, Row
from hustings.pack.model import Pack
from hustings.pack.source.diagnostics import Diagnostics
from hustings.problems import Place, Problem, did_you_mean

Written = tuple[str, Place]
MOST_COLUMNS = 12
MOST_ROWS = 200


def kit_conditions(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Conditions of texts, blocks, lines and rows refer only to questions that are asked."""
    for text in pack.kit:
        yield from _condition(pack, diagnostics, text)
        for block in text.blocks:
            parts: tuple[KitBlock | KitEntry | Row, ...] = (block, *block.entries, *block.rows)
            for part in parts:
                yield from _condition(pack, diagnostics, part)


def _condition(pack: Pack, diagnostics: Diagnostics, part: KitText | KitBlock | KitEntry | Row) -> Iterator[Problem]:
    if part.when is not None:
        here = diagnostics.at(part.place, "when")
        yield from condition_fits(pack, diagnostics, part.when, part.when_text, here)
        yield from condition_short(diagnostics, part.when, here)
    elif part.sure:
        yield diagnostics.problem(
            diagnostics.key(part.place, "sure"), say("`sure` of nothing"), say("Give it a `when`, or take `sure` away.")
        )


def kit_placeholders(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Every placeholder in braces is the id of a question."""
    for block in (block for text in pack.kit for block in text.blocks):
        for text, place in _written(block, diagnostics):
            for match in PLACEHOLDER.finditer(text):
                name = match[1]
                if name in pack.questions or name in diagnostics.lost or "question" in diagnostics.blind:
                    continue
                here = diagnostics.inside(place, match[0], 0)
                what = say(
                    "`{placeholder}` stands for an answer, and no question is called `{name}`",
                    placeholder=match[0],
                    name=name,
                )
                yield diagnostics.problem(here, what, did_you_mean(name, pack.questions))


def _written(block: KitBlock, diagnostics: Diagnostics) -> Iterator[Written]:
    """Every text of a block, and where it stands."""
    if block.kind in ("heading", "text", "fill"):
        yield block.text, diagnostics.at(block.place, block.kind)
    for entry in block.entries:
        yield entry.text, diagnostics.at(entry.place, "text")
    for number, column in enumerate(block.columns):
        yield column, diagnostics.at(block.place, "table", "columns", number)
    for row in block.rows:
        for cell, text in enumerate(row.cells):
            yield text, diagnostics.at(row.place, cell)


def kit_sources(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """Every cited source is in sources.yaml."""
    for text in pack.kit:
        yield from sources_exist(pack, diagnostics, text.sources, text.place)


def kit_content(pack: Pack, diagnostics: Diagnostics) -> Iterator[Problem]:
    """The ids of texts are unique, each text has blocks, and the rows of a table fit its columns."""
    seen = dict[str, KitText]()
    for text in pack.kit:
        here = diagnostics.at(text.place, "document")
        if text.id in seen:
            hint = say("The first is in {file}; rename one.", file=seen[text.id].place.file)
            yield diagnostics.problem(here, say("two texts are called `{id}`", id=text.id), hint)
        seen.setdefault(text.id, text)
        if not text.blocks and diagnostics.sound(text.place, "blocks"):
            what = say("`{id}` says nothing", id=text.id)
            yield diagnostics.problem(
                diagnostics.at(text.place, "blocks"), what, say("Give it `blocks`, such as `- text: ...`.")
            )
        for block in text.blocks:
            yield from _rows(block, diagnostics)


def _rows(block: KitBlock, diagnostics: Diagnostics) -> Iterator[Problem]:
    wide = len(block.columns)
    if wide > MOST_COLUMNS:
        what = say("the table has {columns} columns; at most {most} fit on a page", columns=wide, most=MOST_COLUMNS)
        yield diagnostics.problem(diagnostics.at(block.place, "table", "columns"), what, say("Make two tables of it."))
    if len(block.rows) + block.blank > MOST_ROWS:
        what = say(
            "the table has {n} rows; at most {most} are written",
            n=len(block.rows) + block.blank,
            most=MOST_ROWS,
        )
        yield diagnostics.problem(diagnostics.at(block.place, "table"), what, say("Who needs more copies the page."))
    for row in block.rows:
        if len(row.cells) > wide:
            what = say("this row has {n} cells, and the table {columns} columns", n=len(row.cells), columns=wide)
            yield diagnostics.problem(row.place, what, say("Give each column one cell at most."))
    if block.widths and (len(block.widths) != wide or not all(block.widths)):
        what = say("`widths` has {n} numbers, and the table {columns} columns", n=len(block.widths), columns=wide)
        yield diagnostics.problem(
            diagnostics.at(block.place, "table", "widths"), what, say("Give each column one, from 1 on.")
        )
