"""A workshop as tables: what the room saw and decided, and never how two people voted."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from io import BytesIO, StringIO
from zipfile import ZipFile

from hustings.report.export.tables.workshop_table import (
    counts_csv,
    counts_table,
    decisions_csv,
    decisions_table,
    workshop_xlsx,
)
from support.report import town
from support.workshop_case import AGAINST, EVENTFUL, told

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_counts_have_a_row_for_each_answer_of_each_round() -> None:
    rows = read(counts_csv(town(), told()))
    assert ["Section", "Question", "Code", "Round", "Answer", "Votes", "Of", "How it came out"] == rows[0]
    second = [row[4:] for row in rows if row[2:4] == ["chatbot_account", "2"]]
    assert [("4", "5"), ("1", "5"), ("0", "5"), ("0", "5")] == [(votes, of) for _, votes, of, _ in second]
    others = [row[4:6] for row in rows if row[2] == "channels"][-2:]
    assert [["We don't know", "1"], ["Does not apply to us", "1"]] == others


def test_two_votes_are_counted_and_not_shown() -> None:
    rows = [row for row in counts_table(town(), told()) if row[2] == "voice_online"]
    assert [("too few votes to show", None, 2)] == [row[4:7] for row in rows]
    decided = [row for row in decisions_table(town(), told(AGAINST)) if row[4] == "plan_drill"]
    assert ["too few votes to show"] == [row[7] for row in decided]


def test_decisions_have_their_reasons_and_their_history() -> None:
    rows = read(decisions_csv(town(), told()))
    by_code = {row[4]: dict(zip(rows[0], row, strict=True)) for row in rows[1:]}
    rule = by_code["records_rule"]
    assert ("agreed, with dissent", "1", "<b>Nobody</b> reads that mail.", "Kim") == tuple(
        rule[head] for head in ("How it was decided", "Objections", "Objection", "Who brings it")
    )
    plan = [row for row in rows if row[4] == "response_plan"]
    assert ["The page was last year's.", ""] == [row[-1] for row in plan]


def test_the_spreadsheet_has_three_sheets_and_no_formula() -> None:
    with ZipFile(BytesIO(workshop_xlsx(town(), told(), EVENTFUL))) as book:
        names = [one.get("name") for one in ET.fromstring(book.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]  # noqa: S314
        pages = [ET.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")) for number in (1, 2, 3)]  # noqa: S314
        texts = book.read("xl/sharedStrings.xml").decode()
    assert ["Counts", "Decisions", "To fetch"] == names
    assert [] == [cell for page in pages for cell in page.iter(f"{MAIN}f")]
    assert "The date of the drill" in texts


def test_before_the_first_vote_there_are_only_headings() -> None:
    assert 1 == len(read(counts_csv(town(), None)))
    assert 1 == len(read(decisions_csv(town(), None)))
    assert workshop_xlsx(town(), None, ())
