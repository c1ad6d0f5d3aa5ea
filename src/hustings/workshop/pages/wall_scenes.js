// The scenes of the wall: what stands in its middle, and what its band says to do now.

import { make } from "./common.js";
import { drawn, icon, key, large, pips } from "./wall_parts.js";
import { decided, hanging, result } from "./wall_result.js";

const TWO = 6;
const MANY = 9;
const LONG = 24; // letters of a typed answer that still stand large

// An address as it is typed: only what is encrypted needs its beginning.
export const shortened = (address) => address.replace(/^http:\/\//, "");

// --- the middle ------------------------------------------------------------------------------------------------------

export function middle(view, room, say) {
  switch (view.scene) {
    case "join": return joining(view, room, say);
    case "before": case "open": case "closed": return asked(view, say);
    case "typed": return typed(view);
    case "result": case "rounds": return result(view, say);
    case "talk": return talk(view, say);
    case "decided": return decided(view, say);
    case "break": return pause(view.break);
    case "read_back": return readBack(view.read_back, say);
    case "warm_up": return warmUp(view.warm_up);
    default: return end(view.end, say);
  }
}

function joining(view, room, say) {
  if (!room?.code) return make("div", { class: "alone" }, make("h2", {}, say("wait")));
  return make("div", { class: "way", id: "way" },
    make("img", { src: `/qr.svg?${room.changes}`, alt: `${say("join")}: ${room.address}`, width: 330, height: 330 }),
    make("div", {},
      make("h2", {}, say("join")),
      make("p", {}, say("scan")),
      make("p", { class: "address" }, shortened(room.address)),
      make("p", {}, say("type_code")),
      make("p", { class: "code" }, room.code),
      make("p", { class: view.door.locked ? "locked" : "" }, say(view.door.locked ? "locked" : "no_app")),
      room.explains && make("p", {}, say("warned"), " ", make("b", {}, room.explains))));
}

function asked(view, say) {
  const { question } = view;
  const many = question.choices.length >= MANY;
  const listed = ["opts", question.choices.length >= TWO && "two", many && "lots"].filter(Boolean).join(" ");
  return [
    make("h2", { class: "q" }, large(question.text)),
    question.help && make("p", { class: "help" }, question.help),
    view.listed ? make("ul", { class: listed }, question.choices.map((choice) =>
      make("li", {}, key(view.letters[choice.id] ?? ""), make("span", {}, choice.text))))
      : make("p", { class: "sub" }, say("on_phones")),
  ];
}

function typed(view) {
  const { question } = view;
  return [
    make("h2", { class: "q" }, large(question.text)),
    question.help && make("p", { class: "help" }, question.help),
    make("div", { class: view.typed.length > LONG ? "typed long" : "typed" },
      make("p", { class: "answer" }, view.typed || make("span", { class: "caret", "aria-hidden": "true" }))),
  ];
}

function warmUp(told) {
  return [
    make("h2", { class: "q" }, told.question),
    told.words.length > 0 && make("ul", { class: told.words.length > TWO ? "opts two words" : "opts words" },
      told.words.map((text) => make("li", { dir: "auto" }, make("span", {}, text)))),
    told.more && make("p", { class: "sub" }, told.more),
  ];
}

function talk(view, say) {
  return [
    make("p", { class: "asked" }, view.question.text),
    view.ends.length > 0 && make("div", { class: "vs" }, view.ends.map((end, at) => make("section", { class: "side" },
      make("h3", {}, end.letter && key(end.letter), icon(at ? "high" : "low"), end.title,
        make("span", { class: "uu" }, end.count <= 10 && Array.from({ length: end.count }, () => make("i")), end.votes)),
      make("p", {}, end.text)))),
    make("ol", { class: "prompts" }, ["prompt_seen", "prompt_check", "prompt_proof"].map((name) => make("li", {}, say(name)))),
  ];
}

function pause(told) {
  const all = (part) => drawn("svg", { class: "bar", viewBox: `0 0 ${part.all} 1`, preserveAspectRatio: "none", "aria-hidden": "true" },
    drawn("rect", { width: part.done, height: 1 }));
  return [
    make("div", { class: "head" }, make("h2", { class: "hero" }, told.title), told.line && make("p", { class: "sub" }, told.line)),
    make("ol", { class: "track" }, told.parts.map((part) => make("li", { class: part.now ? "now" : "" },
      all(part), make("b", {}, part.title), make("span", { class: "of" }, part.says)))),
    told.index && index(told.index),
  ];
}

// The index as a range on the scale of bands.
function index(told) {
  const ends = [...told.bands.slice(1).map((band) => band.from), 100];
  const scale = drawn("svg", { class: "scale", viewBox: "0 0 1000 50", preserveAspectRatio: "none", "aria-hidden": "true" },
    told.bands.map((band, at) => drawn("rect", { class: at % 2 ? "bg2" : "bg", x: band.from * 10, y: 8, width: (ends[at] - band.from) * 10, height: 34 })),
    drawn("rect", { class: "iv", x: told.low * 10, y: 2, width: Math.max((told.high - told.low) * 10, 6), height: 46, rx: 4 }));
  const names = make("p", { class: "bandnames" }, told.bands.map((band, at) =>
    make("span", { class: band.reached ? "b" : "" }, `${band.title} ${band.from}–${ends[at]}`)));
  names.style.gridTemplateColumns = told.bands.map((band, at) => `${ends[at] - band.from}fr`).join(" ");
  return make("div", { class: "idx" },
    make("p", { class: "row" }, make("b", { class: "val" }, told.value), make("span", {}, told.says)), scale, names);
}

function readBack(told, say) {
  const marks = { agreed: "check", mixed: "half", split: "diamond", left: "more" };
  return [
    make("h2", {}, say("right")),
    make("ol", { class: "read" },
      make("li", { class: "hd", "aria-hidden": "true" }, ["question", "answer", "room"].map((name) => make("span", {}, say(name)))),
      told.lines.map((line) => make("li", {},
        make("span", { class: "qq" }, line.question), make("span", { class: "a" }, line.answer),
        line.chip && make("span", { class: `chip ${line.status}` }, icon(marks[line.status] ?? "edit"), line.chip)))),
  ];
}

function end(told, say) {
  return [
    make("h2", { class: "hero" }, say("ended")),
    told.index && index(told.index),
    told.steps.length > 0 && make("ol", { class: "steps" }, told.steps.map((step) => make("li", {},
      make("span", { class: "due" }, step.due), make("b", {}, step.title), make("span", { class: "who" }, step.who)))),
  ];
}

// --- the band --------------------------------------------------------------------------------------------------------

const band = (kind, ...parts) => make("div", { class: `band ${kind}` }, parts);
const aside = (text) => text && make("span", { class: "end" }, make("small", {}, text));
const both = (title, line) => make("span", {}, make("strong", {}, title), line && make("small", {}, line));

export function foot(view, say) {
  if (view.cancelled && ["join", "before", "typed"].includes(view.scene)) return band("slim stop", both(say("cancelled"), view.cancelled));
  switch (view.scene) {
    case "join": return band("plainly", make("strong", {}, view.seats), pips(view.people.here, view.people.expected), aside(view.people.of));
    case "before": return band("", both(say("read_first")), aside(view.people.ready));
    case "typed": return band("slim", icon("edit"), both(say(view.typed ? "written" : "typed")), aside(say("typed_help")));
    case "open": return voting(view, say);
    case "closed": return band("stop", icon("lock", "big"), both(say("closed"), say("closed_help", view.count)));
    case "talk": return [
      drawn("svg", { class: "drain", viewBox: "0 0 100 1", preserveAspectRatio: "none", "aria-hidden": "true" }, drawn("rect", { id: "drain", width: 100, height: 1 })),
      band("talk", icon("talk", "big"), make("span", {},
        make("strong", { class: "while" }, say("talk")), make("strong", { class: "after" }, say("last_word")),
        make("small", {}, say("talk_help"))))];
    case "result": case "rounds":
      return view.hangs ? hanging(view.hangs, say) : band("slim", both(view.finding.ask.title), aside(view.finding.ask.line));
    case "decided": return make("div", { class: "none" });
    case "warm_up": return band(view.warm_up.shown ? "talk" : "vote", view.warm_up.shown && icon("talk", "big"),
      both(say(view.warm_up.shown ? "words_talk" : "words_write"), say("words_kept")), aside(view.warm_up.count));
    case "break": return band("talk", icon("clock", "big"), both(view.break.back, say("keeps_seat")));
    case "read_back": return band("slim", both(say("say_stop")), aside(view.read_back.says));
    default: return band("slim done", icon("check"), both(say("deleted")), aside(say("draft")));
  }
}

function voting({ count, round_text: again }, say) {
  if (count.full) {
    return band("done all", make("span", { class: "disc" }, icon("check")),
      both(count.all_in, say("can_change")), make("span", { class: "end" }, pips(count.cast, count.all)));
  }
  return band("vote", make("span", { class: "num", "aria-hidden": "true" }, String(count.cast), " ", make("small", {}, say("of", { n: count.all }))),
    make("span", { "aria-hidden": "true" }, make("strong", {}, say("votes_in")), again && make("small", {}, say("again_help"))), make("span", { class: "end" }, pips(count.cast, count.all)));
}
