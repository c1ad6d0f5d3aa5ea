// What comes when: the order of the agenda, what is skipped, the minutes of each part, and when the room must be left.

import { icon } from "./icons.js";
import { act, desk, find, lines, make, show, stepper, store, tell } from "./shared.js";

const STEP = 5; // minutes

const place = () => (desk.sheet === "plan" ? find("plan").querySelector(".alarm") : find("step-alarm"));

// --- doing -------------------------------------------------------------------------------------------------------

const partOf = (name) => desk.view.sections.find((section) => section.questions.some((line) => line.id === name));

// Move a question among those of its part, or a part among the parts; `by` is -1 for up, 1 for down.
export async function move(name, by) {
  const order = orderOf(name);
  return moveTo(name, order.indexOf(name) + by);
}

const orderOf = (name) => (partOf(name)?.questions ?? desk.view.sections).map((one) => one.id);

async function moveTo(name, to) {
  const part = partOf(name);
  const order = orderOf(name);
  const at = order.indexOf(name);
  if (at < 0 || to < 0 || to >= order.length || to === at) return false;
  order.splice(to, 0, ...order.splice(at, 1));
  const done = await act({ act: "arrange", section: part?.id ?? "", order }, place());
  if (done) tell(find("said"), desk.say("plan_moved"));
  return done;
}

// The whole agenda by its weight, or as the pack has it.
export async function arrangeAll(name) {
  if (await act({ act: name }, place())) tell(find("said"), desk.say("plan_moved"));
}

export const skip = (line) => act({ act: line.skipped ? "unskip" : "skip", question: line.id }, place());

export const mayMove = (line) => !line.done && (line.phase === "draft" || line.phase === "skipped" || line.phase === "parked");

// --- beside the agenda -------------------------------------------------------------------------------------------

// Up, Down and Skip of the line that is looked at.
export function nudges(line) {
  const { say } = desk;
  if (desk.view.finished || !mayMove(line)) return null;
  return make("div", { class: "nudges" },
    nudge(`up-${line.id}`, "up", say("plan_up"), say("plan_up_of", { name: line.text }), () => move(line.id, -1)),
    nudge(`down-${line.id}`, "down", say("plan_down"), say("plan_down_of", { name: line.text }), () => move(line.id, 1)),
    nudge(`skip-${line.id}`, line.skipped ? "undo" : "skip", say(line.skipped ? "plan_unskip" : "plan_skip"),
      say(line.skipped ? "plan_unskip_of" : "plan_skip_of", { name: line.text }), () => skip(line)));
}

const nudge = (id, sign, title, label, onclick) => make("button", { type: "button", id, class: "plain", "aria-label": label, title: label, onclick },
  icon(sign), title && make("span", { class: "word" }, title));

// Minutes that are used, and those to go, of all there are.
function meter(time) {
  const parts = Object.values(time.sections);
  const [used, left] = [parts.reduce((sum, part) => sum + part.used, 0), parts.reduce((sum, part) => sum + part.left, 0)];
  const made = make("div", { class: "meter", "aria-hidden": "true" }, make("i", {}), make("i", { class: "to-go" }));
  const all = Math.max(used + left + Math.max(0, time.spare), 1);
  [used, left].forEach((minutes, at) => { made.children[at].style.width = `${(100 * minutes) / all}%`; });
  return made;
}

export function drawFoot() {
  const { view, say } = desk;
  const { time } = view;
  show(find("foot"), [time.ends, time.until, time.says, time.stay, time.late], () => [
    time.ends && make("p", {}, make("strong", {}, time.ends), time.says && " · ",
      time.says && make("span", { class: time.late ? "late" : "early" }, time.says)),
    time.until && meter(time),
    time.until && make("p", { class: "quiet" }, `${say("plan_until")} ${time.until}`),
    time.stay && make("p", { id: "stay", class: "warning" }, time.stay),
  ]);
  find("foot").hidden = !time.ends;
  find("plan-button").hidden = view.finished;
}

// --- dragging ----------------------------------------------------------------------------------------------------

