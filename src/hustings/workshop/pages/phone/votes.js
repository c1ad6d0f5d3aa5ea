// Votes: kept on the phone first and then sent, until the server says that it has them. A tap that arrives twice counts once.

import { post, random, store } from "../common.js";
import { draft, here, named, phone, same } from "./state.js";

const OLD = 12 * 60 * 60 * 1000; // milliseconds after which a vote that waits is no longer sent: it is for another day's workshop
export const waiting = () => store.get("waiting", []).filter((vote) => Date.now() - (vote.kept ?? 0) < OLD);
let sending = false;
let pause = 0;
export const isSending = () => sending;

export function keep(vote) {
  phone.refusal = "";
  store.set("waiting", [...waiting().filter((other) => !same(other, vote)), { ...vote, tap: random(), kept: Date.now() }]);
  send();
}

export async function send() {
  const [first] = waiting();
  if (sending || !first) return;
  sending = true;
  phone.draw();
  const { text, kept: _, ...vote } = first;
  const answer = await post("/api/vote", vote);
  sending = false;
  if (answer.status === 403) { // the seat is gone: the vote waits until there is one again
    phone.line?.again();
  } else if (!ours(answer) || answer.status >= 500 || answer.status === 429) {
    clearTimeout(pause);
    pause = setTimeout(send, 2000);
  } else {
    store.set("waiting", waiting().filter((other) => other.tap !== first.tap));
    if (answer.ok) done(first, answer.new);
    else if (!elsewhere(first) && phone.view?.phase === "open") begun(first); // it stays ticked: one more tap sends it
    if (!answer.ok) phone.refusal = [elsewhere(first) && `“${text}”`, answer.what, answer.hint].filter(Boolean).join(" ");
    send();
  }
  phone.draw();
}

// Whether the workshop itself answered, and not a hotel's sign-in page or another program at its address.
const ours = (answer) => (answer.ok ? "new" in answer : Boolean(answer.what));

function begun(vote) {
  phone.changing = named(vote);
  store.set("draft", { at: named(vote), vote: { said: vote.said, pick: vote.pick, note: vote.note } });
}

// The room has gone on: it must be said which vote was not taken.
const elsewhere = (vote) => !same(vote, here() ?? {});

// A tap that the server had before may have been followed by another window's: then its view is the truth.
function done(vote, isNew) {
  const kept = { said: vote.said, pick: vote.pick, note: vote.note };
  if (isNew && phone.view?.question && same(vote, { question: phone.view.question.id, round: phone.view.round, opening: phone.view.opening })) phone.view.own = kept;
  const prepared = phone.preparing?.questions.find((question) => same(vote, { question: question.id, round: 0 }));
  if (prepared) prepared.own = kept;
}

// The own vote of the question that is shown: what waits to be sent, or what the server has.
export function cast() {
  const at = here();
  return at && !phone.preparing ? waiting().find((vote) => same(vote, at)) ?? phone.view.own : null;
}
export const noted = () => cast()?.note ?? "";

// Whether this phone has voted and nothing is being changed: then it shows its answer instead of all answers.
export function settled() {
  const at = here();
  if (!at || phone.preparing || phone.view.phase !== "open" || phone.view.seat.observer) return false;
  return Boolean(cast()) && phone.changing !== named(at) && draft().at !== named(at);
}

// What is ticked when the form is drawn: what was begun here, what waits to be sent, or what the server has.
export function mine(at, own) {
  const begun = draft();
  if (begun.at === named(at)) return begun.vote;
  return waiting().find((vote) => same(vote, at)) ?? own;
}
