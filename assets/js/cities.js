// Suggests cities while one types: a combobox with a list, as the ARIA Authoring Practices describe it. Without scripts a
// button searches.

const PAUSE = 150;
/** From so many letters on. */
const LEAST = 2;

/** Follows the search in `box`; `choose` is told the city that was chosen. */
export function follow(box, choose) {
  new Search(box, choose);
}

class Search {
  #box;
  #input;
  #list;
  #spoken;
  #choose;
  #cities = [];
  #active = -1;
  #pause;
  #asking = null;

  constructor(box, choose) {
    this.#box = box;
    this.#choose = choose;
    this.#input = box.querySelector("input");
    this.#list = this.#newList();
    this.#spoken = spoken();
    box.append(this.#spoken);
    box.querySelector("button").hidden = true;
    const input = this.#input;
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.#list.id };
    Object.entries(roles).forEach(([name, value]) => input.setAttribute(name, value));
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("blur", () => this.#close());
  }

  #newList() {
    const list = document.createElement("div");
    list.id = `${this.#input.id}-list`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.#box.querySelector("label").textContent);
    const around = document.createElement("div");
    around.className = "city-box";
    this.#input.replaceWith(around);
    around.append(this.#input, list);
    // The input keeps the focus.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const place = [...list.children].indexOf(event.target.closest('[role="option"]'));
      place >= 0 && this.#take(place);
    });
    return list;
  }

  #typed() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask() {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const typed = this.#input.value.trim();
    if (typed.length < LEAST) {
      this.#close();
      return;
    }
    try {
      const query = new URLSearchParams({ q: typed.slice(0, 80), names: document.documentElement.lang });
      const response = await fetch(`/cities?${query}`, { signal: this.#asking.signal });
      const { cities } = await response.json();
      this.#show(cities);
    } catch {
      // Another question has taken its place, or there is no network: then the map and the coordinates are left.
    }
  }

  #show(cities) {
    this.#cities = cities;
    this.#list.replaceChildren(...cities.map((city, place) => this.#option(city, place)));
    this.#activate(-1);
    const open = cities.length > 0 && document.activeElement === this.#input;
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", open);
    const { found, none } = this.#box.dataset;
    this.#spoken.textContent = cities.length > 0 ? found.replace("{count}", cities.length) : none;
  }

  #option({ text }, place) {
    const option = document.createElement("div");
    option.id = `${this.#list.id}-${place}`;
    option.className = "suggestion";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = text;
    return option;
  }

  #activate(place) {
    this.#list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = place;
    const option = this.#list.children[place];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  #pressed(event) {
    const count = this.#list.hidden ? 0 : this.#cities.length;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      count > 0 ? this.#activate(nextOf(this.#active, move, count)) : this.#ask();
    } else if (event.key === "Enter") {
      // It would save the form.
      event.preventDefault();
      count > 0 ? this.#take(Math.max(this.#active, 0)) : this.#ask();
    } else if (event.key === "Escape") {
      event.preventDefault();
      count > 0 ? this.#close() : this.#clear();
    }
  }

  #take(place) {
    const city = this.#cities[place];
    this.#clear();
    this.#choose(city);
  }

  #clear() {
    this.#input.value = "";
    this.#close();
  }

  #close() {
    clearTimeout(this.#pause);
    this.#asking?.abort();
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#activate(-1);
    this.#spoken.textContent = "";
  }
}

// Below the last comes the first.
function nextOf(active, move, count) {
  return active < 0 && move < 0 ? count - 1 : (active + move + count) % count;
}

function spoken() {
  const element = document.createElement("span");
  element.className = "visually-hidden";
  element.setAttribute("role", "status");
  return element;
}
