// Where the hand-ins stand: the matrix of all as the way in, or the tabs of one author above a document.

import { made } from "/own/made.js";

const board = document.getElementById("board"), tabs = document.getElementById("tabs");
const title = document.getElementById("title"), whole = document.getElementById("whole");
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

export function showBoard(told, target, of) {
  if (!target) {
    board.hidden = false;
    title.textContent = told.title ? `${told.title}: all hand-ins` : "The plan cannot be read just now";
    document.title = title.textContent;
    board.replaceChildren(matrix(told));
    return;
  }
  const row = told.rows.find(({ author, cells }) => (of ? author === of : cells.some((cell) => cell.target === target)));
  const milestone = told.milestones.find(({ report, name }) => report === target || target.split("/")[1] === name);
  tabs.replaceChildren(...(row?.cells ?? []).map((cell) => tab(cell, told, target, of)));
  title.textContent = [row?.name, milestone?.title].filter(Boolean).join(": ");
  document.title = title.textContent;
  const author = target.startsWith("local/") ? target.split("/")[2] : of;
  whole.hidden = !author || !milestone;
  if (whole.hidden) return;
  whole.textContent = of ? "Only your own pages" : "In the whole report";
  whole.href = of ? `/local/${milestone.name}/${of}` : `/${milestone.report}?of=${author}`;
}

function tab(cell, { milestones }, target, of) {
  const { number, title: name, due } = milestones.find((each) => each.name === cell.milestone);
  const said = cell.timing && cell.timing !== "in time" ? cell.timing : `due ${day.format(new Date(due))}`;
  const under = made("span", { className: cell.overdue ? "due late" : "due", textContent: `${cell.sign} ${cell.state}, ${said}` });
  const element = made("a", { href: `/${cell.target}`, title: cell.meaning }, `${number} ${name}`, under);
  const isHere = of ? target.endsWith(cell.milestone) : cell.target === target;
  if (isHere) element.setAttribute("aria-current", "page");
  return element;
}

function matrix({ issued, milestones, rows }) {
  const heads = milestones.map(({ number, title: name, due, report }) =>
    made("th", { scope: "col" }, made("a", { href: `/${report}`, textContent: `${number} ${name}` }), made("span", { textContent: `due ${day.format(new Date(due))}` })),
  );
  const lines = rows.map(({ name, cells }) =>
    made("tr", {}, made("th", { scope: "row", textContent: name }), ...milestones.map((each) => box(cells.find((cell) => cell.milestone === each.name)))),
  );
  const caption = made("caption", { textContent: issued ? `As of ${day.format(new Date(issued))}. Choose a hand-in to see its pages and its findings.` : "" });
  const table = made("table", {}, caption, made("thead", {}, made("tr", {}, made("th", { scope: "col", textContent: "Author" }), ...heads)), made("tbody", {}, ...lines));
  return made("div", { className: "grid", tabIndex: 0, role: "region", "aria-label": "All hand-ins" }, table);
}

function box(cell) {
  if (!cell) return made("td");
  const extent = [cell.extent, cell.measure && `(${cell.measure})`].filter(Boolean).join(" ");
  const lines = [cell.timing, extent, cell.counted].filter(Boolean).map((text) => made("span", { textContent: text }));
  const state = made("strong", { title: cell.meaning, textContent: `${cell.sign} ${cell.state}` });
  return made("td", { className: `${cell.state} ${cell.overdue ? "overdue" : ""}` }, made("a", { href: `/${cell.target}` }, state, ...lines));
}
