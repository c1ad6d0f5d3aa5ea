"""How hard a text is to read: words and sentences counted, syllables by their vowels (the Flesch-Kincaid grade).

Our own count, so that it needs no further library. A grade of 9 is about age 14.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
REFERENCE = re.compile(r"\([^()]*\b[FR]-[A-Z]\d\d[^()]*\)|\([A-Z][^()]*\d{4}\)")
END = re.compile(r"[.!?:;]+(?:\s|$)")


def syllables(word: str) -> int:
    """Groups of vowels; a silent e at the end is none, nor is the e of -ed and -es after most letters."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = re.search(r"(?:[^aeiouylr]|[aeiouy][lr])e$|[^aeiouydt]ed$|[^aeiouyszxhgc]es$", plain) is not None
    return max(1, groups - silent)


def grade(texts: list[str]) -> float:
    """The Flesch-Kincaid grade of texts together. A text ends its last sentence, whether it has a full stop or not."""
    plain = [REFERENCE.sub("", text).strip() for text in texts]
    words = [word for text in plain for word in WORD.findall(text)]
    sentences = sum(max(1, len(END.findall(text if text[-1:] in ".!?" else f"{text}."))) for text in plain)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
