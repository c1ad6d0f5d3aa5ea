"""Campaigns of the campaign pack in a place, in its words, and what only other places would say or write."""
# ruff: noqa: E501 - lists of words and answers are easier to read in wide lines

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache

from hustings.answers.events import Answers
from hustings.answers.local_texts import told_here
from hustings.pack.editions import scoped
from hustings.pack.model import Pack
from hustings.pack.translation.translated_pack import read_language, told_in
from hustings.pack.translation.ui_language import read_words
from support import campaign_ai
from support.report import answered

STATES = [
    "Alabama",
    "Alaska",
    "Arizona",
    "Arkansas",
    "California",
    "Colorado",
    "Connecticut",
    "Delaware",
    "Florida",
    "Hawaii",
    "Idaho",
    "Illinois",
    "Indiana",
    "Iowa",
    "Kansas",
    "Kentucky",
    "Louisiana",
    "Maine",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "Minnesota",
    "Mississippi",
    "Missouri",
    "Montana",
    "Nebraska",
    "Nevada",
    "Ohio",
    "Oklahoma",
    "Oregon",
    "Pennsylvania",
    "Tennessee",
    "Texas",
    "Utah",
    "Vermont",
    "Virginia",
    "Wisconsin",
    "Wyoming",
]
AMERICAN = re.compile(
    r"\b(FCC|FEC|FTC|TCPA|CISA|FBI|NIST|NCSL|AAPC|OWASP US|DEFIANCE|TAKE IT DOWN|takeitdown|Campaign Verify|10DLC|Pew|Congress|"
    r"U\.?S\.?C?\.?|United States|American?s?|Senate|Federal Election|Defending Digital|Columbia|Dakota|Carolina|"
    r"New (?:Hampshire|Jersey|Mexico|York)|Rhode Island|Puerto Rico|Guam|"
    r"EE\. ?UU\.|Estados Unidos|Carolina del (?:Norte|Sur)|Nuev[ao] (?:York|Jersey|Hampshire)|Senado|"
    r"your state|state law|federal (?:race|rule|candidate)s?|su estado|"
    r"(?:US )?Letter paper|tamaño carta|8\.5|" + "|".join(STATES) + r")\b"
)  # fmt: skip
"""Bodies, laws, states and sheets of paper of the United States, in English and Spanish."""
WORST: dict[str, object] = {
    "office": "wide", "team_size": "most", "race_heat": "attacked", "office_held": "shared",
    "channels": ["doors_print", "email", "social", "paid_ads", "texts", "calls"], "languages": "ai_only", "vendors": "most",
    "records_reach": "most", "own_domain": "yes", "past_incidents": "serious", "uses_ai": "yes",
    "ai_tasks": ["drafting", "transcription", "scoring", "images", "voice_video", "outreach_targeting", "custom_models"],
    "ai_media": "yes", "likeness_use": "realistic_others", "ai_calls": "listed", "voter_bot": "anything",
    "shadow_use": "most", "voter_scores": "own", "sensitive_facts": "most", "bought_data": "yes", "collects_details": "yes",
    "takes_donations": "yes", "voice_online": "most", "first_ballots": "2027-03-10", "election_day": "2027-03-12",
    "campaign_name": "Costa for Mayor",
}  # fmt: skip
"""What brings most questions, findings, rules and texts; all controls are at their lowest."""


@cache
def pack(language: str, edition: str) -> Pack:
    whole = campaign_ai.pack()
    told = (
        whole if language == "en" else told_in(whole, read_language(campaign_ai.FOLDER, language), read_words(language))
    )
    return scoped(told, edition)


def campaign(place: str, language: str, edition: str, controls: int) -> tuple[Pack, dict[str, object], Answers]:
    """A campaign of a place; its controls at their lowest (0) or highest (-1) choice, as far as they are asked."""
    found = pack(language, edition)
    said: dict[str, object] = {**WORST, "jurisdiction": place}
    ladders = {item.question for item in found.items.values() if item.kind == "control"}
    said |= {
        q.id: q.choices[controls].id for q in found.questions.values() if q.id in ladders and q.type == "select_one"
    }
    known = {name: raw for name, raw in said.items() if name in found.questions}
    answers = answered(found, known)
    return told_here(found, answers), known, answers


def american(texts: Iterator[str]) -> list[str]:
    """What speaks of the United States; a number alone is a place in a drawing."""
    said = (text for text in texts if not re.fullmatch(r"[\d.]+", text))
    return [f"{found[0]}: {text[:160]}" for text in said for found in AMERICAN.finditer(text)]


def texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for value in part.values() for text in texts(value))
    elif isinstance(part, list | tuple):
        yield from (text for value in part for text in texts(value))
    elif dataclasses.is_dataclass(part):
        yield from (text for field in dataclasses.fields(part) for text in texts(getattr(part, field.name)))


WITH_POINT = re.compile(r"(?<![\w.,/:§-])(?:\d{1,3}(?:,\d{3})*)\.\d{1,2}(?![\w/:-]|[.,]\d)")
WITH_COMMA = re.compile(r"(?<![\w.,/:§-])(?:\d{1,3}(?:\.\d{3})*),\d{1,2}(?![\w/:-]|[.,]\d)")
"""Numbers with one or two decimals: three digits after a sign may be thousands."""
