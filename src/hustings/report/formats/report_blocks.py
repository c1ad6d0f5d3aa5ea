"""A report as blocks: whole, or what the candidate, each owner, counsel or outsiders are to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from hustings.messages import say
from hustings.report.charts.primitives.drawing import Drawing
from hustings.report.document.answer_records import AnswerLine
from hustings.report.document.plan.plan_records import StepText
from hustings.report.document.records import Document, DomainChapter, FindingLine, GateText
from hustings.report.document.rules import PlaceRules, RuleLine
from hustings.report.formats.blocks import Block, Blocks, Heading, Items, Picture, Table, Text

Edition = Literal["full", "candidate", "owners", "counsel", "share"]


def report_blocks(document: Document, edition: Edition = "full") -> Blocks:
    """The blocks of an edition. What an edition leaves out is in none of them."""
    return tuple(_filled(EDITIONS[edition](document)))


def _filled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Without paragraphs, lists and tables in which there is nothing."""
    for block in blocks:
        match block:
            case Text(text="") | Items(lines=()) | Table(rows=()):
                continue
            case _:
                yield block


def _pictures(*charts: Drawing | None) -> Iterator[Block]:
    yield from (Picture(chart) for chart in charts if chart is not None)


def _head(document: Document, title: str) -> Iterator[Block]:
    yield Heading(f"{title}: {document.campaign}", 1)
    yield Text(document.date, document.sample)


# --- editions ------------------------------------------------------------------------------------------------


def _full(document: Document) -> Iterator[Block]:
    yield from _head(document, document.title)
    yield Text(document.cover_note)
    one = document.summary
    yield Text(f"{document.campaign} {one.verdict}")
    yield from _pictures(one.chart)
    yield Text(one.band_says)
    yield from (Text(note) for note in one.notes)
    yield from _pictures(one.time, one.areas)
    yield Heading(say("What to do, in order"))
    yield from _plan(document)
    for domain in document.domains:
        yield from _domain(domain)
    yield from _offers(document)
    yield from _rules(document)
    yield from _certainty(document)
    yield Heading(say("How the number was made"))
    yield Table((say("Line"), say("Value"), say("How")), _ledger(document), (6, 2, 6))
    yield Heading(say("All answers"))
    yield from _answers(document)
    yield from _back(document)


def _candidate(document: Document) -> Iterator[Block]:
    own = document.candidate
    yield from _head(document, say("For the candidate"))
    yield Heading(own.headline)
    yield from _pictures(own.chart)
    yield Text(own.says)
    for title, steps in ((say("Today, the team stops this"), own.stops), (say("Only you can do this"), own.steps)):
        if steps:
            yield Heading(title, 3)
        rows = tuple((_lines(step.title, step.how), step.when) for step in steps)
        yield Table((say("What"), say("When")), rows, (9, 3))
    yield Heading(say("If a fake of you appears tonight"), 3)
    yield Items(own.fake)
    yield Items(tuple(f"{whose}: ____________________" for whose in own.numbers))
    if own.strengths:
        yield Heading(say("You are strong in"), 3)
    yield Text(own.strengths)


def _share(document: Document) -> Iterator[Block]:
    shared = document.shared
    yield from _head(document, say("Ready for AI"))
    yield from map(Text, shared.says)
    if shared.practices:
        yield Heading(say("Some of what the campaign does"))
    yield Items(shared.practices)


def _owners(document: Document) -> Iterator[Block]:
    yield from _head(document, say("What each does"))
    for each in document.todo.lists:
        yield Heading(each.owner)
        yield Text(each.says)
        yield from _steps(each.steps, own=True)
    if not document.todo.lists:
        yield Text(say("The plan has no steps."))


def _counsel(document: Document) -> Iterator[Block]:
    yield from _head(document, say("For counsel"))
    lines = [rule for place in _places(document) for rule in (*place.rules, *place.protects)]
    breached = tuple((rule.title, rule.today) for rule in lines if rule.today)
    if breached:
        yield Heading(say("What the answers say is breached"))
    yield Table((say("Rule"), say("What to do today")), breached, (4, 8))
    again = tuple(f"{rule.title}: {rule.again}" for rule in lines if rule.again)
    missing = document.rules.missing if document.rules is not None else ""
    if missing or again:
        yield Heading(say("What to ask"))
    yield Text(missing)
    yield Items(again)
    yield from _rules(document)


EDITIONS: Mapping[Edition, Callable[[Document], Iterator[Block]]] = {
    "full": _full,
    "candidate": _candidate,
    "owners": _owners,
    "counsel": _counsel,
    "share": _share,
}


# --- chapters ------------------------------------------------------------------------------------------------


