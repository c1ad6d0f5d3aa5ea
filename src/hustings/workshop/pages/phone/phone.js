// A participant's phone: what the server tells is drawn, and what is tapped is kept until the server has it.

import { countdown, find, fragment, labels, live, make, post, show, spoken, store, tell, used, worded } from "../common.js";
import { announce } from "./announce.js";
import { fit, ticked, voting } from "./ballot.js";
import { invitation, joining } from "./joining.js";
import { noting } from "./notes.js";
import { prepare, prepared, step } from "./preparing.js";
import { band, card, rows, yours } from "./result.js";
import { ballot, here, named, phone, same, say } from "./state.js";
import { cast, isSending, keep, noted, send, settled, waiting } from "./votes.js";
import { warmUp } from "./warm_up.js";

const RESTING = ["decided", "unresolved"]; // nothing is asked of anybody: time to prepare
const onTimer = countdown(find("timer"), () => navigator.vibrate?.(200));

// Light or dark, as the phone is.
const dark = matchMedia("(prefers-color-scheme: dark)");
const shade = () => document.documentElement.classList.toggle("dark", dark.matches);
dark.addEventListener("change", shade);
shade();

// --- language ------------------------------------------------------------------------------------------------------

async function speak(codes) {
  phone.words = await labels("phone", codes);
  document.documentElement.lang = phone.words.language;
  document.title = say("title");
  find("title").textContent = say("title");
  find("language-label").textContent = say("language");
  const select = find("language");
  select.replaceChildren(...phone.words.languages.map((one) => make("option", { value: one.code, lang: one.code }, one.title)));
  select.value = phone.words.language;
  select.hidden = phone.words.languages.length < 2;
  worded();
}

find("language").addEventListener("change", async (event) => {
  const code = event.target.value;
  store.set("language", code);
  if (!phone.out) await post("/api/me", { language: code });
  await speak([code]);
  if (phone.preparing) await prepare(phone.preparing.at);
  draw();
});

// --- voting --------------------------------------------------------------------------------------------------------

ballot.addEventListener("submit", (event) => {
  event.preventDefault();
  if (settled()) return change();
  const vote = ticked(ballot);
  if (!vote) {
    phone.refusal = say("choose");
    phone.draw();
    ballot.querySelector("input:not(#search)").focus();
    return;
  }
  phone.changing = "";
  const at = here();
  store.set("draft", {});
  const { text } = phone.preparing ? phone.preparing.questions[phone.preparing.at] : phone.view.question;
  keep({ ...at, text, ...vote, note: (ballot.reason?.value ?? noted()).trim() });
  navigator.vibrate?.(15); // a short tick, where there is one
  if (phone.preparing) step(1);
  else window.scrollTo(0, 0);
});

function change() {
  phone.changing = named(here());
  phone.draw();
  (ballot.querySelector("input:checked") ?? ballot.querySelector("input")).focus();
}

// --- all of it -----------------------------------------------------------------------------------------------------

function draw() {
  if (!phone.words) return;
  tell(find("link"), phone.up ? "" : say("offline"));
  announce("link", phone.up ? "" : say("offline"));
  tell(find("rehearsal"), phone.view?.rehearsal?.label ?? "");
  if (phone.view?.warm_up || (phone.view?.question && !RESTING.includes(phone.view.phase))) phone.preparing = null;
  const lost = phone.view?.gone || phone.view?.turned_away;
  const inside = !phone.out && phone.view && !lost;
  const shown = inside && !phone.preparing && phone.view.question ? phone.view : null;
  find("title").textContent = shown?.question.section || say("title");
  tell(find("place"), shown?.place ?? "");
  if (phone.invited) invitation();
  else if (phone.out || lost) joining();
  else show(find("join"), [], () => []);
  if (lost) tell(find("join-alarm"), say(phone.view.gone ? "gone" : "turned_away"));
  onTimer(inside && phone.view.question && !RESTING.includes(phone.view.phase) ? phone.view.timer : null); // a break has its own clock on the wall
  if (inside && phone.preparing) prepared();
  else if (inside && phone.view.question) voting();
  else show(ballot, [], () => []);
  const voted = Boolean(inside) && settled();
  ballot.hidden = voted || !ballot.hasChildNodes();
  document.body.dataset.state = stateName(inside, voted);
  band(find("band"), shown, say, voted);
  show(find("top"), inside && [top(voted)], () => (inside ? top(voted) : []).map(([tag, look, text]) => make(tag, { class: look }, text)));
  show(find("result"), shown && [shown.rounds, shown.card, shown.finding, shown.phase, shown.own, phone.words.language], () => (shown ? results(shown) : []));
  drawBar(inside, voted);
  noting(inside, voted);
  show(find("wait"), inside && [phone.view.question?.id, phone.view.phase, phone.view.finished, phone.view.form, phone.view.waits, phone.preparing && true, phone.view.seat, phone.view.warm_up?.shown, phone.view.warm_up && phone.view.own_words, phone.words.language], () => resting(inside));
  fit(find("bar"));
  shadow();
}

function stateName(inside, voted) {
  if (!inside) return "join";
  if (phone.preparing) return "prepare";
  if (!phone.view.question) return phone.view.form === true ? "form" : "rest";
  return voted ? "voted" : phone.view.phase;
}

