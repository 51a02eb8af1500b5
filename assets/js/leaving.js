// Asks before somebody logs out of a browser that still keeps unsent text of theirs.

import { ask } from "./confirm.js";
import { copies } from "./kept.js";

/** How long a page may take for its last try to save. */
const PATIENCE = 4000;

export function enhance(forms) {
  for (const form of forms) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await lastTry();
      const { account, unsent } = form.dataset;
      const kept = await copies(account).catch(() => []);
      if (kept.length === 0 || (await ask(document.getElementById("confirm"), unsent))) {
        form.submit();
      }
    });
  }
}

// Lets what saves on this page do so: it adds its promise to the event's list.
function lastTry() {
  const tries = [];
  document.dispatchEvent(new CustomEvent("leaving", { detail: tries }));
  return Promise.race([Promise.allSettled(tries), new Promise((end) => setTimeout(end, PATIENCE))]);
}