// A line is taken where it is and dropped on another of the same part, whose place it takes.
function startDragging(parts) {
  let taken = null;
  const over = (event) => {
    const line = event.target.closest?.("li[data-move]");
    return taken && line && line !== taken && line.parentElement === taken.parentElement ? line : null;
  };
  const clear = () => parts.querySelectorAll(".lifted, .target").forEach((one) => one.classList.remove("lifted", "target"));
  parts.addEventListener("dragstart", (event) => {
    taken = event.target.closest?.("li[data-move]") ?? null;
    if (!taken) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", taken.dataset.move);
    taken.classList.add("lifted");
  });
  parts.addEventListener("dragover", (event) => {
    const line = over(event);
    if (!line) return;
    event.preventDefault();
    parts.querySelectorAll(".target").forEach((one) => one !== line && one.classList.remove("target"));
    line.classList.add("target");
  });
  parts.addEventListener("drop", (event) => {
    const line = over(event);
    if (!line) return;
    event.preventDefault();
    moveTo(taken.dataset.move, orderOf(line.dataset.move).indexOf(line.dataset.move));
  });
  parts.addEventListener("dragend", () => { taken = null; clear(); });
}

// --- the whole plan ----------------------------------------------------------------------------------------------

export function startPlan() {
  find("plan-button").addEventListener("click", openPlan);
  find("plan-until").addEventListener("change", () => act({ act: "leave_by", time: find("plan-until").value }, place()));
  startDragging(find("plan-parts"));
  document.addEventListener("keydown", skipped);
  document.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const line = event.altKey && by && document.activeElement?.closest("[data-move]");
    if (!line) return;
    event.preventDefault();
    const name = line.dataset.move;
    move(name, by).then(() => find(document.activeElement?.id || `line-${name}`)?.focus());
  });
}

// The plan stands in the middle, with the part at hand in sight.
async function openPlan() {
  const at = desk.shown?.question.id;
  desk.sheet = desk.sheet === "plan" ? "" : "plan";
  await desk.draw();
  if (desk.sheet !== "plan") return;
  const part_ = [...find("plan-parts").children].find((one) => one.querySelector(`[data-move="${CSS.escape(at ?? "")}"]`));
  find("plan").scrollTop = part_ && part_ !== find("plan-parts").firstElementChild ? part_.offsetTop : 0;
  find("plan-title").focus({ preventScroll: true });
}

export async function leavePlan() {
  desk.sheet = "";
  await desk.draw();
  find("plan-button").focus();
}

// In the plan a single key skips the line that has the focus.
function skipped(event) {
  const name = event.key.toLowerCase() === "s" && desk.sheet === "plan" && store.get("keys", true) && document.activeElement?.closest("#plan li[data-move]")?.dataset.move;
  const typing = document.activeElement?.matches("input");
  if (!name || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  skip(lines().find((line) => line.id === name));
}

export function drawPlan() {
  if (desk.sheet !== "plan") return;
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
        nudge(`plan-up-${section.id}`, "up", "", say("plan_up_of", { name: section.title }), () => move(section.id, -1)),
        nudge(`plan-down-${section.id}`, "down", "", say("plan_down_of", { name: section.title }), () => move(section.id, 1)),
        nudge(`plan-as-${section.id}`, "undo", say("plan_suggested"), `${say("plan_suggested")}: ${section.title}`,
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

// The minutes of one question; empty for as long as this room takes.
function ownMinutes(line) {
  const input = make("input", { id: `own-${line.id}`, type: "number", min: "0", max: "60", step: "1", value: line.own_minutes || "",
    placeholder: String(line.minutes), inputmode: "numeric", "aria-label": desk.say("plan_minutes_of", { part: line.text }) });
  input.addEventListener("change", () =>
    act({ act: "budget", question: line.id, minutes: Number.parseInt(input.value, 10) || 0 }, place()));
  return make("span", { class: "minutes" }, stepper(input, () => line.minutes));
}

function planned(line) {
  const { say } = desk;
  const button = (kind, sign, title, onclick) => nudge(`plan-${kind}-${line.id}`, sign, kind === "skip" ? say(title) : "", say(`${title}_of`, { name: line.text }), onclick);
  return make("li", { "data-move": line.id, class: line.skipped ? "skipped" : "", draggable: "true" },
    make("span", { class: "drag", "aria-hidden": "true" }, icon("drag")),
    make("span", { class: "what" }, line.gate && make("span", { class: "gate" }, icon("shield"), make("span", { class: "unseen" }, say("gate"))), line.text),
    ownMinutes(line),
    make("div", { class: "row" },
      button("skip", line.skipped ? "undo" : "skip", line.skipped ? "plan_unskip" : "plan_skip", () => skip(line)),
      button("up", "up", "plan_up", () => move(line.id, -1)), button("down", "down", "plan_down", () => move(line.id, 1))));
}
