"""A comparison in sentences: the index then and now, the three parts, and what stands behind each.

The terminal prints all of it; the report takes single sentences. Points are cut to one decimal and never rounded, so
the three may look a tenth apart from their sum; `beside_the_sum` says so where they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from hustings.answers.display import answer_in_words, read_back
from hustings.messages import english, listed, long_date, say, several
from hustings.pack.model import Distance
from hustings.scoring.plan.phrasing.what_if_sentences import STATUS, signed, standing
from hustings.scoring.plan.phrasing.wording import title
from hustings.scoring.progress.compared_assessment import ComparedAssessment
from hustings.scoring.progress.comparison import Comparison, DomainChange, GateChange, QuestionsChange
from hustings.scoring.progress.law_then_and_now import RuleThenAndNow
from hustings.scoring.progress.moved_answers import MovedAnswer, improved, worse
from hustings.scoring.progress.shapley import CAUSES, Cause, Change, Parts
from hustings.scoring.result import GateScore, truncated
from hustings.scoring.rules import RuleStands
from hustings.text import one_line

HUNDRED = Fraction(100)
MOST = 6
"""Steps that are not done, as far as they are named."""
NAMES: dict[Cause, str] = {
    "campaign": english("What the campaign did"),
    "rubric": english("What the rubric changed"),
    "law": english("What law or calendar changed"),
}
BY: dict[Cause, str] = {
    "campaign": english("the campaign"),
    "rubric": english("the rubric"),
    "law": english("law or calendar"),
}
RULE_STANDS: dict[RuleStands, str] = {
    "applies": english("applies"),
    "opens": english("not in force yet"),
    "closed": english("no longer in force"),
    "maybe": english("may apply"),
    "does_not_bind": english("does not bind"),
}


def progress_lines(compared: Comparison) -> Iterator[str]:
    """All of it, as it is read out."""
    yield say("Then ({when}): {standing}", when=when(compared.then), standing=standing(compared.result_then))
    yield say("Now ({when}): {standing}", when=when(compared.now), standing=standing(compared.result_now))
    yield from ("", headline(compared))
    yield from (f"  {line}" for line in part_lines(compared))
    for heading, lines in sections(compared):
        yield from ("", heading, *(f"  {line}" for line in lines))


def sections(compared: Comparison, *, undone: int = MOST) -> Iterator[tuple[str, Sequence[str]]]:
    """What stands behind the three parts, under its headings; a heading without lines is left out.

    `undone`: steps that are not done, as far as they are named.
    """
    every = (
        (say("Areas"), [domain_line(one) for one in compared.domains] + _other_domains(compared)),
        (
            say("What the campaign did"),
            [*plan_lines(compared, undone), *(moved_line(one) for one in improved(compared.answers))],
        ),
        (say("What got worse"), [moved_line(one) for one in worse(compared.answers)]),
        (say("Deal-breakers"), [gate_line(one) for one in compared.gates]),
        (
            say("Law and calendar"),
            [*calendar_lines(compared), *(rule_line(one) for one in compared.duties if one.changed)],
        ),
        (say("Rubric"), list(rubric_lines(compared))),
    )
    return ((heading, lines) for heading, lines in every if lines)


def when(one: ComparedAssessment) -> str:
    """The day of an assessment, with its title if it has one."""
    day = long_date(one.on)
    return say("{day}, “{title}”", day=day, title=one_line(one.title)) if one.title else day


# --- the index -----------------------------------------------------------------------------------------------


def headline(compared: Comparison) -> str:
    """Whether the campaign is better than last time, in one sentence."""
    if compared.provisional:
        return say("Too little was known, then or now, for one number; so worst and best case are split.")
    points = truncated(abs(compared.index.total)).removesuffix(".0")
    if not compared.index.total:
        return say("The index stands where it stood.")
    if points == "0":
        return say("The index changed by less than a tenth of a point.")
    if compared.index.total > 0:
        return say("The index rose by {points}. {bands}", points=points, bands=_bands(compared))
    return say("The index fell by {points}. {bands}", points=points, bands=_bands(compared))


def _bands(compared: Comparison) -> str:
    then, now = compared.result_then.band, compared.result_now.band
    if then.id == now.id:
        return say("The band is {band}, as it was.", band=now.title)
    return say("The band was {then}; it is {now}.", then=then.title, now=now.title)


def part_lines(compared: Comparison) -> Iterator[str]:
    """The three parts in words; of both ends of the interval while too little is known for one number."""
    if compared.provisional:
        yield say(
            "Worst case, {change}: {parts}", change=_from_to(compared.lo), parts=parts_in_words(compared.lo.parts)
        )
        yield say("Best case, {change}: {parts}", change=_from_to(compared.hi), parts=parts_in_words(compared.hi.parts))
        return
    for cause in CAUSES:
        yield say("{cause}: {points}", cause=say(NAMES[cause]), points=signed(compared.index.parts.of(cause)))
    if note := beside_the_sum(compared.index):
        yield note


def _from_to(change: Change) -> str:
    return say("{low} to {high}", low=truncated(change.then), high=truncated(change.now))


def parts_in_words(parts: Parts) -> str:
    """The parts in one line, without those that are nothing."""
    shown = [say("{cause} {points}", cause=say(BY[cause]), points=signed(parts.of(cause))) for cause in parts.causes]
    return say("{parts}.", parts=listed(shown)) if shown else say("nothing changed it.")


def beside_the_sum(change: Change) -> str:
    """That the figures as printed do not add up, or not to the difference of the two; empty where they do."""
    tenths = [int(part * 10) for part in (change.parts.campaign, change.parts.rubric, change.parts.law)]
    shown = int(change.now * 10) - int(change.then * 10)
    if sum(tenths) == int(change.total * 10) == shown:
        return ""
    return say("Each figure is cut to one decimal; uncut, the three add up exactly.")


def causes(parts: Parts) -> str:
    """Which causes made a change, in words."""
    return listed(tuple(say(BY[cause]) for cause in parts.causes))


def domain_line(one: DomainChange) -> str:
    """An area: its share of what is asked for, then and now, and the three parts."""
    then, now = truncated(one.readiness.then * HUNDRED), truncated(one.readiness.now * HUNDRED)
    if not one.readiness.parts.causes:
        return say("{domain}: {now} %, as it was.", domain=one.domain.title, now=now)
    parts = parts_in_words(_hundredfold(one.readiness.parts))
    return say(
        "{domain}: {then} % then, {now} % now: {parts}", domain=one.domain.title, then=then, now=now, parts=parts
    )


def _hundredfold(parts: Parts) -> Parts:
    return Parts(*(parts.of(cause) * HUNDRED for cause in CAUSES))


def _other_domains(compared: Comparison) -> list[str]:
    added = [say("{domain}: counts only now.", domain=one.title) for one in compared.domains_added]
    return added + [say("{domain}: no longer counts.", domain=one.title) for one in compared.domains_gone]


# --- what the campaign did -----------------------------------------------------------------------------------


def plan_lines(compared: Comparison, undone: int = MOST) -> Iterator[str]:
    """How much of the last plan is done, the steps by their old numbers."""
    done, open_ = compared.plan.done, compared.plan.open
    if not compared.plan.steps:
        return
    yield several(
        len(compared.plan.steps),
        "Of {n} step of the plan of {day}, {done} is done.",
        "Of {n} steps of the plan of {day}, {done} are done.",
        day=long_date(compared.then.on),
        done=len(done),
    )
    yield from (say("Done: {number}. {step}", number=step.number, step=title(step)) for step in done)
    yield from (say("Not done yet: {number}. {step}", number=step.number, step=title(step)) for step in open_[:undone])
    if open_ and not undone:
        yield several(len(open_), "{n} is not done yet.", "{n} are not done yet.")
    elif (more := len(open_) - undone) > 0:
        yield several(more, "{n} more is not done yet.", "{n} more are not done yet.")


def moved_line(one: MovedAnswer) -> str:
    """An answer that moved, and what it does to today's index."""
    then, now = (answer_in_words(one.question, answer, read_back) for answer in (one.before, one.after))
    return say(
        "{question} {now} (then: {then}). {points}",
        question=one.question.text,
        now=one_line(now),
        then=one_line(then),
        points=signed(one.gain),
    )


