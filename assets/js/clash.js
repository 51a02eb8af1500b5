// Two texts of one field, as the server draws them, put into the form and taken out again.

import { enhance as count } from "./counter.js";
import { enhance as followPoints } from "./point.js";
import { enhance as followRows } from "./rows.js";
import { enhance as followSums } from "./sums.js";

/** The two texts that stand in a field, if there are two. */
export const clashIn = (element) => element.querySelector("[data-clash]");

/** Shows both texts above the field, which stays as it is: somebody may be writing in it. */
export function showClash(element, html) {
  const old = clashIn(element);
  if (old?.contains(document.activeElement)) {
    return;
  }
  const drawn = clashIn(parsed(html));
  const edited = old?.querySelector("textarea");
  const both = drawn.querySelector("textarea");
  if (both && edited && edited.value !== edited.defaultValue) {
    both.value = edited.value;
  }
  old ? old.replaceWith(drawn) : element.querySelector("input").after(drawn);
}

export function hideClash(element) {
  clashIn(element)?.remove();
}

/** What the buttons of the two texts post: the choice, the version that was seen, and the combined text. */
export function decision(button) {
  const clash = button.closest("[data-clash]");
  const inputs = [...clash.querySelectorAll("input, textarea")].map(({ name, value }) => [name, value]);
  return [...inputs, [button.name, button.value]];
}

/** Puts a field as the server draws it in the place of the one in the page. */
export function redraw(element, html) {
  const drawn = parsed(html);
  element.replaceChildren(...drawn.childNodes);
  count([...element.querySelectorAll("[data-counter]")]);
  followRows([...element.querySelectorAll("[data-rows]")]);
  followPoints([...element.querySelectorAll("[data-point]")]);
  followSums([...element.querySelectorAll("[data-sum]")]);
  element.dispatchEvent(new Event("redrawn", { bubbles: true }));
}

/** Shows what is wrong at the inputs of a field, and takes away what no longer is. */
export function showFindings(element, findings) {
  // What is told of files on their way is not told of answers.
  const ours = (selector) => [...element.querySelectorAll(selector)].filter((one) => !one.closest(".sendings"));
  for (const old of ours(".field-message, .field-warning")) {
    const input = document.getElementById(old.id.replace(/-(error|warning)$/u, ""));
    describe(input, old.id, false);
    old.remove();
  }
  ours(".field-invalid").forEach((field) => field.classList.remove("field-invalid"));
  const shownAt = inPlace(element);
  for (const { input, text, warns } of findings) {
    place(element, shownAt(input), text, warns);
  }
}

// The server counts the rows in which something stands; on the page empty ones may stand between them.
function inPlace(element) {
  const rows = [...element.querySelectorAll(".repeat-row")];
  const isFilled = (row) =>
    [...row.querySelectorAll("input[name], textarea[name], select[name]")].some((control) =>
      /^(checkbox|radio)$/u.test(control.type) ? control.checked : control.value.trim() !== "",
    );
  const filled = rows.filter(isFilled);
  const key = element.dataset.field;
  return (id) => {
    const [, number, rest] = id.match(new RegExp(`^f-${key}-(\\d+)(-.*)$`, "u")) ?? [];
    const row = rows.indexOf(filled[number]);
    return row < 0 ? id : `f-${key}-${row}${rest}`;
  };
}

function place(element, id, text, warns) {
  const name = `${id}-${warns ? "warning" : "error"}`;
  const input = element.querySelector(`#${CSS.escape(id)}`);
  const part = input?.closest(".field, fieldset");
  if (part && !document.getElementById(name)) {
    part.append(message(id, text, warns));
    part.classList.toggle("field-invalid", !warns || part.classList.contains("field-invalid"));
    describe(input, name, true);
  }
}

function message(id, text, warns) {
  const pattern = document.getElementById(warns ? "warning-pattern" : "message-pattern");
  const drawn = pattern.content.cloneNode(true).firstElementChild;
  drawn.id = `${id}-${warns ? "warning" : "error"}`;
  drawn.querySelector("[data-text]").textContent = text;
  return drawn;
}

function describe(input, id, holds) {
  if (!input) {
    return;
  }
  const ids = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  const now = holds ? [...ids, id] : ids;
  now.length > 0 ? input.setAttribute("aria-describedby", now.join(" ")) : input.removeAttribute("aria-describedby");
  if (id.endsWith("-error") && input.matches("input, textarea, select")) {
    holds ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
  }
}

function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("[data-field]");
}
