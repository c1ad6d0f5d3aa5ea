"""The list of a page, held by questionary: what is pointed at and what is ticked; `screen` decides and draws."""

from __future__ import annotations

from dataclasses import replace

from questionary import Choice
from questionary.prompts.common import InquirerControl

from hustings.interview.pages.page import Page
from hustings.interview.screen.view import View, choosable
from hustings.styled_text.terminal_text import safe


def choice_list(page: Page, view: View) -> InquirerControl | None:
    """The list of a page as it is shown; None if there is nothing to choose from."""
    options = choosable(page, view)
    if page.kind in ("go", "words") or not options:
        return None
    choices = [Choice(safe(option.text), option.id) for option in options]
    control = InquirerControl(choices, use_shortcuts=False)
    control.selected_options = []
    write_back(control, view)
    return control


def write_back(control: InquirerControl, view: View) -> None:
    """Point and tick as the view says."""
    control.pointed_at = min(view.selected, len(control.choices) - 1)
    control.selected_options = list(view.ticked)


def read_from(control: InquirerControl, view: View) -> View:
    """The view with what is pointed at and ticked in the list."""
    return replace(view, selected=control.pointed_at, ticked=tuple(control.selected_options))
