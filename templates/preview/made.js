// Makes elements, so that the other modules say what they make and not how.

let last = 0;

export function made(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

export function button(text, onclick, className = "") {
  return made("button", { type: "button", textContent: text, onclick, className });
}

// An id that nothing else on the page has.
export function fresh(name) {
  last += 1;
  return `${name}-${last}`;
}
