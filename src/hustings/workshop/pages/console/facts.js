// The plain facts on one form: said aloud, typed once. Nobody votes on them.

import { ask } from "../common.js";
import { act, complain, desk, emptied, find, lines, make, option, show, tell, text } from "./shared.js";

export function startFacts() {
  find("facts-form").addEventListener("submit", (event) => {
    event.preventDefault();
    find("facts-form").dataset.then = event.submitter?.value ?? "";
    save(find("facts-form"));
  });
}

export async function openFacts() {
  if (!(await drawFacts())) return;
  find("facts").showModal();
  find("facts-fields").querySelector(".open :is(input, select)")?.focus();
}

async function drawFacts() {
  const told = await ask("/api/facts");
  if (!told.ok) {
    complain(find("step-alarm"), told);
    return null;
  }
  show(find("facts-fields"), [told.fields], () => told.fields.map(field));
  tell(find("facts-known"), told.known);
  return told;
}

function field(asked) {
  const { say } = desk;
  const id = `fact-${asked.id}`;
  return make("div", { class: asked.known ? "field" : "field open" },
    make("label", { for: id }, asked.text, " ", !asked.known && make("span", { class: "quiet" }, say("facts_unknown"))),
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

// What was answered may bring up more facts, such as the state; then the form stays.
async function save(form) {
  const { say } = desk;
  const before = new Set([...form.elements].map((one) => one.name).filter(Boolean));
  const answers = Object.fromEntries([...before].map((name) => [name, text(form, name)]));
  if (!(await act({ act: "facts", answers }, form.querySelector(".alarm")))) return;
  emptied(form, "facts");
  const told = await drawFacts();
  const next = lines().find((line) => line.votable && !line.done && !line.skipped)?.id;
  const more = told?.fields.some((one) => !before.has(one.id) && !one.known);
  tell(find("said"), say(more ? "facts_more" : "facts_done"));
  tell(find("facts-said"), more ? say("facts_more") : "");
  if (more) return find("facts-fields").querySelector(".open :is(input, select)")?.focus();
  find("facts").close();
  if (next && form.dataset.then !== "stay") await desk.forward(next);
}
