"""The shapes of kit/*.yaml: a text to adopt, as an author types it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Discriminator, Field, Tag

from hustings.pack.schema.shape import Shape
from hustings.pack.source.scalars import Days, Id, Switch, Text

SURE = "With `when`: left out also while it is not known whether it holds."


class EntryShape(Shape):
    """A line of a list."""

    text: Text
    when: Text | None = Field(None, description="Only for campaigns of which this holds, or may hold.")
    sure: Switch = Field(default=False, description=SURE)


def _written(raw: Any) -> str:
    return "inline" if isinstance(raw, dict | BaseModel) else "plain"


EntryOrText = Annotated[Annotated[Text, Tag("plain")] | Annotated[EntryShape, Tag("inline")], Discriminator(_written)]


class RowShape(Shape):
    """A row of a table."""

    cells: list[Text] = Field(min_length=1)
    when: Text | None = Field(None, description="Only for campaigns of which this holds, or may hold.")
    sure: Switch = Field(default=False, description=SURE)


RowOrCells = Annotated[
    Annotated[list[Text], Tag("plain")] | Annotated[RowShape, Tag("inline")], Discriminator(_written)
]


class TableShape(Shape):
    """A table, to be filled in on paper or on screen."""

    columns: list[Text] = Field(min_length=1)
    rows: list[RowOrCells] = Field([], description="Cells that are not given are left empty, to be filled in by hand.")
    widths: list[Days] = Field([], description="How wide each column is beside the others, such as [2, 5, 1].")
    blank: Days = Field(0, description="How many empty rows follow, to be filled in by hand.")


class BlockShape(Shape):
    """One of the kinds, and when it is left out."""

    heading: Text | None = None
    text: Text | None = Field(None, description="A paragraph. `{question_id}` stands for the answer.")
    fill: Text | None = Field(None, description="The label of a line to fill in by hand.")
    list_: list[EntryOrText] | None = Field(None, alias="list", min_length=1)
    steps: list[EntryOrText] | None = Field(None, description="A numbered list.", min_length=1)
    ticks: list[EntryOrText] | None = Field(None, description="Boxes to tick.", min_length=1)
    table: TableShape | None = None
    rules: Literal["labels"] | None = Field(None, description="The label words of the rules that apply.")
    uses: Literal["today"] | None = Field(None, description="What AI is used for today, and what of it is paused.")
    when: Text | None = Field(None, description="Only for campaigns of which this holds, or may hold.")
    sure: Switch = Field(default=False, description=SURE)


class KitShape(Shape):
    """A text to adopt, filled from the answers."""

    document: Id
    title: Text
    about: Text = Field(description="What it is for, in one line.")
    sources: list[Text] = Field([], description="Ids from sources.yaml; they are printed at the end.")
    landscape: Switch = Field(default=False, description="Pages that lie on their side, for wide tables.")
    when: Text | None = Field(None, description="Only for campaigns of which this holds, or may hold.")
    sure: Switch = Field(default=False, description=SURE)
    blocks: list[BlockShape] = Field([])
