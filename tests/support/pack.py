"""A small pack with one of everything, as texts, and what Hustings says about a changed one."""

from __future__ import annotations

from pathlib import Path

from hustings.pack.loader import check_texts
from hustings.problems import Problem

QUESTIONNAIRE = """\
pack: base
title: One of everything
version: 1.0.0
as_of: 2026-11-23
campaign_name: called
first_ballots: ballots
roles: {manager: Campaign manager, comms: Press}
ladders:
  practice:
    - {id: none, text: Not in place}
    - {id: partly, text: Partly in place}
    - {id: fully, text: Fully in place}
sections:
  - about
  - fakes
"""
ABOUT = """\
section: about
title: About you
questions:
  - {id: called, type: text, text: What is it called?}
  - {id: ballots, type: date, text: When do ballots go out?}
  - {id: staff, type: number, text: How many people?, lowest: 0, highest: 500, unit: people}
  - {id: uses_ai, type: yes_no, text: Any chatbot?}
  - id: channels
    type: select_multiple
    text: How do you reach voters?
    choices:
      - {id: doors, text: Doors}
      - {id: texts, text: Texts}
      - {id: nothing, text: None of these, alone: yes}
  - {id: region, type: select_one, text: Where?, choices: [{id: us, text: US}, {id: uk, text: UK}]}
"""
FAKES = """\
section: fakes
title: Fakes
questions:
  - {id: audio, type: select_one, text: Clear audio?, choices: [{id: low, text: Little}, {id: much, text: Much}]}
  - {id: minutes_online, type: number, text: How many minutes?, na: yes}
  - {id: plan, type: select_one, text: A plan?, ladder: practice, role: comms, sources: [F-A01]}
  - {id: drill, type: yes_no, text: Practised?, follows: plan >= fully}
  - {id: label, type: select_one, text: Labels?, ladder: practice, when: uses_ai == yes and texts in channels}
  - {id: rules, type: select_multiple, text: Rules?, choices: [{id: names, text: Names}, {id: phones, text: Phones}]}
  - {id: hours, type: number, text: Hours to answer?}
"""
RUBRIC = """\
parameters:
  alpha: {value: 0.5, because: half and half}
  T0: {value: 0.6, because: asked of everyone}
  eta: {value: 0.9, because: some risk stays}
  lambda: {value: 0.4, because: the weakest counts}
bands:
  - {id: low, title: Low, from: 0}
  - {id: high, title: High, from: 60}
scales:
  maturity: {none: 0, partly: 0.3, fully: 1}
domains: [fakes]
gates:
  - {id: plan_first, title: A plan, needs: plan >= partly and rules >= 0.5, when: audio >= much, cap: 59, because: so,
     stop: Stop., open: Ask., deed: {owner: comms, hours: 0.25, how: At once., title: Pause it.}}
"""
DOMAIN = """\
domain: fakes
title: Fakes
weight: 1
because: the only one
exposure:
  - {question: audio, weight: 1, values: {low: 0, much: 1}}
  - {question: minutes_online, weight: 1, points: [[0, 0], [60, 1]]}
controls:
  - {question: plan, weight: 2, scale: maturity, finding: No plan.}
  - {question: drill, weight: 1, finding: No drill., requires: [plan >= partly]}
  - {question: label, weight: 1, scale: maturity, finding: No labels.}
  - {question: rules, weight: 1, checklist: {names: 1, phones: 2}, finding: No rules.}
  - {question: hours, weight: 1, points: [[1, 1], [24, 0]], finding: Too slow., target: 6}
gates:
  - {id: labels, title: Labels, needs: label >= partly, cap: 0.5, because: so}
actions:
  - {id: write, title: Write it., how: So., raises: {plan: fully, rules: 0.7}, hours: 1, wait: 1, owner: manager}
  - {id: try, title: Try it., how: So., raises: {drill: yes}, hours: 1, wait: 1, owner: comms, after: [write]}
  - {id: mark, title: Label it., how: So., raises: {label: fully, hours: 6}, hours: 0.5, wait: 2, owner: comms}
"""
SOURCES = """\
sources:
  - {id: F-A01, says: So., title: T, publisher: P, link: L, date: 2025, as_of: 2026-01-01, status: verified}
"""
USES = """\
uses:
  - id: drafting
    title: Drafting
    has: texts in channels
    wants: uses_ai == yes
    gives: An evening a week.
    touches: Public notes.
    needs: [plan >= fully, rules >= 0.7, label >= partly]
    never: [{when: audio >= much, because: Too much of your voice is out there.}]
    lead_days: 3
    sources: [F-A01]
groundwork:
  - {question: uses_ai, enough: yes, step: Try it., hours: 0.5, owner: manager, lead_days: 1, sources: [F-A01]}
"""
RULES = """\
jurisdiction: us
title: United States
when: region == us
tracker: F-A02
rules:
  - id: us_label
    title: A label
    covers: Ads.
    when: texts in channels
    from: 2025-01-01
    to: 2027
    window: {before: 90, after: 1}
    duty: Say so on the ad.
    label: Made with AI.
    penalty: A fine.
    status: in_force
    sources: [F-A01]
    as_of: 2026-04
    reviewed: 2026-11-24
"""
OTHERS = """\
places:
  - {jurisdiction: uk, title: United Kingdom, when: region == uk}
tracker: F-A02
none: Nothing verified is known here.
"""
CASES = """\
cases:
  - id: quiet
    title: A quiet race
    answers: {audio: low, plan: none}
    expect:
      band: low
      gates: {labels: not_met}
      findings: {plan: high}
      absent: [drill]
      actions: [write]
"""
BASE = {
    "questionnaire.yaml": QUESTIONNAIRE,
    "sections/about.yaml": ABOUT,
    "sections/fakes.yaml": FAKES,
    "rubric.yaml": RUBRIC,
    "rubric/fakes.yaml": DOMAIN,
    "sources.yaml": SOURCES,
    "cases.yaml": CASES,
}


