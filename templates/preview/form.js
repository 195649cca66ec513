// The form of one hand-in: listens to what is new about it, and shows it part by part.

import { begin, adopt, say } from "/own/saving.js";
import { button, made } from "/own/made.js";
import { findings } from "/own/found.js";
import { counted, several } from "/own/nodes.js";
import { printAs } from "/own/printed.js";

const target = location.pathname.replace("/form", "");
const main = document.getElementById("form"), contents = document.getElementById("parts");
const about = made("div"), found = made("ul", { className: "found" }), sections = made("div");
const shown = several(sections, section);
const ROOM = matchMedia("(min-width: 84rem)"); // for the text beside the form
const beside = () => import("/own/beside.js");
const events = new EventSource(`/events${target}`);
let text = {}; // what was told of it last

document.getElementById("pages").href = target;
events.addEventListener("form", ({ data }) => {
  const form = JSON.parse(data);
  if (adopt(form)) show(form);
});
events.addEventListener("text", async ({ data }) => {
  text = JSON.parse(data);
  printAs(text);
  if (ROOM.matches) (await beside()).showBeside(text); // by then the newest: imports do not end in the order they began in
});
events.onerror = () => say("The preview has ended. Start it again in the terminal, then load this page anew.", true);

function show(form) {
  frame(form);
  if (ROOM.matches) beside().then(({ belongsTo }) => belongsTo(form.file));
  if (!sections.isConnected) main.replaceChildren(about, found, sections);
  about.replaceChildren(...({ missing: [notBegun(form)], unreadable: [unreadable()] }[form.state] ?? []));
  found.replaceChildren(...findings(form.findings ?? []));
  const parts = form.state === "there" ? grouped(form.nodes) : [];
  shown.update(parts);
  list(parts);
}

function frame({ who, what, due, state, missing, file }) {
  document.title = `${who}: ${what}`;
  document.getElementById("who").textContent = who;
  document.getElementById("what").textContent = what;
  const left = { missing: "Not begun yet", unreadable: "Cannot be read just now" }[state] ?? (missing ? `${missing} ${missing === 1 ? "field" : "fields"} still to be written` : "Nothing is left empty");
  document.getElementById("standing").replaceChildren(`${left}. Due on ${due}. `, made("span", { className: "file", textContent: file }));
}

function notBegun({ what }) {
  const start = button("Start this hand-in", async () => {
    start.disabled = true;
    await begin().catch(({ message }) => say(message, true));
  }, "main");
  return made("div", { className: "invitation" }, made("p", { textContent: `Nothing is handed in yet for “${what}”. What is known already will stand in the form; the rest is for you to write. Everything is saved as you go.` }), start);
}

function unreadable() {
  return made("p", { textContent: "The file has mistakes that a form cannot show. They are listed here with their lines; mend them in an editor, or undo your last change." });
}

// What every hand-in says at its beginning stands together; all else has a part of its own.
function grouped(nodes) {
  const brief = nodes.filter(({ path }) => ["prepared_by", "date", "status", "language"].includes(path[0]));
  const rest = nodes.filter((each) => !brief.includes(each));
  const first = { kind: "part", label: "About this hand-in", path: ["about"], findings: [], nodes: brief };
  return [first, ...rest.map((each) => ({ kind: "part", label: each.label, path: each.path, findings: [], nodes: [{ ...each, isTop: true }] }))];
}

function section(first) {
  const inside = made("div", { className: "fields" });
  const heading = first.nodes.length > 1 ? made("h2", { textContent: first.label }) : null;
  const element = made("section", { className: "part", id: address(first), "aria-label": first.label }, heading, inside);
  const parts = several(inside);
  const update = (node) => parts.update(node.nodes);
  update(first);
  return { element, update };
}

function list(parts) {
  contents.replaceChildren(made("ol", {}, ...parts.map((each) => {
    const { missing, wrong } = counted(each);
    const open = [missing && `${missing} to be written`, wrong && `${wrong} to look at`].filter(Boolean).join(", ");
    const link = made("a", { href: `#${address(each)}` }, each.label);
    return made("li", {}, link, open ? made("span", { className: "mark", textContent: open }) : null);
  })));
}

function address({ path }) {
  return `part-${path[0]}`;
}
