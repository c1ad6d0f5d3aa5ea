// A participant's phone. What was tapped is kept on the phone first and then sent, until the server says that it has it;
// a tap that arrives twice counts once.

import { ask, countdown, decided, find, fragment, histogram, labels, live, make, post, random, show, spoken, store, tell, used, worded } from "./common.js";

let words = null;
let view = null;
let line = null;
let out = false;
let given = {}; // what was typed to come in
let entered = false; // a code was taken, and the seat has not been seen yet
let up = true;
let preparing = null; // {questions, at}
let refusal = ""; // why the last vote, or a link, was not taken
let invited = Boolean(fragment().link); // a personal link waits for its button: a preview of it must not use it up
const say = (name, values) => words.say(name, values);
const onTimer = countdown(find("timer"), () => navigator.vibrate?.(200));

// Light or dark, as the phone is.
const dark = matchMedia("(prefers-color-scheme: dark)");
const shade = () => document.documentElement.classList.toggle("dark", dark.matches);
dark.addEventListener("change", shade);
shade();

// --- language ------------------------------------------------------------------------------------------------------

async function speak(codes) {
  words = await labels("phone", codes);
  document.documentElement.lang = words.language;
  document.title = say("title");
  find("title").textContent = say("title");
  find("language-label").textContent = say("language");
  const select = find("language");
  select.replaceChildren(...words.languages.map((one) => make("option", { value: one.code, lang: one.code }, one.title)));
  select.value = words.language;
  select.hidden = words.languages.length < 2;
  worded();
}

find("language").addEventListener("change", async (event) => {
  const code = event.target.value;
  store.set("language", code);
  if (!out) await post("/api/me", { language: code });
  await speak([code]);
  if (preparing) await prepare(preparing.at);
  draw();
});

// --- votes that wait -----------------------------------------------------------------------------------------------

// A vote is for one opening of a round: one that was cancelled and opened again is another.
const same = (one, other) => one.question === other.question && one.round === other.round && (one.opening ?? 0) === (other.opening ?? 0);
const waiting = () => store.get("waiting", []);
let sending = false;
let pause = 0;

function keep(vote) {
  refusal = "";
  store.set("waiting", [...waiting().filter((other) => !same(other, vote)), { ...vote, tap: random() }]);
  send();
}

async function send() {
  const [first] = waiting();
  if (sending || !first) return;
  sending = true;
  draw();
  const { text, ...vote } = first;
  const answer = await post("/api/vote", vote);
  sending = false;
  if (answer.status === 0 || answer.status >= 500 || answer.status === 429) {
    clearTimeout(pause);
    pause = setTimeout(send, 2000);
  } else {
    store.set("waiting", waiting().filter((other) => other.tap !== first.tap));
    if (answer.ok) done(first, answer.new);
    else refusal = [elsewhere(first) && `“${text}”`, answer.what, answer.hint].filter(Boolean).join(" ");
    send();
  }
  draw();
}

// The room has gone on: it must be said which vote was not taken.
const elsewhere = (vote) => !same(vote, here() ?? {});

// A tap that the server had before may have been followed by another window's: then its view is the truth.
function done(vote, isNew) {
  const kept = { said: vote.said, pick: vote.pick, note: vote.note };
  if (isNew && view?.question && same(vote, { question: view.question.id, round: view.round, opening: view.opening })) view.own = kept;
  const prepared = preparing?.questions.find((question) => same(vote, { question: question.id, round: 0 }));
  if (prepared) prepared.own = kept;
}

// --- coming in -----------------------------------------------------------------------------------------------------

function joining() {
  const form = find("join");
  const roles = [make("option", { value: "" }, say("no_role")), ...words.roles.map((role) => make("option", { value: role.id }, role.title))];
  const was = { ...given, ...Object.fromEntries(new FormData(form)) };
  show(form, ["join", words.language], () => [
    make("p", { id: "join-alarm", class: "alarm", role: "alert", hidden: true }),
    field("code", { value: was.code ?? fragment().code ?? "", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: 12, required: true }, "code_help"),
    field("name", { value: was.name ?? "", autocomplete: "off", maxlength: 60 }, "name_help"),
    make("div", {}, make("label", { for: "role" }, say("role")), make("select", { id: "role", name: "role" }, roles)),
    make("label", { class: "choice" }, make("input", { type: "checkbox", name: "observer", checked: was.observer === "on" }), say("observer")),
    make("p", { class: "hint private" }, say("private")),
    make("button", { class: "main" }, say("join")),
  ]);
  find("role").value = was.role ?? "";
}

