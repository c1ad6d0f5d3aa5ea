// What comes when: the order of the agenda, what is skipped, the minutes of each part, and when the room must be left.

import { act, desk, find, make, show, tell } from "./console_desk.js";

const STEP = 5; // minutes

const place = () => (find("plan").open ? find("plan").querySelector(".alarm") : find("step-alarm"));

// --- doing -------------------------------------------------------------------------------------------------------

const partOf = (name) => desk.view.sections.find((section) => section.questions.some((line) => line.id === name));

// Move a question among those of its part, or a part among the parts; `by` is -1 for up, 1 for down.
export async function move(name, by) {
  const part = partOf(name);
  const order = (part ? part.questions : desk.view.sections).map((one) => one.id);
  const at = order.indexOf(name);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return false;
  order.splice(to, 0, ...order.splice(at, 1));
  const done = await act({ act: "arrange", section: part?.id ?? "", order }, place());
  if (done) tell(find("said"), desk.say("plan_moved"));
  return done;
}

export const skip = (line) => act({ act: line.skipped ? "unskip" : "skip", question: line.id }, place());

export const mayMove = (line) => !line.done && (line.phase === "draft" || line.phase === "skipped" || line.phase === "parked");

// --- beside the agenda -------------------------------------------------------------------------------------------

// Up, Down and Skip of the line that is looked at.
export function nudges(line) {
  const { say } = desk;
  if (desk.view.finished || !mayMove(line)) return null;
  return make("div", { class: "nudges" },
    nudge(`up-${line.id}`, say("plan_up"), say("plan_up_of", { name: line.text }), () => move(line.id, -1)),
    nudge(`down-${line.id}`, say("plan_down"), say("plan_down_of", { name: line.text }), () => move(line.id, 1)),
    nudge(`skip-${line.id}`, say(line.skipped ? "plan_unskip" : "plan_skip"),
      say(line.skipped ? "plan_unskip_of" : "plan_skip_of", { name: line.text }), () => skip(line)));
}

const nudge = (id, title, label, onclick) => make("button", { type: "button", id, class: "plain", "aria-label": label, onclick }, title);

export function drawFoot() {
  const { view, say } = desk;
  const { time } = view;
  show(find("foot"), [time.ends, time.until, time.says, time.stay, time.late], () => [
    time.ends && make("p", {}, make("strong", {}, time.ends), time.says && " · ",
      time.says && make("span", { class: time.late ? "late" : "early" }, time.says)),
    time.until && make("p", { class: "quiet" }, `${say("plan_until")} ${time.until}`),
    time.stay && make("p", { id: "stay", class: "warning" }, time.stay),
  ]);
  find("foot").hidden = !time.ends;
  find("plan-button").hidden = view.finished;
}

// --- the whole plan ----------------------------------------------------------------------------------------------

export function startPlan() {
  find("plan-button").addEventListener("click", () => { find("plan").showModal(); drawPlan(); });
  find("plan-until").addEventListener("change", () => act({ act: "leave_by", time: find("plan-until").value }, place()));
  document.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const line = event.altKey && by && document.activeElement?.closest("[data-move]");
    if (!line) return;
    event.preventDefault();
    const name = line.dataset.move;
    move(name, by).then(() => find(document.activeElement?.id || `line-${name}`)?.focus());
  });
}

export function drawPlan() {
  if (!find("plan").open) return;
  const { view } = desk;
  if (document.activeElement !== find("plan-until")) find("plan-until").value = view.time.until;
  show(find("plan-parts"), [view.sections, view.time.sections], () => view.sections.map(part));
}

function part(section) {
  const { say, view } = desk;
  const time = view.time.sections[section.id];
  const open = section.questions.filter((line) => mayMove(line));
  return make("section", { class: "part", "data-move": section.id },
    make("div", { class: "part-head" },
      make("h3", {}, section.title, " ", make("span", { class: time.over ? "late" : "quiet" }, time.says)),
      make("div", { class: "row" }, budget(section, time),
        nudge(`plan-up-${section.id}`, say("plan_up"), say("plan_up_of", { name: section.title }), () => move(section.id, -1)),
        nudge(`plan-down-${section.id}`, say("plan_down"), say("plan_down_of", { name: section.title }), () => move(section.id, 1)),
        nudge(`plan-as-${section.id}`, say("plan_suggested"), `${say("plan_suggested")}: ${section.title}`,
          () => act({ act: "arrange", section: section.id, order: [] }, place())))),
    make("ul", {}, open.map((line) => planned(line))));
}

function budget(section, time) {
  const { say } = desk;
  const input = make("input", { id: `minutes-${section.id}`, type: "number", min: "0", max: "240", step: String(STEP),
    value: time.budget || "", inputmode: "numeric", "aria-label": say("plan_minutes_of", { part: section.title }) });
  input.addEventListener("change", () =>
    act({ act: "budget", section: section.id, minutes: Number.parseInt(input.value, 10) || 0 }, place()));
  return make("label", { class: "minutes" }, say("plan_minutes"), " ", input);
}

function planned(line) {
  const { say } = desk;
  const button = (kind, title, onclick) => nudge(`plan-${kind}-${line.id}`, say(title), say(`${title}_of`, { name: line.text }), onclick);
  return make("li", { "data-move": line.id, class: line.skipped ? "skipped" : "" },
    make("span", {}, line.text, line.gate && " ", line.gate && make("span", { class: "gate" }, say("gate"))),
    make("div", { class: "row" },
      button("up", "plan_up", () => move(line.id, -1)), button("down", "plan_down", () => move(line.id, 1)),
      button("skip", line.skipped ? "plan_unskip" : "plan_skip", () => skip(line))));
}
