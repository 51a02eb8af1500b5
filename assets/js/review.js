// Saves a review while somebody writes it, by the same verb as the button. What the server has not confirmed lies in the browser
// until it has; one request at a time, and the newest text follows it.

import { drop, earlier, keep, replace } from "./kept.js";
import { Status } from "./status.js";
import { controls, drawn, isBox, same, typed } from "./typed.js";

/** Milliseconds from the last key to a copy in the browser, and to the server; and the waits after a try that failed. */
const KEEP_AFTER = 250;
const SAVE_AFTER = 1500;
const WAITS = [2000, 5000, 15_000, 30_000, 60_000];

/** What the server's answer means; what is none of these is tried again. */
const SAID = { 401: "signedOut", 403: "forbidden", 404: "forbidden", 409: "clash", 422: "refused" };

export function enhance([form]) {
  const status = new Status(form);
  const version = form.elements.namedItem("version");
  const { account, proposal } = form.dataset;
  const timers = {};
  // What the server holds, as far as this page knows: not what was typed before this script came, nor what was refused.
  let stored = form.hasAttribute("data-unsaved") ? null : review(drawn(form));
  let sending = false;
  let failures = 0;
  let ended = false;

  const copy = () => ({
    account,
    proposal,
    section: "review",
    field: "review",
    label: document.title,
    pairs: review(typed(form)),
    version: Number(version.value),
    submission: form.elements.namedItem("submission")?.value,
  });
  const isUnsaved = () => !same(review(typed(form)), stored);
  const later = (name, after, act) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(act, after);
  };

  const save = async () => {
    if (sending || ended || !isUnsaved()) {
      return;
    }
    sending = true;
    status.show("saving");
    const sent = copy();
    const answer = await send(form);
    sending = false;
    if (answer?.ok) {
      const { saved, version: next } = await answer.json();
      failures = 0;
      version.value = next;
      stored = sent.pairs;
      await drop(sent).catch(() => {});
      status.saved(saved);
      status.settle();
      if (isUnsaved()) {
        later("save", SAVE_AFTER, save);
      } else {
        form.dispatchEvent(new Event("saved"));
      }
      return;
    }
    const said = SAID[answer?.status];
    status.show(said ?? "offline");
    ended = said === "clash" || said === "forbidden";
    if (!ended && said !== "refused") {
      later("save", WAITS[Math.min(failures, WAITS.length - 1)], save);
      failures += 1;
    }
  };

  const touched = () => {
    status.show("waiting");
    later("keep", KEEP_AFTER, () => keep(copy()).catch(() => {}));
    later("save", SAVE_AFTER, save);
  };
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  // Whether it arrives is known when the form comes back: until then the copy stays, and says that it was sent.
  form.addEventListener("submit", () => {
    ended = true;
    clearTimeout(timers.keep);
    keep({ ...copy(), sent: true }).catch(() => {});
  });
  addEventListener("online", save);
  addEventListener("pagehide", () => !ended && isUnsaved() && keep(copy()).catch(() => {}));

  const begin = async () => {
    // What stands on such a page is kept nowhere else, and is not to be mixed with more.
    if (form.dataset.guard !== "unsaved") {
      const kept = await earlier(account).catch(() => []);
      const own = kept.filter((one) => one.proposal === proposal && one.section === "review");
      const found = putBack(form, own, copy());
      form.querySelector("[data-put-back]").hidden = !found;
      form.dispatchEvent(new Event("redrawn"));
      // All that is left of them is this tab's from now on.
      await replace(own, isUnsaved() && !ended ? copy() : null).catch(() => {});
    }
    if (isUnsaved()) {
      touched();
    }
  };
  begin();
}

function send(form) {
  const body = new URLSearchParams(new FormData(form));
  return fetch(form.dataset.draft, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
}

/**
 * Puts back what this browser kept and the server never got. Where something was typed here meanwhile, or the review was saved
 * elsewhere since, a text stands below what is there. Of what was typed on an earlier submission, no score is put back: it would
 * seem to be given to this one. What was sent has arrived, unless the version says otherwise. Answers whether anything was.
 */
function putBack(form, copies, { version, submission }) {
  const newest = [...copies].sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
  const isTouched = ({ name }) => !same(named(typed(form), name), named(drawn(form), name));
  const touched = new Set(controls(form).filter(isTouched));
  const before = review(typed(form));
  const own = newest.find((one) => one.version === version);
  if (own) {
    const isEarlier = (own.submission ?? submission) !== submission;
    const isLeft = (control) => touched.has(control) || (isEarlier && /^(score|confirm)-/u.test(control.name));
    controls(form)
      .filter((control) => !isLeft(control))
      .forEach((control) => fill(control, named(own.pairs, control.name)));
  }
  for (const { pairs } of newest.filter((one) => one.version === version || !one.sent)) {
    controls(form).forEach((control) => addBelow(control, named(pairs, control.name)[0]?.trim()));
  }
  return !same(before, review(typed(form)));
}

function addBelow(control, text) {
  if (control.tagName === "TEXTAREA" && text && !control.value.includes(text)) {
    const { selectionStart, selectionEnd } = control;
    control.value = `${control.value}\n\n${text}`.trimStart();
    control.setSelectionRange(selectionStart, selectionEnd);
  }
}

function fill(control, values) {
  if (isBox(control)) {
    control.checked = values.includes(control.value);
  } else if (control.type !== "hidden") {
    control.value = values[0] ?? "";
  }
}

const named = (pairs, name) => pairs.filter(([one]) => one === name).map(([, value]) => value);

/** Of all that is posted, what the review says; the rest belongs to the page. */
function review(pairs) {
  return pairs.filter(([name]) => !["version", "submission"].includes(name));
}
