"""What Hustings says, collected from its code and its themes: the extraction that `make messages` and the tests use."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from hustings.messages import Words

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "src" / "hustings" / "locale"
Call = tuple[int, str, tuple[str | None, ...], list[str]]


def calls(
    code: BinaryIO,
    keywords: Collection[str],
    _comment_tags: Collection[str],
    options: Mapping[str, Any],  # noqa: ARG001 - Babel's signature
) -> Iterator[Call]:
    """An extraction method of Babel: each call of a keyword, with its texts; of a condition, with either side."""
    for node in ast.walk(ast.parse(code.read())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            given = [tuple(literals(part)) for part in node.args]
            for at in range(max(map(len, given), default=0)):
                texts = tuple(part[min(at, len(part) - 1)] if part else None for part in given)
                yield node.lineno, node.func.id, texts, []


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be: itself, or either side of a condition."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from literals(one)
            yield from literals(other)


def template(folder: Path, source: Path = ROOT) -> Catalog:
    """Every sentence that `source` says now, without translations, as `make messages` extracts them into `folder`."""
    pot = folder / "hustings.pot"
    config = str(ROOT / "pyproject.toml")
    CommandLineInterface().run(  # type: ignore[no-untyped-call]
        ["pybabel", "-q", "extract", "-F", config, "-o", str(pot), str(source)]
    )
    return read_po(BytesIO(pot.read_bytes()))


def catalog(code: str) -> Catalog:
    """The catalog of a language, as its translators edit it."""
    path = LOCALE / code.replace("-", "_") / "LC_MESSAGES" / "hustings.po"
    return read_po(BytesIO(path.read_bytes()), locale=code.replace("-", "_"), abort_invalid=True)


def compiled(found: Catalog) -> bytes:
    """The content of the `.mo` file."""
    mo = BytesIO()
    write_mo(mo, found)
    return mo.getvalue()


def words(code: str, sentences: Mapping[str | tuple[str, str], str | tuple[str, ...]], rule: str = "") -> Words:
    """A language of a few sentences, for a test; `rule` is its Plural-Forms if Babel's are not to be taken."""
    made = Catalog(locale=code)
    if rule:
        made.mime_headers = [(name, rule if name == "Plural-Forms" else value) for name, value in made.mime_headers]
    for english, said in sentences.items():
        made.add(english, said)
    return Words(code, code, compiled(made))
