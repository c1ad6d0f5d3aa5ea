"""Mutation testing: small faults are planted in the pure floors, one at a time; the tests must notice each.

    python tests/mutation/mutate.py --sample 100 scoring/gates.py answers/flow.py
    python tests/mutation/mutate.py --each 2 --own $(cd src/hustings && git ls-files 'scoring/*.py' 'answers/*.py')

A fault is one changed comparison, operator, constant, `and` or `or`, condition or returned value. It is planted in a
copy of `src`; the tests of the module, then those beside it, then all of its room, run on it until one fails (drawn
examples are left out: what is tested by luck alone is not tested). What survives is printed with its line, to be
looked at: it is a missing test, or a change that means the same. First all of these tests must pass on the code as it
is.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import cache_from_source
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

for _library in ("babel", "hypothesis", "pydantic", "yaml"):
    import_module(_library)  # into memory, for all the forks
TOP = Path(__file__).resolve().parents[2]
SECONDS = 120
"""Of processor time, for the tests of one path."""
PASSED = (0, 5)
"""pytest's codes: all passed, or there was none to run."""
BROKEN = 99
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


Place = tuple[str, int, int]
"""A module, the number of a node in it, and which change of that node."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module (path below src/hustings) with one fault: its line, what was changed, and the whole new text."""

    module: str
    line: int
    change: str
    text: str


def sites(root: Path, module: str) -> list[Place]:
    """Every place of a module that can be changed: module, number of the node, and which of its changes."""
    tree = ast.parse((root / "src" / "hustings" / module).read_text(encoding="utf-8"))
    notes = {id(part) for note in _without_effect(tree) for part in ast.walk(note)}
    return [
        (module, number, kind)
        for number, node in enumerate(ast.walk(tree))
        if id(node) not in notes and not _is_nothing(node)
        for kind in range(len(_changed(node)))
    ]


def mutant(root: Path, module: str, number: int, kind: int) -> Mutant:
    """The module with this change."""
    tree = ast.parse((root / "src" / "hustings" / module).read_text(encoding="utf-8"))
    node = next(one for at, one in enumerate(ast.walk(tree)) if at == number)
    before = ast.unparse(node).splitlines()[0]
    _apply(node, kind)
    after = ast.unparse(node).splitlines()[0]
    return Mutant(module, getattr(node, "lineno", 0), f"{before[:70]}  ->  {after[:70]}", ast.unparse(tree))


def _is_nothing(node: ast.AST) -> bool:
    """Whether it is `return None`, which has nothing else to return."""
    return isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and node.value.value is None


def _without_effect(tree: ast.Module) -> Iterator[ast.AST]:
    """Annotations, and that records are frozen and have slots: what they do is done, or not, by mypy."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="dataclass"), keywords=words):
                yield from words
            case ast.AnnAssign(annotation=ast.AST() as note) | ast.arg(annotation=ast.AST() as note):
                yield note
            case ast.FunctionDef(returns=ast.AST() as note):
                yield note


def _changed(node: ast.AST) -> Sequence[object]:
    """The possible faults of a node, each as the value that replaces a part of it."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARISONS:
            return [COMPARISONS[type(op)]()]
        case ast.BinOp(op=op) if type(op) in OPERATORS:
            return [OPERATORS[type(op)]()]
        case ast.BoolOp(op=op):
            return [ast.Or() if isinstance(op, ast.And) else ast.And()]
        case ast.Constant(value=bool() as value):
            return [not value]
        case ast.Constant(value=int() as value):
            return [value + 1]
        case ast.IfExp() | ast.If():
            return [ast.UnaryOp(ast.Not(), node.test)]
        case ast.Return(value=ast.expr()):
            return [ast.Constant(None)]
    return []


def _apply(node: ast.AST, kind: int) -> None:
    value = _changed(node)[kind]
    match node:
        case ast.Compare():
            node.ops = [value]  # type: ignore[list-item]
        case ast.BinOp() | ast.BoolOp():
            node.op = value  # type: ignore[assignment]
        case ast.IfExp() | ast.If():
            node.test = value  # type: ignore[assignment]
        case ast.Constant() | ast.Return():
            node.value = value  # type: ignore[assignment]
    ast.fix_missing_locations(node)


