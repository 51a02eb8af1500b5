// Single keys of the desk. They are listed on the page, and do nothing while one types, with a modifier, or in a dialog; who has
// switched them off gets a page without the list, and so without this module (WCAG 2.1.4).

/** How long the second key of `g d` may take. */
const PATIENCE = 1500;

export function enhance([list]) {
  const dialog = document.getElementById("keys-dialog");
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  const keys = new Map([
    ["?", () => show(list, dialog)],
    ["j", () => step(1)],
    ["k", () => step(-1)],
    ["ArrowDown", () => withRow(() => step(1))],
    ["ArrowUp", () => withRow(() => step(-1))],
    ["o", () => withRow((row) => linkOf(row).click())],
    ["x", () => withRow((row) => row.querySelector('input[type="checkbox"]')?.click())],
    ["/", () => focusSearch()],
  ]);
  let goes = -PATIENCE;
  document.addEventListener("keydown", (event) => {
    if (isElsewhere(event)) {
      return;
    }
    if (event.key === "d" && event.timeStamp - goes < PATIENCE) {
      event.preventDefault();
      location.assign("/desk");
      return;
    }
    goes = event.key === "g" ? event.timeStamp : -PATIENCE;
    // What finds nothing to do leaves the key to the browser.
    if (keys.get(event.key)?.()) {
      event.preventDefault();
    }
  });
}

/** Whether a key is meant for something else. */
function isElsewhere(event) {
  const { target } = event;
  const types =
    target.isContentEditable ||
    (target.matches?.("input, textarea, select") && !["checkbox", "submit", "button"].includes(target.type));
  const modified = event.ctrlKey || event.altKey || event.metaKey || event.isComposing;
  return types || modified || event.defaultPrevented || document.querySelector("dialog[open]") !== null;
}

const rows = () => [...document.querySelectorAll("[data-row]")];
const linkOf = (row) => row.querySelector("a.table-main");

function rowInFocus() {
  return document.activeElement?.closest("[data-row]") ?? null;
}

/** Does something with the row that has the focus; whether one has. */
function withRow(act) {
  const row = rowInFocus();
  if (row) {
    act(row);
  }
  return row !== null;
}

function step(by) {
  const all = rows();
  if (all.length === 0) {
    return false;
  }
  const at = all.indexOf(rowInFocus());
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  const link = linkOf(all[next]);
  link.focus();
  link.scrollIntoView({ block: "nearest" });
  return true;
}

function focusSearch() {
  const search = document.querySelector('form[role="search"] input[type="search"]');
  search?.focus();
  search?.select();
  return search !== null;
}

function show(list, dialog) {
  dialog.querySelector("[data-here]").replaceChildren(list.querySelector("[data-keys]").cloneNode(true));
  dialog.showModal();
  return true;
}
