// The answers of a question as fields, and the list that can be searched.

import { make, tell } from "../common.js";
import { announce } from "./announce.js";

const LETTERS = 26; // the same as on the wall
const LONG = 14; // more answers are a list that can be searched

export const letter = (at) => (at >= 0 && at < LETTERS ? String.fromCharCode(65 + at) : "");
export const long = (question) => question.choices.length > LONG;

// The fields of a vote: choices, and what is none of them. `own` is ticked.
export function choices(question, own, name, say) {
  const kind = question.multiple ? "checkbox" : "radio";
  const ticked = own?.said === "option" ? [own.pick].flat() : own ? [own.said] : [];
  const one = (choice, other, at) => make("label", { class: other ? "choice other" : "choice" },
    make("input", { id: `${name}-${other ? "none-" : ""}${choice.id}`, type: kind, name, value: choice.id, checked: ticked.includes(choice.id), "data-other": other, "data-alone": other || choice.alone }),
    make("span", { class: "letter", "aria-hidden": "true" }, !other && !long(question) && letter(at)),
    make("span", {}, choice.text));
  const others = make("div", { class: "others" }, question.others.map((choice) => one(choice, true)));
  const list = question.choices.map((choice, at) => one(choice, false, at));
  return long(question) ? [searching(say), others, ...list] : [...list, others];
}

// A field above a long list. Enter takes the only answer that is left, and never sends the vote.
function searching(say) {
  const count = make("p", { class: "hint", id: "found" });
  return make("div", { class: "search" },
    make("label", { for: "search" }, say("search")),
    make("input", { id: "search", type: "search", autocomplete: "off", spellcheck: "false", maxlength: 60, "aria-describedby": "found",
      oninput: (event) => { event.stopPropagation(); sift(event.target, count, say); },
      onkeydown: (event) => event.key === "Enter" && onlyOne(event) }),
    count);
}

const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const listed = (field) => [...field.closest("fieldset").querySelectorAll(".choice:not(.other)")];

function sift(field, count, say) {
  const wanted = plain(field.value).split(/\s+/).filter(Boolean);
  const all = listed(field);
  for (const one of all) {
    const text = plain(one.textContent);
    one.hidden = !wanted.every((part) => text.includes(part)) && !one.querySelector(":checked");
  }
  const left = all.filter((one) => !one.hidden).length;
  tell(count, wanted.length ? say("found", { n: left, all: all.length }) : "");
  announce("found", count.textContent);
}

function onlyOne(event) {
  event.preventDefault();
  const left = listed(event.target).filter((one) => !one.hidden);
  if (event.target.value.trim() && left.length === 1) left[0].querySelector("input").click();
}
