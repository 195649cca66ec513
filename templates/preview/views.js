// Which panes are shown: the reader's choice, kept for this browser.

const KEY = "wp3reports-view";
const WIDE = matchMedia("(min-width: 80rem)");
const buttons = [...document.querySelectorAll("#views [data-view]")];

export function chooseView(view = sessionStorage.getItem(KEY) ?? (WIDE.matches ? "both" : "text")) {
  document.body.dataset.view = view;
  sessionStorage.setItem(KEY, view);
  buttons.forEach((button) => button.setAttribute("aria-pressed", button.dataset.view === view));
}

export function shows(pane) {
  return document.getElementById(pane).checkVisibility();
}

buttons.forEach((button) => button.addEventListener("click", () => chooseView(button.dataset.view)));
