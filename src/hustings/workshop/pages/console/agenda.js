// The agenda: every question with where it stands, and first of all what has to be talked about, the weightiest first.

import { icon } from "./icons.js";
import { desk, find, lines, make, nextOf, show, store } from "./shared.js";
import { drawFoot, drawPlan, nudges } from "./plan.js";

const SIGNS = { answered: "check", open: "open", closed: "lock", revealed: "talk", discussing: "talk", decided: "check", unresolved: "left", parked: "pause", skipped: "skip" };

export function drawAgenda() {
  const { view, say } = desk;
  const only = store.get("only_open", false);
  const at = desk.shown?.question.id ?? "";
  const before = view.current?.question.id ?? "";
  const opened = view.sections.filter((section) => isOpen(section, only)).map((section) => section.id);
  const filled = show(find("lines"), [opened, view.sections, view.discuss, only, at, before, view.time.sections, view.finished], () => [
    view.discuss.length > 0 && make("h3", {}, say("discuss_first")),
    view.discuss.length > 0 && make("ul", {}, view.discuss.map(dispute)),
    ...view.sections.flatMap((section) => part(section, only)),
    only && lines().every((line) => line.done) && make("p", { class: "quiet" }, say("nothing_open")),
  ]);
  if (filled) inSight(find(`line-${at}`));
  drawFoot();
  drawPlan();
}

// Only if it is out of sight: a list that moves by itself is not read.
function inSight(line) {
  const [mine, whole] = [line, find("lines")].map((place) => place?.getBoundingClientRect());
  if (mine && (mine.top < whole.top || mine.bottom > whole.bottom)) line.scrollIntoView({ block: "center" });
}

function part(section, only) {
  const rows = only ? section.questions.filter((line) => !line.done || line.id === desk.shown?.question.id) : section.questions;
  if (!rows.length) return [];
  const done = section.questions.filter((line) => line.done).length;
  const time = desk.view.time.sections[section.id];
  const open = isOpen(section, only);
  return [
    make("h3", { title: `${section.title}: ${time.says}` },
      make("button", { type: "button", id: `part-${section.id}`, class: "fold", "aria-expanded": String(open), onclick: () => turn(section, open) },
        make("span", { class: "title" }, section.title)), " ",
      make("span", { class: time.over ? "late" : "quiet" }, desk.say("done_of", { done, all: section.questions.length }),
        time.left > 0 && make("span", { class: "min" }, ` · ${desk.say("minutes", { n: time.left })}`))),
    open && make("ul", {}, rows.map(row)),
  ];
}

const FITS = 16; // lines; an agenda that is no longer has all its parts unfolded
const turned = new Map(); // parts that were folded or unfolded by hand

// Of a long agenda only the part at hand is unfolded, unless the facilitator wants to see another.
function isOpen(section, only) {
  const at = desk.shown?.question.id ?? "";
  const here = section.questions.some((line) => line.id === at);
  return turned.get(section.id) ?? (here || only || lines().length <= FITS);
}

function turn(section, open) {
  turned.set(section.id, !open);
  drawAgenda();
  find(`part-${section.id}`).focus();
}

function row(line) {
  const { say, view, shown } = desk;
  const here = line.id === view.current?.question.id && say("before_room");
  const now = line.id === shown?.question.id;
  const told = [line.phase !== "draft" && line.phase_text, line.chip, line.prepared, here].filter(Boolean).join(" · ");
  return make("li", { "data-move": line.id, class: now ? "now" : "" },
    make("button", {
      type: "button", id: `line-${line.id}`, class: `line ${line.phase}`, onclick: () => desk.go(line.id),
      "aria-current": now && "true", title: line.text,
    },
    make("span", { class: line.gate && !SIGNS[line.phase] ? "mark gate" : "mark" }, SIGNS[line.phase] ? icon(SIGNS[line.phase]) : line.gate && icon("shield")),
    make("span", { class: "text" }, line.text, " "),
    make("span", { class: "short", "aria-hidden": "true" }, now && told ? "" : short(line, now)),
    make("span", { class: now && told ? "meta" : "unseen" }, told || line.phase_text, line.gate && ` · ${say("gate")}`)),
    now && nudges(line));
}

// What stands at the right end of a line: how it went, or the minutes that it takes.
function short(line, now) {
  const { say } = desk;
  if (line.phase === "draft") return now ? say("minutes", { n: line.minutes }) : String(line.minutes);
  if (line.status === "otherwise") return "≠";
  if (line.phase === "answered") return ""; // its tick says it
  return line.phase === "decided" && line.chip ? line.chip : line.phase_text;
}

function dispute(one) {
  return make("li", {},
    make("button", { type: "button", id: `discuss-${one.id}`, class: "line dispute", onclick: () => desk.go(one.id) },
      make("span", { class: "text" }, one.text),
      make("span", { class: "meta" }, one.effect)));
}

export function startAgenda() {
  const box = find("only-open");
  box.checked = store.get("only_open", false);
  box.addEventListener("change", () => {
    store.set("only_open", box.checked);
    drawAgenda();
  });
}

// The question to take after the one that is shown: what the server proposes; to skip one, the next that is to be done.
export function following() {
  const all = lines();
  const from = all.findIndex((line) => line.id === desk.shown?.question.id);
  if (from < 0 || all[from].done) return desk.view.next || desk.view.then;
  return nextOf([...all.slice(from + 1), ...all.slice(0, from)].filter((line) => !line.done && !line.skipped))?.id ?? "";
}
