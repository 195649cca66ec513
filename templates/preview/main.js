// One document: listens to what is new about it and hands each piece to the part of the page that shows it.

import { showFindings } from "/own/findings.js";
import { showText } from "/own/text.js";

const state = document.getElementById("state");
const events = new EventSource(`/events${location.pathname}`);
const told = (kind, show) => events.addEventListener(kind, (event) => show(JSON.parse(event.data)));

told("text", showText);
told("findings", showFindings);
told("state", ({ broken }) => {
  state.textContent = broken ? "Your file cannot be read just now. This is the last good version." : "";
});
events.onerror = () => {
  state.textContent = "The preview has ended. Start it again in the terminal.";
};
