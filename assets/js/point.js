// Sets a point: by the name of a city, by pressing a map or moving the mark with the arrow keys, or by its coordinates, which
// the server reads as it will when they are saved. Maps are in tenths of a degree, from 180° west and 84° north.

import { follow } from "./cities.js";

const WORLD = { x: 0, y: 0, width: 3600, height: 1440 };
const NEAR = { width: 200, height: 80 };
/** Milliseconds from the last key to the question what was typed. */
const PAUSE = 400;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export function enhance(fieldsets) {
  for (const fieldset of fieldsets) {
    new Point(fieldset).begin();
  }
}

class Point {
  #fieldset;
  #lat;
  #lon;
  #near;
  #maps = [];
  #place = null;
  #pause;
  #asking = null;

  constructor(fieldset) {
    const { point } = fieldset.dataset;
    this.#fieldset = fieldset;
    this.#lat = fieldset.querySelector(`[name="${point}.lat"]`);
    this.#lon = fieldset.querySelector(`[name="${point}.lon"]`);
    this.#near = fieldset.querySelector("[data-near]");
  }

  begin() {
    const box = this.#fieldset.querySelector("[data-maps]");
    const [world, around] = box.querySelectorAll(".map");
    const second = around ?? box.appendChild(world.cloneNode(true));
    this.#maps = [
      new WorldMap(world, box.dataset.world, 1, (lat, lon) => this.#set(lat, lon)),
      new WorldMap(second, box.dataset.around, 0.1, (lat, lon) => this.#set(lat, lon, { stays: true })),
    ];
    box.classList.add("maps-live");
    follow(this.#fieldset.querySelector("[data-city-search]"), ({ lat, lon }) => this.#set(lat, lon));
    for (const input of [this.#lat, this.#lon]) {
      input.addEventListener("input", () => this.#typed());
      input.addEventListener("change", () => this.#ask({ settle: true }));
    }
    this.#lat.form.addEventListener("redrawn", () => this.#read());
    this.#read();
  }

  #read() {
    const [lat, lon] = [this.#lat, this.#lon].map(({ value }) => degrees(value));
    this.#show(lat === null || lon === null ? null : { lat, lon });
  }

  #typed() {
    this.#read();
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#ask(), PAUSE);
  }

  #set(lat, lon, { stays = false } = {}) {
    this.#lat.value = lat;
    this.#lon.value = lon;
    this.#show({ lat: Number(lat), lon: Number(lon) }, stays);
    this.#lat.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #show(place, stays = false) {
    this.#place = place;
    const [world, around] = this.#maps;
    world.show(place, WORLD);
    around.element.hidden = place === null;
    const seen = stays || same(place, around.place) ? around.view : null;
    around.show(place, place && (seen ?? viewAround(place)));
  }

  // What is typed, as the server reads it: where it lies; and when the field is left, in plain degrees.
  async #ask({ settle = false } = {}) {
    clearTimeout(this.#pause);
    this.#asking?.abort();
    this.#asking = new AbortController();
    const typed = [this.#lat.value, this.#lon.value];
    const query = new URLSearchParams({ lat: typed[0], lon: typed[1], names: document.documentElement.lang });
    let told = {};
    try {
      const response = await fetch(`/cities/nearest?${query}`, { signal: this.#asking.signal });
      told = response.ok ? await response.json() : {};
    } catch (error) {
      if (error.name === "AbortError") {
        return;
      }
    }
    if (!same(typed, [this.#lat.value, this.#lon.value])) {
      return;
    }
    if (told.lat && settle && !same(typed, [told.lat, told.lon])) {
      this.#set(told.lat, told.lon);
    } else if (told.lat) {
      const place = { lat: Number(told.lat), lon: Number(told.lon) };
      same(place, this.#place) || this.#show(place);
    }
    this.#near.textContent = told.near ?? "";
    this.#maps[1].fill(told.dots ?? []);
  }
}

/** A picture of the world or of a part of it, on which a point can be set. */
class WorldMap {
  element;
  view = null;
  place = null;
  #picture;
  #cities;
  #step;
  #choose;

  constructor(element, label, step, choose) {
    this.element = element;
    this.#picture = element.querySelector("svg");
    this.#cities = element.querySelector(".map-cities");
    this.#step = step;
    this.#choose = choose;
    const [x, y, width, height] = this.#picture.getAttribute("viewBox").split(" ").map(Number);
    this.view = { x, y, width, height };
    // An image that posts the form where it is pressed is for pages without scripts.
    element.querySelector("input").remove();
    element.tabIndex = 0;
    element.setAttribute("role", "application");
    element.setAttribute("aria-label", label);
    element.addEventListener("click", (event) => this.#pressed(event));
    element.addEventListener("keydown", (event) => this.#moved(event));
  }

  show(place, view) {
    this.place = place;
    if (view && !same(corner(view), corner(this.view))) {
      this.#cities.replaceChildren();
    }
    this.view = view ?? this.view;
    const { x, y, width, height } = this.view;
    this.#picture.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    const mark = this.#picture.querySelector(".map-mark") ?? this.#newMark();
    if (place === null) {
      mark.remove();
      return;
    }
    const at = onMap(place);
    mark.setAttribute("cx", within(at.x, x, x + width));
    mark.setAttribute("cy", within(at.y, y, y + height));
    mark.setAttribute("r", width / 50);
  }

  /** Shows the cities that lie in the view, if it does not yet. */
  fill(dots) {
    if (this.#cities.childElementCount > 0) {
      return;
    }
    for (const { x, y, name, before } of dots) {
      this.#cities.append(drawn("circle", { cx: x, cy: y, r: 1 }));
      if (name) {
        const place = before ? { x: x - 3, "text-anchor": "end" } : { x: x + 3 };
        const text = drawn("text", { ...place, y: y + 3 });
        text.textContent = name;
        this.#cities.append(text);
      }
    }
  }

  #newMark() {
    return this.#picture.appendChild(drawn("circle", { class: "map-mark" }));
  }

  #pressed({ clientX, clientY }) {
    const drawn = this.#picture.getBoundingClientRect();
    const { x, y, width, height } = this.view;
    const lon = (x + ((clientX - drawn.left) / drawn.width) * width) / 10 - 180;
    const lat = 84 - (y + ((clientY - drawn.top) / drawn.height) * height) / 10;
    this.#put(lat, lon);
  }

  #moved(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const step = this.#step * (event.shiftKey ? 10 : 1);
    const { lat, lon } = this.place ?? { lat: 20, lon: 0 };
    this.#put(lat + arrow[1] * step, lon + arrow[0] * step);
  }

  #put(lat, lon) {
    const digits = this.#step < 1 ? 2 : 1;
    this.#choose(...[within(lat, -90, 90), within(lon, -180, 180)].map((value) => String(Number(value.toFixed(digits)))));
  }
}

function drawn(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

// The server counts in whole units.
const corner = ({ x, y, width }) => [x, y, width].map(Math.trunc);

function onMap({ lat, lon }) {
  return { x: (lon + 180) * 10, y: (84 - lat) * 10 };
}

function viewAround(place) {
  const { x, y } = onMap(place);
  return {
    ...NEAR,
    x: within(x - NEAR.width / 2, 0, WORLD.width - NEAR.width),
    y: within(y - NEAR.height / 2, 0, WORLD.height - NEAR.height),
  };
}

// Plain degrees at once; all else the server reads.
function degrees(text) {
  const plain = text.trim().replace("\u2212", "-").replace(",", ".");
  return /^-?\d{1,3}(\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

const within = (value, least, most) => Math.min(Math.max(value, least), most);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
