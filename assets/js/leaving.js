// Asks before somebody logs out of a browser that still keeps unsent text of theirs.

import { ask } from "./confirm.js";
import { copies, drop } from "./kept.js";
import { drawn, same } from "./typed.js";

/** How long a page may take for its last try to save, and to find out what has arrived. */
const PATIENCE = 4000;

export function enhance(forms) {
  for (const form of forms) {
    const { account, unsent } = form.dataset;
    dropArrived(account).catch(() => {});
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      await patiently(lastTry());
      await patiently(dropArrived(account));
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
  return Promise.allSettled(tries);
}

// What is sent as a page is left, or right after it, is answered to nobody: whether it has arrived is seen on the page where it
// was typed. What that shows is no longer kept here.
async function dropArrived(account) {
  const elsewhere = (await copies(account)).filter(({ address }) => address && address !== location.pathname);
  const addresses = [...new Set(elsewhere.map(({ address }) => address))];
  await Promise.allSettled(
    addresses.map(async (address) => {
      const page = await lookAt(address);
      for (const copy of elsewhere.filter((copy) => copy.address === address)) {
        const field = page.querySelector(`[data-field="${CSS.escape(copy.field)}"]`);
        if (field && same(drawn(field), copy.pairs)) {
          await drop(copy);
        }
      }
    }),
  );
}

// The page as the server holds it: no other in its place.
async function lookAt(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html", "X-Looks-Aside": "1" } });
  if (!answer.ok || answer.redirected) {
    throw new Error(`${address} is not shown`);
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

const patiently = (work) => Promise.race([work.catch(() => {}), new Promise((end) => setTimeout(end, PATIENCE))]);
