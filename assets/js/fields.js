// What stands in the fields of a form, as names and values, and how it is put back. A field is an element with
// `data-field`; it may hold one input, several, or rows of them.

import { rowsOf } from "./rows.js";

const OF_THE_FORM = /^(version|theirs_version|combined|city-search|map-press)\./;

/** The names and values of what is typed and chosen in a field; what is empty is left out. */
export function typed(element) {
  return controls(element)
    .filter((control) => !isBox(control) || control.checked)
    .map((control) => [control.name, control.value])
    .filter(([, value]) => value !== "");
}

/** The same as the server has drawn it, whatever was typed before this script came, or put back by the browser. */
export function drawn(element) {
  return controls(element)
    .filter((control) => !isBox(control) || control.defaultChecked)
    .map((control) => [control.name, drawnValue(control)])
    .filter(([, value]) => value !== "");
}

function drawnValue(control) {
  if (control.tagName !== "SELECT") {
    return isBox(control) ? control.value : control.defaultValue;
  }
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

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

function controls(element) {
  const all = [...element.querySelectorAll("input[name], textarea[name], select[name]")];
  return all.filter(({ name, type }) => type !== "file" && !OF_THE_FORM.test(name));
}

function isBox({ type }) {
  return type === "checkbox" || type === "radio";
}
