"""Whether somebody changed a file of the kit: by what it says, not by how a program saved it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from hustings.kit import markdown, word_file, write_kit
from hustings.kit.saved_content import fingerprint
from support.kit import NAMES, made

pytestmark = pytest.mark.slow

Change = Callable[[str], str]
RUN = re.compile(
    r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: xml:space=\"preserve\")?>([^<]{4,})</w:t></w:r>"
)
SIMPLE = re.compile(r"<w:fldSimple w:instr=\"(\w+)\">.*?</w:fldSimple>")


def repacked(content: bytes, **changes: Change) -> bytes:
    """The same archive packed anew: other order, no compression, another day, and some of its parts changed."""
    made_anew = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made_anew, "w", zipfile.ZIP_STORED) as new:
        for name in sorted(old.namelist(), reverse=True):
            part = old.read(name)
            change = changes.get(Path(name).stem.rstrip("123456789"))
            new.writestr(name, change(part.decode()).encode() if change else part)
    return made_anew.getvalue()


def as_saved(xml: str) -> str:
    """What word processors do to a page that nobody touched: revision marks, split runs, proofing, counted fields."""
    xml = xml.replace("<w:p>", '<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00D4E5F6">')
    xml = RUN.sub(_split, xml)
    counted = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} \\\\* MERGEFORMAT '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return SIMPLE.sub(lambda found: counted.replace("{}", found[1]).replace("\\\\", "\\"), xml)


def _split(found: re.Match[str]) -> str:
    """One run as two, with what a spelling checker leaves between them."""
    marks, text = found[1], found[2]
    pieces = (text[:3], text[3:])
    runs = [f'<w:r w:rsidR="00AA">{marks}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces]
    return '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="_Go"/><w:bookmarkEnd w:id="7"/>'.join(
        runs
    )


@pytest.mark.parametrize("name", NAMES)
def test_saved_anew_by_a_word_processor_it_says_the_same(name: str) -> None:
    written = word_file(made(name, campaign_name="Rivera"), "letter")
    saved = repacked(written, document=as_saved, header=as_saved, footer=as_saved)
    assert saved != written
    assert "00A1B2C3" in docx.Document(BytesIO(saved)).element.xml
    assert fingerprint("a.docx", written) == fingerprint("a.docx", saved)


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("a word", lambda xml: xml.replace("Passwords", "Passphrases", 1)),
        ("a line struck", lambda xml: _marked(xml, "<w:strike/>")),
        ("a line underlined", lambda xml: _marked(xml, '<w:u w:val="single"/>')),
        (
            "a line deleted with tracking",
            lambda xml: xml.replace("<w:r><w:t>Passwords", "<w:del/><w:r><w:t>Passwords", 1),
        ),
        ("a paragraph gone", lambda xml: re.sub(r"<w:p>(?:(?!</w:p>).)*Passwords.*?</w:p>", "", xml, count=1)),
        ("a picture", lambda xml: xml.replace("</w:p>", "<w:r><w:pict/></w:r></w:p>", 1)),
    ],
)
def test_what_a_person_changes_counts(what: str, change: Change) -> None:
    written = word_file(made("ai_policy"), "letter")
    changed = repacked(written, document=change)
    assert _page(written) != _page(changed), what
    assert fingerprint("a.docx", written) != fingerprint("a.docx", changed), what


def _page(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return packed.read("word/document.xml")


def _marked(xml: str, mark: str) -> str:
    return xml.replace("<w:r><w:t>Passwords", f"<w:r><w:rPr>{mark}</w:rPr><w:t>Passwords", 1)


def test_a_text_file_of_another_system_says_the_same() -> None:
    plain = markdown(made("ai_policy")).encode()
    saved = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n").rstrip() + b"\r\n\r\n"
    assert fingerprint("a.md", plain) == fingerprint("a.md", saved)
    assert fingerprint("a.md", plain) != fingerprint("a.md", plain.replace(b"Passwords", b"Passphrases"))


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", b"no archive at all"])
def test_what_cannot_be_read_is_compared_by_its_bytes(broken: bytes) -> None:
    assert fingerprint("a.docx", broken) == fingerprint("a.docx", broken)
    assert fingerprint("a.docx", broken) != fingerprint("a.docx", broken + b"x")


def test_an_archive_that_unpacks_to_too_much_is_not_read() -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 30_000_000)
    assert fingerprint("a.docx", bomb.getvalue()) != fingerprint("a.docx", word_file(made("ai_policy"), "letter"))


def test_a_file_that_was_only_saved_anew_is_made_new_and_an_edited_one_is_kept(tmp_path: Path) -> None:
    first, second = (word_file(made("ai_policy", campaign_name=name), "letter") for name in ("Rivera", "Ruiz"))
    kit = tmp_path / "kit"
    write_kit(kit, {"ai-policy.docx": first}, force=False)
    (kit / "ai-policy.docx").write_bytes(repacked(first, document=as_saved, header=as_saved, footer=as_saved))
    assert ((), second) == (
        write_kit(kit, {"ai-policy.docx": second}, force=False).kept,
        (kit / "ai-policy.docx").read_bytes(),
    )
    (kit / "ai-policy.docx").write_bytes(repacked(second, document=lambda xml: xml.replace("Passwords", "Secrets", 1)))
    assert ("ai-policy.docx",) == write_kit(kit, {"ai-policy.docx": first}, force=False).kept
