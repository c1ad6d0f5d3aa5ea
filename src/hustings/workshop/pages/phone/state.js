// What the parts of a phone share: what the server told last, its words, and where this phone is.

import { find, fragment, store } from "../common.js";

export const phone = {
  words: null,
  view: null, // what the server told last
  line: null, // the stream of what it tells
  out: false, // one has to come in first
  entered: false, // a code was taken, and the seat has not been seen yet
  up: true, // there is a connection
  preparing: null, // {questions, at}
  changing: "", // the vote that is being changed
  refusal: "", // why the last vote, or a link, was not taken
  invited: Boolean(fragment().link), // a personal link waits for its button: a preview of it must not use it up
  draw: () => {},
  listen: () => {},
};

export const say = (name, values) => phone.words.say(name, values);
export const ballot = find("ballot");

// A vote is for one opening of a round: one that was cancelled and opened again is another.
export const same = (one, other) => one.question === other.question && one.round === other.round && (one.opening ?? 0) === (other.opening ?? 0);

// Which question this phone shows, and in which round.
export function here() {
  if (phone.preparing) return { question: phone.preparing.questions[phone.preparing.at].id, round: 0 };
  return phone.view?.question ? { question: phone.view.question.id, round: phone.view.round, opening: phone.view.opening } : null;
}

export const draft = () => store.get("draft", {});
export const named = ({ question, round, opening }) => `${question}/${round}/${opening ?? 0}`;
