"""What Hustings says, collected from its code and its themes: the extraction that `make messages` and the tests use."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import click
from babel.messages.catalog import Catalog
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from hustings.messages import Words

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "src" / "hustings" / "locale"
Call = tuple[int, str, tuple[str | None, ...], list[str]]


COMMAND = re.compile(r"click\.(command|group)\(")


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


def helps(
    code: BinaryIO,
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: Mapping[str, Any],
) -> Iterator[Call]:
    """The calls, and what click shows as help: `help=`, `short_help=`, and the docstring of a command."""
    text = code.read()
    yield from calls(BytesIO(text), keywords, comment_tags, options)
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.keyword(arg="help" | "short_help", value=ast.Constant(value=str(said))):
                yield node.lineno, "say", (said,), []
            case ast.FunctionDef() if any(
                COMMAND.match(ast.unparse(one)) for one in node.decorator_list
            ) and ast.get_docstring(node):
                yield node.lineno, "say", (ast.get_docstring(node),), []


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
    return _extracted(folder / "hustings.pot", "-F", str(ROOT / "pyproject.toml"), str(source))


def click_template(folder: Path) -> Catalog:
    """Every sentence that click says, likewise."""
    return _extracted(folder / "click.pot", str(Path(click.__file__).parent))


def _extracted(pot: Path, *how: str) -> Catalog:
    CommandLineInterface().run(["pybabel", "-q", "extract", "-o", str(pot), *how])  # type: ignore[no-untyped-call]
    return read_po(BytesIO(pot.read_bytes()))


def po(code: str, domain: str) -> Path:
    """The file of a language that its translators edit: of what Hustings says, or `click`."""
    return LOCALE / code.replace("-", "_") / "LC_MESSAGES" / f"{domain}.po"


def catalog(code: str, domain: str) -> Catalog:
    """What is in it."""
    found = po(code, domain).read_bytes()
    return read_po(BytesIO(found), locale=code.replace("-", "_"), abort_invalid=True)


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
