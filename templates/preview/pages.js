// The pages as they are printed. A page that looks as before stays; only others are replaced, when all of them have come.

import { made } from "/own/made.js";
import { newest, standing } from "/own/newest.js";
import { openSpot } from "/own/places.js";

const pane = document.getElementById("pages"), download = document.getElementById("download");
export let shown = null; // what was told of the pages that are shown, with the map of what stands on them

export const showPages = newest(load, show);

async function load(told) {
  const map = await (await standing(told.map)).json();
  const fresh = [];
  const figures = told.sheets.map((sheet, index) => figure(sheet, index, told.widths, fresh));
  await Promise.all(fresh.map((each) => each.decode().catch(() => {})));
  return { map, figures };
}

function show({ map, figures }, told, of) {
  const place = reading(), own = told.own[of];
  shown = { ...told, map };
  pane.replaceChildren(...(own ? whole(told, figures, own) : figures));
  if (place) goOn(place);
  download.href = told.pdf;
  download.hidden = false;
}

// The figure of a page: the one that is there where it looks the same, else a new one.
function figure(sheet, index, widths, fresh) {
  const old = figureOf(index + 1);
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
  if (index > 2 && !old) image.loading = "lazy"; // nobody sees it yet, and nobody waits for it
  else fresh.push(image);
  const element = made("figure", { className: old ? "page fresh" : "page" }, image, made("figcaption", { textContent: sheet.label }));
  element.dataset.page = index + 1;
  element.dataset.look = sheet.look;
  element.addEventListener("click", (event) => openSpot(element, event));
  return element;
}

// Inside the whole report only the own part is open; of all else there is the heading with its page.
function whole({ outline, sheets }, figures, [first, last]) {
  const heads = outline.filter(({ level, page }) => level < 2 && (page < first || page > last));
  const starts = [...new Set([0, ...heads.map(({ page }) => page), first, last + 1, sheets.length])].sort((a, b) => a - b);
  return starts.slice(0, -1).flatMap((start, number) => {
    if (start === first) return figures.slice(first, last + 1);
    const titles = heads.filter(({ page }) => page === start).map(({ title }) => title).join(" · ");
    const name = made("span", { textContent: titles || "Cover" }), label = made("span", { textContent: sheets[start].label });
    return [made("details", { className: "elsewhere" }, made("summary", {}, name, label), ...figures.slice(start, starts[number + 1]))];
  });
}

export function figureOf(page) {
  return pane.querySelector(`[data-page="${page}"]`);
}

// Where a place on a page stands in the pane.
function topOf({ page, y, height }) {
  const sheet = shown.map.pages[page - 1], figure = figureOf(page);
  return figure && figure.offsetTop + (figure.offsetHeight * (sheet.height - y - height)) / sheet.height;
}

// The block at the top of the pane, and how far from it.
function reading() {
  if (!shown || !pane.scrollTop) return null;
  const below = shown.map.places.filter((each) => topOf(each) >= pane.scrollTop);
  const [first] = below.sort((a, b) => topOf(a) - topOf(b));
  return first && { pointer: shown.map.sources[first.source].pointer, page: first.page, offset: topOf(first) - pane.scrollTop };
}

function goOn({ pointer, page, offset }) {
  const there = shown.map.places.find((each) => shown.map.sources[each.source].pointer === pointer && figureOf(each.page));
  pane.scrollTop = there ? topOf(there) - offset : (figureOf(page)?.offsetTop ?? pane.scrollTop);
}
