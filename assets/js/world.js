// The map of the world, moved where it stands: by its buttons, by keys, by dragging, with the wheel and by two fingers. The
// picture moves at once; which circles there are in the new view, and the list below, are asked of the server, whose address says
// what is shown. Places are in hundredths of a degree, from 180° west and 84° north (catalogue/map/view.rs).

const WIDTH = 36000;
const HEIGHT = 14400;
/** So many times the world can be halved. */
const NEAREST = 5;
/** Milliseconds: from the last move to the question what is there, and for a move that is seen. */
const PAUSE = 200;
const GLIDE = 180;
/** Pixels: less is a press that shook; so much turning of a wheel is one step. */
const SHAKE = 5;
const NOTCH = 60;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function enhance(maps) {
  for (const map of maps) {
    follow(map);
    const room = map.querySelector(".world-room");
    // Where there is too little room, the middle is seen first.
    room.scrollLeft = (room.scrollWidth - room.clientWidth) / 2;
    if (map.dataset.world === "live") {
      new Live(map, room).begin();
    }
  }
}

/** Tells which circle is pointed at or has the focus, and lights the lines that begin there. */
function follow(map) {
  const caption = map.querySelector("[data-caption]");
  const light = (spot) => {
    map.querySelectorAll(".world-tie-lit").forEach((tie) => tie.classList.remove("world-tie-lit"));
    const ties = spot ? [...map.querySelectorAll(`[data-of="${spot.dataset.spot}"]`)] : [];
    ties.forEach((tie) => tie.classList.add("world-tie-lit"));
    map.classList.toggle("world-lit", ties.length > 0);
    caption.textContent = spot?.getAttribute("aria-label") ?? "";
  };
  const focused = () => (map.contains(document.activeElement) ? document.activeElement.closest("[data-spot]") : null);
  for (const kind of ["pointerover", "focusin"]) {
    map.addEventListener(kind, ({ target }) => light(target.closest("[data-spot]") ?? focused()));
  }
  for (const kind of ["pointerleave", "focusout", "redrawn"]) {
    map.addEventListener(kind, () => light(focused()));
  }
}

class Live {
  #map;
  #room;
  /** What is seen, and what will be once nothing moves. */
  #view;
  #goal;
  #frame;
  #pause;
  #asked;
  #turned = 0;
  #fingers = new Map();
  #hold = null;
  #moved = false;

  constructor(map, room) {
    this.#map = map;
    this.#room = room;
  }

  begin() {
    this.#view = this.#drawn();
    this.#goal = this.#view;
    this.#map.classList.add("world-live");
    this.#near();
    const keys = document.getElementById("world-keys");
    delete keys.dataset.room;
    this.#room.setAttribute("aria-describedby", keys.id);
    this.#map.addEventListener("click", (event) => this.#pressed(event), { capture: true });
    this.#map.addEventListener("keydown", (event) => this.#key(event));
    this.#room.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.#room.addEventListener("pointerdown", (event) => this.#down(event));
    this.#room.addEventListener("pointermove", (event) => this.#move(event));
    for (const kind of ["pointerup", "pointercancel"]) {
      this.#room.addEventListener(kind, (event) => this.#up(event));
    }
    // A link is not carried away, and two fingers move the map, not the page.
    this.#room.addEventListener("dragstart", (event) => event.preventDefault());
    for (const kind of ["touchstart", "touchmove"]) {
      this.#room.addEventListener(kind, (event) => this.#touch(event), { passive: false });
    }
  }

