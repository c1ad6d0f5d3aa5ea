// The projector's page: the way in, the question, and counts once they may be seen. Never a name, never a secret.

import { ask, countdown, decided, find, fragment, histogram, labels, live, make, post, show, store, tell, used } from "./common.js";

const MANY = 6;
const LOTS = 20;
const SMALLEST = 13; // pixels
let words = null;
let view = null;
let room = null;
let out = false;
let up = true;
const say = (name, values) => words.say(name, values);
const onTimer = countdown(find("timer"), () => {});

function draw() {
  tell(find("link"), up ? "" : say("offline"));
  find("title").textContent = say("title");
  shade();
  const inside = !out && view;
  show(find("enter"), out && [words.language], () => (out ? entering() : []));
  show(find("way"), inside && [!!view.question, view.finished, room, view.door.locked, words.language], () => (inside ? way() : []));
  show(find("asked"), inside && [view.question, view.phase, view.round_text], () => (inside && view.question ? asked() : []));
  tell(find("counted"), inside ? (view.phase === "closed" ? view.phase_text : view.counted) || view.cancelled || "" : "");
  show(find("result"), inside && [view.rounds, view.decision, view.phase, view.question?.id], () => (inside && view.question ? result() : []));
  onTimer(inside && view.question ? view.timer : null);
  find("seats").textContent = inside && !view.finished ? view.seats : "";
  const late = room?.code && [room.address, `${say("code")} ${room.code}`, view?.door?.locked && say("locked")];
  find("late").textContent = inside && view.question && late ? late.filter(Boolean).join(" · ") : "";
  fit();
}

// Nobody scrolls a wall: letters get smaller until everything is on it, and never too small.
function fit() {
  const root = document.documentElement;
  root.style.fontSize = "";
  const whole = parseFloat(getComputedStyle(root).fontSize);
  for (let size = whole; root.scrollHeight > innerHeight + 1 && size > Math.max(SMALLEST, whole * 0.55); size *= 0.95) {
    root.style.fontSize = `${size}px`;
  }
}
window.addEventListener("resize", fit);

// --- the way in ----------------------------------------------------------------------------------------------------

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

function way() {
  if (view.finished) return [make("h2", {}, say("ended"))];
  if (view.question) return [];
  if (!room) return [make("h2", {}, say("wait"))];
  return [make("div", { class: "way" },
    make("img", { src: `/qr.svg?${room.changes}`, alt: `${say("join")}: ${room.address}`, width: 330, height: 330 }),
    make("div", {},
      make("h2", {}, say("join")),
      make("p", {}, say("join_help")),
      make("p", { class: "address" }, room.address),
      make("p", {}, say("code")),
      make("p", { class: "code" }, room.code),
      view.door.locked && make("p", { class: "locked" }, say("locked"))))];
}

// --- the question --------------------------------------------------------------------------------------------------

function asked() {
  const { question } = view;
  const round = view.round_text && `${view.round_text} · `;
  const open = view.phase === "open" || view.phase === "closed";
  const count = question.choices.length;
  const listed = count > LOTS ? "choices lots" : count > MANY ? "choices many" : "choices";
  return [
    make("p", { class: "section" }, round, question.section),
    make("h2", {}, question.text),
    open && question.help && make("p", { class: "hint" }, question.help),
    open && !view.rounds.length && make("ul", { class: listed }, question.choices.map((choice) => make("li", {}, choice.text))),
  ];
}

function result() {
  const rounds = view.rounds ?? [];
  return [ // the decision first: it must be seen without scrolling
    view.decision && view.phase !== "open" && decided(view.decision, words.say),
    rounds.length > 0 && histogram(rounds, words.say),
  ];
}

// --- light or dark, as the room is ---------------------------------------------------------------------------------

function shade() {
  const dark = store.get("dark", false);
  document.documentElement.classList.toggle("dark", dark);
  find("shade").textContent = dark ? say("light") : say("dark");
  find("shade").hidden = !find("shade").textContent;
}

find("shade").addEventListener("click", () => {
  store.set("dark", !store.get("dark", false));
  shade();
});

// --- begin ---------------------------------------------------------------------------------------------------------

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
const line = live("screen", {
  onView: heard,
  onLink: (now) => { up = now; draw(); },
  onOut: () => {
    out = true;
    draw();
    if (fragment().code) enter(fragment().code);
  },
});
