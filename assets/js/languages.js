// Who reads on in another language finds there what was typed: this tab keeps it from one page to the next, and no longer.
// `form[data-guard]`. Passwords are not kept, and no browser gives files back.

import { isChanged } from "./typed.js";

const NAME = "typed";
/** Milliseconds: a page that comes later than this was not asked for by one of the links. */
const WHILE = 60_000;
const LINKS = ".languages a[hreflang], .site-footer a[hreflang]";
const NOT_TYPED = ["hidden", "password", "file", "submit", "button"];

export function enhance(forms) {
  const changed = new Set(forms.filter(isChanged));
  for (const form of forms) {
    form.addEventListener("input", () => changed.add(form));
  }
  give(forms);
  for (const link of document.querySelectorAll(LINKS)) {
    link.addEventListener("click", (event) => {
      if (changed.size > 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        keep([...changed]);
      }
    });
  }
}

function keep(forms) {
  const typed = forms.map((form) => [form.getAttribute("action"), inputs(form).map(read)]);
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ path: location.pathname, at: Date.now(), typed }));
  } catch (error) {
    // Then the browser asks whether to leave it.
    console.warn("what was typed is not kept", error);
    return;
  }
  forms.forEach((form) => form.dispatchEvent(new Event("saved")));
}

/** Puts what was typed into the forms of the same page, once. */
function give(forms) {
  const kept = JSON.parse(sessionStorage.getItem(NAME) ?? "null");
  sessionStorage.removeItem(NAME);
  if (kept?.path !== location.pathname || Date.now() - kept.at > WHILE) {
    return;
  }
  for (const [action, values] of kept.typed) {
    const form = forms.find((form) => form.getAttribute("action") === action);
    if (form) {
      write(inputs(form), values);
    }
  }
}

const inputs = (form) => [...form.elements].filter(({ name, type }) => name && !NOT_TYPED.includes(type));
const isTicked = ({ type }) => type === "checkbox" || type === "radio";
const read = (input) => [input.name, input.value, isTicked(input) ? input.checked : null];

function write(inputs, values) {
  const seen = new Map();
  for (const [name, value, checked] of values) {
    const same = inputs.filter((input) => input.name === name);
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    const input = checked === null ? same[place] : same.find((input) => input.value === value);
    if (!input) {
      continue;
    }
    if (checked === null) {
      input.value = value;
    } else {
      input.checked = checked;
    }
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
