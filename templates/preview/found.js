// What was found at one place of a form: what is wrong, what to do, and the fix where only one thing can be meant.

import { button, made } from "/own/made.js";
import { offer } from "/own/fixing.js";
import { say } from "/own/saving.js";

const WORDS = { error: "To mend", warning: "Please look", info: "Note" };

export function findings(found) {
  return found.map((each) => {
    const deed = each.fixes.length ? button("Fix it …", () => offer(each, say)) : null;
    const help = each.help ? made("span", { className: "advice", textContent: sentence(each.help) }) : null;
    return made("li", { className: each.severity }, made("strong", { textContent: `${WORDS[each.severity]}: ` }), sentence(each.message), " ", help, " ", deed);
  });
}

function sentence(text) {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
