// Small signs beside words; a screen reader passes over them.

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  check: ["M4 12.5l5.5 5.5L20 6.5"],
  shield: ["M12 3l7.5 2.8v5.4c0 4.6-3 7.9-7.5 9.8-4.5-1.9-7.500-5.200-7.500-9.800V5.800z", "M12 8v5M12 16.200v.1"],
  wall: ["M3 4h18v12H3z", "M12 16v4M8 20h8"],
  skip: ["M5 5l8 7-8 7z", "M18 5v14"],
  pause: ["M8 5v14M16 5v14"],
  talk: ["M4 5h16v11h-9l-5 4v-4H4z"],
  lock: ["M5 11h14v9H5z", "M8 11V8a4 4 0 018 0v3"],
  open: ["M12 4a8 8 0 100 16 8 8 0 000-16z"],
  left: ["M12 4v16M4 12h16"],
  drag: ["M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1"],
};

export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ class: "i", viewBox: "0 0 24 24", "aria-hidden": "true" })) drawn.setAttribute(key, value);
  for (const d of PATHS[name]) drawn.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", d);
  return drawn;
}
