// What is said to who hears the page.

import { find, make } from "../common.js";

// One polite place for all of it; only the part that changed is spoken.
export function announce(part, text) {
  const place = find("said");
  const name = `said-${part}`;
  const said = find(name) ?? place.appendChild(make("p", { id: name }));
  if (said.textContent !== text) said.textContent = text;
}