function invitation() {
  show(find("join"), ["link", words.language], () => [
    make("h2", {}, say("link")),
    make("p", { id: "link-help" }, say("link_help")),
    make("button", { class: "main", "aria-describedby": "link-help" }, say("link_enter")),
  ]);
}

function field(name, attributes, help) {
  return make("div", { class: name },
    make("label", { for: name }, say(name)),
    make("input", { id: name, name, "aria-describedby": `${name}-help`, ...attributes }),
    make("p", { class: "hint", id: `${name}-help` }, say(help)));
}

find("join").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (invited) return byLink();
  given = Object.fromEntries(new FormData(event.target));
  await enter({ code: given.code, name: given.name, role: given.role, language: words.language, observer: given.observer === "on" });
});

async function enter(given) {
  const answer = await post("/api/enter", given);
  if (answer.ok) {
    entered = true;
    out = false;
    line.again();
  } else {
    const told = [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline");
    if (find("join-alarm")) {
      tell(find("join-alarm"), told);
      find("code").focus();
    }
  }
}

// --- the question --------------------------------------------------------------------------------------------------

// The fields of a vote: choices, and what is none of them. `own` is ticked.
function choices(question, own, name) {
  const kind = question.multiple ? "checkbox" : "radio";
  const ticked = own?.said === "option" ? [own.pick].flat() : own ? [own.said] : [];
  const one = (choice, other, at) => make("label", { class: other ? "choice other" : "choice" },
    !other && at < LETTERS && make("span", { class: "letter", "aria-hidden": "true" }, String.fromCharCode(65 + at)),
    make("input", { id: `${name}-${other ? "none-" : ""}${choice.id}`, type: kind, name, value: choice.id, checked: ticked.includes(choice.id), "data-other": other, "data-alone": other || choice.alone }),
    make("span", {}, choice.text));
  return [
    ...question.choices.map((choice, at) => one(choice, false, at)),
    make("div", { class: "others" }, question.others.map((choice) => one(choice, true))),
  ];
}
const LETTERS = 26; // the same as on the wall

// What is ticked, as a vote; null if nothing is. Nothing ticked among several is an answer only where a choice says so.
function ticked(form) {
  const boxes = [...form.querySelectorAll("input:checked")];
  if (!boxes.length) return null;
  const other = boxes.find((box) => box.hasAttribute("data-other"));
  if (other) return { said: other.value, pick: null };
  const many = boxes[0].type === "checkbox";
  return { said: "option", pick: many ? boxes.map((box) => box.value) : boxes[0].value };
}

// A choice that cannot go together with others takes them away, and they it.
function alone(form, box) {
  if (box.type !== "checkbox" || !box.checked) return;
  const lonely = box.hasAttribute("data-alone");
  for (const other of form.querySelectorAll("input[type=checkbox]"))
    if (other !== box && (lonely || other.hasAttribute("data-alone"))) other.checked = false;
}

function asked(question, round, own, extra = []) {
  return [
    make("fieldset", { "aria-describedby": question.help ? "help" : null },
      make("legend", {}, round > 1 && make("span", { class: "section" }, `${say("round", { n: round })}. `), question.text),
      choices(question, own, "pick"), about(question)), // it stands above them, but whoever tabs comes to the answers first
    (preparing || !view.practice) && make("div", {}, make("label", { for: "reason" }, say("note")),
      make("textarea", { id: "reason", name: "reason", rows: 2, maxlength: 500, "aria-describedby": "reason-help" }, own?.note ?? ""),
      make("p", { class: "hint", id: "reason-help" }, say("note_help"))),
    ...extra,
  ];
}

// Folded beside the question, so that all answers are seen: what it means, and why it is asked.
function about(question) {
  if (!question.help && !question.why) return null;
  return make("details", { class: "about" },
    make("summary", { "aria-label": say("about") }, "i"),
    make("div", {}, question.help && make("p", { id: "help" }, question.help),
      question.why && make("p", {}, make("strong", {}, say("why")), " ", question.why)));
}

const ballot = find("ballot");
const RESTING = ["decided", "unresolved"]; // nothing is asked of anybody: time to prepare
const draft = () => store.get("draft", {});
const named = ({ question, round, opening }) => `${question}/${round}/${opening ?? 0}`;

ballot.addEventListener("change", (event) => {
  if (event.target.name === "pick") alone(ballot, event.target);
  remember();
});
ballot.addEventListener("input", remember);

function remember() {
  refusal = "";
  const at = here();
  if (at) store.set("draft", { at: named(at), vote: { ...(ticked(ballot) ?? {}), note: (ballot.reason?.value ?? "") } });
}

// Which question this phone shows, and in which round.
function here() {
  if (preparing) return { question: preparing.questions[preparing.at].id, round: 0 };
  return view?.question ? { question: view.question.id, round: view.round, opening: view.opening } : null;
}

ballot.addEventListener("submit", (event) => {
  event.preventDefault();
  const vote = ticked(ballot);
  if (!vote) {
    refusal = say("choose");
    draw();
    ballot.querySelector("input").focus();
    return;
  }
  const at = here();
  store.set("draft", {});
  const { text } = preparing ? preparing.questions[preparing.at] : view.question;
  keep({ ...at, text, ...vote, note: (ballot.reason?.value ?? "").trim() });
  navigator.vibrate?.(15); // a short tick, where there is one
  if (preparing) step(1);
});

function voting() {
  const { question, round } = view;
  const open = view.phase === "open" && !view.seat.observer;
  const own = mine(here(), view.own);
  show(ballot, open && ["vote", here(), words.language, kept(here(), view.own)], () =>
    open ? asked(question, round, own) : []);
}

// What is ticked when the form is drawn: what was begun here, what waits to be sent, or what the server has.
function mine(at, own) {
  const begun = draft();
  if (begun.at === named(at)) return begun.vote;
  return waiting().find((vote) => same(vote, at)) ?? own;
}

// The form is drawn anew when another window has voted, but not while something is begun here.
const kept = (at, own) => (draft().at === named(at) ? "begun" : JSON.stringify(own ?? null));

// --- before it begins ----------------------------------------------------------------------------------------------

async function prepare(at = 0) {
  const found = await ask("/api/prework");
  if (!found.ok || !found.questions.length) {
    preparing = null;
    refusal = found.ok ? say("nothing_to_prepare") : say("offline");
  } else {
    const open = found.questions.findIndex((question) => !question.own);
    preparing = { questions: found.questions, at: Math.min(at || Math.max(open, 0), found.questions.length - 1) };
    refusal = "";
  }
  draw();
}

function step(by) {
  const next = preparing.at + by;
  if (next < 0 || next >= preparing.questions.length) preparing = null;
  else preparing.at = next;
  refusal = "";
  draw();
  window.scrollTo(0, 0);
  document.querySelector("main").focus({ preventScroll: true });
}

function prepared() {
  const { questions, at } = preparing;
  const question = questions[at];
  const turn = (name, by) => make("button", { type: "button", onclick: () => step(by) }, say(name));
  show(ballot, ["prepare", question.id, words.language, kept(here(), question.own)], () =>
    asked(question, 0, mine(here(), question.own),
      [make("div", { class: "steps" }, at > 0 && turn("before", -1), turn("later", 1)),
        make("button", { type: "button", class: "plain", onclick: () => { preparing = null; draw(); } }, say("back"))]));
}

// --- all of it -----------------------------------------------------------------------------------------------------

function draw() {
  if (!words) return;
  tell(find("link"), up ? "" : say("offline"));
  find("title").textContent = (!out && !preparing && view?.question?.section) || say("title");
  if (view?.question && !RESTING.includes(view.phase)) preparing = null;
  const lost = view?.gone || view?.turned_away;
  const inside = !out && view && !lost;
  if (invited) invitation();
  else if (out || lost) joining();
  else show(find("join"), [], () => []);
  if (lost) tell(find("join-alarm"), say(view.gone ? "gone" : "turned_away"));
  show(find("top"), inside && !out && [top()], () => (inside ? top() : []).map(([tag, look, text]) => make(tag, { class: look }, text)));
  onTimer(inside && view.question ? view.timer : null);
  if (inside && preparing) prepared();
  else if (inside && view.question) voting();
  else show(ballot, [], () => []);
  const rounds = inside && !preparing && view.question ? view.rounds : [];
  show(find("result"), [rounds, view?.decision, view?.phase, words.language, inside, !preparing], () => (preparing ? [] : results(rounds)));
  tell(find("state"), inside ? state() : "");
  tell(find("cast"), ballot.hidden ? "" : say(preparing ? "keep" : view.own ? "change" : "vote"));
  find("bar").hidden = ["state", "timer", "cast"].every((name) => find(name).hidden);
  tell(find("said"), inside && view.question && !preparing ? `${view.phase_text}: ${view.question.text}` : "");
  find("said").hidden = false;
  noting(inside);
  show(find("wait"), inside && [view.question?.id, view.phase, view.finished, view.waits, preparing && true, view.seat, words.language], () => resting(inside));
}

// What stands above everything: where we are, and what must be known.
function top() {
  if (preparing) {
    const place = say("place", { at: preparing.at + 1, of: preparing.questions.length });
    return [["h2", "", say("prepare")], ["p", "hint", say("prepare_help")], ["p", "section", place]];
  }
  if (!view.question) return [];
  const told = [];
  if (view.phase !== "open" || view.seat.observer) told.push(["h2", "", view.question.text]);
  if (view.seat.observer) told.push(["p", "hint", say("watching")]);
  else if (view.phase === "open") {
    if (view.round > 1) told.push(["p", "second", say("second")]);
    if (view.few_voters) told.push(["p", "hint", view.few_voters]);
  }
  return told;
}

function results(rounds) {
  if (!rounds.length && !view?.decision) return [];
  if (view.phase === "open") { // the new vote comes first
    return [make("details", {}, make("summary", {}, say("result")), make("div", {}, histogram(rounds, words.say)))];
  }
  return [ // the decision first: a phone is short
    view.decision && decided(view.decision, words.say),
    rounds.length > 0 && make("h2", {}, say("result")),
    rounds.length > 0 && histogram(rounds, words.say),
  ];
}

function state() {
  if (refusal) return refusal;
  const at = here();
  if (at && waiting().some((vote) => same(vote, at))) return up && sending ? say("sending") : say("queued");
  if (preparing) return preparing.questions[preparing.at].own ? say("prepared") : "";
  if (!view?.question) return waiting().length ? say("queued") : view?.cancelled ?? "";
  if (view.phase === "open") return view.own ? say("saved") : "";
  return view.phase === "closed" ? say("closed") : view.cancelled;
}

function noting(inside) {
  const may = inside && !preparing && view.question && !view.practice && !["open", "closed", "draft"].includes(view.phase);
  show(find("note"), may && [view.question.id, words.language], () => may ? [
    make("details", {}, make("summary", {}, say("add_note")),
      make("div", { class: "stack" },
        make("label", { for: "note-text" }, say("note")),
        make("textarea", { id: "note-text", name: "text", rows: 2, maxlength: 500, required: true, "aria-describedby": "note-help" }),
        make("p", { class: "hint", id: "note-help" }, say("note_help")),
        make("button", {}, say("send_note")),
        make("p", { id: "note-told", role: "status", hidden: true }))),
  ] : []);
}

find("note").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = find("note-text");
  const answer = await post("/api/note", { question: view.question.id, text: text.value });
  if (answer.ok) text.value = "";
  tell(find("note-told"), answer.ok ? say("note_sent") : [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline"));
});

function resting(inside) {
  const rests = inside && !preparing && (!view.question || RESTING.includes(view.phase));
  if (!rests) return [];
  if (view.finished) return [make("h2", {}, say("ended"))];
  if (view.waits) return [make("h2", {}, say("waits")), make("p", { class: "hint" }, say("waits_help"))];
  return [
    make("div", { class: "stack" },
      !view.question && make("h2", {}, say("wait")),
      !view.question && make("p", { class: "hint" }, view.seat.name),
      !view.seat.observer && make("button", { type: "button", onclick: () => prepare() }, say("prepare"))),
  ];
}

// --- begin ---------------------------------------------------------------------------------------------------------

function heard(now) {
  const language = now.seat?.language;
  const before = view;
  out = entered = false;
  view = now;
  if (now.finished) line.close();
  if (fragment().code && now.seat) used();
  if (now.question && (before?.question?.id !== now.question.id || before.round !== now.round || before.opening !== now.opening)) {
    refusal = "";
    window.scrollTo(0, 0);
  }
  if (language && language !== words.language && words.languages.some((one) => one.code === language)) speak([language]).then(draw);
  else draw();
  send();
}

function away() {
  out = true;
  view = null;
  draw();
  if (entered || refusal) tell(find("join-alarm"), entered ? say("no_cookies") : refusal);
}

async function byLink() {
  const answer = await post("/api/enter", { link: fragment().link, language: words.language });
  if (!answer.status) return tell(find("link"), say("unreachable"));
  invited = false;
  used();
  if (answer.ok) await post("/api/me", { language: words.language }); // the roster does not know what this phone speaks
  else refusal = [answer.what, answer.hint].filter(Boolean).join(" ");
  listen();
}

function listen() {
  line = live("phone", { onView: heard, onLink: (now) => { up = now; draw(); if (now) send(); }, onOut: away });
}

async function begin() {
  await speak([store.get("language"), ...spoken()].filter(Boolean));
  window.addEventListener("hashchange", () => fragment().link && location.reload());
  if (invited) draw();
  else listen();
}

begin();
