"""A key that is missing or one too many, in a sentence for each part of a pack."""

from __future__ import annotations

from hustings.pack.schema.json_schema import FILES
from hustings.pack.source.key_sentences import FILE_LACKS, FILE_TAKES_NO, LACKS, TAKES_NO, missing, spare


def test_every_kind_of_file_has_its_sentences() -> None:
    assert (FILES.keys(), FILES.keys()) == (FILE_LACKS.keys(), FILE_TAKES_NO.keys())
    assert LACKS.keys() == TAKES_NO.keys()


def test_a_part_is_called_by_where_it_stands() -> None:
    assert "a rubric file has no `bands`" == missing("bands", (), "rubric")
    assert "a question has no `text`" == missing("text", ("questions", 3), "section")
    assert "an entry of `calendar` has no `from`" == missing("from", ("calendar", 0), "rubric")
    assert "`parameters` has no `eta`" == missing("eta", ("parameters",), "rubric")
    assert "a section file takes no `intor`" == spare("intor", (), "section")
    assert "a gate takes no `caps`" == spare("caps", ("gates", 0), "domain")
    assert "an entry of `never` takes no `if`" == spare("if", ("uses", 0, "never", 1), "uses")
    assert "`alpha` takes no `why`" == spare("why", ("parameters", "alpha"), "rubric")
