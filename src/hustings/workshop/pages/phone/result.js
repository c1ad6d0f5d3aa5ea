// What the room said, one's own answer, and how many have voted.

import { chip, make, show } from "../common.js";
import { announce } from "./announce.js";
import { letter, long } from "./choices.js";

const BLOCKS = 10; // more voters are a plain bar

// --- one's own answer ----------------------------------------------------------------------------------------------

function inWords(question, vote) {
  if (!vote) return [];
  if (vote.said !== "option") return [["", question.others.find((one) => one.id === vote.said)?.text ?? ""]];
  const ids = [vote.pick].flat();
  return question.choices.map((choice, at) => [long(question) ? "" : letter(at), choice.text, choice.id]).filter(([, , id]) => ids.includes(id));
}

export function yours(title, question, vote) {
  return [
    make("small", {}, title),
    ...inWords(question, vote).map(([sign, text]) => make("span", {}, sign && make("b", {}, `${sign}. `), text)),
  ];
}

// --- what the room said --------------------------------------------------------------------------------------------

// A row for each answer, with a bar for each round; one block is one person. Of many answers only those with votes.
export function rows(view, own, say) {
  const mine = own?.said === "option" ? [own.pick].flat() : own ? [own.said] : [];
  const few = !long(view.question) ? view.rows : view.rows.filter((row) => row.counts.some(Boolean));
  return [
    make("div", { class: "rounds" }, view.rounds.map((round) => make("div", { class: "round" },
      round.title && make("h3", {}, round.title),
      make("p", {}, chip(round), " ", make("span", { class: "votes" }, [round.agreement, round.votes, round.abstained].filter(Boolean).join(" · "))),
      round.few && make("p", {}, round.few)))),
    few.length > 0 && make("ul", { class: "bars" }, few.map((row) => line(view, row, mine, say))),
    few.length < view.rows.length && make("p", { class: "votes" }, say("nobody_else")),
  ];
}

function line(view, row, mine, say) {
  const two = view.rounds.length > 1;
  const zero = !row.counts.some(Boolean);
  return make("li", { class: [zero && "zero", ["most", "ticked"].includes(row.mark) && "most"].filter(Boolean).join(" ") },
    make("span", { class: "sign", "aria-hidden": "true" }, row.letter),
    make("span", { class: "label" }, row.text, mine.includes(row.id) && make("span", { class: "you" }, say("your_vote"))),
    row.counts.map((count, at) => make("span", { class: "measure" },
      two && make("span", { class: "which" }, `${view.rounds[at].title}: `),
      !(zero && !two) && blocks(count, view.heard[at]),
      make("span", { class: "count" }, String(count)))));
}

function blocks(count, all) {
  const bar = make("span", { class: all > BLOCKS ? "blocks plain" : "blocks", "aria-hidden": "true" });
  bar.style.setProperty("--n", all > BLOCKS ? 1 : all || 1);
  const parts = Array.from({ length: all > BLOCKS ? Math.min(count, 1) : count }, () => make("i"));
  if (all > BLOCKS && count) parts[0].style.width = `${(100 * count) / all}%`;
  bar.append(...parts);
  return bar;
}

const SIGNS = { "=": "✓", "≠": "✎", "?": "…" };

// The decision: what, why, who objected without names. Where it is not what was voted, that stands on it too.
export function card(made) {
  const kind = { "=": "decision", "≠": "decision otherwise", "?": "decision left" }[made.sign];
  return make("section", { class: kind },
    make("h2", {}, make("span", { "aria-hidden": "true" }, `${SIGNS[made.sign]} `), made.head),
    make("p", { class: "answer" }, made.answer),
    made.flag && make("p", { class: "flag" }, made.flag),
    made.why && make("p", {}, made.why),
    made.settle && make("p", {}, made.settle),
    made.objection && make("p", { class: "objection" }, make("b", {}, made.objection), made.objection_text && ` “${made.objection_text}”`));
}

// --- how many have voted -------------------------------------------------------------------------------------------

const MOST_CIRCLES = 12;

export function band(place, view, say, voted) {
  const [kind, text, help] = banner(view, say, voted);
  show(place, [kind, text, help, view?.count], () => (text ? [
    make("strong", {}, text), help && make("small", {}, help),
    kind === "vote" && view.count.all <= MOST_CIRCLES && make("span", { class: "pips", "aria-hidden": "true" },
      Array.from({ length: view.count.all }, (_, at) => make("i", { class: at < view.count.cast && "on" }))),
  ] : []));
  place.className = kind;
  announce("band", text);
}

function banner(view, say, voted) {
  if (!view?.question) return ["", "", ""];
  if (view.phase === "open" && voted && view.count) return [view.count.full ? "done" : "vote", view.count.text, ""];
  if (view.phase === "open" && view.round > 1) return ["stop", say("second"), say("second_help")];
  if (view.phase === "discussing") return ["talk", say("talk"), say("talk_help")];
  if (view.phase === "closed") return ["stop", say("closed"), ""];
  return ["", "", ""];
}
