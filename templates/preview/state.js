// How the pages stand to the text: up to date, behind, or in trouble; and whether the preview still runs.

const state = document.getElementById("state"), ribbon = document.getElementById("ribbon");
const BROKEN = "Your file cannot be used just now. You see the last good version; the findings say what to mend.";
const NOTHING = "There is nothing to show yet: the hand-in is not there or cannot be used. The findings say what to do.";
const ENDED = "The preview has ended. Start it again in the terminal, and open the new address.";
let layout = { behind: true }, since = Date.now(), isBroken = false, isOver = false, hasPages = false;

export function showArrival() {
  hasPages = true;
}

export function showBroken({ broken }) {
  isBroken = broken;
  show();
}

export function showLayout(news) {
  if (news.behind && !layout.behind) since = Date.now();
  layout = news;
  show();
}

export function showEnd(event) {
  isOver = event !== null;
  show();
}

function show() {
  const warning = isOver ? ENDED : isBroken ? (hasPages ? BROKEN : NOTHING) : layout.trouble ?? "";
  ribbon.hidden = !warning;
  if (ribbon.textContent !== warning) ribbon.textContent = warning;
  const text = isOver || isBroken ? "" : layout.behind ? behind() : layout.trouble ? "" : "Pages are up to date";
  state.classList.toggle("behind", Boolean(layout.behind && text));
  if (state.textContent !== text) state.textContent = text;
}

function behind() {
  const seconds = Math.round((Date.now() - since) / 1000);
  const parts = layout.total > 1 ? `, ${layout.done} of ${layout.total} parts laid out` : "";
  return seconds ? `Pages are behind by ${seconds} s${parts}` : "Pages follow";
}

setInterval(show, 1000);
