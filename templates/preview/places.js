// From what is shown to its line, and from a line to where it is shown. `data-src` and the map of the PDF say which is which.

import { ask, Refused } from "/own/asking.js";
import { made } from "/own/made.js";
import { figureOf, shown } from "/own/pages.js";
import { hasText, root } from "/own/text.js";

const said = document.getElementById("said");
let timer = 0;

export function say(text) {
  said.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => (said.textContent = ""), 6000);
}

// Ask for the editor at a place: a pointer, or a path with a line.
export async function open(place) {
  try {
    const { path, line, link } = await ask("/open", place);
    if (link) location.href = link;
    say(link ? `${path}, line ${line}. If no editor opens: set WP3_EDITOR before you start the preview.` : `Opened in your editor: ${path}, line ${line}`);
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    say(reason.message);
  }
}

root.addEventListener("click", (event) => {
  const [target] = event.composedPath();
  const link = target.closest("a[href^='#']");
  const source = target.closest("[data-src]")?.dataset.src;
  if (link) {
    event.preventDefault();
    root.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView({ block: "start" });
  } else if (source && !target.closest("a") && getSelection().isCollapsed) {
    open({ pointer: source });
  }
});

// The innermost place under a click on a page, as the map has it: points from the lower left.
export function openSpot(figure, event) {
  const box = figure.querySelector("img").getBoundingClientRect();
  const page = Number(figure.dataset.page), sheet = shown.map.pages[page - 1];
  const x = ((event.clientX - box.left) / box.width) * sheet.width;
  const y = (1 - (event.clientY - box.top) / box.height) * sheet.height;
  const holds = (each) => each.page === page && x >= each.x && x <= each.x + each.width && y >= each.y && y <= each.y + each.height;
  const inner = shown.map.places.filter(holds).sort((a, b) => a.width * a.height - b.width * b.height)[0];
  if (inner) open({ pointer: shown.map.sources[inner.source].pointer });
}

// Show where `path:line` is printed, in the text and on the pages; whether it is.
export async function goTo(at) {
  if (!hasText()) return false;
  const [, path, line] = at.match(/^(.+?):(\d+)/) ?? [null, at, "1"];
  const lines = await (await fetch(`/lines${location.pathname}`)).json();
  const before = Object.entries(lines).filter(([pointer, each]) => pointer.startsWith(`${path}#`) && each <= Number(line));
  const [pointer] = before.sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0] ?? [];
  if (pointer) mark(pointer);
  return Boolean(pointer);
}

function mark(pointer) {
  const element = root.querySelector(`[data-src="${CSS.escape(pointer)}"]`);
  root.querySelectorAll(".marked").forEach((each) => each.classList.remove("marked"));
  element?.classList.add("marked");
  element?.scrollIntoView({ block: "center" });
  document.querySelectorAll(".spot").forEach((each) => each.remove());
  const places = shown?.map.places.filter(({ source }) => shown.map.sources[source].pointer === pointer) ?? [];
  places.forEach(spot);
  document.querySelector(".spot")?.scrollIntoView({ block: "center" });
}

function spot({ page, x, y, width, height }) {
  const sheet = shown.map.pages[page - 1];
  const element = made("div", { className: "spot" });
  const part = (length, whole) => `${(100 * length) / whole}%`;
  element.style.left = part(x, sheet.width);
  element.style.top = part(sheet.height - y - height, sheet.height);
  element.style.width = part(width, sheet.width);
  element.style.height = part(height, sheet.height);
  figureOf(page)?.append(element);
}
