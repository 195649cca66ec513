// Makes one tree like another and leaves alone what is alike, so that the reader's place, focus and marks stay.

export function morph(old, wanted) {
  takeAttributes(old, wanted);
  const before = [...old.childNodes], after = [...wanted.childNodes];
  let same = 0; // from the beginning, then from the end
  while (same < before.length && same < after.length && before[same].isEqualNode(after[same])) same += 1;
  const olds = before.slice(same), news = after.slice(same);
  while (olds.length && news.length && olds.at(-1).isEqualNode(news.at(-1))) olds.pop(), news.pop();
  const behind = before[same + olds.length] ?? null;
  if (olds.length === news.length && olds.every((each, index) => isOfAKind(each, news[index]))) {
    olds.forEach((each, index) => become(each, news[index]));
  } else {
    olds.forEach((each) => each.remove());
    news.forEach((each) => old.insertBefore(each, behind));
  }
}

function isOfAKind(one, other) {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

function become(old, wanted) {
  if (old.nodeType === Node.ELEMENT_NODE) morph(old, wanted);
  else if (old.data !== wanted.data) old.data = wanted.data;
}

function takeAttributes(old, wanted) {
  for (const { name } of [...old.attributes]) {
    if (!wanted.hasAttribute(name) && name !== "data-part") old.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
