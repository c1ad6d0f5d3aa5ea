// Coming in: by the code of the room, or by a personal link.

import { find, fragment, make, post, show, tell, used } from "../common.js";
import { phone, say } from "./state.js";

let given = {}; // what was typed to come in

export function joining() {
  const form = find("join");
  const roles = [make("option", { value: "" }, say("no_role")), ...phone.words.roles.map((role) => make("option", { value: role.id }, role.title))];
  const was = { ...given, ...Object.fromEntries(new FormData(form)) };
  show(form, ["join", phone.words.language], () => [
    make("h2", {}, say("join_room")),
    make("p", { id: "join-alarm", class: "alarm", role: "alert", hidden: true }),
    field("code", { value: was.code ?? fragment().code ?? "", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: 12, required: true }, "code_help"),
    field("name", { value: was.name ?? "", autocomplete: "off", maxlength: 60 }, "name_help"),
    make("p", { class: "private" }, make("strong", {}, say("private")), " ", say("private_help")),
    make("details", { id: "more", open: Boolean(was.role || was.observer) },
      make("summary", {}, say("role_or_watch")),
      make("div", { class: "stack" },
        make("div", {}, make("label", { for: "role" }, say("role")), make("select", { id: "role", name: "role" }, roles)),
        make("label", { class: "choice watch" }, make("input", { type: "checkbox", name: "observer", checked: was.observer === "on" }), say("observer")))),
    make("button", { class: "main" }, say("join")),
  ]);
  find("role").value = was.role ?? "";
}

export function invitation() {
  show(find("join"), ["link", phone.words.language], () => [
    make("h2", {}, say("link")),
    make("p", { id: "link-help" }, say("link_help")),
    make("button", { class: "main", "aria-describedby": "link-help" }, say("link_enter")),
  ]);
}

function field(name, attributes, help) {
  return make("div", { class: name },
    make("label", { for: name }, say(name)),
    make("input", { id: name, name, "aria-describedby": `${name}-help`, ...attributes }),
    make("p", { class: "hint", id: `${name}-help` }, say(help)));
}

find("join").addEventListener("submit", async (event) => {
  event.preventDefault();
  if (phone.invited) return byLink();
  given = Object.fromEntries(new FormData(event.target));
  await enter({ code: given.code, name: given.name, role: given.role, language: phone.words.language, observer: given.observer === "on" });
});

async function enter(given) {
  const answer = await post("/api/enter", given);
  if (answer.ok) {
    phone.entered = true;
    phone.out = false;
    phone.line.again();
  } else {
    const told = [answer.what, answer.hint].filter(Boolean).join(" ") || say("offline");
    if (find("join-alarm")) {
      tell(find("join-alarm"), told);
      find("code").focus();
    }
  }
}

async function byLink() {
  const answer = await post("/api/enter", { link: fragment().link, language: phone.words.language });
  if (!answer.status) return tell(find("link"), say("unreachable"));
  phone.invited = false;
  used();
  if (answer.ok) await post("/api/me", { language: phone.words.language }); // the roster does not know what this phone speaks
  else phone.refusal = [answer.what, answer.hint].filter(Boolean).join(" ");
  phone.listen();
}
