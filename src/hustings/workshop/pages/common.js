// What the pages share: asking the server, hearing from it, its words, and elements that hold text and never markup.

const PATIENCE = 8000; // milliseconds for an answer; a phone that sleeps leaves requests hanging
const SILENCE = 40000; // the server says something every 15 seconds
const AGAIN = [500, 1000, 2000, 4000];

// --- asking ------------------------------------------------------------------------------------------------------

// Send JSON. Answers {ok, status, ...what the server said}; status 0 where it could not be reached.
// A refusal is in words: {what, hint}.
export function post(path, body) {
  return asked(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

// Ask for JSON; answers like `post`.
export function ask(path) {
  return asked(path, {});
}

// Send a file as it is; answers like `post`.
export function upload(path, file) {
  return asked(path, { method: "POST", headers: { "content-type": "application/pdf" }, body: file }, 4 * PATIENCE);
}

async function asked(path, how, patience = PATIENCE) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(path, { ...how, signal: stop.signal, credentials: "same-origin" });
    const said = await answer.json().catch(() => ({}));
    return { ...said, ok: answer.ok, status: answer.status };
  } catch {
    return { ok: false, status: 0 };
  } finally {
    clearTimeout(timer);
  }
}

// --- hearing -----------------------------------------------------------------------------------------------------

// Hear every view of a face: onView(view). onLink(up) says when the connection is lost or back, onOut() that one has to
// come in first; after that `again()` tries once more. Whatever was missed does not matter: each view is the whole truth.
export function live(face, { onView, onLink = () => {}, onOut = () => {} }) {
  let source = null;
  let heard = performance.now();
  let tries = 0;
  let retry = 0;
  let ended = false;

  function close() {
    clearTimeout(retry);
    if (source) source.close();
    source = null;
  }

  function alive() {
    heard = performance.now();
    tries = 0;
    onLink(true);
  }

  function open() {
    close();
    ended = false;
    heard = performance.now();
    const mine = new EventSource(`/api/live?face=${face}`);
    let opened = false;
    source = mine;
    mine.onopen = () => { opened = true; alive(); };
    mine.addEventListener("beat", alive);
    mine.onmessage = (message) => { alive(); onView(JSON.parse(message.data)); };
    mine.onerror = () => { if (source === mine) lost(opened); };
  }

  // A stream does not say why it was refused; an ordinary request does.
  async function lost(opened) {
    close();
    if (!opened && (await refused(face))) {
      ended = true;
      onLink(true);
      onOut();
    } else {
      onLink(false);
      later();
    }
  }

  function later() {
    const wait = AGAIN[Math.min(tries++, AGAIN.length - 1)];
    clearTimeout(retry);
    retry = setTimeout(open, wait * (0.75 + Math.random() / 2)); // not all phones in the same instant
  }

  function awake() {
    if (!ended && document.visibilityState === "visible") open();
  }

  document.addEventListener("visibilitychange", awake);
  window.addEventListener("pageshow", (event) => event.persisted && awake());
  window.addEventListener("online", awake);
  window.addEventListener("offline", () => onLink(false));
  setInterval(() => !ended && performance.now() - heard > SILENCE && open(), 5000);
  open();
  return { again: open, close: () => { ended = true; close(); } };
}

async function refused(face) {
  const stop = new AbortController();
  try {
    const answer = await fetch(`/api/live?face=${face}`, { signal: stop.signal });
    return answer.status === 403;
  } catch {
    return false;
  } finally {
    stop.abort();
  }
}

// --- words -------------------------------------------------------------------------------------------------------

// The words of a face: {language, languages, roles, say(name, values)}. Codes are tried in turn; one that the room does
// not speak, such as "home", gives the facilitator's language. Asks until it is answered.
export async function labels(face, codes) {
  const first = await words(face, codes[0] || "home");
  if (first.language === codes[0]) return first;
  const other = codes.find((code) => first.languages.some((known) => known.code === code));
  return other && other !== first.language ? words(face, other) : first;
}

