// The decision: the answers with their votes beside them are its form. It is filled in beforehand, and what is typed stays.

import { act, alarm, desk, field, find, fold, kept, make, number, option, show, stepper, tell, text } from "./shared.js";

const MANY = 9;
const MOST_TICKED = 16; // of those the ticks stand in two columns

// In the phases before a vote it is folded away: what can be voted on is voted on.
export function drawDecide(shown) {
  const early = shown.question.votable && (shown.phase === "draft" || (shown.phase === "parked" && !shown.rounds.length));
  const may = shown.can.includes("decided");
  const inputs = [shown.question, shown.round, may, early, shown.votes_say, shown.stands, shown.states, shown.rounds];
  show(find("decide"), inputs, () => {
    if (!may) return [];
    const form = decisionForm(shown, early);
    return early ? fold("early", desk.say("do_decide"), false, form)
      : [make("h3", { class: besideVotes(shown) ? "unseen" : "" }, desk.say(shown.question.votable ? "decision" : "answer")), form];
  });
}

function decisionForm(shown, early) {
  const { say } = desk;
  const form = make("form", { id: "decision", autocomplete: "off" },
    answerFields(shown),
    shown.question.votable && make("p", { id: "otherwise", class: "otherwise", role: "status", hidden: true }),
    shown.question.votable && reasons(shown, early),
    fold("proof", say(shown.question.votable ? "proof_and_who" : "reason_and_proof"), false,
      !shown.question.votable && reasonField(""), proofFields(shown)),
    alarm(),
    make("button", { class: "main", hidden: !early }, say("do_record"))); // hidden it still makes Enter work
  form.addEventListener("submit", (event) => { event.preventDefault(); record(form, shown); });
  form.addEventListener("input", () => follow(form, shown));
  kept(form, `decide.${shown.question.id}`);
  follow(form, shown);
  return form;
}

// Reason and objections: unfolded where they are likely, and as soon as the decision is not what the votes say.
function reasons(shown, early) {
  const open = early || shown.round > 1 || !shown.rounds.length;
  return fold(`reasons-${shown.round}`, desk.say("reasons"), open, make("div", { class: "pair wide top" }, reasonField(desk.say("rationale_help")), dissentFields()));
}

const reasonField = (help) => field("rationale", desk.say("rationale"),
  make("textarea", { name: "rationale", rows: "2", maxlength: "500" }), help);

function dissentFields() {
  const { say } = desk;
  const count = make("input", { id: "dissent", name: "dissent", type: "number", min: "0", max: "999", inputmode: "numeric", placeholder: "0" });
  return make("div", { class: "field" },
    make("label", { for: "dissent" }, say("dissent")), make("p", { class: "quiet" }, say("dissent_help")),
    make("div", { class: "objections" }, stepper(count),
      make("input", { id: "dissent_text", name: "dissent_text", maxlength: "500", "aria-label": say("dissent_text"), placeholder: say("dissent_text") })));
}

function proofFields(shown) {
  const { say } = desk;
  const grades = ["E0", "E1", "E2", "E3"].map((grade) => option(grade, say(`grade_${grade}`)));
  const grade = make("select", { name: "grade" }, grades);
  grade.value = shown.stands.grade;
  return [
    make("div", { class: "pair wide" }, field("grade", say("grade"), grade),
      field("reference", say("reference"), make("input", { name: "reference", maxlength: "500", value: shown.stands.reference }))),
    make("div", { class: "pair wide" },
      field("owner", say("owner"), make("input", { name: "owner", maxlength: "60", list: "names" })),
      field("due", say("due"), make("input", { name: "due", type: "date" }))),
  ];
}

// What is filled in beforehand: what the votes say, or what was answered before. Nothing where a first vote is split.
function proposal(shown) {
  const nothing = { state: "", value: null };
  if (!shown.votes_say) return shown.stands;
  const split = shown.rounds.length === 1 && shown.rounds[0].status === "split";
  return shown.votes_say.state && !split ? shown.votes_say : nothing;
}

// The answer as one list of circles; long lists, several choices and free answers have a field under "this answer".
function answerFields(shown) {
  const { say } = desk;
  const asked = shown.question;
  const from = proposal(shown);
  const name = `said-${shown.round}`;
  const whole = !asked.choices.length || asked.multiple || asked.choices.length > MANY;
  const states = [...shown.states, ...(shown.votes_say?.lowest ? ["unresolved"] : [])];
  const circles = [
    ...(whole ? (states.length ? [["value", say(besideVotes(shown) ? "ticked_answers" : "this_answer")]] : [])
      : asked.choices.map((choice) => [`option ${choice.id}`, choice.text])),
    ...states.map((state) => [state, say(`state_${state}`)]),
  ];
  const checked = from.state === "answered" ? (whole ? "value" : `option ${from.value}`) : from.state === "blank" && whole ? "value" : from.state;
  if (besideVotes(shown)) return votedFields(shown, name, circles, checked, from);
  return make("fieldset", { class: "answer", "data-name": name },
    make("legend", { class: circles.length ? "" : "unseen" }, say("answer")),
    circles.flatMap(([value, title]) => [
      circle(name, value, title, value === checked),
      value === "value" && valueField(shown, from),
      value === "na" && reasonForNa(from),
    ]),
    whole && !states.length && valueField(shown, from));
}

