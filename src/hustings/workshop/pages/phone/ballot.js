// The ballot: one question with its answers, and what is ticked.

import { find, make, show, store } from "../common.js";
import { choices, long } from "./choices.js";
import { ballot, draft, here, named, phone, say } from "./state.js";
import { mine, noted } from "./votes.js";

// What is ticked, as a vote; null if nothing is. Nothing ticked among several is an answer only where a choice says so.
export function ticked(form) {
  const boxes = [...form.querySelectorAll("input:checked")];
  if (!boxes.length) return null;
  const other = boxes.find((box) => box.hasAttribute("data-other"));
  if (other) return { said: other.value, pick: null };
  const many = boxes[0].type === "checkbox";
  return { said: "option", pick: many ? boxes.map((box) => box.value) : boxes[0].value };
}

// A choice that cannot go together with others takes them away, and they it.
function alone(form, box) {
  if (box.type !== "checkbox" || !box.checked) return;
  const lonely = box.hasAttribute("data-alone");
  for (const other of form.querySelectorAll("input[type=checkbox]"))
    if (other !== box && (lonely || other.hasAttribute("data-alone"))) other.checked = false;
}

export function asked(question, round, own, extra = []) {
  return [
    make("fieldset", { class: long(question) ? "long" : question.choices.length > TIGHT ? "tight" : "", "aria-describedby": question.help ? "help" : null },
      make("legend", {}, round > 1 && make("span", { class: "unseen" }, `${say("round", { n: round })}. `), question.text),
      question.multiple && make("p", { class: "hint" }, say("several")),
      choices(question, own, "pick", say), about(question)), // it stands above them, but whoever tabs comes to the answers first
    ...extra,
  ];
}
const TIGHT = 6; // more answers stand closer together

// Answers that do not fit above the bar stand closer together, in smaller letters, if that makes room for them.
export function fit(bar) {
  const fieldset = ballot.querySelector("fieldset");
  if (!fieldset || ballot.hidden) return;
  fieldset.classList.remove("snug");
  const last = [...fieldset.querySelectorAll(".choice")].at(-1);
  const below = () => last.getBoundingClientRect().bottom + window.scrollY - (window.innerHeight - bar.offsetHeight);
  fieldset.classList.toggle("snug", below() > 0);
}

// A reason goes with the vote, without a name. It can be written once the vote is in.
export function reasoning(note) {
  return [
    make("label", { for: "reason" }, say("note")),
    make("textarea", { id: "reason", name: "reason", rows: 2, maxlength: 500, "aria-describedby": "reason-help" }, note),
    make("p", { class: "hint", id: "reason-help" }, say("note_help")),
  ];
}

// Folded beside the question, so that all answers are seen: what it means, and why it is asked.
function about(question) {
  if (!question.help && !question.why) return null;
  return make("details", { class: "about" },
    make("summary", { "aria-label": say("about") }, "i"),
    make("div", {}, question.help && make("p", { id: "help" }, question.help),
      question.why && make("p", {}, make("strong", {}, say("why")), " ", question.why)));
}

ballot.addEventListener("change", (event) => {
  if (event.target.name !== "pick") return;
  alone(ballot, event.target);
  remember();
  phone.draw();
});
ballot.addEventListener("input", (event) => event.target.name && remember());

function remember() {
  phone.refusal = "";
  const at = here();
  if (at) store.set("draft", { at: named(at), vote: { ...(ticked(ballot) ?? {}), note: ballot.reason?.value ?? noted() } });
}

export function voting() {
  const { question, round } = phone.view;
  const open = phone.view.phase === "open" && !phone.view.seat.observer;
  const own = mine(here(), phone.view.own);
  show(ballot, open && ["vote", here(), phone.words.language, kept(here(), phone.view.own)], () =>
    open ? asked(question, round, own) : []);
}

// The form is drawn anew when another window has voted, but not while something is begun here.
export const kept = (at, own) => (draft().at === named(at) ? "begun" : JSON.stringify(own ?? null));
