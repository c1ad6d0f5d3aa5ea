// A rehearsal's guide on the console: what to do next, what people say, and what was practised so far. It can be folded.

import { find, make, post, show, store } from "../common.js";
import { complain, desk } from "./shared.js";

export function drawRehearsal() {
  const { rehearsal } = desk.view;
  const place = find("rehearsal");
  const folded = store.get("guide_folded", false);
  if (rehearsal) place.setAttribute("aria-label", rehearsal.label);
  show(place, [rehearsal ?? null, folded], () => (rehearsal ? [head(rehearsal, folded), ...(folded ? [] : guide(rehearsal))] : []));
}

function head({ label, next, practised = [], kept }, folded) {
  return make("div", { class: "label" }, make("strong", {}, label), make("span", {}, kept ?? ""),
    practised.length > 0 && make("ul", { class: "practised" }, practised.map((one) =>
      make("li", { class: one.done ? "done" : "" }, make("span", { "aria-hidden": "true" }, one.done ? "✓" : "○"), " ", one.text,
        one.done && make("span", { class: "unseen" }, ` (${one.done})`)))),
    next && make("button", { type: "button", id: "guide-fold", class: "plain", "aria-expanded": String(!folded), onclick: () => {
      store.set("guide_folded", !folded);
      drawRehearsal();
    } }, desk.say(folded ? "guide_show" : "guide_hide")));
}

function guide({ next, talk = [], ask }) {
  return [
    next && make("div", { class: "row" }, make("p", { class: "next", role: "status" }, next),
      ask && make("button", { type: "button", id: "ask", onclick: asking }, ask)),
    talk.length > 0 && make("ul", { class: "talk" }, talk.map((text) => make("li", {}, text))),
    make("p", { class: "alarm", id: "ask-alarm", role: "alert", hidden: true }),
  ];
}

async function asking() {
  complain(find("ask-alarm"), await post("/api/rehearsal", {}));
}
