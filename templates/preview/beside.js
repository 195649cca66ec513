// The text of the report beside the form, where there is room for both: it follows to what is being written.

import { root, showText } from "/own/text.js";

const host = document.getElementById("text"), form = document.getElementById("form");
let file = "", steps = [];

export async function showBeside(text) {
  host.hidden = false;
  document.body.classList.add("wide");
  await showText(text);
  follow(steps);
}

export function belongsTo(path) {
  file = path;
}

form.addEventListener("focusin", ({ target }) => {
  steps = target.closest("[data-at]")?.dataset.at.split("/") ?? [];
  follow(steps);
});

// Show the innermost block that is printed of a value.
function follow(way) {
  if (way.length < 2) return;
  const block = root.querySelector(`[data-src="${CSS.escape(`${file}#${way.join("/")}`)}"]`);
  if (!block) return follow(way.slice(0, -1));
  root.querySelectorAll(".marked").forEach((each) => each.classList.remove("marked"));
  block.classList.add("marked");
  const { top, height } = block.getBoundingClientRect(), room = host.getBoundingClientRect();
  const isInSight = top >= room.top && top + height <= room.bottom;
  if (!isInSight) host.scrollBy({ top: top - room.top - room.height / 4 });
}
