"""The shape of language files: a pack's texts."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, WithJsonSchema

from hustings.pack.schema.shape import Shape
from hustings.pack.source.scalars import Text

Code = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=20)]
Key = Annotated[str, Field(min_length=1, max_length=1000)]
Written = Annotated[str, Field(max_length=8000)]


class TranslationShape(Shape):
    """A text of the pack and its translation."""

    made_from: Text = Field(alias="from", description="The text that was translated.")
    now: Text | None = Field(None, description="What the text says now, if it has changed: mend `to` and `from`.")
    to: Annotated[Written | None, WithJsonSchema({"type": ["string", "null"]})] = Field(
        None, description="The translation. Empty: not translated yet."
    )


class LanguageShape(Shape):
    """The texts of a pack in another language."""

    language: Code = Field(description="Such as `es`; the file's name.")
    title: Text = Field(description="The language's own name for itself.")
    strings: dict[Key, TranslationShape] | None = Field(
        None, description="By key; `hustings translate` writes them all."
    )
