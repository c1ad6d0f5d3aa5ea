"""The form at the end of a workshop: three questions with four steps, on paper and without names.

Only counts are stored, if somebody types them in; the report has them only if it was asked for.
"""

from __future__ import annotations

from types import MappingProxyType

from hustings.messages import english

QUESTIONS = MappingProxyType(
    {
        "clear": english("The questions were clear to me."),
        "free": english("I could say what I think."),
        "time": english("The time was well spent."),
    }
)
STEPS = MappingProxyType(
    {
        "no": english("no"),
        "rather_no": english("rather no"),
        "rather_yes": english("rather yes"),
        "yes": english("yes"),
    }
)
IN_REPORT = "report"
"""The text of an entry whose counts may stand in the report."""
FEWEST_FORMS = 3
"""With fewer forms the counts would show who ticked what."""
