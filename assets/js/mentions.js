// Offers the people who can be named, after an @ in the text: those of the boxes below it. Arrow keys choose, Enter takes,
// Escape closes; the whole name in the text is what the server reads.

let count = 0;

export function enhance(fields) {
  for (const field of fields) {
    const boxes = field.form.querySelectorAll("input[data-person]");
    // Who reviews it is offered among the reviewers alone.
    const among = field.form.querySelector('[type="radio"][name="audience"][value="reviewers"]');
    const open = (box) => !("reviews" in box.dataset) || !among || among.checked;
    if (boxes.length > 0) {
      offer(field, () => [...boxes].filter(open).map((box) => box.dataset.person));
    }
  }
}

function offer(field, people) {
  count += 1;
  const list = document.createElement("ul");
  list.id = `mentions-${count}`;
  list.className = "mentions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.dataset.mention);
  list.hidden = true;
  field.after(list);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  let found = [];
  let at = 0;

  const close = () => {
    list.hidden = true;
    found = [];
    field.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    field.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const take = (name) => {
    const { start } = begun(field);
    field.setRangeText(`@${name} `, start, field.selectionStart, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    close();
    field.focus();
  };
  const look = () => {
    const typed = begun(field);
    found = typed ? people().filter((name) => fold(name).includes(fold(typed.text))).slice(0, 8) : [];
    if (found.length === 0 || (found.length === 1 && fold(found[0]) === fold(typed.text))) {
      close();
      return;
    }
    at = 0;
    list.replaceChildren(
      ...found.map((name, place) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${place}`;
        option.setAttribute("role", "option");
        option.textContent = name;
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(name);
        });
        return option;
      }),
    );
    list.hidden = false;
    mark();
  };

  field.addEventListener("input", look);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = (at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === "Enter" || event.key === "Tab") {
      take(found[at]);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** What is typed after the last @ before the caret, on its line and not longer than a name. */
function begun(field) {
  const before = field.value.slice(0, field.selectionStart);
  const found = /(^|[^\p{L}\p{N}])@([^@\n]{0,60})$/u.exec(before);
  return found && { start: before.length - found[2].length - 1, text: found[2] };
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
