"""The chapters of a report as blocks: the plan, an area, uses, rules, how sure it is, ledger, answers, the back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hustings.messages import say
from hustings.report.charts.owner_gantt import gantt_charts
from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.document.answer_records import AnswerLine
from hustings.report.document.document_records import Document, DomainChapter, FindingLine, GateText
from hustings.report.document.plan.plan_records import PhaseText, StepText
from hustings.report.document.rules import PlaceRules, RuleLine
from hustings.report.formats.blocks import Block, Heading, Items, Picture, Table, Text


def pictures(*charts: Drawing | None) -> Iterator[Block]:
    """A picture for each chart; None stands for a chart that the report does not have."""
    yield from (Picture(chart) for chart in charts if chart is not None)


def plan_chapter(document: Document) -> Iterator[Block]:
    """The plan: its curve, its bars, its steps, what to find out, what comes later."""
    todo = document.todo
    yield Text(todo.headline)
    yield from pictures(todo.in_time.climb, *gantt_charts(todo.in_time))
    yield from map(Text, todo.says)
    yield from steps_table(todo.steps)
    yield Text(todo.left_out)
    if todo.phase is not None:
        yield Text(_lines_of_phase(todo.phase), f"{todo.phase.title}.")
    yield from map(Text, todo.phases)
    if todo.unplanned:
        yield Heading(say("Grave, and not mended before the deadline"), 3)
    yield Items(todo.unplanned)
    if todo.find_out:
        yield Heading(say("Find out first"), 3)
        yield Text(todo.find_out_says)
    rows = tuple((point.question, point.who, point.why) for group in todo.find_out for point in group.points)
    yield Table((say("Question"), say("Who may know"), say("What depends on it")), rows, (6, 3, 6))
    if todo.later:
        yield Heading(todo.later_title, 3)
    yield from steps_table(todo.later)
    yield Table(
        (say("When"), say("What"), say("Who")),
        tuple((one.when, one.title, one.who) for one in todo.afterwards),
        (3, 8, 3),
    )


def _lines_of_phase(phase: PhaseText) -> str:
    skip = f"{say('Leave for now:')} {phase.skip}" if phase.skip else ""
    return " ".join(filter(None, (phase.says, skip)))


def steps_table(steps: Iterable[StepText], *, own: bool = False) -> Iterator[Block]:
    """The steps as a table; a list of somebody's `own` does not say who."""
    heads = (say("No."), say("What to do"), say("Who"), say("Hours"), say("When"), say("Why"))
    rows = tuple(
        (
            one.number,
            lines_of(one.title, *(one.questions if own and one.questions else (one.how,))),
            one.who,
            one.hours,
            one.dates or one.when,
            lines_of(*one.answers, *one.notes, one.begin_by),
        )
        for one in steps
    )
    whole = Table(heads, rows, (3, 24, 8, 5, 5, 11) if own else (3, 18, 8, 5, 6, 12))
    yield _without(whole, 2) if own else whole


def _without(table: Table, column: int) -> Table:
    """The table without one of its columns."""

    def kept(cells: tuple[str, ...]) -> tuple[str, ...]:
        return cells[:column] + cells[column + 1 :]

    shares = table.shares[:column] + table.shares[column + 1 :]
    return Table(kept(table.heads), tuple(map(kept, table.rows)), shares)


def lines_of(*parts: str) -> str:
    """The texts that are not empty, one per line."""
    return "\n".join(part for part in parts if part)


def domain_chapter(domain: DomainChapter) -> Iterator[Block]:
    """One area: what is missing, what is not known, what is in place."""
    yield Heading(domain.title)
    yield Text(domain.headline)
    yield Text(domain.verdict)
    yield from pictures(domain.chart)
    yield Table(
        (say("Figure"), say("Value"), say("Meaning")),
        tuple((f.label, f.value, f.note) for f in domain.figures),
        (4, 2, 8),
    )
    yield from _gates(domain.gates)
    yield from pictures(domain.ladder)
    if domain.findings:
        yield Heading(say("Findings"), 3)
    yield Table(
        (say("Severity"), say("Finding"), say("You said"), say("What mends it"), say("Gain")),
        tuple(map(finding_row, domain.findings)),
        (2, 7, 4, 5, 2),
    )
    yield Text(domain.findings_say)
    if domain.open_points:
        yield Heading(say("Open points"), 3)
    yield Items(domain.open_points)
    if domain.in_place:
        yield Heading(say("In place"), 3)
    rows = tuple((one.safeguard, one.answer, one.proof) for one in domain.in_place)
    yield Table((say("Safeguard"), say("You said"), say("Proof")), rows, (6, 4, 4))


