"""Messages about keys that are missing or unknown: a whole sentence for each part of a pack.

Other languages do not put sentences together as English does, so none is made of the name of its part.
"""

from __future__ import annotations

from collections.abc import Mapping

from hustings.messages import english, say

LACKS: Mapping[str, str] = {
    "questions": english("a question has no `{key}`"),
    "choices": english("a choice has no `{key}`"),
    "sections": english("a section has no `{key}`"),
    "controls": english("a control has no `{key}`"),
    "exposure": english("an exposure item has no `{key}`"),
    "gates": english("a gate has no `{key}`"),
    "actions": english("an action has no `{key}`"),
    "bands": english("a band has no `{key}`"),
    "uses": english("a use has no `{key}`"),
    "rules": english("a rule has no `{key}`"),
    "places": english("a place has no `{key}`"),
    "blocks": english("a block has no `{key}`"),
    "domains": english("a domain has no `{key}`"),
    "cases": english("a case has no `{key}`"),
    "sources": english("a source has no `{key}`"),
}
"""Of an entry of a list, by the key of the list."""
TAKES_NO: Mapping[str, str] = {
    "questions": english("a question takes no `{key}`"),
    "choices": english("a choice takes no `{key}`"),
    "sections": english("a section takes no `{key}`"),
    "controls": english("a control takes no `{key}`"),
    "exposure": english("an exposure item takes no `{key}`"),
    "gates": english("a gate takes no `{key}`"),
    "actions": english("an action takes no `{key}`"),
    "bands": english("a band takes no `{key}`"),
    "uses": english("a use takes no `{key}`"),
    "rules": english("a rule takes no `{key}`"),
    "places": english("a place takes no `{key}`"),
    "blocks": english("a block takes no `{key}`"),
    "domains": english("a domain takes no `{key}`"),
    "cases": english("a case takes no `{key}`"),
    "sources": english("a source takes no `{key}`"),
}
"""Likewise."""
FILE_LACKS: Mapping[str, str] = {
    "questionnaire": english("a questionnaire file has no `{key}`"),
    "section": english("a section file has no `{key}`"),
    "rubric": english("a rubric file has no `{key}`"),
    "domain": english("a domain file has no `{key}`"),
    "cases": english("a cases file has no `{key}`"),
    "sources": english("a sources file has no `{key}`"),
    "uses": english("a uses file has no `{key}`"),
    "rules": english("a rules file has no `{key}`"),
    "kit": english("a kit file has no `{key}`"),
    "answers": english("an answers file has no `{key}`"),
    "language": english("a language file has no `{key}`"),
}
"""Of a whole file, by its kind: a key of `json_schema.FILES`."""
FILE_TAKES_NO: Mapping[str, str] = {
    "questionnaire": english("a questionnaire file takes no `{key}`"),
    "section": english("a section file takes no `{key}`"),
    "rubric": english("a rubric file takes no `{key}`"),
    "domain": english("a domain file takes no `{key}`"),
    "cases": english("a cases file takes no `{key}`"),
    "sources": english("a sources file takes no `{key}`"),
    "uses": english("a uses file takes no `{key}`"),
    "rules": english("a rules file takes no `{key}`"),
    "kit": english("a kit file takes no `{key}`"),
    "answers": english("an answers file takes no `{key}`"),
    "language": english("a language file takes no `{key}`"),
}
"""Likewise."""


def missing(key: str, inside: tuple[str | int, ...], kind: str) -> str:
    """The message if the part at the path `inside`, of a file of this kind, has no `key`."""
    name = _name(inside)
    if not name:
        return say(FILE_LACKS[kind], key=key)
    if inside[-1] == name:
        return say("`{name}` has no `{key}`", name=name, key=key)
    entry = say("an entry of `{name}` has no `{key}`", name=name, key=key)
    return say(LACKS[name], key=key) if name in LACKS else entry


def spare(key: str, inside: tuple[str | int, ...], kind: str) -> str:
    """The message if that part has a `key` which it does not take."""
    name = _name(inside)
    if not name:
        return say(FILE_TAKES_NO[kind], key=key)
    if inside[-1] == name:
        return say("`{name}` takes no `{key}`", name=name, key=key)
    entry = say("an entry of `{name}` takes no `{key}`", name=name, key=key)
    return say(TAKES_NO[name], key=key) if name in TAKES_NO else entry


def _name(path: tuple[str | int, ...]) -> str:
    """The last key of a path; empty for a whole file."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