const reasonForNa = (from) => make("div", { class: "field under", id: "na-reason" },
  make("label", { for: "reason" }, desk.say("reason")),
  make("input", { id: "reason", name: "reason", maxlength: "500", value: from.reason ?? "" }));

// Whether the votes stand beside the circles of the decision, so that the result is the form too.
export function besideVotes(shown) {
  const few = shown.question.choices.length <= (shown.question.multiple ? MOST_TICKED : MANY) && shown.question.choices.length > 0;
  return few && shown.can.includes("decided") && shown.rounds.some((round) => round.bars.length > 0);
}

function votedFields(shown, name, circles, checked, from) {
  const two = shown.rounds.length > 1;
  const counted = (value, round) => round.bars.find((bar) => bar.id === value);
  const marked = (value) => shown.letters[value.slice(7)] ?? "";
  const several = shown.question.multiple;
  const listed = several ? shown.question.choices.map((choice) => [`option ${choice.id}`, choice.text]) : circles.filter(([value]) => value.startsWith("option "));
  const ticked = (value) => from.state === "answered" && from.value.includes(value.slice(7));
  const aside = circles.filter(([value]) => !value.startsWith("option "));
  const made = make("fieldset", { class: several ? "answer voted several" : "answer voted", "data-name": name },
    make("legend", { class: "unseen" }, desk.say("answer")),
    make("ul", { class: ["bars", two && "two", listed.length > MANY && "columns"].filter(Boolean).join(" ") }, listed.map(([value, title]) => make("li", {},
      several ? box(`value-${shown.round}`, { id: value.slice(7), text: title }, ticked(value), marked(value)) : circle(name, value, title, value === checked, marked(value)),
      shown.rounds.map((round, at) => (round.bars.length ? units(counted(value, round), round, at < shown.rounds.length - 1, two) : make("span")))))),
    make("div", { class: "alts" }, aside.map(([value, title]) => make("div", { class: "alt" },
      circle(name, value, title, value === checked),
      counted(value, shown.rounds[0]) && shown.rounds.map((round) => make("span", { class: "count" }, two && make("span", { class: "which" }, `${round.title}: `), String(counted(value, round)?.count ?? 0)))))),
    reasonForNa(from));
  if (several) made.addEventListener("input", ({ target }) => tickedOrElse(made, target));
  return made;
}

// Who ticks an answer means the ticked ones; who picks something else instead means none of them.
function tickedOrElse(fieldset, input) {
  const ticked = fieldset.querySelector("input[value=value]");
  if (input.type === "checkbox" && ticked) ticked.checked = true;
  else if (input.type === "radio" && input !== ticked) fieldset.querySelectorAll(".bars input").forEach((one) => { one.checked = false; });
}

const BLOCKS = 10; // more voters are a plain bar

// One block is one person; those of an earlier round are hollow.
function units(bar, round, earlier, two) {
  const count = bar?.count ?? 0;
  const plain = round.heard > BLOCKS;
  const blocks = make("span", { class: `units${earlier ? " hollow" : ""}${plain ? " plain" : ""}`, "aria-hidden": "true" },
    Array.from({ length: plain ? Math.min(count, 1) : count }, () => make("i")));
  blocks.style.setProperty("--n", plain ? 1 : round.heard || 1);
  if (plain && count) blocks.firstChild.style.width = `${(100 * count) / round.heard}%`;
  return make("span", { class: count ? "measure" : "measure zero" },
    two && make("span", { class: "which" }, `${round.title}: `), blocks, make("span", { class: "count" }, String(count)));
}

function circle(name, value, title, checked, letter = "") {
  const id = `${name}-${value.replace(/ /g, "-")}`;
  return make("div", { class: "tick" },
    make("input", { type: "radio", name, id, value, checked }),
    letter && make("b", { class: "letter", "aria-hidden": "true" }, letter), make("label", { for: id }, title));
}

