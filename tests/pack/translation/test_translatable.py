"""Every text of a pack that users see has one key, and nothing that they see is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_type_hints

from hustings.pack.item_values import Need
from hustings.pack.loader import read_texts
from hustings.pack.model import Case, Judgements, Pack, Parameter
from hustings.pack.questionnaire import YES_NO, Follows
from hustings.pack.rules import Window
from hustings.pack.translation import translatable
from hustings.pack.translation.translatable import KINDS, Phrase, TextKind, phrases, retold
from hustings.problems import NOWHERE, Place
from support.pack import BASE

UNSEEN = {Case, Follows, Need, Parameter, Judgements, Window}
"""Records without a text for users: worked cases are for authors, the rest holds no text, or reasons for authors."""
NO_WORDS = {
    "id", "type", "section", "question", "questions", "items", "role", "owner", "scope", "domain", "kind", "importance",
    "edition", "scored_as", "nist", "pack", "name", "clock", "election", "version", "language", "as_of", "digest",
    "when_text", "breached_text", "needs_text", "has_text", "wants_text", "enough_text", "tracker", "label", "choice",
    "key", "paper", "only_in", "team_question",
    "publisher", "link", "date", "status",
}  # fmt: skip
"""Fields that hold ids, conditions, dates, or what stays as it was published or as a law words it."""


def records(kind: Any, seen: set[type]) -> Iterator[type]:
    """Every kind of record that can be reached from one."""
    if isinstance(kind, type) and is_dataclass(kind) and kind not in seen and kind is not Place:
        seen.add(kind)
        yield kind
        for hint in get_type_hints(kind).values():
            yield from records(hint, seen)
    for part in get_args(kind):
        yield from records(part, seen)


def test_every_record_of_a_pack_is_told_or_known_to_have_no_words() -> None:
    reached = {
        kind
        for kind in records(Pack, set())
        if kind.__module__.rpartition(".")[2] in ("model", "asked", "uses", "rules", "kit")
    }
    assert set() == reached - KINDS.keys() - UNSEEN


def test_every_text_field_is_told_or_known_to_be_no_words() -> None:
    for kind, told in KINDS.items():
        hints = get_type_hints(kind)
        texts = {field.name for field in fields(kind) if hints[field.name] is str}
        left = texts - set(told.texts) - NO_WORDS
        assert left <= ({"title"} if kind.__name__ == "Source" else set()), kind


def test_keys_stand_in_the_order_of_the_pack() -> None:
    found = [phrase.key for phrase in phrases(read_texts(BASE))]
    assert ["pack.title", "roles.manager", "roles.comms", "sections.about.title", "questions.called.text"] == found[:5]
    middle = found.index("domains.fakes.title")
    assert ["domains.fakes.because", "items.plan.finding"] == found[middle + 1 : middle + 3]
    assert "sources.F-A01.says" == found[-1]
    assert len(found) == len(set(found))


def test_a_phrase_knows_what_it_says_and_where() -> None:
    found = {phrase.key: phrase for phrase in phrases(read_texts(BASE))}
    assert ("people", Place("sections/about.yaml", 6, 5)) == (
        found["questions.staff.unit"].text, found["questions.staff.unit"].place,
    )  # fmt: skip
    assert "Doors" == found["questions.channels.choices.doors"].text
    assert "So." == found["actions.write.how"].text
    assert "questions.drill.choices.yes" not in found


def test_every_text_is_replaced_and_nothing_else() -> None:
    pack = read_texts(BASE)
    told = retold(pack, lambda phrase: phrase.text.upper())
    assert ("ONE OF EVERYTHING", "A PLAN?", "NO PLAN.") == (
        told.title, told.questions["plan"].text, told.items["plan"].finding,
    )  # fmt: skip
    assert ("NO", "YES") == tuple(choice.text for choice in told.questions["drill"].choices)
    assert told.questions["plan"] is told.questionnaire.sections[1].questions[2]
    assert pack == replace(
        retold(told, lambda phrase: originals(pack)[phrase.key, phrase.text]),
        questions=pack.questions,
        items=pack.items,
    )
    assert (pack.digest, pack.rubric.gates[0].needs) == (told.digest, told.rubric.gates[0].needs)


def originals(pack: Pack) -> dict[tuple[str, str], str]:
    own = {("", choice.text.upper()): choice.text for choice in YES_NO}
    return own | {(phrase.key, phrase.text.upper()): phrase.text for phrase in phrases(pack)}


def test_lists_of_texts_and_parts_without_a_name_are_numbered(monkeypatch: Any) -> None:
    pack = read_texts(BASE)
    parts = TextKind("pack", "", ("title",), ("cases", "questionnaire", "rubric", "sources"))
    monkeypatch.setitem(translatable.KINDS, Pack, parts)
    monkeypatch.setitem(translatable.KINDS, Case, TextKind("", "", ("title", "absent")))
    found = {phrase.key: phrase.text for phrase in phrases(pack)}
    assert ("A quiet race", "drill") == (found["pack.cases.1.title"], found["pack.cases.1.absent.1"])


def test_a_phrase_without_an_author_has_no_key() -> None:
    heard = list[Phrase]()

    def listen(phrase: Phrase) -> str:
        heard.append(phrase)
        return phrase.text

    retold(read_texts(BASE), listen)
    assert {Phrase("", "No", NOWHERE), Phrase("", "Yes", NOWHERE)} == {phrase for phrase in heard if not phrase.key}
