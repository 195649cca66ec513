// Values that belong together, and lists of them. Each part of a form shows its node and takes a newer one.

import { Refused } from "/own/asking.js";
import { field } from "/own/field.js";
import { findings } from "/own/found.js";
import { button, fresh, made } from "/own/made.js";
import { edit, say } from "/own/saving.js";

export function part(node) {
  return ({ group, entries }[node.kind] ?? field)(node);
}

function group(first) {
  let node = first;
  const found = made("ul", { className: "found" }), inside = made("div", { className: "fields" });
  const legend = made("legend", {}, node.isTop ? made("h2", { textContent: node.label }) : node.label);
  const help = made("p", { className: "help", textContent: `${node.help}.` });
  const add = button(`Add: ${node.label.toLowerCase()}`, () => change("add"));
  const drop = button(`Remove: ${node.label.toLowerCase()}`, () => change("drop"), "quiet");
  const element = made("fieldset", { className: "group" }, legend, help, found, inside, add, drop);
  const parts = several(inside);
  const change = (deed) => done(edit({ do: deed, path: node.path }), node.label);

  function update(next) {
    node = next;
    found.replaceChildren(...findings(node.findings));
    parts.update(node.there ? node.nodes : []);
    add.hidden = node.there;
    drop.hidden = node.needed || !node.there;
  }
  update(node);
  return { element, update };
}

function entries(first) {
  let node = first;
  const count = made("span", { className: "mark" }), title = fresh("list");
  const found = made("ul", { className: "found" }), inside = made("div", { className: "list" });
  const heading = made(node.isTop ? "h2" : "h3", { id: title }, node.label, " ", count);
  const add = button(`Add ${article(node.singular)} ${name(node.singular)}`, () => done(edit({ do: "add", path: node.path }), node.singular), "add");
  const help = made("p", { className: "help", textContent: `${node.help}.` });
  const element = made("div", { className: "entries", role: "group", "aria-labelledby": title }, heading, help, found, inside, add);
  const shown = several(inside, entry);

  function update(next) {
    const grown = next.entries.length > node.entries.length;
    node = next;
    count.textContent = node.entries.length || (node.needed ? "to be written" : "optional");
    found.replaceChildren(...findings(node.findings));
    shown.update(node.entries.map((each) => ({ ...each, singular: node.singular })));
    if (grown && document.activeElement === add) shown.last()?.open();
  }
  update(node);
  return { element, update };
}

function entry(first) {
  let node = first;
  const isSmall = node.nodes.length < 5 && node.nodes.every(({ kind }) => !["prose", "group", "entries"].includes(kind));
  const title = made("span", { className: "title" }), mark = made("span", { className: "mark" });
  const found = made("ul", { className: "found" }), inside = made("div", { className: "fields" });
  const drop = button("Remove", () => done(edit({ do: "drop", path: node.path }), node.title || node.label), "quiet");
  const element = isSmall
    ? made("fieldset", { className: "entry small" }, made("legend", {}, title, " ", mark), found, inside, drop)
    : made("details", { className: "entry" }, made("summary", {}, title, " ", mark), found, inside, drop);
  const parts = several(inside);

  function update(next) {
    node = next;
    const counts = `${node.label} ${node.path.at(-1) + 1}`, isChosen = node.nodes[0].kind === "choice";
    title.textContent = isSmall && !isChosen ? counts : node.title || `New ${name(node.label)}`;
    drop.setAttribute("aria-label", `Remove: ${node.title || counts}`);
    const { missing, wrong } = counted(node);
    mark.textContent = [missing && `${missing} to be written`, wrong && `${wrong} to look at`].filter(Boolean).join(", ");
    found.replaceChildren(...findings(node.findings));
    parts.update(node.nodes.map((each) => (isSmall && each.label === node.label ? { ...each, isNamed: true } : each)));
  }
  update(node);
  return { element, update, open: () => { element.open = true; parts.first()?.focus?.(); } };
}

// The parts in an element, kept as long as their nodes say the same or stand at the same place.
export function several(element, make = part) {
  let parts = [], nodes = [];
  return {
    update(next) {
      while (parts.length > next.length) {
        const differing = nodes.findIndex((each, index) => index >= next.length || said(each) !== said(next[index]));
        parts[differing].element.remove();
        parts.splice(differing, 1);
        nodes.splice(differing, 1);
      }
      next.forEach((node, index) => {
        const isAlike = parts[index] && shape(nodes[index]) === shape(node);
        if (isAlike) return parts[index].update(node);
        const fresh = make(node);
        if (parts[index]) parts[index].element.replaceWith(fresh.element);
        else element.append(fresh.element);
        parts[index] = fresh;
      });
      nodes = [...next];
    },
    first: () => parts[0],
    last: () => parts.at(-1),
  };
}

export function counted(node) {
  const inner = node.nodes ?? node.entries ?? [];
  const own = { missing: Number(Boolean(node.needed && "value" in node && !node.value.length)), wrong: node.findings.length };
  if (node.kind === "group" && !node.there) return own;
  return inner.map(counted).reduce((sum, each) => ({ missing: sum.missing + each.missing, wrong: sum.wrong + each.wrong }), own);
}

async function done(change, what) {
  try {
    const { refused } = await change;
    say(refused ? `Not done: ${refused}` : `Done: ${what}`, Boolean(refused));
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    say(reason.message, true);
  }
}

function article(words) {
  return /^[AEIOU]/i.test(words) ? "an" : "a";
}

function name(words) {
  return words.startsWith("SWOT") ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

function said(node) {
  return JSON.stringify(node, (key, value) => (["path", "findings", "choices"].includes(key) ? undefined : value));
}

// What a control cannot take on without being made anew.
function shape({ kind, label, choices }) {
  return JSON.stringify([kind, label, choices]);
}