async function words(face, code) {
  for (;;) {
    const found = await ask(`/labels/${face}/${encodeURIComponent(code)}.json`);
    if (found.ok) {
      const say = (name, values = {}) => filled(found.words[name] ?? name, values);
      return { language: found.language, languages: found.languages, roles: found.roles, say };
    }
    await new Promise((go) => setTimeout(go, 1000));
  }
}

const filled = (text, values) => text.replace(/\{([a-z_]+)\}/g, (all, name) => values[name] ?? all);

// The languages of this browser, best first, without their regions.
export const spoken = () => [...new Set(navigator.languages.map((code) => code.split("-")[0].toLowerCase()))];

// --- elements ----------------------------------------------------------------------------------------------------

// Shows the page. Call it once all fixed words of the page are in their places.
export const worded = () => document.documentElement.classList.add("worded");

export const find = (id) => document.getElementById(id);

// make("button", {type: "button", onclick: go}, "Go"): an element. Children are elements or texts; empty ones are left
// out. Nothing that anybody wrote is ever taken for markup.
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.flat().filter((child) => child != null && child !== "" && child !== false));
  return made;
}

const keys = new WeakMap();

// Fill a place again only if what it shows has changed, so that focus, typing and reading are not disturbed.
// build() gives elements or texts. True if it was filled.
export function show(place, inputs, build) {
  const key = JSON.stringify(inputs);
  if (keys.get(place) === key) return false;
  keys.set(place, key);
  const inside = place.contains(document.activeElement) && document.activeElement !== place;
  const focused = inside ? document.activeElement.id : "";
  place.replaceChildren(...[build()].flat().filter((child) => child != null && child !== "" && child !== false));
  place.hidden = !place.hasChildNodes();
  if (inside) (find(focused) || document.querySelector("main")).focus({ preventScroll: true });
  return true;
}

// Set a text only if it differs: a live region speaks once.
export function tell(place, text) {
  if (place.textContent !== text) place.textContent = text;
  place.hidden = !text;
}

// Something kept in this browser, and in memory where the browser keeps nothing.
const memory = new Map();
export const store = {
  get(name, otherwise = null) {
    try {
      return JSON.parse(localStorage.getItem(`hustings.${name}`)) ?? otherwise;
    } catch {
      return memory.get(name) ?? otherwise;
    }
  },
  set(name, value) {
    memory.set(name, value);
    try {
      localStorage.setItem(`hustings.${name}`, JSON.stringify(value));
    } catch { /* kept in memory */ }
  },
};

// Random letters; `crypto.randomUUID` exists only with TLS.
export const random = () => [...crypto.getRandomValues(new Uint8Array(12))].map((n) => n.toString(36)).join("");

// What stands behind the # of the address: {code} or {link}. `used` takes it out of the address bar.
export function fragment() {
  const text = decodeURIComponent(location.hash.slice(1));
  if (text.startsWith("link=")) return { link: text.slice(5) };
  return text ? { code: text } : {};
}
export const used = () => history.replaceState(null, "", location.pathname);

// --- what both the room and its phones look at -------------------------------------------------------------------

// A countdown by the server's seconds: this device's clock is asked only how much time has passed.
export function countdown(place, ended) {
  let timer = null;
  let from = 0;
  let told = true;
  function tick() {
    if (!timer) return tell(place, "");
    const gone = timer.running ? (performance.now() - from) / 1000 : 0;
    const left = Math.max(0, Math.ceil(timer.left - gone));
    tell(place, `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`);
    place.classList.toggle("over", left === 0);
    if (left === 0 && !told) ended();
    told = left === 0;
  }
  setInterval(tick, 250);
  return (now) => { timer = now; from = performance.now(); tick(); };
}

const SHAPES = { agreed: "✓", mixed: "◐", split: "◆", few: "○" };

// How far a round agrees: a shape and a word, so that colour is not needed.
export function chip(round) {
  return make("span", { class: `chip ${round.status}` },
    make("span", { "aria-hidden": "true" }, SHAPES[round.status]), " ", round.chip);
}
