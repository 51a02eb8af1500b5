// The only script that pages name. It loads the module of each thing that the page holds; everything works without it. Nothing waits
// for it, and it may come before the page has.

/** What only moves what is there already lets the page be painted first: on a slow line it would hold up the rest. */
const painted = () =>
  new Promise((next) => {
    new PerformanceObserver((_, watch) => {
      watch.disconnect();
      // The first paint may be of a part; a frame later all is there that has come.
      requestAnimationFrame(() => setTimeout(next));
    }).observe({ type: "paint", buffered: true });
    // A browser that tells nobody when it has painted has done so by then.
    setTimeout(next, 3000);
  });
const atOnce = () => Promise.resolve();

const modules = [
  ["[data-focus]", "./focus.js"],
  ["[data-counter]", "./counter.js"],
  ["form[data-guard]", "./guard.js"],
  ["form[data-guard]", "./languages.js"],
  ["[data-files]", "./files.js"],
  ["[data-confirm]", "./confirm.js"],
  ["#session-warning", "./session.js"],
  ["[data-instant], [data-left-until]", "./deadline.js"],
  ["[data-zone]", "./zone.js"],
  ["[data-rows]", "./rows.js"],
  ["[data-sum]", "./sums.js"],
  ["[data-point]", "./point.js"],
  ["use[data-later]", "./later.js", painted],
  [".world", "./world.js", painted],
  ["form[data-autosave]", "./autosave.js"],
  ["form[data-draft]", "./review.js"],
  ["[data-arrived]", "./arrived.js"],
  ["form[data-unsent]", "./leaving.js"],
  ["[data-kept-here]", "./left.js"],
  ["form[data-selection], [data-clear-selection]", "./selection.js"],
  ["[data-shortcuts]", "./shortcuts.js"],
  ["[data-going]", "./going.js"],
  ["textarea[data-mention]", "./mentions.js"],
  ["[data-look-again]", "./look-again.js"],
  ["form[data-preview]", "./preview.js"],
  ["form[data-challenge]", "./proof.js"],
];

/** Whatever becomes of it first. */
const ended = (thing, ...events) =>
  new Promise((next) => events.forEach((event) => thing.addEventListener(event, next, { once: true })));

if (document.readyState === "loading") {
  await ended(document, "DOMContentLoaded");
}
// What measures, scrolls or takes the focus does so on a page that has its shape. One whose style does not come works without it.
const unstyled = [...document.querySelectorAll('link[rel="stylesheet"]')].filter((link) => !link.sheet);
if (unstyled.length > 0 && document.readyState !== "complete") {
  await Promise.race([ended(window, "load"), Promise.all(unstyled.map((link) => ended(link, "load", "error")))]);
}
for (const [selector, module, when = atOnce] of modules) {
  const found = document.querySelectorAll(selector);
  if (found.length > 0) {
    when()
      .then(() => import(module))
      .then(
        ({ enhance }) => enhance([...found]),
        (error) => console.warn(`${module} was not loaded`, error),
      );
  }
}
