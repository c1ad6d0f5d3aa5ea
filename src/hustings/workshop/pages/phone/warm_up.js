// The warm-up: a few words to one question. They are sent, can be sent anew, and are gone when the workshop ends.

import { make, post, tell } from "../common.js";

export function warmUp({ warm_up: asked, own_words: own, seat }, say) {
  if (asked.shown || seat.observer) return [make("h2", {}, asked.question), make("p", { class: "hint" }, say("look"))];
  const told = make("p", { role: "status", hidden: true });
  const words = make("textarea", { id: "words", rows: 3, maxlength: asked.most, required: true, "aria-describedby": "words-help" }, own);
  const form = make("form", { id: "warm-up", class: "stack" },
    make("label", { for: "words" }, asked.question), words,
    make("p", { class: "hint", id: "words-help" }, say("words_help")),
    make("button", { class: "main" }, say(own ? "words_change" : "words_send")), told);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await post("/api/warm_up", { text: words.value });
    tell(told, answer.ok ? say("words_sent") : [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline"));
  });
  if (own) tell(told, say("words_sent"));
  return [form];
}