def finding_row(finding: FindingLine) -> tuple[str, ...]:
    """Severity, finding, answer, what mends it, and the points that it brings."""
    fixes = "\n".join(
        " ".join(part for part in (fix.number, fix.title, f"({fix.when})" if fix.when else "") if part)
        for fix in finding.fixes
    )
    return finding.severity, finding.text, finding.answer, fixes or finding.no_fix, finding.gain


def _gates(gates: Iterable[GateText]) -> Iterator[Block]:
    known = tuple(gates)
    if known:
        yield Heading(say("Deal-breakers"), 3)
    rows = tuple((gate.title, gate.status, lines_of(gate.effect, gate.because, gate.stop)) for gate in known)
    yield Table((say("Deal-breaker"), say("Status"), say("What it does")), rows, (4, 2, 8))


def offers_chapter(document: Document) -> Iterator[Block]:
    """What AI can do for the campaign."""
    if (offers := document.offers) is not None:
        yield Heading(say("What AI can do for you"))
        yield Text(offers.says)
        yield Text(offers.missing)
        rows = tuple(
            (use.title, use.verdict, lines_of(*use.says, *(fix.title for fix in use.first), *use.find_out))
            for use in offers.uses
        )
        yield Table((say("Use"), say("Verdict"), say("What is needed")), rows, (4, 3, 7))
        yield Items(offers.groundwork)


def places_of(document: Document) -> tuple[PlaceRules, ...]:
    """The places whose rules may apply."""
    return document.rules.places if document.rules is not None else ()


def rules_chapter(document: Document) -> Iterator[Block]:
    """The rules that may apply, place by place."""
    if (rules := document.rules) is None:
        return
    yield Heading(say("Rules that may apply"))
    yield Text(rules.says)
    yield Text(rules.missing)
    for place in rules.places:
        yield Heading(place.title, 3)
        yield Text(place.none)
        lines = (*place.rules, *place.protects, *place.not_binding, *place.over)
        yield Table((say("Rule"), say("What it asks"), say("Status")), tuple(map(_rule, lines)), (4, 9, 4))
        yield Text(place.tracker)
        if sources := tuple(dict.fromkeys(source for rule in lines for source in rule.sources)):
            yield Text(say("Sources:"))
            yield Items(sources)


def _rule(rule: RuleLine) -> tuple[str, ...]:
    asks = lines_of(rule.today, rule.covers, rule.says, rule.label, rule.penalty, rule.because)
    return rule.title, asks, lines_of(rule.stands, f"{rule.checked} {rule.looked}", rule.again)


def certainty_chapter(document: Document) -> Iterator[Block]:
    """How sure the index is."""
    found = document.certainty
    yield Heading(say("How sure this is"))
    yield Text(found.gates_say)
    yield Items(found.met)
    yield Table(
        (say("Figure"), say("Value"), say("Meaning")),
        tuple((f.label, f.value, f.note) for f in found.figures),
        (4, 2, 8),
    )
    yield Text(found.not_applicable_says)
    yield Items(tuple(f"{one.question} {one.answer}" for one in found.not_applicable))
    yield Text(found.robustness_says)
    if found.others:
        yield Text(found.others, say("What others do"))


def ledger_rows(document: Document) -> tuple[tuple[str, ...], ...]:
    """The ledger as table rows, one for each of its lines."""
    return tuple((f"{'  ' * int(line.depth)}{line.label}", line.value, line.formula) for line in document.ledger)


def answers_chapter(document: Document) -> Iterator[Block]:
    """All answers, by section."""
    for section in document.answers:
        yield Heading(section.title, 3)
        heads = (say("Question"), say("Answer"), say("Proof"), say("Note"))
        yield Table(heads, tuple(map(answer_row, section.answers)), (7, 5, 3, 4)).without_empty_columns()
        yield Text(section.left_out)


def answer_row(line: AnswerLine) -> tuple[str, ...]:
    """The question, what was answered, its proof and its note."""
    return line.question, lines_of(line.answer, line.state), line.evidence, line.note


def back_chapters(document: Document) -> Iterator[Block]:
    """Sources, method, limits, and where the report comes from."""
    yield from _sources(document)
    yield Heading(say("Method and limits"))
    yield from (Text(one.text, one.title) for one in (*document.method, *document.limits))
    yield Table((say("Figure"), say("Value")), tuple((one.label, one.value) for one in document.provenance), (4, 8))


def _sources(document: Document) -> Iterator[Block]:
    """The sources whose codes the report names, as on paper."""
    named = [one for one in document.sources if one.named]
    if named:
        yield Heading(say("Sources"))
        yield Text(document.sources_headline)
        yield Text(document.sources_say)
        yield Items(tuple(f"[{one.id}] {one.says} {one.where} {one.link} {one.checked}" for one in named))
