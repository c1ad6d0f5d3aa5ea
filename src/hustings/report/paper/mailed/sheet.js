"use strict";
// A worksheet that was mailed: it works without a server and without a network. What is ticked stays in this browser and
// leaves it only as the file that is saved here and sent back by hand.
(() => {
  const form = document.getElementById("sheet");
  const said = document.getElementById("said");
  const words = document.body.dataset;
  const fields = [...form.querySelectorAll("[data-field]")];
  const sets = [...form.querySelectorAll("fieldset")];
  const stamp = fields.find((field) => field.type === "hidden").value;
  const key = `hustings.sheet.${stamp}`;
  const boxed = (field) => field.type === "radio" || field.type === "checkbox";
  const taken = (field) => (boxed(field) ? (field.checked ? "on" : "") : field.value);
  let unsaved = false;

  function filled() {
    return Object.fromEntries(fields.map((field) => [field.dataset.field, taken(field)]).filter(([, value]) => value !== ""));
  }

  function answered(set) {
    return [...set.querySelectorAll("[data-field]")].some((field) => field.tagName !== "TEXTAREA" && taken(field) !== "");
  }

  function draw() {
    for (const set of sets) set.querySelector(".clear").hidden = !answered(set);
    const done = sets.filter(answered).length;
    said.textContent = words.answered.replace("{done}", done).replace("{all}", sets.length);
  }

  function restore() {
    let kept = {};
    try {
      kept = JSON.parse(localStorage.getItem(key)) ?? {};
    } catch { /* this browser keeps nothing for files */ }
    for (const field of fields) {
      const value = kept[field.dataset.field];
      if (typeof value !== "string" || field.type === "hidden") continue;
      if (boxed(field)) field.checked = value === "on";
      else field.value = value;
      if (field.tagName === "TEXTAREA" && value) field.closest("details").open = true;
    }
  }

  function changed() {
    unsaved = true;
    try {
      localStorage.setItem(key, JSON.stringify(filled()));
    } catch { /* it is still on the page */ }
    draw();
  }

  // What cannot go together: “not my area” beside a choice, or a tick beside a value that was written.
  form.addEventListener("input", (event) => {
    const set = event.target.closest("fieldset");
    if (set && event.target.tagName !== "TEXTAREA") {
      const lonely = event.target.hasAttribute("data-alone");
      for (const other of set.querySelectorAll("[data-field]")) {
        if (other === event.target || other.tagName === "TEXTAREA") continue;
        const clash = lonely || other.hasAttribute("data-alone");
        if (clash && boxed(other)) other.checked = false;
        else if (clash) other.value = "";
      }
    }
    changed();
  });

  form.addEventListener("click", (event) => {
    if (!event.target.matches(".clear")) return;
    const set = event.target.closest("fieldset");
    for (const field of set.querySelectorAll("[data-field]")) {
      if (boxed(field)) field.checked = false;
      else field.value = "";
    }
    changed();
    set.querySelector("[data-field]").focus();
  });

  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.tagName === "INPUT") event.preventDefault(); // saves only by its button
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!sets.some(answered)) {
      said.textContent = words.none;
      return;
    }
    const text = JSON.stringify({ hustings: "answers-1", fields: filled() }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = words.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    unsaved = false;
    said.textContent = words.saved.replace("{file}", words.file);
  });

  window.addEventListener("beforeunload", (event) => unsaved && event.preventDefault());
  restore();
  draw();
})();
