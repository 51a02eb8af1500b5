// The fields of a form: how names and values are put back into them, and on what version they stand. A field is an element with
// `data-field`; it may hold one input, several, or rows of them.

import { rowsOf } from "./rows.js";
import { controls, isBox } from "./typed.js";

/** Puts names and values back into a field, adding rows where it has too few. */
export function put(element, pairs) {
  const numbers = pairs.map(([name]) => Number(name.split(".")[1])).filter(Number.isInteger);
  rowsOf(element)?.growTo(Math.max(-1, ...numbers) + 1);
  for (const control of controls(element)) {
    const values = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
    if (isBox(control)) {
      control.checked = values.includes(control.value);
    } else if (control.type !== "hidden") {
      control.value = values[0] ?? "";
    }
  }
}

/** The version on which the text of a field stands. */
export function version(element) {
  return Number(versionInput(element).value);
}

export function setVersion(element, number) {
  versionInput(element).value = number;
}

/** Whether a file was chosen that no script sends. */
export function holdsFile(form) {
  return [...form.querySelectorAll('input[type="file"]')].some((input) => input.files.length > 0);
}

function versionInput(element) {
  return element.querySelector(`[name="version.${element.dataset.field}"]`);
}