  #touch(event) {
    if (event.touches.length > 1 && event.cancelable) {
      event.preventDefault();
    }
  }

  /** The view that a picture was drawn for. */
  #drawn(page = this.#map) {
    const [x, y, width, height] = page.querySelector(".world-land").getAttribute("viewBox").split(" ").map(Number);
    return { x, y, width, height };
  }

  #near() {
    this.#map.classList.toggle("world-near", this.#view.width < WIDTH);
  }

  /** Shows another view; once nothing moves any more, what lies in it. */
  #go(view) {
    this.#stop();
    this.#goal = view;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#show(view);
    } else {
      this.#glide(this.#view, view);
    }
    this.#pause = setTimeout(() => this.#ask(view), PAUSE);
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#pause);
    this.#asked?.abort();
  }

  #glide(from, to) {
    const start = performance.now();
    const step = (now) => {
      const part = within((now - start) / GLIDE, 0, 1);
      const between = (name) => from[name] + (to[name] - from[name]) * part;
      this.#show(part < 1 ? { x: between("x"), y: between("y"), width: between("width"), height: between("height") } : to);
      if (part < 1) {
        this.#frame = requestAnimationFrame(step);
      }
    };
    this.#frame = requestAnimationFrame(step);
  }

  #show(view) {
    this.#view = view;
    this.#near();
    const { x, y, width, height } = view;
    this.#map.querySelector(".world-land").setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
    for (const thing of this.#map.querySelectorAll("[data-x]")) {
      const left = `${((thing.dataset.x - x) / width) * 100}%`;
      const top = `${((thing.dataset.y - y) / height) * 100}%`;
      [thing, ...thing.children].forEach((part) => put(part, left, top));
    }
  }

  // Without an answer the picture stays as it is; its links lead on all the same.
  async #ask(view) {
    const address = addressOf(view);
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    try {
      const answer = await fetch(address, { signal, headers: { Accept: "text/html", "X-Looks-Aside": "1" } });
      const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
      if (page && !signal.aborted && page.querySelector("[data-world]")) {
        this.#take(page);
        history.replaceState(history.state, "", address);
      }
    } catch (error) {
      if (error.name !== "AbortError") {
        console.warn("The map was not answered", error);
      }
    }
  }

  /** Puts what the server has drawn for the view in the place of what there was. */
  #take(page) {
    const focus = document.activeElement ?? document.body;
    const group = focus.closest("[data-part]")?.dataset.part;
    for (const part of document.querySelectorAll("[data-part]")) {
      const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
      if (fresh) {
        part.replaceWith(fresh);
      }
    }
    this.#map.querySelector("[data-said]").textContent = page.querySelector("[data-said]").textContent;
    // The same view in another language
    const others = page.querySelectorAll("a[hreflang]");
    document.querySelectorAll("a[hreflang]").forEach((link, place) => {
      link.href = others[place]?.getAttribute("href") ?? link.href;
    });
    this.#show(this.#drawn(page));
    this.#goal = this.#view;
    if (!document.contains(focus)) {
      this.#refocus(focus, document.querySelector(`[data-part="${group}"]`));
    }
    this.#map.dispatchEvent(new Event("redrawn"));
  }

  /** Gives the focus to what has come in the place of what had it; where nothing has, to the map, or to the list. */
  #refocus(focus, part) {
    const { move } = focus.dataset;
    const href = focus.getAttribute("href");
    const again = move ? part.querySelector(`[data-move="${move}"]`) : href && part.querySelector(`[href="${CSS.escape(href)}"]`);
    const whole = this.#map.contains(part) ? this.#room : part;
    (again || whole).focus({ preventScroll: true });
  }

  /** A button, or a circle of several cities, shows what it leads to here. After a drag, the circle under it was not pressed. */
  #pressed(event) {
    if (this.#moved) {
      this.#moved = false;
      event.preventDefault();
      return;
    }
    const link = event.target.closest("[data-move], [data-nearer]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
    if (link && !elsewhere) {
      event.preventDefault();
      this.#go(viewOf(link.getAttribute("href")));
    }
  }

  #key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const { x, y, width, height } = this.#goal;
    const arrow = ARROWS[event.key];
    let view = null;
    if (event.key === "Escape") {
      document.querySelector(this.#map.querySelector(".skip-link").hash)?.focus();
    } else if (event.key === "Home") {
      view = around(0, 0, 0);
    } else if (event.key === "+" || event.key === "=") {
      view = this.#zoomed(1);
    } else if (event.key === "-") {
      view = this.#zoomed(-1);
    } else if (arrow) {
      view = bounded({ x: x + (arrow[0] * width) / 4, y: y + (arrow[1] * height) / 4, width });
    }
    // At an end of the world the key is the page's.
    if (view && !same(view, this.#goal)) {
      event.preventDefault();
      this.#go(view);
    }
  }

  /** One step nearer or farther, with what lies so far from the left and from the top staying where it is. */
  #zoomed(step, [right, down] = [0.5, 0.5]) {
    const { x, y, width, height } = this.#goal;
    const wide = widthOf(zoomOf(width) + step);
    const high = (wide * HEIGHT) / WIDTH;
    return bounded({ x: x + (width - wide) * right, y: y + (height - high) * down, width: wide });
  }

  /** How far from the left and from the top of the picture, from 0 to 1. */
  #part({ clientX, clientY }) {
    const sheet = this.#map.querySelector(".world-sheet").getBoundingClientRect();
    return [(clientX - sheet.left) / sheet.width, (clientY - sheet.top) / sheet.height];
  }

  // The wheel alone turns the page.
  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) {
      return;
    }
    event.preventDefault();
    this.#turned += event.deltaY;
    if (Math.abs(this.#turned) < NOTCH) {
      return;
    }
    const view = this.#zoomed(-Math.sign(this.#turned), this.#part(event));
    this.#turned = 0;
    if (!same(view, this.#goal)) {
      this.#go(view);
    }
  }

  #down(event) {
    if (event.pointerType === "mouse" && event.button !== 0) {
      return;
    }
    this.#fingers.set(event.pointerId, event);
    this.#moved &&= this.#fingers.size > 1;
    this.#grip();
  }

  /** What the fingers hold, from where. */
  #grip() {
    const fingers = [...this.#fingers.values()];
    this.#hold = fingers.length > 0 ? { view: this.#view, at: this.#middle(fingers), span: span(fingers) } : null;
  }

  #middle(fingers) {
    const parts = fingers.map((finger) => this.#part(finger));
    return [0, 1].map((axis) => parts.reduce((sum, part) => sum + part[axis], 0) / parts.length);
  }

  #move(event) {
    const from = this.#fingers.get(event.pointerId);
    if (!from) {
      return;
    }
    // It was let go of where nobody saw it.
    if (event.buttons === 0) {
      this.#up(event);
      return;
    }
    const shaken = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < SHAKE;
    const several = this.#fingers.size > 1;
    if (!this.#moved && (shaken || (!several && this.#view.width >= WIDTH))) {
      return;
    }
    if (!this.#moved) {
      this.#moved = true;
      this.#stop();
      // It may have glided on since it was pressed.
      this.#hold.view = this.#view;
      this.#map.classList.add("world-held");
    }
    if (!this.#room.hasPointerCapture(event.pointerId)) {
      this.#room.setPointerCapture(event.pointerId);
    }
    this.#fingers.set(event.pointerId, event);
    const fingers = [...this.#fingers.values()];
    const { view, at, span: wide } = this.#hold;
    const [right, down] = this.#middle(fingers);
    const width = within(several ? (view.width * wide) / span(fingers) : view.width, widthOf(NEAREST), WIDTH);
    const height = (width * HEIGHT) / WIDTH;
    // What was held stays under the fingers.
    this.#show(bounded({ x: view.x + at[0] * view.width - right * width, y: view.y + at[1] * view.height - down * height, width }));
  }

  #up(event) {
    if (!this.#fingers.delete(event.pointerId)) {
      return;
    }
    this.#grip();
    if (this.#fingers.size > 0 || !this.#moved) {
      return;
    }
    this.#map.classList.remove("world-held");
    const { x, y, width, height } = this.#view;
    this.#go(around(x + width / 2, y + height / 2, zoomOf(width)));
    // The press that a drag ends with comes at once, or not at all.
    setTimeout(() => (this.#moved = false));
  }
}

