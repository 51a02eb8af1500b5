// What a public page weighs on its way to a reader, and that nothing on it moves while it comes.

import { holdUp } from "./lib/line.js";
import { PUBLIC } from "./lib/pages.js";
import { NARROW, WIDE, expect, test } from "./lib/test.js";

/** Bytes of a page without its images, as they are sent: with its styles and scripts, for somebody who has none of them yet. */
const MOST = 60_000;
/** Of the stylesheet, before which nothing is shown: ten packets are what a line carries before the first answer. */
const MOST_OF_STYLES = 14_000;

test("no public page is heavy", async ({ enter }) => {
  const { page } = await enter({ look: WIDE });
  const browser = await page.context().newCDPSession(page);
  await browser.send("Network.enable");
  await browser.send("Network.setCacheDisabled", { cacheDisabled: true });
  const heavy = [];
  for (const [name, address] of Object.entries(PUBLIC)) {
    const parts = await partsOf(page, address);
    expect(parts.length, `a page and its styles at least: ${name}`).toBeGreaterThan(1);
    expect(parts.filter(({ bytes }) => bytes === 0), `what ${name} took from elsewhere`).toEqual([]);
    const styles = parts.filter(({ path }) => path.endsWith(".css"));
    if (styles.length !== 1 || styles[0].bytes > MOST_OF_STYLES) heavy.push([name, styles]);
    const whole = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    if (whole > MOST) heavy.push([name, whole, parts]);
  }
  expect(heavy, `pages over ${MOST} bytes`).toEqual([]);
});

for (const [width, look] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`nothing on a public page moves while it comes, ${width}`, async ({ enter }) => {
    const { page } = await enter({ look });
    await page.addInitScript(watchForShifts);
    const shifts = [];
    for (const [name, address] of Object.entries(PUBLIC)) {
      // As on a slow line: the page is seen before its images have come.
      const release = await holdUp(page, /./u, "image");
      await page.goto(address, { waitUntil: "domcontentloaded" });
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
      release();
      await page.waitForLoadState("networkidle");
      await page.unrouteAll({ behavior: "wait" });
      const seen = await page.evaluate(readToTheEnd);
      shifts.push(...seen.map((shift) => ({ name, ...shift })));
    }
    expect(shifts, "what moved").toEqual([]);
  });
}

/** What is sent for a page, but for its images. */
async function partsOf(page, address) {
  const asked = [];
  const remember = (request) => asked.push(request);
  page.on("requestfinished", remember);
  await page.goto(address, { waitUntil: "networkidle" });
  page.off("requestfinished", remember);
  const parts = asked.map(async (request) => {
    const kind = (await request.response()).headers()["content-type"] ?? "";
    const { responseBodySize: bytes } = await request.sizes();
    return { path: new URL(request.url()).pathname, kind, bytes };
  });
  return (await Promise.all(parts)).filter(({ kind }) => !kind.startsWith("image/"));
}

/** Runs in the page before anything of it: keeps what the browser says of a shift that nobody's press or key made. */
function watchForShifts() {
  const name = ({ node }) => (node?.outerHTML ?? node?.textContent ?? "what is gone").slice(0, 120);
  const told = ({ value, sources }) => ({ value, moved: sources.map(name) });
  const keep = (entries) => globalThis.shifts.push(...entries.filter((entry) => !entry.hadRecentInput).map(told));
  globalThis.shifts = [];
  globalThis.shiftWatcher = new PerformanceObserver((list) => keep(list.getEntries()));
  globalThis.shiftWatcher.observe({ type: "layout-shift", buffered: true });
  globalThis.keepShifts = keep;
}

/** Runs in the page: goes down to its end, as a reader does, and tells what shifted. */
async function readToTheEnd() {
  const painted = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
    scrollTo(0, top);
    await painted();
  }
  await painted();
  globalThis.keepShifts(globalThis.shiftWatcher.takeRecords());
  return globalThis.shifts;
}
