// A safe fix: shows what would change, and changes exactly that.

import { Refused, ask } from "/own/asking.js";
import { made } from "/own/made.js";
import { say } from "/own/saving.js";

const dialog = document.getElementById("fix");
const lines = document.getElementById("fix-diff");
const apply = document.getElementById("fix-apply");

document.getElementById("fix-cancel").onclick = () => dialog.close();

export async function offer({ code, place: { path, line, column } }) {
  const which = { code, path, line, column };
  await told(async () => {
    const { diff } = await ask("/fix", which);
    lines.replaceChildren(...diff.split("\n").map(shown).filter(Boolean));
    apply.onclick = () => told(async () => {
      dialog.close();
      await ask("/mend", { ...which, diff });
      say("Done. The file is changed as shown.");
    });
    dialog.showModal();
  });
}

async function told(deed) {
  try {
    await deed();
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    say(reason.message, true);
  }
}

// A line of a unified diff; which files and lines are meant is no news to who sees only one.
function shown(line) {
  if (/^(---|\+\+\+|@@|$)/.test(line)) return null;
  const kind = { "-": "gone", "+": "come" }[line[0]] ?? "same";
  return made("span", { className: kind, textContent: `${line}\n` });
}
