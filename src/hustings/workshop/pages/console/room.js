// The people in the room, the read-back, and the end.

import { ask, upload } from "../common.js";
import { sides } from "./shown_votes.js";
import { drawDoor, startDoor } from "./door.js";
import { logged } from "./side.js";
import { startReopening } from "./question.js";
import { icon } from "./icons.js";
import { act, alarm, complain, desk, emptied, field, find, fold, forgetAll, kept, leaveMenu, make, option, post, roleTitle, show, sure, tell, text } from "./shared.js";

let changing = 0; // the seat that is being changed, 0 for a new one
const links = new Map(); // personal links that were made in this window

// --- people ------------------------------------------------------------------------------------------------------

export function startRoom() {
  find("people-button").addEventListener("click", openPeople);
  find("readback-button").addEventListener("click", () => { leaveMenu(); desk.readback(); });
  find("finish-button").addEventListener("click", openFinish);
  find("finish-form").addEventListener("submit", finish);
  startDoor(() => change(null, true));
  startSitting();
  find("sheet").addEventListener("change", takeSheets);
}

function openPeople() {
  find("people").showModal();
  drawPeople();
}

export function drawPeople() {
  const { view, say } = desk;
  const joined = view.seats.filter((seat) => seat.joined).length;
  const waits = view.door.waiting.length;
  tell(find("people-told"), say(joined < view.seats.length ? "here_of" : "here", { n: joined, all: view.seats.length }));
  tell(find("people-wait"), waits ? say("wait_of", { n: waits }) : "");
  tell(find("people-title"), say("people_title", { n: joined, all: view.seats.length }));
  drawDoor();
  show(find("roster"), [view.seats, view.roles, [...links]], () => (view.seats.length
    ? [group("here_now", view.seats.filter((seat) => seat.joined)), group("not_joined", view.seats.filter((seat) => !seat.joined))]
    : make("p", { class: "quiet" }, say("roster_empty"))));
  find("people-button").hidden = view.finished;
  find("sheets").hidden = !view.sheets || view.finished;
}

const group = (title, seats) => (seats.length
  ? make("section", {}, make("h3", {}, desk.say(title)), make("ul", { class: "roster" }, seats.map(person))) : null);

function person(seat) {
  const { say } = desk;
  const told = [roleTitle(seat.role) || say("role_none"), seat.observer && say("observes")];
  const link = links.get(seat.number);
  const more = fold(`more-${seat.number}`, icon("more"), false,
    make("div", { class: "row" },
      make("button", { type: "button", id: `link-${seat.number}`, onclick: () => invite(seat) }, say("link")),
      make("button", { type: "button", id: `change-${seat.number}`, onclick: () => change(seat) }, say("change")),
      sure(`rise-${seat.number}`, say("remove"), say("remove_sure"), () => act({ act: "rise", seat: seat.number }, find("door-alarm")))));
  more.firstChild.setAttribute("aria-label", say("more_for", { name: seat.name }));
  return make("li", {},
    make("span", { class: seat.joined ? "dot on" : "dot", "aria-hidden": "true" }),
    make("p", { title: seat.name }, make("strong", {}, seat.name), " ", make("span", { class: "quiet" }, told.filter(Boolean).join(" · "))),
    more,
    seat.same_name && make("p", { class: "warning" }, seat.same_name),
    link && make("div", { class: "link" },
      make("label", { for: `address-${seat.number}` }, say("link_of", { name: seat.name })),
      make("div", { class: "row" },
        make("input", { id: `address-${seat.number}`, readonly: true, value: link }),
        make("button", { type: "button", id: `copy-${seat.number}`, onclick: () => copy(`address-${seat.number}`) }, say("copy"))),
      make("p", { class: "quiet" }, say("link_help"))));
}

async function invite(seat) {
  const said = await post("/api/link", { seat: seat.number });
  complain(find("door-alarm"), said);
  if (!said.ok) return;
  links.set(seat.number, said.link);
  drawPeople();
  find(`address-${seat.number}`).select();
}

// The clipboard's own way needs TLS or this machine; the old one works everywhere.
async function copy(id) {
  const input = find(id);
  input.select();
  try {
    await navigator.clipboard.writeText(input.value);
  } catch {
    document.execCommand("copy");
  }
  find("said").textContent = desk.say("copied");
}

function startSitting() {
  const { say } = desk;
  const form = find("sit");
  form.append(
    make("h3", { id: "sit-title" }, say("add_person")),
    make("div", { class: "pair wide" },
      field("sit-name", say("name"), make("input", { name: "name", maxlength: "60", required: true })),
      field("sit-role", say("role"), make("select", { name: "role" }, option("", say("no_role"))))),
    make("label", { class: "tick" }, make("input", { type: "checkbox", name: "observer", value: "yes" }), " ", say("observer")),
    alarm(),
    make("div", { class: "row" }, make("button", { class: "main", id: "sit-do" }, say("add")),
      make("button", { type: "button", id: "sit-cancel", onclick: () => change(null) }, say("cancel"))));
  form.elements.role.append(...desk.view.roles.map((role) => option(role.id, role.title)));
  kept(form, "sit");
  form.addEventListener("submit", (event) => { event.preventDefault(); sit(form); });
}

// Filled worksheets, one after the other; what was taken from each is said beside it.
async function takeSheets() {
  const { say } = desk;
  const input = find("sheet");
  const lines = [];
  for (const file of input.files) {
    tell(find("sheet-told"), say("sheet_reading", { name: file.name }));
    const told = await upload("/api/sheet", file);
    const why = told.status ? [told.what, told.hint] : [say("unreachable")];
    lines.push(`${file.name}: ${(told.ok ? told.lines : why.filter(Boolean)).join(" ")}`);
  }
  tell(find("sheet-told"), lines.join("\n"));
  input.value = "";
}