# --- deal-breakers, law, rubric ------------------------------------------------------------------------------


def gate_line(one: GateChange) -> str:
    """A deal-breaker whose status changed, and what changed it."""
    said = say("“{gate}”: {then} then, {now} now.", gate=one.gate.title, then=_status(one.then), now=_status(one.now))
    if not one.depth.parts.causes:
        return said
    return f"{said} {say('Changed by: {causes}.', causes=causes(one.depth.parts))}"


def _status(gate: GateScore | None) -> str:
    return say("not asked") if gate is None else say(STATUS[gate.status])


def calendar_lines(compared: Comparison) -> Iterator[str]:
    """How many days are left, and the phase of the rubric's calendar."""
    then, now = compared.calendar.days_then, compared.calendar.days_now
    if then is not None and now is not None:
        yield several(now, "{n} day is left; last time: {then}.", "{n} days are left; last time: {then}.", then=then)
    phases = _title(compared.calendar.phase_then), _title(compared.calendar.phase_now)
    if phases[0] != phases[1] and phases[1]:
        yield say("The phase now: {phase}.", phase=phases[1])


def _title(phase: Distance | None) -> str:
    return "" if phase is None else phase.title


def rule_line(one: RuleThenAndNow) -> str:
    """A duty that stands otherwise now, and whether it is breached."""
    named = say("{place}: {rule}", place=one.rule.place.title, rule=one.rule.rule.title)
    return " ".join((f"{named}:", _stands(one), *_breach(one)))


