"""Codes of sources inside texts: `(F-B40, F-B41; as of June 2026)`. Whoever reads one finds it among the sources."""

from __future__ import annotations

import re

CODE = re.compile(r"\b[A-Z]-[A-Z]\d{2,3}\b", re.ASCII)
BRACKETS = re.compile(r"\(([^()]*)\)")


def cited_in(text: str) -> tuple[str, ...]:
    """The codes that stand in round brackets, in their order; a code elsewhere may be a street or a form."""
    return tuple(code for inside in BRACKETS.findall(text) for code in CODE.findall(inside))