function valueField(shown, from) {
  const { say } = desk;
  const asked = shown.question;
  const value = from.state === "answered" ? from.value : null;
  const name = `value-${shown.round}`;
  if (asked.multiple) {
    return make("div", { class: "under", id: "value", role: "group", "aria-label": say("this_answer") },
      asked.choices.map((choice) => box(name, choice, value?.includes(choice.id))));
  }
  if (asked.choices.length) {
    const list = make("select", { name, id: "value", "aria-label": say("this_answer") },
      option("", "–"), asked.choices.map((choice) => option(choice.id, choice.text)));
    list.value = value ?? "";
    return make("div", { class: "under" }, list);
  }
  const kind = asked.type === "date" ? { type: "date" } : asked.type === "number" ? { inputmode: "decimal" } : {};
  return make("div", { class: "under with-unit" },
    make("input", { name, id: "value", "aria-label": say("this_answer"), maxlength: "4000", value: value ?? "", ...kind }), shown.unit);
}

export function box(name, choice, checked, letter = "") {
  const id = `${name}-${choice.id}`;
  return make("div", { class: "tick" },
    make("input", { type: "checkbox", name, id, value: choice.id, checked: Boolean(checked) }),
    letter && make("b", { class: "letter", "aria-hidden": "true" }, letter),
    make("label", { for: id }, choice.text));
}

// What belongs to a circle is only there while it is chosen; who writes a value means it.
function follow(form, shown) {
  warn(form, shown);
  const name = form.querySelector("fieldset.answer").dataset.name;
  const said = form.elements[name]?.value ?? "value";
  const reason = form.querySelector("#na-reason");
  if (reason) reason.hidden = said !== "na";
  const value = form.querySelector("#value");
  if (value && form.elements[name]) value.closest(".under").hidden = said !== "value";
}

// A decision that is not what the votes say is told before it is recorded, and wants a reason.
function warn(form, shown) {
  const place = form.querySelector("#otherwise");
  if (!place) return;
  const from = shown.votes_say;
  const picked = form.elements[`said-${shown.round}`]?.value ?? "";
  const proposed = from?.state === "answered" ? (shown.question.multiple ? "value" : `option ${from.value}`) : from?.state ?? "";
  const same = picked === proposed && (picked !== "value" || sameTicks(form, shown));
  const differs = Boolean(proposed && picked && !same && picked !== "unresolved" && besideVotes(shown));
  const letter = shown.letters[picked.slice(7)] ?? "";
  tell(place, differs ? desk.say(letter ? "otherwise_warning" : "otherwise_warning_other", { letter, said: from.text }) : "");
  if (differs) form.querySelector(`#reasons-${shown.round}`).open = true;
}

function answer(form, shown) {
  const said = form.elements[`said-${shown.round}`]?.value ?? "value";
  const proof = { grade: text(form, "grade"), reference: text(form, "reference") };
  if (said === "unresolved") return said;
  if (said.startsWith("option ")) return { value: said.slice(7), ...proof };
  if (said === "na") return { state: said, reason: text(form, "reason"), ...proof };
  if (said === "dont_know") return { state: said, ...proof };
  return said === "value" ? { value: value(form, shown), ...proof } : null;
}

function value(form, shown) {
  const name = `value-${shown.round}`;
  if (!shown.question.multiple) return text(form, name);
  return [...form.querySelectorAll(`input[name="${name}"]:checked`)].map((found) => found.value);
}

// Whether the form says what the votes say; of several answers all and no other.
export function asVoted(shown) {
  const said = shown.votes_say;
  const [picked, form] = [chosen(shown), find("decision")];
  if (said?.state !== "answered") return said?.state === "dont_know" && picked === said.state;
  if (picked !== "value" || !form) return picked === `option ${said.value}`;
  return sameTicks(form, shown);
}

const sameTicks = (form, shown) => [value(form, shown)].flat().sort().join() === [shown.votes_say.value].flat().sort().join();

async function record(form, shown) {
  const said = answer(form, shown);
  const made = {
    question: shown.question.id, rationale: text(form, "rationale"), dissent: number(form, "dissent"),
    dissent_text: text(form, "dissent_text"), owner: text(form, "owner"), due: text(form, "due"),
  };
  const body = said === "unresolved" ? { act: "leave_open", ...made } : { act: "decide", answer: said, ...made };
  if (shown.question.id !== desk.view.current?.question.id) desk.look = shown.question.id; // stay, and see it decided
  const done = await act(body, form.querySelector(".alarm"));
  if (done) find("step").focus();
  else if (!body.rationale && find("otherwise")?.hidden === false) find("rationale").focus();
  return done;
}

export function submitDecision() {
  find("decision")?.requestSubmit();
}

// True once it is recorded.
export async function recordDecision() {
  const form = find("decision");
  return Boolean(form?.reportValidity()) && record(form, desk.shown);
}

// What is picked as the decision: "option ID", a state, or nothing yet.
export const chosen = (shown) => find("decision")?.elements[`said-${shown.round}`]?.value ?? null;

// Go to the form; where it is folded away, unfold it.
export function startDecision() {
  const form = find("decision");
  if (!form) return;
  const folded = find("early");
  if (folded) folded.open = true;
  (form.querySelector("input:checked") ?? form.querySelector("input, select, textarea")).focus();
}
