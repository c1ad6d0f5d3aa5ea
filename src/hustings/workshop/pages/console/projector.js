// The projector's page: opened here on the other screen, in a window of its own, or on another computer.

import { alarm, complain, desk, find, make, post, show, tell } from "./shared.js";

const NAME = "hustings-wall"; // a second press finds the same window
let code = null; // {address, code}: for another computer, made in this window, works once
let failed = false; // the other screen was asked for and is not allowed or not there

// Whether the browser says that there is a second screen; it says so only on this computer or with TLS.
const extended = () => window.screen.isExtended === true && !failed;

export function startProjector() {
  window.screen.addEventListener?.("change", () => { failed = false; drawProjector(); });
}

export function drawProjector() {
  const { view, say } = desk;
  find("wall-button").classList.toggle("calls", !view.walls && !view.finished);
  show(find("projectors"), [extended(), failed, code, view.finished, view.walls], () => (view.finished ? [] : [
    make("p", { id: "walls" }, say(view.walls ? "walls_open" : "walls_none")),
    make("div", { class: "row" },
      make("button", { type: "button", id: "projector", class: view.walls ? "" : "main", onclick: openProjector }, say(extended() ? "projector_other" : "projector"))),
    make("p", { class: "quiet" }, say(failed ? "projector_refused" : extended() ? "projector_other_help" : "projector_help")),
    make("div", { class: "row" }, make("button", { type: "button", id: "projector-code", onclick: askCode }, say("projector_code"))),
    code && make("p", { id: "projector-way" }, say("projector_way"), make("br"), make("strong", {}, code.address), make("br"),
      say("join_code"), " ", make("strong", { class: "code" }, code.code)),
    alarm(),
  ]));
}

// Only ever after a press: a window that opens by itself is blocked, and shows the wall where nobody wants it.
export async function openProjector() {
  if (desk.view.finished) return;
  const there = extended() ? await otherScreen() : null;
  const place = there ? `popup,left=${there.availLeft},top=${there.availTop},width=${there.availWidth},height=${there.availHeight}` : "popup,width=1280,height=720";
  const opened = window.open("/screen", NAME, place);
  if (there) opened?.moveTo(there.availLeft, there.availTop); // a window that was open elsewhere
  opened?.focus();
  tell(find("said"), desk.say(opened ? "projector_opened" : "projector_blocked"));
  const place_ = find("projectors").querySelector(".alarm");
  tell(place_, opened ? "" : desk.say("projector_blocked"));
  if (!opened && !find("wall").open) find("wall").showModal();
}

// The screen that this window is not on; null if the browser may not tell which that is.
async function otherScreen() {
  try {
    const { screens, currentScreen } = await window.getScreenDetails();
    const others = screens.filter((one) => one !== currentScreen);
    return others.find((one) => !one.isPrimary) ?? others[0] ?? null;
  } catch {
    failed = true;
    drawProjector();
    return null;
  }
}

async function askCode() {
  const said = await post("/api/projector", {});
  complain(find("projectors").querySelector(".alarm"), said);
  if (!said.ok) return;
  code = { address: said.address, code: said.code };
  drawProjector();
}
