// A participant's phone. What was tapped is kept on the phone first and then sent, until the server says that it has it;
// a tap that arrives twice counts once.

import { ask, countdown, find, fragment, labels, live, make, post, random, show, spoken, store, tell, used, worded } from "./common.js";
import { announce, band, card, choices, long, rows, yours } from "./phone_parts.js";
import { warmUp } from "./phone_warm_up.js";

let words = null;
let view = null;
let line = null;
let out = false;
let given = {}; // what was typed to come in
let entered = false; // a code was taken, and the seat has not been seen yet
let up = true;
let preparing = null; // {questions, at}
let changing = ""; // the vote that is being changed
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
const OLD = 12 * 60 * 60 * 1000; // milliseconds after which a vote that waits is no longer sent: it is for another day's workshop
const waiting = () => store.get("waiting", []).filter((vote) => Date.now() - (vote.kept ?? 0) < OLD);
let sending = false;
let pause = 0;

function keep(vote) {
  refusal = "";
  store.set("waiting", [...waiting().filter((other) => !same(other, vote)), { ...vote, tap: random(), kept: Date.now() }]);
  send();
}

async function send() {
  const [first] = waiting();
  if (sending || !first) return;
  sending = true;
  draw();
  const { text, kept: _, ...vote } = first;
  const answer = await post("/api/vote", vote);
  sending = false;
  if (answer.status === 403) { // the seat is gone: the vote waits until there is one again
    line?.again();
  } else if (answer.status === 0 || answer.status >= 500 || answer.status === 429) {
    clearTimeout(pause);
    pause = setTimeout(send, 2000);
  } else {
    store.set("waiting", waiting().filter((other) => other.tap !== first.tap));
    if (answer.ok) done(first, answer.new);
    else if (!elsewhere(first) && view?.phase === "open") begun(first); // it stays ticked: one more tap sends it
    if (!answer.ok) refusal = [elsewhere(first) && `“${text}”`, answer.what, answer.hint].filter(Boolean).join(" ");
    send();
  }
  draw();
}

function begun(vote) {
  changing = named(vote);
  store.set("draft", { at: named(vote), vote: { said: vote.said, pick: vote.pick, note: vote.note } });
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
    make("p", { class: "private" }, make("strong", {}, say("private")), " ", say("private_help")),
    make("details", { id: "more", open: Boolean(was.role || was.observer) },
      make("summary", {}, say("role_or_watch")),
      make("div", { class: "stack" },
        make("div", {}, make("label", { for: "role" }, say("role")), make("select", { id: "role", name: "role" }, roles)),
        make("label", { class: "choice watch" }, make("input", { type: "checkbox", name: "observer", checked: was.observer === "on" }), say("observer")))),
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
    make("fieldset", { class: long(question) ? "long" : question.choices.length > TIGHT ? "tight" : "", "aria-describedby": question.help ? "help" : null },
      make("legend", {}, round > 1 && make("span", { class: "unseen" }, `${say("round", { n: round })}. `), question.text),
      question.multiple && make("p", { class: "hint" }, say("several")),
      choices(question, own, "pick", say), about(question)), // it stands above them, but whoever tabs comes to the answers first
    ...extra,
  ];
}
const TIGHT = 6; // more answers stand closer together

// A reason goes with the vote, without a name. It can be written once the vote is in.
function reasoning(note) {
  return [
    make("label", { for: "reason" }, say("note")),
    make("textarea", { id: "reason", name: "reason", rows: 2, maxlength: 500, "aria-describedby": "reason-help" }, note),
    make("p", { class: "hint", id: "reason-help" }, say("note_help")),
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
  if (event.target.name !== "pick") return;
  alone(ballot, event.target);
  remember();
  draw();
});
ballot.addEventListener("input", (event) => event.target.name && remember());

function remember() {
  refusal = "";
  const at = here();
  if (at) store.set("draft", { at: named(at), vote: { ...(ticked(ballot) ?? {}), note: ballot.reason?.value ?? noted() } });
}

// Which question this phone shows, and in which round.
function here() {
  if (preparing) return { question: preparing.questions[preparing.at].id, round: 0 };
  return view?.question ? { question: view.question.id, round: view.round, opening: view.opening } : null;
}

ballot.addEventListener("submit", (event) => {
  event.preventDefault();
  if (settled()) return change();
  const vote = ticked(ballot);
  if (!vote) {
    refusal = say("choose");
    draw();
    ballot.querySelector("input:not(#search)").focus();
    return;
  }
  changing = "";
  const at = here();
  store.set("draft", {});
  const { text } = preparing ? preparing.questions[preparing.at] : view.question;
  keep({ ...at, text, ...vote, note: (ballot.reason?.value ?? noted()).trim() });
  navigator.vibrate?.(15); // a short tick, where there is one
  if (preparing) step(1);
  else window.scrollTo(0, 0);
});

