// Saves one change after the other, each against the file as it was shown. What was refused stays in its field.

import { Refused, ask } from "/own/asking.js";

const undo = document.getElementById("undo");
const state = document.getElementById("state");
let seen = ""; // the digest of the file that is shown
let left = ""; // the one before our last change: a look at it may still be on its way
let before = Promise.resolve();
let waiting = []; // for a newer form
const LONGEST = 20000; // milliseconds to wait for one

export function say(text, isBad = false) {
  state.textContent = text;
  state.classList.toggle("bad", isBad);
}

// Whether a form is newer than what is shown; then it is what the next change is made to.
export function adopt({ digest = "", undo: canUndo = false }) {
  if (digest && digest === left) return false;
  [seen, left] = [digest, ""];
  undo.disabled = !canUndo;
  waiting.forEach((wake) => setTimeout(wake));
  waiting = [];
  return true;
}

// Makes a change. If the file was changed meanwhile it is made to the newer one, but only if nobody touched its place.
export async function edit(change, isUntouched = () => false) {
  const save = () => after(() => ask("/edit", { seen, ...change }));
  const shown = seen;
  try {
    return await save();
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    if (seen === shown) await new Promise((wake) => [waiting.push(wake), setTimeout(wake, LONGEST)]);
    if (seen === shown || !isUntouched()) throw reason;
    return save();
  }
}

export function begin() {
  return after(() => ask("/begin", {}));
}

undo.onclick = async () => {
  try {
    await after(() => ask("/undo", { seen }));
    say("Undone. Once more brings it back.");
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    say(reason.message, true);
  }
};

function after(post) {
  const result = before.then(async () => {
    const said = await post();
    if (said.digest && said.digest !== seen) [seen, left] = [said.digest, seen];
    if ("undo" in said) undo.disabled = !said.undo;
    return said;
  });
  before = result.catch(() => {});
  return result;
}
