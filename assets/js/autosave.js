// Saves a section while somebody writes in it, by the same door as the form. What the server has not confirmed lies in the
// browser until it has. One request at a time; the newest text follows it.

import { logInAgain } from "./again.js";
import { clashIn, decision, hideClash, redraw, showClash, showFindings } from "./clash.js";
import { holdsFile, put, setVersion, version } from "./fields.js";
import { drop, earlier, forget, keep, setAside } from "./kept.js";
import { bodyOf, mayOutlive } from "./sending.js";
import { Status } from "./status.js";
import { drawn, same, typed } from "./typed.js";

/** Milliseconds from the last key to a copy in the browser, and to the server. */
const KEEP_AFTER = 250;
const SAVE_AFTER = 1500;
/** When a try failed, the next ones wait so long. */
const WAITS = [2000, 5000, 15_000, 30_000, 60_000];

export function enhance([form]) {
  new Autosave(form).begin();
}

class Autosave {
  #form;
  #status;
  #fields = new Map();
  #timers = {};
  #sending = null;
  #failures = 0;
  #stopped = false;
  #submitting = false;
  #puttingBack = null;

  constructor(form) {
    this.#form = form;
    this.#status = new Status(form);
    for (const element of form.querySelectorAll("[data-field]")) {
      const key = element.dataset.field;
      const isStored = !form.hasAttribute("data-unsaved") && !clashIn(element);
      this.#fields.set(key, {
        key,
        element,
        // What the server holds, as far as this page knows: not what was typed before this script came.
        stored: isStored ? drawn(element) : null,
        // Copies of other tabs that wait for their turn.
        waiting: [],
        // Texts that were sent without an answer: they may have arrived.
        tried: [],
        // A text that the server has refused, or that waits for a decision: not sent again as it is.
        refused: clashIn(element) ? typed(element) : null,
        // What the server had to say while somebody was writing in it.
        drawn: null,
        findings: null,
      });
    }
  }

  async begin() {
    const form = this.#form;
    form.addEventListener("input", () => this.#touched());
    form.addEventListener("change", () => this.#soon(KEEP_AFTER));
    form.addEventListener("focusout", (event) => this.#left(event));
    form.addEventListener("click", (event) => this.#decide(event));
    form.addEventListener("stored", (event) => this.#stored(event));
    form.addEventListener("submit", (event) => this.#submit(event));
    document.addEventListener("visibilitychange", () => this.#seen());
    document.addEventListener("leaving", (event) => event.detail.push(this.#save()));
    addEventListener("pagehide", () => this.#save({ leaving: true }));
    addEventListener("pageshow", () => (this.#submitting = false));
    addEventListener("online", () => this.#save());
    addEventListener("offline", () => this.#unsaved().length > 0 && this.#status.show("offline"));
    form.querySelector("[data-sign-in]").addEventListener("click", () => this.#logIn());
    this.#puttingBack = this.#putBack();
    await this.#puttingBack;
    if ([...this.#fields.values()].some((field) => this.#isTyped(field))) {
      this.#touched();
    }
  }

  // Typed on this page, before its script came or since. A form that came back after a log-in is only shown.
  #isTyped({ element, stored }) {
    return stored !== null && !same(typed(element), stored);
  }

  // Who comes back from another tab may have logged in there.
  #seen() {
    if (document.hidden) {
      this.#save({ leaving: true });
    } else if (this.#stopped && this.#status.state === "signedOut") {
      this.#stopped = false;
      this.#save();
    }
  }

  // Files are sent by themselves (files.js), and what the server answers is what it holds.
  async #stored({ target }) {
    const field = this.#fields.get(target.closest("[data-field]")?.dataset.field);
    if (field) {
      field.stored = drawn(field.element);
      field.refused = null;
      await this.#puttingBack;
      if (!this.#isTyped(field)) {
        await forget(this.#copy(field)).catch(() => {});
      }
      if (!this.#failures && !this.#stopped && !this.#sending) {
        this.#settle();
      }
    }
  }

  // What an earlier page could not send comes back, standing on the version that it was typed on.
  async #putBack() {
    const { account, proposal, section } = this.#form.dataset;
    const all = await earlier(account).catch(() => []);
    const here = all.filter((copy) => copy.proposal === proposal && copy.section === section);
    const restored = new Set();
    // The newest first. Another text of the same answer waits until this one is saved, and then stands beside it; so does one
    // of an answer in which somebody is typing already, or that is only shown.
    for (const copy of here.sort((one, other) => (other.at ?? 0) - (one.at ?? 0))) {
      const field = this.#fields.get(copy.field);
      if (!field || same(copy.pairs, typed(field.element))) {
        await forget(copy);
      } else if (restored.has(field) || field.stored === null || this.#isTyped(field)) {
        field.waiting.push(await setAside(copy).catch(() => copy));
      } else {
        this.#restore(field, copy);
        restored.add(field);
        await forget(copy);
      }
    }
    if (restored.size > 0) {
      const notice = document.querySelector("[data-kept]");
      notice.hidden = false;
      this.#status.say(notice.textContent);
      this.#form.dispatchEvent(new Event("redrawn"));
      this.#save();
    }
  }

  #restore(field, copy) {
    const arrived = copy.tried.some((pairs) => same(pairs, typed(field.element)));
    if (!arrived) {
      setVersion(field.element, copy.version);
      field.tried = copy.tried;
    }
    put(field.element, copy.pairs);
  }

  // Once an answer is saved, the text of another tab is sent on the version that it was typed on: both are shown.
  async #next(field) {
    const copy = this.#isTyped(field) ? null : field.waiting.shift();
    if (copy) {
      this.#restore(field, copy);
      await forget(copy);
      this.#touched();
    }
  }

  #touched() {
    clearTimeout(this.#timers.keep);
    this.#timers.keep = setTimeout(() => this.#keepAll(), KEEP_AFTER);
    if (!this.#failures && !this.#stopped) {
      this.#settle();
    }
    this.#soon(SAVE_AFTER);
  }

  // What the bar says when nothing is on its way.
  #settle() {
    const isStuck = this.#unsaved().length > 0;
    const [clash] = this.#clashes();
    if (this.#due().length > 0) {
      this.#status.show("waiting");
    } else if (clash) {
      this.#status.show("clash", { at: clash.id });
    } else if (isStuck) {
      this.#status.show("refused");
    } else {
      this.#status.settle();
    }
  }

  #soon(wait) {
    clearTimeout(this.#timers.save);
    this.#timers.save = setTimeout(() => this.#save(), wait);
  }

  #left(event) {
    if (this.#unsaved().length > 0) {
      this.#soon(KEEP_AFTER);
    }
    const field = this.#fields.get(event.target.closest("[data-field]")?.dataset.field);
    if (!field || field.element.contains(event.relatedTarget)) {
      return;
    }
    if (field.drawn && !this.#unsaved().includes(field)) {
      this.#redraw(field, field.drawn);
    } else if (field.findings) {
      showFindings(field.element, field.findings);
    }
    field.drawn = null;
    field.findings = null;
  }

  #unsaved() {
    return [...this.#fields.values()].filter(({ element, stored }) => stored === null || !same(typed(element), stored));
  }

  // Unsaved, and not refused as it is.
  #due() {
    return this.#unsaved().filter(({ element, refused }) => refused === null || !same(typed(element), refused));
  }

  async #keepAll() {
    try {
      await Promise.all(this.#unsaved().map((field) => keep(this.#copy(field))));
      if (!holdsFile(this.#form)) {
        this.#form.dispatchEvent(new Event("saved"));
      }
      return true;
    } catch {
      return false;
    }
  }

  #copy(field, pairs = typed(field.element)) {
    const { account, proposal, section } = this.#form.dataset;
    const { label } = field.element.dataset;
    const { key, tried } = field;
    const address = new URL(this.#form.action).pathname;
    return { account, proposal, section, address, field: key, label, pairs, version: version(field.element), tried };
  }

  /** Sends what is due; answers how that ended: `saved`, or the state that the bar shows. */
  async #save({ leaving = false, choice = null } = {}) {
    clearTimeout(this.#timers.save);
    while (this.#sending && !leaving) {
      await this.#sending.catch(() => {});
    }
    const fields = choice ? [choice.field] : this.#due();
    if (fields.length === 0 || (this.#stopped && !choice)) {
      return this.#unsaved().length > 0 ? this.#status.state : "saved";
    }
    const sending = this.#send(fields, { leaving, choice });
    this.#sending = sending;
    try {
      return await sending;
    } finally {
      if (this.#sending === sending) {
        this.#sending = null;
      }
    }
  }

  async #send(fields, { leaving, choice }) {
    const keeping = this.#keepAll();
    const sent = fields.map((field) => ({ field, pairs: typed(field.element), copy: this.#copy(field) }));
    const body = bodyOf(this.#form.dataset.account, [...this.#fields.values()], sent, choice);
    for (const { field, pairs } of sent) {
      field.tried = [...field.tried.filter((one) => !same(one, pairs)), pairs];
    }
    if (!this.#failures) {
      this.#status.show("saving");
    }
    let response;
    let told;
    try {
      response = await fetch(this.#form.action.replace(/\?.*|$/u, location.search), {
        method: "POST",
        headers: { Accept: "application/json" },
        body,
        keepalive: leaving || mayOutlive(body),
      });
      told = await response.json();
    } catch {
      return this.#failed((await keeping) ? "offline" : "unkept");
    }
    if (response.status >= 500 || response.status === 429) {
      return this.#failed((await keeping) ? "waiting" : "unkept");
    }
    sent.forEach(({ field, pairs }) => (field.tried = field.tried.filter((one) => !same(one, pairs))));
    await keeping;
    return this.#answered(response.status, told, sent, choice);
  }

  #failed(state) {
    const wait = WAITS[Math.min(this.#failures, WAITS.length - 1)];
    this.#failures += 1;
    this.#status.show(state);
    this.#soon(wait);
    return state;
  }

  async #answered(status, told, sent, choice) {
    this.#failures = 0;
    this.#askToLogIn(status === 401);
    if (status === 401) {
      return this.#halt("signedOut");
    }
    if (told.versions === undefined) {
      if (status === 403 || status === 404) {
        return this.#halt("forbidden");
      }
      sent.forEach(({ field, pairs }) => (field.refused = pairs));
      this.#status.show("refused", { text: told.detail });
      return "refused";
    }
    await this.#learn(told, sent, choice);
    if (choice && told.versions[choice.field.key] !== undefined) {
      hideClash(choice.field.element);
    }
    this.#status.saved(told.saved);
    this.#settle();
    if (this.#due().length > 0) {
      this.#soon(SAVE_AFTER);
    }
    for (const { field } of sent.filter(({ field }) => field.stored !== null && same(typed(field.element), field.stored))) {
      await this.#next(field);
    }
    return told.refused ? "refused" : this.#clashes().length > 0 ? "clash" : "saved";
  }

  #halt(state) {
    this.#stopped = true;
    this.#status.show(state);
    return state;
  }

  async #learn(told, sent, choice) {
    for (const { field, pairs, copy } of sent) {
      const now = told.versions[field.key];
      field.refused = now === undefined ? pairs : null;
      if (now !== undefined) {
        field.stored = pairs;
        setVersion(field.element, now);
        choice ? await forget(copy) : await drop(copy);
      }
      this.#find(field, told);
    }
    for (const drawn of told.redraw) {
      const field = this.#fields.get(drawn.field);
      if (choice?.field === field) {
        this.#redraw(field, drawn);
      } else if (!this.#unsaved().includes(field)) {
        const isHere = field.element.contains(document.activeElement);
        isHere ? (field.drawn = drawn) : this.#redraw(field, drawn);
      }
    }
    for (const drawn of told.clashes) {
      showClash(this.#fields.get(drawn.field).element, drawn.html);
    }
    const others = document.querySelector("[data-others]");
    others.textContent = told.others.join(" ");
    others.hidden = told.others.length === 0;
    if (this.#unsaved().length === 0 && !holdsFile(this.#form)) {
      this.#form.dispatchEvent(new Event("saved"));
    }
    const left = Date.parse(told.session.ends) - Date.parse(told.session.now);
    document.dispatchEvent(new CustomEvent("session", { detail: left }));
  }

  // Nobody is told of a mistake in what they have not finished; that it is gone, at once.
  #find(field, told) {
    const findings = told.findings.filter((found) => found.field === field.key);
    const isHere = field.element.contains(document.activeElement) && !told.refused;
    field.findings = isHere && findings.length > 0 ? findings : null;
    if (!field.findings) {
      showFindings(field.element, findings);
    }
  }

  #redraw(field, drawn) {
    redraw(field.element, drawn.html);
    field.stored = typed(field.element);
    field.refused = null;
    field.drawn = null;
  }

  #clashes() {
    return [...this.#fields.values()].map(({ element }) => clashIn(element)).filter(Boolean);
  }

  // A button beside two texts.
  async #decide(event) {
    const button = event.target.closest("[data-clash] button");
    if (!button) {
      return;
    }
    event.preventDefault();
    const field = this.#fields.get(button.closest("[data-clash]").dataset.clash);
    this.#stopped = false;
    const inputs = decision(button);
    button.blur();
    await this.#save({ choice: { field, inputs } });
    if (field.refused === null && this.#failures === 0 && !this.#stopped) {
      field.element.querySelector("input:not([type=hidden]), textarea, select")?.focus();
      if (this.#clashes().length === 0) {
        this.#save();
      }
    }
  }

  // The buttons of the form save first what is typed, so that no page is left with something unsaved, nor for an error.
  async #submit(event) {
    if (this.#submitting) {
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    const state = await this.#save();
    if (state === "saved" || this.#unsaved().length === 0) {
      this.#submitting = true;
      // Not from within the event itself: where nothing had to wait, the browser would pass it over.
      setTimeout(() => this.#form.requestSubmit(submitter));
    } else if (state === "signedOut") {
      await this.#logIn();
    } else {
      const trouble = this.#form.querySelector("[data-clash], .field-invalid");
      trouble?.scrollIntoView({ block: "center" });
      trouble?.focus?.();
    }
  }

  #askToLogIn(isNeeded) {
    this.#form.querySelector("[data-sign-in]").hidden = !isNeeded;
  }

  async #logIn() {
    if (await logInAgain()) {
      this.#stopped = false;
      this.#askToLogIn(false);
      await this.#save();
    }
  }
}
