// Shows what a form would make while one writes in it: `<form data-preview="look">`, by the same door as its button of this value,
// `name="act"`. The part of the page with this id is taken from the answer. Without scripts the button does the same.

/** After the last key. */
const PAUSE = 600;

export function enhance(forms) {
  forms.forEach(follow);
}

function follow(form) {
  const { preview } = form.dataset;
  let pause;
  let asked;

  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    const fresh = await drawn(form, preview, asked.signal);
    const part = document.getElementById(preview);
    if (fresh && part && !part.contains(document.activeElement)) {
      part.replaceWith(fresh);
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, PAUSE);
  });
  // What is sent is looked at no more: an answer that comes late would show an earlier text.
  form.addEventListener("submit", () => {
    clearTimeout(pause);
    asked?.abort();
  });
}

async function drawn(form, preview, signal) {
  const body = new URLSearchParams(new FormData(form));
  body.set("act", preview);
  try {
    const headers = { Accept: "text/html", "X-Looks-Aside": "1" };
    const answer = await fetch(form.action + location.search, { method: "POST", body, headers, signal });
    // What cannot stand is told in the same place.
    if (!answer.ok && answer.status !== 422) {
      return null;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(preview);
  } catch {
    return null;
  }
}
