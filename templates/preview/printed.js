// A narrative text as it will be printed, beside the box in which it is written.

import { ask } from "/own/asking.js";
import { button, fresh, made } from "/own/made.js";
import { newest, standing } from "/own/newest.js";

const PAUSE = 150;
const sheet = new CSSStyleSheet(), faces = document.head.appendChild(made("link", { rel: "stylesheet" }));

// With the style sheet and the faces of the report.
export const printAs = newest(
  async (told) => (await standing(told.sheet)).text(),
  (rules, told) => {
    faces.href = told.faces;
    sheet.replaceSync(rules);
  },
);

export function asPrinted(box) {
  let timer = 0;
  const id = fresh("printed");
  const page = made("div", { id, className: "printed", hidden: true, role: "region", "aria-label": "As printed" });
  const root = page.attachShadow({ mode: "open" });
  const body = made("body");
  root.adoptedStyleSheets = [sheet];
  root.append(body);

  const ready = () => ask("/passage", { text: box.value }).catch(({ message }) => ({ html: message }));
  const show = newest(ready, ({ html }) => {
    body.innerHTML = html || "<p>Nothing is written yet.</p>"; // made and cleaned by the server
  });

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
