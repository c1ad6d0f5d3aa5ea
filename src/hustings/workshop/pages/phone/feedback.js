// The form at the end: three questions with four steps. The server counts the ticks; nobody's form is kept.

import { make, post, tell } from "../common.js";
import { announce } from "./announce.js";
import { phone, say } from "./state.js";

const QUESTIONS = ["clear", "free", "time"];
const STEPS = ["no", "rather_no", "rather_yes", "yes"];

export function feedback() {
  const refused = make("p", { class: "alarm", role: "alert", hidden: true });
  const form = make("form", { id: "feedback", class: "stack" },
    make("p", {}, say("form")),
    QUESTIONS.map(asked),
    make("p", { class: "hint" }, say("form_help")),
    refused,
    make("button", { class: "main" }, say("form_send")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, refused);
  });
  return form;
}

const asked = (name) => make("fieldset", {},
  make("legend", {}, say(`form_${name}`)),
  make("div", { class: "scale" }, STEPS.map((step) => make("label", { class: "choice" },
    make("input", { type: "radio", name, value: step }), make("span", {}, say(`form_${step}`))))));

async function send(form, refused) {
  const answer = await post("/api/feedback", Object.fromEntries(new FormData(form)));
  if (!answer.ok && answer.status !== 403) return tell(refused, [answer.what, answer.hint].filter(Boolean).join(" ") || say("unreachable"));
  phone.view.form = answer.ok ? "sent" : false;
  phone.draw();
  announce("state", answer.ok ? say("form_sent") : answer.what);
}