function put(part, left, top) {
  const [x, y] = part.localName === "circle" ? ["cx", "cy"] : ["x", "y"];
  if (part.hasAttribute(x)) {
    part.setAttribute(x, left);
    part.setAttribute(y, top);
  }
}

/** The view that an address asks for. */
function viewOf(address) {
  const { searchParams } = new URL(address, location.href);
  const [lat, lon] = (searchParams.get("at") ?? "").split(",").map(Number);
  return around((lon + 180) * 100 || 0, (84 - lat) * 100 || 0, Number(searchParams.get("zoom") ?? 0));
}

/** The address of this page with this view. */
function addressOf({ x, y, width, height }) {
  const said = new URLSearchParams(location.search);
  said.delete("at");
  said.delete("zoom");
  const degrees = (hundredths) => Number((hundredths / 100).toFixed(2));
  const at = `${degrees(8400 - y - height / 2)},${degrees(x + width / 2 - 18000)}`;
  const query = [said.toString(), width < WIDTH ? `at=${at}&zoom=${zoomOf(width)}` : ""].filter(Boolean).join("&");
  return location.pathname + (query ? `?${query}` : "");
}

function around(x, y, zoom) {
  const width = widthOf(zoom);
  return bounded({ x: x - width / 2, y: y - (width * HEIGHT) / WIDTH / 2, width });
}

/** Within the world. */
function bounded({ x, y, width }) {
  const height = (width * HEIGHT) / WIDTH;
  return { x: within(x, 0, WIDTH - width), y: within(y, 0, HEIGHT - height), width, height };
}

function span(fingers) {
  const [one, other] = fingers;
  return other ? Math.max(Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), 1) : 1;
}

const widthOf = (zoom) => WIDTH / 2 ** within(zoom, 0, NEAREST);
const zoomOf = (width) => Math.round(Math.log2(WIDTH / width));
const within = (value, least, most) => Math.min(Math.max(value, least), most);
const same = (one, other) => ["x", "y", "width"].every((name) => Math.abs(one[name] - other[name]) < 1);
