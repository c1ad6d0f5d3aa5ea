// A show of cards, or votes on paper, added to the vote that is open.

import { box } from "./decision.js";
import { act, alarm, desk, emptied, field, find, fold, kept, make, number, option, show, text } from "./shared.js";

const MANY = 9;

export function drawCards(shown) {
  const open = shown.phase === "open";
  const nobody = !desk.view.seats.some((seat) => seat.joined && !seat.observer);
  show(find("cards"), [open && [shown.question, shown.round, shown.entered]], () =>
    open && fold("card-fold", desk.say("cards"), nobody, cardForm(shown)));
}

function cardForm(shown) {
  const { say } = desk;
  const key = `cards.${shown.question.id}.${shown.round}`;
  const asked = shown.question;
  const one = asked.multiple || asked.choices.length > MANY;
  const form = make("form", { id: "card-form", autocomplete: "off" },
    make("p", { class: "quiet" }, say(one ? "cards_help_one" : "cards_help")),
    one ? ballotFields(asked) : make("div", { class: "numbers" }, asked.choices.map((choice) => howMany(`option ${choice.id}`, choice.text))),
    make("div", { class: "numbers" }, asked.others.map((other) => howMany(other.id, other.text))),
    field("source", say("source"), make("select", { name: "source" }, option("cards", say("source_cards")), option("paper", say("source_paper")))),
    alarm(),
    make("div", { class: "row" }, make("button", {}, say("cards_add")),
      shown.entered && make("button", { type: "button", id: "cards-again", onclick: () => again(form, asked.id) }, say("cards_again"))));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = { act: "count", question: asked.id, ballots: counts(form, asked), source: text(form, "source") };
    if (await act(body, form.querySelector(".alarm"))) emptied(form, key);
  });
  return kept(form, key);
}

const again = (form, question) => act({ act: "count_again", question }, form.querySelector(".alarm"));

function howMany(name, title) {
  const id = `cards-${name.replace(/ /g, "-")}`;
  return make("div", { class: "number" },
    make("label", { for: id }, title),
    make("input", { id, name, type: "number", min: "0", max: "999", inputmode: "numeric" }));
}

// One set of choices at a time, and how many people gave just this.
function ballotFields(asked) {
  const { say } = desk;
  const picks = asked.multiple
    ? make("fieldset", {}, make("legend", {}, say("cards_set")), asked.choices.map((choice) => box("pick", choice, false)))
    : field("pick", say("cards_pick"), make("select", { name: "pick" }, option("", "–"), asked.choices.map((choice) => option(choice.id, choice.text))));
  return [picks, make("div", { class: "numbers" }, howMany("set", say("cards_set_count")))];
}

function counts(form, asked) {
  const found = [];
  const add = (count, vote) => { if (count > 0) found.push({ ...vote, count }); };
  if (!asked.multiple && asked.choices.length <= MANY) {
    asked.choices.forEach((choice) => add(number(form, `option ${choice.id}`), { pick: choice.id }));
  } else if (asked.multiple) {
    add(number(form, "set"), { pick: [...form.querySelectorAll('input[name="pick"]:checked')].map((one) => one.value) });
  } else {
    add(number(form, "set"), { pick: text(form, "pick") });
  }
  asked.others.forEach((other) => add(number(form, other.id), { said: other.id }));
  return found;
}

