"""Editions: the same questions by the same ids, asked in part, so that an answer given once is never asked again.

What only a larger edition asks than the one an assessment is scored as is left out of the pack, as if it had never been
written: its items neither help nor hurt. What a smaller edition leaves to the one it is scored as stays in, marked as
not asked: it is blank, and widens the interval. Choosing an edition is thus no way to look better.

What a use of AI needs is asked in every edition, if the campaign has that use: no use is called ready because an
edition left out the question that says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hustings.messages import say
from hustings.pack.conditions import AllOf, AnyOf, Condition, names
from hustings.pack.model import Action, Domain, Gate, Pack, Rubric
from hustings.pack.questionnaire import Edition, Question, Section, depends_on
from hustings.problems import InputError, did_you_mean

USUAL = "standard"


def edition_of(pack: Pack, name: str) -> Edition | None:
    """The edition with this id, or the default edition for an empty `name`; None if the pack has no editions.

    Raises `InputError` for an id that the pack does not have.
    """
    editions = {edition.id: edition for edition in pack.questionnaire.editions}
    if not editions and not name:
        return None
    wanted = name or (USUAL if USUAL in editions else next(reversed(editions)))
    if wanted not in editions:
        hint = did_you_mean(wanted, editions) if editions else say("It is asked as a whole.")
        raise InputError(say("The pack `{id}` has no edition `{wanted}`.", id=pack.id, wanted=wanted), hint)
    return editions[wanted]


def size(pack: Pack, edition: str) -> int:
    """How large an edition is: 0 for the smallest, and for a question that all of them ask."""
    order = [known.id for known in pack.questionnaire.editions]
    return order.index(edition) if edition in order else 0


def counted_from(pack: Pack, edition: str) -> int:
    """How large an edition must be for a question of this one to count: smaller ones may be scored as a larger."""
    least = min((size(pack, one.scored_as) for one in pack.questionnaire.editions), default=0)
    return max(size(pack, edition), least)


def scoped(pack: Pack, name: str = "") -> Pack:
    """The pack as one edition asks and scores it. Same id, version and digest."""
    edition = edition_of(pack, name)
    if edition is None:
        return pack
    with_uses = needed_by_uses(pack)
    kept = {
        question.id: _in_edition(pack, edition, question, with_uses.get(question.id, ()))
        for question in pack.questions.values()
        if size(pack, question.edition) <= size(pack, edition.scored_as) or question.id in with_uses
    }
    rubric = _rubric(pack.rubric, kept)
    items = {item.question: item for domain in rubric.domains for item in domain.items}
    sections = tuple(section for section in (_section(one, kept) for one in pack.questionnaire.sections) if section)
    asked = replace(pack.questionnaire, sections=sections)
    ground = tuple(step for step in pack.groundwork if step.question in kept)
    changed = replace(pack, questionnaire=asked, rubric=rubric, groundwork=ground, edition=edition.id)
    return replace(changed, questions=kept, items=items)


def _in_edition(pack: Pack, edition: Edition, question: Question, uses: tuple[Condition, ...]) -> Question:
    """A question as an edition has it: asked by it, or with a use; and beyond what it counts, there only with a use."""
    if size(pack, question.edition) <= size(pack, edition.id):
        return question
    had = uses[0] if len(uses) == 1 else AnyOf(uses) if uses else None
    if had is None or size(pack, question.edition) <= size(pack, edition.scored_as):
        return replace(question, asked=False, asked_with=had)
    return replace(question, when=had if question.when is None else AllOf((question.when, had)))


def needed_by_uses(pack: Pack) -> dict[str, tuple[Condition, ...]]:
    """For each question that a use needs, and all that decides about it: when the campaign has such a use."""
    by_question = dict[str, dict[Condition, None]]()
    for use in pack.uses:
        for need in use.needs:
            for name in _with_deciding(pack, need.question):
                by_question.setdefault(name, {})[use.has] = None
    return {name: tuple(conditions) for name, conditions in by_question.items()}


def _with_deciding(pack: Pack, name: str) -> Iterator[str]:
    yield name
    for before in depends_on(pack.questions[name]):
        yield from _with_deciding(pack, before)


def _section(section: Section, kept: dict[str, Question]) -> Section | None:
    questions = tuple(kept[question.id] for question in section.questions if question.id in kept)
    return replace(section, questions=questions) if questions else None


def _rubric(rubric: Rubric, kept: dict[str, Question]) -> Rubric:
    actions = [action for action in (_action(one, kept) for one in rubric.actions) if action is not None]
    left = {action.id for action in actions}
    return replace(
        rubric,
        domains=tuple(_domain(domain, kept) for domain in rubric.domains),
        gates=tuple(gate for gate in rubric.gates if kept.keys() >= set(about(gate))),
        actions=tuple(
            replace(action, after=tuple(before for before in action.after if before in left)) for action in actions
        ),
    )


def about(gate: Gate) -> tuple[str, ...]:
    """The questions that a gate looks at, in the order in which it names them."""
    return tuple(dict.fromkeys((*names(gate.needs), *(names(gate.when) if gate.when is not None else ()))))


def _domain(domain: Domain, kept: dict[str, Question]) -> Domain:
    return replace(domain, items=tuple(item for item in domain.items if item.question in kept))


def _action(action: Action, kept: dict[str, Question]) -> Action | None:
    raises = tuple(need for need in action.raises if need.question in kept)
    return replace(action, raises=raises) if raises else None