def _stands(one: RuleThenAndNow) -> str:
    if one.then is None:
        return say("new; {now}.", now=say(RULE_STANDS[one.rule.stands]))
    if one.now is None:
        return say("no longer among the rules.")
    then, now = say(RULE_STANDS[one.then.stands]), say(RULE_STANDS[one.now.stands])
    if then == now:
        return say("{now}, as then.", now=now)
    return say("{then} then, {now} now.", then=then, now=now)


def _breach(one: RuleThenAndNow) -> Iterator[str]:
    if one.breach.total > 0:
        yield say("Breached now. Changed by: {causes}.", causes=causes(one.breach.parts))
    elif one.breach.total < 0:
        yield say("No longer breached. Changed by: {causes}.", causes=causes(one.breach.parts))


def rubric_lines(compared: Comparison) -> Iterator[str]:
    """What is another pack, or another edition of it."""
    then, now, asked = compared.then.pack, compared.now.pack, compared.questions
    if compared.same_pack:
        return
    if then.version != now.version:
        yield say("Pack version {then} then, {now} now.", then=then.version, now=now.version)
    elif then.digest != now.digest:
        yield say("The content of the pack has changed; its version is still {version}.", version=now.version)
    if then.edition != now.edition:
        yield say("Edition {then} then, {now} now.", then=then.edition, now=now.edition)
    yield from _questions(asked)


def _questions(asked: QuestionsChange) -> Iterator[str]:
    if asked.added:
        yield several(len(asked.added), "{n} question is new.", "{n} questions are new.")
    if asked.gone:
        yield several(len(asked.gone), "{n} question is gone.", "{n} questions are gone.")
    if asked.renamed:
        yield several(len(asked.renamed), "{n} question has another id.", "{n} questions have another id.")


# --- more than two -------------------------------------------------------------------------------------------


def trend_lines(compared: Sequence[Comparison]) -> Iterator[str]:
    """Every assessment in its order, each with the three parts of its change; empty for fewer than three."""
    if len(compared) < 2:  # noqa: PLR2004 - one comparison is no trend
        return
    yield say("{when}: {standing}", when=when(compared[0].then), standing=standing(compared[0].result_then))
    for one in compared:
        yield say("{when}: {standing}", when=when(one.now), standing=standing(one.result_now))
        yield f"  {_part_line(one)}"


def _part_line(compared: Comparison) -> str:
    if compared.provisional:
        return say("Since the one before: too little is known for one number.")
    return say("Since the one before: {parts}", parts=parts_in_words(compared.index.parts))
