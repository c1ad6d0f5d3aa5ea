// The projector's page: one scene at a time, with what to do now in the band at its foot. Never a name, never a secret.

import { ask, find, fragment, labels, live, make, post, show, store, tell, used, worded } from "./common.js";
import { chime, clock, fit, track } from "./wall_parts.js";
import { foot, middle, shortened } from "./wall_scenes.js";

const STEADY = ["before", "open", "closed"];
const ALL_IN = [660, 880]; // Hz
const TIME_OVER = [330];
const AWAKE = 3000; // milliseconds
let words = null;
let view = null;
let room = null;
let out = false;
let up = true;
let full = false;
const say = (name, values) => words.say(name, values);
const onTimer = clock(() => chime(...TIME_OVER));

function draw() {
  tell(find("link"), up ? "" : say("offline"));
  tell(find("rehearsal"), view?.rehearsal?.label ?? "");
  find("title").textContent = say("title");
  const inside = !out && view;
  show(find("enter"), out && [words.language], () => (out ? entering() : []));
  const changed = [
    show(find("top"), inside && [view.scene === "join", view.question?.section, view.scene, view.place, view.progress, view.round_text, room], () => (inside ? top() : [])),
    show(find("scene"), inside && [shown(), room, words.language], () => (inside ? middle(view, room, say) : [])),
    show(find("foot"), inside && [view.scene, view.cancelled, view.people, view.count, view.round_text, view.finding, view.hangs, view.typed, view.break, view.read_back, view.warm_up], () => (inside ? foot(view, say) : [])),
  ];
  onTimer(inside ? view.timer : null);
  find("timer").hidden ||= !inside;
  if (inside) mood();
  speak(inside);
  if (changed.some(Boolean)) refit();
}

// What the middle shows: neither the count of votes nor the clock, so that nothing is drawn anew at every vote.
function shown() {
  const { timer: _, count: __, counted: ___, people: ____, seats: _____, progress: ______, rehearsal: _______, ...rest } = view;
  return { ...rest, phase: view.scene === "open" || view.scene === "closed" ? "" : view.phase, scene: STEADY.includes(view.scene) ? "asked" : view.scene };
}

function mood() {
  const all = Boolean(view.count?.full);
  const { classList } = document.body;
  classList.toggle("live", view.scene === "open" && !all);
  classList.toggle("full", view.scene === "open" && all);
  classList.toggle("waiting", view.scene === "before");
  classList.toggle("talking", view.scene === "talk");
  document.body.dataset.scene = view.scene;
  if (all && !full) chime(...ALL_IN);
  full = all;
}

// What a screen reader is told: the count, a closed or cancelled vote, and what was found.
function speak(inside) {
  const counted = inside ? (view.scene === "closed" ? view.phase_text : view.counted) || view.cancelled || "" : "";
  if (find("counted").textContent !== counted) find("counted").textContent = counted;
  const said = (inside && (view.finding?.title || view.card?.head || view.break?.title)) || "";
  if (find("said").textContent !== said) find("said").textContent = said;
}

function refit() {
  if (out || !view) return document.documentElement.style.removeProperty("--s");
  fit(STEADY.includes(view.scene));
}
window.addEventListener("resize", refit);
document.fonts?.addEventListener("loadingdone", refit);

// --- the top line ----------------------------------------------------------------------------------------------------

function top() {
  if (view.scene === "join") return [];
  const { done, all } = view.progress;
  const title = { break: "break", read_back: "read_back", end: "end", warm_up: "warm_up" }[view.scene];
  const code = room?.code && view.scene !== "end";
  return [
    track(view.scene === "end" ? 1 : done, view.scene === "end" ? 1 : all),
    make("p", { class: "line" },
      make("b", {}, title ? say(title) : view.question.section),
      view.place && make("span", {}, view.place),
      view.round_text && ["open", "closed"].includes(view.scene) && make("span", { class: "second" }, say("second")),
      code && make("span", { class: "in", id: "late" }, shortened(room.address), "\u2002", make("b", {}, room.code))),
  ];
}

// --- the way in ------------------------------------------------------------------------------------------------------

function entering() {
  return [
    make("p", { id: "enter-alarm", class: "alarm", role: "alert", hidden: true }),
    make("label", { for: "code" }, say("code")),
    make("input", { id: "code", name: "code", autocomplete: "off", spellcheck: "false", maxlength: 12, required: true, "aria-describedby": "code-help" }),
    make("p", { class: "hint", id: "code-help" }, say("code_help")),
    make("button", { class: "main" }, say("show")),
  ];
}

find("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  enter(event.target.code.value);
});

async function enter(code) {
  const answer = await post("/api/enter", { code, screen: true });
  if (answer.ok) {
    used();
    line.again();
  } else if (find("enter-alarm")) {
    tell(find("enter-alarm"), [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline"));
  }
}

// --- light or dark, sound or none ------------------------------------------------------------------------------------

function shade() {
  const [dark, sound] = [store.get("dark", false), store.get("sound", false)];
  document.documentElement.classList.toggle("dark", dark);
  find("shade").textContent = dark ? say("light") : say("dark");
  find("sound").textContent = say("sound");
  find("sound").setAttribute("aria-pressed", String(sound));
}

find("shade").addEventListener("click", () => {
  store.set("dark", !store.get("dark", false));
  shade();
});

find("sound").addEventListener("click", () => {
  store.set("sound", !store.get("sound", false));
  shade();
  chime(...ALL_IN);
});

let asleep = 0;
document.addEventListener("mousemove", () => {
  document.body.classList.add("awake");
  clearTimeout(asleep);
  asleep = setTimeout(() => document.body.classList.remove("awake"), AWAKE);
});

// --- begin -----------------------------------------------------------------------------------------------------------

async function heard(now) {
  out = false;
  view = now;
  draw();
  const { changes } = now.door;
  if (room?.changes !== changes && !now.finished) {
    const found = await ask("/api/room");
    if (found.ok) room = { ...found, changes };
    draw();
  }
}

words = await labels("screen", ["home"]);
document.documentElement.lang = words.language;
document.title = say("title");
shade();
worded();
const line = live("screen", {
  onView: heard,
  onLink: (now) => { up = now; draw(); },
  onOut: () => {
    out = true;
    draw();
    if (fragment().code) enter(fragment().code);
  },
});
