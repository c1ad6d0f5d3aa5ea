"""The titles of what a portfolio's packs name by ids. Where two packs have the same id, the newer one counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field

from hustings.frozen_records import dataclass
from hustings.pack.model import Action, Pack
from hustings.portfolio.figures.standing import Standing, whole_pack
from hustings.portfolio.figures.standing_json import stop_title, stops
from hustings.portfolio.tables.stored_tables import StoredTables


@dataclass(slots=True)
class Titles:
    """Titles by id: of areas, bands (with where they start), deal-breakers, questions, roles and actions.

    `gaps`: what is wrong where a control is below its target. `domains`: the area of a question
    that counts. `choices`: texts by question and choice. `owners`: the role that may know the answer to a question.
    `stops`: what ends a hard stop. `team`: the question about the size of the team.
    """

    areas: dict[str, str] = field(default_factory=dict)
    bands: dict[str, tuple[str, int]] = field(default_factory=dict)
    gates: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    gaps: dict[str, str] = field(default_factory=dict)
    domains: dict[str, str] = field(default_factory=dict)
    choices: dict[tuple[str, str], str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    stops: dict[str, str] = field(default_factory=dict)
    team: str = ""

    def choice(self, question: str, value: str) -> str:
        """The text of a choice; its id if no pack has it."""
        return self.choices.get((question, value), value)

    def place(self, value: str) -> str:
        """A place: the texts of its choices, the widest first."""
        texts = {choice: text for (_, choice), text in self.choices.items()}
        return ", ".join(texts.get(part, part) for part in value.split())


def titles(
    tables: StoredTables, latest: Sequence[Standing], worded: Callable[[Pack], Pack] = lambda pack: pack
) -> Titles:
    """The titles of the packs of these assessments. `worded`: gives a pack in another language."""
    versions = {(one.about.version, one.about.digest, one.about.pack) for one in latest}
    packs = (whole_pack(tables, digest, name) for _, digest, name in sorted(versions, key=_by_version))
    return titles_of(worded(pack) for pack in packs if pack is not None)


def _by_version(named: tuple[str, str, str]) -> tuple[list[int], str]:
    return [int(part) if part.isdigit() else 0 for part in named[0].split(".")], named[1]


def titles_of(packs: Iterable[Pack]) -> Titles:
    """The titles of some packs, the oldest first."""
    found = Titles()
    for pack in packs:
        _take(found, pack)
    return found


def _take(found: Titles, pack: Pack) -> None:
    rubric = pack.rubric
    found.areas |= {domain.id: domain.title for domain in rubric.domains}
    found.bands |= {band.id: (band.title, int(band.start)) for band in rubric.bands}
    found.gates |= {gate.id: gate.title for gate in rubric.gates}
    found.stops |= {stop.id: stop_title(stop) for stop in stops(pack)}
    found.actions |= {action.id: action for action in rubric.actions}
    found.roles |= {role.id: role.title for role in pack.questionnaire.roles}
    found.team = found.team if rubric.capacity is None else rubric.capacity.team_question
    found.domains |= {name: item.domain for name, item in pack.items.items()}
    found.gaps |= {name: item.finding for name, item in pack.items.items() if item.finding}
    for question in pack.questions.values():
        found.questions[question.id] = question.text
        found.owners[question.id] = question.role
        found.choices |= {(question.id, choice.id): choice.text for choice in question.choices}
