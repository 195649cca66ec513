// The keyboard: one letter each, and never while somebody types.

import { openCurrent, step } from "/own/findings.js";
import { chooseView } from "/own/views.js";

const help = document.getElementById("help"), search = document.getElementById("search");
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  t: () => chooseView("text"),
  p: () => chooseView("pages"),
  b: () => chooseView("both"),
  "/": () => search.focus(),
  "?": () => help.showModal(),
  Enter: openCurrent,
};

export function listenToKeys() {
  document.getElementById("ask").addEventListener("click", () => help.showModal());
  document.getElementById("print").addEventListener("click", print);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches("input, textarea, select") || help.open;
    const isUsed = event.key === "Enter" && event.target.matches("a, button, summary");
    if (event.key === "Escape" && event.target === search) search.blur();
    if (isTyping || isUsed || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  });
}

// Printed are the pages, whatever is shown.
function print() {
  const before = document.body.dataset.view;
  document.body.dataset.view = "pages";
  window.print();
  document.body.dataset.view = before;
}
