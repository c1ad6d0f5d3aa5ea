"""The guided interview: a calm page per question in the terminal, the same line by line, or unattended from a file.

Every answer is in the log before the next page appears. Only `terminal.full_screen` and the two modules that it uses
import questionary, and only if there is a terminal.
"""

from hustings.interview.start import Outcome, interview
from hustings.interview.terminal.menu_prompt import choose
from hustings.interview.unattended import FileAnswers, answers_from, dates_in_words, write_answers

__all__ = [
    "FileAnswers",
    "Outcome",
    "answers_from",
    "choose",
    "dates_in_words",
    "interview",
    "write_answers",
]
