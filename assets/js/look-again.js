// Looks again at how far something is, until it is done: `<div id="order" data-look-again="/address">`. The part of this id is
// taken from the page at that address. Without scripts a link on the page does the same.

const EVERY = 2000;
const MOST = 900;

export function enhance(parts) {
  parts.forEach((part) => lookAgain(part, 0));
}

async function lookAgain(part, times) {
  await new Promise((on) => setTimeout(on, document.hidden ? EVERY * 5 : EVERY));
  const fresh = await fetched(part);
  if (fresh && !part.contains(document.activeElement)) {
    const status = part.querySelector("[role=status]");
    const freshStatus = fresh.querySelector("[role=status]");
    if (fresh.dataset.lookAgain && status && freshStatus) {
      // Only what has changed, so that a screen reader says no more than that.
      status.innerHTML = freshStatus.innerHTML;
      part.querySelector("table")?.replaceWith(fresh.querySelector("table"));
    } else {
      part.replaceWith(fresh);
      return;
    }
  }
  if (times < MOST) {
    lookAgain(part, times + 1);
  }
}

async function fetched(part) {
  try {
    const answer = await fetch(part.dataset.lookAgain, { headers: { Accept: "text/html", "X-Looks-Aside": "1" } });
    if (!answer.ok) {
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(part.id);
  } catch {
    return null;
  }
}
