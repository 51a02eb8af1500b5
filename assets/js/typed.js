// What stands in the controls of a form, or of a part of one, beside what the server has drawn there. A script may come after
// somebody has begun to type, and what was typed by then is as unsaved as what follows.

const OF_THE_FORM = /^(version|theirs_version|combined|city-search|map-press)\./;

/** The names and values of what is typed and chosen; what is empty is left out. */
export function typed(element) {
  return controls(element)
    .filter((control) => !isBox(control) || control.checked)
    .map((control) => [control.name, control.value])
    .filter(([, value]) => value !== "");
}

/** The same as the server has drawn it, whatever was typed before this script came. */
export function drawn(element) {
  return controls(element)
    .filter((control) => !isBox(control) || control.defaultChecked)
    .map((control) => [control.name, drawnValue(control)])
    .filter(([, value]) => value !== "");
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Whether something stands there that the server has not drawn. */
export const isChanged = (element) => !same(typed(element), drawn(element));

/** The inputs, areas and lists that are posted, but for files. */
export function controls(element) {
  const all = [...element.querySelectorAll("input[name], textarea[name], select[name]")];
  return all.filter(({ name, type }) => type !== "file" && !OF_THE_FORM.test(name));
}

export function isBox({ type }) {
  return type === "checkbox" || type === "radio";
}

function drawnValue(control) {
  if (control.tagName !== "SELECT") {
    return isBox(control) ? control.value : control.defaultValue;
  }
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}
