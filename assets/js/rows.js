// Adds, removes and moves the rows of a table in place. The server draws the pattern of a row, with `__` where its number
// belongs; without scripts the same buttons post the form.

import { enhance as count } from "./counter.js";

/** Of every table on the page: what other scripts may do with it. */
const tables = new WeakMap();

export function enhance(fieldsets) {
  for (const fieldset of fieldsets) {
    tables.set(fieldset, new Table(fieldset));
  }
}

/** The table within a field, if there is one. */
export function rowsOf(element) {
  const fieldset = element.querySelector("[data-rows]");
  if (fieldset && !tables.has(fieldset)) {
    enhance([fieldset]);
  }
  return fieldset && tables.get(fieldset);
}

class Table {
  #fieldset;
  #key;
  #list;
  #pattern;
  #adder;

  constructor(fieldset) {
    this.#fieldset = fieldset;
    this.#key = fieldset.dataset.rows;
    this.#list = fieldset.querySelector(".repeat-rows");
    this.#pattern = fieldset.querySelector("[data-row-pattern]").content;
    this.#adder = fieldset.querySelector("[data-add-row]");
    this.#renumber();
    fieldset.addEventListener("click", (event) => this.#pressed(event));
  }

  growTo(length) {
    while (this.#rows.length < length) {
      this.#append();
    }
    this.#renumber();
  }

  get #rows() {
    return [...this.#list.children];
  }

  #pressed(event) {
    const button = event.target.closest("button");
    const act = { add: () => this.#add(), remove: (row) => this.#remove(row) };
    act.move_up = (row) => this.#move(row, -1, button.name);
    act.move_down = (row) => this.#move(row, 1, button.name);
    if (!button || !Object.hasOwn(act, button.name)) {
      return;
    }
    event.preventDefault();
    act[button.name](button.closest(".repeat-row"));
    this.#fieldset.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #add() {
    this.#append();
    this.#renumber();
    focusFirst(this.#rows.at(-1));
    this.#say("added", this.#rows.length);
  }

  #append() {
    const row = this.#pattern.cloneNode(true).firstElementChild;
    this.#list.append(row);
    number(row, this.#key, "__", this.#rows.length - 1);
    count([...row.querySelectorAll("[data-counter]")]);
  }

  #remove(row) {
    const place = this.#rows.indexOf(row);
    row.remove();
    if (this.#rows.length === 0) {
      this.#append();
    }
    this.#renumber();
    focusFirst(this.#rows[Math.min(place, this.#rows.length - 1)]);
    this.#say("removed", place + 1);
  }

  #move(row, step, name) {
    const rows = this.#rows;
    const other = rows[rows.indexOf(row) + step];
    if (!other) {
      return;
    }
    step < 0 ? other.before(row) : other.after(row);
    this.#renumber();
    // At an end of the list the button that was pressed has gone.
    const buttons = [...row.querySelectorAll('button[name^="move_"]')].filter((button) => !button.hidden);
    (buttons.find((button) => button.name === name) ?? buttons[0]).focus();
    this.#say("moved", this.#rows.indexOf(row) + 1);
  }

  #renumber() {
    const rows = this.#rows;
    for (const [place, row] of rows.entries()) {
      number(row, this.#key, row.id.slice(row.id.lastIndexOf("-") + 1), place);
      this.#tool(row, place, rows.length);
    }
    this.#adder.hidden = rows.length >= Number(this.#fieldset.dataset.max);
  }

  // The heading and the buttons of a row, anew from the pattern: they name its number.
  #tool(row, place, length) {
    const head = this.#pattern.querySelector(".repeat-head").cloneNode(true);
    for (const button of head.querySelectorAll("button")) {
      button.value = button.value.replace("__", place);
    }
    const texts = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      texts.currentNode.data = texts.currentNode.data.replace("__", place + 1);
    }
    head.querySelector('[name="move_up"]').hidden = place === 0;
    head.querySelector('[name="move_down"]').hidden = place === length - 1;
    row.querySelector(".repeat-head").replaceWith(head);
  }

  #say(what, row) {
    const spoken = this.#fieldset.querySelector("[data-rows-spoken]");
    spoken.textContent = spoken.dataset[what].replace("{row}", row);
  }
}

function focusFirst(row) {
  row.querySelector("input:not([type=hidden]), textarea, select")?.focus();
}

// Gives a row another number: in names as `partners.2.country`, in ids as `f-partners-2-country`.
function number(row, key, before, place) {
  const named = new RegExp(`^${key}\\.${before}(?=\\.)`, "u");
  const known = new RegExp(`(^|\\s)(f-(?:[a-z_]+-)?${key})-${before}(?=-|\\s|$)`, "gu");
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of ["id", "for", "aria-describedby", "data-counter"]) {
      const value = element.getAttribute(attribute);
      if (value !== null) {
        element.setAttribute(attribute, value.replace(known, `$1$2-${place}`));
      }
    }
    const name = element.getAttribute("name");
    if (name !== null) {
      element.setAttribute("name", name.replace(named, `${key}.${place}`));
    }
  }
}
