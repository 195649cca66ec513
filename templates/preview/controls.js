// What a value is typed or chosen with, by its kind. Each control reads and shows; when to save is the field's business.

import { made } from "/own/made.js";

export function control(node, id) {
  return (controls[node.kind] ?? line)(node, id);
}

const controls = { prose: area, text: area, words: area, choice: select, choices: boxes, day };

function area({ kind }, id) {
  const element = made("textarea", { id, rows: kind === "prose" ? 4 : 1, spellcheck: true });
  if (kind === "text") {
    element.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // one sentence has one line
    });
  }
  const grow = () => {
    element.style.height = "auto"; // for browsers that do not let a box grow with its text
    element.style.height = `${element.scrollHeight + 2}px`;
  };
  if (!CSS.supports("field-sizing", "content")) element.addEventListener("input", grow);
  const joined = (value) => (Array.isArray(value) ? value.join("\n") : value);
  const read = () => (kind === "words" ? element.value.split("\n").map((each) => each.trim()).filter(Boolean) : element.value);
  return { element, focusable: element, read, show: (value) => (element.value = joined(value)) };
}

function line(node, id) {
  const element = made("input", { id, type: "text", autocomplete: "off", spellcheck: false });
  return { element, focusable: element, read: () => element.value, show: (value) => (element.value = value) };
}

function day(node, id) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(node.value) || !node.value; // what a calendar cannot show has to be seen, too
  const element = made("input", { id, type: isDay ? "date" : "text" });
  const show = (value) => {
    if (value && !/^\d{4}-\d\d-\d\d$/.test(value)) element.type = "text";
    element.value = value;
  };
  return { element, focusable: element, read: () => element.value, show };
}

function select({ choices }, id) {
  const options = choices.map(({ word, name }) => made("option", { value: word, textContent: begun(name) }));
  const element = made("select", { id }, made("option", { value: "", textContent: "–" }), ...options);
  return { element, focusable: element, read: () => element.value, show: (value) => (element.value = value) };
}

// The order of what was chosen before stays; what is ticked now comes last.
function boxes({ choices }, id) {
  let shown = [];
  const inputs = choices.map(({ word }) => made("input", { type: "checkbox", value: word }));
  const labels = choices.map(({ name }, index) => made("label", {}, inputs[index], made("span", { textContent: begun(name) })));
  const element = made("div", { id, className: "boxes" }, ...labels);
  const read = () => {
    const ticked = inputs.filter((each) => each.checked).map((each) => each.value);
    return [...shown.filter((each) => ticked.includes(each)), ...ticked.filter((each) => !shown.includes(each))];
  };
  const show = (value) => {
    shown = value;
    inputs.forEach((each) => (each.checked = value.includes(each.value)));
  };
  return { element, focusable: inputs[0], read, show };
}

function begun(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
