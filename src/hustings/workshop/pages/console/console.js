// The facilitator's console. It shows what the server tells, does one step at a time, and loses nothing that is typed.

import { find, fragment, labels, live, make, post, show, store, tell, used, worded } from "../common.js";
import { drawAgenda, startAgenda } from "./agenda.js";
import { complain, desk, keepOnly, leaveMenu } from "./shared.js";
import { drawFacts, leaveFacts, startFacts } from "./facts.js";
import { icon } from "./icons.js";
import { startDecision } from "./decision.js";
import { leavePlan, startPlan } from "./plan.js";
import { openProjector } from "./projector.js";
import { drawQuestion } from "./question.js";
import { drawPeople, drawReadback, startRoom } from "./room.js";
import { drawRehearsal } from "./rehearsal.js";
import { drawSide, startSide, undo } from "./side.js";
import { forward, press, startSteps, take } from "./steps.js";
import { drawWall } from "./wall.js";

let stream = null;
let started = false;
let reading = false;

// --- coming in ---------------------------------------------------------------------------------------------------

const TRIES = 5;

async function enter(secret, tried = 1) {
  const said = await post("/api/enter", { secret });
  if (!said.status && tried < TRIES) {
    await new Promise((go) => setTimeout(go, 400)); // the program may just be starting
    return enter(secret, tried + 1);
  }
  if (said.status) used();
  complain(find("door-form").querySelector(".alarm"), said);
  if (said.ok) inside();
  return said.ok;
}

function inside() {
  if (stream) stream.again();
  else stream = live("console", { onView: heard, onLink: (up) => tell(find("link"), up ? "" : desk.say("offline")), onOut: () => door(true) });
}

function door(shut) {
  find("door").hidden = !shut;
  find("desk").hidden = shut || reading;
  find("readback").hidden = shut || !reading;
  find("tools").hidden = shut;
  if (shut) {
    tell(find("pace"), "");
    find("secret").focus();
  }
}

// --- what the server tells ---------------------------------------------------------------------------------------

async function heard(view) {
  if (desk.view && desk.view.began !== view.began) return location.reload(); // another workshop is led from this window now
  if (desk.view && desk.view.current?.question.id !== view.current?.question.id) desk.sheet = ""; // something else is before the room
  desk.view = view;
  if (desk.look === beforeRoom(view)) desk.look = ""; // from here on this window goes with the room
  if (!started) start();
  door(false);
  await draw();
}

function start() {
  started = true;
  keepOnly(desk.view.began);
  startAgenda();
  startPlan();
  startFacts();
  startSteps();
  startSide();
  startRoom();
}

const REST = ["break", "read_back"];
const SETTLED = ["decided", "unresolved"];

// The question that the room reads or votes on, else the one whose vote was cancelled, else the next. During a break it is
// the one that comes after it.
function beforeRoom(view) {
  const { projected, current } = view;
  const over = REST.includes(projected.kind) && SETTLED.includes(current?.phase);
  const waits = view.sections.some((section) => section.questions.some((line) => line.id === projected.back && !line.done));
  return projected.question || (waits ? projected.back : "") || (over ? view.next : "") || current?.question.id || view.cancelled_question || view.next || view.then;
}

let asked = 0;

// The question in the middle: the one looked at, else the one before the room.
async function chosen() {
  const { view } = desk;
  const mine = ++asked;
  const name = desk.look || beforeRoom(view);
  if (!name || name === view.current?.question.id) return view.current;
  const said = await post("/api/look", { question: name });
  return mine === asked && said.ok ? said.found : undefined;
}

async function draw() {
  const found = await chosen();
  if (found === undefined) return; // a later answer is on its way
  const before = desk.shown;
  desk.shown = found;
  const { view, say } = desk;
  drawPace();
  tell(find("pace"), view.finished ? say("ended") : [say("pace", view.progress), view.progress.skipped, view.progress.more, view.progress.minutes].filter(Boolean).join(" · "));
  find("finish-button").hidden = view.finished;
  drawSheet();
  drawAgenda();
  drawQuestion();
  drawFacts();
  drawSide();
  drawPeople();
  drawWall();
  drawRehearsal();
  if (reading) drawReadback();
  if (found && before && (before.phase !== found.phase || before.question.id !== found.question.id)) {
    tell(find("said"), `${found.question.text} ${found.phase_text}`);
    const scroll = find("question").querySelector(".scroll");
    if (!scroll.contains(document.activeElement) || before.question.id !== found.question.id) scroll.scrollTop = 0;
  }
}

// What stands in the middle: the question, or a sheet instead of it.
function drawSheet() {
  find("question").querySelector(".scroll").hidden = desk.sheet !== "";
  for (const name of ["facts", "plan"]) find(name).hidden = desk.sheet !== name;
}

// The campaign's name, and how much of the agenda is done.
function drawPace() {
  const { campaign, progress, finished } = desk.view;
  tell(find("title"), campaign || desk.say("unnamed"));
  find("title").classList.toggle("unnamed", !campaign);
  document.title = [campaign, desk.say("title")].filter(Boolean).join(" · ");
  find("pace-bar").hidden = finished || !progress.all;
  find("pace-bar").firstElementChild.style.width = `${(100 * progress.done) / (progress.all || 1)}%`;
}

desk.draw = draw;
desk.forward = forward;
desk.locked = () => door(true);

