// A narrative text as it will be printed, beside the box in which it is written.

import { ask } from "/own/asking.js";
import { button, fresh, made } from "/own/made.js";

const PAUSE = 150;
const sheet = new CSSStyleSheet(), faces = document.head.appendChild(made("link", { rel: "stylesheet" }));
let address = "";

// With the style sheet and the faces of the report.
export async function printAs(told) {
  if (told.sheet === address) return;
  address = told.sheet;
  faces.href = told.faces;
  sheet.replaceSync(await (await fetch(address)).text());
}

export function asPrinted(box) {
  let timer = 0, newest = 0;
  const id = fresh("printed");
  const page = made("div", { id, className: "printed", hidden: true, role: "region", "aria-label": "As printed" });
  const root = page.attachShadow({ mode: "open" });
  const body = made("body");
  root.adoptedStyleSheets = [sheet];
  root.append(body);

  async function show() {
    const mine = ++newest;
    const { html } = await ask("/passage", { text: box.value }).catch(({ message }) => ({ html: message }));
    if (mine === newest) body.innerHTML = html || "<p>Nothing is written yet.</p>"; // made and cleaned by the server
  }

  const toggle = button("Show as printed", () => {
    page.hidden = !page.hidden;
    toggle.textContent = page.hidden ? "Show as printed" : "Hide as printed";
    toggle.setAttribute("aria-expanded", String(!page.hidden));
    if (!page.hidden) show();
  }, "quiet");
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", id);
  box.addEventListener("input", () => {
    clearTimeout(timer);
    if (!page.hidden) timer = setTimeout(show, PAUSE);
  });
  return made("div", { className: "proof" }, toggle, page);
}
