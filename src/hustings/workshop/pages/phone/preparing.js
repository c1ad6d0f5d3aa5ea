// What can be answered before the workshop, or while it rests: the same ballots, one after the other.

import { ask, make, show } from "../common.js";
import { asked, kept, reasoning } from "./ballot.js";
import { ballot, here, phone, say } from "./state.js";
import { mine } from "./votes.js";

export async function prepare(at = 0) {
  const found = await ask("/api/prework");
  if (!found.ok || !found.questions.length) {
    phone.preparing = null;
    phone.refusal = found.ok ? say("nothing_to_prepare") : say("offline");
  } else {
    const open = found.questions.findIndex((question) => !question.own);
    phone.preparing = { questions: found.questions, at: Math.min(at || Math.max(open, 0), found.questions.length - 1) };
    phone.refusal = "";
  }
  phone.draw();
}

export function step(by) {
  const next = phone.preparing.at + by;
  if (next < 0 || next >= phone.preparing.questions.length) phone.preparing = null;
  else phone.preparing.at = next;
  phone.refusal = "";
  phone.draw();
  window.scrollTo(0, 0);
  document.querySelector("main").focus({ preventScroll: true });
}

export function prepared() {
  const { questions, at } = phone.preparing;
  const question = questions[at];
  const turn = (name, by) => make("button", { type: "button", onclick: () => step(by) }, say(name));
  show(ballot, ["prepare", question.id, phone.words.language, kept(here(), question.own)], () =>
    asked(question, 0, mine(here(), question.own),
      [make("div", {}, reasoning(mine(here(), question.own)?.note ?? "")), make("div", { class: "steps" }, at > 0 && turn("before", -1), turn("later", 1)),
        make("button", { type: "button", class: "plain", onclick: () => { phone.preparing = null; phone.draw(); } }, say("back"))]));
}
