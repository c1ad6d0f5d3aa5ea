// What the facilitator puts on the wall beside the votes: a question to read first, a break, the read-back.

import { act, desk, find, make, show } from "./console_desk.js";

const BREAKS = [5, 10, 15];

// Put something on the wall; true once it is there.
export const projected = (body, place = find("step-alarm")) => act({ act: "project", ...body }, place);

export function startWall() {
  find("wall-button").addEventListener("click", () => find("wall").showModal());
}

export function drawWall() {
  const { view, shown, say } = desk;
  find("wall-button").hidden = view.finished;
  find("wall-now").textContent = say(`wall_${view.projected.kind}`);
  show(find("wall-ways"), [view.projected, view.current?.phase, shown?.question.id, shown?.practice], () => [
    make("div", { class: "row" },
      shown && !shown.practice && way("question", say("wall_show"), { what: "question", question: shown.question.id }),
      view.projected.kind !== "room" && way("room", say("wall_back"), { what: "room" })),
    make("section", {}, make("h3", {}, say("wall_pause")), make("div", { class: "row" }, BREAKS.map((minutes) =>
      way(`break-${minutes}`, say("minutes", { n: minutes }), { what: "break", minutes })))),
    make("section", {}, make("h3", {}, say("readback")), make("div", { class: "row" }, pages(view.projected))),
  ]);
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
