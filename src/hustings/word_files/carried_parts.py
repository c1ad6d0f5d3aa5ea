# ruff: noqa: PLC0415 - docx is heavy
"""Files that a DOCX file carries: in a part of XML, which word processors keep when they save it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from docx.document import Document

NAMESPACE = "urn:hustings:carried"
PART, PROPERTIES = "/customXml/item9.xml", "/customXml/itemProps9.xml"
ID = "{6E0B5F0A-5D0E-4B1C-9C63-48555354494E}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DESCRIBED = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{ID}" xmlns:ds="{OFFICE}/customXml"><ds:schemaRefs>\
<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>"""


def carry(page: Document, files: Sequence[tuple[str, bytes]]) -> None:
    """Put files into the package, each by its name."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = page.part.package
    listed = "".join(f"<file name={quoteattr(name)}>{b64encode(content).decode()}</file>" for name, content in files)
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<carried xmlns="{NAMESPACE}">{listed}</carried>'
    properties_type = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    part = Part(PackURI(PART), "application/xml", text.encode(), package)
    described = Part(PackURI(PROPERTIES), properties_type, DESCRIBED.encode(), package)
    page.part.relate_to(part, f"{OFFICE}/relationships/customXml")
    part.relate_to(described, f"{OFFICE}/relationships/customXmlProps")
