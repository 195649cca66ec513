// A safe fix: shows what would change, and changes exactly that.

import { Refused, ask } from "/own/asking.js";
import { button, fresh, made } from "/own/made.js";

const title = fresh("fix"), lines = made("pre", { tabIndex: 0, "aria-label": "Lines that change" });
const apply = button("Change it", null, "main"), leave = button("Leave it as it is", () => dialog.close());
const dialog = document.body.appendChild(
  made(
    "dialog",
    { className: "fix", "aria-labelledby": title },
    made("h2", { id: title, textContent: "What will change" }),
    lines,
    made("div", { className: "deeds" }, apply, leave),
  ),
);

// `say` tells the author what came of it.
export async function offer({ code, place: { path, line, column } }, say) {
  const which = { code, path, line, column };
  await told(say, async () => {
    const { diff } = await ask("/fix", which);
    lines.replaceChildren(...diff.split("\n").map(shown).filter(Boolean));
    apply.onclick = () => told(say, async () => {
      dialog.close();
      await ask("/mend", { ...which, diff });
      say("Done. The file is changed as shown.");
    });
    dialog.showModal();
  });
}

async function told(say, deed) {
  try {
    await deed();
  } catch (reason) {
    if (!(reason instanceof Refused)) throw reason;
    say(reason.message, true);
  }
}

// A line of a unified diff that goes or comes; the others are no news.
function shown(line) {
  const kind = { "-": "gone", "+": "come" }[line[0]];
  return kind && !/^(---|\+\+\+)/.test(line) ? made("span", { className: kind, textContent: `${line}\n` }) : null;
}
