"""The second program that reads a DOCX: words, pictures, carried files, and what it refuses."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from hustings.report.verification import docx_contents
from hustings.report.verification.docx_contents import main
from support.verification import handed_on_as_word, packed_again

pytestmark = pytest.mark.slow


def read(content: bytes) -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(main(content))
    return found


def part(name: str) -> bytes:
    with ZipFile(BytesIO(handed_on_as_word())) as package:
        return package.read(name)


def packed(*parts: tuple[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return file.getvalue()


def paragraph(inside: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body><w:p>{inside}</w:p></w:body></w:document>".encode()


def words(inside: str) -> list[str]:
    lines: list[str] = read(packed(("word/document.xml", paragraph(inside))))["lines"]
    return lines


def test_a_copy_packed_anew_with_other_properties_is_the_same() -> None:
    other = packed_again(handed_on_as_word(), core=(b"AI readiness report", b"Other"))
    assert handed_on_as_word() != other
    assert read(handed_on_as_word()) == read(other)
    files = read(other)["files"]
    assert ["assessment.json", "pack.bin", "printed.json"] == [*files]
    assert "hustings-result" == json.loads(b64decode(files["assessment.json"]))["format"]


def test_one_changed_letter_one_changed_picture_and_one_changed_alternative_text() -> None:
    before = read(handed_on_as_word())
    after = read(packed_again(handed_on_as_word(), document=(b">Findings<", b">Findinks<")))
    assert [("Findings", "Findinks")] == [
        pair for pair in zip(before["lines"], after["lines"], strict=True) if pair[0] != pair[1]
    ]
    picture = packed_again(handed_on_as_word(), image1=(b"IDAT", b"IDAU"))
    assert (True, False) == tuple(read(picture)[name] == before[name] for name in ("lines", "pictures"))
    alt = packed_again(handed_on_as_word(), document=(b'descr="Readiness', b'descr="Ruddiness'))
    assert (True, False) == tuple(read(alt)[name] == before[name] for name in ("lines", "pictures"))


def test_pictures_that_change_places_are_noticed() -> None:
    names = re.findall(rb'r:embed="(\w+)"', part("word/document.xml"))
    swapped = packed_again(handed_on_as_word(), document=(b'r:embed="' + names[0], b'r:embed="' + names[1]))
    assert read(swapped)["pictures"] != read(handed_on_as_word())["pictures"]


def test_what_is_hidden_is_no_word_and_what_is_no_text_is_named() -> None:
    assert ["shown"] == words("<w:r><w:t>shown</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>not</w:t></w:r>")
    assert ["a b"] == words("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>")
    assert ["<object>"] == words("<w:r><w:object/></w:r>")


def test_numbers_of_pages_are_the_word_processors() -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>{}</w:t></w:r></w:fldSimple>'
    assert ["Page"] == words(f"<w:r><w:t>Page </w:t></w:r>{field.format(12)}")
    assert ["Page of 61"] == words(f"<w:r><w:t>Page </w:t></w:r>{field.format('of 61')}")
    kinds = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    code, shown = "<w:r><w:instrText> NUMPAGES </w:instrText></w:r>", "<w:r><w:t>40</w:t></w:r>"
    assert ["40"] == words(f"{begin}{code}{separate}{shown}{end}{shown}")


def test_a_text_beside_the_text_is_read_too() -> None:
    both = packed(
        ("word/document.xml", paragraph("<w:r><w:t>a</w:t></w:r>")), ("x.y", paragraph("<w:r><w:t>b</w:t></w:r>"))
    )
    assert ["a", "b"] == read(both)["lines"]


def test_two_files_of_one_name_are_refused() -> None:
    carried = b'<carried xmlns="urn:hustings:carried"><file name="a">eA==</file><file name="a">eQ==</file></carried>'
    assert {"refused": "twice"} == read(packed(("a.xml", carried)))
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = packed(("a", b""), ("a", b""))
    assert {"refused": "twice"} == read(twice)


def test_what_is_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_contents, "MOST_LINES", 1)
    assert {"refused": "outsize"} == read(handed_on_as_word())
    monkeypatch.setattr(docx_contents, "MOST_BYTES", 1000)
    assert {"refused": "outsize"} == read(packed(("a", b"a" * 2000)))


def test_entities_that_grow_without_end_are_not_read() -> None:
    doubled = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 9}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{doubled}]><x>&a11;</x>'.encode()
    assert [] == read(packed(("word/document.xml", bomb)))["lines"]
