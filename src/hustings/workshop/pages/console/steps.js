// The one step that comes next, what else may be done, and what a key or the big button does.

import { tell } from "../common.js";
import { following } from "./agenda.js";
import { asVoted, chosen, recordDecision, startDecision, submitDecision } from "./decision.js";
import { openFacts, saveAndStart, saveForNow } from "./facts.js";
import { arrangeAll, leavePlan } from "./plan.js";
import { act, desk, emptied, find, firstVote, kept, lines, make, nextOf, practiceComes, show, sure, text } from "./shared.js";
import { startReopening } from "./question.js";
import { projected, startWall } from "./wall.js";

const ROUNDS = 2;

const STEPS = {
  open: (shown) => simple({ act: "open", question: shown.question.id }),
  close: (shown) => simple({ act: "close", question: shown.question.id, round: shown.round }),
  cancel: (shown) => simple({ act: "cancel", question: shown.question.id, round: shown.round }),
  reveal: (shown) => simple({ act: "reveal", question: shown.question.id, round: shown.round }),
  discuss: (shown) => simple({ act: "discuss", question: shown.question.id }),
  show: async (shown) => {
    const vote = { question: shown.question.id, round: shown.round };
    if (await simple({ act: "close", ...vote })) await simple({ act: "reveal", ...vote });
  },
  record: () => submitDecision(),
  record_next: async () => {
    const next = after();
    if (await recordDecision()) await forward(next);
  },
  decide: () => startDecision(),
  park: (shown) => startParking(shown),
  facts: () => openFacts(),
  facts_start: () => saveAndStart(),
  facts_save: () => saveForNow(),
  plan_done: () => leavePlan(),
  plan_weight: () => arrangeAll("weightiest"),
  plan_planned: () => arrangeAll("as_planned"),
  skip: async (shown) => {
    const next = after();
    if (await simple({ act: "skip", question: shown.question.id })) await forward(next);
  },
  unskip: (shown) => simple({ act: "unskip", question: shown.question.id }),
  undo: async (shown) => { if (await simple({ act: "undo", question: shown.question.id })) await desk.go(shown.question.id); },
  reopen: () => startReopening(),
  next: () => forward(following()),
  room: () => desk.go("", true),
  readback: () => desk.readback(),
  practise: async () => {
    desk.practised = true;
    if (await simple({ act: "practise" })) desk.go("");
  },
  practice_over: async () => { if (await simple({ act: "practice_over" })) await desk.go(firstVote()); },
  practice_next: async () => { if (await simple({ act: "practice_over" })) await forward(firstVote() || following()); },
};
const KINDS = { open: "opened", show: "closed", close: "closed", cancel: "cancelled", reveal: "revealed", discuss: "discussing", park: "parked", skip: "skipped", undo: "undone", reopen: "reopened" };
// The next question stands on the wall to be read before its vote opens.
export async function forward(name) {
  if (name && !desk.view.finished && !busy()) await projected({ what: "question", question: name });
  await desk.go(name, true);
}

// What comes once this question is recorded.
function after() {
  const left = lines().filter((line) => !line.done && !line.skipped && line.id !== desk.shown.question.id);
  return nextOf(left)?.id ?? "";
}

// How the answer is recorded: as the votes say, and on; or another one, which stays to be seen.
function recording(shown) {
  return asVoted(shown) && after() ? "record_next" : "record";
}

function recordTitle(shown) {
  const picked = chosen(shown) ?? "";
  const letter = picked.startsWith("option ") && shown.letters[picked.slice(7)];
  if (!shown.question.votable) return "record_free";
  return letter && shown.votes_say && recording(shown) === "record" && after() ? "record_other" : "record";
}

const NAMES = { practise: (shown) => (shown.practice ? "practise_again" : "practise"), open: (shown) => (shown.round > 0 ? "open_again" : "open"), record: recordTitle, record_next: (shown) => (letterOf(shown) ? "record_next" : "record_on") };

const simple = (body) => act(body, find("step-alarm"));

// What may be done now: the first is the next step, the others are smaller.
const SHEETS = { facts: ["facts_start", "facts_save"], plan: ["plan_done", "plan_weight", "plan_planned"] };

export function steps(shown) {
  if (desk.sheet) return SHEETS[desk.sheet];
  if (!shown) return [desk.view.finished ? "readback" : "next"];
  const known = shown.practice ? practised(shown) : planned(shown);
  const [first, ...rest] = known.filter((name) => may(shown, name));
  const practice = !shown.practice && desk.view.practice && !desk.view.current && "practise";
  return (practice && practiceFirst(first) ? [practice, first, ...rest.filter((name) => name !== "facts" && name !== "next")] : [first, practice, ...rest]).filter(Boolean);
}

// Whoever is led by the button practises before the first question, when somebody is there to vote.
const practiceFirst = (first) => first === "open" && (!desk.look || desk.look === desk.led) && practiceComes() && desk.view.seats.some((seat) => seat.joined);

