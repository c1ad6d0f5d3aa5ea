"""What does not fit on a page: boxes whose content is wider than they are, and texts that lie on each other."""

from __future__ import annotations

from playwright.sync_api import Page

MEASURE = """() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && !one.closest(".unseen, .which, .skip");
  const called = (one) => `${one.tagName.toLowerCase()}${one.id ? "#" + one.id : ""}.${one.className}: `
    + one.textContent.trim().slice(0, 40);
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) found.push(`page: ${root.scrollWidth} wide of ${innerWidth}`);
  const fields = ["INPUT", "TEXTAREA", "SELECT", "OPTION"];
  for (const one of document.body.querySelectorAll("*")) {
    if (!shown(one) || fields.includes(one.tagName) || !one.clientWidth) continue;
    if (getComputedStyle(one).webkitLineClamp !== "none") continue; // what its dots stand for sticks out, unseen
    const [inside, own] = [one.scrollWidth, one.clientWidth];
    if (inside > own + 1) found.push(`wide: ${called(one)} (${inside} of ${own})`);
  }
  return [...found, ...overlaid(shown)];

  function overlaid(shown) {
    const texts = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const around = node.parentElement;
      if (!node.data.trim() || !shown(around) || around.closest("#bar, option, datalist")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        const rect = within(box, node.parentElement);
        if (rect && !covered(rect, node.parentElement)) texts.push([rect, node]);
      }
    }
    const said = [];
    texts.forEach(([one, node], at) => texts.slice(at + 1).forEach(([other, next]) => {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide <= 2 || high <= 5 || node === next) return;
      said.push(`overlap: ${node.data.slice(0, 30)} / ${next.data.slice(0, 30)}`);
    }));
    return said;
  }

  // What of a rectangle is left once everything around it has cut off what hangs over.
  function within(box, element) {
    let { left, right, top, bottom } = box;
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      if (getComputedStyle(up).overflow === "visible") continue;
      const edge = up.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    [left, right] = [Math.max(left, 0), Math.min(right, innerWidth)];
    [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return right > left && bottom > top ? { left, right, top, bottom } : null;
  }

  // Behind a dialog or a bar that stays: not seen, so nothing lies on it.
  function covered(rect, element) {
    const top = document.elementFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
    return Boolean(top) && !top.contains(element) && !element.contains(top);
  }
}"""


def misfits(page: Page) -> list[str]:
    """Everything on a page that is wider than its box or lies on something else, in words."""
    found: list[str] = page.evaluate(MEASURE)
    return found


BELOW = """(wanted) => {
  const around = document.querySelector("#question > .scroll");
  const inside = around.getBoundingClientRect();
  const all = [...document.querySelectorAll(wanted)];
  const seen = all.filter((one) => one.checkVisibility({ visibilityProperty: true }));
  return seen.flatMap((one) => {
    const box = one.getBoundingClientRect();
    const [top, bottom] = around.contains(one) ? [inside.top, inside.bottom] : [0, innerHeight];
    return box.top >= top - 1 && box.bottom <= bottom + 1 ? []
      : [`${one.id || one.className}: ${one.textContent.slice(0, 30)} (${Math.round(box.bottom - bottom)})`];
  });
}"""
READ_ALOUD = (
    "#asked, #count, .choices > li, .finding, .ends, .hangs, .voted .bars > li, .alts, #step, #others button, #clock"
)
"""What the facilitator reads while talking: the question, its answers and votes, what hangs on them, the next step."""


def below_the_fold(page: Page) -> list[str]:
    """What of the console must be read while talking and is seen only by scrolling, in words."""
    page.evaluate("document.querySelector('#question > .scroll').scrollTop = 0")
    found: list[str] = page.evaluate(BELOW, READ_ALOUD)
    return found


def cut_off(page: Page) -> int:
    """How many pixels of a page that nobody scrolls are below its end."""
    found: int = page.evaluate("Math.max(0, document.documentElement.scrollHeight - innerHeight)")
    return found
