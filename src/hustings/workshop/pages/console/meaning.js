// What stands behind a question: why it is asked, what proves it, who knows, and what each answer would change.

import { desk, find, fold, make, post, roleTitle, show } from "./shared.js";

const FREE = ["draft", "open", "closed"];

// Before the votes are shown it is there to be read; afterwards it is folded away.
export function drawMeaning(shown) {
  const { say } = desk;
  const parts = [
    [say("why"), shown.question.why], [say("proof"), shown.evidence], [say("who"), shown.role && roleTitle(shown.role)],
  ].filter(([, text]) => text);
  const compares = shown.question.votable && !shown.question.multiple && !shown.practice && !desk.view.finished;
  show(find("meaning"), [parts, FREE.includes(shown.phase), compares, shown.question.id], () => {
    const list = make("dl", { class: "meaning" }, parts.map(([title, text]) => make("div", {}, make("dt", {}, title.replace(/\.$/, "")), make("dd", {}, text))));
    return [
      parts.length > 0 && (FREE.includes(shown.phase) ? list : fold("more", say("more"), false, list)),
      compares && changes(shown.question.id),
    ];
  });
}

// Worked out when it is asked for: it scores the whole case once for each answer.
function changes(question) {
  const place = make("div", { id: "what-changes" });
  const folded = fold("changes", desk.say("changes"), false, place);
  const fill = async () => {
    if (!folded.open) return;
    const told = await post("/api/what_changes", { question });
    place.replaceChildren(...(told.ok ? table(told) : [make("p", { class: "quiet" }, told.what ?? desk.say("unreachable"))]));
  };
  folded.addEventListener("toggle", fill);
  return folded;
}

function table({ now, lines, nothing }) {
  return [
    make("p", { class: "quiet" }, now || nothing),
    make("ul", { class: "choices" }, lines.map((line) => make("li", {},
      line.letter && make("b", { class: "letter" }, line.letter),
      make("span", {}, line.text, ": ", make("strong", {}, line.says), line.gates.length > 0 && " ", line.gates.join(" "))))),
    lines.length > 0 && make("p", { class: "quiet" }, desk.say("changes_help")),
  ].filter(Boolean);
}
