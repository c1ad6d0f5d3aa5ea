// Small parts of the wall: icons, letters, blocks of votes, the clock, the tones, and letters that fit.

import { find, make, store } from "./common.js";

const SVG = "http://www.w3.org/2000/svg";
const BLOCKS = 10; // more voters are a plain bar

export function drawn(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().filter(Boolean));
  return made;
}

export const icon = (name, more = "") =>
  drawn("svg", { class: `i ${more}`, viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("use", { href: `#i-${name}` }));

export const key = (letter) => make("span", { class: "k", "aria-hidden": "true" }, letter);

// Large words whose lines do not end after a single letter, as in "E-mail".
export const large = (text) => text.replace(/(?<!\p{L})(\p{L}-)(?=\p{L})/gu, "$1\u2060");

// One block is one person; all bars have one scale, the width of everybody who voted.
export function units(count, all) {
  const plain = all > BLOCKS;
  const place = make("span", { class: plain ? "units plain" : "units", "aria-hidden": "true" });
  place.style.setProperty("--n", plain ? 1 : all);
  const blocks = plain ? (count ? [make("i")] : []) : Array.from({ length: count }, () => make("i"));
  if (plain && count) blocks[0].style.width = `${(100 * count) / all}%`;
  place.append(...blocks);
  return place;
}

// Circles for people, filled from the left; none where they would be too many.
export function pips(on, all) {
  if (!all || all > BLOCKS) return "";
  return make("span", { class: "pips", "aria-hidden": "true" }, Array.from({ length: all }, (_, at) =>
    make("i", { class: at < on ? "on" : "" }, at < on && icon("check"))));
}

const SIGNS = { agreed: "check", mixed: "half", split: "diamond", otherwise: "edit", left: "more", recorded: "edit", few: "more" };

// How far a round agrees: a sign and a word, so that colour is not needed.
export const chip = (status, text) => make("span", { class: `chip ${status}` }, icon(SIGNS[status] ?? "more"), text);

export function track(done, all) {
  return drawn("svg", { class: "prog", viewBox: `0 0 ${all || 1} 1`, preserveAspectRatio: "none", "aria-hidden": "true" },
    drawn("rect", { width: done, height: 1 }));
}

// --- letters that fit ------------------------------------------------------------------------------------------------

const SIZES = [1.24, 1.12, 1, 0.9, 0.82]; // never in between: the wall must not breathe
const INSIDE = ".opts, .rows, .vs, .cols, .pair, .read, .steps, .typed, .mini, .box, .side, .steps li, .way, .idx, .track, .head";

function over() {
  const main = find("scene");
  const body = document.body;
  if (body.scrollHeight > body.clientHeight + 1 || main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1) return true;
  const bottom = main.offsetTop + main.clientHeight - parseFloat(getComputedStyle(main).paddingBottom);
  return [...main.children].some((one) => one.offsetTop + one.offsetHeight > bottom + 3)
    || [...main.querySelectorAll(INSIDE)].some((one) => one.scrollHeight > one.clientHeight + 5 || one.scrollWidth > one.clientWidth + 5);
}

// The largest size at which nothing hangs over. Beyond the smallest the help goes, then long texts are cut to two lines.
// `steady`: measured with the tallest band, so that the question does not move while people vote.
export function fit(steady) {
  const root = document.documentElement;
  root.classList.remove("dropped", "clamped");
  root.classList.toggle("measuring", steady);
  const fits = () => SIZES.some((size) => {
    root.style.setProperty("--s", size);
    return !over();
  });
  for (const last of ["dropped", "clamped"]) {
    if (fits()) break;
    root.classList.add(last);
  }
  if (root.classList.contains("clamped")) fits();
  root.classList.remove("measuring");
}

// --- the clock -------------------------------------------------------------------------------------------------------

// A countdown by the server's seconds, with the line that drains; `ended` is called once when the time is over.
export function clock(ended) {
  let timer = null;
  let from = 0;
  let told = true;
  function tick() {
    const place = find("timer");
    place.hidden = !timer;
    if (!timer) return document.body.classList.remove("over");
    const gone = timer.running ? (performance.now() - from) / 1000 : 0;
    const left = Math.max(0, timer.left - gone);
    const whole = Math.ceil(left);
    const text = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    if (place.textContent !== text) place.textContent = text;
    find("drain")?.setAttribute("width", timer.of ? (100 * left) / timer.of : 0);
    document.body.classList.toggle("over", whole === 0);
    if (whole === 0 && !told) ended();
    told = whole === 0;
  }
  setInterval(tick, 250);
  return (now) => { timer = now; from = performance.now(); tick(); };
}

// --- tones -----------------------------------------------------------------------------------------------------------

let audio = null;

// Soft tones, made here and only where somebody switched them on: two for “all votes are in”, a low one for “time over”.
export function chime(...tones) {
  if (!store.get("sound", false) || !window.AudioContext) return;
  audio ??= new AudioContext();
  tones.forEach((tone, at) => {
    const [wave, loud, start] = [audio.createOscillator(), audio.createGain(), audio.currentTime + at * 0.22];
    wave.frequency.value = tone;
    loud.gain.setValueAtTime(0.0001, start);
    loud.gain.exponentialRampToValueAtTime(0.14, start + 0.03);
    loud.gain.exponentialRampToValueAtTime(0.0001, start + 0.5);
    wave.connect(loud).connect(audio.destination);
    wave.start(start);
    wave.stop(start + 0.55);
  });
}
