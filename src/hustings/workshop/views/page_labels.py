"""The fixed texts of the three pages, by the name that a page's script uses."""

from __future__ import annotations

from types import MappingProxyType

from hustings.messages import english, placeholders, say
from hustings.workshop.views.console_labels import CONSOLE

PHONE = MappingProxyType(
    {
        "title": english("Workshop"),
        "language": english("Language"),
        "code": english("Code"),
        "code_help": english("It is on the screen in front."),
        "name": english("Your name, if you like"),
        "name_help": english("Only the facilitator sees it. It is deleted when the workshop ends."),
        "role": english("What you look after"),
        "no_role": english("Nothing in particular"),
        "join": english("Join"),
        "observer": english("I only watch and do not vote"),
        "wait": english("You are in. The next question will appear here."),
        "vote": english("Vote"),
        "change": english("Change my vote"),
        "saved": english("Your vote is in. You can change it until the vote is closed."),
        "sending": english("Sending your vote…"),
        "queued": english("No connection. Your vote is kept on this phone and sent as soon as it is back."),
        "closed": english("The vote is closed. The result comes in a moment."),
        "note": english("A reason the room should know, if you like"),
        "note_help": english("The facilitator sees it without your name. It may be printed in the report."),
        "send_note": english("Send note"),
        "note_sent": english("Your note was sent."),
        "result": english("How the room voted"),
        "round": english("Round {n}"),
        "decided": english("Decided"),
        "voted": english("Voted"),
        "otherwise": english("Decided otherwise than voted"),
        "ended": english("The workshop has ended. Thank you. All single votes were deleted."),
        "offline": english("Connection lost. It will come back by itself."),
        "gone": english("Your seat was taken away. Join again with the code."),
        "watching": english("You watch and do not vote."),
        "prepare": english("Prepare your questions"),
        "prepare_help": english("Private, and only for the first vote. You can change everything later."),
        "back": english("Back"),
        "private": english("Nobody sees how you vote. The room sees counts once they are shown."),
        "why": english("Why we ask"),
        "about": english("What it means, and why we ask"),
        "choose": english("Choose one first."),
        "add_note": english("Add a note"),
        "nobody_else": english("Choices without votes are left out."),
        "place": english("{at} of {of}"),
        "keep": english("Keep and go on"),
        "before": english("Previous"),
        "later": english("Skip"),
        "prepared": english("Kept. You can change it until the room votes on it."),
        "second": english("A second vote: new, and as private as the first."),
        "link": english("Your personal link"),
        "link_help": english("It works once. Take your seat in the browser in which you want to take part."),
        "link_enter": english("Take my seat"),
        "unreachable": english("No answer. Try again."),
        "waits": english("Please wait. The facilitator lets you in."),
        "waits_help": english("Keep this page open."),
        "turned_away": english("You were not let in. Ask the facilitator."),
        "no_cookies": english("This browser keeps no cookies, so it cannot keep your seat. Allow cookies."),
        "nothing_to_prepare": english("There is nothing left to prepare."),
    }
)

SCREEN = MappingProxyType(
    {
        "title": english("Workshop screen"),
        "code": english("Code"),
        "code_help": english("The facilitator gets it on the console, under People, or in the terminal with p."),
        "locked": english("The room is locked: whoever comes now waits to be let in."),
        "show": english("Show"),
        "join": english("Join with your phone"),
        "scan": english("Scan, or open"),
        "type_code": english("and type the code"),
        "no_app": english("No account, no app, no internet needed."),
        "wait": english("The next question comes in a moment."),
        "read_first": english("Read first. The vote opens in a moment."),
        "on_phones": english("All answers are on your phone."),
        "typed": english("The facilitator writes this one down"),
        "written": english("Written down"),
        "typed_help": english("Say it aloud: a plain fact needs no vote."),
        "of": english("of {n}"),
        "votes_in": english("votes are in"),
        "all_in": english("All {n} votes are in"),
        "can_change": english("You can still change yours until the votes are shown."),
        "closed": english("The vote is closed"),
        "closed_help": english("The result comes in a moment."),
        "cancelled": english("Cancelled"),
        "first": english("First vote"),
        "second": english("Second vote"),
        "most": english("most votes"),
        "lowest": english("lowest answer"),
        "highest": english("highest answer"),
        "hangs": english("What hangs on it"),
        "talk": english("Talk about the two ends"),
        "last_word": english("Last word, then vote again"),
        "talk_help": english("Nobody has to say how they voted. Candidate and sponsor speak last."),
        "prompt_seen": english("What did you see that made you say so?"),
        "prompt_check": english("When did somebody last check?"),
        "prompt_proof": english("What proof would settle it?"),
        "why": english("Why:"),
        "settle": english("To settle it:"),
        "nobody_else": english("Choices without votes are left out."),
        "break": english("Break"),
        "keeps_seat": english("Your phone keeps your seat."),
        "read_back": english("Read-back"),
        "right": english("Is this what we decided?"),
        "question": english("Question"),
        "answer": english("Answer"),
        "room": english("The room"),
        "say_stop": english("Say stop if a line is wrong"),
        "end": english("End of the workshop"),
        "ended": english("Thank you. This is where you stand."),
        "deleted": english("Votes and names are deleted"),
        "draft": english("A draft of the report follows in five working days"),
        "dark": english("Dark"),
        "light": english("Light"),
        "sound": english("Sound"),
        "offline": english("Connection lost. It will come back by itself."),
    }
)

FACES = MappingProxyType({"phone": PHONE, "screen": SCREEN, "console": CONSOLE})


def labels(face: str) -> dict[str, str]:
    """The texts of a page in the current language; the page fills in what is in braces."""
    return {
        name: say(text, **{placeholder: f"{{{placeholder}}}" for placeholder in placeholders(text)})
        for name, text in FACES[face].items()
    }
