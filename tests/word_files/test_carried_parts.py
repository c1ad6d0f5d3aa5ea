"""Files inside a DOCX, in a part that word processors keep."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx

from hustings.word_files.carried_parts import NAMESPACE, PART, PROPERTIES, carry


def test_what_is_carried_is_a_part_to_which_the_text_leads() -> None:
    page, content = docx.Document(), BytesIO()
    carry(page, [("a.json", b"{}"), ("b.bin", b"\x00\xff")])
    page.save(content)
    with ZipFile(content) as package:
        tree = ET.fromstring(package.read(PART.lstrip("/")))  # noqa: S314
        assert f"{{{NAMESPACE}}}carried" == tree.tag
        assert {"a.json": b"{}", "b.bin": b"\x00\xff"} == {one.get("name"): b64decode(one.text or "") for one in tree}
        assert PART.encode() in b"/" + package.read("word/_rels/document.xml.rels").replace(b"../", b"/")
        assert NAMESPACE.encode() in package.read(PROPERTIES.lstrip("/"))
