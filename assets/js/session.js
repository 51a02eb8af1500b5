// Warns two minutes before the session ends, and extends it when asked. The clock of the page is not trusted: only the
// time between the server's `now` and `ends` counts, measured from when the page arrived.

const WARN_BEFORE = 2 * 60 * 1000;
const EXTENSION = "/account/session/extension";

export function enhance([dialog]) {
  const arrived = performance.now();
  let ends = arrived + (Date.parse(dialog.dataset.ends) - Date.parse(dialog.dataset.now));
  // Once for each warning: a dialog that was put away tells so only later, and must not come back meanwhile.
  let shown = false;
  let over = false;

  const tick = () => {
    const left = ends - performance.now();
    over = left <= 0;
    if (over) {
      dialog.close();
      return;
    }
    if (left > WARN_BEFORE) {
      shown = false;
      setTimeout(tick, Math.min(left - WARN_BEFORE, 60_000));
      return;
    }
    show(dialog, left, shown);
    shown = true;
    setTimeout(tick, 1000);
  };

  dialog.querySelector("[data-extend]").addEventListener("click", async () => {
    const until = await extend();
    // A session has an absolute end too, which nothing moves.
    const extended = until !== null && until > WARN_BEFORE;
    dialog.querySelector("[data-failed]").hidden = extended;
    if (extended) {
      ends = performance.now() + until;
      dialog.close();
    }
  });
  // What saves in the background extends the session as well, and a log-in on the page begins another.
  document.addEventListener("session", ({ detail: left }) => {
    ends = performance.now() + left;
    if (over) {
      tick();
    }
  });
  dialog.querySelector("[data-dismiss]").addEventListener("click", () => dialog.close());

  tick();
}

function show(dialog, left, shown) {
  const text = clock(left);
  dialog.querySelector("[data-left]").textContent = text;
  if (!dialog.open && !shown) {
    dialog.showModal();
    dialog.querySelector("[data-spoken]").textContent = text;
  }
}

function clock(milliseconds) {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// The milliseconds until the new end, or null when the session is gone or the server out of reach.
async function extend() {
  try {
    const response = await fetch(EXTENSION, { method: "POST", headers: { Accept: "application/json" } });
    if (!response.ok) {
      return null;
    }
    const { now, ends } = await response.json();
    return Date.parse(ends) - Date.parse(now);
  } catch {
    return null;
  }
}
