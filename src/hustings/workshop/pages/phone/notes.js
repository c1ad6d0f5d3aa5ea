// Reasons and notes: a reason goes with one's own vote, a note with the question. Neither has a name.

import { find, make, post, show, store, tell } from "../common.js";
import { announce } from "./announce.js";
import { here, named, phone, say } from "./state.js";
import { cast, keep, noted, settled } from "./votes.js";

// A reason for one's own vote while it is open, and a note on the question once the votes were shown.
export function noting(inside, voted) {
  const may = inside && !phone.preparing && phone.view.question && !phone.view.practice && !["closed", "draft"].includes(phone.view.phase) && (voted || phone.view.phase !== "open");
  show(find("note"), may && [phone.view.question.id, voted, phone.words.language], () => may ? [
    make("details", { open: voted && Boolean(written()) }, make("summary", {}, say(voted ? "add_reason" : "add_note")),
      make("div", { class: "stack" },
        make("label", { for: "note-text" }, say("note")),
        make("textarea", { id: "note-text", name: "text", rows: 2, maxlength: 500, required: !voted, "aria-describedby": "note-help" }, voted && (written() || noted())),
        make("p", { class: "hint", id: "note-help" }, say("note_help")),
        make("button", {}, say("send_note")),
        make("p", { id: "note-told", hidden: true }))),
  ] : []);
}

const written = () => { const kept = store.get("reason", {}); return here() && kept.at === named(here()) ? kept.text : ""; };
find("note").addEventListener("input", (event) => settled() && store.set("reason", { at: named(here()), text: event.target.value }));

find("note").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = find("note-text");
  if (settled()) return giveReason(text.value.trim());
  const answer = await post("/api/note", { question: phone.view.question.id, text: text.value });
  if (answer.ok) text.value = "";
  told(answer.ok ? say("note_sent") : [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline"));
});

// The reason belongs to the vote: it is sent as the same vote once more.
function giveReason(note) {
  const { said, pick } = cast();
  store.set("reason", {});
  keep({ ...here(), text: phone.view.question.text, said, pick, note });
  told(say("note_sent"));
}

function told(text) {
  tell(find("note-told"), text);
  announce("note", text);
}
