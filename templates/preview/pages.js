// The pages as they are printed. A page that looks as before stays; only others are replaced, each when it has come.

import { made } from "/own/made.js";
import { openSpot } from "/own/places.js";

const pane = document.getElementById("pages"), download = document.getElementById("download");
export let shown = null; // what was told of the pages that are shown, with the map of what stands on them

export async function showPages(told, of) {
  const map = await (await fetch(told.map)).json();
  const place = nearest();
  const own = told.own[of];
  const fresh = new Set();
  const figures = told.sheets.map((sheet, index) => figure(sheet, index, told.widths, fresh));
  await Promise.all([...fresh].map((each) => each.querySelector("img").decode().catch(() => {})));
  shown = { ...told, map };
  pane.replaceChildren(...(own ? whole(told, figures, own) : figures));
  if (place) pane.scrollTop += place.figure.isConnected ? place.figure.offsetTop - place.top : 0;
  download.href = told.pdf;
  download.hidden = false;
}

// The figure of a page: the one that is there where it looks the same, else a new one.
function figure(sheet, index, widths, fresh) {
  const old = pane.querySelector(`[data-page="${index + 1}"]`);
  if (old?.dataset.look === sheet.look) return old;
  const address = (width) => `/page/${sheet.look}/${width}.png`;
  const image = made("img", {
    srcset: widths.map((width) => `${address(width)} ${width}w`).join(", "),
    sizes: "(min-width: 80rem) 42rem, 95vw",
    src: address(widths[1]),
    alt: `Page ${sheet.label}`,
    width: Math.round(sheet.width),
    height: Math.round(sheet.height),
  });
  const element = made("figure", { className: "page" }, image, made("figcaption", { textContent: sheet.label }));
  element.dataset.page = index + 1;
  element.dataset.look = sheet.look;
  element.addEventListener("click", (event) => openSpot(element, event));
  if (old) element.classList.add("fresh");
  fresh.add(element);
  return element;
}

// Inside the whole report only the own part is open; of all else there is the heading with its page.
function whole({ outline, sheets }, figures, [first, last]) {
  const heads = outline.filter(({ level, page }) => level < 2 && (page < first || page > last));
  const starts = [...new Set([...heads.map(({ page }) => page), first, last + 1, sheets.length])].sort((a, b) => a - b);
  return starts.slice(0, -1).flatMap((start, number) => {
    if (start === first) return figures.slice(first, last + 1);
    const titles = heads.filter(({ page }) => page === start).map(({ title }) => title).join(" · ");
    const summary = made("summary", {}, made("span", { textContent: titles || "Cover" }), made("span", { textContent: sheets[start].label }));
    return [made("details", { className: "elsewhere" }, summary, ...figures.slice(start, starts[number + 1]))];
  });
}

// The page at the top of the pane, and where it stands.
function nearest() {
  const figure = [...pane.querySelectorAll(".page")].find((each) => each.offsetTop + each.offsetHeight > pane.scrollTop);
  return figure && { figure, top: figure.offsetTop };
}