async function sit(form) {
  const body = { act: "sit", name: text(form, "name"), role: text(form, "role"), observer: form.elements.observer.checked };
  if (changing) body.seat = changing;
  if (!(await act(body, form.querySelector(".alarm")))) return;
  emptied(form, "sit");
  change(null, !body.seat);
}

// Fill the form with somebody who is there, or make it ready for somebody new; else it is put away.
function change(seat, adding = false) {
  const form = find("sit");
  form.hidden = !(seat || adding);
  if (form.hidden) find("add-person")?.focus();
  changing = seat?.number ?? 0;
  emptied(form, "sit");
  find("sit-title").textContent = desk.say(seat ? "change_person" : "add_person");
  find("sit-do").textContent = desk.say(seat ? "save" : "add");
  if (seat) {
    form.elements.name.value = seat.name;
    form.elements.role.value = seat.role;
    form.elements.observer.checked = seat.observer;
  }
  if (!form.hidden) find("sit-name").focus();
}

// --- read-back ---------------------------------------------------------------------------------------------------

export async function drawReadback() {
  const { say } = desk;
  const told = await ask("/api/readback");
  if (!told.ok) return;
  show(find("readback"), [told], () => [
    make("div", { class: "title" }, make("h2", { tabindex: "-1", id: "readback-title" }, say("readback_title")),
      make("button", { type: "button", id: "readback-back", onclick: () => desk.readback(false) }, say("back"))),
    make("p", { class: "index" }, say("index"), " ", make("strong", {}, told.index), " · ", make("strong", {}, told.band)),
    make("p", { class: "quiet" }, say("index_help")),
    desk.view.results && make("p", { id: "files", class: "row" }, say("files"), FILES.map(file)),
    told.corrections && corrections(told.corrections),
    ...[told.known, told.unknown, told.plan].flatMap((part) => part.lines.length === 0 ? []
      : [make("h3", {}, part.title.replace(/\.$/, "")), make("ul", { class: "log" }, part.lines.map((line) => make("li", {}, line)))]),
    told.complete && make("p", {}, told.complete),
    make("h3", {}, say("decisions"), ` (${told.decisions.length})`),
    told.decisions.length ? make("ol", { class: "read" }, told.decisions.map(decision)) : make("p", {}, say("none_yet")),
    make("h3", {}, say("to_fetch")),
    told.fetch.length ? make("ul", { class: "log" }, told.fetch.map(brought)) : make("p", {}, say("none_yet")),
    make("h3", {}, say("still_open"), ` (${told.open.length})`),
    told.open.length ? make("ul", { class: "log" }, told.open.map((line) => make("li", {}, line.text, " ", make("span", { class: "quiet" }, line.phase_text))))
      : make("p", {}, say("nothing_open")),
    told.log.length > 0 && make("h3", {}, say("log")),
    told.log.length > 0 && make("ul", { class: "log" }, told.log.map(logged)),
  ]);
}

const FILES = ["workshop.xlsx", "counts.csv", "decisions.csv", "decisions.docx"];
const file = (name) => make("a", { class: "button", id: `file-${name.replace(".", "-")}`, href: `/api/results/${name}`, download: name },
  desk.say(`file_${name.replace(".", "_")}`));

function decision(one) {
  return make("li", {},
    make("p", {}, one.text, " ", make("button", { type: "button", class: "plain", id: `correct-${one.id}`, onclick: () => look(one.id) }, desk.say(desk.view.finished ? "correct_it" : "correct"))),
    one.voted ? make("p", { class: "quiet" }, [one.kind, one.dissent].filter(Boolean).join(" · ")) : null,
    one.voted ? sides(one, desk.say)
      : make("p", {}, make("strong", {}, one.answer), " ", make("span", { class: "quiet" }, [one.kind, one.dissent].filter(Boolean).join(" · "))),
    one.rationale && make("p", {}, one.rationale),
    one.dissent_text && make("p", {}, `“${one.dissent_text}”`));
}

// After the end a decision is looked at to be opened again.
async function look(name) {
  await desk.go(name, true);
  if (desk.view.finished) startReopening();
}

// The correction round: what to do, and what was corrected so far.
function corrections(made) {
  const { say } = desk;
  return make("section", { id: "corrections", class: "corrections" },
    make("h3", {}, say("corrections")),
    make("p", {}, say("corrections_help")),
    made.length > 0 && make("ul", { class: "log" }, made.map((one) => make("li", {}, one.text, " ",
      make("s", {}, one.before), " → ", make("strong", {}, one.now || say("none_yet")),
      one.why && make("span", { class: "quiet about" }, one.why)))));
}

function brought(entry) {
  return make("li", {},
    make("strong", {}, [entry.owner || desk.say("nobody"), entry.due].filter(Boolean).join(", ")), " ", entry.text,
    entry.question && make("span", { class: "quiet about" }, entry.question));
}

// --- the end -----------------------------------------------------------------------------------------------------

function openFinish() {
  leaveMenu();
  find("finish-left").textContent = desk.view.progress.left;
  find("finish-sure").checked = false;
  find("finish").showModal();
}

async function finish(event) {
  event.preventDefault();
  if (!(await act({ act: "finish" }, find("finish-form").querySelector(".alarm")))) return;
  forgetAll();
  find("finish").close();
  desk.readback();
}