// The own vote of the question that is shown: what waits to be sent, or what the server has.
function cast() {
  const at = here();
  return at && !preparing ? waiting().find((vote) => same(vote, at)) ?? view.own : null;
}
const noted = () => cast()?.note ?? "";

// Whether this phone has voted and nothing is being changed: then it shows its answer instead of all answers.
function settled() {
  const at = here();
  if (!at || preparing || view.phase !== "open" || view.seat.observer) return false;
  return Boolean(cast()) && changing !== named(at) && draft().at !== named(at);
}

function change() {
  changing = named(here());
  draw();
  (ballot.querySelector("input:checked") ?? ballot.querySelector("input")).focus();
}

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
      [make("div", {}, reasoning(mine(here(), question.own)?.note ?? "")), make("div", { class: "steps" }, at > 0 && turn("before", -1), turn("later", 1)),
        make("button", { type: "button", class: "plain", onclick: () => { preparing = null; draw(); } }, say("back"))]));
}

// --- all of it -----------------------------------------------------------------------------------------------------

function draw() {
  if (!words) return;
  tell(find("link"), up ? "" : say("offline"));
  announce("link", up ? "" : say("offline"));
  tell(find("rehearsal"), view?.rehearsal?.label ?? "");
  if (view?.warm_up || (view?.question && !RESTING.includes(view.phase))) preparing = null;
  const lost = view?.gone || view?.turned_away;
  const inside = !out && view && !lost;
  const shown = inside && !preparing && view.question ? view : null;
  find("title").textContent = shown?.question.section || say("title");
  tell(find("place"), shown?.place ?? "");
  if (invited) invitation();
  else if (out || lost) joining();
  else show(find("join"), [], () => []);
  if (lost) tell(find("join-alarm"), say(view.gone ? "gone" : "turned_away"));
  onTimer(inside && view.question ? view.timer : null);
  if (inside && preparing) prepared();
  else if (inside && view.question) voting();
  else show(ballot, [], () => []);
  const voted = Boolean(inside) && settled();
  ballot.hidden = voted || !ballot.hasChildNodes();
  document.body.dataset.state = stateName(inside, voted);
  band(find("band"), shown, say, voted);
  show(find("top"), inside && [top(voted)], () => (inside ? top(voted) : []).map(([tag, look, text]) => make(tag, { class: look }, text)));
  show(find("result"), shown && [shown.rounds, shown.card, shown.finding, shown.phase, shown.own, words.language], () => (shown ? results(shown) : []));
  drawBar(inside, voted);
  noting(inside, voted);
  show(find("wait"), inside && [view.question?.id, view.phase, view.finished, view.waits, preparing && true, view.seat, view.warm_up?.shown, view.warm_up && view.own_words, words.language], () => resting(inside));
  shadow();
}

function stateName(inside, voted) {
  if (!inside) return "join";
  if (preparing) return "prepare";
  if (!view.question) return "rest";
  return voted ? "voted" : view.phase;
}

// The bar under the thumb; once voted, the panel that says that the vote is in.
function drawBar(inside, voted) {
  const [head, help] = inside ? state() : ["", ""];
  show(find("state"), [head, help], () => (head ? [make("strong", {}, head), help && " ", help && make("span", {}, help)] : []));
  announce("state", [head, help].filter(Boolean).join(" "));
  const own = inside && !preparing && view.question && (voted || view.card) ? cast() : null; // under bars it is marked
  show(find("own"), [own, own && view.question, view?.phase, words.language], () => (own ? yours(say(voted ? "you_chose" : "you_voted"), view.question, own) : []));
  tell(find("cast"), castTitle(voted));
  find("cast").classList.toggle("pale", !ballot.hidden && !preparing && !ticked(ballot));
  find("bar").hidden = ["state", "own", "timer", "cast"].every((name) => find(name).hidden);
  announce("phase", inside && view.question && !preparing ? `${view.phase_text}: ${view.question.text}` : "");
}

function castTitle(voted) {
  if (voted) return say("change");
  if (ballot.hidden) return "";
  if (preparing) return say("keep");
  const vote = ticked(ballot);
  if (!vote) return say("choose_one");
  if (cast()) return say("change");
  return Array.isArray(vote.pick) ? say("vote_for", { n: vote.pick.length }) : say("vote");
}

// The bar casts a shadow while more is below.
function shadow() {
  const below = !ballot.hidden && ballot.getBoundingClientRect().bottom > find("bar").getBoundingClientRect().top + 2;
  document.body.classList.toggle("more-below", below);
}
for (const moved of ["scroll", "resize"]) window.addEventListener(moved, shadow, { passive: true });

