// The middle: the question at hand, and what the room said to it.

import { chip, tell } from "../common.js";
import { icon } from "./icons.js";
import { drawMeaning } from "./meaning.js";
import { drawCards } from "./cards.js";
import { besideVotes, drawDecide } from "./decision.js";
import { decided, histogram } from "./shown_votes.js";
import { drawSteps } from "./steps.js";
import { act, alarm, desk, emptied, field, find, fold, kept, lines, make, show, text } from "./shared.js";

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
  find("question").dataset.mode = desk.sheet ? "" : mode(shown);
  show(find("head"), [shown.question, shown.phase, shown.phase_text, shown.round, shown.place, onWall(shown)], () => head(shown));
  show(find("choices"), [shown.question, FREE.includes(shown.phase), shown.answer], () => choices(shown));
  show(find("result"), [shown.question.id, shown.phase, shown.rounds, shown.votes_say, shown.finding, shown.by_role, shown.can], () => result(shown));
  show(find("notes"), [shown.question.id, shown.notes, shown.hidden], () => notes(shown));
  show(find("made"), [shown.question.id, shown.decision, shown.former, shown.can, shown.odd, shown.at_target], () => made(shown));
  drawDecide(shown);
  drawCards(shown);
  drawMeaning(shown);
  tell(find("counted"), [shown.counted, shown.entered].filter(Boolean).join(" · ") || view.cancelled);
  drawCount(shown.count);
  tell(find("same-names"), shown.same_names);
  drawSteps(shown);
}

function drawNothing() {
  find("question").dataset.mode = "";
  drawCount([]);
  for (const id of ["head", "choices", "result", "notes", "made", "decide", "cards", "meaning"]) show(find(id), [null], () => []);
  tell(find("counted"), "");
  tell(find("same-names"), "");
  drawSteps(null);
}

// --- what is asked -----------------------------------------------------------------------------------------------

// Voting is blue, talking amber, done green; ink once the votes are closed.
function mode(shown) {
  if (shown.phase === "open") return shown.full ? "full" : "open";
  return { closed: "ink", revealed: "ink", discussing: "talk", decided: "done", unresolved: "ink" }[shown.phase] ?? "";
}

const onWall = (shown) => shown.question.id === (desk.view.projected.question || (desk.view.projected.kind === "room" && desk.view.current?.question.id));

function head(shown) {
  const { say } = desk;
  const asked = shown.question;
  const gated = lines().find((line) => line.id === asked.id)?.gate;
  const [at, all] = shown.place;
  return [
    make("p", { class: "place" },
      make("span", {}, asked.section), " ", at > 0 && make("span", {}, say("place", { n: at, all })), " ",
      gated && make("span", { class: "gate" }, icon("shield"), make("span", {}, say("gate"))), " ",
      make("span", { class: `phase ${shown.phase}` }, onWall(shown) && icon("wall"),
        make("span", {}, shown.phase_text, shown.round > 1 && ` · ${say("round", { n: shown.round })}`))),
    make("h2", { id: "asked", tabindex: "-1" }, asked.text),
    asked.help && FREE.includes(shown.phase) && make("p", { class: "help" }, asked.help),
  ];
}

const MOST_PIPS = 12;

function drawCount(count) {
  const [cast = 0, all = 0] = count;
  show(find("pips"), [cast, all], () => (all && all <= MOST_PIPS ? Array.from({ length: all }, (_, at) => make("i", { class: at < cast && "on" })) : []));
  find("count").hidden = find("counted").hidden;
  find("count").classList.toggle("notice", !all);
}

function choices(shown) {
  const asked = shown.question;
  const before = shown.phase === "draft" && shown.answer
    && make("p", { class: "before" }, make("strong", {}, desk.say("answered_before")), " ", shown.answer);
  if (!FREE.includes(shown.phase) || !asked.votable) return before;
  const list = make("ul", { class: "choices" }, asked.choices.map((choice) => make("li", {},
    shown.letters[choice.id] && make("b", { class: "letter", "aria-hidden": "true" }, shown.letters[choice.id]), make("span", {}, choice.text))));
  return [before, asked.choices.length > MANY ? fold("all-choices", desk.say("choices"), false, list) : list];
}

// --- what the room said ------------------------------------------------------------------------------------------

function result(shown) {
  const { say } = desk;
  const said = shown.votes_say;
  if (!shown.rounds.length) return [];
  const one = besideVotes(shown);
  const talk = said?.discuss && said.lowest && said.lowest !== said.highest && shown.rounds.length < ROUNDS;
  return [
    make("h3", { class: one ? "unseen" : "" }, say("result")),
    one && finding(shown, !talk),
    talk ? ends(said, !shown.decision) : said?.effect && make("p", { class: "hangs" }, make("strong", {}, say("hangs")), " ", said.effect),
    one ? heads(shown) : histogram(shown.rounds, say),
    shown.by_role.length > 0 && fold("by-role", say("by_role"), false,
      make("dl", { class: "meaning" }, shown.by_role.map((role) => make("div", {}, make("dt", {}, role.title), make("dd", {}, role.says)))),
      make("p", { class: "quiet" }, say("by_role_help"))),
    said && !one && make("p", { class: "votes-say" }, make("strong", {}, say("votes_say")), " ", said.text),
  ];
}

// How far the room agrees, in one line, and what it is asked now.
function finding(shown, asks) {
  const found = shown.finding;
  const chips = shown.rounds.flatMap((round, at) => [at > 0 && make("span", { class: "quiet", "aria-hidden": "true" }, "→"), chip(round)]);
  return make("p", { class: "finding" }, chips, " ",
    found && make("span", {}, shown.rounds.length > 1 ? found.title : found.line), " ",
    found && asks && shown.can.includes("decided") && make("strong", {}, found.ask.title));
}

// The heads of the table below, in which each answer has its votes beside it.
function heads({ rounds, can }) {
  return make("div", { class: rounds.length > 1 ? "heads two" : "heads" },
    make("div", { class: "rounds" },
      make("span", { class: "of" }, can.includes("decided") && desk.say("decision")),
      rounds.map((round) => make("div", { class: "round" },
        round.title && make("h3", {}, round.title),
        make("span", { class: "votes" }, [rounds.length === 1 && round.agreement, round.votes, round.abstained].filter(Boolean).join(" · ")),
        round.few && make("p", {}, round.few)))));
}

// Both ends of the votes; whoever gave them is asked for reasons until something is decided.
function ends(said, asks) {
  const { say } = desk;
  return make("div", { class: "ends" },
    make("ul", {},
      make("li", {}, make("strong", {}, say("lowest")), " ", said.lowest),
      make("li", {}, make("strong", {}, say("highest")), " ", said.highest)),
    make("p", {}, said.effect && make("strong", {}, say("hangs")), " ", said.effect, " ", asks && make("span", { class: "quiet" }, say("ask_reasons"))));
}

function notes(shown) {
  const { say } = desk;
  if (!shown.notes.length && !shown.hidden.length) return [];
  return [
    make("h2", {}, say("notes"), shown.notes.length > 0 && make("span", { class: "badge" }, String(shown.notes.length))),
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
    shown.decision && decided(shown.decision, say, shown.phase === "unresolved"),
    gain,
    odd,
    shown.former.length > 0 && make("p", { class: "quiet" }, say("former"), " ", shown.former.join("; ")),
    shown.can.includes("reopened") && fold("reopen", say("reopen"), false, reopening(shown.question.id)),
  ];
}

// Unfold the form in which a decision is opened again.
export function startReopening() {
  const folded = find("reopen");
  if (!folded) return;
  folded.open = true;
  find("reopen-text").focus();
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
