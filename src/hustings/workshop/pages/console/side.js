// The right column: a countdown, what is written down beside the questions, undo, and the log.

import { countdown, tell } from "../common.js";
import { act, alarm, desk, emptied, field, find, kept, make, show, text } from "./shared.js";

const TIMES = [30, 60, 120, 300];
let clock = null;

export function startSide() {
  clock = countdown(find("clock"), () => tell(find("said"), desk.say("time_over")));
  startWriting();
  find("undo").addEventListener("click", undo);
}

export async function undo() {
  const question = desk.view.undo;
  if (await act({ act: "undo", question }, find("undo-alarm"))) await desk.go(question);
}

export function drawSide() {
  const { view, say } = desk;
  find("time").hidden = view.finished;
  clock(view.timer);
  const paused = view.timer && !view.timer.running;
  tell(find("clock-said"), paused ? say("timer_paused") : "");
  show(find("timers"), [Boolean(view.timer), paused && view.timer.left], timers);
  find("undo").disabled = !view.undo;
  show(find("log"), [view.log], () => (view.log.length ? make("ul", { class: "log" }, view.log.map(logged))
    : make("p", { class: "quiet" }, say("log_empty"))));
  show(find("names-place"), [view.seats.map((seat) => seat.name), view.roles], () => names());
}

// --- time --------------------------------------------------------------------------------------------------------

function timers() {
  const { view, say } = desk;
  const left = view.timer?.left ?? 0;
  return [
    view.timer && !view.timer.running && left > 0 && timerButton(left, say("timer_on"), "on"),
    ...TIMES.map((seconds) => timerButton(seconds, seconds < 60 ? say("seconds", { n: seconds }) : say("minutes", { n: seconds / 60 }), seconds)),
    view.timer && timerButton(0, say("timer_stop"), "stop"),
  ];
}

function timerButton(seconds, title, id) {
  const place = find("timers").parentElement.querySelector(".alarm");
  return make("button", { type: "button", id: `timer-${id}`, onclick: () => act({ act: "timer", seconds }, place) }, title);
}

// --- writing down ------------------------------------------------------------------------------------------------

function startWriting() {
  const { say } = desk;
  const form = find("write");
  const kinds = ["note", "park", "fetch"].map((kind) => make("div", { class: "tick" },
    make("input", { type: "radio", name: "kind", id: `kind-${kind}`, value: kind, checked: kind === "note" }),
    make("label", { for: `kind-${kind}` }, say(`kind_${kind}`))));
  const brought = make("div", { id: "brought" },
    field("fetch-owner", say("owner"), make("input", { name: "owner", maxlength: "60", list: "names" })),
    field("fetch-due", say("due"), make("input", { name: "due", type: "date" })));
  form.append(
    make("fieldset", {}, make("legend", { class: "unseen" }, say("write")), kinds),
    field("write-text", say("write_text"), make("textarea", { name: "text", rows: "2", maxlength: "500" })),
    brought, alarm(), make("button", {}, say("write_do")), make("div", { id: "names-place" }));
  kept(form, "write");
  const follow = () => { brought.hidden = form.elements.kind.value !== "fetch"; };
  form.addEventListener("input", follow);
  form.addEventListener("submit", (event) => { event.preventDefault(); written(form).then(follow); });
  find("write-text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  follow();
}

async function written(form) {
  const kind = form.elements.kind.value;
  const question = kind === "park" || desk.shown?.practice ? "" : desk.shown?.question.id ?? "";
  const body = { act: kind, question, text: text(form, "text") };
  if (kind === "fetch") Object.assign(body, { owner: text(form, "owner"), due: text(form, "due") });
  if (!(await act(body, form.querySelector(".alarm")))) return;
  emptied(form, "write");
  tell(find("said"), desk.say("written"));
}

// Who can be named as the one who brings something.
function names() {
  const told = new Set([...desk.view.seats.map((seat) => seat.name), ...desk.view.roles.map((role) => role.title)]);
  return make("datalist", { id: "names" }, [...told].map((name) => make("option", { value: name })));
}

// --- the log -----------------------------------------------------------------------------------------------------

export function logged(entry) {
  return make("li", {},
    make("strong", {}, entry.kind_text), " ", entry.text,
    (entry.owner || entry.due) && make("span", { class: "quiet" }, ` ${[entry.owner, entry.due].filter(Boolean).join(", ")}`),
    entry.question && make("span", { class: "quiet about" }, entry.question));
}
