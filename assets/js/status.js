// Says in the bar below a form how its saving stands: in sight always, and to screen readers when it changes for good or for
// worse, never at every pause.

/** Between two times that a screen reader is told of a save like the one before. */
const SPEAK_EVERY = 60_000;

/** What a state means to the eye, by an icon of the sprite and a colour. What passes by itself has none. */
const KINDS = {
  saved: "success",
  offline: "warning",
  signedOut: "warning",
  clash: "warning",
  refused: "danger",
  forbidden: "danger",
  unkept: "danger",
};

export class Status {
  #note;
  #spoken;
  #state = "";
  #spokenAt = -SPEAK_EVERY;
  #saved = "";

  constructor(form) {
    this.#note = form.querySelector("[data-status]");
    this.#saved = this.#note.textContent;
    this.#spoken = form.querySelector("[data-spoken]");
  }

  /** `state` is one of those that the bar has words for, or `saved`, whose words come from the server; `at` the id of the
      place where something is to be decided. */
  show(state, { text = this.#note.dataset[state], at = null } = {}) {
    const kind = text ? (KINDS[state] ?? "") : "";
    this.#note.dataset.kind = kind;
    this.#note.replaceChildren(...(kind ? [this.#icon(kind)] : []), at ? linked(text, at) : text);
    if (state === "saving" || state === "waiting") {
      return;
    }
    const isNews = state !== this.#state || performance.now() - this.#spokenAt > SPEAK_EVERY;
    this.#state = state;
    if (isNews) {
      this.say(text);
      this.#spokenAt = performance.now();
    }
  }

  /** When it was saved last, in the server's words. */
  saved(text) {
    this.#saved = text;
  }

  /** Nothing is unsaved: says when it was saved last, as far as that is known. */
  settle() {
    this.show("saved", { text: this.#saved });
  }

  /** What was shown last that lasts. */
  get state() {
    return this.#state;
  }

  say(text) {
    this.#spoken.textContent = text;
  }

  #icon(name) {
    const [icon, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
    icon.setAttribute("class", "icon");
    icon.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#icon-${name}`);
    icon.append(use);
    return icon;
  }
}

function linked(text, id) {
  const link = document.createElement("a");
  link.href = `#${id}`;
  link.textContent = text;
  return link;
}
