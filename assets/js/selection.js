// Keeps what is ticked in the desk's list while one goes through its pages, in this tab and for this account alone. Without
// scripts the address keeps it: then what it says is taken over, and the address is plain again.

const NAME = "selection";

export function enhance(elements) {
  for (const element of elements) {
    if (element.matches("form")) {
      new Selection(element);
    } else {
      element.addEventListener("click", () => sessionStorage.removeItem(NAME));
    }
  }
}

class Selection {
  #form;
  #ticked;

  constructor(form) {
    this.#form = form;
    this.#ticked = form.dataset.inAddress === undefined ? this.#kept() : this.#shown();
    this.#makeAddressPlain();
    this.#tickAll();
    form.addEventListener("change", (event) => this.#changed(event.target));
    form.addEventListener("submit", () => this.#holdRest());
    this.#clear.addEventListener("click", (event) => {
      event.preventDefault();
      this.#empty();
    });
    // The browser may bring back a page as it was left: what is kept is newer.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) {
        this.#ticked = this.#kept();
        this.#tickAll();
        this.#tell();
      }
    });
    this.#tell();
  }

  get #boxes() {
    return [...this.#form.querySelectorAll('input[type="checkbox"][name="ref"]')];
  }

  get #clear() {
    return this.#form.querySelector("[data-clear]");
  }

  get #whole() {
    return this.#form.querySelector("[data-whole]");
  }

  #kept() {
    try {
      const { account, ticked } = JSON.parse(sessionStorage.getItem(NAME)) ?? {};
      return new Set(account === this.#form.dataset.account ? ticked : []);
    } catch {
      return new Set();
    }
  }

  // As the page came: those ticked here, and those that it holds of other pages.
  #shown() {
    const inputs = this.#form.querySelectorAll('input[name="ref"]');
    return new Set([...inputs].filter((input) => input.type === "hidden" || input.checked).map((input) => input.value));
  }

  #tickAll() {
    for (const held of this.#form.querySelectorAll("[data-held]")) {
      held.remove();
    }
    for (const box of this.#boxes) {
      box.checked = this.#ticked.has(box.value);
    }
  }

  #makeAddressPlain() {
    for (const input of document.querySelectorAll('form.filters input[name="sel"]')) {
      input.remove();
    }
    for (const link of document.querySelectorAll('main a[href*="sel="]')) {
      link.href = plain(link.href);
    }
    if (location.search.includes("sel=")) {
      history.replaceState(history.state, "", plain(location.href));
    }
  }

  #changed(box) {
    if (box === this.#whole) {
      for (const one of this.#boxes) {
        one.checked = box.checked;
        this.#take(one);
      }
    } else if (box.name === "ref") {
      this.#take(box);
    }
    this.#tell();
  }

  #take(box) {
    if (box.checked) {
      this.#ticked.add(box.value);
    } else {
      this.#ticked.delete(box.value);
    }
  }

  #empty() {
    this.#ticked.clear();
    for (const box of this.#boxes) {
      box.checked = false;
    }
    this.#tell();
    this.#whole.focus();
  }

  #tell() {
    const ticked = [...this.#ticked];
    sessionStorage.setItem(NAME, JSON.stringify({ account: this.#form.dataset.account, ticked }));
    const count = this.#form.querySelector("[data-count]");
    const text = count.dataset.template.replace("{n}", new Intl.NumberFormat(document.documentElement.lang).format(ticked.length));
    if (count.textContent !== text) {
      count.textContent = text;
    }
    this.#clear.hidden = ticked.length === 0;
    const here = this.#boxes.filter((box) => box.checked).length;
    this.#whole.checked = here > 0 && here === this.#boxes.length;
    this.#whole.indeterminate = here > 0 && here < this.#boxes.length;
  }

  // What is ticked on other pages goes along with what is ticked here.
  #holdRest() {
    const here = new Set(this.#boxes.map((box) => box.value));
    for (const reference of this.#ticked) {
      if (!here.has(reference)) {
        const input = document.createElement("input");
        Object.assign(input, { type: "hidden", name: "ref", value: reference });
        input.dataset.held = "";
        this.#form.append(input);
      }
    }
  }
}

function plain(address) {
  const url = new URL(address);
  url.searchParams.delete("sel");
  return url.href;
}
