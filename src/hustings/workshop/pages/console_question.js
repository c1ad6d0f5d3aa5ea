// The middle: the question at hand, what the room said to it, and the one step that comes next.

import { chip, decided, histogram, tell } from "./common.js";
import { besideVotes, chosen, drawCards, drawDecide, recordDecision, startDecision, submitDecision } from "./console_forms.js";
import { following } from "./console_agenda.js";
import { openFacts } from "./console_facts.js";
import { projected, startWall } from "./console_wall.js";
import { act, alarm, desk, emptied, field, find, fold, kept, lines, make, roleTitle, show, sure, text } from "./console_desk.js";

const ROUNDS = 2;
const MANY = 9;
const FREE = ["draft", "open", "closed"];

export function drawQuestion() {
  const { shown, view, say } = desk;
  const before = view.current;
  const read = view.projected.kind !== "room"; // the wall shows something else on purpose
  const other = before && shown && !read && before.question.id !== shown.question.id ? before : null;
  show(find("elsewhere"), [other && other.question, other && other.phase_text], () => other && [
    say("elsewhere", { phase: other.phase_text }), " ",
    make("button", { type: "button", id: "to-room", class: "plain", onclick: () => desk.go("") }, other.question.text),
  ]);
  if (!shown) return drawNothing();
  show(find("head"), [shown.question, shown.phase, shown.phase_text, shown.round, shown.role, shown.evidence], () => head(shown));
  show(find("choices"), [shown.question, FREE.includes(shown.phase), shown.answer], () => choices(shown));
  show(find("result"), [shown.question.id, shown.phase, shown.rounds, shown.votes_say, shown.can], () => result(shown));
  show(find("notes"), [shown.question.id, shown.notes, shown.hidden], () => notes(shown));
  show(find("made"), [shown.question.id, shown.decision, shown.former, shown.can, shown.odd, shown.at_target], () => made(shown));
  drawDecide(shown);
  drawCards(shown);
  tell(find("counted"), [shown.counted, shown.entered].filter(Boolean).join(" · ") || view.cancelled);
  tell(find("same-names"), shown.same_names);
  drawSteps(shown);
}

function drawNothing() {
  for (const id of ["head", "choices", "result", "notes", "made", "decide", "cards"]) show(find(id), [null], () => []);
  tell(find("counted"), "");
  tell(find("same-names"), "");
  drawSteps(null);
}

// --- what is asked -----------------------------------------------------------------------------------------------

function head(shown) {
  const { say } = desk;
  const asked = shown.question;
  const gated = lines().find((line) => line.id === asked.id)?.gate;
  const more = [
    asked.help && !FREE.includes(shown.phase) && make("p", {}, asked.help),
    asked.why && make("p", {}, make("strong", {}, say("why")), " ", asked.why),
    shown.evidence && make("p", {}, make("strong", {}, say("proof")), " ", shown.evidence),
    shown.role && make("p", {}, make("strong", {}, say("who")), " ", roleTitle(shown.role)),
  ].filter(Boolean);
  return [
    make("p", { class: "place" }, asked.section, " ", make("span", { class: `phase ${shown.phase}` },
      shown.phase_text, shown.round > 1 && ` · ${say("round", { n: shown.round })}`),
      gated && " ", gated && make("span", { class: "gate" }, say("gate"))),
    make("h2", { id: "asked", tabindex: "-1" }, asked.text),
    asked.help && FREE.includes(shown.phase) && make("p", {}, asked.help),
    more.length > 0 && fold("more", say("more"), false, more),
  ];
}

function choices(shown) {
  const asked = shown.question;
  const before = shown.phase === "draft" && shown.answer
    && make("p", { class: "before" }, make("strong", {}, desk.say("answered_before")), " ", shown.answer);
  if (!FREE.includes(shown.phase) || !asked.votable) return before;
  const list = make("ul", { class: "choices" }, asked.choices.map((choice) => make("li", {}, choice.text)));
  return [before, asked.choices.length > MANY ? fold("all-choices", desk.say("choices"), false, list) : list];
}

// --- what the room said ------------------------------------------------------------------------------------------

