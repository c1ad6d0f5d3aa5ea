// What the facilitator puts on the wall beside the votes: a question to read first, a break, the read-back.

import { drawProjector, startProjector } from "./projector.js";
import { act, desk, find, kept, make, show, text } from "./shared.js";

const BREAKS = [5, 10, 15];

// Put something on the wall; true once it is there.
export const projected = (body, place = find("step-alarm")) => act({ act: "project", ...body }, place);

export function startWall() {
  find("wall-button").addEventListener("click", () => find("wall").showModal());
  startProjector();
}

export function drawWall() {
  const { view, shown, say } = desk;
  find("wall-button").hidden = view.finished;
  drawProjector();
  find("wall-now").textContent = say(`wall_${view.projected.kind}`);
  show(find("wall-ways"), [view.projected, view.current?.phase, shown?.question.id, shown?.practice, view.warm_up], () => [
    make("div", { class: "row" },
      shown && !shown.practice && way("question", say("wall_show"), { what: "question", question: shown.question.id }),
      view.projected.kind !== "room" && way("room", say("wall_back"), { what: "room" })),
    warmUp(view.warm_up),
    make("section", {}, make("h3", {}, say("wall_pause")), make("div", { class: "row" }, BREAKS.map((minutes) =>
      way(`break-${minutes}`, say("minutes", { n: minutes }), { what: "break", minutes })))),
    make("section", {}, make("h3", {}, say("readback")), make("div", { class: "row" }, pages(view.projected))),
  ]);
}

// A question to begin with, in a few words and without names; the facilitator reads them before the room does.
function warmUp(asked) {
  const { say } = desk;
  const does = (act_, title, more = {}) => make("button", { type: "button", id: act_, onclick: () =>
    act({ act: act_, ...more }, find("wall").querySelector(".alarm")) }, title);
  if (!asked) return beginning();
  return make("section", {}, make("h3", {}, say("warm_up"), " ", make("span", { class: "quiet" }, asked.count)),
    make("p", {}, asked.question),
    make("ul", { class: "notes" }, asked.words.map((text, at) => make("li", {}, make("span", { id: `words-${at}`, dir: "auto" }, text), " ",
      make("button", { type: "button", id: `remove-${at}`, "aria-describedby": `words-${at}`, onclick: () =>
        act({ act: "remove_words", text }, find("wall").querySelector(".alarm")) }, say("warm_up_remove"))))),
    make("div", { class: "row" }, !asked.shown && does("show_warm_up", say("warm_up_show")), does("end_warm_up", say("warm_up_end"))));
}

// The usual question can be changed before it is asked.
function beginning() {
  const { say, view } = desk;
  const form = make("form", { id: "warm-up", autocomplete: "off" },
    make("h3", {}, make("label", { for: "warm-up-text" }, say("warm_up"))),
    make("input", { id: "warm-up-text", name: "text", maxlength: "200", value: view.warm_up_usual }),
    make("button", { id: "warm_up" }, say("warm_up_ask")));
  kept(form, "warm-up");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    act({ act: "warm_up", text: text(form, "text") }, find("wall").querySelector(".alarm"));
  });
  return form;
}

function pages({ kind, page, pages: all }) {
  const { say } = desk;
  const at = kind === "read_back" ? page : 0;
  return [
    at > 1 && way("page-before", say("wall_before"), { what: "read_back", page: at - 1 }),
    at < all && way("page-after", at ? say("wall_after") : say("wall_begin"), { what: "read_back", page: at + 1 }),
    at > 0 && make("span", { class: "quiet" }, say("done_of", { done: at, all })),
  ];
}

const way = (id, title, body) => make("button", { type: "button", id: `wall-${id}`, onclick: async () => {
  const done = await projected(body, find("wall").querySelector(".alarm"));
  if (done && body.what === "question") find("wall").close();
} }, title);