// The practice vote counts for nothing: it is voted on, shown, and left.
function practised(shown) {
  switch (shown.phase) {
    case "open": return ["show", "close", "practice_over"];
    case "closed": return ["reveal", "practice_over"];
    default: return ["practice_next", "practise"];
  }
}

function planned(shown) {
  const more = shown.round < ROUNDS;
  switch (shown.phase) {
    case "open": return ["show", "close", "cancel"];
    case "closed": return ["reveal", "cancel"];
    case "revealed":
      return more && shown.votes_say?.discuss ? ["discuss", "record", "open", "park"] : [recording(shown), "discuss", "park"];
    case "discussing": return more ? ["open", "record", "park"] : [recording(shown), "park"];
    case "decided": case "unresolved": return [following() && !desk.view.finished ? "next" : "readback", desk.view.finished && "reopen", "undo"].filter(Boolean);
    default: return untouched(shown);
  }
}

function untouched(shown) {
  if (busy() && shown.question.votable) return ["room", "decide"];
  const aside = shown.skipped ? ["unskip", "next"] : ["skip", "next"];
  if (!shown.question.votable) return [...(written() ? ["record", "facts"] : ["facts", "record"]), "park", ...aside];
  if (shown.phase === "parked") return ["open", "decide", ...aside];
  return shown.answer ? ["next", "open", "park"] : ["open", "facts", "park", ...aside];
}

// Whether an answer to this fact is written or chosen already; else all of them are filled in on one form.
const written = () => {
  const form = find("decision");
  const circle = form?.querySelector("fieldset.answer input[type=radio]:checked");
  const value = form?.querySelector("#value");
  return Boolean(circle && circle.value !== "value") || Boolean(value?.value || value?.querySelector?.(":checked"));
};

const busy = () => lines().some((line) => line.phase === "open" || line.phase === "closed");

function may(shown, name) {
  if (["record", "record_next", "decide"].includes(name)) return shown.can.includes("decided");
  if (name === "facts") return desk.view.facts.length > 1 && desk.view.facts.includes(shown.question.id) && !desk.view.finished;
  if (name === "next") return following() !== "" && following() !== shown.question.id;
  return !(name in KINDS) || shown.can.includes(KINDS[name]);
}

const title = (shown, name) => desk.say(`do_${shown && NAMES[name] ? NAMES[name](shown) : name}`, { letter: letterOf(shown) });

const letterOf = (shown) => (shown ? shown.letters[(chosen(shown) ?? "").slice(7)] ?? "" : "");

export function drawSteps(shown) {
  const [first, ...rest] = steps(shown);
  const button = find("step");
  tell(button, first ? title(shown, first) : "");
  button.dataset.step = first ?? "";
  button.classList.toggle("full", !desk.sheet && Boolean(shown?.full) && first === "show");
  tell(find("then"), hint(shown, first));
  show(find("others"), [desk.sheet, shown?.question.id, shown?.round, rest, rest.map((name) => title(shown, name))], () => rest.map((name) => other(shown, name)));
}

// What comes after the big button, or what it is good for.
function hint(shown, first) {
  if (first === "practise" && !shown.practice) return desk.say("practise_help");
  if (desk.sheet === "plan") return desk.say("plan_keys");
  return shown && ["record_next", "next"].includes(first) ? nextText(first) : "";
}

function nextText(first) {
  const next = lines().find((line) => line.id === (first === "next" ? following() : after()));
  return next ? desk.say("then", { question: next.text }) : "";
}

const LOUDER = ["discuss", "record", "facts", "practise", "facts_save", "open"];

// What cannot be taken back wants to be pressed twice.
const other = (shown, name) => (name === "cancel"
  ? sure("do-cancel", title(shown, name), desk.say("cancel_sure"), () => take(name))
  : make("button", { type: "button", id: `do-${name}`, class: LOUDER.includes(name) ? "" : "still", onclick: () => take(name) }, title(shown, name)));

// Do a step by name, if it can be done now. False if it cannot.
export function take(name) {
  if (!steps(desk.shown).includes(name)) return false;
  find("step-alarm").hidden = true;
  STEPS[name](desk.shown);
  return true;
}

const CALM = 500; // milliseconds in which a double click must not take two steps, since the button becomes the next one

export function press() {
  const button = find("step");
  if (button.getAttribute("aria-disabled")) return;
  button.setAttribute("aria-disabled", "true");
  setTimeout(() => button.removeAttribute("aria-disabled"), CALM);
  take(button.dataset.step);
}

// --- parking -----------------------------------------------------------------------------------------------------

function startParking(shown) {
  find("park-question").textContent = shown.question.text;
  find("park").showModal();
}

export function startSteps() {
  find("step").addEventListener("click", press);
  find("decide").addEventListener("input", () => drawSteps(desk.shown));
  startWall();
  const form = kept(find("park-form"), "park");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const question = desk.shown.question.id;
    const done = await act({ act: "park", question, text: text(form, "text") }, form.querySelector(".alarm"));
    if (!done) return;
    emptied(form, "park");
    find("park").close();
    forward(following());
  });
}

