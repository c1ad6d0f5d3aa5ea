// The door: who waits, whether the room is locked, its code, and who is not on the roster.

import { ask } from "../common.js";
import { act, alarm, complain, desk, find, make, post, roleTitle, show, sure, tell } from "./shared.js";

let way = null; // {address, code}, and at which change of the code it was asked for
let waited = 0;
let projector = null; // {address, code}: made in this window, works once

export function drawDoor() {
  const { view, say } = desk;
  const { locked, waiting, changes } = view.door;
  if (waiting.length > waited) tell(find("said"), say("waits_now", { n: waiting.length }));
  waited = waiting.length;
  if (find("people").open) askWay(changes);
  show(find("door-now"), [locked, waiting, way, projector, view.finished], () => (view.finished ? [] : [
    wayIn(changes),
    waiting.length > 0 && waits(waiting),
    make("p", { id: "locked" }, say(locked ? "is_locked" : "is_open")),
    make("div", { class: "row" },
      button("lock", say(locked ? "unlock" : "lock"), { act: locked ? "unlock" : "lock" }),
      sure("renew", say("renew"), say("renew_sure"), () => door({ act: "renew" })),
      sure("clear", say("clear"), say("clear_sure"), () => door({ act: "clear" })),
      make("button", { type: "button", id: "projector-code", onclick: askProjector }, say("projector_code"))),
    projector && elsewhere(),
  ]));
}

const door = (body) => act(body, find("door-alarm"), "/api/door");

export function startDoor() {
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

function wayIn(changes) {
  if (!way?.address) return null;
  return make("div", { id: "way-in" },
    make("img", { src: `/qr.svg?${changes}`, alt: desk.say("qr"), width: "132", height: "132" }),
    make("p", {}, desk.say("join_at"), make("br"), make("strong", {}, way.address), make("br"),
      desk.say("join_code"), " ", make("strong", { class: "code" }, way.code)));
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

async function askProjector() {
  const said = await post("/api/projector", {});
  complain(find("door-alarm"), said);
  if (!said.ok) return;
  projector = { address: said.address, code: said.code };
  drawDoor();
}

function elsewhere() {
  return make("p", { id: "projector-way" }, desk.say("projector_way"), make("br"), make("strong", {}, projector.address), make("br"),
    desk.say("join_code"), " ", make("strong", { class: "code" }, projector.code));
}