// The bar under the thumb; once voted, the panel that says that the vote is in.
function drawBar(inside, voted) {
  const [head, help] = inside ? state() : ["", ""];
  show(find("state"), [head, help], () => (head ? [make("strong", {}, head), help && " ", help && make("span", {}, help)] : []));
  announce("state", [head, help].filter(Boolean).join(" "));
  const own = inside && !phone.preparing && phone.view.question && voted ? cast() : null; // under bars it is marked
  show(find("own"), [own, own && phone.view.question, phone.view?.phase, phone.words.language], () => (own ? yours(say("you_chose"), phone.view.question, own) : []));
  tell(find("cast"), castTitle(voted));
  find("cast").classList.toggle("pale", !ballot.hidden && !phone.preparing && !ticked(ballot));
  find("bar").hidden = ["state", "own", "timer", "cast"].every((name) => find(name).hidden);
  announce("phase", inside && phone.view.question && !phone.preparing ? `${phone.view.phase_text}: ${phone.view.question.text}` : "");
}

function castTitle(voted) {
  if (voted) return say("change");
  if (ballot.hidden) return "";
  if (phone.preparing) return say("keep");
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
window.addEventListener("resize", () => fit(find("bar")));

// What stands above everything: where we are, and what must be known.
function top(voted) {
  if (phone.preparing) {
    const place = say("place", { at: phone.preparing.at + 1, of: phone.preparing.questions.length });
    return [["h2", "", say("prepare")], ["p", "hint", say("prepare_help")], ["p", "section", place]];
  }
  if (!phone.view.question) return [];
  const told = [];
  const found = !["open", "closed"].includes(phone.view.phase) && (phone.view.finding || phone.view.card);
  if (phone.view.phase !== "open" || voted || phone.view.seat.observer) told.push([found ? "p" : "h2", found ? "kicker" : "", phone.view.question.text]);
  if (phone.view.seat.observer) told.push(["p", "hint", say("watching")]);
  else if (phone.view.phase === "open" && !voted && phone.view.few_voters) told.push(["p", "hint", phone.view.few_voters]);
  return told;
}

// The decision first: a phone is short. A second vote is not led by the first one.
function results(shown) {
  if (["open", "closed"].includes(shown.phase) || !(shown.rounds.length || shown.card)) return [];
  const said = shown.rounds.length > 0 && rows(shown, shown.own, say);
  announce("result", shown.card ? `${shown.card.head}: ${shown.card.answer}` : shown.finding ?? "");
  if (shown.card) {
    const own = cast();
    return [card(shown.card), own && make("div", { class: "own" }, yours(say("you_voted"), shown.question, own)), said && make("details", {}, make("summary", {}, make("h2", {}, say("result"))), make("div", { class: "stack" }, said))];
  }
  return [make("h2", { class: "finding" }, shown.finding), make("h3", { class: "unseen" }, say("result")), said].flat();
}

function state() {
  if (phone.refusal) return [phone.refusal, ""];
  const at = here();
  if (at && waiting().some((vote) => same(vote, at))) return phone.up && isSending() ? [say("sending"), ""] : [say("queued"), say("queued_help")];
  if (phone.preparing) return [phone.preparing.questions[phone.preparing.at].own ? say("prepared") : "", ""];
  if (!phone.view?.question) return waiting().length ? [say("queued"), say("queued_help")] : [phone.view?.cancelled ?? "", ""];
  if (phone.view.phase === "open") return settled() ? (phone.view.count?.full ? [say("look"), `${say("saved")} ${say("look_help")}`] : [say("saved"), say("saved_help")]) : ["", ""];
  return phone.view.phase === "closed" ? [say("look"), say("look_help")] : [phone.view.cancelled, ""];
}

function resting(inside) {
  const rests = inside && !phone.preparing && (!phone.view.question || RESTING.includes(phone.view.phase));
  if (!rests) return [];
  if (phone.view.finished) return [make("h2", {}, say("ended")), ...(phone.view.form === true ? [form()] : [phone.view.form && make("p", {}, say("form_sent")), make("p", { class: "hint" }, say("ended_help"))])];
  if (phone.view.waits) return [make("h2", {}, say("waits")), make("p", { class: "hint" }, say("waits_help"))];
  if (phone.view.warm_up) return warmUp(phone.view, say);
  return [
    make("div", { class: "stack" },
      !phone.view.question && make("span", { class: "screen", "aria-hidden": "true" }),
      !phone.view.question && make("h2", {}, say("wait")),
      !phone.view.question && make("p", { class: "hint" }, say("wait_help")),
      !phone.view.question && make("p", { class: "hint" }, phone.view.seat.name),
      !phone.view.seat.observer && make("button", { type: "button", onclick: () => prepare() }, say("prepare"))),
  ];
}

// The form is fetched only when it is asked for: a phone's page is small.
function form() {
  const place = make("div");
  import("./feedback.js").then(({ feedback }) => place.append(feedback()));
  return place;
}

phone.draw = draw;

// --- begin ---------------------------------------------------------------------------------------------------------

function heard(now) {
  const language = now.seat?.language;
  const before = phone.view;
  phone.out = phone.entered = false;
  phone.view = now;
  if (now.finished) {
    phone.line.close();
    store.set("waiting", []);
  }
  if (fragment().code && now.seat) used();
  if (now.question && (before?.question?.id !== now.question.id || before.round !== now.round || before.opening !== now.opening)) {
    phone.refusal = phone.changing = "";
    window.scrollTo(0, 0);
  }
  if (language && language !== phone.words.language && phone.words.languages.some((one) => one.code === language)) speak([language]).then(draw);
  else draw();
  if (now.seat) send();
}

function away() {
  phone.out = true;
  phone.view = null;
  draw();
  if (phone.entered || phone.refusal) tell(find("join-alarm"), phone.entered ? say("no_cookies") : phone.refusal);
}

function listen() {
  phone.line = live("phone", { onView: heard, onLink: (now) => { phone.up = now; draw(); if (now) send(); }, onOut: away });
}

async function begin() {
  await speak([store.get("language"), ...spoken()].filter(Boolean));
  window.addEventListener("hashchange", () => fragment().link && location.reload());
  if (phone.invited) draw();
  else listen();
}

phone.listen = listen;
begin();
