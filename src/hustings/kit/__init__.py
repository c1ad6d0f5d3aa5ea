"""Texts that a campaign can adopt: composed from a pack and the answers, written as Markdown or as a DOCX file."""

from hustings.kit.filled_text import FilledText, compose, is_needed
from hustings.kit.kit_folder import WrittenKit, write_kit
from hustings.kit.markdown import markdown
from hustings.kit.word_file import word_file

__all__ = ["FilledText", "WrittenKit", "compose", "is_needed", "markdown", "word_file", "write_kit"]
