// What all parts of the console share: the view, the words, the one way to do something, and what is being typed.

import { find, make, post, show, store, tell } from "../common.js";
import { icon } from "./icons.js";

export const desk = {
  say: null, // the words
  view: null, // what the server told last
  look: "", // a question looked at instead of the one before the room
  shown: null, // the question in the middle
  sheet: "", // what stands in the middle instead of it: "facts", "plan"
  practised: false, // a practice vote was held from this window
  led: "", // the question that the big button led to
  draw: () => {},
  go: () => {}, // look at another question
  forward: () => {}, // put a question on the wall to be read, and look at it
  locked: () => {}, // the secret is no longer good
};

// --- doing -------------------------------------------------------------------------------------------------------

const under = new Set(); // what waits for an answer

// Do a step and tell beside `place` (an element with role=alert) why it could not be done. True if it was done.
export async function act(body, place, path = "/api/act") {
  const step = JSON.stringify(body);
  if (under.has(step)) return false; // a double click, or Enter twice
  under.add(step);
  const said = await post(path, body);
  under.delete(step);
  complain(place, said);
  if (said.status === 403) desk.locked();
  return said.ok;
}

// What is wrong and what to do. What was typed stays where it is.
export function complain(place, said) {
  if (!place) return;
  const texts = said.ok ? [] : said.status ? [said.what, said.hint] : [desk.say("unreachable")];
  place.replaceChildren(...texts.filter(Boolean).map((text) => make("span", {}, text, " ")));
  place.hidden = said.ok;
  if (!said.ok) place.scrollIntoView({ block: "nearest" });
}

export const alarm = () => make("p", { class: "alarm", role: "alert", hidden: true });

// --- typing ------------------------------------------------------------------------------------------------------

const DRAFT = "hustings.draft.";
const memory = new Map();
let kin = DRAFT; // begins the names of what was typed in this workshop

// What was typed in another workshop must not turn up in this one: it may be another client's.
export function keepOnly(workshop) {
  kin = `${DRAFT}${workshop}.`;
  forgetAll((key) => !key.startsWith(kin));
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(kin + key)) ?? {};
  } catch {
    return memory.get(key) ?? {};
  }
}

function write(key, saved) {
  memory.set(key, saved);
  try {
    sessionStorage.setItem(kin + key, JSON.stringify(saved));
  } catch { /* kept in memory */ }
}

export function forget(key) {
  memory.delete(key);
  try {
    sessionStorage.removeItem(kin + key);
  } catch { /* nothing was kept */ }
}

export function forgetAll(which = () => true) {
  memory.clear();
  try {
    const drafts = Object.keys(sessionStorage).filter((key) => key.startsWith(DRAFT) && which(key));
    drafts.forEach((key) => sessionStorage.removeItem(key));
  } catch { /* nothing was kept */ }
}

// A form that keeps what is typed into it under `key`, until it is forgotten: a reload or a lost connection costs nothing.
export function kept(form, key) {
  refill(form, key);
  form.addEventListener("input", (event) => {
    if (event.target.name) write(key, { ...read(key), [event.target.name]: taken(form, event.target.name) });
  });
  return form;
}

// What was typed into a form, once its fields are there again.
export function refill(form, key) {
  const saved = read(key);
  for (const field of form.elements) if (field.name in saved) fill(field, saved[field.name]);
}

// Empty a form, once what was in it has been done. The page may have been filled again meanwhile, with a new form.
export function emptied(form, key) {
  forget(key);
  (find(form.id) ?? form).reset();
}

function fill(field, value) {
  if (field.type === "radio") field.checked = field.value === value;
  else if (field.type === "checkbox") field.checked = value.includes(field.value);
  else field.value = value;
}

function taken(form, name) {
  const fields = [...form.elements].filter((field) => field.name === name);
  if (fields[0].type === "radio") return fields.find((field) => field.checked)?.value ?? "";
  if (fields[0].type === "checkbox") return fields.filter((field) => field.checked).map((field) => field.value);
  return fields[0].value;
}

export const text = (form, name) => form.elements[name]?.value.trim() ?? "";
export const number = (form, name) => Number.parseInt(text(form, name), 10) || 0;

// --- parts -------------------------------------------------------------------------------------------------------

// A label above its field. `id` is the field's; `help` stands below the label.
export function field(id, title, input, help = "") {
  input.id = id;
  if (help) input.setAttribute("aria-describedby", `${id}-help`);
  return make("div", { class: "field" },
    make("label", { for: id }, title),
    help && make("p", { class: "quiet", id: `${id}-help` }, help),
    input);
}

// Something folded away. It stays as it was left, for this question, when the page is filled again.
const left = new Map();
export function fold(id, title, open, ...children) {
  const key = `${desk.shown?.question.id} ${id}`;
  const made = make("details", { id, open: left.get(key) ?? open }, make("summary", { id: `${id}-title` }, title), ...children);
  made.addEventListener("toggle", () => left.set(key, made.open));
  return made;
}

export function option(value, title) {
  return make("option", { value }, title);
}

// A button that wants to be pressed twice: the second press says yes.
export function sure(id, title, question, go) {
  let asked = false;
  const made = make("button", { type: "button", id, "data-asks": true, onclick: () => {
    if (asked) return go();
    asked = true;
    made.textContent = question;
    made.classList.add("sure");
  } }, title);
  made.addEventListener("blur", () => {
    asked = false;
    made.textContent = title;
    made.classList.remove("sure");
  });
  return made;
}

// A number between two buttons. The keyboard has its arrows; the buttons are for the mouse. `from` is where an empty one begins.
export function stepper(input, from = () => 0) {
  const by = (change) => () => {
    const now = input.value === "" ? from() : Number.parseInt(input.value, 10) || 0;
    input.value = String(Math.min(Number(input.max), Math.max(Number(input.min), now + change)));
    for (const name of ["input", "change"]) input.dispatchEvent(new Event(name, { bubbles: true }));
  };
  const button = (name, change) => make("button", { type: "button", class: "pm", tabindex: "-1", "aria-label": desk.say(name), onclick: by(change) },
    icon(change < 0 ? "minus" : "plus"));
  return make("div", { class: "stepper" }, button("less", -1), input, button("more_of", 1));
}

// The menu is left for what was chosen in it; afterwards the focus comes back to its button.
export function leaveMenu() {
  find("menu").hidePopover();
  find("more-button").focus();
}

export const roleTitle = (id) => desk.view.roles.find((role) => role.id === id)?.title ?? "";
export const lines = () => desk.view.sections.flatMap((section) => section.questions);

// Whether the room votes on it: the plain facts are typed on their form.
const isVotedOn = (line) => line.votable && !desk.view.facts.includes(line.id);

export const firstVote = () => lines().find((line) => isVotedOn(line) && !line.done && !line.skipped)?.id ?? "";

// Which of these lines comes next. What the room votes on comes before the facts: whoever left one empty on their form is
// not led back to it after every vote.
export const nextOf = (left) => left.find((line) => line.phase === "draft" && isVotedOn(line)) ?? left.find((line) => line.phase === "draft") ?? left[0];

// Whether a practice vote may still come before the first question: once, and not after a vote that was cancelled.
export const practiceComes = () => desk.view.practice && !desk.practised && !desk.view.cancelled_question;

export { find, make, post, show, store, tell };
