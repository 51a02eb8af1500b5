// Saves a review while somebody writes it, by the same verb as the button. What the server has not confirmed lies in the browser
// until it has; one request at a time, and the newest text follows it.

import { adopt, drop, earlier, forget, keep, setAside } from "./kept.js";
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
    keep({ ...copy(), sent: true }).catch(() => {});
  });
  addEventListener("online", save);
  addEventListener("pagehide", () => !ended && isUnsaved() && keep(copy()).catch(() => {}));

  const begin = async () => {
    const found = await putBack(form, copy());
    if (found) {
      // It is this tab's from now on.
      await adopt(found).catch(() => {});
      await keep(copy()).catch(() => {});
      form.querySelector("[data-put-back]").hidden = false;
      form.dispatchEvent(new Event("redrawn"));
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
 * Puts back what this browser kept and the server never got, if it stands on the same version; in a text that somebody has begun to
 * write meanwhile it stands below that. Of what was typed on an earlier submission, no score is put back: it would seem to be given
 * to this one. What stands on another version gives way to what is typed here. Answers the copy that was put back.
 */
async function putBack(form, { account, proposal, version, submission }) {
  const all = await earlier(account).catch(() => []);
  const kept = all.filter((one) => one.proposal === proposal && one.section === "review");
  const own = kept.find((one) => one.version === version);
  for (const other of kept.filter((one) => one !== own)) {
    await (other.sent ? forget : setAside)(other).catch(() => {});
  }
  if (!own) {
    return null;
  }
  if (same(own.pairs, review(typed(form)))) {
    await forget(own).catch(() => {});
    return null;
  }
  const isEarlier = (own.submission ?? submission) !== submission;
  const isTouched = ({ name }) => !same(named(typed(form), name), named(drawn(form), name));
  const touched = new Set(controls(form).filter(isTouched));
  for (const control of controls(form).filter(({ name }) => !(isEarlier && /^(score|confirm)-/u.test(name)))) {
    const values = named(own.pairs, control.name);
    if (!touched.has(control)) {
      fill(control, values);
    } else if (control.tagName === "TEXTAREA" && values.length > 0 && !control.value.includes(values[0])) {
      const { selectionStart, selectionEnd } = control;
      control.value = `${control.value}\n\n${values[0]}`;
      control.setSelectionRange(selectionStart, selectionEnd);
    }
  }
  return own;
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
