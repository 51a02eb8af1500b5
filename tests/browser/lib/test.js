// The `test` of all journeys: each has a service of its own, and people who enter it.
//
//     test("…", async ({ enter }) => {
//       const official = await enter({ as: "official@agra.example" });
//       await official.press("Start a proposal");
//     });

import { test as base } from "@playwright/test";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { loaded } from "./load.js";
import { Person } from "./person.js";
import { start } from "./service.js";

export { expect } from "@playwright/test";

export const test = base.extend({
  /** A demo over a fresh copy of the loaded seeds: `{ url }`. */
  service: async ({}, use, info) => {
    const data = await mkdtemp(path.join(tmpdir(), "initiatives-"));
    await cp(loaded, data, { recursive: true });
    const service = await start(data, `service-${info.testId}`);
    await use(service);
    await service.stop();
    await rm(data, { recursive: true, force: true });
  },

  /**
   * A person with a browser of their own. `as`: signs in with this address. `scripts: false`: a browser without
   * JavaScript. `look`: what Playwright's `newContext` takes, such as `WIDE`, `NARROW`, `DARK`, or several joined.
   */
  enter: async ({ browser, service }, use) => {
    const contexts = [];
    await use(async ({ as, scripts = true, look = {} } = {}) => {
      const context = await browser.newContext({
        baseURL: service.url,
        javaScriptEnabled: scripts,
        locale: "en-GB",
        // Nothing slides while a test looks.
        reducedMotion: "reduce",
        ...look,
      });
      contexts.push(context);
      const person = new Person(await context.newPage(), { scripts });
      if (as) await person.signIn(as);
      return person;
    });
    for (const context of contexts) await context.close();
  },
});

/** Windows and eyes. */
export const WIDE = { viewport: { width: 1440, height: 900 } };
export const NARROW = { viewport: { width: 360, height: 740 } };
export const DARK = { colorScheme: "dark" };
export const LIGHT = { colorScheme: "light" };
export const FORCED_COLOURS = { forcedColors: "active" };
/** 1280 pixels at 400 %: what WCAG 1.4.10 asks a page to fit into. */
export const ZOOMED = { viewport: { width: 320, height: 256 } };