MORE_SOURCES = """\
  - {id: F-A02, says: S, title: T, publisher: P, link: "https://t.example", date: 2025, as_of: 2026, status: verified}
  - {id: F-A03, says: So., title: T, publisher: P, link: L, date: 2025, as_of: 2026-01-01, status: unverified}
"""
KIT = """\
document: policy
title: How we use AI
about: One page.
sources: [F-A01]
blocks:
  - heading: For {called}
  - {text: "We are {staff}.", when: uses_ai == yes}
  - list: [Ask first., {text: Say stop., when: texts in channels}]
  - table: {columns: [When, What], rows: [[now, it]], blank: 2}
  - fill: Second reader
  - rules: labels
"""
BEYOND = {
    "kit/policy.yaml": KIT,
    "uses.yaml": USES,
    "rules/us.yaml": RULES,
    "rules/others.yaml": OTHERS,
    "sources.yaml": SOURCES + MORE_SOURCES,
}
"""What lies beyond the score; not in every test's pack, because most ask about the score."""


def base(*changes: tuple[str, str], without: tuple[str, ...] = ()) -> dict[str, str]:
    """The base pack with texts replaced, each where it stands first, and without some of its files."""
    files = dict(BASE)
    for old, new in changes:
        name = next(name for name, text in files.items() if old in text)
        files[name] = files[name].replace(old, new, 1)
    return {name: text for name, text in files.items() if name not in without}


def problems(*changes: tuple[str, str], without: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """What is wrong with the base pack once it is changed."""
    return check_texts(base(*changes, without=without))[1]


def told(*changes: tuple[str, str], without: tuple[str, ...] = ()) -> list[str]:
    """The same as lines: place, what is wrong, and the hint."""
    return [line(problem) for problem in problems(*changes, without=without)]


def told_beyond(*changes: tuple[str, str], without: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with the base pack and its uses and rules once the latter are changed."""
    return [line(problem) for problem in check_texts(beyond(*changes, without=without))[1]]


def beyond(*changes: tuple[str, str], without: tuple[str, ...] = ()) -> dict[str, str]:
    """The base pack with uses and rules, each text replaced where it stands first in them, or else in the rest."""
    files = {**BEYOND, **BASE, **BEYOND}
    for old, new in changes:
        name = next(name for name, text in files.items() if old in text)
        files[name] = files[name].replace(old, new, 1)
    return {name: text for name, text in files.items() if name not in without}


def laid(folder: Path, files: dict[str, str]) -> Path:
    """A pack's files, by name, written to a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def line(problem: Problem) -> str:
    word = "warning: " if problem.severity == "warning" else ""
    return f"{problem.place}: {word}{problem.what}. {problem.hint}".rstrip()
