// What the room said: the finding, a row for each answer, two rounds side by side, and the decision beside the vote.

import { make } from "./common.js";
import { chip, drawn, icon, key, large, units } from "./wall_parts.js";

const TWO = 6; // so many choices stand in two columns
const MANY = 9;
const LOTS = 14;
const LONG = 60; // letters of an answer that stand smaller
const MARKS = { most: "most", ticked: "most", lowest: "endp", highest: "endp" };

export function result(view, say) {
  const two = view.scene === "rounds";
  return [
    make("div", { class: "head" },
      make("p", { class: "asked" }, view.question.text),
      make("h2", { class: "find" }, large(view.finding.title)),
      !two && make("p", { class: "stat" }, rounded(view.rounds.at(-1)), make("span", {}, view.finding.line))),
    ...(two ? rounds(view, say) : view.rows.length > 0 ? rows(view, say) : []),
  ];
}

const rounded = (round) => chip(round.status, round.chip);

// Answers that nobody chose are one quiet line. Of very many only those with votes.
function rows(view, say) {
  const choices = view.question.choices.length;
  const two = choices >= TWO;
  const shown = view.rows.filter((row) => row.counts[0] || (choices <= LOTS && !(two && row.letter === "?")));
  const list = make("ol", { class: ["rows bars", two && "two", choices >= MANY && "many"].filter(Boolean).join(" ") },
    shown.map((row) => line(row, view.heard[0], say)));
  return choices <= LOTS ? [list] : [list, make("p", { class: "notes" }, say("nobody_else"))];
}

function line(row, all, say) {
  const [count] = row.counts;
  const mark = { most: ["check", "most"], lowest: ["low", "lowest"], highest: ["high", "highest"] }[row.mark];
  return make("li", { class: count ? MARKS[row.mark] ?? "" : "zero" },
    key(row.letter),
    make("span", { class: "w" },
      make("span", { class: "t" }, make("span", {}, row.text), count > 0 && mark && make("small", {}, icon(mark[0]), say(mark[1]))),
      count > 0 && units(count, all)),
    make("b", { class: "n count" }, String(count)));
}

function rounds(view, say) {
  const names = ["first", "second"];
  return [
    make("div", { class: "rounds" }, view.rounds.map((round, at) =>
      make("div", { class: "round" }, make("h3", {}, say(names[at])), rounded(round)))),
    view.rows.length > 0 && make("ul", { class: "cols bars" }, view.rows.filter((row) => view.question.choices.length < MANY || row.counts.some(Boolean)).map((row) =>
      make("li", { class: [row.counts.some(Boolean) ? "" : "zero", MARKS[row.mark] && "w"].filter(Boolean).join(" ") },
        make("span", { class: "lab" }, key(row.letter), make("span", {}, row.text)),
        row.counts.map((count, at) => make("span", { class: `measure r${at + 1}` },
          make("span", { class: "which" }, `${say(names[at])}: `),
          units(count, view.heard[at]), make("b", { class: count ? "count" : "count z" }, String(count))))))),
  ];
}

// --- the band beneath ------------------------------------------------------------------------------------------------

export function hanging(hangs, say) {
  const scale = drawn("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    drawn("rect", { class: "a", y: 3, width: 100, height: 4 }),
    hangs.bands.slice(1).map((start) => drawn("rect", { class: "c", x: start - 0.2, y: 3, width: 0.4, height: 4 })),
    drawn("rect", { class: "b", x: hangs.low, width: Math.max(hangs.high - hangs.low, 0.6), height: 10 }));
  return make("div", { class: "hang" },
    make("h3", {}, say("hangs")),
    make("div", { class: "piece" }, make("b", { class: "points" }, hangs.points), scale, make("p", {}, hangs.ends)),
    make("p", { class: hangs.decides ? "gate" : "" }, hangs.decides && icon("shield"), hangs.gate));
}

// --- decided ---------------------------------------------------------------------------------------------------------

export function decided(view, say) {
  const { card } = view;
  return [
    make("p", { class: "asked" }, view.question.text),
    make("div", { class: view.rows.length ? "pair" : "pair alone2" },
      view.rows.length > 0 && voted(view),
      view.rows.length > 0 && make("div", { class: "sign", "aria-hidden": "true" }, make("span", {}, card.sign)),
      made(card, say)),
  ];
}

function voted(view) {
  const most = Math.max(...view.rows.map((row) => row.counts[0]));
  const shown = view.rows.filter((row) => row.letter !== "?" || row.counts[0]);
  const few = shown.length >= TWO ? shown.filter((row) => row.counts[0]) : shown;
  return make("section", { class: "box voted" },
    make("h3", {}, view.card.vote_title),
    make("ul", { class: "mini bars" }, few.map((row) => make("li", { class: !row.counts[0] ? "zero" : row.counts[0] === most && view.card.sign !== "?" ? "w" : "" },
      key(row.letter), make("span", { class: "lbl" }, row.text), make("b", { class: "count" }, String(row.counts[0])),
      row.counts[0] > 0 && units(row.counts[0], view.heard[0])))));
}

const CARDS = { "=": ["check", ""], "≠": ["edit", "other"], "?": ["more", "left"] };

function made(card, say) {
  const [sign, kind] = CARDS[card.sign];
  const told = (label, text) => make("p", {}, make("span", {}, label && make("b", {}, `${label} `), text));
  return make("section", { class: `box decision ${kind}` },
    make("h3", {}, icon(sign), card.head),
    make("p", { class: card.answer.length > LONG ? "answer long" : "answer" }, card.answer),
    card.flag && make("p", { class: "flag" }, icon("info"), card.flag),
    card.why && told(card.sign === "≠" && say("why"), card.why),
    card.settle && told(say("settle"), card.settle),
    card.objection && make("p", { class: "objection" }, make("span", {},
      make("b", {}, card.objection), card.objection_text && ` “${card.objection_text}”`)));
}
