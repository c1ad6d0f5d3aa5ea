"""What happens inside one process: reading the pack, where questions stand, scoring, one answer put on disk.

Plain Python's base is counting to 100 000; the base of an append is writing as many bytes to a file and syncing it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure, against, taking_turns
from hustings.answers.applicability import standings
from hustings.answers.events import Answer
from hustings.answers.parse import given
from hustings.casefile import create, open_case
from hustings.cli.cases.compiled_pack import compiled, decompiled
from hustings.interview import answers_from
from hustings.pack.editions import scoped
from hustings.pack.loader import read_pack
from hustings.pack.model import Pack
from hustings.pack.shipped import find_pack
from hustings.scoring.findings import target_level, with_required
from hustings.scoring.incremental import raising
from hustings.scoring.items import derivation, derived, sheet
from hustings.scoring.plan.action_graph import action_graph
from hustings.scoring.plan.choice.candidates import candidates
from hustings.scoring.plan.choice.cheapest import Goal, cheapest, problem
from hustings.scoring.plan.choice.effects import effects
from hustings.scoring.plan.dates.calendar import clock
from hustings.scoring.plan.make_plan import make_plan
from hustings.scoring.plan.questions.next_question import stakes
from hustings.scoring.readiness import as_scored
from hustings.scoring.result import Result
from hustings.scoring.robustness.changed_judgements import judgement_changes
from hustings.scoring.robustness.draws import drawn
from hustings.scoring.score import score
from support.long_case import long_case

COUNTED, WRITTEN = 100_000, b"x" * 300
DAY = date(2026, 11, 30)
LIMITS = {
    "the same, as it was kept compiled": 40.0,
    "score a full campaign with its gaps": 4.0,
    "choose among its actions": 30.0,
    "plan a full campaign": 60.0,
    "2000 draws of all weights": 40.0,
}
"""Times the base: about twice what it takes where nothing else runs."""


def counting() -> None:
    """The base: what this machine's Python does with something plain."""
    total = 0
    for number in range(COUNTED):
        total += number


def thinking(runs: int) -> Iterator[Figure]:
    """Pure work on the shipped pack and its sample, after everything is imported and warm."""
    folder = find_pack("campaign-ai")
    pack = read_pack(folder)
    answers = dict(answers_from(pack, folder / "sample.yaml").answers)
    kept = compiled(pack)
    full = whole_campaign(pack)
    full_result = score(*full)
    works: dict[str, Callable[[], object]] = {
        "read and check the pack campaign-ai": lambda: read_pack(folder),
        "the same, as it was kept compiled": lambda: decompiled(kept),
        "where every question stands": lambda: standings(pack, answers),
        "score the sample": lambda: score(pack, answers),
        "score a full campaign with its gaps": lambda: score(*full),
        "    its gains the plain way, all values each time": lambda: plain_way(full_result),
        "rank what is not known": lambda: stakes(full_result),
        "choose among its actions": lambda: choose_again(full_result),
        "plan a full campaign": lambda: make_plan(full_result, clock(full[0], full[1], DAY)),
        "2000 draws of all weights": lambda: drawn(full_result),
        "each judgement changed alone": lambda: list(judgement_changes(full_result)),
    }
    plain, *timed = taking_turns([counting, *works.values()], runs)
    yield against("counting to 100 000 (base)", plain, plain)
    yield from (against(name, times, plain, LIMITS.get(name)) for name, times in zip(works, timed, strict=True))


def whole_campaign(pack: Pack) -> tuple[Pack, dict[str, Answer]]:
    """The worked campaign with the most gaps, asked everything."""
    full = scoped(pack, "full")
    case = next(case for case in pack.cases if case.id == "school_board_no_ai")
    taken = {name: given(full, name, raw) for name, raw in case.answers if name in full.questions}
    return full, {name: answer for name, answer in taken.items() if isinstance(answer, Answer)}


def choose_again(result: Result) -> None:
    """The cheapest set of actions that reaches the next band, with everything that is prepared for it."""
    start = raising(derivation(sheet(result.pack, result.answers), {}))
    pool = candidates(start.now, action_graph(result.pack))
    above = next(band for band in result.pack.rubric.bands if band.start > result.index.pt)
    assert cheapest(problem(result.pack.rubric, effects(start, pool)), Goal(above.start))


def plain_way(result: Result) -> None:
    """What each finding would gain, reckoned from all values: what scoring cost before only a change was reckoned."""
    work = sheet(result.pack, result.answers)
    for finding in result.findings:
        as_scored(result.pack, derived(work, with_required(work, finding.item.question, target_level(finding.item))))


def saving(runs: int) -> Iterator[Figure]:
    """One answer on disk, beside the same bytes written and synced without SQLite."""
    folder = find_pack("campaign-ai")
    pack = read_pack(folder)
    given = cycle(answers_from(pack, folder / "sample.yaml").answers)
    with (
        TemporaryDirectory() as where,
        (Path(where) / "plain").open("wb", buffering=0) as plain,
        create(Path(where) / "bench.hustings", pack=pack, by="bench", at=datetime.now(UTC)) as case,
    ):
        log = case.log(case.latest().id, "bench")
        synced, appended = taking_turns([lambda: _synced(plain.fileno()), lambda: log.append(*next(given))], runs)
    yield against("300 bytes written and synced (base)", synced, synced)
    yield against("append one answer to a case file", appended, synced)


def opening(runs: int) -> Iterator[Figure]:
    """A case file of fifty assessments and twenty packs opened, beside its bytes read and hashed."""
    with TemporaryDirectory() as where:
        path = long_case(Path(where) / "long.hustings")
        works = (lambda: sha256(path.read_bytes()).digest(), lambda: open_case(path, write=False).close())
        read, opened = taking_turns(works, runs)
    yield against("4 MB read and hashed (base)", read, read)
    yield replace(against("open a case of 50 assessments and 20 packs", opened, read), limit=200, limit_unit="ms")


def _synced(file: int) -> None:
    os.write(file, WRITTEN)
    os.fsync(file)
