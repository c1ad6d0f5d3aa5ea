"""The sheet of `hustings questions`, as a pipe gets it."""

from __future__ import annotations

from collections.abc import Sequence

from hustings.cli.printed.questions_rows import questions_rows
from hustings.pack.model import Pack
from hustings.pack.questionnaire import Question
from hustings.styled_text.rows import UNBOUNDED, text_of


def sheet_lines(pack: Pack, asked: Sequence[Question], *, open_only: bool) -> list[str]:
    return [text_of(row) for row in questions_rows(pack, asked, "", UNBOUNDED, open_only=open_only, whole=True)]
