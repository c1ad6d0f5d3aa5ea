// A rehearsal's guide on the console: what to do next, what people say, and what was practised so far.

import { find, make, post, show } from "../common.js";
import { complain, desk } from "./shared.js";

export function drawRehearsal() {
  const { rehearsal } = desk.view;
  const place = find("rehearsal");
  if (rehearsal) place.setAttribute("aria-label", rehearsal.label);
  show(place, [rehearsal ?? null], () => (rehearsal ? guide(rehearsal) : []));
}

function guide({ label, next, talk = [], ask, practised = [], kept }) {
  return [
    make("p", { class: "label" }, make("strong", {}, label), kept && " ", kept),
    next && make("div", { class: "row" }, make("p", { class: "next", role: "status" }, next),
      ask && make("button", { type: "button", id: "ask", onclick: asking }, ask)),
    talk.length > 0 && make("ul", {}, talk.map((text) => make("li", {}, text))),
    make("p", { class: "alarm", id: "ask-alarm", role: "alert", hidden: true }),
    practised.length > 0 && make("ul", { class: "practised" }, practised.map((one) =>
      make("li", { class: one.done ? "done" : "" }, make("span", { "aria-hidden": "true" }, one.done ? "✓" : "○"), " ", one.text,
        one.done && make("span", { class: "unseen" }, ` (${one.done})`)))),
  ];
}

async function asking() {
  complain(find("ask-alarm"), await post("/api/rehearsal", {}));
}
