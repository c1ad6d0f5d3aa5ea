"""What Hustings says, collected from its code and its themes: the English sentences given to `say` and its like."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from hustings.pack.shelf import shelf
from hustings.pack.translating import quoted
from hustings.pack.words import read_words, spoken_languages

ROOT = Path(__file__).parents[1]
SAYING = {"say": (0,), "english": (0,), "several": (1, 2), "counted": (1, 2)}
"""Which arguments of which function are sentences."""
IN_TEMPLATE = re.compile(r"""\bsay\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""")


def sentences() -> dict[str, str]:
    """Every sentence, and where it is said first."""
    found = dict[str, str]()
    for path in sorted((ROOT / "src" / "hustings").rglob("*.py")):
        for line, text in in_code(path.read_text(encoding="utf-8")):
            found.setdefault(text, f"{path.relative_to(ROOT)}:{line}")
    for path in sorted((ROOT / "reports").rglob("*.html")):
        for text in in_template(path.read_text(encoding="utf-8")):
            found.setdefault(text, str(path.relative_to(ROOT)))
    return found


def in_code(code: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYING:
            for place in SAYING[node.func.id]:
                for part in literals(node.args[place]) if place < len(node.args) else ():
                    yield node.lineno, part


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be: itself, or either side of a condition."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from literals(one)
            yield from literals(other)


def in_template(page: str) -> Iterator[str]:
    yield from (double or single for double, single in IN_TEMPLATE.findall(page))


def refreshed(code: str, title: str) -> str:
    """The file of our own words with every sentence that is said now; what nobody says any more is left out."""
    known = {**read_words(code).sentences} if code in spoken_languages() else {}
    lines = [f"  {quoted(text)}: {quoted(known.get(text, ''))}\n" for text in sorted(sentences())]
    return f"{HEAD}language: {code}\ntitle: {quoted(title)}\nstrings:\n{''.join(lines)}"


HEAD = """\
# yaml-language-server: $schema=../schemas/words.json
# What Hustings itself says: each English sentence and its translation. Keep names in braces as they are.
# `python tests/wording_support.py es` adds what is missing and takes out what is no longer said.
"""

if __name__ == "__main__":
    spoken = read_words(sys.argv[1])
    path = shelf("questionnaires") / "languages" / f"{sys.argv[1]}.yaml"
    path.write_text(refreshed(sys.argv[1], spoken.title), encoding="utf-8")
