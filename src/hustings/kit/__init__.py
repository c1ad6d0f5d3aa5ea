"""Texts that a campaign can adopt: composed from a pack and the answers, written as Markdown or as a DOCX file."""

from hustings.kit.docx.word_file import word
from hustings.kit.filled_text import FilledText, compose, needed
from hustings.kit.kit_folder import WrittenKit, put
from hustings.kit.markdown import markdown

__all__ = ["FilledText", "WrittenKit", "compose", "markdown", "needed", "put", "word"]
