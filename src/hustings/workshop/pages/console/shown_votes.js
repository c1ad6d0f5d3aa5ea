// Votes that were shown, as rows of bars, and a decision beside them.

import { chip, make } from "../common.js";

const MANY = 9;

// The counts of one or two rounds: a line for each choice, a bar for each round. Of many choices only those with votes.
// A round has a title where there is, or begins, another one: what the first came to must not stand under the second.
export function histogram(rounds, say) {
  const two = rounds.length > 1;
  const lines = new Map();
  rounds.forEach((round, at) => round.bars.forEach((bar) => {
    const line = lines.get(bar.id) || { text: bar.text, bars: [] };
    line.bars[at] = bar;
    lines.set(bar.id, line);
  }));
  const all = [...lines.values()];
  const shown = all.length > MANY ? all.filter((line) => line.bars.some((bar) => bar?.count)) : all;
  return make("div", { class: two ? "histogram two" : "histogram" },
    make("div", { class: "rounds" }, rounds.map((round) => make("div", { class: "round" },
      round.title && make("h3", {}, round.title),
      make("p", {}, chip(round)),
      make("p", { class: "votes" }, [round.agreement, round.votes, round.abstained].filter(Boolean).join(" · ")),
      round.few && make("p", {}, round.few)))),
    shown.length > 0 && make("ul", { class: "bars" }, shown.map((line) => make("li", {},
      make("span", { class: "label" }, line.text),
      rounds.map((round, at) => round.bars.length ? measure(line.bars[at], two && round.title) : make("span"))))),
    shown.length < all.length && make("p", { class: "votes" }, say("nobody_else")));
}

// One bar with its count; with two rounds the name of its round stands before it for whoever hears the page.
export function measure(bar, round) {
  const filled = make("span", { class: "filled" });
  filled.style.width = `${Math.round((bar?.share ?? 0) * 100)}%`;
  return make("span", { class: "measure" },
    round && make("span", { class: "which" }, `${round}: `),
    make("span", { class: "bar", "aria-hidden": "true" }, filled),
    make("span", { class: "count" }, String(bar?.count ?? 0)));
}

// What was decided, why, and who objected, without names. Where it is not what was voted, both stand side by side. What
// was left open is no decision, and looks like none.
export function decided(decision, say, left = false) {
  const told = decision.voted || left ? [decision.dissent] : [decision.kind, decision.dissent];
  const [kind, head] = left ? ["decision left", "left_open"] : decision.voted ? ["decision otherwise", "otherwise"] : ["decision", "decided"];
  return make("section", { class: kind },
    make("h2", {}, say(head)),
    decision.voted ? sides(decision, say) : make("p", { class: "answer" }, decision.answer),
    make("p", { class: "votes" }, told.filter(Boolean).join(" · ")),
    decision.rationale && make("p", {}, decision.rationale),
    decision.dissent_text && make("p", {}, `“${decision.dissent_text}”`));
}

// Read line by line it makes sense too: each side has its name before it.
export function sides(decision, say) {
  const side = (name, text) => make("div", {}, make("dt", { class: "votes" }, say(name)), make("dd", { class: "answer" }, text));
  return make("dl", { class: "sides" }, side("voted", decision.voted), side("decided", decision.answer));
}