function result(shown) {
  const { say } = desk;
  const said = shown.votes_say;
  if (!shown.rounds.length) return [];
  return [
    make("h3", { class: besideVotes(shown) ? "unseen" : "" }, say("result")),
    besideVotes(shown) ? heads(shown.rounds) : histogram(shown.rounds, say),
    said && !besideVotes(shown) && make("p", { class: "votes-say" }, make("strong", {}, say("votes_say")), " ", said.text),
    said?.discuss && said.lowest && said.lowest !== said.highest && ends(said),
    said?.effect && make("p", {}, make("strong", {}, say("hangs")), " ", said.effect),
  ];
}

// What each round came to; its counts stand beside the circles of the decision.
function heads(rounds) {
  return make("div", { class: rounds.length > 1 ? "heads two" : "heads" },
    make("div", { class: "rounds" }, rounds.map((round) => make("div", { class: "round" },
      round.title && make("h3", {}, round.title), chip(round), " ",
      make("span", { class: "votes" }, [round.agreement, round.votes, round.abstained].filter(Boolean).join(" · ")),
      round.few && make("p", {}, round.few)))));
}

function ends(said) {
  const { say } = desk;
  return make("div", { class: "ends" },
    make("p", {}, say("ask_reasons")),
    make("ul", {},
      make("li", {}, make("span", { class: "quiet" }, say("lowest")), " ", said.lowest),
      make("li", {}, make("span", { class: "quiet" }, say("highest")), " ", said.highest)));
}

function notes(shown) {
  const { say } = desk;
  if (!shown.notes.length && !shown.hidden.length) return [];
  return [
    make("h3", {}, say("notes")),
    make("p", { class: "quiet" }, say("notes_help")),
    make("ul", { class: "notes" }, shown.notes.map((text, at) => note(shown, text, `hide-${at}`, "hide", say("note_hide")))),
    shown.hidden.length > 0 && fold("hidden-notes", `${say("notes_hidden")} (${shown.hidden.length})`, false,
      make("ul", { class: "notes" }, shown.hidden.map((text, at) => note(shown, text, `unhide-${at}`, "unhide", say("note_unhide"))))),
    alarm(),
  ];
}

function note(shown, text, id, step, title) {
  const body = { act: step, question: shown.question.id, text };
  return make("li", {}, make("span", { id: `${id}-text`, dir: "auto" }, text), " ",
    make("button", { type: "button", id, "aria-describedby": `${id}-text`, onclick: () => act(body, find("notes").querySelector(".alarm")) }, title));
}

function made(shown) {
  const { say } = desk;
  const odd = shown.odd && make("p", { class: "warning", role: "status" }, shown.odd);
  const gain = shown.at_target && make("p", { class: "quiet" }, shown.at_target);
  if (!shown.decision && !shown.former.length) return [odd, gain];
  return [
    shown.decision && decided(shown.decision, say),
    gain,
    odd,
    shown.former.length > 0 && make("p", { class: "quiet" }, say("former"), " ", shown.former.join("; ")),
    shown.can.includes("reopened") && fold("reopen", say("reopen"), false, reopening(shown.question.id)),
  ];
}

function reopening(question) {
  const { say } = desk;
  const key = `reopen.${question}`;
  const form = make("form", { id: "reopen-form", autocomplete: "off" },
    field("reopen-text", say("reopen_why"), make("input", { name: "text", maxlength: "500" })),
    alarm(), make("button", {}, say("reopen_do")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const done = await act({ act: "reopen", question, text: text(form, "text") }, form.querySelector(".alarm"));
    if (done) emptied(form, key);
  });
  return kept(form, key);
}

