// The report as running text, in a tree of its own: its style sheet and the page's do not know each other.

import { morph } from "/own/morph.js";
import { newest, standing } from "/own/newest.js";

const host = document.getElementById("text");
export const root = host.attachShadow({ mode: "open" });
const faces = styled(document.head, ""), rules = styled(root, ""), drawn = styled(root, ""); // what fonts there are holds for the whole page
styled(root, "/own/report.css");
const parser = new DOMParser();
const kept = new Map(); // the address of each part that is shown, by its name

// Whether there has been anything to show.
export function hasText() {
  return kept.size > 0;
}

// With `of`, only the parts of that author are shown whole; of the others there are headings.
export const showText = newest(load, show);

// The bodies of the parts that changed.
function load({ faces: face, sheet, drawings, parts }) {
  lead(faces, face);
  lead(rules, sheet);
  lead(drawn, drawings);
  const changed = parts.filter(({ name, address }) => kept.get(name) !== address);
  return Promise.all(changed.map(async (each) => ({ ...each, body: await body(each.address) })));
}

function show(changed, { parts }, of) {
  const place = reading();
  changed.forEach(({ name, address, body: wanted }) => {
    morph(section(name), wanted);
    section(name).classList.toggle("elsewhere", Boolean(of) && !name.endsWith(`/${of}`));
    kept.set(name, address);
  });
  for (const each of root.querySelectorAll("[data-part]")) {
    if (!parts.some(({ name }) => name === each.dataset.part)) each.remove();
  }
  const order = parts.map(({ name }) => section(name));
  if (order.some((each, index) => each !== root.querySelectorAll("[data-part]")[index])) root.append(...order);
  const now = place && root.querySelector(`[data-src="${CSS.escape(place.source)}"]`);
  if (now) host.scrollTop += now.getBoundingClientRect().top - place.top;
}

// The block at the top of the pane, by what it is of: it is held where it is.
function reading() {
  const blocks = host.scrollTop ? [...root.querySelectorAll("[data-src]")] : [];
  const first = blocks.find((each) => each.getBoundingClientRect().top >= host.getBoundingClientRect().top);
  return first && { source: first.dataset.src, top: first.getBoundingClientRect().top };
}

// Where a part stands; a body of its own, since the report's rules speak of one.
function section(name) {
  const there = root.querySelector(`[data-part="${CSS.escape(name)}"]`);
  if (there) return there;
  const made = document.createElement("body");
  made.dataset.part = name;
  root.append(made);
  return made;
}

async function body(address) {
  const answer = await standing(address);
  return parser.parseFromString(await answer.text(), "text/html").body;
}

function styled(parent, address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  if (address) link.href = address;
  parent.append(link);
  return link;
}

function lead(link, address) {
  if (link.getAttribute("href") !== address) link.setAttribute("href", address);
}
