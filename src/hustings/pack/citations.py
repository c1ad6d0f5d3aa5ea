"""Codes of sources inside texts: `(F-B40, F-B41; as of June 2026)`. A reader finds each among the sources."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

CODE = re.compile(r"\b[A-Z]-[A-Z]\d{2,3}\b", re.ASCII)
BRACKETS = re.compile(r"\(([^()]*)\)")
BRACKETED = re.compile(r"(\s*)\(([^()]*)\)")


def cited_in(text: str) -> tuple[str, ...]:
    """The codes that stand in round brackets, in their order; a code elsewhere may be a street or a form."""
    return tuple(code for inside in BRACKETS.findall(text) for code in CODE.findall(inside))


def without(text: str, codes: AbstractSet[str]) -> str:
    """The text without these codes, and without a bracket in which nothing else stood."""
    if not any(code in codes for code in cited_in(text)):
        return text
    return BRACKETED.sub(lambda found: _bracket(found, codes), text)


def _bracket(match: re.Match[str], codes: AbstractSet[str]) -> str:
    if not any(code in codes for code in CODE.findall(match[2])):
        return match[0]
    kept = "; ".join(filter(None, (_kept(part, codes) for part in match[2].split("; "))))
    return f"{match[1]}({kept})" if kept else ""


def _kept(part: str, codes: AbstractSet[str]) -> str:
    return ", ".join(word for word in part.split(", ") if word not in codes)
