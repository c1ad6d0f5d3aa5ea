"""Texts that a campaign can adopt: composed from a pack and the answers, written as Markdown or as a DOCX file."""

from hustings.kit.compose import Composed, compose, needed
from hustings.kit.folder import Put, put
from hustings.kit.markdown import markdown
from hustings.kit.word import word

__all__ = ["Composed", "Put", "compose", "markdown", "needed", "put", "word"]
