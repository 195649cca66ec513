// What was found, this hand-in's first: what, where, what to do.

const list = document.getElementById("list");

export function showFindings(findings) {
  list.replaceChildren(...findings.map(entry));
}

function entry({ severity, message, place, help }) {
  const item = document.createElement("li");
  item.className = severity;
  item.append(said("strong", severity), " ", said("span", message), said("code", `${place.path}:${place.line}`));
  if (help) item.append(said("p", help));
  return item;
}

function said(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
