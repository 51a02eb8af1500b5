// Says in the bar below a form how its saving stands: in sight always, and to screen readers when it changes for good or for
// worse, never at every pause.

/** Between two times that a screen reader is told of a save like the one before. */
const SPEAK_EVERY = 60_000;

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

  /** `state` is one of those that the bar has words for, or `saved`, whose words come from the server. */
  show(state, text = this.#note.dataset[state]) {
    this.#note.textContent = text;
    this.#note.dataset.state = state;
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
    this.show("saved", this.#saved);
  }

  /** What was shown last that lasts. */
  get state() {
    return this.#state;
  }

  say(text) {
    this.#spoken.textContent = text;
  }
}