def sample(places: Sequence[Place], chance: random.Random, most: int, each: int | None) -> list[Place]:
    """The places to change: `each` of every module, in the order of the modules, or `most` of them all."""
    if each is None:
        return chance.sample(places, min(most, len(places)))
    modules = [list(of) for _, of in groupby(places, lambda place: place[0])]
    return [place for of in modules for place in chance.sample(of, min(each, len(of)))]


def survives(root: Path, mutant: Mutant, folder: Path, tests: Sequence[Sequence[Path]]) -> bool:
    """Whether all these tests pass in spite of it, one group after the other."""
    target = folder / "src" / "hustings" / mutant.module
    whole = target.read_text(encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    Path(cache_from_source(str(target))).unlink(missing_ok=True)
    try:
        return all(_pass(root, folder, one) for one in tests)
    finally:
        target.write_text(whole, encoding="utf-8")


def failing_without_a_fault(root: Path, folder: Path, groups: Iterable[Sequence[Sequence[Path]]]) -> str:
    """The first tests that fail on the code as it is, each asked once; a test that always fails notices everything."""
    asked = {tuple(tests) for group in groups for tests in group}
    whole = [tests for tests in asked if not any(set(tests) < set(other) for other in asked)]
    failing = (tests for tests in sorted(whole) if not _pass(root, folder, tests))
    return " ".join(str(path.relative_to(root)) for path in next(failing, ()))


def tests_of(root: Path, module: str, asked: argparse.Namespace) -> list[list[Path]]:
    """The tests of a module, those that lie beside them, and of its room; fewer if `own` or `near` is asked."""
    path = root / "tests" / module
    own = path.with_name(f"test_{path.name}")
    groups = [[own] if own.exists() else [], sorted(path.parent.glob("test_*.py"))]
    groups = [*filter(None, groups), [root / "tests" / Path(module).parts[0]]]
    return groups[: 1 if asked.own else -1 if asked.near else None]


def _pass(root: Path, folder: Path, tests: Sequence[Path]) -> bool:
    """Run them in a fork of this program, which has the libraries in memory and nothing of Hustings."""
    sys.stdout.flush()
    child = os.fork()
    if not child:
        try:
            os._exit(_run(root, folder, tests))
        finally:
            os._exit(BROKEN)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) in PASSED


def _run(root: Path, folder: Path, tests: Sequence[Path]) -> int:
    """What pytest says; the system ends it if it works for too long."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    os.chdir(root)
    os.environ |= {"PYTHONPATH": str(folder / "src"), "HUSTINGS_EXAMPLES": "1"}
    sys.path.insert(0, str(folder / "src"))
    sys.dont_write_bytecode = False  # the tests are compiled once and not for each mutant
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    words = [
        "-W",
        "ignore::pytest.PytestAssertRewriteWarning",
        "-x",
        "-q",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
        "-k",
        "not invariants",
    ]
    return int(pytest.main([*words, *map(str, tests)]))


def main() -> int:
    parser = argparse.ArgumentParser(description="Plant faults, and see whether the tests notice.")
    parser.add_argument("modules", nargs="+", help="below src/hustings, such as scoring/gates.py")
    parser.add_argument("--sample", type=int, default=50, help="how many mutants at most")
    parser.add_argument("--each", type=int, help="so many mutants of each module, instead of a sample of them all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--own", action="store_true", help="only the tests of the module itself, where it has any")
    parser.add_argument("--near", action="store_true", help="only the tests of the module and those beside")
    parser.add_argument("--root", type=Path, default=TOP)
    given = parser.parse_args()
    everything = [place for module in given.modules for place in sites(given.root, module)]
    places = sample(everything, random.Random(given.seed), given.sample, given.each)  # noqa: S311
    chosen = [mutant(given.root, *place) for place in places]
    alive, groups = 0, {one.module: tests_of(given.root, one.module, given) for one in chosen}
    with TemporaryDirectory() as name:
        shutil.copytree(given.root / "src", Path(name) / "src")
        for shipped in ("questionnaires", "reports"):
            (Path(name) / shipped).symlink_to(given.root / shipped)
        if failing := failing_without_a_fault(given.root, Path(name), groups.values()):
            sys.stdout.write(f"These fail without a fault, so they show nothing: {failing}\n")
            return 1
        for one in chosen:
            if survives(given.root, one, Path(name), groups[one.module]):
                alive += 1
                sys.stdout.write(f"survived: {one.module}:{one.line}: {one.change}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{len(chosen)} of {len(everything)} mutants: {len(chosen) - alive} noticed, {alive} not.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
