// Asks before one leaves a form whose text is not saved. `form[data-guard]`; the browser words the question. `data-guard="unsaved"`
// is one that comes with text that is saved nowhere.
// A module that saves in the background tells `saved` on the form when nothing is left to lose.

import { isChanged } from "./typed.js";

export function enhance(forms) {
  const unsaved = new Set();

  for (const form of forms) {
    if (form.dataset.guard === "unsaved" || isChanged(form)) {
      unsaved.add(form);
    }
    form.addEventListener("input", () => unsaved.add(form));
    form.addEventListener("submit", () => unsaved.delete(form));
    form.addEventListener("saved", () => unsaved.delete(form));
  }

  addEventListener("beforeunload", (event) => {
    if (unsaved.size > 0) {
      event.preventDefault();
    }
  });
}
