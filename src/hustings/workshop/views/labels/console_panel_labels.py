"""The fixed texts of the console's panel of people, the read-back and the end, by the name that its scripts use."""

from __future__ import annotations

from hustings.messages import english

DOOR = {
    "wait_of": english("{n} waiting"),
    "waits_now": english("Waiting to be let in: {n}"),
    "waiting": english("Waiting to be let in: {n}"),
    "no_name": english("No name"),
    "admit": english("Let in"),
    "turn_away": english("Turn away"),
    "admit_all": english("Let all in"),
    "turn_all": english("Turn all away"),
    "turn_all_sure": english("Really turn all away?"),
    "is_open": english("The room is open: whoever has the code comes in. Many from one address wait here."),
    "is_locked": english("The room is locked: whoever has the code waits here. Personal links still open it."),
    "lock": english("Lock the room"),
    "renew": english("New code"),
    "renew_sure": english("Really? The old code ends at once"),
    "clear": english("Remove all who are not on the roster"),
    "clear_sure": english("Really remove them, with their open votes?"),
    "projector_code": english("Projector on another computer"),
    "projector_way": english("Open there, within ten minutes; it works once:"),
}

ROOM = {
    "join_code": english("with the code"),
    "qr": english("The address with the code, to scan"),
    "roster_empty": english("Nobody is on the roster. Add people here, or let them join with the code."),
    "here_now": english("Here"),
    "not_joined": english("Not here yet"),
    "role_none": english("No role"),
    "more_for": english("More for {name}"),
    "observes": english("observer"),
    "link": english("Personal link"),
    "link_of": english("Link for {name}"),
    "link_help": english(
        "With it they prepare their questions and join under this name. It works once, and replaces an earlier one."
    ),
    "copy": english("Copy"),
    "copied": english("Copied."),
    "change": english("Change"),
    "remove": english("Remove"),
    "remove_sure": english("Really remove?"),
    "add_person": english("Add somebody"),
    "change_person": english("Change"),
    "add": english("Add"),
    "name": english("Name"),
    "role": english("Role"),
    "no_role": english("Nothing in particular"),
    "observer": english("Only watches and does not vote"),
    "sheet": english("Worksheets that came back"),
    "sheet_help": english(
        "Choose the filled PDF files. Their votes count in the first round of questions that were not begun yet."
    ),
    "sheet_reading": english("Reading {name} …"),
    "readback_title": english("What was decided"),
    "index": english("Readiness index"),
    "index_help": english("Out of 100, provisional: the range is what open and unknown answers leave undecided."),
    "decisions": english("Decisions"),
    "correct": english("Look at it, or correct it"),
    "correct_it": english("Correct it"),
    "corrections": english("Correction round"),
    "corrections_help": english(
        "Send the draft to everybody; what is wrong is corrected here within five working days. Each correction wants "
        "a reason and keeps what was decided before; nobody votes again."
    ),
    "files": english("Take with you, also while it runs:"),
    "file_workshop_xlsx": english("Spreadsheet (XLSX)"),
    "file_counts_csv": english("Counts (CSV)"),
    "file_decisions_csv": english("Decisions (CSV)"),
    "file_decisions_docx": english("Decision log (DOCX)"),
    "none_yet": english("None yet."),
    "to_fetch": english("Who brings what"),
    "nobody": english("Nobody yet"),
    "still_open": english("Still open"),
    "finish_title": english("End the workshop?"),
    "finish_text": english(
        "Single votes, names and links are deleted from the file for good. Counts, decisions, reasons and notes stay."
    ),
    "finish_sure": english("Yes, end it and delete the single votes"),
    "finish_do": english("End the workshop"),
}
