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
  people: ["M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7z", "M2.500 20c0-3.600 2.900-6 6.500-6s6.500 2.400 6.500 6", "M16 4.500a3.500 3.500 0 010 6.300M18 14.600c2.100.9 3.500 2.800 3.500 5.400"],
  undo: ["M8 5L4 9l4 4", "M4 9h10a6 6 0 010 12h-3"],
  more: ["M5 12v.1M12 12v.1M19 12v.1"],
  edit: ["M4 20l1-4L16 5l3 3L8 19z"],
  shade: ["M20 14a8 8 0 01-10-10 8 8 0 1010 10z"],
  keys: ["M3 7h18v10H3z", "M7 11v.1M12 11v.1M17 11v.1M8 14h8"],
  end: ["M6 4v16", "M6 5h12l-3 4 3 4H6"],
  key: ["M8 12a4 4 0 100-.1z", "M12 12h9v4M17 12v3"],
  shut: ["M6 6l12 12M18 6L6 18"],
  up: ["M6 15l6-6 6 6"],
  down: ["M6 9l6 6 6-6"],
  minus: ["M5 12h14"],
  plus: ["M12 5v14M5 12h14"],
  hide: ["M4 4l16 16", "M10 6.200c6-1.200 10 3.300 11 5.800-.5 1.100-1.400 2.400-2.600 3.500M6.500 8C4.700 9.200 3.500 10.800 3 12c1.500 3.500 6.500 8 12.500 5.200"],
  drag: ["M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1"],
};

export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ class: "i", viewBox: "0 0 24 24", "aria-hidden": "true" })) drawn.setAttribute(key, value);
  for (const d of PATHS[name]) drawn.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", d);
  return drawn;
}