def _plan(document: Document) -> Iterator[Block]:
    todo = document.todo
    yield Text(todo.headline)
    yield from _pictures(todo.in_time.climb)
    yield from map(Text, todo.says)
    yield from _steps(todo.steps)
    yield Text(todo.left_out)
    yield Items(todo.unplanned)
    if todo.find_out:
        yield Heading(say("Find out first"), 3)
        yield Text(todo.find_out_says)
    rows = tuple((point.question, point.who, point.why) for group in todo.find_out for point in group.points)
    yield Table((say("Question"), say("Who may know"), say("What depends on it")), rows, (6, 3, 6))
    if todo.later:
        yield Heading(todo.later_title, 3)
    yield from _steps(todo.later)
    yield Table(
        (say("When"), say("What"), say("Who")),
        tuple((one.when, one.title, one.who) for one in todo.afterwards),
        (3, 8, 3),
    )


def _steps(steps: Iterable[StepText], *, own: bool = False) -> Iterator[Block]:
    """The steps as a table; a list of somebody's `own` does not say who."""
    heads = (say("No."), say("What to do"), say("Who"), say("Hours"), say("When"), say("Why"))
    rows = tuple(
        (
            one.number,
            _lines(one.title, one.how),
            one.who,
            one.hours,
            one.dates or one.when,
            _lines(*one.answers, *one.notes),
        )
        for one in steps
    )
    whole = Table(heads, rows, (3, 20, 7, 5, 6, 12))
    yield _without(whole, 2) if own else whole


def _without(table: Table, column: int) -> Table:
    """The table without one of its columns."""

    def kept(cells: tuple[str, ...]) -> tuple[str, ...]:
        return cells[:column] + cells[column + 1 :]

    shares = table.shares[:column] + table.shares[column + 1 :]
    return Table(kept(table.heads), tuple(map(kept, table.rows)), shares)


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _domain(domain: DomainChapter) -> Iterator[Block]:
    yield Heading(domain.title)
    yield Text(domain.headline)
    yield Text(domain.verdict)
    yield from _pictures(domain.chart)
    yield Table(
        (say("Figure"), say("Value"), say("Meaning")),
        tuple((f.label, f.value, f.note) for f in domain.figures),
        (4, 2, 8),
    )
    yield from _gates(domain.gates)
    yield from _pictures(domain.ladder)
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
    rows = tuple((gate.title, gate.status, _lines(gate.effect, gate.because, gate.stop)) for gate in known)
    yield Table((say("Deal-breaker"), say("Status"), say("What it does")), rows, (4, 2, 8))


def _offers(document: Document) -> Iterator[Block]:
    if (offers := document.offers) is not None:
        yield Heading(say("What AI can do for you"))
        yield Text(offers.says)
        yield Text(offers.missing)
        rows = tuple(
            (use.title, use.verdict, _lines(*use.says, *(fix.title for fix in use.first), *use.find_out))
            for use in offers.uses
        )
        yield Table((say("Use"), say("Verdict"), say("What is needed")), rows, (4, 3, 7))
        yield Items(offers.groundwork)


def _places(document: Document) -> tuple[PlaceRules, ...]:
    return document.rules.places if document.rules is not None else ()


def _rules(document: Document) -> Iterator[Block]:
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
    asks = _lines(rule.today, rule.covers, rule.says, rule.label, rule.penalty, rule.because)
    return rule.title, asks, _lines(rule.stands, f"{rule.checked} {rule.looked}", rule.again)


def _certainty(document: Document) -> Iterator[Block]:
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


def _ledger(document: Document) -> tuple[tuple[str, ...], ...]:
    return tuple((f"{'  ' * int(line.depth)}{line.label}", line.value, line.formula) for line in document.ledger)


def _answers(document: Document) -> Iterator[Block]:
    for section in document.answers:
        yield Heading(section.title, 3)
        heads = (say("Question"), say("Answer"), say("Proof"), say("Note"))
        yield Table(heads, tuple(map(answer_row, section.answers)), (7, 5, 3, 4))
        yield Text(section.left_out)


def answer_row(line: AnswerLine) -> tuple[str, ...]:
    """The question, what was answered, its proof and its note."""
    return line.question, _lines(line.answer, line.state), line.evidence, line.note


def _back(document: Document) -> Iterator[Block]:
    yield from _sources(document)
    yield Heading(say("Method and limits"))
    yield from (Text(one.text, one.title) for one in (*document.method, *document.limits))
    yield Table((say("Figure"), say("Value")), tuple((one.label, one.value) for one in document.provenance), (4, 8))


def _sources(document: Document) -> Iterator[Block]:
    if document.sources:
        yield Heading(say("Sources"))
        yield Text(document.sources_say)
    yield Items(tuple(f"[{one.id}] {one.says} {one.where} {one.link} {one.checked}" for one in document.sources))
