"""A case scored and composed for its report: the document, and the assessment that the report carries."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hustings.frozen_records import dataclass

if TYPE_CHECKING:
    from hustings.cli.cases.opened_case import OpenedCase
    from hustings.report.benchmark_file import Comparable
    from hustings.report.brand.brand_records import Brand
    from hustings.report.document.document_records import Document
    from hustings.report.verification.carried_files import CarriedFile
    from hustings.scoring.plan.steps import Plan
    from hustings.scoring.progress.comparison import Comparison

Step = Callable[[str], AbstractContextManager[None]]


def untimed(_step: str) -> AbstractContextManager[None]:
    """A step that is not timed."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class ComposedReport:
    """The document, its plan, and `assessment`, which makes the JSON that is carried when it is asked for."""

    case: OpenedCase
    plan: Plan
    page: Document
    assessment: Callable[[], str]
    sample: bool = False
    signed_by: str = ""
    benchmark: Comparable | None = None

    def carried(self, theme: Path, paper: str) -> tuple[CarriedFile, ...]:
        """What is carried beside the assessment, printed with a theme on a paper."""
        from hustings.report.render.themes.theme_folder import ships
        from hustings.report.verification.carried_files import carried_files

        return carried_files(
            self.case.pack,
            paper=paper,
            sample=self.sample,
            shipped_theme=ships(theme),
            brand=self.page.brand,
            signed_by=self.signed_by,
            benchmark=None if self.benchmark is None else self.benchmark.json(),
        )


def composed_report(
    case: OpenedCase,
    on: date,
    compared: Sequence[Comparison] = (),
    *,
    brand: Brand | None = None,
    signed_by: str = "",
    sample: bool = False,
    step: Step = untimed,
    benchmark: Path | None = None,
) -> ComposedReport:
    """Score and compose. `compared`: with the assessments before it; `sample`: its case file is thrown away.

    `benchmark`: a file that says what comparable campaigns have.
    """
    from hustings.report import compose_document, result_json
    from hustings.report.brand.branded_report import branded
    from hustings.report.signature.signature_check import signed_line
    from hustings.scoring.plan.questions.next_question import stakes
    from hustings.scoring.robustness.band_robustness import robustness

    others = _others(benchmark, case)
    with step("score"):
        result = case.score()
        plan, room = case.plan(result, on), case.disagreement(result)
        open_, robust = stakes(result), robustness(result)
    head, closed = ("", None) if sample else (case.head, case.closed)
    with step("page"):
        page = compose_document(
            result,
            plan,
            on,
            room,
            ranked=open_,
            robust=robust,
            head=head,
            closed=closed,
            compared=compared,
            sample=sample,
        )
        page = _with_others(page, case, others)

    def assessment() -> str:
        content = result_json(
            result,
            plan,
            case.answers,
            on,
            room,
            ranked=open_,
            robust=robust,
            head=head,
            closed=closed,
            compared=compared,
        )
        return json.dumps(content, indent=1, sort_keys=True)

    signed = replace(branded(page, brand), signed=signed_line(signed_by))
    return ComposedReport(case, plan, signed, assessment, sample, signed_by, others)


def _others(benchmark: Path | None, case: OpenedCase) -> Comparable | None:
    """The comparable campaigns of a file, if one was named. Raises `InputError`."""
    if benchmark is None:
        return None
    from hustings.report.benchmark_file import read_benchmark

    return read_benchmark(benchmark, case.pack, case.answers)


def _with_others(page: Document, case: OpenedCase, others: Comparable | None) -> Document:
    if others is None:
        return page
    from hustings.report.benchmark_file import compared_with_others

    return compared_with_others(page, case.pack, others)