// --- the next step -----------------------------------------------------------------------------------------------

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
  skip: async (shown) => {
    const next = after();
    if (await simple({ act: "skip", question: shown.question.id })) await forward(next);
  },
  unskip: (shown) => simple({ act: "unskip", question: shown.question.id }),
  undo: async (shown) => { if (await simple({ act: "undo", question: shown.question.id })) await desk.go(shown.question.id); },
  next: () => forward(following()),
  room: () => desk.go("", true),
  readback: () => desk.readback(),
  practise: async () => { if (await simple({ act: "practise" })) desk.go(""); },
  practice_over: () => simple({ act: "practice_over" }),
  practice_next: async () => { if (await simple({ act: "practice_over" })) await forward(following()); },
};
const KINDS = { open: "opened", show: "closed", close: "closed", cancel: "cancelled", reveal: "revealed", discuss: "discussing", park: "parked", skip: "skipped", undo: "undone" };
// The next question stands on the wall to be read before its vote opens.
async function forward(name) {
  if (name && !desk.view.finished && !busy()) await projected({ what: "question", question: name });
  await desk.go(name, true);
}

// What comes once this question is recorded.
function after() {
  const left = lines().filter((line) => !line.done && !line.skipped && line.id !== desk.shown.question.id);
  return (left.find((line) => line.phase === "draft") ?? left[0])?.id ?? "";
}

// How the answer is recorded: as the votes say, and on; or another one, which stays to be seen.
function recording(shown) {
  const said = shown.votes_say;
  const picked = chosen(shown);
  const same = said?.state === "answered" ? picked === `option ${said.value}` : said?.state === "dont_know" && picked === said.state;
  return same && after() ? "record_next" : "record";
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
export function steps(shown) {
  if (!shown) return [desk.view.finished ? "readback" : "next"];
  const known = shown.practice ? practised(shown) : planned(shown);
  const [first, ...rest] = known.filter((name) => may(shown, name));
  return [first, !shown.practice && desk.view.practice && !desk.view.current && "practise", ...rest].filter(Boolean);
}

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
    case "decided": case "unresolved": return [following() && !desk.view.finished ? "next" : "readback", "undo"];
    default: return untouched(shown);
  }
}

function untouched(shown) {
  if (busy() && shown.question.votable) return ["room", "decide"];
  const aside = shown.skipped ? ["unskip", "next"] : ["skip", "next"];
  if (!shown.question.votable) return ["record", "facts", "park", ...aside];
  if (shown.phase === "parked") return ["open", "decide", ...aside];
  return shown.answer ? ["next", "open", "decide", "park"] : ["open", "facts", "decide", "park", ...aside];
}

const busy = () => lines().some((line) => line.phase === "open" || line.phase === "closed");

function may(shown, name) {
  if (["record", "record_next", "decide"].includes(name)) return shown.can.includes("decided");
  if (name === "facts") return desk.view.facts.length > 1 && desk.view.facts.includes(shown.question.id) && !desk.view.finished;
  if (name === "next") return following() !== "" && following() !== shown.question.id;
  return !(name in KINDS) || shown.can.includes(KINDS[name]);
}

const title = (shown, name) => desk.say(`do_${shown && NAMES[name] ? NAMES[name](shown) : name}`, { letter: letterOf(shown) });

const letterOf = (shown) => (shown ? shown.letters[(chosen(shown) ?? "").slice(7)] ?? "" : "");

function drawSteps(shown) {
  const [first, ...rest] = steps(shown);
  const button = find("step");
  tell(button, first ? title(shown, first) : "");
  button.dataset.step = first ?? "";
  button.classList.toggle("full", Boolean(shown?.full) && first === "show");
  show(find("others"), [shown?.question.id, shown?.round, rest, rest.map((name) => title(shown, name))], () => rest.map((name) => other(shown, name)));
}

// What cannot be taken back wants to be pressed twice.
const other = (shown, name) => (name === "cancel"
  ? sure("do-cancel", title(shown, name), desk.say("cancel_sure"), () => take(name))
  : make("button", { type: "button", id: `do-${name}`, onclick: () => take(name) }, title(shown, name)));

// Do a step by name, if it can be done now. False if it cannot.
export function take(name) {
  if (!steps(desk.shown).includes(name)) return false;
  find("step-alarm").hidden = true;
  STEPS[name](desk.shown);
  return true;
}

const CALM = 500; // milliseconds in which a double click must not take two steps, since the button becomes the next one

function press() {
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

export function startQuestion() {
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