// Look at another question; with an empty name, at the one before the room. `move` takes the focus there.
desk.go = async (name, move = false) => {
  desk.look = name === beforeRoom(desk.view) ? "" : name;
  desk.sheet = "";
  if (reading) desk.readback(false);
  await draw();
  if (move) find("asked")?.focus();
};

desk.readback = async (open = true) => {
  reading = open;
  if (open) await drawReadback();
  door(false);
  (open ? find("readback-title") : find("question"))?.focus();
  if (open) window.scrollTo(0, 0);
};

// --- keys --------------------------------------------------------------------------------------------------------

const KEYS = { n: "next", o: "open", c: "close", r: "reveal", t: "discuss", d: "decide", p: "park", s: "skip", u: "undo", w: "wall", "/": "note", "?": "help" };
const TYPING = "textarea, select, input:not([type=radio], [type=checkbox])";

// Enter is the big button, except where it writes, ticks, presses or sends something; with Ctrl it is the big button there too.
function entered(event) {
  const asleep = !started || find("desk").hidden || document.querySelector("dialog[open]") || event.repeat;
  const taken = event.target.closest?.("a, button, summary, select, textarea, input, [contenteditable]");
  const free = event.ctrlKey || event.metaKey ? !event.target.closest?.("#write") : !taken && store.get("keys", true);
  if (asleep || !free) return;
  event.preventDefault();
  press();
}

// The answer with this number is picked as the decision.
function pickAnswer(number) {
  const circle = [...document.querySelectorAll("#decision .several .bars input, #decision input[type=radio][value^='option ']")][number - 1];
  circle?.click();
  return Boolean(circle);
}

// Escape leaves whatever was opened. Windows and the menu do so by themselves, one after the other.
function escaped() {
  if (!started || document.querySelector("dialog[open], :popover-open")) return null;
  if (reading) return desk.readback(false);
  return { plan: leavePlan, facts: leaveFacts }[desk.sheet]?.();
}

function pressed(event) {
  if (event.key === "Enter") return entered(event);
  if (event.key === "Escape") return escaped();
  const known = KEYS[event.key.toLowerCase()];
  const asleep = !store.get("keys", true) || !started || find("desk").hidden || document.querySelector("dialog[open]");
  const digit = /^[1-9]$/.test(event.key) && !known;
  if (!(known || digit) || asleep || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(TYPING)) return;
  event.preventDefault();
  if (digit) return pickAnswer(Number(event.key));
  if (desk.sheet === "plan" && known === "skip") return; // it skips the line that has the focus
  if (known === "help") openKeys();
  else if (known === "note") find("write-text").focus();
  else if (known === "undo") undo();
  else if (known === "wall") openProjector();
  else if (!wanted(known)) tell(find("said"), desk.say("not_now"));
}

// To decide is to go to its form, wherever that is.
function wanted(name) {
  if (name === "skip") return take("skip") || take("unskip");
  if (name === "reveal") return take("reveal") || take("show");
  if (name !== "decide") return take(name);
  if (desk.sheet || !desk.shown?.can.includes("decided")) return false;
  startDecision();
  return true;
}

// After a click by mouse the focus stays on nothing, so that Enter is the big button again. One that asks back keeps it.
function letGo(event) {
  const button = event.detail > 0 && event.target.closest?.("button, summary");
  if (button && !("asks" in button.dataset) && button === document.activeElement && !button.closest("dialog, form")) button.blur();
}

function openKeys() {
  const { say } = desk;
  leaveMenu();
  const all = [["Enter", "step"], ["1–9", "pick"], ...Object.entries(KEYS), ["Alt ↑ ↓", "move"]];
  show(find("key-list"), [0], () => make("dl", {}, all.flatMap(([key, name]) =>
    [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(`key_${name}`))])));
  find("keys-on").checked = store.get("keys", true);
  find("keys").showModal();
}

// --- light or dark -----------------------------------------------------------------------------------------------

// As the laptop is, until it is chosen here.
function startShade() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const now = () => store.get("console_dark", dark.matches);
  const draw_ = () => {
    document.documentElement.classList.toggle("dark", now());
    tell(find("shade-said"), desk.say(now() ? "light" : "dark"));
  };
  dark.addEventListener("change", draw_);
  find("shade").addEventListener("click", () => { store.set("console_dark", !now()); draw_(); });
  draw_();
}

// --- begin -------------------------------------------------------------------------------------------------------

async function begin() {
  const words = await labels("console", ["home"]);
  desk.say = words.say;
  document.documentElement.lang = words.language;
  document.title = words.say("title");
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = words.say(place.dataset.say);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", words.say(place.dataset.label));
  for (const place of document.querySelectorAll("[data-icon]")) place.prepend(icon(place.dataset.icon));
  startShade();
  worded();
  for (const button of document.querySelectorAll("dialog .shut")) button.addEventListener("click", () => button.closest("dialog").close());
  for (const panel of document.querySelectorAll("dialog.panel")) panel.addEventListener("click", (event) => event.target === panel && panel.close());
  find("keys-button").addEventListener("click", openKeys);
  find("keys-on").addEventListener("change", () => store.set("keys", find("keys-on").checked));
  find("door-form").addEventListener("submit", (event) => {
    event.preventDefault();
    enter(find("secret").value.split("#").pop().trim());
  });
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", letGo);
  window.addEventListener("hashchange", () => fragment().code && enter(fragment().code));
  const secret = fragment().code;
  if (!secret || !(await enter(secret))) inside();
}

begin();
