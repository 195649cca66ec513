// One value: what is asked, its control, what was found, and whether it is saved.

import { Refused } from "/own/asking.js";
import { control } from "/own/controls.js";
import { findings } from "/own/found.js";
import { button, fresh, made } from "/own/made.js";
import { asPrinted } from "/own/printed.js";
import { edit, say } from "/own/saving.js";

const LONG = 26; // characters of a choice for which half a column is too narrow
const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const PAUSE = 1500; // milliseconds without a stroke, after which a text is saved while it is written

export function field(first) {
  let node = first, isRefused = false, timer = 0;
  const id = fresh("field"), ids = { help: fresh("help"), state: fresh("state"), found: fresh("found") };
  const typed = control(node, id);
  const isMany = node.kind === "choices";
  const help = made("p", { id: ids.help, className: "help" });
  const state = made("p", { id: ids.state, className: "saved" });
  const found = made("ul", { id: ids.found, className: "found" });
  const mark = made("span", { className: "mark" });
  const label = made(isMany ? "legend" : "label", {}, node.label, " ", mark);
  if (!isMany) label.htmlFor = id;
  if (node.isNamed) label.classList.add("unseen"); // the entry that it stands in is called the same
  const head = node.isTop ? made("h2", {}, label) : label;
  if (node.choices.some(({ name }) => name.length > LONG)) typed.element.classList.add("long");
  const element = made(isMany ? "fieldset" : "div", { className: `field ${node.kind}` }, head, help, typed.element, state, found);
  if (node.kind === "prose") state.before(asPrinted(typed.element));
  const described = isMany ? element : typed.element;
  described.setAttribute("aria-describedby", `${ids.help} ${ids.state} ${ids.found}`);

  let base = node.value; // what the author began with
  const isSame = () => words(typed.read()) === words(node.value);
  const isTouched = () => words(typed.read()) !== words(base);
  const show = () => typed.show((base = node.value));

  async function save() {
    clearTimeout(timer);
    if (isSame()) return tell("");
    const value = typed.read();
    tell("Saving …");
    try {
      const began = base;
      const said = await edit({ do: "write", path: node.path, value }, () => words(node.value) === words(began));
      if (said.refused) return refuse(said.refused);
      node = { ...node, value };
      base = value;
      isRefused = false;
      mend();
      tell("Saved");
      say(`Saved: ${node.label}`);
    } catch (reason) {
      if (!(reason instanceof Refused)) throw reason;
      refuse(reason.message, button("Save mine", save), button("Show the other", giveUp));
    }
  }

  function giveUp() {
    isRefused = false;
    show();
    update(node);
    tell("");
    typed.focusable?.focus();
  }

  function refuse(reason, ...deeds) {
    isRefused = true;
    tell(`Not saved. ${reason}`, ...deeds);
    say(`Not saved: ${node.label}. ${reason}`, true);
    mend();
  }

  function tell(text, ...deeds) {
    state.replaceChildren(text, ...deeds);
    state.classList.toggle("bad", isRefused);
  }

  function mend() {
    const isEmpty = !node.value.length, isMissing = node.needed && isEmpty;
    element.classList.toggle("missing", isMissing);
    mark.textContent = isMissing ? "to be written" : node.needed ? "" : "optional";
    help.textContent = [`${node.help}.`, hint(node)].filter(Boolean).join(" ");
    const isBad = isRefused || node.findings.some(({ severity }) => severity === "error");
    if (!isMany) typed.element.setAttribute("aria-invalid", String(isBad));
  }

  function update(next) {
    node = next;
    element.dataset.at = `/${node.path.join("/")}`;
    found.replaceChildren(...findings(node.findings));
    if (!isRefused && !isTouched() && !isSame()) {
      show();
      tell("");
    }
    mend();
  }

  element.addEventListener("input", () => {
    clearTimeout(timer);
    if (["prose", "text"].includes(node.kind)) timer = setTimeout(save, PAUSE);
  });
  element.addEventListener("change", save);
  show();
  update(node);
  return { element, update, focus: () => typed.focusable?.focus() };
}

// A value without the blanks that the file does not keep.
function words(value) {
  return JSON.stringify(Array.isArray(value) ? value : value.replace(/[ \t\r]+/g, " ").trim());
}

// What helps to fill in an empty field, and the day in words, since calendars write it in many ways.
function hint({ kind, value, example, choices }) {
  if (kind === "day" && value) return Number.isNaN(Date.parse(value)) ? "" : `It is ${DAY.format(new Date(value))}.`;
  return value.length || choices.length ? "" : `For example: ${kind === "day" ? DAY.format(new Date(example)) : example}`;
}
