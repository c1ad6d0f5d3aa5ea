// The plain facts on one form, in the middle of the page: said aloud, typed once. Nobody votes on them.

import { ask } from "../common.js";
import { act, complain, desk, emptied, find, firstVote, kept, leaveMenu, lines, make, option, practiceComes, refill, show, tell, text } from "./shared.js";

export function startFacts() {
  const form = kept(find("facts-form"), "facts");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("keydown", onward);
  find("facts-button").addEventListener("click", () => { leaveMenu(); openFacts(); });
  if (atBeginning()) desk.sheet = "facts";
}

// Before anything was voted on: the facts come first, because they decide which questions follow.
function atBeginning() {
  const { view } = desk;
  const touched = view.current || view.projected.kind !== "room" || lines().some((line) => line.votable && line.phase !== "draft" && line.phase !== "skipped");
  return !view.finished && !touched && unknown().length > 1;
}

// The facts without an answer yet.
const unknown = () => lines().filter((line) => desk.view.facts.includes(line.id) && !line.done && !line.skipped);

export async function openFacts() {
  desk.sheet = "facts";
  await desk.draw();
  (find("facts-fields").querySelector(".open :is(input, select)") ?? find("facts-title")).focus();
}

export function drawFacts() {
  const { say, view } = desk;
  find("facts-button").hidden = view.finished || view.facts.length < 2;
  if (desk.sheet === "facts") fill();
  tell(find("facts-when"), say(atBeginning() ? "facts_before" : "facts_between"));
}

async function fill() {
  const told = await ask("/api/facts");
  if (!told.ok) {
    complain(find("step-alarm"), told);
    return null;
  }
  if (show(find("facts-fields"), [told.fields], () => told.fields.map((one) => field(one, told.fields.some((other) => other.known))))) refill(find("facts-form"), "facts");
  tell(find("facts-count"), told.known);
  return told;
}

// Which are not known yet is said once some are.
function field(asked, some) {
  const { say } = desk;
  const id = `fact-${asked.id}`;
  return make("div", { class: asked.known ? "field" : "field open" },
    make("label", { for: id }, asked.text, " ", some && !asked.known && make("span", { class: "quiet" }, say("facts_unknown"))),
    asked.help && make("p", { class: "quiet", id: `${id}-help` }, asked.help),
    make("div", { class: "with-unit" }, input(asked, id), asked.unit));
}

function input(asked, id) {
  const about = asked.help ? `${id}-help` : null;
  if (asked.choices.length) {
    const list = make("select", { id, name: asked.id, "aria-describedby": about },
      option("", "–"), asked.choices.map((choice) => option(choice.id, choice.text)));
    list.value = asked.value;
    return list;
  }
  const kind = asked.type === "date" ? { type: "date" } : asked.type === "number" ? { inputmode: "decimal" } : {};
  return make("input", { id, name: asked.id, maxlength: "4000", value: asked.value, "aria-describedby": about, ...kind });
}

// Enter goes to the next field, and in the last one saves.
function onward(event) {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
  event.preventDefault();
  const fields = [...find("facts-form").elements];
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) next.focus();
  else find("step").click();
}

// What was answered may bring up more facts, such as the state; then the form stays. True once it may be left.
async function saved() {
  const { say } = desk;
  const form = find("facts-form");
  const before = new Set([...form.elements].map((one) => one.name).filter(Boolean));
  const answers = Object.fromEntries([...before].map((name) => [name, text(form, name)]));
  if (!(await act({ act: "facts", answers }, form.querySelector(".alarm")))) return false;
  emptied(form, "facts");
  const told = await fill();
  const more = told?.fields.some((one) => !before.has(one.id) && !one.known);
  tell(find("said"), say(more ? "facts_more" : "facts_done"));
  tell(find("facts-said"), more ? say("facts_more") : "");
  if (more) find("facts-fields").querySelector(".open :is(input, select)")?.focus();
  return !more;
}

// Then comes the first question that is voted on. While a practice vote may come before it, the wall goes on showing how
// to join: whoever read the real question there would take practice for it.
export async function saveAndStart() {
  if (!(await saved())) return;
  const next = firstVote();
  desk.led = next;
  await (next && !practiceComes() ? desk.forward(next) : desk.go(next, true));
}

// What was typed is kept for the next time that the form is opened.
export const leaveFacts = () => desk.go("", true);

export async function saveForNow() {
  if (await saved()) await desk.go("", true);
}
