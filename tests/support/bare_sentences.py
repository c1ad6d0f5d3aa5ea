"""Sentences that are given to a user in English only: written out where `say` or `several` should say them."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain

SENTENCE = re.compile(r"[a-z]{2,}\S* \S*[a-z]{2,}")
TOLD = {"Problem", "InputError", "ConditionError", "UnfitError", "Refusal", "problem", "report"}
"""What takes a sentence for a user: records, exceptions, and the methods of the diagnostics of a pack."""
Written = Mapping[str, tuple[ast.expr, ...]]
"""What is written for each name of a function or module."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def exceptions(trees: Collection[ast.Module]) -> set[str]:
    """The classes that extend what takes a sentence, such as those of `InputError`."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    found = set(TOLD)
    while more := {one.name for one in classes if {ast.unparse(base) for base in one.bases} & found} - found:
        found |= more
    return found


def bare_sentences(tree: ast.Module, told: Collection[str], returned: bool = False) -> Iterator[tuple[int, str]]:
    """Line and text of each sentence that is given to one of `told`, or also `returned`, and is not spoken."""
    top = _written(tree.body)
    for function in (node for node in ast.walk(tree) if isinstance(node, Function)):
        written = {**top, **_written(ast.walk(function))}
        for node in ast.walk(function):
            for given in _given(node, told, returned):
                yield from _bare(given, written, ())


def _given(node: ast.AST, told: Collection[str], returned: bool) -> Iterator[ast.expr]:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in told:
            yield from (*node.args, *(keyword.value for keyword in node.keywords))
        case ast.Return(value=ast.expr() as value) if returned:
            yield value


def _written(nodes: Iterator[ast.AST] | list[ast.stmt]) -> dict[str, tuple[ast.expr, ...]]:
    found = dict[str, tuple[ast.expr, ...]]()
    for name, value in chain.from_iterable(map(_assigned, nodes)):
        found[name] = (*found.get(name, ()), value)
    return found


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Each name of an assignment with its value; those of a pair by their places."""
    match node:
        case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
            yield from ((ast.unparse(name), value) for name, value in zip(names, values, strict=True))
        case ast.Assign(targets=targets, value=value):
            yield from ((ast.unparse(name), value) for name in targets)
        case ast.AnnAssign(target=name, value=ast.expr() as value) | ast.NamedExpr(target=name, value=value):
            yield ast.unparse(name), value


def _bare(node: ast.expr, written: Written, seen: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The sentences that an expression can be; what a call returns is its own."""
    match node:
        case ast.Constant(value=str()) | ast.JoinedStr():
            if SENTENCE.search(text := _text(node)):
                yield node.lineno, text
        case ast.Name(id=name) if name not in seen:
            for value in written.get(name, ()):
                yield from _bare(value, written, (*seen, name))
        case _:
            for part in _parts(node):
                yield from _bare(part, written, seen)


def _parts(node: ast.expr) -> list[ast.expr]:
    match node:
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return [one, other]
        case ast.BoolOp(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(values=parts):
            return parts
        case ast.Subscript(value=part) | ast.Starred(value=part):
            return [part]
        case _:
            return []


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    """A text as it is written, `…` for each value in it."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(_text(part) if isinstance(part, ast.Constant) else "…" for part in node.values)
