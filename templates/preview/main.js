// One document, or the board of all: listens to what is new and hands each piece to the part of the page that shows it.

import { showBoard } from "/own/board.js";
import { showFindings, showPaper } from "/own/findings.js";
import { listenToKeys } from "/own/keys.js";
import { goTo } from "/own/places.js";
import { showPages } from "/own/pages.js";
import { showArrival, showBroken, showEnd, showLayout } from "/own/state.js";
import { showText } from "/own/text.js";
import { chooseView } from "/own/views.js";

const target = location.pathname.slice(1);
const query = new URLSearchParams(location.search);
const events = new EventSource(`/events/${target}`);
const told = (kind, show) => events.addEventListener(kind, (event) => show(JSON.parse(event.data)));
const at = query.get("at"), led = new Set();

document.body.classList.toggle("board", !target);
chooseView();
listenToKeys();
told("board", (board) => showBoard(board, target, query.get("of")));
told("form", () => showForm(target));
told("state", showBroken);
told("layout", showLayout);
told("findings", (found) => showFindings(found, query.get("of")));
told("paper", showPaper);
told("text", async (text) => {
  showArrival();
  await showText(text, query.get("of"));
  await lead("text");
});
told("pages", async (pages) => {
  await showPages(pages, query.get("of"));
  await lead("pages");
});

// Once in each pane, to the place that the address names.
async function lead(pane) {
  if (at && !led.has(pane) && (await goTo(at))) led.add(pane);
}

function showForm(of) {
  Object.assign(document.getElementById("form"), { href: `/form/${of}`, hidden: false });
}

events.onerror = showEnd;
events.onopen = () => showEnd(null);
