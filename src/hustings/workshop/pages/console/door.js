// The door: who waits, whether the room is locked, its code, and who is not on the roster.

import { ask } from "../common.js";
import { icon } from "./icons.js";
import { act, alarm, desk, find, make, roleTitle, show, sure, tell } from "./shared.js";

let way = null; // {address, code}, and at which change of the code it was asked for
let waited = 0;

export function drawDoor() {
  const { view, say } = desk;
  const { locked, waiting, changes } = view.door;
  if (waiting.length > waited) tell(find("said"), say("waits_now", { n: waiting.length }));
  waited = waiting.length;
  if (find("people").open) askWay(changes);
  show(find("door-now"), [locked, waiting, way, view.finished], () => (view.finished ? [] : [
    wayIn(changes, locked),
    waiting.length > 0 && waits(waiting),
  ]));
  show(find("door-foot"), [view.finished], () => (view.finished ? [] : [
    sure("clear", say("clear"), say("clear_sure"), () => door({ act: "clear" }))]));
}

const door = (body) => act(body, find("door-alarm"), "/api/door");

let addPerson = () => {};

export function startDoor(adding) {
  addPerson = adding;
  const told = alarm();
  told.id = "door-alarm";
  find("door-now").after(told);
}

async function askWay(changes) {
  if (way?.changes === changes) return;
  way = { changes };
  const told = await ask("/api/room");
  way = told.ok ? { ...told, changes } : null;
  drawDoor();
}

function wayIn(changes, locked) {
  const { say } = desk;
  return make("div", { id: "way-in" },
    way?.address && make("img", { src: `/qr.svg?${changes}`, alt: say("qr"), width: "132", height: "132" }),
    make("div", {},
      way?.address && make("p", {}, way.address.replace(/^https?:\/\//, ""), " ", make("strong", { class: "code" }, way.code)),
      make("button", { type: "button", id: "lock", class: "switch", role: "switch", "aria-checked": String(locked), "aria-describedby": "locked",
        onclick: () => door({ act: locked ? "unlock" : "lock" }) }, make("i", { "aria-hidden": "true" }), say("lock")),
      make("p", { id: "locked", class: "quiet" }, say(locked ? "is_locked" : "is_open")),
      make("div", { class: "row" },
        sure("renew", say("renew"), say("renew_sure"), () => door({ act: "renew" })),
        make("button", { type: "button", id: "add-person", onclick: () => addPerson() }, icon("plus"), say("add_person")))));
}

function waits(waiting) {
  const { say } = desk;
  return make("section", { id: "waiting", class: "waiting" },
    make("h3", {}, say("waiting", { n: waiting.length })),
    make("ul", { class: "roster" }, waiting.map((one) => make("li", {},
      make("p", {}, make("strong", {}, one.name || say("no_name")), " ", make("span", { class: "quiet" }, roleTitle(one.role))),
      make("div", { class: "row" },
        button(`admit-${one.number}`, say("admit"), { act: "admit", number: one.number }),
        button(`turn-${one.number}`, say("turn_away"), { act: "turn_away", number: one.number }))))),
    waiting.length > 1 && make("div", { class: "row" },
      button("admit-all", say("admit_all"), { act: "admit" }),
      sure("turn-all", say("turn_all"), say("turn_all_sure"), () => door({ act: "turn_away" }))));
}

const button = (id, title, body) => make("button", { type: "button", id, onclick: () => door(body) }, title);
