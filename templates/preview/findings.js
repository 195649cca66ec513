// What was found, this hand-in's first: what, where, why, what to do. A click marks the place and opens the editor there.

import { offer } from "/own/fixing.js";
import { button, made } from "/own/made.js";
import { goTo, open, say } from "/own/places.js";

const WORDS = { error: "To mend", warning: "Please look", info: "Note" };
const MOST = 200; // shown at once; who has more searches
const panel = document.getElementById("findings"), elsewhere = document.getElementById("elsewhere");
const list = document.getElementById("list"), none = document.getElementById("none"), search = document.getElementById("search");
const kinds = { checked: [], paper: [] };
let current = "";

// With `of`, what is in that author's files counts as own.
export function showFindings(findings, of) {
  const isOf = ({ own, place }) => (of ? place.path.endsWith(`/${of}.yaml`) && own : own);
  kinds.checked = findings.map((each) => ({ ...each, own: isOf(each) }));
  show();
}

export function showPaper(findings) {
  kinds.paper = findings;
  show();
}

// Go on to the next finding, or back to the one before.
export function step(by) {
  const items = [...panel.querySelectorAll(".finding")].filter((each) => each.checkVisibility());
  const at = items.findIndex((each) => each.hasAttribute("aria-current"));
  const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
  if (next) choose(next);
}

export function openCurrent() {
  panel.querySelector("[aria-current] .where")?.click();
}

search.addEventListener("input", show);

function show() {
  const words = search.value.toLowerCase().split(/\s+/);
  const all = [...kinds.checked.filter(({ own }) => own), ...kinds.paper, ...kinds.checked.filter(({ own }) => !own)];
  const found = all.filter((each) => words.every((word) => JSON.stringify(each).toLowerCase().includes(word)));
  const mine = found.filter(({ own }) => own !== false), others = found.filter(({ own }) => own === false);
  document.getElementById("count").textContent = mine.length || "";
  none.hidden = mine.length > 0;
  none.textContent = all.length && !found.length ? "No finding has these words." : "Nothing was found in this document. Well done.";
  list.replaceChildren(
    ...mine.slice(0, MOST).map(item),
  );
  elsewhere.hidden = !others.length;
  elsewhere.firstElementChild.textContent = `Elsewhere in the project (${others.length})`;
  elsewhere.lastElementChild.replaceChildren(...others.slice(0, MOST).map(item));
}

function item(finding) {
  const { severity, code, message, label, help, place, notes, fixes } = finding;
  const element = made(
    "li",
    { className: `finding ${severity}` },
    made("span", { className: "weight", textContent: `${WORDS[severity]}: ` }),
    sentence(message),
    line(place, label),
    ...[place, ...notes.map((note) => ({ ...note.place, text: "", said: note.text }))].map(where),
    help ? made("p", { className: "advice", textContent: sentence(help) }) : null,
    fixes?.length ? button("Fix it …", () => offer(finding, say)) : null,
  );
  element.dataset.finding = `${code} ${place.path} ${message}`;
  if (element.dataset.finding === current) element.setAttribute("aria-current", "true");
  element.addEventListener("click", () => choose(element));
  return element;
}

// The line itself, with what is wrong in it underlined.
function line({ text, column, end }, label) {
  const from = column - 1, to = end > column ? end - 1 : text.length;
  const marked = text.trim() ? [text.slice(0, from).trimStart(), made("mark", { textContent: text.slice(from, to) }), text.slice(to)] : [];
  return marked.length ? made("code", { className: "line", title: label }, ...marked) : null;
}

function where({ path, line: number, column, said }) {
  const text = `${path}, line ${number}${said ? `: ${said}` : ""}`;
  const button = made("button", { type: "button", className: "where", textContent: text });
  button.addEventListener("click", () => open({ path, line: number, column }));
  return button;
}

function choose(element) {
  panel.querySelectorAll("[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
  element.setAttribute("aria-current", "true");
  current = element.dataset.finding;
  element.scrollIntoView({ block: "nearest" });
  const [, path, number] = element.querySelector(".where").textContent.match(/^(.+), line (\d+)/);
  goTo(`${path}:${number}`);
}

function sentence(text) {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