// What stands above everything: where we are, and what must be known.
function top(voted) {
  if (preparing) {
    const place = say("place", { at: preparing.at + 1, of: preparing.questions.length });
    return [["h2", "", say("prepare")], ["p", "hint", say("prepare_help")], ["p", "section", place]];
  }
  if (!view.question) return [];
  const told = [];
  const found = !["open", "closed"].includes(view.phase) && (view.finding || view.card);
  if (view.phase !== "open" || voted || view.seat.observer) told.push([found ? "p" : "h2", found ? "kicker" : "", view.question.text]);
  if (view.seat.observer) told.push(["p", "hint", say("watching")]);
  else if (view.phase === "open" && !voted && view.few_voters) told.push(["p", "hint", view.few_voters]);
  return told;
}

// The decision first: a phone is short. A second vote is not led by the first one.
function results(shown) {
  if (["open", "closed"].includes(shown.phase) || !(shown.rounds.length || shown.card)) return [];
  const said = shown.rounds.length > 0 && rows(shown, shown.own, say);
  announce("result", shown.card ? `${shown.card.head}: ${shown.card.answer}` : shown.finding ?? "");
  if (shown.card) {
    return [card(shown.card), said && make("details", {}, make("summary", {}, make("h2", {}, say("result"))), make("div", { class: "stack" }, said))];
  }
  return [make("h2", { class: "finding" }, shown.finding), make("h3", { class: "unseen" }, say("result")), said].flat();
}

function state() {
  if (refusal) return [refusal, ""];
  const at = here();
  if (at && waiting().some((vote) => same(vote, at))) return up && sending ? [say("sending"), ""] : [say("queued"), say("queued_help")];
  if (preparing) return [preparing.questions[preparing.at].own ? say("prepared") : "", ""];
  if (!view?.question) return waiting().length ? [say("queued"), say("queued_help")] : [view?.cancelled ?? "", ""];
  if (view.phase === "open") return settled() ? (view.count?.full ? [say("look"), `${say("saved")} ${say("look_help")}`] : [say("saved"), say("saved_help")]) : ["", ""];
  return view.phase === "closed" ? [say("look"), say("look_help")] : [view.cancelled, ""];
}

// A reason for one's own vote while it is open, and a note on the question once the votes were shown.
function noting(inside, voted) {
  const may = inside && !preparing && view.question && !view.practice && !["closed", "draft"].includes(view.phase) && (voted || view.phase !== "open");
  show(find("note"), may && [view.question.id, voted, words.language], () => may ? [
    make("details", { open: voted && Boolean(written()) }, make("summary", {}, say(voted ? "add_reason" : "add_note")),
      make("div", { class: "stack" },
        make("label", { for: "note-text" }, say("note")),
        make("textarea", { id: "note-text", name: "text", rows: 2, maxlength: 500, required: !voted, "aria-describedby": "note-help" }, voted && (written() || noted())),
        make("p", { class: "hint", id: "note-help" }, say("note_help")),
        make("button", {}, say("send_note")),
        make("p", { id: "note-told", hidden: true }))),
  ] : []);
}

const written = () => { const kept = store.get("reason", {}); return here() && kept.at === named(here()) ? kept.text : ""; };
find("note").addEventListener("input", (event) => settled() && store.set("reason", { at: named(here()), text: event.target.value }));

find("note").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = find("note-text");
  if (settled()) return giveReason(text.value.trim());
  const answer = await post("/api/note", { question: view.question.id, text: text.value });
  if (answer.ok) text.value = "";
  told(answer.ok ? say("note_sent") : [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline"));
});

// The reason belongs to the vote: it is sent as the same vote once more.
function giveReason(note) {
  const { said, pick } = cast();
  store.set("reason", {});
  keep({ ...here(), text: view.question.text, said, pick, note });
  told(say("note_sent"));
}

function told(text) {
  tell(find("note-told"), text);
  announce("note", text);
}

function resting(inside) {
  const rests = inside && !preparing && (!view.question || RESTING.includes(view.phase));
  if (!rests) return [];
  if (view.finished) return [make("h2", {}, say("ended")), make("p", { class: "hint" }, say("ended_help"))];
  if (view.waits) return [make("h2", {}, say("waits")), make("p", { class: "hint" }, say("waits_help"))];
  if (view.warm_up) return warmUp(view, say);
  return [
    make("div", { class: "stack" },
      !view.question && make("h2", {}, say("wait")),
      !view.question && make("p", { class: "hint" }, say("wait_help")),
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
  if (now.finished) {
    line.close();
    store.set("waiting", []);
  }
  if (fragment().code && now.seat) used();
  if (now.question && (before?.question?.id !== now.question.id || before.round !== now.round || before.opening !== now.opening)) {
    refusal = changing = "";
    window.scrollTo(0, 0);
  }
  if (language && language !== words.language && words.languages.some((one) => one.code === language)) speak([language]).then(draw);
  else draw();
  if (now.seat) send();
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
